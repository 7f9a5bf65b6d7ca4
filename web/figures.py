"""The figures that /metrics tells, read from the database at that moment, so that any process can answer.

Counts, ages and names of duties and provinces; never anything of a person.
"""

from collections.abc import Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4 as CONTENT_TYPE
from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from engine.house import House
from engine.intake import oldest_waiting
from engine.work import Vitals
from models.vitals import (
    LastRun,
    events_by_state,
    last_runs,
    notices_by_state,
    oldest_notice,
    quotas_of,
    report_count,
)
from rules.fiscal_year import period_of

__all__ = ["CONTENT_TYPE", "figures"]


def figures(house: House) -> bytes:
    """Return the figures in Prometheus' words. Raises SQLAlchemyError where the database cannot be read."""
    registry = CollectorRegistry()
    registry.register(_Figures(house))
    return generate_latest(registry)


class _Figures:
    """Reads the figures whenever the registry collects."""

    def __init__(self, house: House) -> None:
        self._house = house

    def describe(self) -> list[Metric]:
        return []  # so that registering reads nothing

    def collect(self) -> Iterator[Metric]:
        now = self._house.clock.now()
        with self._house.db.read() as session:
            found = [*_events(session, now), *_notices(session, now), *_quotas(session, now)]
            found += [*_duties(list(last_runs(session, now)), now)]
            found.append(_gauge("reports", "Revisions of reports stored", report_count(session)))
            found += _queue(self._house.work.vitals(session))
        yield from found


def _events(session: Session, now: datetime) -> Iterator[Metric]:
    states = GaugeMetricFamily("tamngan_events", "Webhook events stored, by state", labels=["state"])
    for state, count in events_by_state(session).items():
        states.add_metric([str(state)], count)
    yield states
    age = _age(oldest_waiting(session), now)
    yield _gauge(
        "oldest_waiting_event_age_seconds", "Age of the event that waits longest, 0 where none does", age
    )


def _notices(session: Session, now: datetime) -> Iterator[Metric]:
    states = GaugeMetricFamily("tamngan_notices", "Messages to people, by state", labels=["state"])
    for state, count in notices_by_state(session).items():
        states.add_metric([str(state)], count)
    yield states
    age = _age(oldest_notice(session, now), now)
    yield _gauge(
        "oldest_waiting_notice_age_seconds", "Age of the message that waits longest, 0 where none does", age
    )


def _quotas(session: Session, now: datetime) -> Iterator[Metric]:
    """Give this month's quota as last read from LINE; nothing of a channel that was not read this month."""
    used = GaugeMetricFamily("tamngan_quota_used", "Messages counted by LINE this month", labels=["channel"])
    left = GaugeMetricFamily(
        "tamngan_quota_left", "Messages left this month; absent where there is no limit", labels=["channel"]
    )
    for row in quotas_of(session, period_of(now.astimezone(BANGKOK).date())):
        used.add_metric([row.channel], row.used)
        if row.left is not None:
            left.add_metric([row.channel], row.left)
    yield used
    yield left


def _duties(runs: list[LastRun], now: datetime) -> Iterator[Metric]:
    labels = ["duty", "province"]
    age = GaugeMetricFamily(
        "tamngan_duty_last_run_age_seconds", "Time since the duty last fell due and ran", labels=labels
    )
    took = GaugeMetricFamily("tamngan_duty_last_run_seconds", "How long its last run took", labels=labels)
    for run in runs:
        age.add_metric([run.duty, run.province], _age(run.due_at, now))
        if run.finished_at is not None:
            took.add_metric([run.duty, run.province], (run.finished_at - run.started_at).total_seconds())
    yield age
    yield took


def _queue(vitals: Vitals) -> Iterator[Metric]:
    yield _gauge("tasks_waiting", "Tasks whose time has come and that nobody runs yet", vitals.waiting)
    yield _gauge(
        "oldest_waiting_task_age_seconds", "How long the oldest of them has waited", vitals.oldest_seconds
    )
    if vitals.workers is not None:
        yield _gauge("workers", "Processes that run tasks", vitals.workers)


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"tamngan_{name}", words, value=value)


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
