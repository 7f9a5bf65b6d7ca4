"""Figures of every form are traced in chat, under names that people have for them, to the reports behind them."""

import re

import pytest

from cards import papers_trace
from documents.papers.form import Ask, Needs
from documents.papers.forms import FORMS
from documents.papers.made import make_paper
from documents.papers.trace import behind, figures
from i18n import speaking
from models.paper import paper_coded
from models.paper_round import set_paper_round
from models.province import Province
from rules.cause import Cause
from rules.status import Status
from tests.days import moment
from tests.office import APRIL, MARCH, reported

TRACED = 3
QUIET = ("meeting", "minutes")  # without a case on the agenda they hold the year's two figures


@pytest.fixture
def anong(house, clock, office, phones):
    clock.set(moment(5, 17, 9))
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=2_250_000)
        reported(session, office, 13, APRIL, percent=45, baht=3_500_000)
        reported(
            session, office, 14, MARCH, percent=0, baht=0, status=Status.BLOCKED, causes=(Cause.EPIDEMIC,)
        )
        reported(
            session, office, 20, APRIL, percent=100, baht=17_500_000, status=Status.COMPLETED, by="ประสิทธิ์"
        )
        day = moment(4, 30).date()
        set_paper_round(session, office.province.id, 2564, 1, day, day)
    return phones["อนงค์"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_three_figures_of_every_form_lead_to_their_reports(house, clock, office, anong, form):
    with house.db.write() as session:
        ask = Ask(
            session.get(Province, office.province.id),
            2564,
            moment(5, 17).date(),
            1 if form.needs is Needs.ROUND else None,
        )
        code = make_paper(session, form, ask, clock.now()).code
    with house.db.read() as session:
        paper = paper_coded(session, code)
        found = [each for each in figures(paper) if each.reports]
        assert len(found) >= (2 if form.name in QUIET else TRACED)
        receipts = {each.name: {row.report.receipt_no for row in behind(session, each)} for each in found}
        with speaking("th"):
            names = [papers_trace.called(each) for each in figures(paper)]
    assert [name for name in names if re.search("[A-Za-z_]", name)] == [], "every figure has a name in Thai"
    assert len(set(names)) == len(names), "and each its own"
    for each in (found[0], found[len(found) // 2], found[-1]):
        with speaking("th"):
            answer = anong.says(f"ที่มา {code} {papers_trace.called(each)}")
        assert f"จากรายงาน {len(each.reports)} ฉบับ" in answer, each.name
        assert all(receipt in answer for receipt in receipts[each.name]), each.name
