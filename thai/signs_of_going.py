"""Signs that something goes on: กำลัง, อยู่ระหว่าง, ไปแล้ว 3 จาก 5; what follows tells whether it is the work itself."""

from thai.signs import Signs, before_in_clause, is_impossible, word_before
from thai.tokens import Kind, Tokens, is_kind

_NAMED_BY_VERB = (
    "ขุด", "ก่อสร้าง", "สร้าง", "ปลูก", "อบรม", "ฝึก", "ติดตั้ง", "จัด", "พัฒนา", "ส่งเสริม", "รณรงค์", "อนุรักษ์", "ปรับปรุง",
)  # fmt: skip
_BUILDING = (
    "ลงหิน", "ลงลูกรัง", "ลงเข็ม", "ลงดิน", "ทาสี", "ตีเส้น", "ปรับเกลี่ย", "ปรับพื้น", "ปรับระดับ",
    "เก็บงาน", "เก็บรายละเอียด", "ผูกเหล็ก", "เข้าแบบ", "ตั้งแบบ", "ก่ออิฐ", "ก่อผนัง", "ฉาบ",
    "รื้อ", "เกรด", "บด", "เดินสาย", "เดินท่อ", "เชื่อม", "ประกอบ", "ผลิต", "ขนดิน", "ขนหิน",
    "ขนวัสดุ", "ถากถาง", "ตัดต่อ", "ถ่ายทำ", "ตอก", "เทคาน", "เทปูน", "เทคอนกรีต", "ขยายไหล่ทาง",
    "ยกคันทาง", "เรียงหิน", "วางท่อ", "วางแนว", "ก่อคัน", "ดาดคอนกรีต",
)  # fmt: skip
_AFTER_STILL = (Kind.PERCENT, Kind.LINE, Kind.PUNCT, Kind.AMOUNT)
_AFTER_PAYMENT = (Kind.PAST, Kind.AMOUNT, Kind.PERCENT, Kind.EXTRA, Kind.TOTAL, Kind.FULL, Kind.INSTALMENT)
_PAPERWORK = (
    "ขออนุ", "ขอความเห็น", "เตรียม", "วางแผน", "หารือ", "ประสาน", "เสนอ", "ตรวจเอกสาร", "ตรวจสอบ", "รวบรวม",
    "พิจารณา", "เอกสาร", "รายงาน", "รูปเล่ม", "สรุป", "หลักฐาน", "ใบสำคัญ", "ทำเอกสาร", "ทำรายงาน", "ทำรูปเล่ม",
    "จัดทำรายงาน", "จัดทำเอกสาร", "จัดทำรูปเล่ม", "เขียนรายงาน", "คืนเงิน", "ส่งคืน",
)  # fmt: skip


def part_so_far(tokens: Tokens, at: int, signs: Signs) -> None:
    """แจกไปแล้ว 3 จาก 5 ตำบล, ผลิตสื่อไปแล้ว 60%: whatever was done so far, it goes on; but not งานไปแล้ว 60%."""
    if "ไป" not in tokens[at].text or tokens[at].spaced or at == 0:
        return
    figure = at + 2 if is_kind(tokens, at + 1, Kind.ABOUT, Kind.WENT) else at + 1
    if not is_kind(tokens, figure, Kind.PERCENT, Kind.FRACTION):
        return
    verb = tokens[at - 1]
    is_name = verb.kind is Kind.NAME and (any(word in verb.text for word in _NAMED_BY_VERB))
    if is_name or (
        verb.kind in (Kind.OTHER, Kind.NOISE) and len(verb.text) > 1 and not _is_of_money(tokens, at)
    ):
        signs.going.append(tokens[at])


def still_building(tokens: Tokens, at: int, signs: Signs) -> None:
    """ลงหินคลุกอยู่, ทาสีราวกันตกอยู่: a verb of building that อยู่ ends; but not ยังทาสีไม่ได้อยู่."""
    if not tokens[at].text.endswith("อยู่") or tokens[at].spaced:
        return
    if at + 1 < len(tokens) and not (tokens[at + 1].spaced or tokens[at + 1].kind in _AFTER_STILL):
        return
    clause = [tokens[at], *before_in_clause(tokens, at)]
    if any(token.kind in (Kind.NOT, Kind.YET, Kind.WILL, Kind.WAIT) for token in clause):
        return
    if any(token.text.startswith(_BUILDING) for token in clause):
        signs.going.append(tokens[at])


def _is_of_money(tokens: Tokens, at: int) -> bool:
    for token in before_in_clause(tokens, at):
        if token.kind in (
            Kind.MONEY,
            Kind.AWAITING,
            Kind.WORK,
            Kind.CONTRACT,
            Kind.BUDGET,
            Kind.TENDER,
            Kind.PLANNED,
        ):
            return True
        if token.kind is Kind.DO:
            return False
    return False


def going(tokens: Tokens, at: int, signs: Signs) -> None:
    """กำลัง / อยู่ระหว่าง: what follows tells whether it is work, procurement or mere paperwork."""
    token = tokens[at]
    before = word_before(tokens, at)
    if before and before.value == "cannot" and token.value in ("work", "resumed"):
        signs.blocked.append(token)
        return
    if before and before.kind in (Kind.NOT, Kind.YET, Kind.INSTEAD):
        return
    if before and before.kind is Kind.INSTALMENT and is_kind(tokens, at + 1, Kind.ACCEPTED):
        return  # one instalment's acceptance tells nothing of the work
    if token.value in ("work", "resumed"):
        (signs.blocked if is_impossible(tokens, at) else signs.going).append(token)
        return
    _what_goes_on(tokens, at, signs)


def _what_goes_on(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    for place in range(at + 1, min(at + 5, len(tokens))):
        kind = tokens[place].kind
        if tokens[place].spaced and place > at + 1 and kind is not Kind.TENDER:
            break
        if kind is Kind.TENDER or (kind is Kind.CAUSE and tokens[place].value == "REBID"):
            signs.tender.append(tokens[place])
            return
        if kind is Kind.WILL and tokens[place].text.startswith(_PAPERWORK):
            return
        is_done_already = (
            kind is Kind.MONEY and place > at + 1 and is_kind(tokens, place + 1, *_AFTER_PAYMENT)
        )
        if is_done_already and is_kind(tokens, place - 1, Kind.DO, Kind.OTHER, Kind.NOISE, Kind.PLANNED):
            break  # กำลังก่อสร้างเบิกแล้ว 17.5 ลบ.
        if kind in (Kind.AWAITING, Kind.MONEY, Kind.WAIT, Kind.PROBLEM, Kind.SAME):
            return
        if kind is Kind.CAUSE and place == at + 1:
            return
        if kind in (Kind.OTHER, Kind.NOISE) and tokens[place].text.startswith(_PAPERWORK):
            return
        if kind is Kind.CONTRACT:
            signs.tender.append(tokens[place])
            return
        if kind in (Kind.LINE, Kind.NUMBER, Kind.PERCENT):
            break
    if "ขั้นตอน" not in token.text or is_kind(tokens, at + 1, Kind.DO):
        signs.going.append(token)
