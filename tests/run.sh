#!/usr/bin/env bash
# Installs what the tests need on a machine that has the .NET SDK and Node.js, builds, runs every test project.
# The last line is the sum: N passed, N failed, N skipped. Exit code 0 only if nothing failed and every project ran tests.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'tests/run.sh: %s\n' "$*" >&2; exit 1; }

# Debian packages: a browser for the exported pages, nbformat to validate executed notebooks, Jupyter and its clients for the kernel, PyTorch as the oracle of Course.Torch.
install_packages() {
    local missing=()
    command -v chromium > /dev/null || missing+=(chromium)
    /usr/bin/python3 -c 'import nbformat' 2> /dev/null || missing+=(python3-nbformat)
    /usr/bin/python3 -c 'import jupyter_client' 2> /dev/null || missing+=(python3-jupyter-client)
    /usr/bin/python3 -c 'import nbconvert, nbclient' 2> /dev/null || missing+=(jupyter-nbconvert python3-nbclient)
    [ -x /usr/bin/jupyter-notebook ] || missing+=(jupyter-notebook)
    /usr/bin/python3 -c 'import yaml' 2> /dev/null || missing+=(python3-yaml)
    /usr/bin/python3 -c 'import torch' 2> /dev/null || missing+=(python3-torch)
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

# Course.Torch once more on lesser machines: the suite with instructions switched off. A test asserts that each switch is in force.
run_with_instructions_off() {
    local project=tests/Course.Torch.Tests/Course.Torch.Tests.csproj
    COURSE_TORCH_INSTRUCTIONS="no AVX-512" DOTNET_EnableAVX512=0 run_project "$project" " (no AVX-512)"
    COURSE_TORCH_INSTRUCTIONS="no AVX2" DOTNET_EnableAVX2=0 run_project "$project" " (no AVX2)"
    COURSE_TORCH_INSTRUCTIONS="none" DOTNET_EnableHWIntrinsic=0 run_project "$project" " (no hardware intrinsics)"
}

# Adds one project's figures, which dotnet test prints as "Failed: 0, Passed: 9, Skipped: 0".
passed=0 failed=0 skipped=0 broken=()
run_project() {
    local project=$1 name log code=0
    name=$(basename "$project" .csproj)${2:-}
    log=$(mktemp)
    step "$name"
    dotnet test "$project" -c Release --no-build --nologo 2>&1 | tee "$log" || code=$?
    local sum
    sum=$(grep -Eo 'Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+' "$log" | tail -n 1 | tr -dc '0-9,' || true)
    rm -f "$log"
    if [ -z "$sum" ]; then
        broken+=("$name ran no test")
        return
    fi
    IFS=, read -r f p s <<< "$sum"
    failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s))
    [ $((f + p)) -gt 0 ] || broken+=("$name ran no test")
    [ "$code" -eq 0 ] || [ "$f" -gt 0 ] || broken+=("$name ended with code $code")
}

step "packages"
command -v dotnet > /dev/null || fail "install the .NET 10 SDK first"
command -v npm > /dev/null || fail "install Node.js 20 or newer first"
install_packages
fetch_torchsharp
fetch_interactive

step "build"
dotnet build Course.sln -c Release --nologo -v quiet || fail "the build failed"

for project in tests/*.Tests/*.Tests.csproj; do
    run_project "$project"
done
run_with_instructions_off

printf '\n'
for trouble in ${broken[@]+"${broken[@]}"}; do
    printf 'tests/run.sh: %s\n' "$trouble" >&2
done
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ ${#broken[@]} -eq 0 ]
