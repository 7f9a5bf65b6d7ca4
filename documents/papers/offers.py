"""Which papers can be had today: every form with the year, round or day that people now mean by it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from documents.papers.completion_form import FORM as COMPLETION
from documents.papers.form import Ask, Form, Needs
from documents.papers.forms import FORMS
from documents.papers.section34 import rounds_of
from i18n import _
from models.plan import activity_numbered, current_year, years_with_plan
from models.province import Province
from rules.fiscal_year import BUDDHIST_ERA, fiscal_year_of, last_day, last_day_of, period_just_ended
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
        which = self.ask.as_of.month if self.form.stands else self.ask.round_no or 0
        return f"{self.form.name}.{self.ask.year_be}.{which}"


def offers(session: Session, province: Province, today: date, year_be: int | None = None) -> list[Offer]:
    """Return the papers of a year, by default of the one that people now speak of; none without a plan.

    Of a year that is over there are none that ask somebody to act.
    """
    now = current_year(session, province.id, today)
    wanted = now if year_be is None else year_be
    if wanted not in years_with_plan(session, province.id):
        return []
    found = [form for form in FORMS if wanted == now or not form.is_of_the_day]
    return [offer for form in found for offer in _offers(session, province, wanted, form, today)]


def earlier_year(session: Session, province: Province, today: date) -> int | None:
    """Return the year before the one that people now speak of, where it has a plan: its papers are asked for as well."""
    before = current_year(session, province.id, today) - 1
    return before if before in years_with_plan(session, province.id) else None


def every_offer(session: Session, province: Province, today: date) -> list[Offer]:
    """Return the papers of this year and of the year before."""
    before = earlier_year(session, province, today)
    earlier = [] if before is None else offers(session, province, today, before)
    return [*offers(session, province, today), *earlier]


def offer_of_activity(
    session: Session, province: Province, today: date, year_be: int, no: int
) -> Offer | None:
    """Return the completion report of one activity, finished or not; None where the plan has no such activity."""
    if activity_numbered(session, province.id, year_be, no) is None:
        return None
    label = _label(COMPLETION, _("activity {no}").format(no=no))
    return Offer(COMPLETION, Ask(province, year_be, min(today, last_day(year_be)), activity_no=no), label)


def _offers(session: Session, province: Province, year_be: int, form: Form, today: date) -> Iterator[Offer]:
    latest = min(today, last_day(year_be))
    if form.needs is Needs.ROUND:
        for each in rounds_of(session, province.id, year_be):
            if each.as_of <= today:
                yield Offer(
                    form, Ask(province, year_be, each.as_of, each.no), _label(form, f"{each.no}/{year_be}")
                )
    elif form.stands:
        days = [date(year_be - BUDDHIST_ERA, *day) for day in form.stands]
        for day in [day for day in days if day <= today] or [latest]:
            yield Offer(form, Ask(province, year_be, day), _label(form, writing.short_date(day)))
    elif form.needs in (Needs.TODAY, Needs.ACTIVITY):
        yield Offer(form, Ask(province, year_be, latest), _label(form, writing.short_date(latest)))
    elif form.needs is Needs.NOTHING:
        yield Offer(form, Ask(province, year_be, latest), _label(form, str(year_be)))
    else:
        ended = last_day_of(period_just_ended(today))
        day = ended if fiscal_year_of(ended) == year_be else latest
        shown = writing.short_month(day) if form.needs is Needs.MONTH else writing.short_date(day)
        yield Offer(form, Ask(province, year_be, day), _label(form, shown))


def _label(form: Form, which: str) -> str:
    return _("{form} {which}").format(form=form.title(), which=which)
