#!/usr/bin/env bash
# Trains 08's MLP, 09's CNN and 16's GPT on the fastest device and on the processor, then the same networks in PyTorch where there is one.
#   bash tests/Course.Gpu/run.sh [STEPS]       in a checkout with .NET and TorchSharp-cuda-linux (TORCH_BACKEND=cpu or managed: another backend)
#   bash tests/Course.Gpu/run.sh pack FOLDER   makes a folder, at most 60 MiB, that runs on Linux x64 without .NET and without a network
#   bash run.sh [STEPS]                        in such a folder, on a machine with PyTorch: its torch/lib, or TORCH_LIB=FOLDER, is libtorch
# REFERENCE=none leaves PyTorch out.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
most_kib=$((60 * 1024))

fail() { printf 'run.sh: %s\n' "$*" >&2; exit 1; }

pack() {
    local folder=$1 root=$here/../..
    [ ! -e "$folder" ] || [ -z "$(ls -A "$folder")" ] || fail "$folder is not empty"
    mkdir -p "$folder/app"
    # Only the package TorchSharp: its library is one for processor and card, and libtorch is that of the other machine.
    dotnet publish "$here/Course.Gpu.csproj" -c Release --nologo -v quiet -p:TorchBackend=cuda -p:TorchSharpPackage=TorchSharp -p:SelfContained=true -o "$folder/app"
    rm -f "$folder"/app/*.xml "$folder"/app/*.pdb
    "${COURSE:-$root/lib/Course.Cli/bin/Release/net10.0/course}" backend adapt "$folder/app"
    mkdir "$folder/datasets"
    cp -r "$root"/datasets/manifest.json "$root"/datasets/mnist "$root"/datasets/names "$folder/datasets/"
    cp "$here/run.sh" "$here/reference.py" "$root/LICENSE" "$folder/"
    local size
    size=$(du -sk "$folder" | cut -f1)
    [ "$size" -le "$most_kib" ] || fail "$folder has $size KiB, more than $most_kib"
    printf '%s: %d KiB. Take it to a machine with PyTorch and say: bash run.sh\n' "$folder" "$size"
}

# LibTorchSharp must find in this libtorch whatever it asks for. Where there is no nm, the loader tells.
compare_symbols() {
    local asked given missing
    command -v nm > /dev/null || { printf 'symbols  no nm here to compare them; the loader will tell\n'; return; }
    asked=$(nm -D --undefined-only "$here/app/libLibTorchSharp.so" | awk '$1 == "U" { sub(/@.*/, "", $2); print $2 }' | grep -E '2at|3c10|5torch|6caffe2' | sort -u)
    given=$(for library in "$1"/libtorch*.so "$1"/libc10*.so; do nm -D --defined-only "$library"; done | awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u)
    missing=$(comm -23 <(printf '%s\n' "$asked") <(printf '%s\n' "$given"))
    if [ -n "$missing" ]; then
        printf '%s\n' "$missing" | head -n 5 | { command -v c++filt > /dev/null && c++filt || cat; } >&2
        fail "TorchSharp's library asks for $(printf '%s\n' "$asked" | wc -l) symbols of libtorch 2.10, and $1 lacks $(printf '%s\n' "$missing" | wc -l) of them (the first are above): it does not load with this PyTorch. Install PyTorch 2.10, or set TORCH_LIB to the lib folder of one."
    fi

    printf 'symbols  all %d that TorchSharp asks for are in %s\n' "$(printf '%s\n' "$asked" | wc -l)" "$1"
}

run_packed() {
    local lib=${TORCH_LIB:-}
    [ -n "$lib" ] || lib=$(python3 -c 'import os, torch; print(os.path.join(os.path.dirname(torch.__file__), "lib"))') || fail "no PyTorch for python3 here; set TORCH_LIB to a folder with libtorch_cpu.so"
    [ -e "$lib/libtorch_cpu.so" ] || fail "there is no libtorch_cpu.so in $lib"
    compare_symbols "$lib"
    # LD_BIND_NOW: what is missing is told now, by name, and not in the middle of a training.
    LD_LIBRARY_PATH="$lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" LD_BIND_NOW=1 COURSE_DATA="$here/datasets" "$here/app/Course.Gpu" "$@"
}

run_reference() {
    [ "${REFERENCE:-}" != none ] || return 0
    if command -v python3 > /dev/null && python3 -c 'import torch' 2> /dev/null; then
        printf '\n== PyTorch of this machine\n'
        python3 "$here/reference.py" "$@"
    else
        printf '\nThere is no PyTorch for python3 here to run beside.\n'
    fi
}

case ${1:-} in
    pack)
        [ $# -eq 2 ] || fail "usage: bash tests/Course.Gpu/run.sh pack FOLDER"
        pack "$2"
        exit
        ;;
esac

if [ -d "$here/app" ]; then
    run_packed "$@"
else
    command -v dotnet > /dev/null || fail "there is no .NET here; make a folder elsewhere with: bash tests/Course.Gpu/run.sh pack FOLDER"
    dotnet run --project "$here/Course.Gpu.csproj" -c Release -v quiet -p:TorchBackend="${TORCH_BACKEND:-cuda}" -- "$@"
fi

run_reference "$@"
