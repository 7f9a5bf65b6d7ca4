#!/usr/bin/env bash
# Serves the bot: with LINE where its credentials are set (environment or .env), else the demo with its simulator.
set -euo pipefail
cd "$(dirname "$0")/.."

setting() {
    local name=$1
    if [ -n "${!name:-}" ]; then
        echo "${!name}"
    elif [ -f .env ]; then
        sed -nE "s/^[[:space:]]*(export[[:space:]]+)?$name[[:space:]]*=[[:space:]]*['\"]?([^'\"#]*).*/\2/p" .env | tail -n 1
    fi
}

if [ -z "$(setting LINE_CHANNEL_SECRET)$(setting LINE_CHANNELS)" ]; then
    export DEMO=1
    port=$(setting PORT)
    .venv/bin/python scripts/announce.py "http://localhost:${port:-8000}" $$ &
fi
exec .venv/bin/python bot.py
