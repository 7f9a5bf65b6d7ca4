"""Inviting: a post for a role in an agency, and the code that hands it over."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency
from models.join_code import JoinCode, make_code
from models.plan import activity_numbered
from models.post import Post, Responsibility
from models.post_area import areas_of, set_area
from rules.role import Role
from thai.districts import bare_district


class NoSuchActivity(Exception):
    """The plan has no activity with this number for this agency; the message says which."""


def invite_to_post(
    session: Session,
    province_id: int,
    role: Role,
    agency: Agency | None,
    *,
    now: datetime,
    year_be: int,
    activity_nos: Sequence[int] = (),
    title: str | None = None,
    holder_name: str | None = None,
    made_by: int | None = None,
    oversees: Sequence[Agency] = (),
    districts: Sequence[str] = (),
) -> tuple[str, JoinCode]:
    """Return a new code for the post, which is made where the agency has none like it.

    `oversees` and `districts` are the part of the province that an executive's post is about; all of it without any.

    Raises NoSuchActivity where an activity is not the agency's.
    """
    activity_ids = [_activity_id(session, province_id, year_be, agency, no) for no in activity_nos]
    area = {each.id for each in oversees} | {bare_district(each) for each in districts}
    post = _like(session, province_id, role, agency, title, activity_ids, area)
    if post is None:
        post = Post(province_id=province_id, agency_id=agency.id if agency else None, role=role, title=title)
        session.add(post)
        session.flush()
        session.add_all(
            Responsibility(post_id=post.id, activity_id=activity_id) for activity_id in activity_ids
        )
        set_area(session, post, [each.id for each in oversees], districts)
        session.flush()
    return make_code(session, post, now, made_by=made_by, holder_name=holder_name)


def _activity_id(session: Session, province_id: int, year_be: int, agency: Agency | None, no: int) -> int:
    activity = activity_numbered(session, province_id, year_be, no)
    if activity is None:
        raise NoSuchActivity(f"the plan of {year_be} has no activity {no}")
    if agency is None or activity.agency_id != agency.id:
        raise NoSuchActivity(f"activity {no} is not this agency's")
    return activity.id


def _like(
    session: Session,
    province_id: int,
    role: Role,
    agency: Agency | None,
    title: str | None,
    activity_ids: list[int],
    area: set[int | str],
) -> Post | None:
    """Return the post that already answers for just these activities, so that a successor takes over and none is doubled."""
    query = select(Post).where(Post.province_id == province_id, Post.role == role, Post.title == title)
    query = query.where(Post.agency_id == (agency.id if agency else None))
    for post in session.scalars(query.order_by(Post.id)):
        named = session.scalars(select(Responsibility.activity_id).where(Responsibility.post_id == post.id))
        own = {each.agency_id or each.district for each in areas_of(session, [post.id])}
        if set(named) == set(activity_ids) and own == area:
            return post
    return None
