#!/bin/bash
# Jupyter opens notebook 00 first. Lab reads the setting under its own name, other pages of the server under the server's.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
page=/lab/tree/notebooks/00-start-here.ipynb

mkdir -p "$course_prefix/etc/jupyter/jupyter_server_config.d"
printf '{ "ServerApp": { "default_url": "%s" } }\n' "$page" > "$course_prefix/etc/jupyter/jupyter_server_config.d/course.json"
printf '{ "LabApp": { "default_url": "%s" } }\n' "$page" > "$course_prefix/etc/jupyter/jupyter_lab_config.json"
