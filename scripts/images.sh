#!/usr/bin/env bash
# Draws the pictures of docs/images: every card, then the simulator.
set -euo pipefail
cd "$(dirname "$0")/.."

for script in docs/pictures.py docs/simulator_pictures.py; do
    echo "· $script"
    PYTHONPATH=. .venv/bin/python "$script"
done
