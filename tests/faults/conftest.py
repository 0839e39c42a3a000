from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.world import World, serve
from tests.support.odata_server import FakeStatline


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> World:
    """What was pulled and compiled before anything went wrong."""
    world = World(tmp_path_factory.mktemp("eerste"))
    with serve() as server:
        world.pull(server)
    world.compile()
    return world


@pytest.fixture
def world(first: World, tmp_path: Path) -> World:
    """A copy of it for one test."""
    shutil.copytree(first.folder, tmp_path / "data")
    return World(tmp_path / "data")


@pytest.fixture
def server() -> Iterator[FakeStatline]:
    """The services, with the same figures delivered anew."""
    with serve(modified="2026-11-30T02:00:00") as running:
        yield running
