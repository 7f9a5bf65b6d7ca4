"""Photos people sent and the pictures of rich menus, for the simulator's page to show."""

from flask import Blueprint, Response, abort

from web.simulator.demo import Demo

SHOWN_INLINE = {"image/png", "image/jpeg", "image/gif", "image/webp"}


def add_media(blueprint: Blueprint, demo: Demo) -> None:
    @blueprint.get("/api/content/<message_id>")
    def content(message_id: str) -> Response:
        """Hand out what someone sent: pictures to be shown, anything else only to be saved."""
        kept = demo.line.world.contents.kept.get(message_id)
        if kept is None or kept.is_unsent:
            abort(404)
        return _bytes(kept.data, kept.mime)

    @blueprint.get("/api/menus/<menu_id>/picture")
    def picture(menu_id: str) -> Response:
        menu = demo.line.world.menus.made.get(menu_id)
        if menu is None or menu.picture is None:
            abort(404)
        return _bytes(menu.picture, menu.mime)


def _bytes(data: bytes, mime: str) -> Response:
    response = Response(data, content_type=mime)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    if mime not in SHOWN_INLINE:
        response.headers["Content-Disposition"] = "attachment"
        response.content_type = "application/octet-stream"
    return response
