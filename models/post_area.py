"""What part of the province an executive's post is about: agencies that a deputy oversees, a district, or all of it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, Id
from models.plan import Activity
from models.post import Post
from rules.role import Role
from thai.districts import bare_district, names_district


class PostArea(Base):
    """One part of a post's area: an agency, or a district by its bare name. A post without any has it all."""

    __tablename__ = "post_areas"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), index=True)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    district: Mapped[str | None] = mapped_column(String(100))


def set_area(
    session: Session, post: Post, agency_ids: Iterable[int] = (), districts: Iterable[str] = ()
) -> None:
    """Say what a post's area is; nothing at all gives it the whole province."""
    session.execute(delete(PostArea).where(PostArea.post_id == post.id))
    session.add_all([PostArea(post_id=post.id, agency_id=each) for each in agency_ids])
    session.add_all([PostArea(post_id=post.id, district=bare_district(each)) for each in districts])
    session.flush()


def areas_of(session: Session, post_ids: Sequence[int]) -> list[PostArea]:
    """Return the parts of these posts' areas."""
    return list(session.scalars(select(PostArea).where(PostArea.post_id.in_(post_ids)).order_by(PostArea.id)))


def overseen(session: Session, posts: Sequence[Post], found: Sequence[Activity]) -> list[Activity]:
    """Return the activities that executives' posts are about, in their order: all where one post has no area, and for
    whoever is no executive."""
    own = [post for post in posts if post.role is Role.EXECUTIVE]
    areas = areas_of(session, [post.id for post in own])
    bounded = {area.post_id for area in areas} | {post.id for post in own if post.agency_id is not None}
    if not own or any(post.id not in bounded for post in own):
        return list(found)
    agencies = {area.agency_id for area in areas} | {post.agency_id for post in own}
    districts = [area.district for area in areas if area.district]
    return [each for each in found if each.agency_id in agencies or _lies_in(each, districts)]


def _lies_in(activity: Activity, districts: Iterable[str]) -> bool:
    """Return whether an activity's place or name speaks of one of the districts."""
    where = f"{activity.place or ''} {activity.name}"
    return any(names_district(where, name) for name in districts)
