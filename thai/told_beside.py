"""Parts what is told from what is asked in one message: "เบิกเพิ่ม 3 แสนค่ะ เดือนหน้าส่งวันไหนคะ" is a report and a question."""

from thai.intents import Heard
from thai.message import Message
from thai.normalise import Text
from thai.tokens import Kind, Token

_ASKING = ("", "how much", "mark")
_TOLD = {
    Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.COUNT, Kind.NUMBER, Kind.DONE, Kind.PAST, Kind.FULL, Kind.CAUSE,
    Kind.PROBLEM, Kind.SAME, Kind.STOPPED, Kind.ACCEPTED, Kind.TENDER, Kind.MONEY, Kind.DO, Kind.START, Kind.GOING,
}  # fmt: skip
_BEGINS_TELLING = (
    Kind.NAME, Kind.REFERENCE, Kind.NUMBER, Kind.WORK, Kind.MONEY, Kind.YET, Kind.GOING, Kind.DONE, Kind.NOW, Kind.AMOUNT,
)  # fmt: skip
# Told before a question only as its background: what stood there earlier, what a screen shows, what would be.
_BACKGROUND = (
    "ถาม", "เดือนที่แล้ว", "เดือนก่อน", "รอบที่แล้ว", "ครั้งก่อน", "ครั้งที่แล้ว", "ปีที่แล้ว", "ปีก่อน", "ระบบ", "ขึ้นว่า", "เห็นว่า", "โชว์",
    "แสดงว่า", "บอทบอก", "บอกว่า", "แจ้งว่า", "ได้ยินว่า", "ทราบว่า", "สมมุติ", "สมมติ", "ถ้า", "หาก", "กรณี", "สงสัย", "เข้าใจว่า", "เคย",
    "ที่รายงานไป", "ที่ส่งไป", "ที่แจ้งไป", "อยากรู้", "ตัวอย่าง", "เช่น", "ทำไม", "if ",
)  # fmt: skip
# The question is whether the figures are right, so they are not told for certain.
_TAGS = ("ถูก", "ตรง", "ใช่", "จริง", "แน่", "ครบ", "เหมาะ", "โอเค", "ok", "อนุมัติ", "เกิน", "ทัน", "ผ่าน")
_PARTICLES = ("คะ", "ค่ะ", "ครับ", "คับ", "จ้ะ", "จ๊ะ")
_FEWEST_LETTERS = 6  # a question of fewer letters of its own belongs to what was told before it


def told_beside_question(message: Message) -> Text | None:
    """Return the message without its questions; None where nothing is told for certain beside them."""
    heard, clean = message.heard, message.text.clean
    asking = _asking(heard)
    if not asking or heard.text != clean:
        return None
    ends = _clause_ends(message)
    spans = [_clause(ends, token) for token in asking]
    if not all(_asks_of_something_else(clean[start:end], start, end, heard) for start, end in spans):
        return None
    kept = [at for at in range(len(clean)) if not any(start <= at < end for start, end in spans)]
    told = "".join(clean[at] for at in kept)
    if not told.strip() or any(word in told for word in _BACKGROUND):
        return None
    return Text(message.text.original, told, tuple(message.text.origin[at] for at in kept))


def _asking(heard: Heard) -> list[Token]:
    found = [
        token
        for token in heard.tokens
        if (token.kind is Kind.ASK and token.value in _ASKING) or token.kind is Kind.HELP
    ]
    if heard.asks_at_the_end:
        last = [token for token in heard.tokens if token.kind is Kind.ASK][-1]
        found += [last] if last not in found else []
    return found


def _clause_ends(message: Message) -> list[int]:
    """Return where clauses end: at a line, after a polite particle, at the blank behind something told."""
    clean, heard = message.text.clean, message.heard
    ends = {0, len(clean)} | {at + 1 for at, letter in enumerate(clean) if letter in "\n?"}
    starts = {token.start for token in heard.tokens if token.kind is Kind.ASK}
    ends |= {
        token.end for token in heard.tokens if _is_particle(token) or _is_last_of_piece(token, clean, starts)
    }
    tokens = message.tokens
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if token.kind in _TOLD and following.spaced and following.start not in starts:
            ends.add(following.start)
    asked = {token.end for token in heard.tokens if token.kind is Kind.ASK}
    ends |= {
        token.start
        for token in tokens
        if token.kind in _BEGINS_TELLING and token.spaced and token.start - 1 in asked
    }
    return sorted(ends)


def _is_particle(token: Token) -> bool:
    is_polite = token.kind is Kind.POLITE and token.text.endswith(_PARTICLES)
    return is_polite or (token.kind is Kind.ACK and token.value == "particle")


def _is_last_of_piece(token: Token, clean: str, starts: set[int]) -> bool:
    is_idle = token.kind is Kind.POLITE and clean[token.end : token.end + 1] == " "
    return is_idle and token.end + 1 not in starts


def _clause(ends: list[int], token: Token) -> tuple[int, int]:
    start = max(end for end in ends if end <= token.start)
    return start, min(end for end in ends if end >= token.end)


def _asks_of_something_else(clause: str, start: int, end: int, heard: Heard) -> bool:
    """Return whether the clause asks something by itself, not whether what was told is so (ถูกไหม, ใช่ไหม)."""
    own = sum(
        len(token.text)
        for token in heard.tokens
        if start <= token.start < end
        and token.kind not in (Kind.ASK, Kind.POLITE, Kind.ACK, Kind.PUNCT, Kind.LINE)
    )
    return own >= _FEWEST_LETTERS and not clause.lstrip().startswith(_TAGS)
