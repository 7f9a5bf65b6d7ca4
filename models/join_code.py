"""Single-use codes by which people take up a post, and the guesses that went wrong."""

import hashlib
import re
import secrets
import unicodedata
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment
from models.post import Post

DIGITS = "23456789"
ALPHABET = DIGITS + "ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 O 1 I L: codes are read out on the telephone
LENGTH = 8
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_CODE = re.compile(
    rf"(?<![0-9A-Za-z])[{ALPHABET}]{{4}}\s?[{_DASHES}]?\s?[{ALPHABET}]{{4}}(?![0-9A-Za-z])", re.IGNORECASE
)
LIVES = timedelta(days=14)
GUESSES_ALLOWED = 5
GUESSES_WITHIN = timedelta(hours=1)


class JoinCode(Base):
    """Only the hash is stored: whoever reads the table cannot join with it."""

    __tablename__ = "join_codes"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"))
    holder_name: Mapped[str | None] = mapped_column(String(200))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class WrongGuess(Base):
    __tablename__ = "wrong_guesses"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)


def make_code(
    session: Session, post: Post, now: datetime, *, made_by: int | None = None, holder_name: str | None = None
) -> tuple[str, JoinCode]:
    """Return a new code for a post, as `ABCD-EFGH`, with its row; the code itself is nowhere stored."""
    bare = _new_code()
    row = JoinCode(
        code_sha256=_hash(bare),
        post_id=post.id,
        holder_name=holder_name,
        made_by=made_by,
        made_at=now,
        expires_at=now + LIVES,
    )
    session.add(row)
    session.flush()
    return f"{bare[:4]}-{bare[4:]}", row


def looks_like_code(text: str) -> bool:
    """Return whether a message is a code and nothing else, right or wrong.

    A code holds letters and digits, so neither an amount of eight digits nor an English word is taken for one.
    """
    return _is_code(_bare(text))


def code_within(text: str) -> str | None:
    """Return the code that stands in a message among other words, such as one passed on whole; None without one."""
    return next((each for each in _CODE.findall(text) if looks_like_code(each)), None)


def find_code(session: Session, text: str) -> JoinCode | None:
    """Return the row of a code as typed (any case, with or without the dash), or None."""
    return session.scalar(select(JoinCode).where(JoinCode.code_sha256 == _hash(_bare(text))))


def use_code(session: Session, code: JoinCode, person_id: int, now: datetime) -> bool:
    """Spend a code; False where it was spent or has expired in the meantime."""
    spent = session.execute(
        update(JoinCode)
        .where(JoinCode.id == code.id, JoinCode.used_at.is_(None), JoinCode.expires_at > now)
        .values(used_at=now, used_by=person_id)
        .returning(JoinCode.id)
    )
    return spent.first() is not None


def note_wrong_guess(session: Session, person_id: int, now: datetime) -> None:
    """Count a wrong guess."""
    session.add(WrongGuess(person_id=person_id, at=now))
    session.flush()


def may_guess(session: Session, person_id: int, now: datetime) -> bool:
    """Return whether the person has a guess left within the hour."""
    query = select(func.count()).where(
        WrongGuess.person_id == person_id, WrongGuess.at > now - GUESSES_WITHIN
    )
    return (session.scalar(query) or 0) < GUESSES_ALLOWED


def _new_code() -> str:
    while True:
        bare = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if _is_code(bare):
            return bare


def _is_code(bare: str) -> bool:
    digits = sum(letter in DIGITS for letter in bare)
    return len(bare) == LENGTH and set(bare) <= set(ALPHABET) and 0 < digits < LENGTH


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join("".join(letter for letter in plain if letter not in _DASHES).split())


def _hash(bare: str) -> str:
    return hashlib.sha256(bare.encode()).hexdigest()
