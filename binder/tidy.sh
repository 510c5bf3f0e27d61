#!/bin/bash
# What only the build needs stays out of the image, unless it is somebody else's cache.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

rm -rf "$course_state/packages" "$course_state/npm" "$course_root"/lib/*/obj "$course_root/lib/node_modules"
