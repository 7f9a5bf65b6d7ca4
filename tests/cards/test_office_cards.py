"""What the provincial office and the governor read: silence is not movement, and someone can always be phoned."""

from dataclasses import replace
from decimal import Decimal

from cards.disbursed import disbursed
from cards.help_card import help_card
from cards.look.pieces import Piece
from cards.overdue import overdue
from cards.stalled import stalled
from cards.summary import summary
from cards.views_office import OverdueRow
from cards.whole_plan import whole_plan
from i18n import speaking
from rules.role import Role
from tests.cards import cast, gallery
from tests.cards.cast_office import plan, week
from tests.cards.line_rules import actions, components


def test_the_governor_reads_four_groups_and_no_report_is_one_of_its_own() -> None:
    shown = _texts(summary(week()).contents)
    for number, name in (("9", "คืบหน้า"), ("4", "ไม่คืบหน้า"), ("4", "ไม่มีรายงาน"), ("6", "แล้วเสร็จ")):
        assert shown[shown.index(name) - 1] == number


def test_the_worst_ten_give_age_reason_and_agency_and_open_at_a_tap() -> None:
    card = summary(replace(week(), worst=tuple(cast.stalled_rows(12))))
    ages = [text for text in _texts(card.contents) if "วันทำการ" in text]
    assert len(ages) == 10
    assert "ต้องประกาศจัดจ้างใหม่ · แขวงทางหลวงชนบทเพชรบุรี" in _texts(card.contents)
    assert {"type": "message", "label": "สถานะ 1", "text": "สถานะ 1"} in actions(card.contents)


def test_a_row_without_a_reason_says_so() -> None:
    assert "23 เพชรบุรี เมืองสันติสุข ร่มเย็น: 60 วันทำการ ตั้งแต่ 3 ก.พ. 64 · กอ.รมน.จังหวัดเพชรบุรี · ยังไม่แจ้งสาเหตุ" in (
        stalled(cast.stalled_rows(), 4).text
    )


def test_nothing_stalled_still_points_at_the_silent_ones() -> None:
    card = stalled([], 0)
    assert card.alt == "ไม่มีกิจกรรมใดหยุดนิ่ง"
    assert "กิจกรรมที่ยังไม่รายงานไม่นับในนี้" in card.text
    assert card.choices[0].text == "ค้างรายงาน"


def test_money_that_fell_since_last_week_is_not_called_growth() -> None:
    now = week()
    fell = summary(replace(now, last_week_disbursed_satang=now.disbursed_satang + 100_000))
    assert "ลดจากสัปดาห์ก่อน 1,000 บาท" in fell.text
    same = summary(replace(now, last_week_disbursed_satang=now.disbursed_satang))
    assert "เท่ากับสัปดาห์ก่อน" in same.text


def test_who_cannot_be_reached_is_phoned_at_a_tap() -> None:
    rows = [OverdueRow(cast.RURAL_ROADS, (14,), 7, "สมชาย", "มาลี", "0 3200 0001 ต่อ 12", True)]
    card = overdue(cast.APRIL, rows)
    assert {"type": "uri", "label": "สมชาย", "uri": "tel:032000001"} in actions(card.contents)
    assert "ติดต่อทาง LINE ไม่ได้ โปรดโทร" in card.text


def test_a_phone_that_is_only_words_is_shown_and_not_dialled() -> None:
    card = overdue(cast.APRIL, [OverdueRow(cast.RURAL_ROADS, (14,), 7, "สมชาย", "", "สอบถามที่สำนักงาน")])
    assert actions(card.contents) == []
    assert "สอบถามที่สำนักงาน" in card.text


def test_money_is_told_against_its_target_in_points_and_words() -> None:
    card = gallery.office()["disbursed"]
    assert card.alt == "เบิกจ่ายแล้ว 28.8% ของ 181,750,000 บาท เป้าหมาย 45% ต่ำกว่าเป้า 16.2 จุด"
    assert "เป้าหมาย 55% สูงกว่าเป้า 2.78 จุด" in card.text


def test_without_a_target_no_verdict_is_given() -> None:
    with speaking("en"):
        row = gallery.DisbursedRow("Total", 100_00, 50_00, 60_00)
        card = disbursed(gallery.DisbursedView(2564, 3, cast.APRIL, (), row))
    assert "target" not in card.text
    assert "Disbursed: 50 baht (50%)" in card.text


def test_exactly_on_target_is_neither_ahead_nor_behind() -> None:
    row = gallery.DisbursedRow("รวม", 100_00, 50_00, 60_00, Decimal(50))
    assert "เป้าหมาย 50% ตามเป้า" in disbursed(gallery.DisbursedView(2564, 3, cast.APRIL, (), row)).text


def test_the_plan_names_its_year_in_the_readers_era() -> None:
    assert "ปีงบประมาณ 2564" in whole_plan(plan()).alt
    with speaking("en"):
        assert "fiscal year 2021" in whole_plan(plan()).alt


def test_help_offers_each_role_what_it_may_do() -> None:
    officer, governor, admin = (help_card(role).text for role in (Role.OFFICER, Role.EXECUTIVE, Role.ADMIN))
    assert "• รายงาน 13 –" in officer
    assert "• รายงาน" not in governor
    assert "• สรุป –" in governor
    assert "• ออกรหัส –" in admin
    assert "• ออกรหัส –" not in governor


def _texts(contents: Piece | None) -> list[str]:
    return [each["text"] for each in components(contents) if "text" in each]
