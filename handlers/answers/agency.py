"""หน่วยงาน: one agency's people, money and activities; whom to phone where messages do not arrive."""

from thai.agencies import agencies_named

from cards.agency import agency as agency_card
from cards.card import Card, Choice, say
from cards.fill import activity_views
from cards.notes import refusal
from cards.views_office import AgencyView, Contact
from handlers.access import scope_of
from handlers.turn import Turn
from i18n import _
from models.agency import Agency, agencies
from models.overview import states_of
from models.plan import activities
from models.post import people_of_agency
from models.working_days import calendar_of
from rules.permissions import Action, Scope
from rules.role import Role
from thai.reading import Query

MOST_CANDIDATES = 10


def answer(turn: Turn, query: Query) -> list[Card]:
    words = (query.agency or query.rest).strip()
    is_wide = scope_of(turn, Action.SEE_AGENCY) is Scope.PROVINCE
    if not words:
        return (
            own_agency_card(turn) if turn.agency_ids else [_which(agencies(turn.session, turn.province.id))]
        )
    found = _named(turn, words)
    if not found:
        return [refusal(_("No agency in the plan is called that."))]
    if len(found) > 1:
        return [_which(found)]
    if not is_wide and found[0].id not in turn.agency_ids:
        return [refusal(_("Your role sees your own agency only."))]
    return [_card(turn, found[0])]


def own_agency_card(turn: Turn) -> list[Card]:
    """Return the cards of the agencies in which the person holds a post."""
    return [_card(turn, turn.session.get_one(Agency, agency_id)) for agency_id in sorted(turn.agency_ids)]


def _named(turn: Turn, words: str) -> list[Agency]:
    known = agencies(turn.session, turn.province.id)
    names = [
        (agency.name, *(alias for alias in (agency.short_name, *agency.aliases) if alias)) for agency in known
    ]
    return [known[place] for place in agencies_named(words, names)]


def _which(found: list[Agency]) -> Card:
    choices = [
        Choice((each.short_name or each.name)[:20], _("agency {name}").format(name=each.name))
        for each in found
    ]
    lines = [_("Which agency?"), *[f"• {each.name}" for each in found]]
    return say("\n".join(lines), *choices[:MOST_CANDIDATES])


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
    return [
        Contact(person.name or "", role, person.phone or "", person.unreachable_since is not None)
        for role in (Role.OFFICER, Role.HEAD)
        for person in people_of_agency(turn.session, found.id, role, turn.today)
    ]
