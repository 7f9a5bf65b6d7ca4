"""The demo's reports could have been sent by real officers: no figure contradicts another, and the totals are the published ones."""

from collections import defaultdict
from datetime import date

from rules.fiscal_year import last_day_of
from rules.quality import doubts
from samples.cast import cast
from samples.history import DISBURSED_IN_APRIL_SATANG, april_reports, monthly_reports
from samples.plan_rows import plan_rows

EVERY = (*monthly_reports(), *april_reports())
MARCH = date(2021, 3, 1)


def by_activity(reports):
    chains = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.period):
        chains[report.activity_no].append(report)
    return chains


def latest(reports):
    return {no: chain[-1] for no, chain in by_activity(reports).items()}


def test_the_bot_would_have_doubted_none_of_the_reports():
    budgets = {activity.no: activity.budget_satang for activity in plan_rows()}
    for no, chain in by_activity(EVERY).items():
        last = None
        for report in chain:
            assert doubts(report.figures, last, budgets[no]) == (), (no, report.period)
            last = report.figures


def test_money_is_cumulative_and_stays_within_the_budget():
    budgets = {activity.no: activity.budget_satang for activity in plan_rows()}
    for no, chain in by_activity(EVERY).items():
        paid = [report.disbursed_satang for report in chain]
        assert paid == sorted(paid), no
        assert all(report.disbursed_satang + report.committed_satang <= budgets[no] for report in chain), no


def test_april_reaches_the_published_total_and_march_does_not_yet():
    assert sum(report.disbursed_satang for report in latest(EVERY).values()) == DISBURSED_IN_APRIL_SATANG
    march = sum(report.disbursed_satang for report in latest(monthly_reports()).values())
    assert march == 21_036_940 * 100


def test_the_six_published_activities_are_the_completed_ones_by_april():
    done = {no for no, report in latest(EVERY).items() if report.status == "COMPLETED"}
    assert (
        done == {activity.no for activity in plan_rows() if activity.was_completed} == {7, 9, 10, 11, 12, 19}
    )


def test_some_activities_have_no_report_for_march_while_others_say_no_change():
    march = {report.activity_no for report in monthly_reports() if report.period == MARCH}
    still_owed = {no for no in latest(monthly_reports()) if no not in march} - {7, 10, 19}
    assert still_owed == {2, 6, 20, 23}
    assert any(report.is_no_change for report in monthly_reports() if report.period == MARCH)


def test_every_activity_reports_for_the_first_month_and_nothing_is_sent_before_its_month_ends():
    assert {report.activity_no for report in EVERY if report.period == date(2020, 10, 1)} == set(range(1, 24))
    assert all(report.sent_at.date() > last_day_of(report.period) for report in EVERY)


def test_reports_are_given_in_the_order_in_which_they_were_sent_by_the_officer_of_the_activity():
    moments = [report.sent_at for report in monthly_reports()]
    assert moments == sorted(moments)
    members = {member.key: member for member in cast()}
    assert all(report.activity_no in members[report.reporter_key].activity_nos for report in EVERY)
