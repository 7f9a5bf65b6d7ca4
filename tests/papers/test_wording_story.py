"""Every section that an office words can be read and worded in chat, in every form, until nothing is a draft any more."""

import pytest

from documents.papers.form import Ask, Needs
from documents.papers.forms import FORMS
from documents.papers.offers import offers
from i18n import speaking
from models.paper_text import paper_texts
from models.province import Province
from rules.cause import Cause
from rules.status import Status
from tests.days import moment
from tests.office import MARCH, reported

WORDED = [form for form in FORMS if form.sections]


@pytest.mark.parametrize("form", WORDED, ids=lambda form: form.name)
def test_every_section_is_worded_in_chat(house, clock, office, phones, form):
    clock.set(moment(5, 17, 9))
    anong = phones["อนงค์"]
    with house.db.write() as session, speaking("th"):
        reported(
            session, office, 14, MARCH, percent=0, baht=0, status=Status.BLOCKED, causes=(Cause.EPIDEMIC,)
        )
        found = offers(session, session.get(Province, office.province.id), moment(5, 17).date())
        offer = next(each for each in found if each.form is form)
    assert "ร่าง" in anong.says(f"เอกสาร {offer.label}")
    for section in form.sections:
        anong.says("ข้อความในเอกสาร")
        assert f"{section.no} " in anong.says(section.no), section.no
        assert "ข้อความของสำนักงาน" in anong.says(f"ข้อความของสำนักงาน ข้อ {section.no}\nรายการที่สอง")
    with house.db.read() as session:
        ask = Ask(session.get(Province, office.province.id), 2564, offer.ask.as_of, offer.ask.round_no)
        kept = paper_texts(session, office.province.id, 2564, form.name, ask.part)
        gathered = form.gather(session, ask)
    assert kept.keys() == {section.name for section in form.sections}
    assert gathered.drafts == ()
    assert form.needs is not Needs.ROUND or ask.part == "1"
    again = anong.says(f"เอกสาร {offer.label}")
    assert "เป็นร่าง" not in again
