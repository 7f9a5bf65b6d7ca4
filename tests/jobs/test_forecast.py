"""What the rest of the month is expected to need: as much as the last time, for as often as it still comes."""

from jobs.forecast import still_to_come
from rules.urgency import Urgency
from tests.days import day_comes, moment


def expected(house, at):
    with house.db.read() as session:
        return {kind: count for kind, count in still_to_come(session, "default", at).items() if count}


def test_before_the_first_run_the_summaries_are_known_by_their_readers(house, clock, office):
    # Four more summaries (11, 17, 24, 31 May) for the governor and the provincial office, and one warning.
    assert expected(house, moment(5, 3, 9, 0)) == {Urgency.ESCALATION: 8, Urgency.QUOTA_WARNING: 1}


def test_duties_are_expected_to_write_as_many_as_the_last_time(house, clock, office, phones):
    day_comes(house, clock, moment(5, 11))
    day_comes(house, clock, moment(6, 2))
    # In June: the chase of two officers and one head, and summaries on four Mondays (7 to 28 June).
    assert expected(house, moment(6, 2)) == {
        Urgency.CHASE: 3,
        Urgency.ESCALATION: 8,
        Urgency.QUOTA_WARNING: 1,
    }


def test_at_the_months_end_nothing_more_is_expected_but_the_warning(house, clock, office):
    assert expected(house, moment(5, 31, 9, 0)) == {Urgency.QUOTA_WARNING: 1}


def test_another_channel_needs_nothing_of_ours(house, clock, office):
    with house.db.read() as session:
        assert still_to_come(session, "lampang", clock.now()) == {}
