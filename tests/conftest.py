"""What holds for every test: no network, and the same examples on every run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.support.offline import NetworkGuard

# The same examples everywhere, and no time limit that a busy machine could miss.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that reaches for anything but this machine, unless it is marked `live`."""
    if request.node.get_closest_marker("live"):
        yield
        return
    guard = NetworkGuard()
    guard.install(monkeypatch)
    yield
    if guard.attempts:
        pytest.fail(guard.complaint())
