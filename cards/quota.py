"""โควตา: how much of LINE's month is used, what the planned duties still need, and what would be given up first."""

from collections.abc import Sequence
from decimal import Decimal

from cards.card import Card, Choice, say
from cards.look.colours import GREEN, MONEY_BAR, RED, WORK_BAR, Kind
from cards.look.figures import measured
from cards.look.frame import bubble
from cards.look.pieces import Piece, columns, note, rows, rule, small, words
from cards.plain import twin
from cards.views_calm import PlannedLine, QuotaView
from i18n import _, ngettext
from rules.fiscal_year import last_day_of
from thai import writing

DAYS_SHOWN = 3


def quota(view: QuotaView, *choices: Choice) -> Card:
    """Return the month's quota; what is planned counts one a person and day, however many cards go together."""
    if view.read_at is None:
        return _not_known(choices)
    title = _("Quota of {month}").format(month=writing.month(view.month))
    used, verdict = _used(view), _verdict(view)
    how = _("One person on one day counts as one, however many cards. Answers are free.")
    lines = [f"• {line.what}: {_when(line)} = {line.count}" for line in view.planned]
    waiting = _("Waiting to be sent: {count}").format(count=view.waiting) if view.waiting else None
    total = _("Planned until {date}: about {count}").format(date=_last_day(view), count=view.needed)
    return Card(
        alt=f"{title}: {used}",
        text=twin([title, used, "", total, *lines, waiting, "", verdict, how], choices),
        contents=bubble(
            Kind.VIEW,
            title,
            measured(_("Messages used"), _short(view), _percent(view), _color(view), used),
            rule(),
            words(total, weight="bold"),
            *[_line(each) for each in view.planned],
            small(waiting) if waiting else None,
            note(verdict, GREEN if _is_enough(view) else RED),
            small(how),
            kicker=_("LINE messages"),
            subtitle=_("As of {moment}").format(moment=writing.moment(view.read_at)),
        ),
        choices=tuple(choices),
    )


def _not_known(choices: Sequence[Choice]) -> Card:
    words_ = _(
        "How much of the month is left is not known yet; I am asking LINE. Please ask me again in a minute."
    )
    return say(words_, *choices)


def _used(view: QuotaView) -> str:
    if view.most is None:
        return _("{used} used, no limit").format(used=view.used)
    return _("{used} of {most} used, {left} left").format(used=view.used, most=view.most, left=view.left)


def _short(view: QuotaView) -> str:
    return f"{view.used} / {view.most}" if view.most is not None else str(view.used)


def _percent(view: QuotaView) -> Decimal:
    return Decimal(view.used * 100) / view.most if view.most else Decimal(0)


def _is_enough(view: QuotaView) -> bool:
    return view.left is None or view.left >= view.needed


def _color(view: QuotaView) -> str:
    return MONEY_BAR if _is_enough(view) else WORK_BAR


def _verdict(view: QuotaView) -> str:
    if view.left is None:
        return _("This account has no limit.")
    spare = view.left - view.needed
    if spare >= 0:
        return _("Enough until the end of the month: about {count} to spare.").format(count=spare)
    last = [line.what for line in reversed(view.planned)]
    short = _("About {count} short.").format(count=-spare)
    order = " → ".join(last)
    return f"{short} {_('Given up first: {order}').format(order=order)}" if last else short


def _when(line: PlannedLine) -> str:
    if len(line.days) > DAYS_SHOWN:
        days = ngettext("{count} time", "{count} times", len(line.days)).format(count=len(line.days))
    else:
        days = ", ".join(writing.short_date(day).rsplit(" ", 1)[0] for day in line.days)
    return _("{days} × {each}").format(days=days, each=line.each)


def _line(line: PlannedLine) -> Piece:
    name = rows(words(line.what, maxLines=2), small(_when(line)), spacing="none", flex=5)
    count = words(str(line.count), weight="bold", align="end", flex=1, gravity="center")
    return columns(name, count, alignItems="center")


def _last_day(view: QuotaView) -> str:
    return writing.short_date(last_day_of(view.month))
