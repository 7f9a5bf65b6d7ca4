"""Opens and closes the Chromium that the browser tests would use; fails where that does not work."""

import shutil

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

with sync_playwright() as playwright:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"]).close()
