"""Tells the provincial office which agencies nobody reports for: a reminder that cannot go out must not be silent."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from cards.card import Card, say
from i18n import _, ngettext, speaking
from jobs.duty import Run
from jobs.notify import notify
from models.answering import people_with_role
from models.owed import Owed
from rules.fiscal_year import period_key
from rules.role import Role
from rules.urgency import Urgency
from thai import writing

SHOWN = 20


def tell_admins(run: Run, period: date, owed: Sequence[Owed]) -> int:
    """Write one short notice to each admin; return to how many. Without such agencies nothing is written."""
    if not owed:
        return 0
    told = 0
    for admin in people_with_role(run.session, run.province.id, Role.ADMIN, run.today):
        with speaking(admin.language):
            card = nobody_reports(period, owed)
        told += notify(
            run, admin, [card], kind="without-officer", key=period_key(period), urgency=Urgency.CHASE
        )
    return told


def nobody_reports(period: date, owed: Sequence[Owed]) -> Card:
    """Return the agencies without an officer, each with its activities, and what to do about it."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for each in owed:
        numbers[each.agency].append(each.no)
    lead = ngettext(
        "{count} agency has nobody who reports, so no reminder for {month} went there:",
        "{count} agencies have nobody who reports, so no reminder for {month} went there:",
        len(numbers),
    ).format(count=len(numbers), month=writing.month(period))
    lines = [f"• {agency}: {', '.join(map(str, found))}" for agency, found in sorted(numbers.items())]
    if len(lines) > SHOWN:
        lines[SHOWN:] = [_("… and {count} more").format(count=len(lines) - SHOWN)]
    return say("\n".join([lead, *lines, _("To invite an officer, type: {word}").format(word=_("invite"))]))
