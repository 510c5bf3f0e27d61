#!/bin/sh
# Builds kernels.wasm from the C files beside it (Debian's clang and lld). The same compiler gives the same bytes.
set -eu
cd "$(dirname "$0")"
clang --target=wasm32 -O2 -fno-unroll-loops -msimd128 -mbulk-memory -mnontrapping-fptoint \
  -std=c11 -Wall -Wextra -Werror -ffreestanding -nostdlib -fno-math-errno -fno-trapping-math \
  -Wl,--no-entry -Wl,--import-memory -Wl,--strip-all -Wl,--global-base=0 -Wl,-z,stack-size=0 \
  -o "${1:-kernels.wasm}" run.c product.c elementwise.c moving.c reduce.c rows.c windows.c updates.c
