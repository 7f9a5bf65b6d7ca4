"""Hears what a person wants, beside what they report: a question, a confirmation, a correction, a greeting."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from thai.lexer import tokenise
from thai.tokens import Kind, Token, Tokens
from thai.vocabulary import intent_words

_APPROVING = re.compile("[👍👌✅🆗☑✔💯🫡]")
_THANKING = re.compile("[🙏😊😄😂🤣❤🥰😍🎉]")
_LAUGHTER = re.compile(r"^(?:[5]{3,}\+?|ฮ่า+|ขำ|lol)$")
_TELEPHONE = re.compile(r"0\d{1,2}[- ]?\d{3}[- ]?\d{3,4}")
_LETTER = re.compile(r"[ก-๎a-z0-9]")
_MANY_UNKNOWN = 12
_HEDGES = re.compile("เกือบ|น่าจะ|คงจะ|อาจ|มั้ง|คิดว่า|แต่|ยกเว้น|บางส่วน|ถ้า|ทีหลัง|almost|maybe|but|except")
_BEFORE_WISHES = ("จะ", "อยาก", "ขอ", "ช่วย", "ต้องการ", "รบกวน", "เข้ามา", "มา")
_NOT_KNOWN = re.compile(
    r"(?:ยังไม่รู้|ไม่รู้|ยังไม่ทราบ|ไม่ได้บอก|ไม่บอก|ไม่ได้ระบุ|บอกไม่ได้|บอกไม่ถูก|ตอบไม่ได้|จำไม่ได้|ไม่ต้องถาม|อย่าถาม|ไม่ต้องมาถาม|อย่ามาถาม|ไม่ชัด|จะให้|จะเอา)\S*$"
)
_INSISTED = re.compile(r"(?:ล้าน|แสน|หมื่น|พัน|บาท|%|\d|แล้ว|เสร็จ|อยู่|เดิม|หมด|ครบ|เบิก|เริ่ม|หยุด|นั่น|นี่|ตก|ท่วม)\s?$")
_REACH = 24
_THANKS = ("ขอบ", "ขอขอบ", "thank", "thx")
_LONGEST_WISH = 1_500  # letters: what is longer is told, not wished


@dataclass(frozen=True)
class Heard:
    """The wishes found in a message; `unknown` is how many letters belong to no word that expresses one."""

    tokens: Tokens
    unknown: int
    text: str

    @cached_property
    def last_fix(self) -> Token | None:
        """Return the last word of correction, None where there is none."""
        return next((token for token in reversed(self.tokens) if token.kind is Kind.FIX), None)

    def has(self, *kinds: Kind, value: str | None = None) -> bool:
        return any(token.kind in kinds and (value is None or token.value == value) for token in self.tokens)

    def is_only(self, *kinds: Kind) -> bool:
        """Return whether nothing but these kinds, politeness and signs was said."""
        allowed = (*kinds, Kind.POLITE, Kind.PUNCT, Kind.LINE)
        return self.has(*kinds) and all(
            token.kind in allowed or not _LETTER.search(token.text) for token in self.tokens
        )

    @property
    def is_approval_sign(self) -> bool:
        return bool(_APPROVING.search(self.text)) and not _LETTER.search(self.text)

    @property
    def is_laughter(self) -> bool:
        return bool(_LAUGHTER.match(self.text.replace(" ", "")))

    @property
    def is_emoji_only(self) -> bool:
        return not _LETTER.search(self.text) and bool(_THANKING.search(self.text))

    @property
    def has_telephone(self) -> bool:
        return bool(_TELEPHONE.search(self.text))

    @property
    def chats(self) -> bool:
        """Return whether there is small talk in it other than thanks, which also end a report."""
        return any(token.kind is Kind.CHAT and not token.text.startswith(_THANKS) for token in self.tokens)

    @property
    def asks(self) -> bool:
        """Return whether it is a question: a question word, or a question mark after something said."""
        return (
            self.asks_at_the_end
            or self.has(Kind.ASK, value="")
            or self.has(Kind.ASK, value="how much")
            or (self.has(Kind.ASK, value="mark") and bool(_LETTER.search(self.text)))
        )

    @property
    def asks_at_the_end(self) -> bool:
        """Return whether it ends in ยัง or รึ, which ask only there (ส่งไปยังคะ)."""
        words = [token for token in self.tokens if token.kind not in (Kind.POLITE, Kind.PUNCT, Kind.ACK)]
        return len(words) > 1 and words[-1].kind is Kind.ASK and not words[-1].spaced


def hear(text: str, report: Tokens) -> Heard:
    """Return what is wished for; words the report has read as causes or names express no wish (แก้แบบ)."""
    taken = bytearray(len(text) + 1)
    for token in report:
        if token.kind in (Kind.CAUSE, Kind.NAME):
            taken[token.start : token.end] = b"1" * (token.end - token.start)
    kept: list[Token] = []
    unknown = 0
    for token in tokenise(text[:_LONGEST_WISH], intent_words()) or ():
        is_data = token.kind in (Kind.NOISE, Kind.NUMBER, Kind.DATE) or any(taken[token.start : token.end])
        if not is_data and token.kind is Kind.OTHER:
            unknown += len(_LETTER.findall(token.text))
        is_part = token.kind is Kind.WANT and bool(kept) and _runs_into(kept[-1], token)  # นักแสดง, ไปดูมา
        is_name_insisted = token.text == "ไง" and taken[max(0, token.start - 1)]  # ก็สายหนองบัวไง
        is_told = token.kind is Kind.ASK and (is_name_insisted or _is_told_unknown(text, token))
        kept.append(replace(token, kind=Kind.NOISE, value="") if is_data or is_part or is_told else token)
    return Heard(tuple(kept), unknown, text)


def _is_told_unknown(text: str, token: Token) -> bool:
    """Return whether it is told that something is not known, not asked: ไม่ได้บอกว่าอันไหน, ยังไม่รู้ว่าเสร็จเมื่อไหร่."""
    before = text[max(0, token.start - _REACH) : token.start]
    is_insisting = token.text == "ไง" and bool(_INSISTED.search(before))  # เบิกไปแล้ว 2.2 ล้านไง
    return is_insisting or (token.value != "mark" and bool(_NOT_KNOWN.search(before)))


def _runs_into(before: Token, token: Token) -> bool:
    return before.kind is Kind.OTHER and before.end == token.start and before.text not in _BEFORE_WISHES


def is_confirmation(heard: Heard) -> bool:
    """Return whether this approves what the card shows: a yes without a no, a change or a question in it."""
    if heard.is_approval_sign:
        return True
    if (
        heard.has(Kind.NO, Kind.FIX, Kind.RETRACT, Kind.ASK)
        or heard.unknown > _MANY_UNKNOWN
        or _HEDGES.search(heard.text)
        or _has_digits(heard)
    ):
        return False
    if heard.has(Kind.YES):
        return True
    agrees = heard.has(Kind.ACK, value="") or (
        heard.has(Kind.ACK, value="particle") and not heard.has(Kind.CHAT)
    )
    return agrees and not heard.has(Kind.ACK, value="noted") and heard.is_only(Kind.ACK, Kind.CHAT)


def is_rejection(heard: Heard) -> bool:
    return heard.has(Kind.NO, Kind.RETRACT, Kind.FIX) and not heard.asks


def is_acknowledgement(heard: Heard) -> bool:
    """Return whether this only says that a message was received (รับทราบ, โอเค, 👍)."""
    if heard.is_approval_sign or heard.is_only(Kind.ACK) or heard.is_only(Kind.ACK, Kind.YES):
        return True
    is_noted = any(token.kind is Kind.ACK and token.value == "noted" for token in heard.tokens)
    idle = (Kind.POLITE, Kind.PUNCT, Kind.CHAT) if is_noted else (Kind.POLITE, Kind.PUNCT)
    first = next((token for token in heard.tokens if token.kind not in idle), None)
    if first is None or first.kind is not Kind.ACK or heard.asks or _has_digits(heard):
        return False
    return first.value != "hm" or heard.unknown <= _MANY_UNKNOWN


def is_small_talk(heard: Heard) -> bool:
    if heard.is_laughter or heard.is_emoji_only:
        return True
    return heard.has(Kind.CHAT, Kind.GREETING) or (heard.has_telephone and not heard.asks)


def _has_digits(heard: Heard) -> bool:
    return any(letter.isdigit() for letter in heard.text)
