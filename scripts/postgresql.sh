#!/usr/bin/env bash
# Makes sure that PostgreSQL's programs are there; the tests start servers of their own (tests/postgres.py).
set -euo pipefail
cd "$(dirname "$0")/.."

has_postgresql() {
    .venv/bin/python -m tests.postgres >/dev/null 2>&1
}

if has_postgresql; then exit 0; fi
if scripts/apt_install.sh postgresql && has_postgresql; then exit 0; fi
echo "tamngan: the tests need PostgreSQL's server; run as root: apt-get install postgresql" >&2
exit 1
