"""Signs that the work has ended: เสร็จ, ตรวจรับแล้ว; and their traps: a part, an instalment, nearly, not yet."""

from thai.signs import Signs, is_denied, word_before
from thai.tokens import Kind, Token, Tokens, before, is_kind

_LEFT_OVER = ("เหลือ", "เหลืออีก", "ยังขาด", "ขาดอีก", "อีกแค่", "ยังเหลือ")
_NO_PARTS = ("วัน", "เดือน", "ปี", "สัปดาห์", "อาทิตย์", "ชม.", "ชั่วโมง", "นาที", "รูป", "ภาพ", "น.", "โมง", "คน")
_PROMISING = ("ทันแน่", "แน่", "ชัวร์", "ทันอยู่", "ให้ทัน", "ทันไหม")
_PARTLY = ("เยอะ", "มาก", "บาง", "ส่วนใหญ่", "หลาย", "พอสมควร", "นิด", "น้อย")
_EXCEPT = ("ยกเว้น", "เว้นแต่", "ขาดแต่", "ขาดแค่", "ขาดเพียง", "เหลือแต่", "นอกจาก", "ยังไม่รวม", "except")
_PAPERS = (Kind.TENDER, Kind.AWAITING, Kind.CONTRACT)
_PAPER_WORDS = (
    "แบบ",
    "ร่าง",
    "เอกสาร",
    "สเปค",
    "สเปก",
    "แผน",
    "รูปเล่ม",
    "หนังสือ",
    "คำสั่ง",
    "โครงร่าง",
    "ป้าย",
    "สื่อ",
    "ใบงาน",
    "รายงาน",
)
_PARTIAL_WORDS = 4  # letters of unknown text before "done" that make it the end of a part only


def done(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    before = word_before(tokens, at)
    is_promised = any(one.text.startswith(_PROMISING) for one in tokens[at + 1 : at + 3])
    is_too_late = is_promised or (is_kind(tokens, at + 1, Kind.NOT) and not tokens[at + 1].spaced)  # เสร็จไม่ทัน
    if is_denied(tokens, at) or is_too_late or (before and before.kind in (Kind.ALMOST, Kind.WAIT)):
        signs.is_unfinished = True
        return
    if token.value == "neat" and not _is_neat_end(tokens, at):
        return
    if before and (before.kind in _PAPERS or (before.kind is Kind.NAME and _is_paper_of_name(tokens, at))):
        signs.signed.append(token)
        return
    if any(one.text.startswith(_PARTLY) for one in tokens[at + 1 : at + 4] if not one.spaced):
        signs.is_unfinished = True  # เสร็จไปเยอะแล้ว, เสร็จบางส่วน
        return
    if any(word in one.text for one in tokens[at + 1 : at + 5] for word in _EXCEPT):
        signs.is_unfinished = True  # เสร็จหมดยกเว้นป้าย
        return
    after = _next_meaning(tokens, at + 1)
    if after and after.kind in (Kind.FRACTION, Kind.NUMBER) and after.number and after.number.value < 100:
        return  # เสร็จ 2 ใน 4, เสร็จ 54
    if before and before.kind in (Kind.INSTALMENT, Kind.COUNT):
        return
    if _is_of_so_many(tokens, at):
        return  # เสร็จแล้ว 1 รุ่น
    if before and before.kind is Kind.PERCENT and before.number and before.number.value < 100:
        return
    if any(one.value == "part" for one in tokens[max(0, at - 2) : at]):
        return  # รุ่น 3 เสร็จแล้ว
    if before and before.kind is Kind.MONEY and not tokens[at].spaced:
        return
    (signs.part_done if _is_of_a_part(tokens, at) else signs.completed).append(token)


def _is_paper_of_name(tokens: Tokens, at: int) -> bool:
    """Return whether it is the paperwork of what is named that is done: ร่าง TOR ขนมไทยเสร็จแล้ว, แบบเขื่อนบ้านลาดเสร็จ."""
    place = next((place for place in range(at - 1, -1, -1) if tokens[place].kind is Kind.NAME), 0) - 1
    if place < 0 or tokens[place].kind is Kind.LINE:
        return False
    return tokens[place].kind in _PAPERS or tokens[place].text.endswith(_PAPER_WORDS)


def _is_of_so_many(tokens: Tokens, at: int) -> bool:
    """Return whether only so many of the things counted are done; days and pictures count something else."""
    place = at + 1
    while is_kind(tokens, place, Kind.PAST, Kind.WENT):
        place += 1
    is_all = any(
        token.kind is Kind.FULL for token in tokens[place + 1 : place + 3]
    )  # แล้วเสร็จ 2 รุ่น ครบตามเป้าหมาย
    return is_kind(tokens, place, Kind.COUNT) and not is_all and not tokens[place].text.endswith(_NO_PARTS)


def remaining(tokens: Tokens, at: int, signs: Signs) -> None:
    """What is left over makes the work unfinished, unless it is money: เหลืองวดสุดท้าย, but not เหลือเงิน 2 ล้าน."""
    is_money = is_kind(tokens, at + 1, Kind.AMOUNT, Kind.MONEY, Kind.BUDGET, Kind.AWAITING, Kind.REMAINING)
    if tokens[at].text in _LEFT_OVER and not is_money and at + 1 < len(tokens):
        signs.is_unfinished = True


def full(tokens: Tokens, at: int, signs: Signs) -> None:
    """จัดครบแล้ว, อบรมครบทุกรุ่น: all of the activity; but not เครื่องจักรเข้าครบ."""
    is_all = tokens[at].text.startswith("ครบ") and not is_kind(
        tokens, at + 1, Kind.WENT, Kind.COUNT, Kind.FRACTION, Kind.PERCENT
    )
    if is_all and is_kind(tokens, at - 1, Kind.DO) and not is_denied(tokens, at - 1):
        signs.completed.append(tokens[at])


def _is_neat_end(tokens: Tokens, at: int) -> bool:
    """เรียบร้อย means done only by itself or after the work itself."""
    before = word_before(tokens, at)
    return before is None or before.kind in (Kind.LINE, Kind.NAME, Kind.REFERENCE, Kind.WORK, Kind.DO)


def _next_meaning(tokens: Tokens, at: int) -> Token | None:
    return next(
        (token for token in tokens[at : at + 4] if token.kind not in (Kind.PAST, Kind.WENT, Kind.OTHER)), None
    )


def _is_of_a_part(tokens: Tokens, at: int) -> bool:
    """Return whether unknown words right before make it the end of a part: ผิวทางเสร็จ, ตอกเข็มเสร็จ."""
    letters = 0
    for token in before(tokens, at):
        if token.kind in (
            Kind.NAME,
            Kind.REFERENCE,
            Kind.LINE,
            Kind.PUNCT,
            Kind.WORK,
            Kind.THIS,
            Kind.ALL,
            Kind.FRACTION,
            Kind.DONE,
        ):
            break
        if token.kind is Kind.COUNT:
            return True
        if token.kind is Kind.OTHER:
            letters += len(token.text)
        if token.spaced:
            break
    return letters >= _PARTIAL_WORDS


def _same_clause(tokens: Tokens, start: int) -> Tokens:
    """Return the next two words, as far as nothing else is spoken of: not the แล้ว of ตรวจรับ เบิกแล้ว."""
    other = (Kind.MONEY, Kind.WORK, Kind.LINE)
    end = start
    while end < min(start + 2, len(tokens)) and tokens[end].kind not in other:
        end += 1
    return tokens[start:end]


def accepted(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    nearby = _same_clause(tokens, at + 1)
    if is_denied(tokens, at) or any(
        one.kind in (Kind.INSTALMENT, Kind.FRACTION, Kind.NOT, Kind.YET, Kind.COUNT) for one in nearby
    ):
        return
    before = word_before(tokens, at)
    if is_kind(tokens, at - 1, Kind.OTHER) and tokens[at - 1].text.startswith("รอ"):
        return  # รอกรรมการนัดตรวจรับ
    if before and before.kind in (Kind.WAIT, Kind.GOING, Kind.INSTALMENT):
        if before.kind is Kind.GOING and not any(
            one.kind is Kind.INSTALMENT for one in tokens[max(0, at - 3) : at]
        ):
            signs.going.append(before)
        return
    is_over = any(one.kind in (Kind.PAST, Kind.DONE, Kind.FULL) for one in nearby) or "สุดท้าย" in token.text
    if is_over and token.value != "delivered":
        signs.completed.append(token)
