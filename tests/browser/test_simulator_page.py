"""The simulator's page fits its screen, speaks two languages, works by keyboard and says when the server is gone."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_fits_the_screen(open_page, width):
    page = open_page(width, 860)
    page.fill("#words", "รายงาน")
    page.keyboard.press("Enter")
    expect(page.locator(".flex-carousel")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    phone = page.locator(".phone").bounding_box()
    assert phone["width"] == (375 if width > 720 else width - 16)


def test_english_is_complete(open_page):
    page = open_page(path="?lang=en")
    expect(page.locator("#now-day")).to_have_text("Fri 30 Apr 2021")
    expect(page.locator(".duty").first).to_contain_text("Remind officers")
    chrome = page.locator(".top, .panel h2, .panel h3, .hint, th, .more, #clock-form").all_inner_texts()
    thai = [
        words
        for words in chrome
        if any("\u0e00" <= letter <= "\u0e7f" for letter in words.replace("ไทย", ""))
    ]
    assert thai == []
    page.click(".language")
    expect(page.locator("#now-day")).to_have_text("ศ. 30 เม.ย. 64")


def test_works_by_keyboard_alone(page):
    page.locator(".person").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".person.open strong")).to_have_text("มาลี")
    page.locator("#words").focus()
    page.keyboard.type("หนึ่ง")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("สอง")
    page.keyboard.press("Enter")
    expect(page.locator(".own .bubble")).to_have_text("หนึ่ง\nสอง")


def test_says_when_the_server_is_gone_and_recovers(page, seen):
    page.context.set_offline(True)
    expect(page.locator("#alarm")).to_contain_text("เซิร์ฟเวอร์ไม่ตอบ")
    page.context.set_offline(False)
    expect(page.locator("#alarm")).to_be_hidden()
    seen.faults.clear()
