"""A form that came back: its good rows go on one confirm card, the others are named by row and reason."""

from cards.card import Card, Choice, say
from cards.notes import refusal
from cards.plain import twin
from cards.wording import year_words
from documents.refusals import Refusal
from documents.report_form_reading import FilledRow, FormReading
from handlers.form_rows import Row, place_rows
from handlers.report.desk import new_desk
from handlers.report.draft import Draft
from handlers.report.show import show
from handlers.turn import Turn
from i18n import _, ngettext
from models.audit import note
from thai import writing


def take_form(turn: Turn, reading: FormReading) -> list[Card]:
    """Return what was read and the card to confirm; nothing is stored, and a form that is not the person's is refused."""
    refused = _refused(turn, reading)
    if refused is not None or reading.code is None:
        return [refusal(refused or "", form_choice())]
    if not reading.rows:
        return [
            refusal(_("Every row of the form is still empty, so there is nothing to report."), form_choice())
        ]
    rows = place_rows(turn, reading.rows, reading.code.period)
    items = tuple(row.item for row in rows if row.item is not None)
    told = say(twin(_told(turn, reading, rows, len(items))))
    if not items:
        return [told]
    message_id = turn.message.get("id")
    draft = Draft(items=items, message_ids=(message_id,) if isinstance(message_id, str) else ())
    return [told, *show(new_desk(turn, draft))]


def refuse_file(code: Refusal) -> list[Card]:
    """Return the one line for a file that is not read."""
    lines = {
        Refusal.PASSWORD: _("That file asks for a password. Please save it without one and send it again."),
        Refusal.EMPTY: _("That file is empty. Please send it again."),
        Refusal.MISSING: _("That file did not reach me. Please send it again."),
    }
    too_much = (Refusal.TOO_LARGE, Refusal.UNPACKS_TOO_LARGE, Refusal.TOO_MANY_ROWS, Refusal.NEEDS_TOO_MUCH)
    if code in (*too_much, Refusal.TOO_SLOW):
        return [refusal(_("That file holds far more than a form, so I did not read it."), form_choice())]
    line = lines.get(code) or _("I could not open that file. Please save it as .xlsx and send it again.")
    return [refusal(line, form_choice())]


def form_choice() -> Choice:
    return Choice(_("Form"), _("form"))


def _refused(turn: Turn, reading: FormReading) -> str | None:
    code = reading.code
    if code is None:
        return _(
            "The code or the headings of that form were changed, so I cannot tell what it is. Please use a new one."
        )
    if code.person_id != turn.person.id:
        note(turn.session, turn.now, "refused", person_id=turn.person.id, action="form")
        return _("That form was made for somebody else. Please ask for your own.")
    if code.year_be != turn.year_be:
        return _("That form is of fiscal year {year}, which is over. Please ask for a new one.").format(
            year=year_words(code.year_be)
        )
    return None


def _told(turn: Turn, reading: FormReading, rows: list[Row], good: int) -> list[str]:
    """Return what was read, which month it is for, and every row that was left out with its reason."""
    assert reading.code is not None
    month = writing.month(reading.code.period)
    lines = [
        ngettext(
            "Form for {month}: {count} activity read.", "Form for {month}: {count} activities read.", good
        ).format(month=month, count=good)
    ]
    if reading.code.period != turn.period:
        lines.append(
            _(
                "This is an older form. Its figures go to {month}, as a correction where that was reported."
            ).format(month=month)
        )
    if reading.blank_rows:
        lines.append(
            ngettext("{count} row is empty.", "{count} rows are empty.", reading.blank_rows).format(
                count=reading.blank_rows
            )
        )
    left_out = [row for row in rows if row.item is None]
    if left_out:
        lines += ["", _("Left out, please correct and send again or type it here:")]
        lines += [_left_out(row.filled, reason) for row in left_out for reason in row.reasons]
    return lines


def _left_out(filled: FilledRow, reason: str) -> str:
    if filled.no is None:
        return _("• Row {row}: {reason}").format(row=filled.row, reason=reason)
    return _("• Row {row}, activity {no}: {reason}").format(row=filled.row, no=filled.no, reason=reason)
