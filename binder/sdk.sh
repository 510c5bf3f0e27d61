#!/bin/bash
# The .NET SDK, by Microsoft's install script, unless there is one: `#r "nuget: …"` in a notebook needs it as the build does.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
version=10.0.401

if command -v dotnet > /dev/null && dotnet --list-sdks | grep -q "^${version%.*}\."; then
    echo "sdk: $(dotnet --version) is there"
    exit
fi
script=$(mktemp)
trap 'rm -f "$script"' EXIT
curl --fail --silent --show-error --location --retry 3 --output "$script" https://dot.net/v1/dotnet-install.sh
bash "$script" --version "$version" --install-dir "$course_dotnet" --no-path
"$course_dotnet/dotnet" --version
