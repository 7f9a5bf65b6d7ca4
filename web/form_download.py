"""Hands out the form behind a signed link: made afresh for the one person it names, for as long as the link lives."""

from flask import Blueprint, Response, abort

from engine.house import House
from handlers.form import LINK, form_of
from i18n import _, speaking
from rules.fiscal_year import period_key
from web.own_links import download, opened, over


def form_blueprint(house: House) -> Blueprint:
    blueprint = Blueprint("form", __name__)

    @blueprint.get("/form/<token>")
    def form(token: str) -> Response:
        # XlsxWriter: six megabytes that few requests need.
        from documents.report_form_sheet import form_workbook

        with house.db.read() as session:
            turn, _nothing = opened(house, session, LINK, token)
            if not turn.own_activities:
                abort(410)  # they answer for nothing any more
            with speaking(turn.person.language):
                filled = form_of(turn)
                content = form_workbook(filled, house.settings.secret_key)
                name = _("report {month}").format(month=period_key(filled.code.period)) + ".xlsx"
        return download(content, name)

    @blueprint.errorhandler(410)
    def expired(_error: Exception) -> Response:
        return over(_("form"))

    return blueprint
