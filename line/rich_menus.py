"""Rich menus through LINE's own SDK, loaded only here: it costs a second and 60 MB, and menus are seldom published."""

from pathlib import Path
from typing import Any

from line.tokens import Tokens, bearer
from settings import Settings

TIMEOUT_SECONDS = (5, 30)


class RichMenus:
    """One channel's menus. Every method raises OSError where LINE refuses or cannot be reached."""

    def __init__(self, tokens: Tokens, settings: Settings) -> None:
        from linebot.v3.messaging import ApiClient, Configuration, MessagingApi, MessagingApiBlob

        self._tokens = tokens
        hosts = (settings.line_api_base, settings.line_data_api_base)
        self._clients = [ApiClient(Configuration(access_token="", host=host)) for host in hosts]
        self._api, self._blob = MessagingApi(self._clients[0]), MessagingApiBlob(self._clients[1])

    def create(self, body: dict[str, Any], picture: Path) -> str:
        """Create a menu with its picture, and return its id."""
        from linebot.v3.messaging import RichMenuRequest

        request = RichMenuRequest.from_dict(body)
        menu_id = self._call(self._api.create_rich_menu, request).rich_menu_id
        png = {"Content-Type": "image/png"}
        self._call(self._blob.set_rich_menu_image, menu_id, body=picture.read_bytes(), _headers=png)
        return str(menu_id)

    def link(self, user_id: str, menu_id: str) -> None:
        """Show a menu to one person."""
        self._call(self._api.link_rich_menu_id_to_user, user_id, menu_id)

    def delete(self, menu_id: str) -> None:
        """Remove a menu that was replaced."""
        self._call(self._api.delete_rich_menu, menu_id)

    def _call(self, method: Any, *arguments: Any, **named: Any) -> Any:
        from linebot.v3.messaging import ApiException
        from urllib3.exceptions import HTTPError

        try:
            return self._authorised(method, *arguments, **named, _request_timeout=TIMEOUT_SECONDS)
        except ApiException as error:
            raise OSError(f"{method.__name__} answered {error.status}") from error
        except HTTPError as error:
            raise OSError(f"LINE cannot be reached: {type(error).__name__}") from error

    def _authorised(self, method: Any, *arguments: Any, **named: Any) -> Any:
        """Call with the token, and where LINE refuses it once more with another."""
        from linebot.v3.messaging import ApiException

        token = self._tokens.current()
        self._show(token)
        try:
            return method(*arguments, **named)
        except ApiException as error:
            other = self._tokens.instead_of(token) if error.status == 401 else None
            if other is None:
                raise
        self._show(other)
        return method(*arguments, **named)

    def _show(self, token: str) -> None:
        for client in self._clients:
            client.configuration.access_token = token
            client.default_headers.update(bearer(token))
