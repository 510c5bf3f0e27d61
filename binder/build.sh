#!/bin/bash
# The course program with its kernel, and the library with the charts' JavaScript in it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
export npm_config_cache=${npm_config_cache:-$course_state/npm} MSBUILDDISABLENODEREUSE=1

command -v npm > /dev/null || { echo "build: npm is missing, and charts would need the network" >&2; exit 1; }
mkdir -p "$course_state"
dotnet build "$course_root/lib/Course.Cli" -c Release --nologo -v quiet -p:UseSharedCompilation=false
course data verify
