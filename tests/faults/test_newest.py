"""The editions of the configuration as they are, on tables with the keys of 2024 and 2025."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.newest import health, patient, register, services
from tests.faults.world import GEMEENTEN, SEARCH, World, figures, served_tables
from tests.support.catalogue import CATALOGUE
from tests.support.odata_server import (
    FakeStatline,
    Quirks,
)
from tests.support.odata_server.boundaries_from_edition import boundaries_from_edition
from tests.support.rendering import render_html
from wijkprofiel.configuration.editions import load_editions
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.verdict import Outcome
from wijkprofiel.edition.reader import Edition
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_DATA


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    found = World(tmp_path_factory.mktemp("nieuwste"))
    with services() as it:
        for name in ("nieuwste", "2024"):
            edition_ = load_editions(SEARCH)[name]
            outcome = found.pull(it, edition=edition_, sources=patient(), strict=False)
            found.compile(edition_)
    assert outcome.fetched == [], "what one edition fetched serves the other"
    return found


def test_edition_2022_is_made_of_the_tables_of_2022(tmp_path: Path) -> None:
    kwb, monitor = served_tables()
    tables = [
        health(monitor, "50120NED", ("2012", "2016", "2020", "2022"), {}, ()),
        register(kwb, "85318NED", 2022, blank=set(), keys="85318NED"),
        kwb,
    ]
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        maps = boundaries_from_edition(edition, GEMEENTEN)
    world, chosen = World(tmp_path), load_editions(SEARCH)["2022"]
    with FakeStatline(tables, maps, Quirks(page_size=50)) as server:
        world.pull(server, edition=chosen, sources=patient(), strict=False)
    world.compile(chosen)
    with Edition.open(tmp_path / "2022.sqlite") as edition:
        first = {k.indicator: k.period for k, figure in edition.figures.items() if figure.newest}
        assert (first["eenzaam"], first["inwoners"], edition.info.division) == (2022, 2022, 2022)
        found = edition.area("GM0277").observation(
            "GM0277", FigureKey("eenzaam", AgeGroup.ADULTS, 2022)
        )
    assert found.lower is not None
    with Workshop(Workplace(SEARCH, tmp_path), "2022") as shop:
        front = shop.profile(shop.areas.find("WK027700")).front
    said = " ".join(front.notes)
    assert "De cijfers van 2022 komen uit de Corona Gezondheidsmonitor" in said
    assert "najaar" not in said


@pytest.fixture(scope="module")
def newest(world: World) -> Edition:
    return Edition.open(world.folder / "nieuwste.sqlite")


def test_what_needs_a_country_is_not_made_up_of_some_gemeenten(newest: Edition) -> None:
    assert newest.calibration is None
    assert all(newest.residents(key) is None for key in newest.figures)


def test_the_newest_year_that_was_delivered_is_taken(newest: Edition) -> None:
    first = {key.indicator: key.period for key, figure in newest.figures.items() if figure.newest}
    assert first["eenzaam"] == 2024
    assert first["inwoners"] == 2024
    assert first["bijstand_per_1000"] == 2025
    assert first["koopwoningen"] == 2024, "empty in 2025"
    assert first["bevolkingsgroei"] == 2025


def test_indicators_keep_their_identity(newest: Edition) -> None:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as shipped:
        for indicator in ("ervaren_gezondheid_goed", "roker", "eenzaam", "obesitas"):
            if indicator not in CATALOGUE.indicators:
                continue
            old = FigureKey(indicator, AgeGroup.ADULTS, 2020)
            new = FigureKey(indicator, AgeGroup.ADULTS, 2024)
            assert (
                newest.area("GM0277").observation("GM0277", new).value
                == shipped.area("GM0277").observation("GM0277", old).value
            )


def test_a_changed_definition_is_not_in_the_edition(newest: Edition) -> None:
    known = {key.indicator for key in newest.figures}
    assert "ernstig_eenzaam" not in known
    assert "beperkt_door_gezondheid" not in known
    assert newest.fingerprints["ernstig_eenzaam"]


def test_subjects_of_2024_alone_are_of_that_edition_and_of_no_other(
    newest: Edition, world: World
) -> None:
    """Support is in these tables, resilience is not; the shipped edition knows neither."""
    key = FigureKey("krijgt_steun", AgeGroup.ADULTS, 2024)
    assert newest.area("GM0277").observation("GM0277", key).value == 87.0
    pages, indicators = {}, {}
    for name in ("nieuwste", "2020"):
        with Workshop(Workplace(SEARCH, world.folder), name) as shop:
            profile = shop.profile(shop.areas.find("GM0277"))
            pages[name], indicators[name] = render_html(profile), set(shop.catalogue.indicators)
            assert not [text for text in profile.warnings if "veerkracht" in text]
    assert "Krijgt steun van anderen" in pages["nieuwste"]
    assert "Heeft weinig veerkracht" in pages["nieuwste"]
    assert "steun van anderen" not in pages["2020"]
    assert "veerkracht" not in pages["2020"]
    assert {"krijgt_steun", "lage_veerkracht"} <= indicators["nieuwste"] - indicators["2020"]


def test_no_trend_runs_across_tables(newest: Edition) -> None:
    tables: dict[str, set[str | None]] = {}
    for key, figure in newest.figures.items():
        tables.setdefault(key.indicator, set()).add(figure.origin)
    assert all(len(origins) == 1 for origins in tables.values())
    years = {key.period for key in newest.figures if key.indicator == "eenzaam"}
    assert years == {2012, 2016, 2020, 2022, 2024}


def test_the_documents_bear_the_day_of_the_pull(newest: Edition) -> None:
    assert newest.info.as_of == "2026-11-24"
    assert newest.info.division == 2024
    assert newest.origins["rivm_50150ned"].via is None


def test_limits_are_in_the_edition(newest: Edition) -> None:
    key = FigureKey("eenzaam", AgeGroup.ELDERLY, 2024)
    found = newest.area("GM0277").observation("GM0277", key)
    assert found.status is ValueStatus.AVAILABLE
    assert found.lower is not None


def test_a_profile_of_the_newest_edition_has_no_warnings(world: World) -> None:
    with Workshop(Workplace(SEARCH, world.folder), "nieuwste") as shop:
        profile = shop.profile(shop.areas.find("WK027700"))
        page = render_html(profile)
    assert profile.warnings == ()
    assert "50150NED" in page
    judged = [j.verdict for record in profile.figures for j in record.judgements]
    assert {each.outcome for each in judged} >= {Outcome.JUDGED, Outcome.NOT_COMPARED}


@pytest.mark.parametrize("name", ["nieuwste", "2024"])
def test_what_holds_for_a_round_stands_with_that_round(world: World, name: str) -> None:
    """The figures are of 2024; 2020 and 2022 stand under the rounds, and only there."""
    with Workshop(Workplace(SEARCH, world.folder), name) as shop:
        made = shop.profile(shop.areas.find("WK027700"))
    tables = [table for theme in made.themes for table in theme.tables]
    told = [
        *(note for theme in made.themes for note in theme.notes),
        *(caveat.text for table in tables for caveat in table.caveats),
        *made.front.notes,
        *(made.buurten.notes if made.buurten else ()),
    ]
    assert told
    assert not [text for text in told if "najaar" in text or "orona" in text]
    rounds = [theme.trend for theme in made.themes if theme.trend and 2020 in theme.trend.years]
    assert rounds
    for trend in rounds:
        assert "2020 uit het najaar van de coronacrisis" in trend.note
        assert ("2022 uit de Corona Gezondheidsmonitor" in trend.note) == (2022 in trend.years)
    working_age = made.account.working_age
    assert working_age is not None
    assert 2020 in working_age.years
    assert "geen cijfers van deze leeftijdsgroep" not in working_age.note
    assert "De vragen van 2020 zijn gesteld in het najaar" in working_age.note


def test_every_year_of_a_comparison_goes_by_its_own_names(newest: Edition, tmp_path: Path) -> None:
    """Growth is of two tables, and what is known of areas of a third: each has its own names."""
    names = {
        ("kwb_2020", "84799NED"): {"AantalInwoners": "Bewoners"},
        ("kwb_2024", "85984NED"): {"k_65JaarOfOuder": "Ouderen", "AantalInwoners": "Mensen"},
    }
    sources = patient()
    entries = {
        table: sources.tabellen[table].model_copy(update={"heet_hier": own})
        for (table, _), own in names.items()
    }
    sources = sources.model_copy(update={"tabellen": {**sources.tabellen, **entries}})
    world, edition = World(tmp_path), load_editions(SEARCH)["nieuwste"]
    with services() as server:
        for (_, number), own in names.items():
            for old, new in own.items():
                server.misbehave("renamed_column", table=number, key=old, new=new)
        world.pull(server, edition=edition, sources=sources, strict=False)
    world.compile(edition, sources)
    made = figures(tmp_path / "nieuwste.sqlite")
    assert made == figures(newest.path)
    assert "bevolkingsgroei" in {key.indicator for key in newest.figures}


def test_the_newest_edition_is_what_a_build_takes(world: World) -> None:
    with Workshop(Workplace(SEARCH, world.folder)) as shop:
        assert shop.edition.info.id in ("nieuwste", "2024")
        assert shop.edition.path.parent == world.folder
