"""Pulls that were stopped: by a person, by the machine, between two files."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults.world import HEALTH, LATER, MAP, REGISTER, TODAY, Silent, World, serve
from wijkprofiel.archive.exclusive import alone_in
from wijkprofiel.archive.pruning import prunable, prune
from wijkprofiel.archive.snapshots import read_snapshot, snapshot_info
from wijkprofiel.archive.unfinished import FOLDER
from wijkprofiel.domain.errors import OutputError

ROWS = "UntypedDataSet"


class Stopper(Silent):
    """Stops a pull after so many pieces: as Ctrl-C does, or as a power cut does."""

    def __init__(self, after: int, *, hard: bool = False) -> None:
        super().__init__()
        self.left, self.hard = after, hard

    def received(self, table: str, rows: int) -> None:
        super().received(table, rows)
        self.left -= 1
        if self.left == 0 and self.hard:
            os._exit(9)
        if self.left == 0:
            raise KeyboardInterrupt


def parquet(world: World) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(world.snapshots.glob("*.parquet"))}


def sidecars(world: World) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(world.snapshots.glob("*.json"))}


@pytest.mark.parametrize("after", [1, 3, 5, 8])
def test_a_stopped_pull_goes_on_and_ends_with_the_same_bytes(
    first: World, tmp_path: Path, after: int
) -> None:
    world = World(tmp_path)
    with serve() as server:
        with pytest.raises(KeyboardInterrupt):
            world.pull(server, watcher=Stopper(after))
        kept = len(list((world.snapshots / FOLDER).rglob("*.parquet")))
        done = len(list(world.snapshots.glob("*.rows.parquet")))
        assert kept or done
        server.requests.clear()
        world.pull(server, when=LATER)
        asked = len(server.asked("50090NED", ROWS)) + len(server.asked("84799NED", ROWS))
    assert asked <= 10 - after
    assert parquet(world) == parquet(first)
    dated = {name: text.replace(LATER, TODAY) for name, text in sidecars(world).items()}
    assert dated == sidecars(first)
    assert not list((world.snapshots / FOLDER).glob("*"))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("after", [2, 7])
def test_a_killed_pull_goes_on_and_ends_with_the_same_bytes(
    first: World, tmp_path: Path, after: int
) -> None:
    world = World(tmp_path)
    with serve() as server:
        fork = multiprocessing.get_context("fork")
        child = fork.Process(
            target=world.pull, args=(server,), kwargs={"watcher": Stopper(after, hard=True)}
        )
        child.start()
        child.join(30)
        assert child.exitcode == 9
        assert not (world.snapshots / f"{REGISTER}.json").exists() or after > 6
        server.requests.clear()
        world.pull(server)
        asked = len(server.asked("50090NED", ROWS)) + len(server.asked("84799NED", ROWS))
    assert asked < 10
    assert parquet(world) == parquet(first)
    assert sidecars(world) == sidecars(first)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("after", [9, 14, 20])
def test_a_pull_that_the_machine_kills_goes_on_and_ends_with_the_same_bytes(
    first: World, tmp_path: Path, after: int
) -> None:
    """SIGKILL, at whatever the process is doing when so many requests were answered."""
    world = World(tmp_path)
    with serve() as server:
        child = multiprocessing.get_context("fork").Process(target=world.pull, args=(server,))
        child.start()
        wait_until(lambda: len(server.requests) >= after or not child.is_alive())
        child.kill()
        child.join(30)
        assert child.exitcode == -signal.SIGKILL
        kept = kept_pieces(world)
        server.requests.clear()
        world.pull(server)
        asked = len(server.asked("50090NED", ROWS)) + len(server.asked("84799NED", ROWS))
    assert asked == 10 - kept
    assert parquet(world) == parquet(first)
    assert sidecars(world) == sidecars(first)


def kept_pieces(world: World) -> int:
    """Of the six pieces of the one table and the four of the other."""
    found = 0
    for name, pieces in ((HEALTH, 6), (REGISTER, 4)):
        whole = (world.snapshots / f"{name}.json").exists()
        found += (
            pieces if whole else len(list((world.snapshots / FOLDER / name).glob("0*.parquet")))
        )
    return found


def wait_until(condition: Callable[[], bool]) -> None:
    end = monotonic() + 30
    while not condition():
        assert monotonic() < end
        sleep(0.001)


def test_a_table_that_changed_between_two_halves_is_fetched_anew(
    first: World, tmp_path: Path
) -> None:
    world = World(tmp_path)
    with serve() as server, pytest.raises(KeyboardInterrupt):
        world.pull(server, watcher=Stopper(4))
    with serve(modified="2026-11-30T02:00:00") as server:
        world.pull(server)
        assert len(server.asked("50090NED", ROWS)) == 6
    assert parquet(world) == parquet(first)


def test_a_damaged_piece_is_fetched_again(first: World, tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        with pytest.raises(KeyboardInterrupt):
            world.pull(server, watcher=Stopper(3))
        piece = next((world.snapshots / FOLDER).rglob("0000*.parquet"))
        piece.write_bytes(b"PAR1 half")
        world.pull(server)
    assert parquet(world) == parquet(first)


@pytest.mark.parametrize("part", ["rows", "regions", "sidecar"])
def test_a_replacement_that_was_stopped_is_finished_by_the_next_reader(
    first: World, world: World, part: str
) -> None:
    """The moment between the new sidecar and the last new name, in each of its states."""
    with serve(modified="2026-11-30T02:00:00") as server:
        world.pull(server, when=LATER)
    new = {path.name: path.read_bytes() for path in world.snapshots.glob(f"{HEALTH}.*")}
    old = {path.name: path.read_bytes() for path in first.snapshots.glob(f"{HEALTH}.*")}
    renamed = {"rows": 0, "regions": 1, "sidecar": 2}[part]
    for number, suffix in enumerate(("regions.parquet", "rows.parquet", "json")):
        name = f"{HEALTH}.{suffix}"
        (world.snapshots / name).write_bytes(new[name] if number < renamed else old[name])
        if number >= renamed:
            (world.snapshots / f"{name}.nieuw").write_bytes(new[name])
    info, _ = read_snapshot(world.snapshots, HEALTH)
    assert info.retrieved_at == LATER
    assert not list(world.snapshots.glob("*.nieuw"))


def test_pruning_takes_leftovers_and_leaves_what_editions_use(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server, pytest.raises(KeyboardInterrupt):
        world.pull(server, watcher=Stopper(8))
    stranger = world.snapshots / "aantekeningen.txt"
    stranger.write_text("van mij")
    strangers = [world.snapshots / name for name in ("notities.json", ".gitignore", "x.parquet")]
    for path in strangers:
        path.write_text("{}")
    (world.snapshots / "oud.rows.parquet.nieuw").write_text("half")
    used = {HEALTH, REGISTER, MAP}
    found = prunable(world.snapshots, used)
    assert {item.why for item in found} == {
        "onvoltooide ophaling",
        "overblijfsel van een afgebroken opdracht",
    }
    assert prune(world.snapshots, used) == found
    assert prunable(world.snapshots, used) == []
    assert snapshot_info(world.snapshots, HEALTH) is not None
    unused = prune(world.snapshots, set())
    assert {item.path.name for item in unused} == {
        f"{HEALTH}.{part}" for part in ("json", "rows.parquet", "regions.parquet")
    }
    assert prunable(world.snapshots, set()) == []
    assert all(path.exists() for path in (stranger, *strangers))


def test_two_pulls_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server, alone_in(world.snapshots):
        with pytest.raises(OutputError, match="al bezig") as caught:
            world.pull(server)
        assert not server.requests
        assert "--data-dir" in (caught.value.remedy or "")
    assert parquet(world) == {}
    with serve() as server:
        world.pull(server)
    assert parquet(world)
    assert prunable(world.snapshots, {HEALTH, REGISTER, MAP}) == []


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    def hold() -> None:
        with alone_in(tmp_path):
            os._exit(9)

    child = multiprocessing.get_context("fork").Process(target=hold)
    child.start()
    child.join(30)
    assert child.exitcode == 9
    with alone_in(tmp_path):
        pass
