"""When the quota is short, answers and escalations go before reminders."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rules.urgency import Urgency, Waiting, to_send_now

MORNING = datetime(2021, 5, 3, 1, 30, tzinfo=UTC)


def waiting(*kinds):
    return [Waiting(number, kind, MORNING + timedelta(seconds=number)) for number, kind in enumerate(kinds)]


def sent(*args, **kwargs):
    return [notice.notice_id for notice in to_send_now(*args, **kwargs)]


def test_without_a_limit_all_go_and_the_urgent_first():
    queue = waiting(Urgency.REMINDER, Urgency.ESCALATION, Urgency.CHASE, Urgency.ANSWER)
    assert sent(queue, None) == [3, 1, 2, 0]


def test_a_short_quota_is_spent_on_answers_and_escalations():
    queue = waiting(Urgency.REMINDER, Urgency.REMINDER, Urgency.ESCALATION, Urgency.ANSWER)
    assert sent(queue, 2) == [3, 2]
    assert sent(queue, 0) == []


def test_among_equals_the_oldest_goes_first():
    assert sent(waiting(Urgency.REMINDER, Urgency.REMINDER), 1) == [0]


def test_reminders_leave_enough_for_the_escalations_still_to_come():
    queue = waiting(*[Urgency.REMINDER] * 5, Urgency.ESCALATION)
    assert sent(queue, 6, {Urgency.ESCALATION: 3}) == [5, 0, 1]


def test_an_escalation_does_not_wait_for_reminders_to_come():
    assert sent(waiting(Urgency.ESCALATION), 1, {Urgency.REMINDER: 60}) == [0]


def test_a_notice_is_not_kept_back_for_later_ones_of_its_own_kind():
    assert sent(waiting(Urgency.ESCALATION), 1, {Urgency.ESCALATION: 3}) == [0]


def test_a_group_message_costs_its_members():
    group = Waiting(1, Urgency.ESCALATION, MORNING, cost=12)
    assert to_send_now([group], 11) == []
    assert to_send_now([group], 12) == [group]


@given(
    st.lists(
        st.builds(Waiting, st.integers(), st.sampled_from(Urgency), st.just(MORNING), st.integers(1, 5))
    ),
    st.integers(0, 30),
)
def test_never_more_than_the_quota(queue, left):
    assert sum(notice.cost for notice in to_send_now(queue, left)) <= left
