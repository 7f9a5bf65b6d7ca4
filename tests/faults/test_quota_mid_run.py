"""The month's quota ends in the middle of a run for forty people: the urgent first, the rest waits, and the books are right."""

from collections import Counter

import pytest
from sqlalchemy import select

from models.notice import Notice, Sent
from tests.colleagues import colleague
from tests.days import day_comes, moment
from tests.office import user_id

OFFICERS = [f"เจ้าหน้าที่ {number}" for number in range(38)]
LEFT = 12
MONTH_IS_OVER = {"message": "You have reached your monthly limit."}


@pytest.fixture
def many(house, office, phones):
    """Forty officers owe a report, and the governor is to have Monday's summary."""
    with house.db.write() as session:
        for name in OFFICERS:
            colleague(session, office, name)
    for name in OFFICERS:
        phones.stranger(name)
    return phones


def notices(house):
    with house.db.read() as session:
        return list(session.scalars(select(Notice)))


def assert_the_books_are_right(house, line):
    """What is said to be sent was taken under its key, and counted by LINE once for each."""
    pushed = [each for each in notices(house) if each.state is Sent.SENT and each.how == "push"]
    assert {each.retry_key for each in pushed} == set(line.accepted)
    assert len(pushed) == sum(row["count"] for row in line.sent if row["how"] == "push")


def states(house, kind):
    return Counter(each.state for each in notices(house) if each.kind == kind)


@pytest.mark.parametrize("knows", [True, False], ids=["LINE's figures are known", "LINE alone knows"])
def test_the_quota_ends_in_the_middle_of_the_reminders(house, clock, many, line, knows):
    line.set_quota(300, used_elsewhere=300 - LEFT)
    if not knows:
        line.fail_next(1_000, 500, path_prefix="/v2/bot/message/quota")
    day_comes(house, clock, moment(5, 3))

    assert_the_books_are_right(house, line)
    assert sum(row["count"] for row in line.sent) <= LEFT
    assert states(house, "weekly")[Sent.WAITING] == 0, "the summaries went before the reminders"
    assert line.pushes(user_id("ท่านผู้ว่าฯ")) != []
    reminders = states(house, "reminder")
    assert reminders[Sent.WAITING] >= len(OFFICERS) + 2 - LEFT and reminders.keys() <= {
        Sent.WAITING,
        Sent.SENT,
    }
    warned = Counter(each.kind for each in notices(house) if each.kind.startswith("quota"))
    assert sum(warned.values()) == 1, "one admin is told, once"

    day_comes(house, clock, moment(6, 1, 7))  # a new month, and those of April are of no use any more
    line.up()
    line.set_quota(None)
    day_comes(house, clock, moment(6, 2))
    assert_the_books_are_right(house, line)
    assert Sent.WAITING not in states(house, "reminder")
    given_up = [each for each in notices(house) if each.kind == "reminder" and each.state is Sent.GIVEN_UP]
    assert {each.key for each in given_up} == {"2564-04"} and all(each.error for each in given_up)


def test_refused_in_the_middle_they_wait_and_all_arrive_once_when_the_plan_is_raised(
    house, clock, many, line
):
    line.set_quota(300, used_elsewhere=0)
    line.fail_next(25, 429, MONTH_IS_OVER, "/v2/bot/message/push")
    day_comes(house, clock, moment(5, 3))
    assert_the_books_are_right(house, line)
    assert states(house, "reminder")[Sent.WAITING] > 0

    line.up()
    line.set_quota(15_000)
    for minute in (10, 50):
        day_comes(house, clock, moment(5, 3, 9, minute))
    assert_the_books_are_right(house, line)
    assert states(house, "reminder") == {Sent.SENT: len(OFFICERS) + 2}
    assert [len(line.pushes(user_id(name))) for name in OFFICERS] == [1] * len(OFFICERS)
