"""Photos, files, recordings, places and stickers: kept at once, and answered in one line."""

from datetime import timedelta

from cards.card import Card, Choice, say
from handlers.report.desk import KIND
from handlers.report.evidence import attach, photos_waiting
from handlers.turn import Turn
from i18n import _, ngettext
from models.dialogue import Dialogue, open_dialogue
from models.evidence import Evidence, evidence_of_message, evidence_of_reports
from models.plan import Activity
from models.report import Report, latest_by

BELONGS_TO_LAST_REPORT = timedelta(minutes=30)
LONGEST_FILE_NAME = 300


def on_image(turn: Turn) -> list[Card]:
    """Keep a photo. It belongs to the report being made, or to the one stored within the last half hour."""
    piece = _keep(turn, "image")
    if piece is None or not _is_last_of_set(turn):
        return []
    dialogue = open_dialogue(turn.session, turn.person.id)
    if dialogue is not None and dialogue.kind == KIND:
        return [_with_draft(turn, dialogue)]
    report = _just_stored(turn)
    if report is None:
        return [
            say(_("Photo received. Which activity is it for? Type its number and what is new."), *_report())
        ]
    return [_with_report(turn, report)]


def on_recording(turn: Turn) -> list[Card]:
    kept = _keep(turn, str(turn.message.get("type")))
    return (
        [say(_("Received and kept. Please type the figures too: I cannot hear or watch it."), *_report())]
        if kept
        else []
    )


def on_file(turn: Turn) -> list[Card]:
    kept = _keep(turn, "file")
    return [say(_("File received and kept. Please type what is new as well."), *_report())] if kept else []


def on_location(turn: Turn) -> list[Card]:
    """Give the activity its place: the one being reported, or the one just stored."""
    latitude, longitude = turn.message.get("latitude"), turn.message.get("longitude")
    activity = _activity_spoken_of(turn)
    if activity is None or not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return [
            say(
                _("Which activity is this place for? Begin its report first, then send the place."),
                *_report(),
            )
        ]
    activity.latitude, activity.longitude = float(latitude), float(longitude)
    return [say(_("Thank you. This is now the place of activity {no}.").format(no=activity.no))]


def on_sticker(turn: Turn) -> list[Card]:
    """A sticker says hello or thanks; it is never a confirmation."""
    if not turn.posts:
        return []
    return [
        say(_("Thank you. Type “{word}” whenever you want to report.").format(word=_("report")), *_report())
    ]


def _keep(turn: Turn, kind: str) -> Evidence | None:
    """Write down what was sent and ask for its bytes to be fetched; None for strangers and repetitions."""
    message_id = turn.message.get("id")
    if not turn.posts or not isinstance(message_id, str) or evidence_of_message(turn.session, message_id):
        return None
    name = turn.message.get("fileName")
    piece = Evidence(
        province_id=turn.province.id,
        person_id=turn.person.id,
        channel=turn.channel,
        message_id=message_id,
        kind=kind,
        file_name=str(name)[:LONGEST_FILE_NAME] if name else None,
        sent_at=turn.sent_at,
    )
    turn.session.add(piece)
    turn.session.flush()
    if (turn.message.get("contentProvider") or {}).get("type", "line") == "line":
        turn.later("fetch", str(piece.id))
    return piece


def _is_last_of_set(turn: Turn) -> bool:
    """Several photos sent together are answered once, after the last."""
    photos = turn.message.get("imageSet") or {}
    return photos.get("index", 1) == photos.get("total", 1)


def _with_draft(turn: Turn, dialogue: Dialogue) -> Card:
    count = len(photos_waiting(turn, dialogue.opened_at))
    words = ngettext(
        "{count} photo is kept with this report.", "{count} photos are kept with this report.", count
    )
    offered = dialogue.state.get("offered") or {}
    accept = next(((text, data) for text, data in offered.items() if ":confirm:" in data), None)
    choices = (Choice(_("Confirm"), _("confirm"), accept[1]),) if accept else ()
    return say(words.format(count=count), *choices)


def _with_report(turn: Turn, report: Report) -> Card:
    attach(photos_waiting(turn, report.sent_at), report)
    turn.session.flush()
    count = len(evidence_of_reports(turn.session, [report.id]))
    activity = turn.session.get_one(Activity, report.activity_id)
    words = ngettext(
        "Receipt {receipt}, activity {no}: {count} photo.",
        "Receipt {receipt}, activity {no}: {count} photos.",
        count,
    )
    return say(words.format(receipt=report.receipt_no, no=activity.no, count=count))


def _just_stored(turn: Turn) -> Report | None:
    report = latest_by(turn.session, turn.person.id)
    return report if report is not None and turn.sent_at - report.sent_at < BELONGS_TO_LAST_REPORT else None


def _activity_spoken_of(turn: Turn) -> Activity | None:
    dialogue = open_dialogue(turn.session, turn.person.id)
    if dialogue is not None and dialogue.kind == KIND and dialogue.state.get("focus"):
        focus = dialogue.state["focus"]
        return next((activity for activity in turn.own_activities if activity.no == focus), None)
    report = _just_stored(turn)
    if report is not None:
        return turn.session.get(Activity, report.activity_id)
    return turn.own_activities[0] if len(turn.own_activities) == 1 else None


def _report() -> tuple[Choice, ...]:
    return (Choice(_("Report"), _("report")),)
