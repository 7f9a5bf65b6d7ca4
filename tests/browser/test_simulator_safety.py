"""Names and words are never markup, and the page's policy holds."""

import pytest
from playwright.sync_api import expect

from tests.browser.browser_cast import EVIL_NAME, SOMCHAI
from tests.browser.talking_bot import EVIL


def test_hostile_words_stay_words_everywhere(page):
    page.fill("#words", EVIL)
    page.keyboard.press("Enter")
    expect(page.locator(".own .bubble")).to_have_text(EVIL)
    page.fill("#words", "ร้าย")
    page.keyboard.press("Enter")
    expect(page.locator(".theirs .bubble").last).to_have_text(EVIL)
    expect(page.locator(".flex-header .flex-text").nth(1)).to_have_text(EVIL)
    expect(page.locator(".pill")).to_have_text("<i>ตอบ</i>")
    page.locator(".person").last.click()
    expect(page.locator("#chat-as")).to_have_text(EVIL_NAME)
    assert (
        page.evaluate("document.querySelectorAll('main img[src=x], main script, main b, main i').length") == 0
    )
    assert page.title() == "ตามงาน – เครื่องจำลองแชต"


def test_hostile_card_values_change_nothing(page, bot):
    bubble = {
        "type": "bubble",
        "size": "constructor",
        "body": {
            "type": "box",
            "layout": "__proto__",
            "backgroundColor": "red;background:url(//evil.example)",
            "width": "expression(1)",
            "contents": [
                {"type": "image", "url": "https://evil.example/a.png"},
                {"type": "image", "url": "javascript:document.title=3"},
                {
                    "type": "text",
                    "text": "ยังอยู่",
                    "size": "toString",
                    "action": {"type": "uri", "uri": "javascript:document.title=4"},
                },
                {"type": "constructor"},
                None,
            ],
        },
    }
    bot.push(SOMCHAI, [{"type": "flex", "altText": "การ์ด", "contents": bubble}])
    page.get_by_text("ยังอยู่").click()
    assert page.title() == "ตามงาน – เครื่องจำลองแชต"


def test_policy_forbids_inline_scripts(page, seen):
    with pytest.raises(Exception, match=r"Content Security Policy|violates"):
        page.add_script_tag(content="document.title = '5'")
    assert page.title() == "ตามงาน – เครื่องจำลองแชต"
    assert any("Content Security Policy" in fault for fault in seen.faults)
    seen.faults.clear()
