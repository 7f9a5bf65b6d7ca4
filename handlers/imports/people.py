"""A list of staff that came by chat: posts and join codes for those who have none, told once."""

from cards.card import Card, say
from documents.people_list import PeopleReading
from documents.people_outcome import Invited, PeopleOutcome, code_words, invite_people
from documents.plan_preview import doubt_line
from handlers.imports.desk import ImportDesk
from handlers.imports.preview import Preview, preview_of
from i18n import _, ngettext
from models.dialogue import close_dialogue
from thai.writing import long_date, role_name

# A reply holds five messages: four lists of codes and what is said beside them.
IN_ONE_MESSAGE = 25
MOST = 4 * IN_ONE_MESSAGE


def show_people(desk: ImportDesk, reading: PeopleReading) -> Preview:
    """Return who would get a code, and who has joined or has one already."""
    outcome = _invite(desk, reading, is_dry_run=True)
    asked = [doubt_line(doubt) for doubt in outcome.doubts if doubt not in reading.doubts]
    without = sum(each.is_without_code for each in outcome.invited)
    count = len(reading.rows)
    people = ngettext("{count} person", "{count} people", count).format(count=count)
    summary = _("{people}, {count} without a code yet.").format(people=people, count=without)
    would = _("Who gets a join code")
    return preview_of(
        desk, reading, _("List of staff"), summary, would=would, changes=map(_line, outcome.invited),
        asked=asked, has_rows=bool(without),
    )  # fmt: skip


def store_people(desk: ImportDesk, reading: PeopleReading) -> list[Card]:
    """Make the codes, at most a hundred at once, and tell them; the card of a longer list stays for the rest."""
    outcome = _invite(desk, reading.only_clear(), is_dry_run=False)
    made = [each for each in outcome.invited if each.code]
    lists = [
        "\n".join(_with_code(each) for each in made[at : at + IN_ONE_MESSAGE])
        for at in range(0, len(made), IN_ONE_MESSAGE)
    ]
    rest = sum(each.is_without_code for each in outcome.invited)
    ending = _("Hand each person their code. It works once, and is not shown again.")
    if made and made[0].expires_at:
        ending += " " + _("It works until {day}.").format(day=long_date(made[0].expires_at.date()))
    if rest:
        ending += "\n" + _("{count} more are left: send the list again for their codes.").format(count=rest)
    close_dialogue(desk.dialogue, "stored", desk.turn.now)
    return [*(say(text) for text in lists), say(ending)]


def _invite(desk: ImportDesk, reading: PeopleReading, *, is_dry_run: bool) -> PeopleOutcome:
    turn = desk.turn
    return invite_people(
        turn.session, turn.province.id, turn.year_be, reading, turn.now,
        is_dry_run=is_dry_run, by=turn.person.id, at_most=MOST,
    )  # fmt: skip


def _line(each: Invited) -> str:
    words = _("gets a code") if each.is_without_code else code_words(each)
    return f"{_who(each)} – {words}"


def _with_code(each: Invited) -> str:
    return f"{each.code}  {_who(each)}"


def _who(each: Invited) -> str:
    post = each.row.post or role_name(each.row.role)
    numbers = ", ".join(map(str, each.row.numbers))
    activities = _("activities {numbers}").format(numbers=numbers) if numbers else ""
    return " · ".join(filter(None, (each.row.name, post, each.agency, activities)))
