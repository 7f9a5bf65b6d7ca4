"""ผู้รับผิดชอบ, ใครรับผิดชอบ 13: posts and who holds them, of one activity, of one's agency, or of the province."""

from collections.abc import Sequence
from dataclasses import replace

from cards.card import Card, Choice
from cards.holders import HolderView, PostView, holders_card
from cards.notes import refusal
from handlers.access import reaches, scope_of
from handlers.turn import Turn
from i18n import _
from models.absence import Absence, away_on
from models.agency import Agency
from models.assign import posts_of_activity
from models.hand_over import HandOver, waiting
from models.person import Person
from models.plan import activity_numbered
from models.post import Holding, Post, activities_of_post, holdings_on, posts_with_role
from rules.permissions import Action, Scope
from rules.role import Role


def show_holders(turn: Turn, no: int) -> list[Card] | None:
    """Return the posts of activity `no`, or for 0 those within reach; None where the asker sees none of it."""
    scope = scope_of(turn, Action.SEE_HOLDERS)
    if scope is Scope.NONE:
        return None
    if no:
        return _of_activity(turn, no)
    posts = [
        post
        for role in (Role.OFFICER, Role.HEAD)
        for post in posts_with_role(turn.session, turn.province.id, role)
        if scope is Scope.PROVINCE or post.agency_id in turn.agency_ids
    ]
    names = {each.id: each.name for each in _agencies(turn, posts)}
    offers = waiting(turn.session, turn.province.id)
    views = [_view(turn, post, names, offers) for post in posts]
    views = [each for each in views if each.holders or each.numbers or each.waiting]
    if len(names) == 1:  # the title says it
        views = [replace(each, agency="") for each in views]
    ordered = sorted(views, key=lambda each: (bool(each.holders), each.agency, each.role is Role.OFFICER))
    whole = turn.province.name if len(names) > 1 else ", ".join(names.values())
    return [holders_card(_("Who answers for what: {where}").format(where=whole), ordered, _choices(turn))]


def _of_activity(turn: Turn, no: int) -> list[Card]:
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    if activity is None or not reaches(turn, Action.SEE_HOLDERS, activity):
        return [refusal(_("Activity {no} is not one that you can look at.").format(no=no))]
    posts = posts_of_activity(turn.session, activity, turn.today)
    posts += posts_with_role(turn.session, turn.province.id, Role.HEAD, activity.agency_id)
    agency = turn.session.get_one(Agency, activity.agency_id)
    offers = waiting(turn.session, turn.province.id)
    views = [_view(turn, post, {}, offers) for post in posts]
    held = [each for each in views if each.holders or each.role is Role.OFFICER]
    title = _("Who answers for activity {no}: {agency}").format(no=no, agency=agency.name)
    return [holders_card(title, held, _choices(turn))]


def _view(turn: Turn, post: Post, names: dict[int, str], waiting_now: Sequence[HandOver]) -> PostView:
    held = holdings_on(turn.session, post.id, turn.today)
    away = away_on(turn.session, [person.id for _holding, person in held], turn.today)
    activities = activities_of_post(turn.session, post, turn.year_be, turn.today)
    offers = [each for each in waiting_now if each.post_id == post.id]
    return PostView(
        role=post.role,
        title=post.title or "",
        agency=names.get(post.agency_id or 0, ""),
        holders=tuple(_holder(turn, *each, away.get(each[1].id)) for each in held),
        numbers=tuple(each.no for each in activities) if post.role is Role.OFFICER else (),
        waiting=offers[0].from_on if offers else None,
    )


def _holder(turn: Turn, holding: Holding, person: Person, away: Absence | None) -> HolderView:
    acting = turn.session.get(Person, away.acting_id) if away and away.acting_id else None
    return HolderView(
        name=person.name or "",
        since=holding.from_on,
        phone=person.phone or "",
        is_unreachable=person.unreachable_since is not None,
        away=(away.from_on, away.to_on) if away else None,
        acting=(acting.name or "") if acting else "",
    )


def _agencies(turn: Turn, posts: Sequence[Post]) -> list[Agency]:
    ids = {post.agency_id for post in posts if post.agency_id is not None}
    return [turn.session.get_one(Agency, each) for each in sorted(ids)]


def _choices(turn: Turn) -> list[Choice]:
    """Return what can be done about it, for those who may."""
    choices = []
    if scope_of(turn, Action.HAND_OVER) >= Scope.AGENCY:
        choices.append(Choice(_("Hand over"), _("hand over")))
    if scope_of(turn, Action.INVITE) is Scope.PROVINCE:
        choices.append(Choice(_("Invite"), _("invite")))
    return choices
