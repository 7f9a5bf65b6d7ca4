#!/usr/bin/env bash
# Asks for known holes in the locked packages. Needs an index and a database of holes; says so loudly where there is none.
set -uo pipefail
cd "$(dirname "$0")/.."

skip() {
    printf '\n!! NOT AUDITED: %s\n!! The packages of requirements.txt were not checked for known holes.\n' "$1" >&2
    exit 0
}

[ -x .venv/bin/python ] || skip "the environment is not set up"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Neither uv nor pip is taken for granted: both ways of setting up leave a Python that can make an environment.
.venv/bin/python -m venv "$folder/audit" && "$folder/audit/bin/pip" install --quiet pip-audit 2>"$folder/why" \
    || skip "pip-audit cannot be had here"
# Hashes pin every package already, so nothing is resolved or built: the lock itself is what is asked about.
timeout 180 "$folder/audit/bin/pip-audit" --disable-pip --require-hashes --progress-spinner off -r requirements.txt \
    >"$folder/said" 2>"$folder/why"
status=$?
if [ "$status" -eq 0 ]; then
    echo "No known holes in the locked packages."
elif grep -q "^Name " "$folder/said"; then
    cat "$folder/said"
    exit 1
else
    skip "the database of holes cannot be asked ($(tail -n 1 "$folder/why" | cut -c1-150))"
fi
