#!/usr/bin/env bash
# Installs Debian packages where that needs nobody's password: as root, or with `sudo -n`. Fails quietly elsewhere.
set -euo pipefail

command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    exit 1
fi
echo "Installing $* with apt-get …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null
then
    tail -n 3 "$log" >&2
    exit 1
fi
