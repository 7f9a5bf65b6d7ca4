"""เชิญ: the provincial office makes a join code in three taps: role, agency, done."""

from cards.card import Card, Choice, say
from cards.invite import invite as invite_card
from cards.notes import cancelled, old_button, refusal
from handlers.access import scope_of
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import LANGUAGES, _, speaking
from models.agency import Agency, agencies
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.invite import invite_to_post
from rules.permissions import Action, Scope
from rules.role import Role
from thai import writing

KIND = "invite"
PER_PAGE = 10


def is_invitation(text: str) -> bool:
    """Return whether the message is the word for inviting, in either language."""
    words = []
    for language in LANGUAGES:
        with speaking(language):
            words.append(typed_key(_("invite")))
    return typed_key(text) in words


def begin(turn: Turn) -> list[Card]:
    if scope_of(turn, Action.INVITE) is not Scope.PROVINCE:
        return [refusal(_("Only the provincial office can invite people."))]
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    choices = [(writing.role_name(role), f"role:{role}") for role in Role]
    return [_ask(turn, dialogue, {}, _("Whom do you want to invite?"), choices)]


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if (
        dialogue is None
        or dialogue.closed_at is not None
        or scope_of(turn, Action.INVITE) is not Scope.PROVINCE
    ):
        return [old_button()]
    if verb == "role" and arguments and arguments[0] in list(Role):
        return _take_role(turn, dialogue, Role(arguments[0]))
    if verb == "page" and arguments:
        return [_ask_agency(turn, dialogue, int(arguments[0]))]
    if verb == "agency" and arguments and "role" in dialogue.state:
        agency = turn.session.get(Agency, int(arguments[0]))
        if agency is not None and agency.province_id == turn.province.id:
            return _finish(turn, dialogue, Role(dialogue.state["role"]), agency)
    close_dialogue(dialogue, "cancelled", turn.now)
    return [cancelled()]


def _take_role(turn: Turn, dialogue: Dialogue, role: Role) -> list[Card]:
    if role not in (Role.OFFICER, Role.HEAD):
        return _finish(turn, dialogue, role, None)
    keep_state(dialogue, {"role": str(role)}, turn.now)
    return [_ask_agency(turn, dialogue, 0)]


def _ask_agency(turn: Turn, dialogue: Dialogue, page: int) -> Card:
    found = agencies(turn.session, turn.province.id)
    shown = found[page * PER_PAGE : (page + 1) * PER_PAGE]
    choices = [(agency.short_name or agency.name, f"agency:{agency.id}") for agency in shown]
    if len(found) > (page + 1) * PER_PAGE:
        choices.append((_("More"), f"page:{page + 1}"))
    return _ask(turn, dialogue, {"role": dialogue.state["role"]}, _("Of which agency?"), choices)


def _ask(
    turn: Turn, dialogue: Dialogue, state: dict[str, str], asked: str, choices: list[tuple[str, str]]
) -> Card:
    taps = [
        Choice(_short(label), label, f"d:{dialogue.token}:{data}")
        for label, data in [*choices, (_("Stop"), "cancel")]
    ]
    keep_state(dialogue, {**state, "offered": {typed_key(tap.text): tap.data for tap in taps}}, turn.now)
    lines = [asked, *[f"• {tap.text}" for tap in taps[:-1]]]
    return say("\n".join(lines), *taps)


def _short(label: str) -> str:
    """Agencies differ at the end of their names as much as at the beginning, so quick replies drop the common words."""
    for common in (_("Office of "), _("Provincial ")):
        label = label.removeprefix(common)
    return label if len(label) <= 20 else label[:19] + "…"


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
