#!/usr/bin/env bash
# Installs what the tests need on a machine that has the .NET SDK and Node.js, builds, runs every test project.
# The last line is the sum: N passed, N failed, N skipped. Exit code 0 only if nothing failed and every project ran tests.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
# As the command and its notebooks have it: processes of a minute do not earn back the counting of their calls, nor that code is mapped twice while it is written.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'tests/run.sh: %s\n' "$*" >&2; exit 1; }

# Debian packages: a browser for the exported pages, epubcheck for the book, nbformat to validate executed notebooks, Jupyter and its clients for the kernel, PyTorch as the oracle of Course.Torch, Open MPI for notebook 12, clang for the WebAssembly kernels.
install_packages() {
    local missing=()
    command -v chromium > /dev/null || missing+=(chromium)
    command -v epubcheck > /dev/null || missing+=(epubcheck)
    /usr/bin/python3 -c 'import nbformat' 2> /dev/null || missing+=(python3-nbformat)
    /usr/bin/python3 -c 'import jupyter_client' 2> /dev/null || missing+=(python3-jupyter-client)
    /usr/bin/python3 -c 'import nbconvert, nbclient' 2> /dev/null || missing+=(jupyter-nbconvert python3-nbclient)
    [ -x /usr/bin/jupyter-notebook ] || missing+=(jupyter-notebook)
    /usr/bin/python3 -c 'import yaml' 2> /dev/null || missing+=(python3-yaml)
    /usr/bin/python3 -c 'import torch' 2> /dev/null || missing+=(python3-torch)
    command -v mpirun > /dev/null || missing+=(openmpi-bin)
    command -v clang > /dev/null && command -v wasm-ld > /dev/null || missing+=(clang lld)
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get > /dev/null || fail "please install ${missing[*]}: there is no apt-get here"
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq || fail "apt-get update failed"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null \
        || fail "apt-get install ${missing[*]} failed"
}

# The real TorchSharp, which Course.Torch is compared with: 300 MB, once. Where it cannot be had, those tests are skipped and say so.
fetch_torchsharp() {
    timeout 600 dotnet restore lib/Course/Course.csproj -p:TorchBackend=cpu --nologo -v quiet > /dev/null \
        || printf 'tests/run.sh: TorchSharp-cpu cannot be restored here; what compares with it is skipped\n'
}

# The last .NET Interactive tool: 133 MB, once. Where it cannot be had, the test that starts it is skipped and says so.
fetch_interactive() {
    [ -x artifacts/tools/dotnet-interactive ] && return
    timeout 600 dotnet tool install Microsoft.dotnet-interactive --version 1.0.712001 --tool-path artifacts/tools > /dev/null \
        || printf 'tests/run.sh: Microsoft.dotnet-interactive cannot be installed here; what starts it is skipped\n'
}

# One project in the background: its words in a log of its own, how it ended and how long it took beside them.
# env: what a shell starts in the background would ignore SIGINT, and with it every kernel that a test starts and interrupts.
start_project() {
    local project=$1 name=$2 began=$SECONDS code=0
    env --default-signal=INT dotnet test "$project" -c Release --no-build --nologo ${TEST_FILTER:+--filter "$TEST_FILTER"} > "$results/$name.log" 2>&1 || code=$?
    printf '%s %s\n' "$code" "$((SECONDS - began))" > "$results/$name.end"
}

# Two at a time: most of them wait for one thread, another process or a browser. Usage: run_project PROJECT NAME [VARIABLE=VALUE…]
running=0
run_project() {
    local project=$1 name=$2
    shift 2
    [ "$running" -lt 2 ] || finish_one
    (for variable in "$@"; do export "${variable?}"; done; start_project "$project" "$name") &
    running=$((running + 1))
}

finish_one() {
    wait -n || true
    running=$((running - 1))
    for end in "$results"/*.end; do
        [ ! -e "$end" ] || add_figures "$(basename "$end" .end)"
    done
}

# Adds one project's figures, which dotnet test prints as "Failed: 0, Passed: 9, Skipped: 0".
passed=0 failed=0 skipped=0 broken=() times=()
add_figures() {
    local name=$1 code seconds sum
    read -r code seconds < "$results/$name.end"
    rm "$results/$name.end"
    step "$name"
    cat "$results/$name.log"
    times+=("$(printf '%5d s  %s' "$seconds" "$name")")
    sum=$(grep -Eo 'Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+' "$results/$name.log" | tail -n 1 | tr -dc '0-9,' || true)
    if [ -z "$sum" ]; then
        broken+=("$name ran no test")
        return
    fi
    IFS=, read -r f p s <<< "$sum"
    failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s))
    [ $((f + p)) -gt 0 ] || broken+=("$name ran no test")
    [ "$code" -eq 0 ] || [ "$f" -gt 0 ] || broken+=("$name ended with code $code")
}

results=$(mktemp -d)
trap 'rm -rf "$results"; kill $(jobs -p) 2> /dev/null || true' EXIT

# Usage: timed NAME COMMAND…
timed() {
    local name=$1 began=$SECONDS code=0
    shift
    step "$name"
    "$@" || code=$?
    times+=("$(printf '%5d s  %s' "$((SECONDS - began))" "$name")")
    return "$code"
}

packages() {
    install_packages
    fetch_torchsharp
    fetch_interactive
}

# Once, for the tests of all projects: tests/Course.Notebooks.Tests/ExecutedCourse.cs reads it, and says which notebook went wrong.
notebooks() {
    dotnet lib/Course.Cli/bin/Release/net10.0/course.dll run --tier fast --jobs 2 --out artifacts/tests/Release
}

command -v dotnet > /dev/null || fail "install the .NET 10 SDK first"
command -v npm > /dev/null || fail "install Node.js 20 or newer first"
timed "packages" packages
timed "build" dotnet build Course.sln -c Release --nologo -v quiet -p:RunAnalyzers=true || fail "the build failed"
# Course.Torch in WebAssembly, for the test of its kernels there. Not in the solution: where the WebAssembly pack cannot be had, that test is skipped and says so.
dotnet build tests/Course.Torch.Tab -c Release --nologo -v quiet > /dev/null || printf 'tests/run.sh: Course.Torch.Tab cannot be built here; the kernels of the tab are not compared\n'
timed "notebooks" notebooks || true

# The longest first, so that none is left to run alone.
started=' '
for name in $(printf '%s\n' Course.Browser.Tests Course.Interactive.Tests Course.Cli.Tests Course.Notebooks.Tests Course.Torch.Tests Course.Kernel.Tests; basename -a tests/*.Tests); do
    case $started in *" $name "*) continue ;; esac
    started="$started$name "
    run_project "tests/$name" "$name"
done
# Course.Torch once more on lesser machines: the suite with instructions switched off. A test asserts that each switch is in force.
# But the tab's kernels: there the machine is WebAssembly's.
lesser='TEST_FILTER=FullyQualifiedName!~HostKernelTests'
run_project tests/Course.Torch.Tests "Course.Torch.Tests (no AVX-512)" COURSE_TORCH_INSTRUCTIONS="no AVX-512" DOTNET_EnableAVX512=0 "$lesser"
run_project tests/Course.Torch.Tests "Course.Torch.Tests (no AVX2)" COURSE_TORCH_INSTRUCTIONS="no AVX2" DOTNET_EnableAVX2=0 "$lesser"
run_project tests/Course.Torch.Tests "Course.Torch.Tests (no hardware intrinsics)" COURSE_TORCH_INSTRUCTIONS=none DOTNET_EnableHWIntrinsic=0 "$lesser"
while [ "$running" -gt 0 ]; do
    finish_one
done

printf '\nTime, two projects at once; %d s in all:\n' "$SECONDS"
printf '%s\n' "${times[@]}" | sort -rn
printf '\n'
for trouble in ${broken[@]+"${broken[@]}"}; do
    printf 'tests/run.sh: %s\n' "$trouble" >&2
done
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ ${#broken[@]} -eq 0 ]
