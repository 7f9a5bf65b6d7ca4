"""Whatever LINE answers, whoever blocks the bot and whenever it dies: each notice arrives once or ends with a reason, in time."""

from collections import Counter
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from models.notice import Notice, Sent, write_notice
from models.outbox import UNDELIVERED
from models.person import Person
from tests.office import CAST, user_id
from tests.property.trial import Trial, how_many

PUSH, REPLY = "/v2/bot/message/push", "/v2/bot/message/reply"
MONTH_IS_OVER = {"message": "You have reached your monthly limit."}
TROUBLES = {
    "500": lambda line, path: line.fail_next(1, 500, path_prefix=path),
    "500 after accepting": lambda line, path: line.fail_next(1, 500, path_prefix=path, after_accepting=True),
    "reset": lambda line, path: line.reset_connections(1, path),
    "reset after accepting": lambda line, path: line.reset_connections(1, path, after_accepting=True),
    "rate": lambda line, path: line.throttle(1, path),
    "month": lambda line, path: line.fail_next(1, 429, MONTH_IS_OVER, path),
    "token": lambda line, path: line.fail_next(1, 401, path_prefix=path),
    "portal": lambda line, path: line.fail_next(1, 302, "<html>log in here</html>", path),
    "garbage": lambda line, path: line.fail_next(1, 200, "<html>fine</html>", path, after_accepting=True),
    "refused": lambda line, path: line.fail_next(1, 400, {"message": "1 error(s)"}, path),
    "nobody": lambda line, path: line.fail_next(1, 400, {"message": "Failed to send messages"}, path),
}
WAITS = [
    timedelta(seconds=1),
    timedelta(seconds=20),
    timedelta(minutes=1),
    timedelta(minutes=12),
    timedelta(minutes=50),
    timedelta(hours=9),
    timedelta(hours=25),
]
KINDS = ("trial", "answer")
# Ends that leave it open, and say so.
NOBODY_KNOWS = ("LINE did not say", "LINE may have taken")
NAMES = st.sampled_from(sorted(CAST))


class NoticeLife(RuleBasedStateMachine):
    """Notices are written and people ask; everything else is what happens to them."""

    def __init__(self):
        super().__init__()
        self.trial = Trial()
        self.line = self.trial.line
        self.written = {}
        self.asked = Counter()
        self.have_blocked = set()

    def teardown(self):
        try:
            self.all_is_well_again_and_everything_ends()
        finally:
            self.trial.end()

    @rule(name=NAMES, hours=st.sampled_from([None, 1, 30]))
    def writes(self, name, hours):
        """Write a notice of the bot's own accord; after so many hours it is of no use any more."""
        words, now = f"ประกาศ {len(self.written)}", self.trial.clock.now()
        with self.trial.house.db.write() as session:
            person = session.scalars(select(Person).where(Person.line_user_id == user_id(name))).one()
            write_notice(
                session,
                channel="default",
                recipient=person.line_user_id,
                kind="trial",
                key=words,
                messages=[{"type": "text", "text": words}],
                now=now,
                person_id=person.id,
                province_id=person.province_id,
                worthless_after=hours and now + timedelta(hours=hours),
            )
        self.written[words] = name

    @rule(name=NAMES)
    def asks(self, name):
        if not self.line.world.chats[user_id(name)].has_blocked:
            self.line.say(user_id(name), "ฉันคือใคร")
            self.asked[name] += 1

    @rule(
        name=NAMES,
        trouble=st.sampled_from(sorted(TROUBLES)),
        steps=st.sampled_from([None, *range(2, 14)]),
        much=st.sampled_from(WAITS),
        is_asked=st.booleans(),
    )
    def something_goes_wrong(self, name, trouble, steps, much, is_asked):
        """Somebody asks, or the bot has something to tell; LINE makes trouble, the bot may die, and after a while it works on."""
        if is_asked:
            self.asks(name)
        else:
            self.writes(name, None)
        self.has_trouble(trouble, REPLY if is_asked else PUSH)
        if steps is None:
            self.trial.works()
        else:
            self.trial.works_and_dies(steps)
        self.time_passes(much)
        self.trial.works()

    @rule()
    def works(self):
        self.trial.works()

    @rule(steps=st.integers(0, 14))
    def works_and_dies(self, steps):
        self.trial.works_and_dies(steps)

    @rule(much=st.sampled_from(WAITS))
    def time_passes(self, much):
        self.trial.time_passes(much)

    @rule(trouble=st.sampled_from(sorted(TROUBLES)), path=st.sampled_from([PUSH, REPLY, "/"]))
    def has_trouble(self, trouble, path):
        TROUBLES[trouble](self.line, path)

    @rule()
    def is_down(self):
        self.line.down()

    @rule()
    def is_up(self):
        self.line.up()

    @rule(name=NAMES)
    def blocks_or_comes_back(self, name):
        self.have_blocked.add(name)
        has_blocked = self.line.world.chats[user_id(name)].has_blocked
        (self.line.follow if has_blocked else self.line.unfollow)(user_id(name))

    @rule(left=st.sampled_from([None, 0, 1, 3]))
    def quota_changes(self, left):
        used = self.line.world.ledger.used(self.trial.clock.now())
        self.line.set_quota(None if left is None else used + left)

    @invariant()
    def all_is_true(self):
        """LINE takes nothing twice and sees no key too late, nobody reads anything twice, and SENT means taken."""
        assert set(self.line.accepted.values()) <= {1}
        assert self.line.used_late == []
        assert max(self.arrived().values(), default=0) <= 1
        for notice in self.notices():
            if notice.state is Sent.SENT and notice.how == "push":
                assert notice.retry_key in self.line.accepted, notice.key

    def arrived(self):
        texts = [each["message"].get("text", "") for name in CAST for each in self.trial.told(name)]
        return Counter(text for text in texts if text in self.written)

    def notices(self):
        with self.trial.house.db.read() as session:
            return list(session.scalars(select(Notice)))

    def all_is_well_again_and_everything_ends(self):
        self.line.up()
        self.line.set_quota(None)
        for _ in range(8):  # nothing waits for longer than three quarters of an hour where all is well
            self.trial.time_passes(timedelta(minutes=50))
            self.trial.works()
        assert [
            each.key for each in self.notices() if each.kind in KINDS and each.state is Sent.WAITING
        ] == []
        self.trial.time_passes(timedelta(days=5))  # what the bot tells the office has its hours
        self.trial.works()
        notices = self.notices()
        assert {each.state for each in notices} <= {Sent.SENT, *UNDELIVERED}
        assert all(each.error for each in notices if each.state is not Sent.SENT), "an end without a reason"
        self.all_is_true()
        self.everybody_has_what_was_sent(notices)

    def everybody_has_what_was_sent(self, notices):
        """Who never blocked the bot has read each notice that is said to be sent, and an answer to each question."""
        arrived = self.arrived()
        for notice in notices:
            if notice.kind == "trial" and self.written[notice.key] not in self.have_blocked:
                is_sent = notice.state is Sent.SENT
                is_open = not is_sent and any(words in notice.error for words in NOBODY_KNOWS)
                assert arrived[notice.key] == is_sent or is_open, notice.key
        for name in self.asked.keys() - self.have_blocked:
            answers = [each for each in notices if each.kind == "answer" and each.recipient == user_id(name)]
            said = [each for each in self.trial.told(name) if "text" not in each["message"]]
            assert len(answers) == self.asked[name]
            assert len(said) >= sum(each.state is Sent.SENT for each in answers)


TestNoticeLife = NoticeLife.TestCase
TestNoticeLife.settings = how_many(16)
