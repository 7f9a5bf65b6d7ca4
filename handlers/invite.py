"""ออกรหัส: the provincial office makes a join code in three steps: role, agency, done."""

from cards.card import Card, Choice, say
from cards.invite import invite as invite_card
from cards.notes import cancelled, old_button, refusal
from cards.plain import shorten
from handlers.access import scope_of
from handlers.numbers import number_in, row_named
from handlers.plan_names import agencies_called
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _
from models.agency import Agency, agencies
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.invite import invite_to_post
from rules.permissions import Action, Scope
from rules.role import Role
from thai import writing
from thai.search import brief_agency

KIND = "invite"
PER_PAGE = 10  # a quick reply each, with "more" and "stop" beside them: LINE shows 13
OF_AN_AGENCY = (Role.OFFICER, Role.HEAD)
Option = tuple[str, str, str]  # the button's label, what is typed instead, and what it does


def begin(turn: Turn) -> list[Card]:
    if scope_of(turn, Action.INVITE) is not Scope.PROVINCE:
        return [refusal(_("Only the provincial office can invite people."))]
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    options = [(writing.role_name(role), writing.role_name(role), f"role:{role}") for role in Role]
    return [_ask(turn, dialogue, _("Whom do you want to invite?"), options)]


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    may_invite = scope_of(turn, Action.INVITE) is Scope.PROVINCE
    if dialogue is None or dialogue.closed_at is not None or not may_invite:
        return [old_button()]
    argument = arguments[0] if arguments else ""
    if verb == "role" and argument in list(Role):
        return _take_role(turn, dialogue, Role(argument))
    page = number_in(argument)
    if verb == "page" and page is not None and _waits_for_agency(dialogue):
        return [_ask_agency(turn, dialogue, page)]
    if verb == "agency" and _waits_for_agency(dialogue):
        agency = row_named(turn.session, Agency, argument)
        if agency is not None and agency.province_id == turn.province.id:
            return _finish(turn, dialogue, Role(dialogue.state["role"]), agency)
    close_dialogue(dialogue, "cancelled", turn.now)
    return [cancelled()]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, or part of an agency's name; None where the text is neither."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        _mark, token, verb, *arguments = data.split(":")
        return tap(turn, token, verb, arguments)
    if not _waits_for_agency(dialogue):
        return None
    found = agencies_called(turn.session, turn.province.id, text)
    if not found:
        return None
    if len(found) == 1:
        return tap(turn, dialogue.token, "agency", [str(found[0].id)])
    return [_ask(turn, dialogue, _("Which of these?"), _options(found[: PER_PAGE + 1]))]


def ask_again(turn: Turn, dialogue: Dialogue) -> list[Card] | None:
    """Return the question for the agency again, where that is what waits."""
    if not _waits_for_agency(dialogue):
        return None
    return [say(_("No agency in the plan is called that.")), _ask_agency(turn, dialogue, 0)]


def _waits_for_agency(dialogue: Dialogue) -> bool:
    return "role" in dialogue.state


def _take_role(turn: Turn, dialogue: Dialogue, role: Role) -> list[Card]:
    if role not in OF_AN_AGENCY:
        return _finish(turn, dialogue, role, None)
    keep_state(dialogue, {"role": str(role)}, turn.now)
    return [_ask_agency(turn, dialogue, 0)]


def _ask_agency(turn: Turn, dialogue: Dialogue, page: int) -> Card:
    found = agencies(turn.session, turn.province.id)
    options = _options(found[page * PER_PAGE : (page + 1) * PER_PAGE])
    if len(found) > (page + 1) * PER_PAGE:
        options.append((_("More"), _("More"), f"page:{page + 1}"))
    return _ask(turn, dialogue, _("Of which agency? Choose, or type part of its name."), options)


def _options(found: list[Agency]) -> list[Option]:
    return [(brief_agency(agency.name), agency.name, f"agency:{agency.id}") for agency in found]


def _ask(turn: Turn, dialogue: Dialogue, asked: str, options: list[Option]) -> Card:
    """Ask with the options as buttons, and with their whole names as text: buttons are too short for them."""
    taps = [
        Choice(shorten(label, 20), typed[:300], f"d:{dialogue.token}:{data}")
        for label, typed, data in [*options, (_("Stop"), _("cancel"), "cancel")]
    ]
    kept = {"role": dialogue.state["role"]} if _waits_for_agency(dialogue) else {}
    keep_state(dialogue, {**kept, "offered": {typed_key(tap.text): tap.data for tap in taps}}, turn.now)
    return say("\n".join([asked, *[f"• {tap.text}" for tap in taps[:-1]]]), *taps)


def _finish(turn: Turn, dialogue: Dialogue, role: Role, agency: Agency | None) -> list[Card]:
    code, row = invite_to_post(
        turn.session,
        turn.province.id,
        role,
        agency,
        now=turn.now,
        year_be=turn.year_be,
        made_by=turn.person.id,
    )
    close_dialogue(dialogue, "invited", turn.now)
    note(
        turn.session, turn.now, "invited", province_id=turn.province.id, person_id=turn.person.id, code=row.id
    )
    return [invite_card(code, role, agency.name if agency else "", row.expires_at)]
