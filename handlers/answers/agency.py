"""หน่วยงาน: one agency's people, money and activities; whom to phone where messages do not arrive."""

from collections.abc import Sequence

from cards.agency import agency as agency_card
from cards.card import Card, Choice, say
from cards.fill import activity_views
from cards.notes import refusal
from cards.plain import shorten
from cards.views_office import AgencyView, Contact
from handlers.access import scope_of
from handlers.groups import is_group
from handlers.plan_names import agencies_called
from handlers.turn import Turn
from i18n import _
from models.agency import Agency, agencies
from models.answering import people_of_agency
from models.overview import states_of
from models.plan import activities, activity_numbered
from models.working_days import calendar_of
from rules.permissions import Action, Scope
from rules.role import Role
from thai.reading import Query
from thai.search import brief_agency

FEWEST_LETTERS = 4
MOST_OFFERED = 13  # LINE shows 13 quick replies


def answer(turn: Turn, query: Query) -> list[Card]:
    """Answer by name or part of it, by an activity's number, or, where nothing is said, with one's own."""
    words = (query.agency or query.rest).strip()
    if not words and query.activity_no is None:
        return own_agency_card(turn) or [_which(agencies(turn.session, turn.province.id))]
    found = _meant(turn, query, words)
    if not found:
        return [refusal(_("No agency in the plan is called that."))]
    is_wide = scope_of(turn, Action.SEE_AGENCY) is Scope.PROVINCE
    seen = [each for each in found if is_wide or each.id in turn.agency_ids]
    if not seen:
        return [refusal(_("Your role sees your own agency only."))]
    return [_which(seen)] if len(seen) > 1 else [_card(turn, seen[0])]


def own_agency_card(turn: Turn) -> list[Card]:
    """Return the cards of the agencies in which the person holds a post, none for people of the province."""
    return [_card(turn, turn.session.get_one(Agency, agency_id)) for agency_id in sorted(turn.agency_ids)]


def _meant(turn: Turn, query: Query, words: str) -> list[Agency]:
    if words:
        return _called(turn, words)
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, query.activity_no or 0)
    return [turn.session.get_one(Agency, activity.agency_id)] if activity else []


def _called(turn: Turn, words: str) -> list[Agency]:
    """Return the agencies that the words, or the beginning of them, name: Thai puts no blank after a name."""
    for end in range(len(words), FEWEST_LETTERS - 1, -1):
        found = agencies_called(turn.session, turn.province.id, words[:end])
        if found:
            return found
    return []


def _which(found: Sequence[Agency]) -> Card:
    """Ask with the first as buttons and all as text: any part of a name may be typed."""
    choices = [
        Choice(
            shorten(each.short_name or brief_agency(each.name), 20),
            _("agency {name}").format(name=each.name)[:300],
        )
        for each in found
    ]
    lines = [_("Which agency?"), *[f"• {each.name}" for each in found]]
    return say("\n".join(lines), *choices[:MOST_OFFERED])


def _card(turn: Turn, found: Agency) -> Card:
    of_agency = [
        each
        for each in activities(turn.session, turn.province.id, turn.year_be)
        if each.agency_id == found.id
    ]
    views = activity_views(
        states_of(turn.session, of_agency), turn.today, calendar_of(turn.session, turn.province)
    )
    return agency_card(
        AgencyView(
            name=found.name,
            people=tuple(_people(turn, found)),
            activities=tuple(views),
            owed=sum(view.owes for view in views),
            late=sum(view.late for view in views),
            budget_satang=sum(view.budget_satang for view in views),
            disbursed_satang=sum(view.disbursed_satang or 0 for view in views),
        )
    )


def _people(turn: Turn, found: Agency) -> list[Contact]:
    """Return officers and heads; where others read along, their telephones are left out."""
    hides = is_group(turn)
    return [
        Contact(
            person.name or "",
            role,
            "" if hides else person.phone or "",
            person.unreachable_since is not None,
        )
        for role in (Role.OFFICER, Role.HEAD)
        for person in people_of_agency(turn.session, found.id, role, turn.today)
    ]
