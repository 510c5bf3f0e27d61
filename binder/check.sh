#!/bin/bash
# An image that cannot run a notebook must not be built.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

course doctor
course run 00 --out "$out"
