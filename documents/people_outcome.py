"""Turns a list of staff into posts with join codes, and into a list that can be printed and handed out."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.cells import agency_key
from documents.people_list import OF_AN_AGENCY, PeopleReading, PersonRow
from documents.plan_reading import Doubt
from documents.plan_remarks import Remark
from i18n import _
from models.agency import Agency, agencies
from models.audit import note
from models.invite import invite_to_post
from models.join_code import JoinCode
from models.plan import activities
from models.post import Post, title_holders
from thai.writing import long_date

LINE, TALL = 24, 36
FONT = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "vcenter", "text_wrap": True, "border": 1}


@dataclass(frozen=True)
class Invited:
    """One person of the list. `code` is empty where the person joined before, or was given a code that still works."""

    row: PersonRow
    agency: str
    code: str = ""
    is_joined: bool = False
    expires_at: datetime | None = None


@dataclass(frozen=True)
class PeopleOutcome:
    invited: tuple[Invited, ...]
    doubts: tuple[Doubt, ...]


def invite_people(
    session: Session,
    province_id: int,
    year_be: int,
    reading: PeopleReading,
    now: datetime,
    *,
    is_dry_run: bool = False,
) -> PeopleOutcome:
    """Make a post and a code for each person who has none; agencies and activities must be those of the plan."""
    offices = _offices(session, province_id)
    numbers = {each.no: each.agency_id for each in activities(session, province_id, year_be)}
    doubts = list(reading.doubts)
    invited = []
    for row in reading.rows:
        office = offices.get(agency_key(row.agency)) if row.agency else None
        doubt = _doubt(row, office, numbers)
        if doubt is not None:
            doubts.append(doubt)
            continue
        invited.append(_invite(session, province_id, year_be, row, office, now, is_dry_run))
    if not is_dry_run:
        made = sum(bool(each.code) for each in invited)
        note(session, now, "people_imported", province_id=province_id, codes=made, doubts=len(doubts))
    return PeopleOutcome(tuple(invited), tuple(doubts))


def people_workbook(province: str, invited: Sequence[Invited]) -> bytes:
    """Return the list as .xlsx, one line for each code, ready to be printed and cut."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(_("Join codes"))
        title = book.add_format({**FONT, "border": 0, "bold": True, "text_wrap": False})
        sheet.write(0, 0, _("Join codes of {province}").format(province=province), title)
        note_line = _("Add the bot as a friend in LINE and type the code. Each code works once.")
        sheet.write(1, 0, note_line, book.add_format({**FONT, "border": 0, "text_wrap": False}))
        for row in range(3):
            sheet.set_row(row, LINE)
        _draw(book, sheet, invited)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
    return content.getvalue()


def code_words(each: Invited) -> str:
    """Return the code, or why there is none."""
    if each.code:
        return each.code
    return _("has joined") if each.is_joined else _("has a code already")


def _draw(book: Any, sheet: Any, invited: Sequence[Invited]) -> None:
    head = book.add_format({**FONT, "bold": True, "bg_color": "#D9E2F3", "align": "center"})
    text = book.add_format(FONT)
    code = book.add_format({**FONT, "font_size": 18, "bold": True, "align": "center"})
    names = (
        _("Name"),
        _("Position"),
        _("Agency"),
        _("Activities"),
        _("Telephone"),
        _("Join code"),
        _("Works until"),
    )
    for column, (name, width) in enumerate(zip(names, (28, 26, 38, 16, 16, 18, 18), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(2, column, name, head)
    for at, each in enumerate(invited, start=3):
        sheet.set_row(at, TALL)
        row = each.row
        numbers = ", ".join(map(str, row.numbers)) or _("all of the agency")
        until = long_date(each.expires_at.date()) if each.expires_at else ""
        cells = (row.name, row.post or "", each.agency, numbers if each.agency else "", row.phone or "")
        for column, cell in enumerate(cells):
            sheet.write_string(at, column, cell, text)
        sheet.write_string(at, 5, code_words(each), code if each.code else text)
        sheet.write_string(at, 6, until, text)


def _offices(session: Session, province_id: int) -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for office in agencies(session, province_id):
        for name in (office.name, office.short_name, *office.aliases):
            if name:
                found.setdefault(agency_key(name), office)
    return found


def _doubt(row: PersonRow, office: Agency | None, numbers: dict[int, int]) -> Doubt | None:
    if row.role in OF_AN_AGENCY and office is None:
        return Doubt(row.sheet, row.row, Remark.AGENCY_UNKNOWN, row.agency or "", is_left_out=True)
    other = [no for no in row.numbers if office is None or numbers.get(no) != office.id]
    if other:
        named = ", ".join(map(str, other))
        return Doubt(row.sheet, row.row, Remark.ACTIVITY_UNKNOWN, named, is_left_out=True)
    return None


def _invite(
    session: Session,
    province_id: int,
    year_be: int,
    row: PersonRow,
    office: Agency | None,
    now: datetime,
    is_dry_run: bool,
) -> Invited:
    agency = office.name if office else ""
    if _has_joined(session, province_id, row, office, now):
        return Invited(row, agency, is_joined=True)
    if is_dry_run or _has_code(session, province_id, row, office, now):
        return Invited(row, agency)
    code, made = invite_to_post(
        session, province_id, row.role, office, now=now, year_be=year_be,
        activity_nos=row.numbers, title=row.post, holder_name=row.name,
    )  # fmt: skip
    return Invited(row, agency, code, expires_at=made.expires_at)


def _has_joined(
    session: Session, province_id: int, row: PersonRow, office: Agency | None, now: datetime
) -> bool:
    held = title_holders(session, _posts(session, province_id, row, office), now.date())
    return any(person.name == row.name for _post, person in held)


def _has_code(
    session: Session, province_id: int, row: PersonRow, office: Agency | None, now: datetime
) -> bool:
    query = select(JoinCode.id).where(
        JoinCode.post_id.in_(_posts(session, province_id, row, office)),
        JoinCode.holder_name == row.name,
        JoinCode.used_at.is_(None),
        JoinCode.expires_at > now,
    )
    return session.scalar(query.limit(1)) is not None


def _posts(session: Session, province_id: int, row: PersonRow, office: Agency | None) -> list[int]:
    query = select(Post.id).where(
        Post.province_id == province_id,
        Post.role == row.role,
        Post.agency_id == (office.id if office else None),
    )
    return list(session.scalars(query))
