# Sourced by every step and by start. What the steps make lies in the checkout and in the environment that has Jupyter
# (COURSE_PREFIX; repo2docker calls it NB_PYTHON_PREFIX), never in a home: a hub mounts another one over it.
course_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
course_prefix=${COURSE_PREFIX:-${NB_PYTHON_PREFIX:-${CONDA_PREFIX:-${VIRTUAL_ENV:-}}}}
if [ -z "$course_prefix" ]; then
    echo "binder: set COURSE_PREFIX to the folder of the environment that has Jupyter" >&2
    exit 1
fi
course_state=$course_prefix/share/course
course_dotnet=$course_prefix/share/dotnet

if [ -x "$course_dotnet/dotnet" ]; then
    export DOTNET_ROOT=$course_dotnet PATH=$course_dotnet:$PATH
fi
export PATH=$course_root/lib/Course.Cli/bin/Release/net10.0:$PATH
export DOTNET_CLI_HOME=$course_state DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK=true
export NUGET_PACKAGES=${NUGET_PACKAGES:-$course_state/packages}
