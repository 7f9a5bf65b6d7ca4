"""A newcomer's first three minutes, in a real browser on the real bot: the reminder comes, สมชาย answers, it is stored."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo import running_demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with running_demo(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def page(browser, demo):
    context = browser.new_context(viewport={"width": 1440, "height": 960}, locale="th-TH")
    page = context.new_page()
    page.goto(demo)
    yield page
    context.close()


def pick(page: Page, name: str) -> None:
    page.locator("#phones button", has_text=name).first.click()
    expect(page.locator("#chat-as")).to_contain_text(name)


def talk(page: Page):
    return page.locator("#talk")


def test_the_reminder_is_answered_and_a_receipt_comes(page):
    page.locator("#upcoming button", has_text="เตือนส่งรายงาน").first.click()
    pick(page, "สมชาย")
    expect(talk(page)).to_contain_text("รายงานเดือนเมษายน 2564", timeout=15_000)

    talk(page).get_by_text("ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ").last.click()
    talk(page).get_by_text("กำลังทำ", exact=True).last.click(timeout=15_000)
    talk(page).get_by_text("เท่าเดิม", exact=False).last.click(timeout=15_000)
    talk(page).get_by_text("25%", exact=True).last.click(timeout=15_000)
    talk(page).get_by_text("ไม่มีปัญหา", exact=True).last.click(timeout=15_000)  # 25 % is behind its plan
    talk(page).get_by_text("ยืนยัน", exact=True).last.click(timeout=15_000)
    expect(talk(page)).to_contain_text(re.compile(r"เลขรับ \d\d-\d{5}"), timeout=15_000)


def test_one_line_goes_straight_to_the_confirm_card(page):
    pick(page, "สมชาย")
    page.locator("#words").fill("14 งาน 12% เบิกแล้ว 1.5 ล้าน ฝนตก")
    page.locator("#words").press("Enter")
    expect(talk(page)).to_contain_text("ถูกต้องไหม", timeout=15_000)
    expect(talk(page)).to_contain_text("1,500,000")


def test_monday_reaches_the_governor(page):
    page.locator("#clock-to").fill("next Monday 08:31")
    page.locator("#clock-to").press("Enter")
    pick(page, "ท่านผู้ว่าฯ")
    expect(talk(page)).to_contain_text("สรุปประจำสัปดาห์", timeout=20_000)
