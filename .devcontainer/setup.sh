#!/bin/bash
# After the container is made: .NET, the course, its kernel for Jupyter Lab and VS Code. The same steps as on Binder.
set -euo pipefail
binder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../binder" && pwd)

for step in sdk build kernel check; do
    bash "$binder/$step.sh"
done
