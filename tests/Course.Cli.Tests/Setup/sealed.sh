#!/bin/bash
# Runs a command as in a fresh image: only SCRATCH (seen as /srv), /tmp and the package caches can be written.
# usage: sealed.sh SCRATCH HOME-MODE(rw|ro) COMMAND…   Needs the right to mount, as root or by sudo.
set -euo pipefail
if [ "${SEALED:-}" != 1 ]; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n -E)
    SEALED=1 exec "${as_root[@]}" unshare -m bash "$0" "$@"
fi
scratch=$1 home_mode=$2
shift 2

nuget=${NUGET_PACKAGES:-$HOME/.nuget/packages} npm=$(npm config get cache 2> /dev/null)
mount --make-rprivate /
for cache in "$nuget" "$npm"; do
    mkdir -p "$cache"
    mount --bind "$cache" "$cache"
done
mount --bind "$scratch" /srv
mount --bind /srv/tmp /tmp
[ "$home_mode" = rw ] || { mount --bind /srv/home /srv/home && mount -o remount,bind,ro /srv/home; }
mount -o remount,bind,ro /

export HOME=/srv/home NB_PYTHON_PREFIX=/srv/conda NUGET_PACKAGES=$nuget npm_config_cache=$npm npm_config_prefer_offline=true
export JUPYTER_PATH=/srv/conda/share/jupyter JUPYTER_RUNTIME_DIR=/tmp/runtime IPYTHONDIR=/tmp/ipython
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME DOTNET_CLI_HOME COURSE_HOME COURSE_DATA COURSE_TIER COURSE_PREFIX
cd /srv/course
exec "$@"
