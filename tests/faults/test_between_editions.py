"""Two editions: the shipped one, and one of a next round, whose figures are invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from pydantic import TypeAdapter

import wijkprofiel
from tests.faults.next_round import INVENTED, ISLAND, ROUND, WIJK, next_round
from tests.support.catalogue import CATALOGUE
from tests.support.source_tree import ROOT
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.between_editions.area_side import EditionSide
from wijkprofiel.findings.between_editions.as_json import changes_schema
from wijkprofiel.findings.between_editions.causes import Cause
from wijkprofiel.findings.between_editions.changed_area import EditionChanges, FigureChange
from wijkprofiel.findings.between_editions.editions_beside import EditionsBeside
from wijkprofiel.findings.between_editions.finder import find_causes
from wijkprofiel.library.opened import Wijkprofiel
from wijkprofiel.methods.trend import DistanceChange
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

OUR_RULE = "aandeel_water"
ADULTS = AgeGroup.ADULTS


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the next round, in which we call one figure otherwise."""
    other = CATALOGUE.indicators[OUR_RULE].model_copy(update={"naam": "Anders genoemd"})
    made_by = [other if each.id == OUR_RULE else each for each in CATALOGUE.indicators.values()]
    return next_round(tmp_path_factory.mktemp("volgend"), made_by)


@pytest.fixture(scope="module")
def both(later: Path) -> Iterator[EditionsBeside]:
    """The shipped edition and the next one."""
    earlier = SHIPPED_DATA / "2020.sqlite"
    with Edition.open(earlier) as one, Edition.open(later) as two:
        before = EditionSide.of(one, read_manifest(earlier), CATALOGUE)
        after = EditionSide.of(two, read_manifest(later), CATALOGUE)
        yield EditionsBeside(before, after, CATALOGUE)


def area(side: EditionSide, code: str) -> Area | None:
    region = side.edition.region(code)
    return None if region is None else Area.of(region)


def changes(both: EditionsBeside, code: str) -> EditionChanges:
    return find_causes(both, area(both.earlier, code), area(both.later, code))


@pytest.fixture(scope="module")
def rozendaal(both: EditionsBeside) -> EditionChanges:
    return changes(both, WIJK)


def shown(found: EditionChanges, indicator: str, age: AgeGroup = ADULTS) -> FigureChange:
    return next(each for each in found.shown if (each.indicator, each.age) == (indicator, age))


def test_what_is_invented_says_so(rozendaal: EditionChanges) -> None:
    titles = {table.table: table.title for table in rozendaal.tables_after}
    assert [INVENTED in titles[table] for table in ("50090NED", "84799NED")] == [True, True]
    assert not [table for table in rozendaal.tables_before if INVENTED in table.title]


@pytest.mark.parametrize(
    ("indicator", "age", "cause"),
    [
        ("afstand_huisarts", AgeGroup.ALL, Cause.OTHER_TABLE),
        ("ondergewicht", ADULTS, Cause.OTHER_QUESTION),
        ("roker", ADULTS, Cause.NEW_YEAR),
        ("eenzaam", AgeGroup.ELDERLY, Cause.NEW_YEAR),
        ("huishoudens", AgeGroup.ALL, Cause.REVISED),
        ("mantelzorger", ADULTS, Cause.OTHER_STATE),
        ("autos_per_huishouden", AgeGroup.ALL, Cause.ONLY_RULER),
        ("woz_waarde", AgeGroup.ALL, Cause.OTHER_STATE),
        ("aandeel_water", AgeGroup.ALL, Cause.ONLY_RULER),
        ("inwoners", AgeGroup.ALL, Cause.ROUNDING),
    ],
)
def test_every_cause_is_found_where_it_was_put(
    rozendaal: EditionChanges, indicator: str, age: AgeGroup, cause: Cause
) -> None:
    assert shown(rozendaal, indicator, age).cause is cause


def test_other_flags_stand_beside_the_cause(rozendaal: EditionChanges) -> None:
    assert Cause.OUR_RULE in shown(rozendaal, OUR_RULE, AgeGroup.ALL).also
    assert Cause.NEW_YEAR in shown(rozendaal, "ondergewicht").also
    asked = rozendaal.questions["ondergewicht"]
    assert asked.before is not None
    assert asked.after is not None
    assert (list(asked.before.topics), list(asked.after.topics)) == (
        ["Ondergewicht"],
        ["OndergewichtAnders"],
    )
    assert asked.before.definition == asked.after.definition


def test_a_change_is_told_by_the_rule_of_the_trend_alone(rozendaal: EditionChanges) -> None:
    """Smoking fell by four points, here and in the country: the number moved, the wijk did not."""
    smoking, lonely = shown(rozendaal, "roker"), shown(rozendaal, "eenzaam")
    assert smoking.new_round is not None
    assert smoking.new_round.trend is not None
    assert smoking.new_round.trend.years[-1] == ROUND
    assert smoking.new_round.change is None
    assert lonely.new_round is not None
    assert lonely.new_round.change in set(DistanceChange) - {DistanceChange.SAME}
    assert abs(lonely.new_round.moved or 0) >= CATALOGUE.limits.trend.verandering_z
    without = shown(rozendaal, "eenzaam", AgeGroup.ELDERLY).new_round
    assert without is not None
    assert without.trend is None


def test_an_earlier_round_that_was_revised_is_a_figure_of_its_own(
    rozendaal: EditionChanges,
) -> None:
    rounds = [each for each in rozendaal.figures if each.indicator == "roker" and not each.shown]
    found = {
        (each.age, each.before.period): each.cause for each in rounds if each.before is not None
    }
    assert found[ADULTS, 2016] is Cause.REVISED
    assert found[ADULTS, 2012] is Cause.EQUAL
    assert found[AgeGroup.ELDERLY, 2016] is Cause.EQUAL


def test_both_kinds_of_absence_are_kept(rozendaal: EditionChanges) -> None:
    carers, dwellings = (
        shown(rozendaal, "mantelzorger"),
        shown(rozendaal, "woz_waarde", AgeGroup.ALL),
    )
    states = [
        (each.before.observation.status, each.after.observation.status)
        for each in (carers, dwellings)
        if each.before is not None and each.after is not None
    ]
    available = ValueStatus.AVAILABLE
    assert states == [(available, ValueStatus.MISSING), (available, ValueStatus.NOT_IN_EDITION)]


def test_every_figure_of_every_area_has_one_cause(both: EditionsBeside) -> None:
    """Also of the areas that only the shipped edition has."""
    codes = [region.code for region in both.later.edition.regions()]
    gone = ["WK034403", "GM0344", "BU03440311"]
    wanted = {
        (name, age)
        for name, each in CATALOGUE.indicators.items()
        for age in each.leeftijden
        if any(name in side.edition.fingerprints for side in both.sides)
    }
    assert len(codes) > 8
    for code in (*codes, *gone):
        found = changes(both, code)
        figures = [(each.indicator, each.age) for each in found.shown]
        assert len(figures) == len(set(figures))
        assert set(figures) == wanted
        assert all((each.cause is Cause.GONE_OR_NEW) == (code in gone) for each in found.figures)
        assert not [each for each in found.figures if each.cause in each.also]


@pytest.mark.parametrize("code", [WIJK, ISLAND, "GM0277", "NL00"])
def test_an_edition_beside_itself_has_nothing_but_equal_figures(
    both: EditionsBeside, code: str
) -> None:
    for side in both.sides:
        alone = EditionsBeside(side, side, CATALOGUE)
        found = changes(alone, code)
        assert {each.cause for each in found.figures} == {Cause.EQUAL}
        assert not found.needs_a_look


def test_in_the_other_order_the_causes_are_the_same_where_that_makes_sense(
    both: EditionsBeside, rozendaal: EditionChanges
) -> None:
    """A year that is new one way round is not there the other way round; the rest mirrors."""
    turned = changes(EditionsBeside(both.later, both.earlier, CATALOGUE), WIJK)
    there = {(each.indicator, each.age): each.cause for each in turned.shown}
    for each in rozendaal.shown:
        assert there[each.indicator, each.age] is each.cause
    gone = changes(EditionsBeside(both.later, both.earlier, CATALOGUE), "WK034403")
    assert (gone.area.before, gone.area.causes) == (None, (Cause.GONE_OR_NEW,))


def test_a_strict_job_stops_for_what_readers_have_to_look_at(
    both: EditionsBeside, rozendaal: EditionChanges
) -> None:
    assert rozendaal.needs_a_look
    assert rozendaal.counts[Cause.NEW_YEAR] > 60
    assert not changes(EditionsBeside(both.later, both.later, CATALOGUE), WIJK).needs_a_look


@pytest.fixture(scope="module")
def opened(later: Path) -> Iterator[tuple[Wijkprofiel, Wijkprofiel]]:
    with wijkprofiel.open("2020") as one, wijkprofiel.open("klein", data=later.parent) as two:
        yield one, two


def test_from_python_with_what_readers_may_be_told(
    opened: tuple[Wijkprofiel, Wijkprofiel],
) -> None:
    earlier, later = opened
    found = earlier.changes(later, WIJK, gemeente="rozendaal")
    told = "\n".join(found.lines)
    assert (
        "Rookt: in 2016, 2020 en 2024 was het 17, 10 en 6 van de 100; in heel Nederland daalde het"
        " ook." in found.lines
    )
    assert "4 cijfers komen in editie klein uit een nieuwe tabel" in told
    assert (
        "Geeft mantelzorg: eerder 16 van de 100 (2020), nu geen cijfer (ontbreekt of is door de"
        " bron niet gegeven)." in found.lines
    )
    assert "Het verschil met Nederland werd kleiner." in told
    assert "Huishoudens" not in told, "a revision is for machines"
    assert found.findings.needs_a_look


def test_json_says_everything_and_can_be_read_back(
    opened: tuple[Wijkprofiel, Wijkprofiel],
) -> None:
    earlier, later = opened
    found = earlier.changes(later, WIJK)
    back = TypeAdapter(EditionChanges).validate_json(found.json(), strict=True)
    assert back == found.findings
    assert found.json() == earlier.changes(later, WIJK).json()
    data = json.loads(found.json())
    assert [each["number"] for each in data["causes"]] == list(range(1, 15))


def test_the_published_schema_of_changes_is_that_of_the_model() -> None:
    """Write it again with: python -m tools.findings_schema."""
    path = ROOT / "docs" / "veranderingen.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == changes_schema()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("overvecht", "Overvecht staat in editie 2020, en niet meer in editie klein."),
        (
            "Koppel/Schothorst",
            "Koppel/Schothorst staat in editie 2020, en niet meer in editie klein.",
        ),
    ],
)
def test_what_one_edition_has_is_told_without_figures(
    opened: tuple[Wijkprofiel, Wijkprofiel], name: str, said: str
) -> None:
    earlier, later = opened
    assert earlier.changes(later, name).lines == (said,)
    (new,) = later.changes(earlier, name).lines
    assert "nog niet in editie klein" in new


def test_what_no_edition_has_is_an_error(opened: tuple[Wijkprofiel, Wijkprofiel]) -> None:
    earlier, later = opened
    with pytest.raises(wijkprofiel.RegionError):
        earlier.changes(later, "nergensoord")


def test_a_werkgebied_beside_itself_is_equal(opened: tuple[Wijkprofiel, Wijkprofiel]) -> None:
    earlier, _ = opened
    found = earlier.changes(earlier, "Koppel/Schothorst").findings
    assert {each.cause for each in found.figures} == {Cause.EQUAL}


def test_a_list_that_lost_a_part_is_made_again_as_it_was(both: EditionsBeside) -> None:
    """The old parts of a werkgebied are looked up in the later edition, if they are all there."""
    alone = EditionsBeside(both.earlier, both.earlier, CATALOGUE)
    parts = [area(both.earlier, code) for code in ("WK030706", "WK030708", "WK030709")]
    members = [part.members[0] for part in parts if part is not None]
    whole, less = (Area(tuple(each), "Koppel", "WG-koppel") for each in (members, members[:2]))
    found = find_causes(alone, whole, less)
    assert {each.cause for each in found.figures} == {Cause.OTHER_MEMBERS}
    assert found.old_members is not None
    assert [each.code for each in found.old_members.members] == [each.code for each in members]
    lonely = shown(found, "eenzaam")
    assert lonely.before is not None
    assert lonely.after is not None
    assert lonely.old_members == lonely.before.observation != lonely.after.observation


def test_one_area_is_found_in_little_time(both: EditionsBeside) -> None:
    """60 to 80 ms on a machine at rest; the limit is for one that is busy."""
    changes(both, ISLAND)
    begun = process_time()
    changes(both, WIJK)
    assert process_time() - begun < 0.5
