#!/usr/bin/env bash
# Runs the tests; what they made the bot send to LINE is kept in build/line-requests for .ci/run to check.
set -euo pipefail
cd "$(dirname "$0")/.."

export LINE_REQUESTS_DIR=${LINE_REQUESTS_DIR:-$PWD/build/line-requests}
mkdir -p "$LINE_REQUESTS_DIR"
rm -f "$LINE_REQUESTS_DIR"/*.jsonl
# Settings of the person's own bot must not reach the tests.
unset DEMO DATABASE_URL DATA_DIR PORT PUBLIC_URL SECRET_KEY THREADS BURST_SECONDS METRICS_TOKEN
unset ${!LINE_CHANNEL@} LINE_API_BASE LINE_DATA_API_BASE
# Tests start hundreds of processes; each would compile the bot and its libraries from their source again.
unset PYTHONDONTWRITEBYTECODE
exec .venv/bin/python -m pytest "$@"
