"""Signs that work goes on, has not begun or cannot go on: verbs of work and what stands around them."""

from thai.signs import Signs, is_impossible, is_of_a_stretch, word_before
from thai.tokens import Kind, Tokens, is_kind

_WHOLE = (
    "ทำ", "ติดตั้ง", "ก่อสร้าง", "เข้าพื้นที่", "เข้าหน้างาน", "เข้างาน", "เข้าทำงาน", "เข้าดำเนินการ", "ลงมือ", "เดินงาน",
)  # fmt: skip


_PAPERS = (
    "เอกสาร",
    "รายงาน",
    "รูปเล่ม",
    "เรื่อง",
    "หนังสือ",
    "สเปค",
    "สเปก",
    "แผน",
    "ราคา",
    "แบบ",
    "บัญชี",
    "ใบ",
    "ฎีกา",
    "พัสดุ",
)


def doing(tokens: Tokens, at: int, signs: Signs) -> None:
    """A verb of work: denied it has not started, impossible it is blocked, past or with a figure it goes on."""
    token = tokens[at]
    before = word_before(tokens, at)
    if token.value == "not":
        signs.not_started.append(token)
    elif before and before.kind is Kind.NOT and before.value == "cannot":
        if not (is_kind(tokens, at + 1, Kind.MONEY, Kind.AWAITING) or is_of_a_stretch(tokens, at)):
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
    if is_impossible(tokens, at):
        if not is_of_a_stretch(tokens, at):
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


def _is_part_done(tokens: Tokens, at: int) -> bool:
    """Return whether a part is done of what the next few words name: จัดอบรมแกนนำเยาวชนไปแล้ว 6 รุ่นจาก 8 รุ่น."""
    place = at + 1
    while place < at + 4 and is_kind(tokens, place, Kind.OTHER, Kind.NOISE, Kind.NAME):
        place += 1
    is_past = is_kind(tokens, place, Kind.PAST) and "ไป" in tokens[place].text
    return is_past and is_kind(tokens, place + 1, Kind.PERCENT, Kind.FRACTION)


def _is_still_done(tokens: Tokens, at: int) -> bool:
    """Return whether อยู่ ends the clause of a verb and what it is done to: เทท่อลอดเหลี่ยมอยู่; but not ทำรายงานอยู่."""
    place = at + 1
    while place < at + 4 and is_kind(tokens, place, Kind.OTHER, Kind.NOISE, Kind.NAME, Kind.DO):
        token = tokens[place]
        if token.spaced or token.text.startswith(_PAPERS):
            return False
        if token.text.endswith("อยู่"):
            return place + 1 >= len(tokens) or tokens[place + 1].spaced
        place += 1
    return False


def _is_under_way(tokens: Tokens, at: int, after: int) -> bool:
    if _is_part_done(tokens, at) or _is_still_done(tokens, at):
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
