"""The confirm card shows last, now and plan, marks doubts, and hides no doubtful activity."""

from cards.card import Choice
from cards.confirm import confirm
from cards.look.pieces import Piece
from cards.receipt import receipt
from cards.views import ReceiptView
from tests.cards import cast
from tests.cards.line_rules import actions, components

YES, NO = Choice("ยืนยัน", "ยืนยัน", "yes"), Choice("ยกเลิก", "ยกเลิก", "no")


def test_last_now_and_plan_stand_side_by_side() -> None:
    shown = _texts(confirm([cast.item_13()], YES, NO).contents)
    work = shown.index("ผลงาน")
    assert shown[work + 1 : work + 4] == ["30%", "45%", "50%"]
    money = shown.index("เบิกจ่ายสะสม (บาท)")
    assert shown[money + 1 : money + 4] == ["900,000", "1,200,000", "วงเงิน 15,000,000"]


def test_what_changed_is_bold_and_what_stayed_is_not() -> None:
    pieces = {
        each["text"]: each
        for each in components(confirm([cast.item_13()], YES, NO).contents)
        if "text" in each
    }
    assert (pieces["45%"]["weight"], pieces["13,000,000"]["weight"]) == ("bold", "regular")


def test_satang_are_never_rounded_away() -> None:
    card = confirm([cast.doubtful_14()], YES, NO)
    assert "2,250,000.50" in _texts(card.contents)
    assert "2,250,000.50 บาท" in card.text


def test_a_doubt_is_asked_on_the_card_and_the_amount_can_be_switched_in_one_tap() -> None:
    card = confirm([cast.doubtful_14()], YES, NO)
    assert "โปรดตรวจสอบ" in _texts(card.contents)
    assert "ยอดเบิกจ่ายลดลงจาก 3,000,000 บาท" in card.text
    assert [each["data"] for each in actions(card.contents)] == ["yes", "switch:14", "fix:14", "no"]


def test_how_the_words_were_read_is_shown() -> None:
    card = confirm([cast.item_13()], YES, NO)
    assert any("เบิกแล้ว 1.2 ล้าน = เบิกจ่ายสะสม 1,200,000 บาท" in text for text in _texts(card.contents))


def test_the_alt_text_carries_the_figures() -> None:
    alt = confirm([cast.item_13()], YES, NO).alt
    assert alt.startswith("ถูกต้องไหม กิจกรรมที่ 13: กำลังดำเนินการ · งาน 45% · เบิกจ่าย 1,200,000 บาท")


def test_several_activities_are_confirmed_on_the_first_bubble_and_each_can_be_fixed() -> None:
    card = confirm([cast.item_13(), cast.doubtful_14(), cast.unchanged_15()], YES, NO)
    first, *others = card.contents["contents"]
    assert [each["data"] for each in actions(first["footer"])] == ["yes", "no"]
    assert [text for text in _texts(first) if text in ("13", "14", "15")] == ["13", "14", "15"]
    assert "fix:13" in [each["data"] for each in actions(others[0])]
    assert "โปรดตรวจสอบ: 14" in _texts(first)


def test_among_a_hundred_the_doubtful_one_still_has_its_bubble_and_its_mark() -> None:
    items = [cast.item_13(activity=each, is_no_change=True) for each in cast.many(99)]
    doubtful = cast.item_13(activity=cast.road_13(no=100), warnings=("เกินวงเงิน",))
    card = confirm([*items, doubtful], YES, NO)
    assert "กิจกรรมที่ 100" in _texts(card.contents["contents"][1])
    assert "โปรดตรวจสอบ: 100" in _texts(card.contents["contents"][0])
    assert "100 ก่อสร้างถนนลาดยาง" in card.text
    assert "โปรดตรวจสอบ: เกินวงเงิน" in card.text
    assert f"ไม่มีการเปลี่ยนแปลง (99): {', '.join(str(no) for no in range(1, 100))}" in card.text


def test_a_receipt_gives_its_number_what_was_stored_and_what_is_left() -> None:
    card = receipt(ReceiptView("TN-64-0423", (cast.doubtful_14(),), 2, undo=NO))
    assert "เลขรับ TN-64-0423" in card.alt
    assert "เบิกจ่าย 2,250,000.50 บาท" in card.alt
    assert "เดือนนี้เหลือรายงานอีก 2 กิจกรรม" in card.text
    assert "โปรดตรวจสอบ" not in card.text
    assert actions(card.contents)[0]["data"] == "no"


def _texts(contents: Piece | None) -> list[str]:
    return [each["text"] for each in components(contents) if "text" in each]
