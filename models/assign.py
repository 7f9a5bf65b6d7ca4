"""Puts an activity under somebody's post: by name, alone or beside those who answer for it already."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.person import Person
from models.plan import Activity
from models.post import Post, Responsibility, hold_post, own_posts, posts_with_role, reach_of, title_holders
from models.release import release, take_back
from rules.role import Role


def officers_of(session: Session, activity: Activity, on: date) -> list[Person]:
    """Return who holds an officer's post that answers for an activity on a day, whether at work or away."""
    posts = posts_of_activity(session, activity, on)
    found = {person.id: person for _post, person in title_holders(session, [post.id for post in posts], on)}
    return list(found.values())


def posts_of_activity(session: Session, activity: Activity, on: date) -> list[Post]:
    """Return the officers' posts that answer for an activity on a day, held or not."""
    posts = posts_with_role(session, activity.province_id, Role.OFFICER, activity.agency_id)
    reach = reach_of(session, [post.id for post in posts], on)
    return [post for post in posts if reach.covers(post, activity)]


def assign(session: Session, activity: Activity, person: Person, on: date, *, alone: bool) -> Post:
    """Let a person's post answer for an activity from a day on; `alone`: no other post does any more."""
    post = _post_of(session, activity, person, on)
    take_back(session, post.id, activity.id, on)
    named = select(Responsibility).where(Responsibility.post_id == post.id)
    names = list(session.scalars(named))
    if names and activity.id not in {each.activity_id for each in names}:
        session.add(Responsibility(post_id=post.id, activity_id=activity.id))
        session.flush()
    if alone:
        for other in posts_of_activity(session, activity, on):
            if other.id != post.id:
                release(session, other.id, [activity.id], on)
    return post


def _post_of(session: Session, activity: Activity, person: Person, on: date) -> Post:
    """Return the officer's post in the activity's agency that the person holds; one is made where there is none."""
    for post in own_posts(session, person.id, on):
        if post.role is Role.OFFICER and post.agency_id == activity.agency_id:
            return post
    post = Post(province_id=activity.province_id, agency_id=activity.agency_id, role=Role.OFFICER)
    session.add(post)
    session.flush()
    session.add(Responsibility(post_id=post.id, activity_id=activity.id))
    hold_post(session, person, post, on)
    return post
