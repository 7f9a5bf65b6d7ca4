"""However people report, correct, take back, tap old buttons and hand over: the standing is what the history says, and no more."""

from datetime import timedelta
from itertools import groupby

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from models.person import Person
from models.plan import Activity
from models.report import Kind, effective
from models.standing import Standing
from tests.office import user_id
from tests.property.acting import Acting
from tests.property.trial import COLLEAGUE, how_many
from web.stand_in import redelivered

OURS, THEIRS = ("สมชาย", COLLEAGUE, "มาลี"), "ประสิทธิ์"
OFFICERS = st.sampled_from(("สมชาย", "สมชาย", COLLEAGUE, THEIRS))
ANYBODY = st.sampled_from((*OURS, THEIRS, "อนงค์"))
NUMBERS = st.sampled_from((13, 15, 20))
OWNERS = st.sampled_from((("สมชาย", 13), ("สมชาย", 15), (COLLEAGUE, 15), (THEIRS, 20)))
PERCENTS = st.sampled_from((20, 45, 60, 100))
MILLIONS = st.sampled_from((None, "1.2", "3", "9000"))
CONFIRM = ("ยืนยัน", "ใช่ บันทึกตามนี้")


class ReportLife(Acting):
    """Each rule is one thing that a person does, with the bot's answer; half a minute passes before each."""

    def teardown(self):
        try:
            self.what_is_told_is_what_stands()
        finally:
            self.trial.end()

    @rule(who=OWNERS, percent=PERCENTS, million=MILLIONS, confirms=st.sampled_from((True, True, False)))
    def reports_in_a_line(self, who, percent, million, confirms):
        name, no = who
        self.says(name, f"{no} {percent}%" + (f" เบิกแล้ว {million} ล้าน" if million else ""))
        if confirms:
            self.confirms(name)

    @rule(name=OFFICERS)
    def confirms(self, name):
        """Tap the newest ยืนยัน, and once more at once, and let LINE deliver the first tap again."""
        found = self.confirm_buttons(name)
        if found:
            self.taps(name, found[-1])
            event = next(each for each in reversed(self.line.delivered) if each["type"] != "unsend")
            self.taps(name, found[-1])
            self.does(lambda: self.line.deliver([redelivered(event)]))

    def confirm_buttons(self, name):
        return [each for each in self.buttons(name) if each.get("label") in CONFIRM]

    @rule(name=OFFICERS, no=NUMBERS)
    def reports_for_others(self, name, no):
        self.says(name, f"{no} 99%")
        self.confirms(name)

    @rule(name=ANYBODY, number=st.integers(0, 12))
    def taps_something(self, name, number):
        found = self.buttons(name, latest=1)
        if found:
            self.taps(name, found[number % len(found)])

    @rule(name=ANYBODY, whose=OFFICERS, number=st.integers(0, 500))
    def taps_something_old_or_of_somebody_else(self, name, whose, number):
        found = [each for each in self.buttons(whose) if each["type"] == "postback"]
        if found:
            self.taps(name, found[number % len(found)])

    @rule(name=OFFICERS, words=st.sampled_from(["รายงาน", "เท่าเดิม", "หยุด", "สถานะ 13", "ประวัติ 13"]))
    def says_something(self, name, words):
        self.says(name, words)

    @rule(who=OWNERS, percent=PERCENTS, confirms=st.booleans())
    def corrects(self, who, percent, confirms):
        name, no = who
        self.says(name, f"แก้ไข {no} {percent}%")
        if confirms:
            self.confirms(name)

    @rule(who=OWNERS)
    def takes_back(self, who):
        name, no = who
        self.says(name, f"ยกเลิก {no}")
        found = [each for each in self.buttons(name, latest=1) if each.get("label") == "ถอนรายงาน"]
        if found:
            self.taps(name, found[-1])

    @rule(number=st.integers(0, 50))
    def unsends_a_message(self, number):
        if self.messages:
            name, message_id = self.messages[number % len(self.messages)]
            self.does(lambda: self.line.unsend(user_id(name), message_id))

    @rule(no=st.sampled_from((13, 15)), back=st.booleans())
    def hands_over(self, no, back):
        giver, taker = (COLLEAGUE, "สมชาย") if back else ("สมชาย", COLLEAGUE)
        self.says(giver, f"โอนงาน {no} ให้ {taker} วันนี้")
        self.says(giver, "ยืนยัน", may_store=True)

    @rule(steps=st.integers(0, 8), name=OFFICERS)
    def confirms_while_the_bot_dies(self, steps, name):
        found = self.confirm_buttons(name)
        if found and found[-1]["type"] == "postback":
            self.line.tap(user_id(name), found[-1]["data"], found[-1].get("displayText"))
            self.trial.works_and_dies(steps)
            self.does(lambda: self.trial.time_passes(timedelta(minutes=2)), True, found[-1]["data"])

    @rule(days=st.sampled_from((1, 9, 30)))
    def days_pass(self, days):
        self.trial.time_passes(timedelta(days=days))

    @invariant()
    def the_standing_is_the_fold_of_the_history(self):
        reports = self.reports()
        with self.trial.house.db.read() as session:
            standings = {each.activity_id: each for each in session.scalars(select(Standing))}
            activities = list(session.scalars(select(Activity)))
        for activity in activities:
            valid = effective([each for each in reports if each.activity_id == activity.id])
            standing = standings.pop(activity.id, None)
            assert (standing and standing.report_id) == (valid[max(valid)].id if valid else None)
            if standing:
                assert standing.figures() == valid[max(valid)].figures()
        assert standings == {}

    @invariant()
    def the_history_only_grows(self):
        reports = self.reports()
        for each in reports:
            said = (each.kind, each.activity_id, each.period, each.progress_percent, each.disbursed_satang)
            assert self.seen.setdefault(each.id, said) == said
        assert len(reports) == len(self.seen)
        order = sorted(reports, key=lambda each: (each.activity_id, each.period, each.id))
        for _month, revisions in groupby(order, key=lambda each: (each.activity_id, each.period)):
            numbers = [each.revision for each in revisions]
            assert numbers == list(range(1, len(numbers) + 1))
        taken_back = [each.retracts_id for each in reports if each.kind is Kind.RETRACTION]
        assert len(taken_back) == len(set(taken_back)), "nothing is taken back twice"

    @invariant()
    def nobody_reports_for_another_agency(self):
        with self.trial.house.db.read() as session:
            people = {each.id: each.name for each in session.scalars(select(Person))}
            numbers = {each.id: each.no for each in session.scalars(select(Activity))}
        for each in self.reports():
            is_theirs = numbers[each.activity_id] in (20, 21)
            assert is_theirs == (people[each.reporter_id] == THEIRS) or people[each.reporter_id] == "อนงค์"

    def what_is_told_is_what_stands(self):
        """The office reads the money of reports that stand, and never that of one that was taken back."""
        with self.trial.house.db.read() as session:
            of_13 = select(Standing).join(Activity).where(Activity.no == 13)
            standing = session.scalars(of_13).one_or_none()
        self.says("อนงค์", "สถานะ 13")
        told = str(self.trial.told("อนงค์")[-1]["message"])
        paid = standing.disbursed_satang if standing else None
        if paid:
            assert f"{paid // 100:,}" in told


TestReportLife = ReportLife.TestCase
TestReportLife.settings = how_many(10)
