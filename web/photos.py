"""The photos of one activity behind a signed link that expires; made for one person who was allowed to see them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, abort, make_response, render_template, send_file, send_from_directory
from sqlalchemy.orm import Session

from engine.house import House
from handlers.access import reaches
from handlers.answers.photos import LINK, shown_photos
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
from web.own_links import PRIVATE, opened

STATIC = Path(__file__).parent / "static" / "photos"
POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
Shown = list[Evidence]


@dataclass(frozen=True)
class Found:
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
        return _with_found(house, token, lambda found: _page(house, found, token))

    @blueprint.get("/photos/<token>/<int:evidence_id>")
    def photo(token: str, evidence_id: int) -> Response:
        return _with_found(house, token, lambda found: _photo(house, found, evidence_id))

    @blueprint.errorhandler(404)
    def unknown(_error: Exception) -> Response:
        return _note(404, _("There is nothing here. Please open the link as it came in the chat."))

    @blueprint.errorhandler(410)
    def over(_error: Exception) -> Response:
        return _note(410, _("This link worked for a day. Ask for the history again to get a new one."))

    @blueprint.after_request
    def guard(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers.update(PRIVATE)
        return response

    return blueprint


def _with_found(house: House, token: str, show: Callable[[Found], Response]) -> Response:
    """Show what the link opens, in its person's language."""
    with house.db.read() as session:
        found = _found(house, session, token)
        with speaking(found.person.language):
            return show(found)


def _found(house: House, session: Session, token: str) -> Found:
    """Return what the link opens; 410 where its person does not see that activity any more."""
    turn, said = opened(house, session, LINK, token)
    activity = session.get(Activity, said[0])
    if activity is None or not reaches(turn, Action.SEE_HISTORY, activity):
        abort(410)
    is_own = any(own.id == activity.id for own in turn.own_activities)
    return Found(activity, shown_photos(session, states_of(session, [activity])[0]), turn.person, is_own)


def _page(house: House, found: Found, token: str) -> Response:
    if not found.is_own:
        with house.db.write() as session:
            note_access(session, found.person, Seen.PHOTOS, found.activity.id, house.clock.now())
    photos = [(piece.id, writing.moment(piece.sent_at)) for piece in reversed(found.photos)]
    return make_response(
        render_template(
            "photos.html",
            title=_("Photos of activity {no}").format(no=found.activity.no),
            name=found.activity.name,
            note=None if photos else _("No photo is here any more."),
            token=token,
            photos=photos,
            language=found.person.language,
        )
    )


def _photo(house: House, found: Found, evidence_id: int) -> Response:
    piece = next((piece for piece in found.photos if piece.id == evidence_id), None)
    path = file_path(house.files, piece.sha256) if piece is not None and piece.sha256 else None
    copy = shared_copy(house.shared, path, piece.sha256) if path and piece and piece.sha256 else None
    if copy is None:
        return _note(404, _("This photo was taken back or belongs to another activity."))
    return send_file(copy.resolve(), mimetype="image/jpeg")


def _note(status: int, said: str) -> Response:
    page = render_template("photos.html", title=_("Photos"), name="", note=said, photos=(), language="th")
    return make_response(page, status)
