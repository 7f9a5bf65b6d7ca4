#!/usr/bin/env bash
# Makes .venv/ and installs one file of hashed requirements into it: with uv where there is one, else with pip.
# Usage: scripts/environment.sh requirements.txt        PYTHON names another interpreter than python3.
set -euo pipefail
cd "$(dirname "$0")/.."
requirements=$1
python=${PYTHON:-python3}
uv=$(type -P uv || type -P .venv/bin/uv || true)

stop() {
    echo "tamngan: $1" >&2
    exit 1
}

make_venv() {
    if [ -n "$uv" ]; then
        "$uv" venv --quiet --clear --python "$(type -P "$python")" .venv
    else
        "$python" -m venv --clear .venv >/dev/null 2>&1
    fi
}

# Debian keeps ensurepip in a package of its own; where it cannot be installed, the system's own pip can still serve.
make_venv_without_ensurepip() {
    if scripts/apt_install.sh python3-venv && make_venv; then return; fi
    "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --clear --without-pip .venv
}

install() {
    if [ -n "$uv" ]; then
        "$uv" pip install --quiet --python .venv/bin/python --require-hashes -r "$requirements"
    elif [ -x .venv/bin/pip ]; then
        PIP_USE_PEP517=1 .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
    else
        PIP_USE_PEP517=1 "$python" -m pip --python .venv/bin/python install --quiet --disable-pip-version-check \
            --require-hashes -r "$requirements"
    fi
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "$python must be Python 3.11 or newer; PYTHON=/path/to/python3 names another"
if ! .venv/bin/python -c '' 2>/dev/null; then
    make_venv || make_venv_without_ensurepip ||
        stop "$python cannot make environments; run as root: apt-get install python3-venv"
fi
echo "Installing $requirements into .venv/ …"
install || stop "the packages of $requirements could not be installed (see above)"
