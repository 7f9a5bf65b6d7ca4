#!/usr/bin/env bash
# Makes sure that playwright can drive a Chromium for the browser tests: this machine's, apt's, or playwright's own.
set -euo pipefail
cd "$(dirname "$0")/.."

works() {
    .venv/bin/python scripts/try_chromium.py >/dev/null 2>&1
}

if works; then exit 0; fi
# playwright's driver is a Node.js program, which needs libatomic1; a small Debian does not have it.
if scripts/apt_install.sh chromium libatomic1 && works; then exit 0; fi
echo "Downloading playwright's Chromium …"
if .venv/bin/playwright install chromium >/dev/null 2>&1 && works; then exit 0; fi
echo "tamngan: the browser tests need Chromium; run as root: apt-get install chromium libatomic1" >&2
exit 1
