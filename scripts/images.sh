#!/usr/bin/env bash
# Draws the pictures of docs/images: every card, the charts, then the simulator.
set -euo pipefail
cd "$(dirname "$0")/.."

for module in docs.pictures docs.chart_pictures docs.simulator_pictures; do
    echo "· $module"
    .venv/bin/python -m "$module"
done
