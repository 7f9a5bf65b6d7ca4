"""Moving the simulator's clock lets duties run, and their messages reach the phones."""

from playwright.sync_api import expect


def move(page, words):
    page.fill("#clock-to", words)
    page.click("#clock-form button")


def test_first_of_may_reminds_officers(page):
    move(page, "1 พ.ค. 08:30")
    expect(page.locator("#clock-answer")).to_contain_text("เตือนส่งรายงาน")
    expect(page.locator("#now-time")).to_have_text("08:30")
    expect(page.locator("#now-day")).to_have_text("ส. 1 พ.ค. 64")
    mali = page.locator(".person:has-text('มาลี')")
    expect(mali.locator(".badge")).to_have_text("1")
    expect(page.locator(".flex-bubble")).to_be_visible()
    expect(page.locator("#quota-words")).to_have_text("เดือนนี้ใช้ 2 จาก 300")
    expect(page.locator("#sent tr.counted")).to_have_count(2)
    mali.click()
    expect(mali.locator(".badge")).to_have_count(0)


def test_next_duty_is_one_tap(page):
    page.click(".duty >> nth=1")
    expect(page.locator("#now-day")).to_have_text("อ. 1 มิ.ย. 64")
    expect(page.locator(".ran")).to_have_count(2)


def test_words_not_understood_are_answered_with_examples(page):
    move(page, "เมื่อไรดี")
    expect(page.locator("#clock-answer")).to_contain_text("วันจันทร์หน้า")
    expect(page.locator("#now-time")).to_have_text("09:00")


def test_quiet_days_say_that_nothing_was_due(page):
    move(page, "+1 hour")
    expect(page.locator("#clock-answer")).to_have_text("ไม่มีงานที่ถึงกำหนด")
    expect(page.locator("#now-time")).to_have_text("10:00")
