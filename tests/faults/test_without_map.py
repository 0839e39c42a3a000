"""Figures and map fail apart: what is wrong with the map keeps no figure from its edition."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.commands import answer_commands
from tests.faults.test_commands import command, folder
from tests.faults.world import (
    HEALTH,
    LATER,
    MAP,
    REGISTER,
    World,
    definition,
    fast_sources,
    figures,
    serve,
)
from tests.functional.conftest import Run
from tests.support.odata_server import ALWAYS, FakeStatline
from wijkprofiel.domain.errors import WijkprofielError
from wijkprofiel.edition.reader import Edition

__all__ = ["command", "folder"]  # fixtures
DRAWN = "wijken-en-buurten-2022"

FAULTS = {
    "http_404": ("bestaat niet (meer)", "een ander jaar bij `grenzen`"),
    "http_503": ("storing (HTTP 503)", "Probeer het later opnieuw"),
    "no_answer": ("niet te bereiken", "Probeer het later opnieuw"),
    "stalled_body": ("antwoordt niet binnen de tijd", "Probeer het later opnieuw"),
    "html_with_200": ("een webpagina", "een storing"),
    "invalid_json": ("geen geldige JSON", "Probeer het later opnieuw"),
    "next_link_loop": ("die al geweest is", "`kaarten` in configs/bronnen.yaml"),
    "redirect_elsewhere": ("daar halen wij niets op", "een onderhoudspagina"),
    "no_records": ("iets anders dan gebieden", "`kaarten` in configs/bronnen.yaml"),
    "all_water": ("is leeg", "`kaarten` in configs/bronnen.yaml"),
    "boundary_renamed": ("mist het kenmerk gemeentenaam", "`kaarten` in configs/bronnen.yaml"),
    "boundary_other_year": ("is van 2019", "`kaarten` in configs/bronnen.yaml"),
    "boundary_axes_swapped": ("ligt niet in Nederland", "`kaarten` in configs/bronnen.yaml"),
    "boundary_null": ("zonder vlak", "`kaarten` in configs/bronnen.yaml"),
    "boundary_tiny": ("zonder oppervlakte", "`kaarten` in configs/bronnen.yaml"),
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The tables of figures, pulled before there was a map."""
    world = World(tmp_path_factory.mktemp("tabellen"))
    with serve() as server:
        world.pull(server, edition=definition([HEALTH, REGISTER]))
    return world


@pytest.fixture
def bare(tables: World, tmp_path: Path) -> World:
    shutil.copytree(tables.folder, tmp_path / "data")
    return World(tmp_path / "data")


@pytest.fixture
def services() -> Iterator[FakeStatline]:
    with serve() as running:
        yield running


@pytest.mark.parametrize("fault", FAULTS)
def test_without_a_map_there_is_an_edition_that_says_so(
    fault: str, first: World, bare: World, services: FakeStatline
) -> None:
    services.misbehave(fault, table=DRAWN, times=ALWAYS)
    outcome = bare.pull(services, strict=False)
    assert (outcome.current, outcome.fetched) == ([HEALTH, REGISTER], [])
    (warning,) = outcome.warnings
    assert warning.startswith(f"De kaart {MAP}")
    assert "De editie komt er zonder kaart." in warning
    for words in FAULTS[fault]:
        assert words in warning
    manifest = bare.compile()
    assert manifest.without_map == MAP
    with Edition.open(bare.edition) as edition:
        assert edition.area("GM0277").map is None
        assert MAP not in edition.origins
    known = figures(first.edition)
    assert all(known[key] == value for key, value in figures(bare.edition).items())


@pytest.mark.parametrize("fault", ["http_404", "boundary_renamed"])
def test_who_is_strict_waits_for_the_map(fault: str, world: World, server: FakeStatline) -> None:
    (world.snapshots / f"{MAP}.json").unlink()
    server.misbehave(fault, table=DRAWN, times=ALWAYS)
    before = world.edition.read_bytes()
    with pytest.raises(WijkprofielError, match=f"De kaart {MAP}"):
        world.pull(server, when=LATER, strict=True)
    assert world.edition.read_bytes() == before


def test_an_earlier_map_stands_in(first: World, world: World, server: FakeStatline) -> None:
    """The map is asked anew, in other pieces; it is of a year that does not change."""
    server.misbehave("boundary_renamed", table=DRAWN, times=ALWAYS)
    sources = fast_sources()
    drawn = sources.kaarten["pdok"].model_copy(update={"bladzijde": 7})
    sources = sources.model_copy(update={"kaarten": {"pdok": drawn}})
    outcome = world.pull(server, when=LATER, sources=sources, strict=False)
    assert outcome.warnings[-1].endswith(
        f"Voor {MAP} blijft de momentopname van 2026-11-24 in gebruik."
    )
    assert world.compile().without_map is None
    assert figures(world.edition) == figures(first.edition)


def test_a_map_that_does_not_fit_the_figures_is_left_out(
    bare: World, services: FakeStatline
) -> None:
    """Without people it cannot be proven which areas are the same."""
    services.misbehave("boundary_sentinels", table=DRAWN)
    assert bare.pull(services, strict=False).warnings == []
    manifest = bare.compile()
    assert manifest.without_map == MAP
    assert manifest.warnings[0].startswith(f"Deze editie heeft geen kaart: Tabel {MAP} staat op")
    assert str(bare.folder) not in " ".join(manifest.warnings)


@pytest.mark.usefixtures("folder")
def test_the_commands_tell_it_and_the_next_pull_adds_the_map(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve() as server:
        answer_commands(server, monkeypatch)
        server.misbehave("http_404", table=DRAWN, times=ALWAYS)
        strict = command("data", "pull", "--edition", "klein", "--strict")
        assert strict.code == 13
        assert "De kaart pdok_2022 is niet op te halen" in strict.err
        pulled = command("data", "pull", "--edition", "klein")
        assert pulled.code == 0, pulled.err
        assert "De editie komt er zonder kaart." in pulled.err
        remedy = "Haal haar op met `wijkprofiel data pull --edition klein`"
        assert remedy in pulled.err
        assert f"kaart: geen; {MAP} is er niet" in command("data", "status").out
        verified = command("data", "verify", "klein")
        assert (verified.code, remedy in verified.err) == (0, True)
        built = command("build", "GM0277", "--edition", "klein", "--format", "html")
        assert built.code == 0, built.err
        page = Path(built.out.strip()).read_text(encoding="utf-8")
        assert "In deze editie is geen kaart van dit gebied." in page
        assert "Een kaart: deze editie heeft er geen van dit gebied." in page
        server.heal()
        again = command("data", "pull", "--edition", "klein")
        assert again.code == 0, again.err
        assert f"Opgehaald: {MAP}." in again.err
        assert "kaart: geen" not in command("data", "status").out
        built = command("build", "GM0277", "--edition", "klein", "--format", "html")
        assert "geen kaart" not in Path(built.out.strip()).read_text(encoding="utf-8")
