"""One activity on a confirm card: the comparison, what was read from which words, and what looks doubtful."""

from cards import wording
from cards.look.colours import AMBER, GREY
from cards.look.figures import Compared, compare
from cards.look.pieces import Piece, chip, columns, fact, listed, note, small
from cards.plain import shorten
from cards.views import ConfirmItem
from i18n import _, ngettext
from rules.figures import Figures
from thai import writing


def detail(item: ConfirmItem) -> list[Piece | None]:
    """Return the pieces of one activity: three columns, causes, photos, doubts, and how it was read."""
    heads = (_("Last"), _("Now"), _("Plan"))
    causes = wording.causes_words(item.now.causes, item.now.problem_text)
    return [
        columns(chip(_("No change"), GREY)) if item.is_no_change else None,
        compare(heads, compared(item)),
        fact(_("Problem"), causes or _("None")) if item.now.causes is not None or causes else None,
        fact(_("Photos"), photos_words(item.photos)) if item.photos else None,
        fact(_("As of"), writing.long_date(item.as_of)) if item.as_of else None,
        note("\n".join(f"• {shorten(each, 200)}" for each in item.warnings[:6]), AMBER, _("Please check"))
        if item.warnings
        else None,
        small(_read(item), size="xxs", maxLines=6) if item.how_read else None,
    ]


def compared(item: ConfirmItem) -> list[Compared]:
    """Return the lines of the comparison; commitment only where it was ever said."""
    last, now, activity = item.last or Figures(), item.now, item.activity
    lines = [
        _line(_("State"), _status(last), _status(now), wording.NOT_SAID),
        _line(
            _("Work done"),
            wording.percent_words(last.progress_percent),
            wording.percent_words(now.progress_percent),
            wording.percent_words(activity.plan_percent),
        ),
        _line(
            _("Disbursed in all (baht)"),
            wording.amount_words(last.disbursed_satang),
            wording.amount_words(now.disbursed_satang),
            _("budget {amount}").format(amount=wording.amount_words(activity.budget_satang)),
        ),
    ]
    if last.committed_satang is not None or now.committed_satang is not None:
        amounts = wording.amount_words(last.committed_satang), wording.amount_words(now.committed_satang)
        lines.append(_line(_("Committed, not yet paid (baht)"), *amounts, wording.NOT_SAID))
    return lines


def overview(item: ConfirmItem) -> Piece:
    """Return the activity as one row of the overview."""
    figures = _("No change") if item.is_no_change else wording.brief_line(item.now)
    alarm = _("Please check") if item.warnings else ""
    return listed(item.activity.no, wording.short_name(item.activity, 40), figures, alarm=alarm, tap=item.fix)


def line_of(item: ConfirmItem) -> str:
    """Return the activity as one line of plain words, with its doubts."""
    doubts = [f"{_('Please check')}: {shorten(warning, 200)}" for warning in item.warnings]
    now = _("No change") if item.is_no_change else wording.brief_line(item.now)
    return " – ".join([f"{item.activity.no} {wording.short_name(item.activity, 20)}: {now}", *doubts])


def lines_of(item: ConfirmItem) -> list[str]:
    """Return the activity in plain words, a line for each column of the comparison."""
    name = wording.short_name(item.activity, 80)
    lines = [f"{item.activity.no} {name}"]
    lines += [f"  {_('Now')}: {wording.figures_line(item.now)}"]
    lines += [f"  ({_('No change')})"] if item.is_no_change else []
    lines += [f"  {_('Last')}: {wording.figures_line(item.last)}"] if item.last else []
    plan = _("work {percent}").format(percent=wording.percent_words(item.activity.plan_percent))
    budget = _("budget {amount}").format(amount=writing.baht(item.activity.budget_satang))
    lines += [f"  {_('Plan')}: {plan} · {budget}"]
    lines += [f"  {_('Photos')}: {photos_words(item.photos)}"] if item.photos else []
    lines += [f"  {_('As of')}: {writing.long_date(item.as_of)}"] if item.as_of else []
    lines += [f"  {_('Please check')}: {shorten(warning, 200)}" for warning in item.warnings]
    return lines + ([f"  {_read(item)}"] if item.how_read else [])


def _line(label: str, last: str, now: str, plan: str) -> Compared:
    return Compared(label, last, now, plan, is_changed=last != now)


def _status(figures: Figures) -> str:
    return writing.status_short(figures.status) if figures.status else wording.NOT_SAID


def photos_words(count: int) -> str:
    return ngettext("{count} photo", "{count} photos", count).format(count=count)


def _read(item: ConfirmItem) -> str:
    return _("Read from: {words}").format(words=shorten("; ".join(item.how_read), 400))
