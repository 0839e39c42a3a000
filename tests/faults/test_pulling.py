"""Pulling when nothing is wrong but the circumstances: stopped, stale, again, only one gemeente."""

from __future__ import annotations

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
    SEARCH,
    World,
    definition,
    fast_sources,
    figures,
    serve,
    served_tables,
)
from tests.support.catalogue import CATALOGUE
from tests.support.odata_server import ALWAYS, FakeStatline
from tests.support.rendering import render_html
from wijkprofiel.archive.snapshots import read_snapshot, snapshot_info
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.outlines import OutlineMatch
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop

ROWS = "UntypedDataSet"


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


def test_a_stale_snapshot_stands_in_with_a_warning_unless_strict(
    first: World, world: World, server: FakeStatline
) -> None:
    server.misbehave("http_503", table="50090NED", times=ALWAYS)
    with pytest.raises(SourceUnreachableError):
        world.pull(server, when=LATER, strict=True)
    outcome = world.pull(server, when=LATER, strict=False)
    assert outcome.fetched == [REGISTER]
    assert f"Voor {HEALTH} blijft de momentopname van 2026-11-24 in gebruik." in outcome.warnings[0]
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


@pytest.mark.parametrize("says", ["90%", "", "195%", "0,95%"])
def test_limits_of_another_percentage_are_left_out_with_a_warning(
    tmp_path: Path, says: str
) -> None:
    world = World(tmp_path)
    with serve() as server:
        server.misbehave("margin_titles", table="50090NED", says=says)
        outcome = world.pull(server)
        asked = {each.query["$filter"] for each in server.asked("50090NED", ROWS)}
    assert "wij rekenen met marges van 95%, en dat zegt Marges niet: " in outcome.warnings[0]
    assert not any("MOG0095" in each or "MBG0095" in each for each in asked)
    world.compile()
    key = FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
    with Edition.open(world.edition) as edition:
        found = edition.area("GM0277").observation("GM0277", key)
    assert found.value is not None
    assert (found.lower, found.upper) == (None, None)


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


def test_outlines_of_buurten_come_with_the_boundaries(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        world.pull(server)
    world.compile()
    with Edition.open(world.edition) as edition:
        area = edition.area("GM0277")
        drawn = area.buurt_map("WK027700")
        buurten = [each.code for each in edition.regions(RegionLevel.BUURT, "GM0277")]
        country = edition.area("NL00")
    assert drawn is not None
    assert (drawn.year, drawn.outer.code) == (2022, "WK027700")
    assert [each.code for each in drawn.buurten] == buurten
    assert drawn.matches.keys() == set(buurten)
    # Laid against the figures of 2020 as the outline of the wijk is.
    assert set(drawn.matches.values()) <= {OutlineMatch.SAME, OutlineMatch.BOUNDARY_CHANGED}
    points = {point for each in drawn.buurten for ring in each.rings for point in ring}
    assert {point for ring in drawn.outer.rings for point in ring} <= points
    assert country.buurt_map("WK027700") is None


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


def test_the_year_of_figures_and_that_of_the_division_are_two_settings(tmp_path: Path) -> None:
    world, sources = World(tmp_path), fast_sources()
    known = sources.tabellen[REGISTER]

    def changed(**update: int) -> Sources:
        entry = known.model_copy(update=update)
        return sources.model_copy(update={"tabellen": {**sources.tabellen, REGISTER: entry}})

    with serve() as server:
        world.pull(server, sources=changed(jaar=2019))
        with pytest.raises(SourceChangedError, match="kwb_2020 op die van 2019") as caught:
            world.compile()
        assert "`indeling` van kwb_2020 in configs/bronnen.yaml" in str(caught.value.remedy)
        world.pull(server, sources=changed(jaar=2019, indeling=2020))
    world.compile()
    with Edition.open(world.edition) as edition:
        origin = edition.origins[REGISTER]
        years = {key.period for key in edition.figures if key.indicator == "inwoners"}
    assert (years, origin.division) == ({2019}, 2020)
    assert "2019" in origin.short


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


SCRIPT = "<script>alert('wijk')</script>"


def test_a_script_in_a_name_or_title_is_text_in_the_document(tmp_path: Path) -> None:
    world = World(tmp_path)
    with serve() as server:
        for table in ("50090NED", "84799NED"):
            server.misbehave("script_injection", table=table, code="WK027700")
        world.pull(server)
    world.compile()
    with Workshop(Workplace(SEARCH, world.folder), "klein") as shop:
        region = shop.areas.find("WK027700")
        page = render_html(shop.profile(region))
    assert region.name == SCRIPT
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(&#39;wijk&#39;)") > 3, "name and titles of both tables"


def test_the_catalogue_of_the_tests_is_that_of_the_project() -> None:
    stems = {topic.stem for table in served_tables() for topic in table.topics}
    wanted = {
        topic.stam
        for indicator in CATALOGUE.indicators.values()
        if indicator.bron.groep == "gezondheid" and indicator.is_of([HEALTH])
        for topic in indicator.bron.onderwerp or ()
    }
    assert wanted <= stems
