"""Photos, files, recordings and stickers: answered in one line, and with the report they belong to."""

from datetime import timedelta

from cards.card import Card, Choice, say
from documents.report_form import is_workbook
from handlers.keep_evidence import is_last_of_set, keep, not_kept
from handlers.order.owner import on_photo
from handlers.report.begin import begin_guided, refuse_activity
from handlers.report.desk import KIND
from handlers.report.evidence import attach, photos_among, photos_waiting
from handlers.turn import Turn
from i18n import _, ngettext
from models.dialogue import Dialogue, open_dialogue
from models.evidence import photos_of_reports
from models.plan import Activity, activity_numbered
from models.report import Report, latest_by, report_of
from rules.permissions import Action

BELONGS_TO_LAST_REPORT = timedelta(minutes=30)
MOST_OFFERED = 12  # LINE shows 13 quick replies


def on_image(turn: Turn) -> list[Card]:
    """Keep a photo. It belongs to the report being made, or to the one stored within the last half hour."""
    piece = keep(turn, "image")
    if piece is None:
        return not_kept(turn)
    answered = on_photo(turn)
    if answered is not None:
        return answered if is_last_of_set(turn) else []
    dialogue, report, asked = _belonging(turn)
    if not is_last_of_set(turn):
        return asked
    if dialogue is not None:
        return [_with_draft(turn, dialogue)]
    return [_with_report(turn, report), *asked] if report is not None else [ask_which(turn)]


def on_recording(turn: Turn) -> list[Card]:
    if keep(turn, str(turn.message.get("type"))) is None:
        return not_kept(turn)
    _dialogue, _stored, asked = _belonging(turn)
    said = _("Received and kept. Please type the figures too: I cannot hear or watch it.")
    return [say(said, *report_choice()), *asked]


def on_file(turn: Turn) -> list[Card]:
    """Keep a file. A workbook may be a filled-in form: it is answered once it is fetched and read (jobs/answer_form)."""
    kept = keep(turn, "file")
    if kept is None:
        return not_kept(turn)
    return [] if is_workbook(kept.file_name) else [file_kept(turn)]


def file_kept(turn: Turn) -> Card:
    """Let a file that is evidence and nothing more belong to the report it was sent with, and say that it is kept."""
    _belonging(turn)
    return say(_("File received and kept. Please type what is new as well."), *report_choice())


def on_sticker(turn: Turn) -> list[Card]:
    """A sticker says hello or thanks; it is never a confirmation."""
    return [
        say(
            _("Thank you. Type “{word}” whenever you want to report.").format(word=_("report")),
            *report_choice(),
        )
    ]


def place_photos(turn: Turn, no: int) -> list[Card]:
    """Let photos that belong to no report belong to an activity: to its latest report, else to the one begun now."""
    refused = refuse_activity(turn, no, Action.REPORT)
    if refused:
        return refused
    waiting = photos_waiting(turn, turn.now)
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    report = report_of(turn.session, activity.id, turn.period) if activity else None
    if report is None:
        return begin_guided(turn, no)
    asked = attach(turn, waiting, report)
    return [_with_report(turn, report), *asked]


def _belonging(turn: Turn) -> tuple[Dialogue | None, Report | None, list[Card]]:
    """Return the report being made, else the one just stored, which takes at once what was sent for it.

    Last comes what is to be asked about photos that it took.
    """
    dialogue = report_being_made(turn)
    report = just_stored(turn) if dialogue is None else None
    asked = attach(turn, photos_waiting(turn, report.sent_at), report) if report is not None else []
    return dialogue, report, asked


def _with_draft(turn: Turn, dialogue: Dialogue) -> Card:
    count = photos_among(photos_waiting(turn, dialogue.opened_at))
    words = ngettext(
        "{count} photo is kept with this report.", "{count} photos are kept with this report.", count
    )
    return say(words.format(count=count), *go_on(dialogue))


def _with_report(turn: Turn, report: Report) -> Card:
    turn.session.flush()
    count = len(photos_of_reports(turn.session, [report.id]))
    activity = turn.session.get_one(Activity, report.activity_id)
    words = ngettext(
        "Receipt {receipt}, activity {no}: {count} photo.",
        "Receipt {receipt}, activity {no}: {count} photos.",
        count,
    )
    return say(words.format(receipt=report.receipt_no, no=activity.no, count=count))


def ask_which(turn: Turn) -> Card:
    """Ask which activity a photo shows; the likely ones are one tap away."""
    numbers = [activity.no for activity in turn.own_activities[:MOST_OFFERED]]
    taps = [
        Choice(_("Activity {no}").format(no=no), _("Photos of activity {no}").format(no=no), f"photos:{no}")
        for no in numbers
    ]
    return say(_("Photo received. Which activity is it for? Type its number and what is new."), *taps)


def go_on(dialogue: Dialogue | None) -> tuple[Choice, ...]:
    """Return the button that the photo pushed out of sight: to confirm, or to see the question again."""
    if dialogue is None:
        return ()
    offered = dialogue.state.get("offered") or {}
    accept = next((data for data in offered.values() if ":confirm:" in data), None)
    if accept is not None:
        return (Choice(_("Confirm"), _("confirm"), accept),)
    return (Choice(_("Go on"), _("go on"), f"d:{dialogue.token}:resume"),)


def report_being_made(turn: Turn) -> Dialogue | None:
    dialogue = open_dialogue(turn.session, turn.person.id)
    return dialogue if dialogue is not None and dialogue.kind == KIND else None


def just_stored(turn: Turn) -> Report | None:
    report = latest_by(turn.session, turn.person.id)
    return report if report is not None and turn.sent_at - report.sent_at < BELONGS_TO_LAST_REPORT else None


def report_choice() -> tuple[Choice, ...]:
    return (Choice(_("Report"), _("report")),)
