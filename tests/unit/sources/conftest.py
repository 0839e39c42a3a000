from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.world import fast_sources
from tests.support.odata_server import FakeStatline
from tests.support.odata_server.samples import boundaries, health_table, register_table
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.sources.session import GuardedSession


@pytest.fixture
def server() -> Iterator[FakeStatline]:
    """The small tables and the small map."""
    with FakeStatline([register_table(), health_table()], [boundaries()]) as running:
        yield running


@pytest.fixture
def sources() -> Sources:
    return fast_sources()


@pytest.fixture
def session(server: FakeStatline, sources: Sources) -> Iterator[GuardedSession]:
    with GuardedSession(sources.hosts(), sources.verbinding) as opened:
        server.mount(opened)
        yield opened
