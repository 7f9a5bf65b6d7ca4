"""What the rest of the month is expected to need: as much as the last time, for as often as it still comes."""

from jobs.forecast import month_ahead, still_to_come
from models.fire import claim_fire
from models.group_chat import switch_on
from rules.urgency import Urgency
from tests.days import day_comes, moment


def expected(house, at):
    with house.db.read() as session:
        return {kind: count for kind, count in still_to_come(session, "default", at).items() if count}


def test_before_the_first_run_the_summaries_are_known_by_their_readers(house, clock, office):
    # Four more summaries (11, 17, 24, 31 May) for the governor and the provincial office, and one warning.
    assert expected(house, moment(5, 3, 9, 0)) == {Urgency.ESCALATION: 8, Urgency.QUOTA_WARNING: 1}


def ahead(house, office, at):
    with house.db.read() as session:
        found = month_ahead(session, session.merge(office.province), at)
        return {each.duty.name: (len(each.days), each.each) for each in found}


def test_duties_are_expected_to_write_as_many_as_they_lately_did(house, clock, office, phones):
    day_comes(house, clock, moment(5, 11))
    day_comes(house, clock, moment(6, 2))
    # In June: the chase of two officers and one head, and summaries on four Mondays (7 to 28 June).
    june = ahead(house, office, moment(6, 2))
    assert june["chase-late"] == (1, 3) and june["weekly-escalation"] == (4, 2)


def test_what_comes_each_day_is_expected_at_its_average(house, clock, office):
    for day, people in ((24, 0), (25, 7), (26, 2)):
        with house.db.write() as session:
            fire = claim_fire(session, "follow-up", office.province.id, moment(5, day, 8), moment(5, day, 8))
            fire.counts, fire.finished_at = {"people": people}, moment(5, day, 8)
    assert ahead(house, office, moment(5, 26, 9))["follow-up"] == (3, 3), (
        "27, 28 and 31 May, nine by three runs"
    )


def test_a_group_is_expected_to_cost_its_members(house, clock, office):
    with house.db.write() as session:
        switch_on(
            session, "default", "C1", province_id=office.province.id, members=12, asked_by=office.people["อนงค์"].id,
            now=clock.now(),
        )  # fmt: skip
    assert ahead(house, office, moment(5, 3, 9))["group-summary"] == (4, 12)


def test_at_the_months_end_nothing_more_is_expected_but_the_warning(house, clock, office):
    assert expected(house, moment(5, 31, 9, 0)) == {Urgency.QUOTA_WARNING: 1}


def test_another_channel_needs_nothing_of_ours(house, clock, office):
    with house.db.read() as session:
        assert still_to_come(session, "lampang", clock.now()) == {}
