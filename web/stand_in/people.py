"""Acting as a person with a phone: each method builds the event LINE would send, and posts it to the bot."""

from typing import Any

from web.stand_in import events, ids
from web.stand_in.chat import Chat
from web.stand_in.content import Content, mime_of
from web.stand_in.events import Event
from web.stand_in.wire import Wire


class People(Wire):
    """The people who have the bot as a friend. Every action returns the event it sent."""

    def add_friend(
        self,
        user_id: str | None = None,
        display_name: str = "",
        language: str = "th",
        is_following: bool = True,
    ) -> str:
        """Give a person a phone and return their user id; no event is sent."""
        user_id = user_id or ids.user_id()
        with self.world.changing():
            self.world.chats[user_id] = Chat(user_id, display_name or user_id, language, is_following)
        return user_id

    def say(self, user_id: str, text: str, quoted_id: str | None = None) -> Event:
        """Send a text; `quoted_id` is the message it quotes."""
        more = {"quotedMessageId": quoted_id} if quoted_id else {}
        return self._message(user_id, events.text(text, **more))

    def tap(
        self, user_id: str, data: str, display_text: str | None = None, params: dict[str, str] | None = None
    ) -> Event:
        """Tap a postback button. `params` is what a date picker or menu switch adds."""
        postback = {"data": data} | ({"params": params} if params else {})
        event = self._event("postback", events.user_source(user_id), postback=postback)
        shown = {"type": "text", "id": ids.message_id(), "text": display_text} if display_text else None
        return self._say_and_send(user_id, event, shown)

    def send_image(self, user_id: str, data: bytes, image_set: dict[str, Any] | None = None) -> Event:
        """Send a photo. `image_set` is dict(id, index, total) for one of several sent at once."""
        return self._media(user_id, events.image(image_set), data, mime_of(data))

    def send_file(self, user_id: str, name: str, data: bytes) -> Event:
        return self._media(user_id, events.file(name, len(data)), data, mime_of(data))

    def send_video(self, user_id: str, data: bytes, duration_ms: int = 1000, polls: int = 0) -> Event:
        """Send a film; the first `polls` requests for it find it still being prepared."""
        return self._media(user_id, events.video(duration_ms), data, "video/mp4", polls)

    def send_audio(self, user_id: str, data: bytes, duration_ms: int = 1000, polls: int = 0) -> Event:
        return self._media(user_id, events.audio(duration_ms), data, "audio/m4a", polls)

    def send_location(
        self,
        user_id: str,
        latitude: float,
        longitude: float,
        title: str | None = None,
        address: str | None = None,
    ) -> Event:
        """Send a place, in degrees."""
        return self._message(user_id, events.location(latitude, longitude, title, address))

    def send_sticker(
        self, user_id: str, package_id: str = "11537", sticker_id: str = "52002734", **more: Any
    ) -> Event:
        """Send a sticker; `kind` and `keywords` may be given."""
        return self._message(user_id, events.sticker(package_id, sticker_id, **more))

    def unsend(self, user_id: str, message_id: str) -> Event:
        """Take a message back: its words and bytes are gone from LINE before the bot hears of it."""
        with self.world.changing():
            self.world.contents.unsend(message_id)
            entry = self.world.chats[user_id].entry(message_id)
            if entry:
                entry.update(unsent=True, message={"type": entry["kind"]})
        event = self._event(
            "unsend", events.user_source(user_id), can_answer=False, unsend={"messageId": message_id}
        )
        self._send(event)
        return event

    def follow(self, user_id: str) -> Event:
        """Add the bot as a friend, or unblock it."""
        chat = self.world.chats[user_id]
        with self.world.changing():
            was_blocked = chat.has_blocked
            chat.is_following, chat.has_blocked = True, False
        return self._say_and_send(
            user_id, self._event("follow", events.user_source(user_id), follow={"isUnblocked": was_blocked})
        )

    def unfollow(self, user_id: str) -> Event:
        """Block the bot; linked rich menus are forgotten, as LINE forgets them."""
        chat = self.world.chats[user_id]
        with self.world.changing():
            chat.has_blocked, chat.menu_id = True, None
        event = self._event("unfollow", events.user_source(user_id), can_answer=False)
        self._send(event)
        return event

    def send_again(self, message_id: str) -> int:
        """Deliver the event of a message once more, marked as a redelivery; return the HTTP status."""
        event = next(one for one in self.delivered if one.get("message", {}).get("id") == message_id)
        return self.deliver([events.redelivered(event)])

    def switch_menu(self, user_id: str, alias: str, data: str) -> Event:
        """Tap a rich menu's switch to another menu."""
        with self.world.changing():
            found = self.world.menus.aliases.get(alias)
            if found:
                self.world.chats[user_id].menu_id = found
        status = "SUCCESS" if found else "RICHMENU_ALIAS_ID_NOTFOUND"
        return self.tap(user_id, data, params={"newRichMenuAliasId": alias, "status": status})

    def _media(self, user_id: str, message: dict[str, Any], data: bytes, mime: str, polls: int = 0) -> Event:
        self.world.contents.kept[message["id"]] = Content(data, mime, polls)
        return self._message(user_id, message)

    def _message(self, user_id: str, message: dict[str, Any]) -> Event:
        return self._say_and_send(
            user_id, self._event("message", events.user_source(user_id), message=message), message
        )

    def _say_and_send(
        self, chat_id: str, event: Event, shown: dict[str, Any] | None = None, by: str = ""
    ) -> Event:
        entry = self._show(chat_id, shown, by) if shown else {}
        arrived = self._send(event)
        with self.world.changing():
            entry.update(read=arrived, failed=not arrived and not self._is_holding)
        return event

    def _show(self, chat_id: str, message: dict[str, Any], by: str) -> dict[str, Any]:
        entry = {
            "id": message["id"],
            "from": "person",
            "by": by or chat_id,
            "kind": message["type"],
            "message": message,
            "at": self.world.now(),
            "how": None,
            "cost": 0,
            "read": False,
            "failed": False,
            "unsent": False,
        }
        with self.world.changing():
            self.world.chats[chat_id].entries.append(entry)
        return entry
