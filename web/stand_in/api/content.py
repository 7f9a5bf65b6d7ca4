"""The bytes of photos, films, sound and files, as api-data.line.me hands them out."""

from werkzeug.wrappers import Request, Response

from web.stand_in.api.answers import Refused, answer
from web.stand_in.content import Content
from web.stand_in.world import World


def get_content(world: World, request: Request, message_id: str) -> Response:
    """Return the bytes; 202 while LINE still prepares them, 410 after unsend."""
    content = _content(world, message_id)
    with world.changed:
        if not content.is_ready():
            return answer(status=202)
    return Response(content.data, content_type=content.mime)


def get_transcoding(world: World, request: Request, message_id: str) -> Response:
    """Tell whether the bytes are prepared."""
    content = _content(world, message_id)
    with world.changed:
        return answer({"status": "succeeded" if content.is_ready() else "processing"})


def _content(world: World, message_id: str) -> Content:
    content = world.contents.kept.get(message_id)
    if content is None:
        raise Refused(404, "Not found")
    if content.is_unsent:
        raise Refused(410, "Gone")
    return content


ENDPOINTS = {
    ("GET", "/v2/bot/message/<message_id>/content"): get_content,
    ("GET", "/v2/bot/message/<message_id>/content/preview"): get_content,
    ("GET", "/v2/bot/message/<message_id>/content/transcoding"): get_transcoding,
}
