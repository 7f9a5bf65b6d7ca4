"""Acting in a group that the bot was invited to."""

from web.stand_in import events, ids
from web.stand_in.chat import Chat
from web.stand_in.events import Event
from web.stand_in.people import People


class Groups(People):
    """Groups: the bot joins, people talk with or without mentioning it, and edit what they said."""

    def join(self, group_id: str | None = None, name: str = "", members: list[str] | None = None) -> Event:
        """Invite the bot into a group of `members`; the event's source tells the group's id."""
        group_id = group_id or ids.group_id()
        with self.world.changing():
            self.world.chats[group_id] = Chat(
                group_id, name or group_id, members=list(members or []), is_group=True
            )
        return self._say_and_send(group_id, self._event("join", events.group_source(group_id, None)))

    def leave(self, group_id: str) -> Event:
        """Remove the bot from a group."""
        with self.world.changing():
            self.world.chats[group_id].is_following = False
        event = self._event("leave", events.group_source(group_id, None), can_answer=False)
        self._send(event)
        return event

    def member_joined(self, group_id: str, user_id: str) -> Event:
        with self.world.changing():
            self.world.chats[group_id].members.append(user_id)
        joined = {"members": [events.user_source(user_id)]}
        return self._say_and_send(
            group_id, self._event("memberJoined", events.group_source(group_id, None), joined=joined)
        )

    def say_in_group(
        self, group_id: str, user_id: str | None, text: str, mentions_bot: bool = False
    ) -> Event:
        """Say something in a group; a mention is put in front unless `text` has it.

        `user_id` may be None: LINE does not always tell who spoke.
        """
        at_bot = "@" + self.world.channel["display_name"]
        words = f"{at_bot} {text}" if mentions_bot and at_bot not in text else text
        more = (
            {"mention": events.mention(words, at_bot[1:], self.world.channel["bot_user_id"])}
            if mentions_bot
            else {}
        )
        message = events.text(words, **more)
        event = self._event("message", events.group_source(group_id, user_id), message=message)
        return self._say_and_send(group_id, event, message, by=user_id or "")

    def edit_in_group(self, group_id: str, user_id: str | None, message_id: str, text: str) -> Event:
        """Change what was said: the same message id, and a new reply token."""
        entry = self.world.chats[group_id].entry(message_id)
        message = events.text(text) | {"id": message_id}
        with self.world.changing():
            if entry:
                entry["message"] = message
        return self._say_and_send(
            group_id, self._event("messageEdited", events.group_source(group_id, user_id), message=message)
        )
