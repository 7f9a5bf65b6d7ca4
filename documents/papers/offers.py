"""Which papers can be had today: every form with the year, round or day that people now mean by it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Form, Needs
from documents.papers.forms import FORMS
from documents.papers.section34 import rounds_of
from i18n import _
from models.plan import current_year, years_with_plan
from models.province import Province
from rules.fiscal_year import fiscal_year_of, last_day, last_day_of, period_just_ended
from thai import writing


@dataclass(frozen=True)
class Offer:
    """A paper that can be made now; `label` is its name with round, day or year, in the language now spoken."""

    form: Form
    ask: Ask
    label: str

    @property
    def key(self) -> str:
        """What buttons call it; it fits between the colons of a button's data."""
        return f"{self.form.name}.{self.ask.year_be}.{self.ask.round_no or 0}"


def offers(session: Session, province: Province, today: date) -> list[Offer]:
    """Return the papers of the year that people now speak of; none without a plan."""
    year_be = current_year(session, province.id, today)
    if year_be not in years_with_plan(session, province.id):
        return []
    return [offer for form in FORMS for offer in _offers(session, province, year_be, form, today)]


def _offers(session: Session, province: Province, year_be: int, form: Form, today: date) -> list[Offer]:
    if form.needs is Needs.ROUND:
        return [
            Offer(form, Ask(province, year_be, each.as_of, each.no), _label(form, f"{each.no}/{year_be}"))
            for each in rounds_of(session, province.id, year_be)
            if each.as_of <= today
        ]
    if form.needs in (Needs.TODAY, Needs.ACTIVITY):
        day = min(today, last_day(year_be))
        return [Offer(form, Ask(province, year_be, day), _label(form, writing.short_date(day)))]
    if form.needs is Needs.NOTHING:
        return [
            Offer(form, Ask(province, year_be, min(today, last_day(year_be))), _label(form, str(year_be)))
        ]
    ended = last_day_of(period_just_ended(today))
    day = ended if fiscal_year_of(ended) == year_be else min(today, last_day(year_be))
    shown = writing.short_month(day) if form.needs is Needs.MONTH else writing.short_date(day)
    return [Offer(form, Ask(province, year_be, day), _label(form, shown))]


def _label(form: Form, which: str) -> str:
    return _("{form} {which}").format(form=form.title(), which=which)
