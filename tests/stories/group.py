"""A group chat of the cast, as all its members see it."""

from tests.phones import actions_of, words_of

GROUP = "C" + "0" * 31 + "1"


class Group:
    """The group's chat, as all its members see it."""

    def __init__(self, phones, line, names):
        self.phones, self.line, self._read = phones, line, 0
        line.join(GROUP, "งานจังหวัด", [phones[name].user_id for name in names])
        self.reads()

    def says(self, name, text, **more):
        user_id = self.phones[name].user_id if name else None
        self.event = self.line.say_in_group(GROUP, user_id, text, **more)
        return self.reads()

    def edits(self, name, text):
        message_id = self.event["message"]["id"]
        self.line.edit_in_group(GROUP, self.phones[name].user_id, message_id, text)
        return self.reads()

    def reads(self):
        self.phones.settle()
        entries = [each for each in self.line.conversation(GROUP) if each["from"] == "bot"]
        fresh, self._read = entries[self._read :], len(entries)
        self.last = [each["message"] for each in fresh]
        return "\n".join(words_of(message) for message in self.last)

    def actions(self):
        return [action for message in self.last for action in actions_of(message)]
