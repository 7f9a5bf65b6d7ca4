"""Official documents that were made: what each was asked for, what it was made from, and which reports stand behind it.

A document is made again from its row alone, so the same code gives the same document whatever was reported since.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id, Moment
from models.upsert import insert_new

# Consonants only: a code never spells a word, and Thai digits never change it.
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
CODE_LETTERS = 8


class Paper(Base):
    """One document. `inputs` is everything that its template is given, as canonical JSON; `inputs_sha256` its hash.

    `asked` holds the arguments (year, round …), `data_version` is the newest report (id) of the province that was
    known, `cells` names every figure with what was printed and the ids of the reports behind it.
    """

    __tablename__ = "papers"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"), index=True)
    form: Mapped[str] = mapped_column(String(40))
    asked: Mapped[dict[str, Any]] = mapped_column(default=dict)
    as_of: Mapped[date]
    data_version: Mapped[int]
    inputs: Mapped[str] = mapped_column(Text)
    inputs_sha256: Mapped[str] = mapped_column(String(64))
    template_sha256: Mapped[str] = mapped_column(ForeignKey("paper_templates.sha256"))
    cells: Mapped[dict[str, Any]] = mapped_column(default=dict)
    made_at: Mapped[datetime] = mapped_column(Moment)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


@dataclass(frozen=True)
class Made:
    """What is kept of a document when it is made; see Paper."""

    province_id: int
    form: str
    as_of: date
    data_version: int
    inputs: str
    template_sha256: str
    asked: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Any] = field(default_factory=dict)

    @property
    def inputs_sha256(self) -> str:
        return hashlib.sha256(self.inputs.encode()).hexdigest()

    @property
    def code(self) -> str:
        """Return the document's short code, such as BKDR-MWTQ; the same inputs in the same template have the same."""
        whole = f"{self.province_id}:{self.form}:{self.inputs_sha256}:{self.template_sha256}"
        number = int.from_bytes(hashlib.sha256(whole.encode()).digest())
        letters = []
        for _place in range(CODE_LETTERS):
            number, letter = divmod(number, len(LETTERS))
            letters.append(LETTERS[letter])
        return "".join(letters[:4]) + "-" + "".join(letters[4:])


def record_paper(session: Session, made: Made, now: datetime, by: int | None = None) -> Paper:
    """Remember a document and return its row; one that was made before keeps its row and its moment."""
    values = {
        "code": made.code,
        "province_id": made.province_id,
        "form": made.form,
        "asked": made.asked,
        "as_of": made.as_of,
        "data_version": made.data_version,
        "inputs": made.inputs,
        "inputs_sha256": made.inputs_sha256,
        "template_sha256": made.template_sha256,
        "cells": made.cells,
        "made_at": now,
        "made_by": by,
    }
    session.execute(insert_new(session, Paper, ["code"]).values(values))
    return session.scalars(select(Paper).where(Paper.code == made.code)).one()


def paper_coded(session: Session, code: str) -> Paper | None:
    """Return the document with this code, however it is typed, or None."""
    letters = "".join(letter for letter in code.upper() if letter in LETTERS)
    return session.scalar(select(Paper).where(Paper.code == f"{letters[:4]}-{letters[4:]}"))
