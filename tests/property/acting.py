"""People who say and tap things in a property test, each act with the bot's answer and what may come of it."""

from datetime import timedelta

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import select

from models.report import Report
from tests.office import user_id
from tests.phones import actions_of
from tests.property.trial import Trial


class Acting(RuleBasedStateMachine):
    """Half a minute passes before each act."""

    def __init__(self):
        super().__init__()
        self.trial = Trial()
        self.line = self.trial.line
        self.seen = {}  # report id: what it said when it was first seen
        self.receipts = set()
        self.spent = set()  # buttons that have stored something
        self.messages = []

    def does(self, act, may_store=False, button=None):
        """Let somebody act and the bot answer; nothing, or at most one confirmation, may come of it."""
        self.trial.time_passes(timedelta(seconds=30))
        event = act()
        self.trial.works()
        fresh = {each.receipt_no for each in self.reports() if each.receipt_no} - self.receipts
        assert len(fresh) <= (may_store and button not in self.spent), f"{fresh} from {event}"
        self.receipts |= fresh
        if fresh and button:
            self.spent.add(button)
        return event

    def says(self, name, text, may_store=False):
        event = self.does(lambda: self.line.say(user_id(name), text), may_store)
        self.messages.append((name, event["message"]["id"]))

    def taps(self, name, action):
        if action["type"] == "postback":
            self.does(
                lambda: self.line.tap(user_id(name), action["data"], action.get("displayText")),
                may_store=True,
                button=action["data"],
            )
        elif action["type"] == "message":
            self.says(name, action["text"], may_store=True)

    def buttons(self, name, latest=None):
        told = [each["message"] for each in self.trial.told(name)]
        return [action for message in (told[-latest:] if latest else told) for action in actions_of(message)]

    def reports(self):
        with self.trial.house.db.read() as session:
            return list(session.scalars(select(Report).order_by(Report.id)))
