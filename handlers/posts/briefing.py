"""What a post takes over, gathered for its new holder; also asked for at any time by whoever holds one."""

from collections.abc import Sequence
from datetime import date

from cards.briefing import BriefingView, briefing
from cards.card import Card
from cards.fill import activity_views
from cards.notes import refusal
from handlers.posts.words import post_words
from handlers.turn import Turn
from i18n import _
from models.agency import Agency
from models.case import case_for
from models.order import open_orders
from models.overview import states_of
from models.person import Person
from models.plan import Activity
from models.post import Post, activities_of_post, holdings_of, own_posts
from rules.duty import report_late_on
from rules.order import WITH_OWNER
from rules.role import Role
from thai import writing


def brief_me(turn: Turn) -> list[Card]:
    """Return the briefing of each of one's own posts that answers for activities."""
    posts = [
        post
        for post in own_posts(turn.session, turn.person.id, turn.today)
        if post.role in (Role.OFFICER, Role.HEAD)
    ]
    if not posts:
        return [refusal(_("You hold no post that answers for activities."))]
    since = {post.id: holding.from_on for holding, post in holdings_of(turn.session, turn.person.id)}
    return [briefing_of(turn, post, turn.person, since[post.id]) for post in posts[:3]]


def briefing_of(turn: Turn, post: Post, person: Person, from_on: date, before: Person | None = None) -> Card:
    """Return the briefing of a post for its new holder; `before` is who held it, for questions."""
    activities = activities_of_post(turn.session, post, turn.year_be, max(from_on, turn.today))
    views = activity_views(states_of(turn.session, activities), turn.today, turn.calendar)
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id is not None else None
    return briefing(
        BriefingView(
            name=person.name or "",
            post=post_words(post),
            agency=agency.name if agency else "",
            from_on=from_on,
            activities=tuple(views),
            period=turn.period,
            due_on=report_late_on(turn.period, turn.calendar),
            before=" ".join(part for part in (before.name, before.phone) if part) if before else "",
            cases=_cases(turn, activities),
            orders=_orders(turn, activities),
        )
    )


def _cases(turn: Turn, activities: Sequence[Activity]) -> tuple[tuple[int, str], ...]:
    found = []
    for activity in activities:
        case = case_for(turn.session, activity.id)
        if case is not None:
            days = turn.calendar.working_days_between(case.stood_since, turn.today)
            text = _("not moved since {date}").format(date=writing.short_date(case.stood_since))
            if days > 0:
                text = _("not moved for {count} working days, since {date}").format(
                    count=days, date=writing.short_date(case.stood_since)
                )
            if case.promised_on is not None:
                text += " · " + _("promised for {date}").format(date=writing.short_date(case.promised_on))
            found.append((activity.no, text))
    return tuple(found)


def _orders(turn: Turn, activities: Sequence[Activity]) -> tuple[tuple[int, str], ...]:
    numbers = {activity.id: activity.no for activity in activities}
    return tuple(
        (
            numbers[order.activity_id],
            _("{text} · answer by {date}").format(text=order.text, date=writing.short_date(order.due_on)),
        )
        for order in open_orders(turn.session, turn.province.id, list(numbers))
        if order.state in WITH_OWNER
    )
