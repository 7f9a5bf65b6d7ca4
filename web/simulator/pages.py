"""The simulator's blueprint: its page, its static files and its JSON routes under /simulator."""

import json
from collections.abc import Callable

from babel import Locale
from flask import Blueprint, Response, make_response, render_template, request

from i18n import LANGUAGES, _, speaking
from web.simulator.actions import add_actions
from web.simulator.clock import add_clock
from web.simulator.demo import Demo, MovableClock, Row
from web.simulator.guard import add_policy, refuse_strangers
from web.simulator.media import add_media
from web.simulator.state import state_of
from web.simulator.words import words
from web.stand_in import LineStandIn

LANGUAGE_COOKIE = "simulator_language"


def simulator_blueprint(
    stand_in: LineStandIn, cast: Callable[[], list[Row]], clock: MovableClock
) -> Blueprint:
    """Return the simulator at /simulator. It speaks for everyone and moves time: only ever for a demo."""
    demo = Demo(stand_in, cast, clock)
    blueprint = Blueprint(
        "simulator",
        __name__,
        url_prefix="/simulator",
        template_folder="../templates",
        static_folder="../static",
    )
    blueprint.before_request(refuse_strangers)
    blueprint.after_request(add_policy)
    blueprint.add_url_rule("", "page", _page)
    _add_state(blueprint, demo)
    add_media(blueprint, demo)
    add_actions(blueprint, demo, spoken)
    add_clock(blueprint, demo, spoken)
    return blueprint


def spoken() -> str:
    """Return the language of this visitor: as asked in the address, else as remembered, else Thai."""
    asked = request.args.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    return asked if asked in LANGUAGES else "th"


def _page() -> Response:
    language = spoken()
    with speaking(language):
        other = Locale("en" if language == "th" else "th")
        page = render_template(
            "simulator.html", language=language, other=other, words_json=json.dumps(words()), _=_
        )
    response = make_response(page)
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        samesite="Strict",
        httponly=True,
        secure=request.is_secure,
        path="/simulator",
    )
    return response


def _add_state(blueprint: Blueprint, demo: Demo) -> None:
    @blueprint.get("/api/state")
    def state() -> Row:
        with speaking(spoken()):
            return state_of(demo, request.args.get("phone", ""), request.args.get("version", -1, int))
