"""One moment's figures in the text that Prometheus scrapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from alertd.workflow.board.views import Overview

CONTENT_TYPE = CONTENT_TYPE_LATEST


@dataclass(frozen=True, eq=False)  # a registry keeps its collectors by identity
class Figures(Collector):
    """One moment's figures."""

    overview: Overview
    deliveries: Mapping[str, int]
    repeats: Mapping[str, int]

    def collect(self) -> Iterator[Metric]:
        """Each figure with its meaning."""
        deliveries = GaugeMetricFamily("alertd_deliveries", "Messages by state.", labels=["state"])
        for state, count in sorted(self.deliveries.items()):
            deliveries.add_metric([str(state)], count)
        yield deliveries
        yield from self._board()
        channels = GaugeMetricFamily("alertd_channel_up", "Whether a sender is on and without a problem.", labels=["sender"])
        for channel in self.overview.channels:
            channels.add_metric([channel.name], float(channel.is_on and channel.problem is None))
        yield channels
        repeats = CounterMetricFamily("alertd_repeats", "Messages sent again because the fate of the first was unknown.", labels=["sender"])
        for sender, number in self.repeats.items():
            repeats.add_metric([sender], number)
        yield repeats

    def _board(self) -> Iterator[Metric]:
        cards = self.overview.open
        silent = sum(card.totals["silent"] for card in cards)
        yield GaugeMetricFamily("alertd_documents_waiting", "Documents that wait for release.", len(self.overview.waiting))
        yield GaugeMetricFamily("alertd_dispatches_open", "Dispatches that are being followed.", len(cards))
        yield GaugeMetricFamily("alertd_bodies_silent", "Bodies of open dispatches that have not answered.", silent)
        yield GaugeMetricFamily("alertd_replies_open", "Replies that wait for a person.", self.overview.replies_open)

    def text(self) -> bytes:
        """What Prometheus reads."""
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        return generate_latest(registry)
