#!/usr/bin/env bash
# Pins and hashes the requirements for every system and Python from 3.11 on; UPGRADE=1 takes newer versions.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || echo .venv/bin/uv)
[ -x "$uv" ] || { echo "tamngan: make lock needs uv" >&2; exit 1; }
for name in requirements requirements-dev; do
    "$uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" ${UPGRADE:+--upgrade} "$name.in" -o "$name.txt"
done
