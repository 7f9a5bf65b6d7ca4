"""Typed commands that only the bot itself knows: the reader of reports has no business with them."""

from collections.abc import Callable
from functools import cache

from cards.card import Card
from handlers import cancel_links, details, invite, leave_service, place, plain_text, same_photo
from handlers.case import talk as cases
from handlers.groups import in_private, is_group
from handlers.imports import gaps, reconcile
from handlers.office import calendar, group_summary, quota, remind, settings, unreachable
from handlers.office import taps as office
from handlers.order import typed as orders
from handlers.papers import menu as papers
from handlers.papers import trace
from handlers.posts import typed as posts
from handlers.posts.briefing import brief_me
from handlers.spoken import in_each_language, typed
from handlers.turn import Turn
from i18n import _

COMMANDS: tuple[tuple[Callable[[], str], Callable[[Turn], list[Card]]], ...] = (
    (lambda: _("invite"), invite.begin),
    (lambda: _("invite a member"), invite.begin),
    (lambda: _("plain text"), plain_text.begin),
    (lambda: _("cards"), plain_text.end),
    (lambda: _("documents"), papers.begin),
    (lambda: _("reconciliation"), reconcile.answer),
    (lambda: _("change name"), details.change_name),
    (lambda: _("briefing"), brief_me),
    (lambda: _("change phone"), details.change_phone),
    (lambda: _("cancel links"), cancel_links.cancel_links),
    *((word, leave_service.begin) for word in leave_service.WORDS),
    (lambda: _("keep the photo"), same_photo.keep_typed),
    (lambda: _("take the photo out"), same_photo.take_out_typed),
    (lambda: _("use this place"), place.right_typed),
    (lambda: _("send the place again"), place.again_typed),
    (lambda: _("quota"), quota.answer),
    (lambda: _("send reminders"), remind.begin),
    (lambda: _("who is out of reach"), unreachable.answer),
    (lambda: _("calendar"), calendar.answer),
    (lambda: _("settings"), settings.answer),
    (lambda: _("summary in this group"), group_summary.show),
)


@cache
def _by_words() -> dict[str, Callable[[Turn], list[Card]]]:
    """Return what answers each word, the first that has it."""
    every = [(typed_word, handler) for word, handler in COMMANDS for typed_word in in_each_language(word)]
    return dict(reversed(every))


def answer_command(turn: Turn, text: str) -> list[Card] | None:
    """Return the answer where `text` is one of these commands, else None."""
    in_group = group_summary.answer_in_group(turn, text) if is_group(turn) else None
    if in_group is not None:
        return in_group
    handler = _by_words().get(typed(text))
    if handler is not None:
        return [in_private()] if is_group(turn) else handler(turn)
    about_office = office.answer_typed(turn, text)
    if about_office is not None:
        return [in_private()] if is_group(turn) else about_office
    about_papers = papers.answer_typed(turn, text) or trace.answer_typed(turn, text)
    if about_papers is not None:
        return [in_private()] if is_group(turn) else about_papers
    about_orders = orders.answer_typed(turn, text)
    if about_orders is not None:
        return [in_private()] if is_group(turn) else about_orders
    about_gaps = gaps.answer_typed(turn, text)
    if about_gaps is not None:
        return [in_private()] if is_group(turn) else about_gaps
    about_posts = posts.answer_typed(turn, text)
    if about_posts is not None:
        return about_posts
    found = cases.answer_typed(turn, text)
    return found if found is not None or is_group(turn) else place.answer_typed(turn, text)
