"""Signs that work goes on, has not begun or cannot go on: verbs of work and what stands around them."""

from thai.signs import Signs, before_in_clause, word_before
from thai.tokens import Kind, Tokens, is_kind

_VERBS = (Kind.MONEY, Kind.DO, Kind.START, Kind.STOPPED, Kind.DONE)
_NAMED_BY_VERB = (
    "ขุด",
    "ก่อสร้าง",
    "สร้าง",
    "ปลูก",
    "อบรม",
    "ฝึก",
    "ติดตั้ง",
    "จัด",
    "พัฒนา",
    "ส่งเสริม",
    "รณรงค์",
    "อนุรักษ์",
    "ปรับปรุง",
)
_WHOLE = (
    "ทำ", "ติดตั้ง", "ก่อสร้าง", "เข้าพื้นที่", "เข้างาน", "เข้าทำงาน", "เข้าดำเนินการ", "ลงมือ", "เดินงาน",
)  # fmt: skip
_PAPERWORK = (
    "ขออนุ",
    "ขอความเห็น",
    "เตรียม",
    "วางแผน",
    "หารือ",
    "ประสาน",
    "เสนอ",
    "ตรวจเอกสาร",
    "ตรวจสอบ",
    "รวบรวม",
    "พิจารณา",
    "เอกสาร",
    "รายงาน",
    "รูปเล่ม",
    "สรุป",
    "หลักฐาน",
    "ใบสำคัญ",
    "ทำเอกสาร",
    "ทำรายงาน",
    "ทำรูปเล่ม",
    "จัดทำรายงาน",
    "จัดทำเอกสาร",
    "จัดทำรูปเล่ม",
    "เขียนรายงาน",
    "คืนเงิน",
    "ส่งคืน",
)


def doing(tokens: Tokens, at: int, signs: Signs) -> None:
    """A verb of work: denied it has not started, impossible it is blocked, past or with a figure it goes on."""
    token = tokens[at]
    before = word_before(tokens, at)
    if token.value == "not":
        signs.not_started.append(token)
    elif before and before.kind is Kind.NOT and before.value == "cannot":
        if not is_kind(tokens, at + 1, Kind.MONEY, Kind.AWAITING):
            signs.blocked.append(token)
    elif before and before.kind is Kind.YET:
        _not_yet(tokens, at, signs)
    elif at > 1 and tokens[at - 1].is_punct(":") and tokens[at - 2].text == "สถานะ":
        signs.going.append(token)
    else:
        _done_or_going(tokens, at, signs)


def _done_or_going(tokens: Tokens, at: int, signs: Signs) -> None:
    token, before, after = tokens[at], word_before(tokens, at), _after_verbs(tokens, at)
    is_denied = before is not None and before.kind in (Kind.NOT, Kind.WAIT)
    if _is_impossible(tokens, at):
        signs.blocked.append(token)
    elif is_kind(tokens, after, Kind.PAST) and "เรียบร้อย" in tokens[after].text:
        signs.completed.append(token)
    elif is_denied:
        return
    elif token.kind is Kind.START:
        if is_kind(tokens, after, Kind.PAST, Kind.DATE):
            signs.going.append(token)
    elif _is_under_way(tokens, at, after):
        signs.going.append(token)


def _after_verbs(tokens: Tokens, at: int) -> int:
    """Return where the chain of verbs that begins at `at` ends: เริ่มลงมือทำ."""
    after = at + 1
    while is_kind(tokens, after, Kind.DO, Kind.START, Kind.WENT):
        after += 1
    return after


def _not_yet(tokens: Tokens, at: int, signs: Signs) -> None:
    after = _after_verbs(tokens, at)
    if is_kind(tokens, after, Kind.DONE):
        signs.is_unfinished = True
    elif (
        not is_kind(tokens, after, Kind.MONEY, Kind.AWAITING, Kind.TENDER, Kind.ACCEPTED)
        or tokens[after].spaced
    ):
        signs.not_started.append(tokens[at])


def _is_impossible(tokens: Tokens, at: int) -> bool:
    """จัดงานไม่ได้, ดำเนินการต่อไม่ได้; but not จัดงาน ไม่ได้เบิก, where the denial belongs to what follows."""
    for place in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[place]
        if token.kind is Kind.NOT and token.text == "ไม่ได้":
            denies_next = is_kind(tokens, place + 1, *_VERBS) and not tokens[place + 1].spaced
            return not denies_next and not token.spaced
        if token.kind not in (Kind.OTHER, Kind.NOISE):
            return False
    return False


def _is_part_done(tokens: Tokens, at: int) -> bool:
    """Return whether a part is done of what the next few words name: จัดอบรมแกนนำเยาวชนไปแล้ว 6 รุ่นจาก 8 รุ่น."""
    place = at + 1
    while place < at + 4 and is_kind(tokens, place, Kind.OTHER, Kind.NOISE, Kind.NAME):
        place += 1
    is_past = is_kind(tokens, place, Kind.PAST) and "ไป" in tokens[place].text
    return is_past and is_kind(tokens, place + 1, Kind.PERCENT, Kind.FRACTION)


def _is_under_way(tokens: Tokens, at: int, after: int) -> bool:
    if _is_part_done(tokens, at):
        return True
    while after < len(tokens) and (
        tokens[after].is_punct(".") or (tokens[after].kind is Kind.OTHER and len(tokens[after].text) <= 4)
    ):
        after += 1  # a short word between: อบรมผปก.ไปแล้ว
    if is_kind(tokens, at + 1, Kind.PAST) or is_kind(tokens, after, Kind.PAST):
        place = after if is_kind(tokens, after, Kind.PAST) else at + 1
        is_whole = tokens[at].text.startswith("ดำเนิน") or tokens[at].text in _WHOLE
        return (
            is_kind(tokens, place + 1, Kind.PERCENT, Kind.FRACTION) or is_whole or "ไป" in tokens[place].text
        )
    return (
        tokens[at].text in ("ทำ", "ดำเนินการ", "ดำเนินงาน")
        and is_kind(tokens, after, Kind.PERCENT, Kind.FRACTION)
        and after > at + 1
    )


def part_so_far(tokens: Tokens, at: int, signs: Signs) -> None:
    """แจกไปแล้ว 3 จาก 5 ตำบล, ผลิตสื่อไปแล้ว 60%: whatever was done so far, it goes on; but not งานไปแล้ว 60%."""
    if "ไป" not in tokens[at].text or tokens[at].spaced or at == 0:
        return
    figure = at + 2 if is_kind(tokens, at + 1, Kind.ABOUT, Kind.WENT) else at + 1
    if not is_kind(tokens, figure, Kind.PERCENT, Kind.FRACTION):
        return
    verb = tokens[at - 1]
    is_name = verb.kind is Kind.NAME and verb.text.startswith(_NAMED_BY_VERB)
    if is_name or (
        verb.kind in (Kind.OTHER, Kind.NOISE) and len(verb.text) > 1 and not _is_of_money(tokens, at)
    ):
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
        (signs.blocked if _is_impossible(tokens, at) else signs.going).append(token)
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
