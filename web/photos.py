"""The photos of one activity behind a signed link that expires; made for one person who was allowed to see them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, make_response, render_template, send_file, send_from_directory
from sqlalchemy.orm import Session

from engine.house import House
from handlers.access import reaches
from handlers.answers.links import PhotoLink, link_of, shown_photos
from handlers.turn import Turn
from i18n import _, speaking
from jobs.fetch_evidence import file_path
from jobs.shared_copy import shared_copy
from models.access import Seen, note_access
from models.evidence import Evidence
from models.overview import states_of
from models.person import Person
from models.plan import Activity
from rules.permissions import Action
from thai import writing

STATIC = Path(__file__).parent / "static" / "photos"
POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
Shown = list[Evidence]


@dataclass(frozen=True)
class Opened:
    """What a good link opens: the activity, its photos, and for whom it was made."""

    activity: Activity
    photos: Shown
    person: Person
    is_own: bool


def photos_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("photos", __name__, template_folder="templates")

    @blueprint.get("/photos/style.css")
    def style() -> Response:
        return send_from_directory(STATIC, "photos.css")

    @blueprint.get("/photos/<token>")
    def page(token: str) -> Response:
        return _with_opened(house, token, lambda opened: _page(house, opened, token))

    @blueprint.get("/photos/<token>/<int:evidence_id>")
    def photo(token: str, evidence_id: int) -> Response:
        return _with_opened(house, token, lambda opened: _photo(house, opened, evidence_id))

    @blueprint.after_request
    def guard(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return blueprint


def _with_opened(house: House, token: str, show: Callable[[Opened], Response]) -> Response:
    """Show what the link opens. 404 for a link that was not made here, 410 for one whose day or right is over."""
    link = link_of(house.settings.secret_key, token)
    if link is None:
        return _note(404, _("There is nothing here. Please open the link as it came in the chat."))
    if link.until <= house.clock.now():
        return _note(410, _("This link worked for a day. Ask for the history again to get a new one."))
    with house.db.read() as session:
        opened = _opened(house, session, link)
        if opened is None:
            return _note(410, _("This link worked for a day. Ask for the history again to get a new one."))
        with speaking(opened.person.language):
            return show(opened)


def _opened(house: House, session: Session, link: PhotoLink) -> Opened | None:
    """Return what the link opens, None where it was taken back or the person no longer sees that activity."""
    person, activity = session.get(Person, link.person_id), session.get(Activity, link.activity_id)
    if person is None or activity is None or person.province_id is None:
        return None
    if person.left_at is not None or person.link_generation != link.generation:
        return None
    turn = Turn(house, session, house.clock.now(), person.channel, {}, 0, person)
    if not reaches(turn, Action.SEE_HISTORY, activity):
        return None
    is_own = any(own.id == activity.id for own in turn.own_activities)
    return Opened(activity, shown_photos(session, states_of(session, [activity])[0]), person, is_own)


def _page(house: House, opened: Opened, token: str) -> Response:
    if not opened.is_own:
        with house.db.write() as session:
            note_access(session, opened.person, Seen.PHOTOS, opened.activity.id, house.clock.now())
    photos = [(piece.id, writing.moment(piece.sent_at)) for piece in reversed(opened.photos)]
    return make_response(
        render_template(
            "photos.html",
            title=_("Photos of activity {no}").format(no=opened.activity.no),
            name=opened.activity.name,
            note=None if photos else _("No photo is here any more."),
            token=token,
            photos=photos,
            language=opened.person.language,
        )
    )


def _photo(house: House, opened: Opened, evidence_id: int) -> Response:
    piece = next((piece for piece in opened.photos if piece.id == evidence_id), None)
    path = file_path(house.files, piece.sha256) if piece is not None and piece.sha256 else None
    copy = shared_copy(house.shared, path, piece.sha256) if path and piece and piece.sha256 else None
    if copy is None:
        return _note(404, _("This photo was taken back or belongs to another activity."))
    return send_file(copy.resolve(), mimetype="image/jpeg")


def _note(status: int, said: str) -> Response:
    page = render_template("photos.html", title=_("Photos"), name="", note=said, photos=(), language="th")
    return make_response(page, status)
