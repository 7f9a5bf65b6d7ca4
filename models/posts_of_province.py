"""The posts of a whole province, for duties that ask everybody: a fixed number of questions, whatever its size."""

from collections import defaultdict
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.absence import Absence
from models.post import Holding, Post
from rules.role import Role


def posts_by_agency(session: Session, province_id: int, role: Role) -> dict[int, list[int]]:
    """Return the ids of the province's posts of a role by their agency's."""
    query = select(Post.agency_id, Post.id).where(Post.province_id == province_id, Post.role == role)
    found: dict[int, list[int]] = defaultdict(list)
    for agency_id, post_id in session.execute(query.order_by(Post.id)):
        if agency_id is not None:
            found[agency_id].append(post_id)
    return found


def asked_in_several_agencies(session: Session, province_id: int, on: date) -> set[int]:
    """Return who may answer for posts of more than one agency on a day: by posts of their own, or by acting for others."""
    several = (
        select(Holding.person_id)
        .join(Post, Post.id == Holding.post_id)
        .where(Post.province_id == province_id, Post.role.in_((Role.OFFICER, Role.HEAD)))
        .where(Holding.from_on <= on, or_(Holding.to_on.is_(None), Holding.to_on >= on))
        .group_by(Holding.person_id)
        .having(func.count(func.distinct(Post.agency_id)) > 1)
    )
    acting = select(Absence.acting_id).where(
        Absence.cancelled_at.is_(None), Absence.from_on <= on, Absence.to_on >= on
    )
    found = {*session.scalars(several), *session.scalars(acting.where(Absence.acting_id.is_not(None)))}
    return {person_id for person_id in found if person_id is not None}
