"""Looks for everything that is wrong with one activity, and decides whether a case may be opened for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rules.duty import duty_has_ended
from rules.finding import Facts, Finding, FindingKind
from rules.findings_figures import blocked, ping_pong, too_good
from rules.findings_plan import behind_plan, behind_target, cannot_finish
from rules.findings_time import not_moving, not_reported, past_end, procurement_long
from rules.fiscal_year import first_day
from rules.movement import moved_by_report_or_treasury
from rules.severity import Severity, severity_in_band
from rules.stall import clock_starts_on
from rules.who_can_act import Actor

_LOOKED_FOR = (
    blocked,
    not_moving,
    not_reported,
    past_end,
    procurement_long,
    too_good,
    ping_pong,
    cannot_finish,
    behind_plan,
    behind_target,
)
# These say how bad it is, but an activity that moves is not asked about them.
_ONLY_SAID = (FindingKind.CANNOT_FINISH, FindingKind.BEHIND_PLAN, FindingKind.BEHIND_TARGET)


@dataclass(frozen=True)
class Found:
    """All findings of an activity, the gravest first, and what follows from them.

    opening: those for which a case may be open today; none for an activity that moved. moved_on: the last movement
    by reports or treasury, None before the first. has_ended: nothing is asked of it any more.
    """

    findings: tuple[Finding, ...]
    opening: tuple[Finding, ...]
    severity: Severity
    moved_on: date | None
    stood_since: date
    has_ended: bool

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who can act, the farthest from the officer first."""
        found = {actor for finding in self.opening for actor in finding.actors}
        return tuple(sorted(found, key=list(Actor).index, reverse=True))

    @property
    def main(self) -> Finding | None:
        """The finding whose sentence stands for the activity, or None."""
        return next(iter((*self.opening, *self.findings)), None)


def findings(facts: Facts) -> Found:
    """Return what is found; nothing for an activity whose duty has ended."""
    moved_on = moved_by_report_or_treasury(facts.observations, facts.treasury, facts.today)
    if duty_has_ended(facts.standing):
        return Found((), (), severity_in_band(0, 0), moved_on, _stood_since(facts, moved_on), True)
    found = tuple(finding for look in _LOOKED_FOR if (finding := look(facts)) is not None)
    opening = tuple(each for each in found if _opens(each, facts, moved_on))
    return Found(
        findings=found,
        opening=opening,
        severity=_severity(facts, found, opening),
        moved_on=moved_on,
        stood_since=_stood_since(facts, moved_on),
        has_ended=False,
    )


def _opens(finding: Finding, facts: Facts, moved_on: date | None) -> bool:
    """Return whether a case may be open for a finding: never for an activity that moved lately."""
    if finding.kind in _ONLY_SAID:
        return False
    if finding.kind is FindingKind.NOT_REPORTED:
        asked_since = max(finding.since, facts.known_from or finding.since)
        return facts.age(asked_since) >= facts.limits.unreported and _stands_long(facts, moved_on)
    newest = facts.observations[-1].as_of if facts.observations else None
    if (
        finding.kind is FindingKind.BLOCKED
    ):  # its officer says that it does not move: no second report is needed
        return _stands_long(facts, moved_on)
    return _stands_long(facts, moved_on) and (moved_on is None or newest is None or moved_on < newest)


def _stands_long(facts: Facts, moved_on: date | None) -> bool:
    """Return whether the last movement lies as far back as the limit of standing still."""
    starts_on = clock_starts_on(facts.standing, has_moved=moved_on is not None, limits=facts.limits.stall)
    return facts.age(max(moved_on or starts_on, starts_on)) >= facts.limits.stall.working_days


def _stood_since(facts: Facts, moved_on: date | None) -> date:
    """Return the last movement; for one that never moved the day before its year, so that any movement is later."""
    return moved_on or first_day(facts.standing.year_be) - timedelta(days=1)


def _severity(facts: Facts, found: Sequence[Finding], opening: Sequence[Finding]) -> Severity:
    """Return baht at risk x age x band: the age of the oldest finding a case is about, the worst band of all."""
    age = max((finding.working_days for finding in opening), default=0)
    worst = severity_in_band(facts.standing.unpaid_satang, age)
    return max(
        (replace(worst, band=finding.band) for finding in found), key=lambda each: each.band, default=worst
    )
