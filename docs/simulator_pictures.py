"""Draws docs/images/simulator*.png, the demo on the morning of 3 May 2564: python -m docs.simulator_pictures.

Starts the demo in a folder of its own and plays a short story. Needs Chromium (found on the path, or playwright's own).
"""

import pathlib
import shutil
import tempfile

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.demo import running_demo

IMAGES = pathlib.Path(__file__).parent / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 15_000


def main() -> None:
    """Draw the simulator's pictures anew."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        with running_demo(pathlib.Path(folder)) as address:
            _play(browser, address)
        browser.close()


def _play(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, locale="th-TH")
    page.goto(address)
    page.locator("#upcoming button", has_text="สรุปประจำสัปดาห์").first.click()
    expect(page.get_by_text("กำลังเลื่อนเวลา")).to_have_count(0, timeout=PATIENCE)
    _pick(page, "สมชาย")
    _say(page, "13 งาน 45% เบิกแล้ว 3.2 ล้าน ฝนตก", "3,200,000")
    _shoot(page, "simulator")
    _pick(page, "ท่านผู้ว่าฯ")
    expect(page.locator("#talk")).to_contain_text("สรุปประจำสัปดาห์", timeout=PATIENCE)
    page.locator("#talk").evaluate("talk => { talk.scrollTop = 0 }")
    _shoot(page, "simulator-governor")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    _shoot(page, "simulator-phone")


def _pick(page: Page, name: str) -> None:
    page.locator("#phones button", has_text=name).first.click()
    expect(page.locator("#chat-as")).to_contain_text(name, timeout=PATIENCE)


def _say(page: Page, words: str, answer: str) -> None:
    page.locator("#words").fill(words)
    page.locator("#words").press("Enter")
    expect(page.locator("#talk")).to_contain_text(answer, timeout=PATIENCE)


def _shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(1_200)  # the chat scrolls and the menu slides in
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
