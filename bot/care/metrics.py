"""What Prometheus reads: counts and ages, never a name, computed from the database."""

from __future__ import annotations

from datetime import datetime, timedelta

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.messages import UpdateState
from bot.storage.unit_of_work import UnitOfWork

COUNTED_EVERY = timedelta(seconds=60)
"""The totals of everything there ever was are counted so often at most: they cost the most."""
_QUANTILES = (0.5, 0.95, 1.0)


class Metrics:
    """The metrics of an installation; the same from each of its processes."""

    def __init__(self) -> None:
        self._counted_at: datetime | None = None
        self._updates: dict[str, int] = {}
        self._messages: dict[tuple[str, str], int] = {}

    def render(self, uow: UnitOfWork) -> bytes:
        """The metrics at this moment, in Prometheus' text format."""
        if self._counted_at is None or not (
            timedelta() <= uow.now - self._counted_at < COUNTED_EVERY
        ):
            self._updates = uow.measures.updates()
            self._messages = uow.measures.messages()
            self._counted_at = uow.now
        registry = CollectorRegistry()
        registry.register(_Found(self._families(uow)))
        return generate_latest(registry)

    def _families(self, uow: UnitOfWork) -> list[Metric]:
        measures = uow.measures
        updates = CounterMetricFamily(
            "bot_updates", "Updates: all received, and how many were handled or failed.",
            labels=["state"],
        )  # fmt: skip
        found = {state: self._updates.get(state, 0) for state in UpdateState}
        updates.add_metric(["received"], sum(found.values()))
        for done in (UpdateState.HANDLED, UpdateState.FAILED):
            updates.add_metric([done], found[done])
        waiting = GaugeMetricFamily(
            "bot_updates_waiting",
            "Updates received and not handled yet.",
            value=found[UpdateState.RECEIVED],
        )
        messages = GaugeMetricFamily(
            "bot_outbox_messages", "Messages by state and kind.", labels=["state", "kind"]
        )
        for (state, kind), count in sorted(self._messages.items()):
            messages.add_metric([state, kind], count)
        oldest = measures.oldest_due()
        age = GaugeMetricFamily(
            "bot_outbox_oldest_due_seconds",
            "How long the message that is due longest has been waiting; 0 when none is.",
            value=(uow.now - oldest).total_seconds() if oldest else 0,
        )
        waited = GaugeMetricFamily(
            "bot_update_seconds",
            "From an update's receipt to its answer's sending, over the latest answers.",
            labels=["quantile"],
        )
        seconds = measures.seconds_to_answer()
        for quantile in _QUANTILES if seconds else ():
            place = min(len(seconds) - 1, int(quantile * len(seconds)))
            waited.add_metric([str(quantile)], seconds[place])
        lasted = GaugeMetricFamily(
            "bot_tick_seconds", "How long the tick's last run took.", labels=["tick"]
        )
        since = GaugeMetricFamily(
            "bot_tick_age_seconds", "How long ago the tick ran last.", labels=["tick"]
        )
        for name, tick in sorted(measures.ticks().items()):
            since.add_metric([name], (uow.now - tick.ran_at).total_seconds())
            if tick.seconds is not None:
                lasted.add_metric([name], tick.seconds)
        return [updates, waiting, messages, age, waited, lasted, since]


class _Found(Collector):
    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> list[Metric]:
        return self._families
