#!/bin/bash
# C# for this environment's Jupyter.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

course kernel install --prefix "$course_prefix"
