"""Where a figure of a paper comes from: its figures by name, and the reports behind one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cards import commands
from cards.card import Card, Choice, say
from cards.plain import shorten
from documents.papers.filters import count, on_date, percent
from documents.papers.trace import Figure
from engine.clock import BANGKOK
from i18n import _, ngettext
from rules.cause import Cause
from rules.status import Status
from thai import writing

MOST_BUTTONS, MOST_LISTED, MOST_REPORTS, LONGEST_WORDS = 12, 30, 8, 200
MONEY = ("budget", "disbursed", "unpaid", "remaining", "left_over")
NAMES: dict[str, Callable[[], str]] = {
    "activities": lambda: _("number of activities"),
    "agencies": lambda: _("late agencies"),
    "budget": lambda: _("budget"),
    "days_late": lambda: _("days late"),
    "days_still": lambda: _("working days without movement"),
    "disbursed": lambda: _("disbursed"),
    "done": lambda: _("completed"),
    "finished": lambda: _("finished"),
    "going": lambda: _("in progress"),
    "left_over": lambda: _("left over"),
    "matters": lambda: _("matters"),
    "moving": lambda: _("moving"),
    "orders": lambda: _("orders"),
    "percent": lambda: _("percent disbursed"),
    "photos": lambda: _("photos"),
    "projects": lambda: _("projects"),
    "remaining": lambda: _("remaining"),
    "reported": lambda: _("reported"),
    "status": lambda: _("state of work"),
    "still": lambda: _("standing still"),
    "total": lambda: _("total"),
    "unpaid": lambda: _("not disbursed"),
    "unreported": lambda: _("unreported"),
    "weighted": lambda: _("weighted score"),
    "approved": lambda: _("approved"),
    "awaiting": lambda: _("awaiting payment"),
    "carried": lambda: _("carried over"),
    "not_begun": lambda: _("not begun"),
    "issue": lambda: _("strategic issue"),
    "cause": lambda: _("cause"),
}


@dataclass(frozen=True)
class Source:
    """One report behind a figure; `words` is what the officer wrote, blank where it is not kept any more."""

    activity_no: int
    period: date
    receipt_no: str
    sent_at: datetime
    who: str
    words: str
    photos: int


def ask_trace(code: str) -> Choice:
    """Return the button that asks where a paper's figures come from."""
    return Choice(_("Origin of figures"), f"{_('origin')} {code}")


def number_of(figure: Figure) -> str:
    """Return the number of the activity that a figure is about, blank for one of the whole paper."""
    first = figure.name.split(".", 1)[0]
    return first if first.isdecimal() else ""


def called(figure: Figure) -> str:
    """Return what people call a figure: "13 disbursed", "in progress budget"."""
    return " ".join(_called(part) for part in figure.name.split("."))


def _called(part: str) -> str:
    if part in NAMES:
        return NAMES[part]()
    if part.startswith("issue") and part[5:].isdecimal():
        return f"{NAMES['issue']()} {part[5:]}"
    return writing.cause_name(Cause(part)) if part in set(Cause) else part


def printed(figure: Figure) -> str:
    """Return the figure as the paper prints it; money is kept in satang."""
    last, value = figure.name.rsplit(".", 1)[-1], figure.value
    if value is None:
        return "-"
    if last in MONEY:
        return writing.baht(int(str(value)))
    if last == "percent":
        return percent(Decimal(str(value)))
    if isinstance(value, date):
        return on_date(value)
    if isinstance(value, int):
        return count(value)
    return writing.status_name(Status(str(value))) if value in set(Status) else str(value)


def whole(code: str, found: Sequence[Figure], first_number: str) -> Card:
    """Return the figures of a paper as a whole, each with a button."""
    title = _("Paper {code}: where does which figure come from?").format(code=code)
    one = f"{_('origin')} {code} {first_number}"
    how = (
        [_("For an activity, type its number as well: {example}").format(example=one)] if first_number else []
    )
    return _listed([title], code, found, how)


def of_activity(code: str, no: str, found: Sequence[Figure]) -> Card:
    """Return the figures of one activity in a paper."""
    title = _("Paper {code}, activity {no}: where does which figure come from?").format(code=code, no=no)
    return _listed([title], code, found, [])


def _listed(title: list[str], code: str, found: Sequence[Figure], how: list[str]) -> Card:
    lines = [f"• {called(each)}: {printed(each)}" for each in found[:MOST_LISTED]]
    taps = [
        Choice(shorten(called(each), 20), f"{_('origin')} {code} {called(each)}")
        for each in found[:MOST_BUTTONS]
    ]
    return say("\n".join([*title, *lines, *how]), *taps)


def sources(code: str, figure: Figure, rows: Sequence[Source], every: int) -> Card:
    """Return the reports behind a figure; `rows` are the first of `every`."""
    title = _("{figure} = {value} (paper {code})").format(
        figure=called(figure), value=printed(figure), code=code
    )
    if not rows:
        return say(
            f"{title}\n{_('It comes from the plan or is counted by the bot: no report stands behind it.')}"
        )
    count_line = ngettext("From {count} report:", "From {count} reports:", every).format(count=every)
    more = [_("and {count} more").format(count=every - len(rows))] if every > len(rows) else []
    numbers = list(dict.fromkeys(row.activity_no for row in rows))
    return say(
        "\n".join([title, count_line, *[line for row in rows for line in _row(row)], *more]),
        *[commands.history(no) for no in numbers],
    )


def _row(row: Source) -> list[str]:
    sent = row.sent_at.astimezone(BANGKOK)
    at = f"{writing.short_date(sent.date())} {sent:%H:%M}"
    first = _("• Activity {no}, {month}: {who}, {at}, receipt {receipt}").format(
        no=row.activity_no,
        month=writing.short_month(row.period),
        who=row.who,
        at=at,
        receipt=row.receipt_no or "-",
    )
    words = [f"  “{shorten(' '.join(row.words.split()), LONGEST_WORDS)}”"] if row.words else []
    photos = ngettext("  {count} photo", "  {count} photos", row.photos).format(count=row.photos)
    return [first, *words, *([photos] if row.photos else [])]
