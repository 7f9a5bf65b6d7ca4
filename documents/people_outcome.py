"""Turns a list of staff into posts with join codes."""

from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True)
class Invited:
    """One person of the list. `code` is empty where the person joined before, or was given a code that still works."""

    row: PersonRow
    agency: str
    code: str = ""
    is_joined: bool = False
    has_code: bool = False
    expires_at: datetime | None = None

    @property
    def is_without_code(self) -> bool:
        """Return whether the person can neither join nor has joined: a code is still to be made."""
        return not (self.code or self.is_joined or self.has_code)


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
    by: int | None = None,
    at_most: int | None = None,
) -> PeopleOutcome:
    """Make a post and a code for each person who has none; agencies and activities must be those of the plan.

    `at_most` codes are made, all where it is None; `by` is the person who imports, None on the command line.
    """
    offices = _offices(session, province_id)
    numbers = {each.no: each.agency_id for each in activities(session, province_id, year_be)}
    doubts = list(reading.doubts)
    invited: list[Invited] = []
    made = 0
    for row in reading.rows:
        office = offices.get(agency_key(row.agency)) if row.agency else None
        doubt = _doubt(row, office, numbers)
        if doubt is not None:
            doubts.append(doubt)
            continue
        is_look = is_dry_run or (at_most is not None and made >= at_most)
        invited.append(_invite(session, province_id, year_be, row, office, now, by, is_look=is_look))
        made += bool(invited[-1].code)
    if not is_dry_run:
        note(
            session, now, "people_imported", province_id=province_id, person_id=by, codes=made, doubts=len(doubts),
        )  # fmt: skip
    return PeopleOutcome(tuple(invited), tuple(doubts))


def code_words(each: Invited) -> str:
    """Return the code, or why there is none."""
    if each.code:
        return each.code
    if each.is_without_code:
        return _("no code yet")
    return _("has joined") if each.is_joined else _("has a code already")


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
    by: int | None,
    *,
    is_look: bool,
) -> Invited:
    agency = office.name if office else ""
    if _has_joined(session, province_id, row, office, now):
        return Invited(row, agency, is_joined=True)
    if _has_code(session, province_id, row, office, now):
        return Invited(row, agency, has_code=True)
    if is_look:
        return Invited(row, agency)
    code, made = invite_to_post(
        session, province_id, row.role, office, now=now, year_be=year_be,
        activity_nos=row.numbers, title=row.post, holder_name=row.name, made_by=by,
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
