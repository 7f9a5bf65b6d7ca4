"""Every question and every report action against everybody: what each of them sees, and what each can change.

Figures that only some may see are written into the reports; whoever may not must not find them in any answer.
Beside the usual five there are วีระ, an officer of สมชาย's agency who answers for 14 alone; an inspector; สุดา, who has
not joined; and คำปัน, who runs another province.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from handlers.queries import QUERIES, answer_query
from handlers.report.begin import begin_correction, begin_guided, begin_no_change
from handlers.report.desk import open_desk
from handlers.report.store import store
from handlers.retract import ask_retract
from handlers.retract import tap as tap_retract
from handlers.turn import Turn
from i18n import _
from models.agency import ensure_agency
from models.dialogue import open_dialogue
from models.inbox import Event
from models.person import ensure_person
from models.plan import Activity, Project
from models.post import Holding, Post, Responsibility, hold_post
from models.province import Province
from models.report import history
from rules.permissions import Action
from rules.role import Role
from tests.office import APRIL, MARCH, RURAL_ROADS, reported, user_id
from thai.reading import Intent, Query, QueryKind, Reading

FIGURES = {13: "1,313,131", 14: "1,414,141", 20: "2,020,202"}
OFFICER_OF = {13: "สมชาย", 14: "สมชาย", 20: "ประสิทธิ์"}
STRANGER, ELSEWHERE = "สุดา", "คำปัน"
RURAL, PROVINCE_WIDE = {"สมชาย", "มาลี", "วีระ"}, {"อนงค์", "ท่านผู้ว่าฯ", "ท่านผู้ตรวจราชการ"}
READERS = {"ท่านผู้ว่าฯ", "ท่านผู้ตรวจราชการ"}
EVERYBODY = (*sorted(RURAL), *sorted(PROVINCE_WIDE), "ประสิทธิ์", STRANGER, ELSEWHERE)
MAY_REPORT = {"สมชาย": {13, 14}, "มาลี": {13, 14}, "วีระ": {14}, "ประสิทธิ์": {20}, "อนงค์": {13, 14, 20}}


def reach(name: str) -> set[int]:
    """Return the activities whose figures somebody may see at all."""
    if name in PROVINCE_WIDE:
        return {13, 14, 20}
    return {13, 14} if name in RURAL else {20} if name == "ประสิทธิ์" else set()


class Company:
    """Everybody, in one transaction that is rolled back; each asks and acts as if nobody had before."""

    def __init__(self, house, session, now):
        self.house, self.session, self.now = house, session, now
        self.event = Event(webhook_event_id="1", channel="default", lane="x", timestamp_ms=1, received_at=now)
        session.add(self.event)
        session.flush()

    def turn(self, name: str) -> Turn:
        person = ensure_person(self.session, "default", user_id(name), self.now)
        said = {"type": "message", "timestamp": 1, "message": {"id": "1", "type": "text"}}
        return Turn(self.house, self.session, self.now, "default", said, self.event.id, person)

    def each(self) -> Iterator[tuple[str, Turn]]:
        for name in EVERYBODY:
            with self.session.begin_nested() as undone:
                yield name, self.turn(name)
                undone.rollback()
            # SQLite gives the ids of what was undone again, and the session must not take the new for the old.
            self.session.expunge_all()

    def revisions(self, no: int) -> int:
        query = (
            self.session.query(Activity).join(Province).filter(Province.name == "เพชรบุรี", Activity.no == no)
        )
        return len(history(self.session, query.one().id))


@pytest.fixture
def company(house, office, clock):
    with house.db.write() as session:
        for no, figure in FIGURES.items():
            baht = int(figure.replace(",", ""))
            reported(session, office, no, MARCH, percent=20, baht=baht, by=OFFICER_OF[no])
        another_province(session, clock.now())
        rural = ensure_agency(session, office.province.id, RURAL_ROADS).id
        joins(session, clock.now(), "ท่านผู้ตรวจราชการ", Role.INSPECTOR, office.province.id)
        post = joins(session, clock.now(), "วีระ", Role.OFFICER, office.province.id, rural)
        session.add(Responsibility(post_id=post.id, activity_id=office.activities[14].id))
    with house.db.write() as session:
        yield Company(house, session, clock.now())
        session.rollback()


def joins(session, now, name, role, province_id, agency_id=None) -> Post:
    person = ensure_person(session, "default", user_id(name), now)
    person.name, person.province_id, person.joined_at = name, province_id, now
    post = Post(province_id=province_id, agency_id=agency_id, role=role, title=name)
    session.add(post)
    session.flush()
    hold_post(session, person, post, date(2020, 10, 1))
    return post


def another_province(session, now) -> None:
    lampang = Province(name="ลำปาง", made_at=now)
    session.add(lampang)
    session.flush()
    project = Project(province_id=lampang.id, year_be=2564, no=1, name="โครงการของลำปาง")
    agency = ensure_agency(session, lampang.id, "สำนักงานจังหวัดลำปาง")
    session.add(project)
    session.flush()
    belongs = {"province_id": lampang.id, "project_id": project.id, "agency_id": agency.id}
    session.add(Activity(**belongs, year_be=2564, no=50, name="ถนนลำปาง", budget_satang=100, made_at=now))
    joins(session, now, ELSEWHERE, Role.ADMIN, lampang.id)


def words(cards) -> str:
    """Return all that the cards say: drawn, in one line, and as text."""
    drawn = (json.dumps(card.contents or {}, ensure_ascii=False) for card in cards)
    return "\n".join([*drawn, *(card.alt for card in cards), *(card.text for card in cards)])


def asks(turn: Turn, kind: QueryKind, no=None, rest="", agency=None) -> str:
    reading = Reading(Intent.QUERY, query=Query(kind, no, agency, rest))
    return words(answer_query(turn, reading, None, ""))


def shown(answer: str) -> set[int]:
    """Return the activities whose figures stand in an answer."""
    return {no for no, figure in FIGURES.items() if figure in answer}


@pytest.mark.parametrize("kind", [QueryKind.STATUS, QueryKind.BUDGET, QueryKind.HISTORY])
def test_an_activity_is_shown_by_number_to_whom_it_reaches(company, kind):
    for name, turn in company.each():
        for no in FIGURES:
            assert shown(asks(turn, kind, no)) == ({no} & reach(name)), name


@pytest.mark.parametrize("kind", [QueryKind.STATUS, QueryKind.HISTORY])
def test_an_activity_is_shown_by_part_of_its_name_to_whom_it_reaches(company, kind):
    for name, turn in company.each():
        assert shown(asks(turn, kind, rest="บ้านห้วยสีตอ")) == ({13} & reach(name)), name


@pytest.mark.parametrize("kind", [QueryKind.AGENCY, QueryKind.CONTACT])
def test_an_agency_is_shown_to_whom_it_reaches(company, kind):
    for name, turn in company.each():
        assert shown(asks(turn, kind, agency="แขวงทางหลวงชนบท")) == ({13, 14} & reach(name)), name
        assert shown(asks(turn, kind, agency="โยธา")) == ({20} & reach(name)), name


@pytest.mark.parametrize("kind", sorted(QUERIES))
def test_nobody_sees_beyond_their_reach_whatever_they_ask(company, kind):
    """Every question there is, bare, with a number, a name, an agency."""
    for name, turn in company.each():
        for more in (
            {},
            {"no": 13},
            {"no": 20},
            {"no": 50},
            {"rest": "เขื่อน"},
            {"rest": "ถนน"},
            {"agency": "โยธา"},
        ):
            answer = asks(turn, kind, **more)
            assert answer, "everybody is answered"
            assert shown(answer) <= reach(name), (name, more)
            assert "ถนนลำปาง" not in answer or name == ELSEWHERE


NOT_FOR = {
    QueryKind.REPORT: READERS,
    QueryKind.OBLIGATIONS: READERS,
    QueryKind.FORM: READERS,
    QueryKind.UNDO: READERS,
    QueryKind.CANCEL: READERS,
    QueryKind.SUMMARY: {"สมชาย", "วีระ", "ประสิทธิ์"},
}


@pytest.mark.parametrize("kind", sorted(QUERIES))
def test_who_is_told_that_a_question_is_not_for_them(company, kind):
    refusal = _("Your role does not see that. Type “{word}” for what you can ask.").format(word=_("help"))
    for name, turn in company.each():
        is_for_strangers = QUERIES[kind][0] in (Action.HELP, Action.SET_LANGUAGE)
        expected = not is_for_strangers if name == STRANGER else name in NOT_FOR.get(kind, set())
        assert (refusal in asks(turn, kind)) is expected, name


@pytest.mark.parametrize("no", FIGURES)
@pytest.mark.parametrize(
    "begin", [begin_guided, begin_correction, lambda turn, no: begin_no_change(turn, (no,))]
)
def test_who_can_begin_a_report(company, begin, no):
    for name, turn in company.each():
        if name == STRANGER:
            continue
        answer = words(begin(turn, no))
        has_begun = open_dialogue(turn.session, turn.person.id) is not None
        assert has_begun is (no in MAY_REPORT.get(name, set())), name
        assert shown(answer) <= reach(name), name


@pytest.mark.parametrize("no", FIGURES)
def test_the_right_to_report_counts_at_the_tap_that_stores(company, no):
    """A draft may be older than the right: here everybody gets hold of a draft that its officer began."""
    for name, turn in company.each():
        owner = company.turn(OFFICER_OF[no])
        begin_no_change(owner, (no,))
        draft = open_dialogue(owner.session, owner.person.id)
        if name == STRANGER:
            turn.person.province_id = owner.person.province_id
        draft.person_id = turn.person.id
        desk = open_desk(turn, draft)  # None for another province: its plan has no such activity
        if desk is not None:
            store(desk)
        has_stored = company.revisions(no) == 2
        assert has_stored is (no in MAY_REPORT.get(name, set())), name


@pytest.mark.parametrize("no", FIGURES)
def test_who_can_take_a_report_back(company, office, no):
    for name, turn in company.each():
        if name == STRANGER:
            continue
        reported(turn.session, office, no, APRIL, percent=25, baht=3_000_000, by=OFFICER_OF[no])
        ask_retract(turn, no)
        dialogue = open_dialogue(turn.session, turn.person.id)
        if dialogue is not None:
            tap_retract(turn, dialogue.token, "yes", [])
        has_taken_back = company.revisions(no) == 3
        assert has_taken_back is (no in MAY_REPORT.get(name, set())), name


def test_who_has_left_the_post_sees_and_changes_nothing(company):
    turn = company.turn("สมชาย")
    begin_no_change(turn, (13,))
    draft = open_dialogue(turn.session, turn.person.id)
    for holding in turn.session.query(Holding).filter_by(person_id=turn.person.id):
        holding.to_on = turn.today - timedelta(days=1)
    later = company.turn("สมชาย")
    assert shown(asks(later, QueryKind.STATUS, 13)) == set()
    store(open_desk(later, draft))
    assert company.revisions(13) == 1
