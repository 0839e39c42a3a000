"""Pulling when nothing is wrong but the circumstances: stopped, stale, again, only one gemeente."""

from __future__ import annotations

import multiprocessing
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.faults.world import (
    GEMEENTEN,
    HEALTH,
    LATER,
    MAP,
    REGISTER,
    TODAY,
    Silent,
    World,
    definition,
    fast_sources,
    figures,
    serve,
    served_tables,
)
from tests.support.catalogue import CATALOGUE
from tests.support.odata_server import ALWAYS, FakeStatline
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.store.edition import Edition
from wijkprofiel.store.pruning import prunable, prune
from wijkprofiel.store.snapshots import read_snapshot, snapshot_info
from wijkprofiel.store.unfinished import FOLDER

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


def test_a_table_that_keeps_changing_is_given_up(world: World, server: FakeStatline) -> None:
    before = world.fingerprint()
    moments = iter(range(10, 60))
    lock = threading.Lock()
    original = server.tables["50090NED"]

    class Restless(dict[str, Any]):
        """Another state of the table at every look."""

        def get(self, name: str, usual: Any = None) -> Any:
            if name != "50090NED":
                return super().get(name, usual)
            with lock:
                return replace(original, modified=f"2026-11-30T02:00:{next(moments)}")

    server.tables = Restless(server.tables)
    with pytest.raises(SourceChangedError, match="veranderde telkens"):
        world.pull(server, when=LATER)
    assert world.fingerprint() == before


def test_what_is_there_already_is_not_asked_again(world: World) -> None:
    with serve() as server:
        outcome = world.pull(server)
        assert outcome.current == [HEALTH, REGISTER, MAP]
        assert not server.asked("50090NED", ROWS)
        assert not server.asked("84799NED", ROWS)


def test_another_question_is_asked_anew(world: World) -> None:
    with serve() as server:
        outcome = world.pull(server, sources=fast_sources(years=["2016JJ00", "2020JJ00"]))
    assert outcome.fetched == [HEALTH]
    assert snapshot_info(world.snapshots, HEALTH) is not None
    _, table = read_snapshot(world.snapshots, HEALTH)
    assert set(table.rows["Perioden"]) == {"2016JJ00", "2020JJ00"}


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


def test_a_stale_snapshot_stands_in_with_a_warning_unless_strict(
    first: World, world: World, server: FakeStatline
) -> None:
    server.misbehave("http_503", table="50090NED", times=ALWAYS)
    with pytest.raises(SourceUnreachableError):
        world.pull(server, when=LATER, strict=True)
    outcome = world.pull(server, when=LATER, strict=False)
    assert outcome.stale == [HEALTH]
    assert outcome.fetched == [REGISTER]
    assert "momentopname van 2026-11-24 in gebruik" in outcome.warnings[0]
    world.compile()
    assert figures(world.edition) == figures(first.edition)


def test_without_a_snapshot_nothing_stands_in(tmp_path: Path, server: FakeStatline) -> None:
    server.misbehave("http_503", table="50090NED", times=ALWAYS)
    with pytest.raises(SourceUnreachableError):
        World(tmp_path).pull(server, strict=False)


def test_limits_that_the_table_lacks_are_a_warning(tmp_path: Path) -> None:
    world = World(tmp_path)
    margins = {"waarde": "MW00000", "ondergrens": "ONDER", "bovengrens": "BOVEN"}
    sources = fast_sources()
    health = sources.reeksen["gezondheid"].model_copy(update={"marge_sleutels": margins})
    sources = sources.model_copy(update={"reeksen": {**sources.reeksen, "gezondheid": health}})
    with serve() as server:
        outcome = world.pull(server, sources=sources)
    assert "gevonden: MW00000, MOG0095, MBG0095" in outcome.warnings[0]
    world.compile()
    key = FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
    with Edition.open(world.edition) as edition:
        found = edition.area("GM0277").observation("GM0277", key)
    assert found.value is not None
    assert found.lower is None


def test_limits_under_other_keys_are_found(first: World, tmp_path: Path) -> None:
    world = World(tmp_path)
    new = {"MOG0095": "MLOW095", "MBG0095": "MUPP095"}
    margins = {"waarde": "MW00000", "ondergrens": "MLOW095", "bovengrens": "MUPP095"}
    sources = fast_sources()
    health = sources.reeksen["gezondheid"].model_copy(update={"marge_sleutels": margins})
    sources = sources.model_copy(update={"reeksen": {**sources.reeksen, "gezondheid": health}})
    with serve() as server:
        table = server.tables["50090NED"]
        kinds = table.dimension("Marges")
        members = [replace(m, key=new.get(m.key, m.key)) for m in kinds.members]
        rows = [
            {**row, "Marges": new.get(kind, kind)}
            for row in table.rows
            if (kind := row["Marges"] or "")
        ]
        changed = table.with_dimension(replace(kinds, members=members)).with_rows(rows)
        server.tables["50090NED"] = changed
        world.pull(server, sources=sources)
    world.compile()
    assert figures(world.edition) == figures(first.edition)


def test_one_gemeente_gives_an_edition_of_its_own(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        world.pull(server, gemeente=GEMEENTEN[0])
        prefixes = {asked.query["$filter"] for asked in server.asked("84799NED", ROWS)}
    code = "WijkenEnBuurten"
    parts = (f"startswith({code},'{start}')" for start in ("NL", "GM0277", "WK0277", "BU0277"))
    assert prefixes == {f"({' or '.join(parts)})"}
    manifest = world.compile()
    assert manifest.only == GEMEENTEN[0]
    assert manifest.regions == {"land": 1, "gemeente": 1, "wijk": 1, "buurt": 2}
    key = FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
    with Edition.open(world.edition) as edition:
        assert edition.spread(key) is None
        assert edition.area("NL00").observation("NL00", key).value == 47.0
        drawn = edition.area("GM0277").map
    assert drawn is not None


def test_tables_of_different_places_are_not_mixed(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        world.pull(server, edition=definition([HEALTH]), gemeente=GEMEENTEN[0])
        world.pull(server, edition=definition([REGISTER]))
    with pytest.raises(SourceChangedError, match="niet van hetzelfde gebied"):
        world.compile(definition([HEALTH, REGISTER]))


def test_a_table_without_a_service_must_be_there_as_a_copy(tmp_path: Path) -> None:
    world = World(tmp_path)
    edition = definition([HEALTH, REGISTER, "grenzen_2022"])
    with serve() as server:
        with pytest.raises(SourceChangedError, match="grenzen_2022") as caught:
            world.pull(server, edition=edition)
        assert not server.requests
    assert "wijkprofiel data import grenzen_2022" in str(caught.value.remedy)


def test_not_asked_and_withheld_stay_apart_from_row_to_status(tmp_path: Path) -> None:
    """A blank is "not asked", a dot is "withheld", also side by side in one column."""
    world = World(tmp_path)
    with serve() as server:
        table = server.tables["50090NED"]
        key = table.topic("Eenzaam").key
        cells = {"BU02770000": None, "BU02770009": f"{'.':>8}", "WK027700": f"{'':>8}"}
        rows = [
            {**row, key: cells[code]}
            if (code := (row["WijkenEnBuurten"] or "").strip()) in cells
            else row
            for row in table.rows
        ]
        server.tables["50090NED"] = table.with_rows(rows)
        world.pull(server)
    _, stored = read_snapshot(world.snapshots, HEALTH)
    raw = stored.rows.set_index(stored.rows["WijkenEnBuurten"].str.strip())[key]
    assert set(raw["BU02770009"]) == {"       ."}
    assert raw["BU02770000"].isna().all()
    world.compile()
    figure = FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
    with Edition.open(world.edition) as edition:
        area = edition.area("GM0277")
        found = {code: area.observation(code, figure).status for code in cells}
    assert found == {
        "BU02770000": ValueStatus.NOT_ASKED,
        "BU02770009": ValueStatus.MISSING,
        "WK027700": ValueStatus.NOT_ASKED,
    }


def test_a_register_column_of_dots_everywhere_was_not_delivered(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        server.misbehave("suppressed_column", table="84799NED", key="Gescheiden")
        world.pull(server)
    world.compile()
    with Edition.open(world.edition) as edition:
        known = next(key for key in edition.figures if "gescheiden" in key.indicator)
        status = edition.area("GM0277").observation("GM0277", known).status
    assert status is ValueStatus.NOT_DELIVERED


def test_a_name_that_differs_on_one_division_is_not_joined(world: World) -> None:
    with serve(modified="2026-11-30T02:00:00") as server:
        server.misbehave("reused_code", table="50090NED", code="BU02770009")
        world.pull(server)
    world.compile()
    key = FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
    with Edition.open(world.edition) as edition:
        area = edition.area("GM0277")
        assert area.observation("BU02770009", key).status is ValueStatus.OTHER_DIVISION
        reasons = {left.code: left.reason for left in area.left_out if left.origin == HEALTH}
        assert area.observation("GM0277", key).value is not None
    assert reasons == {"BU02770009": "heet in deze tabel Heel ergens anders"}


def test_topics_under_other_names_keep_their_identity(first: World, tmp_path: Path) -> None:
    """As from 50090NED to 50150NED: the same indicator under another key."""
    world = World(tmp_path)
    names = {"ErvarenGezondheidGoedZeerGoed": "GoedErvarenGezondheid", "Roker": "RooktTabak"}
    sources = fast_sources()
    entry = sources.tabellen[HEALTH].model_copy(update={"heet_hier": names})
    sources = sources.model_copy(update={"tabellen": {**sources.tabellen, HEALTH: entry}})
    with serve() as server:
        for old, new in names.items():
            server.misbehave("renamed_column", table="50090NED", key=old, new=new)
        with pytest.raises(SourceChangedError, match="GoedErvarenGezondheid"):
            world.pull(server)
        world.pull(server, sources=sources)
    world.compile(sources=sources)
    assert figures(world.edition) == figures(first.edition)


def test_hostile_names_are_shown_on_one_line(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        server.misbehave("control_characters", table="84799NED", code="BU02770009")
        world.pull(server, edition=definition([REGISTER]))
    world.compile(definition([REGISTER]))
    with Edition.open(world.edition) as edition:
        region = edition.region("BU02770009")
    assert region is not None
    assert region.title.isprintable()


def test_pruning_takes_leftovers_and_leaves_what_editions_use(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server, pytest.raises(KeyboardInterrupt):
        world.pull(server, watcher=Stopper(8))
    stranger = world.snapshots / "aantekeningen.txt"
    stranger.write_text("van mij")
    (world.snapshots / "oud.rows.parquet.nieuw").write_text("half")
    found = prunable(world.snapshots, {HEALTH, REGISTER, MAP})
    assert {item.why for item in found} == {
        "onvoltooide ophaling",
        "overblijfsel van een afgebroken opdracht",
    }
    prune(found)
    assert prunable(world.snapshots, {HEALTH, REGISTER, MAP}) == []
    assert snapshot_info(world.snapshots, HEALTH) is not None
    unused = prunable(world.snapshots, set())
    assert {item.path.name for item in unused} == {
        f"{HEALTH}.{part}" for part in ("json", "rows.parquet", "regions.parquet")
    }
    prune(unused)
    assert stranger.exists()


def test_the_catalogue_of_the_tests_is_that_of_the_project() -> None:
    stems = {topic.stem for table in served_tables() for topic in table.topics}
    wanted = {
        topic.stam
        for indicator in CATALOGUE.indicators.values()
        if indicator.bron.groep == "gezondheid"
        for topic in indicator.bron.onderwerp or ()
    }
    assert wanted <= stems
