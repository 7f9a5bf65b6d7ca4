"""The photos of one activity behind a signed link that expires; made for one person who was allowed to see them."""

from flask import Blueprint, Response, abort, render_template, send_file
from itsdangerous import BadSignature, SignatureExpired
from sqlalchemy.orm import Session

from engine.house import House
from handlers.answers.links import LINK_LIVES_SECONDS, serializer
from i18n import _, speaking
from jobs.fetch_evidence import file_path
from models.evidence import Evidence, Kept, evidence_of_reports
from models.overview import states_of
from models.person import Person
from models.plan import Activity

SHOWN_TYPES = ("image/jpeg", "image/png", "image/webp", "image/gif")
POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"


def photos_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("photos", __name__, template_folder="templates")

    @blueprint.get("/photos/<token>")
    def page(token: str) -> str:
        with house.db.read() as session:
            person_id, activity_id = _opened(house, token)
            person, activity = session.get_one(Person, person_id), session.get_one(Activity, activity_id)
            with speaking(person.language):
                title = _("Photos of activity {no}").format(no=activity.no)
                pieces = _photos(session, activity)
                return render_template(
                    "photos.html",
                    title=title,
                    name=activity.name,
                    token=token,
                    photos=pieces,
                    language=person.language,
                )

    @blueprint.get("/photos/<token>/<int:evidence_id>")
    def photo(token: str, evidence_id: int) -> Response:
        with house.db.read() as session:
            _person_id, activity_id = _opened(house, token)
            shown = {piece.id: piece for piece in _photos(session, session.get_one(Activity, activity_id))}
        piece = shown.get(evidence_id)
        if piece is None or piece.sha256 is None or piece.content_type not in SHOWN_TYPES:
            abort(404)
        return send_file(file_path(house.files, piece.sha256), mimetype=piece.content_type)

    @blueprint.after_request
    def guard(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return blueprint


def _opened(house: House, token: str) -> tuple[int, int]:
    try:
        person_id, activity_id = serializer(house.settings.secret_key).loads(
            token, max_age=LINK_LIVES_SECONDS
        )
    except SignatureExpired:
        abort(410)
    except (BadSignature, ValueError, TypeError):
        abort(404)
    return int(person_id), int(activity_id)


def _photos(session: Session, activity: Activity) -> list[Evidence]:
    state = states_of(session, [activity])[0]
    found = evidence_of_reports(session, [report.id for report in state.valid.values()])
    return [piece for piece in found if piece.state is Kept.STORED and piece.content_type in SHOWN_TYPES]
