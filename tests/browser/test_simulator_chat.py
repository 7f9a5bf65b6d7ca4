"""What one sees and does on a phone of the simulator."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.browser_cast import SOMCHAI


def say(page, words):
    page.fill("#words", words)
    page.keyboard.press("Enter")


def picture(mode="JPEG", size=(640, 480)):
    file = io.BytesIO()
    Image.new("RGB", size, "#c9a36b").save(file, mode)
    return file.getvalue()


def test_words_appear_at_once_and_the_answer_follows(page):
    say(page, "สวัสดี")
    expect(page.locator(".own .bubble")).to_have_text("สวัสดี")
    expect(page.locator(".own .state")).to_have_text("อ่านแล้ว")
    expect(page.locator(".theirs .bubble")).to_have_text("ได้รับ: สวัสดี")
    expect(page.locator("#words")).to_have_value("")


def test_message_the_bot_does_not_take_is_marked(page, line):
    line.callback_url = "http://127.0.0.1:1/callback"
    say(page, "มีใครอยู่ไหม")
    expect(page.locator(".own .failed")).to_contain_text("ส่งไม่ถึงบอต")


def test_quick_reply_is_sent_and_then_gone(page, bot):
    say(page, "ถาม")
    page.click(".pill:has-text('ดำเนินการ')")
    expect(page.locator(".own .bubble").last).to_have_text("ดำเนินการ")
    expect(page.locator("#quick")).to_be_hidden()
    assert bot.heard[-1]["message"]["text"] == "ดำเนินการ"


def test_card_button_shows_its_words_and_sends_its_data(page, bot):
    say(page, "การ์ด")
    page.click(".flex-button button:has-text('รายงาน')")
    expect(page.locator(".theirs .bubble")).to_have_text("เบิกจ่ายแล้วเท่าไร")
    expect(page.locator(".own .bubble").last).to_have_text("รายงาน")
    assert bot.heard[-1]["postback"] == {"data": "report:13"}


def test_thai_card_is_drawn_as_line_draws_it(page):
    say(page, "การ์ด")
    bubble = page.locator(".flex-bubble")
    expect(bubble).to_have_css("width", "300px")
    expect(page.locator(".flex-header > .flex-box")).to_have_css("background-color", "rgb(11, 122, 75)")
    assert page.evaluate("document.fonts.check('16px \"Noto Sans Thai Looped\"', 'ผู้ว่าฯ')")
    name = page.locator(".flex-header .flex-text").nth(1)
    assert name.bounding_box()["height"] < 2 * 16 * 1.4 + 2, "a long name stops after two lines"
    track, filled = page.evaluate(
        "[...document.querySelectorAll('.flex-body .flex-box .flex-box .flex-box')].filter(n => n.style.width === '45%')"
        ".map(n => [n.parentNode.clientWidth, n.clientWidth])[0]"
    )
    assert filled == pytest.approx(track * 0.45, abs=1)
    primary = page.locator(".flex-button-primary")
    expect(primary).to_have_css("height", "40px")


def test_carousel_has_bubbles_of_one_height_and_slides(page):
    say(page, "รายงาน")
    row = page.locator(".flex-carousel")
    expect(row.locator(".flex-bubble")).to_have_count(3)
    heights = {round(box.bounding_box()["height"]) for box in row.locator(".flex-bubble").all()}
    assert len(heights) == 1
    expect(page.locator(".arrow.left")).to_be_hidden()
    page.click(".arrow.right")
    expect(page.locator(".arrow.left")).to_be_visible()


def test_menu_is_tapped_and_folded(page, bot):
    bot.publish_menu(SOMCHAI, picture("PNG", (2500, 843)))
    page.click(".area[aria-label=ถาม]")
    expect(page.locator(".own .bubble")).to_have_text("ถาม")
    page.click("#menu-bar")
    expect(page.locator("#menu-picture")).to_be_hidden()


def test_photos_chosen_together_are_one_set_and_can_be_taken_back(page, bot):
    files = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": picture()} for n in (1, 2)]
    page.set_input_files("#image-file", files)
    expect(page.locator(".own .photo")).to_have_count(2)
    for photo in page.locator(
        ".photo"
    ).all():  # waits without evaluating strings, which the page's policy forbids
        expect(photo).to_have_js_property("naturalWidth", 640)
    assert [event["message"]["imageSet"]["index"] for event in bot.heard] == [1, 2]
    page.locator(".own .photo").first.click(button="right")
    page.click("[role=menuitem]:has-text('ยกเลิกข้อความ')")
    expect(page.get_by_text("คุณยกเลิกข้อความ")).to_be_visible()
    expect(page.locator(".own .photo")).to_have_count(1)
    assert bot.heard[-1]["unsend"]["messageId"] == bot.heard[0]["message"]["id"]


def test_long_press_offers_to_take_back(open_page):
    page = open_page(390, 844, has_touch=True)
    say(page, "ผิดไปแล้ว")
    page.locator(".own .bubble").dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    expect(page.locator("[role=menuitem]").first).to_be_visible()


def test_file_place_and_sticker_are_sent(page, bot):
    page.set_input_files("#any-file", [{"name": "แผน 2564.xlsx", "mimeType": "", "buffer": b"12345"}])
    expect(page.locator(".own .file")).to_contain_text("แผน 2564.xlsx")
    page.click("#send-location")
    page.fill("#place [name=title]", "สะพานบ้านท่าตะคร้อ")
    page.click("#place .main")
    expect(page.locator(".own .place")).to_contain_text("สะพานบ้านท่าตะคร้อ")
    page.click("#send-sticker")
    page.click(".sticker-choice >> nth=0")
    expect(page.locator(".own .sticker")).to_be_visible()
    assert [event["message"]["type"] for event in bot.heard] == ["file", "location", "sticker"]


def test_cancelled_place_is_not_sent(page, bot):
    page.click("#send-location")
    page.click("#place [type=button]")
    expect(page.locator("#place")).to_be_hidden()
    assert bot.heard == []


def test_blocking_closes_the_way_and_adding_opens_it(page, bot):
    page.click("#chat-more")
    page.click("[role=menuitem]")
    expect(page.locator("#standing")).to_contain_text("คุณบล็อกบัญชีนี้ไว้")
    expect(page.locator("#composer")).to_be_hidden()
    page.click("#standing button")
    expect(page.locator(".theirs .bubble")).to_contain_text("สวัสดี")
    assert [event["type"] for event in bot.heard] == ["unfollow", "follow"]


def test_newcomer_adds_the_bot_on_a_new_phone(page, bot):
    page.click("#new-phone")
    page.fill("#ask input", "วิชัย")
    page.keyboard.press("Enter")
    expect(page.locator(".person.open strong")).to_have_text("วิชัย")
    page.click("#standing button")
    expect(page.locator(".theirs .bubble")).to_contain_text("สวัสดี")


def test_group_speaks_in_turn(page, bot):
    page.click("#new-group")
    page.fill("#ask input", "ติดตามงบจังหวัด")
    page.keyboard.press("Enter")
    expect(page.locator("#chat-name")).to_have_text("ติดตามงบจังหวัด")
    page.select_option("#speak-as", label="มาลี")
    say(page, "สถานะ 13")
    expect(page.locator(".by").first).to_have_text("มาลี")
    expect(page.locator(".theirs .bubble").first).to_have_text("@ตามงาน สถานะ 13")


def test_conversation_is_kept_apart_and_survives_a_reload(page):
    say(page, "ของสมชาย")
    expect(page.locator(".theirs .bubble")).to_be_visible()
    page.click(".person:has-text('มาลี')")
    expect(page.locator(".bubble")).to_have_count(0)
    page.click(".person:has-text('สมชาย')")
    page.reload()
    expect(page.locator(".own .bubble")).to_have_text("ของสมชาย")


SLOW_FETCH = """() => {
  const real = window.fetch;
  window.fetch = async (address, ...more) => {
    const answer = await real(address, ...more);
    if (String(address).includes("phone=U5a")) await new Promise((done) => setTimeout(done, 600));
    return answer;
  };
}"""


def test_slow_answer_about_a_phone_put_down_is_thrown_away(page, line):
    say(page, "ของสมชาย")
    expect(page.locator(".theirs .bubble")).to_be_visible()
    page.evaluate(SLOW_FETCH)
    page.wait_for_timeout(700)
    line.add_friend(display_name="วิชัย")
    with page.expect_request(lambda request: "phone=U5a" in request.url):
        pass
    page.click(".person:has-text('มาลี')")
    expect(page.locator("#chat-as")).to_have_text("มาลี")
    expect(page.locator(".bubble")).to_have_count(0)
