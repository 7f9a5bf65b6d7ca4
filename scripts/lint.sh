#!/usr/bin/env bash
# Every check that needs no running code; all of them run, so that one look shows everything that is wrong.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0

check() {
    echo "· $1"
    shift
    "$@" || failed=1
}

# import-linter writes pages also when all is well.
quietly() {
    local said
    said=$("$@" 2>&1) || { echo "$said"; return 1; }
}

check "style" .venv/bin/ruff check --no-cache --quiet --output-format concise .
check "format" .venv/bin/ruff format --check --quiet --output-format concise .
check "types" .venv/bin/mypy --no-error-summary
check "who imports whom" quietly .venv/bin/lint-imports --no-logo
check "translations" .venv/bin/python -m scripts.check_translations
exit $failed
