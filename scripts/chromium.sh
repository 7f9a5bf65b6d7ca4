#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests: this machine's, apt's, or playwright's own.
set -euo pipefail
cd "$(dirname "$0")/.."

has_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

has_playwrights_own() {
    .venv/bin/python - <<'PYTHON'
import sys
from playwright.sync_api import Error, sync_playwright

with sync_playwright() as playwright:
    try:
        playwright.chromium.launch(args=["--no-sandbox"]).close()
    except Error:
        sys.exit(1)
PYTHON
}

if has_browser || has_playwrights_own; then exit 0; fi
if scripts/apt_install.sh chromium && has_browser; then exit 0; fi
echo "Downloading playwright's Chromium …"
if .venv/bin/playwright install chromium >/dev/null 2>&1 && has_playwrights_own; then exit 0; fi
echo "tamngan: the browser tests need Chromium; run as root: apt-get install chromium" >&2
exit 1
