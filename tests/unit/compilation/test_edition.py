"""The traps of real tables, each in a country that is small enough to check by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.domain.errors import OutputError, SourceChangedError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.outlines import OutlineMatch
from wijkprofiel.edition.manifest import Manifest, read_manifest
from wijkprofiel.edition.reader import Edition


@pytest.fixture
def edition(compiled: Path) -> Iterator[Edition]:
    with Edition.open(compiled) as opened:
        yield opened


def observed(
    edition: Edition, code: str, name: str, period: int = 2020, age: AgeGroup = AgeGroup.ALL
) -> Observation:
    region = edition.region(code)
    assert region is not None
    home = edition.area(region.gemeente_code or "NL00")
    return home.observation(code, FigureKey(name, age, period))


def test_a_published_figure_is_what_the_source_says(edition: Edition) -> None:
    found = observed(edition, "WK000101", "gezond", age=AgeGroup.ADULTS)
    assert (found.value, found.origin) == (72.1, "gezondheid")


def test_the_country_is_found_under_the_code_of_another_table(edition: Edition) -> None:
    assert observed(edition, "NL00", "gezond", age=AgeGroup.ADULTS).value == 74.1


def test_a_question_that_was_not_asked(edition: Edition) -> None:
    found = observed(edition, "WK000101", "stress", 2016, AgeGroup.ADULTS)
    assert found.status is ValueStatus.NOT_ASKED


def test_one_area_without_a_figure(edition: Edition) -> None:
    found = observed(edition, "WK000103", "gezond", age=AgeGroup.ADULTS)
    assert found.status is ValueStatus.MISSING


def test_only_the_last_round_is_shown_and_18_to_64_never(edition: Edition) -> None:
    newest = {
        (key.age, key.period): figure.newest
        for key, figure in edition.figures.items()
        if key.indicator == "gezond"
    }
    assert newest == {
        (AgeGroup.ADULTS, 2016): False,
        (AgeGroup.ADULTS, 2020): True,
        (AgeGroup.WORKING_AGE, 2016): False,
        (AgeGroup.WORKING_AGE, 2020): False,
        (AgeGroup.ELDERLY, 2016): False,
        (AgeGroup.ELDERLY, 2020): True,
    }
    found = observed(edition, "WK000101", "gezond", age=AgeGroup.WORKING_AGE)
    assert found.status is ValueStatus.NOT_DELIVERED
    assert observed(edition, "WK000101", "gezond", 2016, AgeGroup.WORKING_AGE).value == 72.1


def test_a_share_keeps_its_counts(edition: Edition) -> None:
    found = observed(edition, "WK000102", "jong")
    assert found.value == round(195 / 1440 * 100, 6)
    assert (found.numerator, found.denominator) == (195, 1440)


def test_a_share_of_fewer_than_100_is_withheld_with_its_counts(edition: Edition) -> None:
    found = observed(edition, "WK000103", "jong")
    assert found.status is ValueStatus.WITHHELD
    assert (found.numerator, found.denominator) == (None, None)


def test_a_sum_of_age_groups_is_the_denominator(edition: Edition) -> None:
    found = observed(edition, "WK000101", "uitkering")
    assert (found.value, found.denominator) == (75, 1600)


def test_what_the_source_withheld_is_not_withheld_by_us(edition: Edition) -> None:
    assert observed(edition, "WK000103", "uitkering").status is ValueStatus.MISSING


def test_zero_stays_zero(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[4]["Uitkeringen_83"] = 0
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "WK000102", "uitkering")
    assert (found.value, found.numerator) == (0, 0)


def test_an_empty_column_moves_on_to_the_next_table(edition: Edition) -> None:
    key = FigureKey("waarde", AgeGroup.ALL, 2024)
    assert edition.figures[key].origin == "later"
    assert FigureKey("waarde", AgeGroup.ALL, 2020) not in edition.figures
    assert observed(edition, "WK000101", "waarde", 2024).value == 293


def test_a_topic_that_no_table_of_the_group_has_is_an_error(tmp_path: Path) -> None:
    order = {"gezondheid": ["gezondheid"], "bevolking": ["kern"], "groei": ["later", "kern"]}
    more = {"wonen": ["kern"], "arbeid": ["grenzen"]}
    with pytest.raises(SourceChangedError, match="onderwerp Koopwoningen staat niet in kern"):
        compile_country(SmallCountry(), tmp_path, volgorde=order | more)


def test_a_table_that_is_empty_everywhere_says_not_delivered(tmp_path: Path) -> None:
    country = SmallCountry()
    for row in country.later:
        row["woz"] = ""
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "WK000101", "waarde", 2020)
    assert (found.status, found.origin) == (ValueStatus.NOT_DELIVERED, "kern")


def test_figures_of_another_area_under_the_same_code_are_not_joined(edition: Edition) -> None:
    found = observed(edition, "WK000102", "koop", 2024)
    assert (found.value, found.status) == (None, ValueStatus.OTHER_DIVISION)
    reasons = {(left.code, left.origin): left.reason for left in edition.area("GM0001").left_out}
    assert reasons["WK000102", "later"].endswith("bij een andere naam: Elders")
    assert ("WK000101", "later") not in reasons


def test_an_unnamed_wijk_with_another_area_is_not_joined(edition: Edition) -> None:
    assert observed(edition, "WK000103", "waarde", 2024).status is ValueStatus.OTHER_DIVISION


def test_a_gemeente_with_its_province_behind_its_name_is_the_same(edition: Edition) -> None:
    assert observed(edition, "GM0001", "koop", 2024).value == 50


def test_a_changed_boundary_is_joined_and_marked(edition: Edition) -> None:
    found = observed(edition, "WK000101", "koop", 2024)
    assert (found.value, found.boundary_changed) == (41, True)
    area = edition.area("GM0001")
    assert area.boundary_changes("WK000101") == {"grenzen": (155, 206), "later": (155, 206)}
    assert not observed(edition, "WK000101", "jong").boundary_changed
    assert not observed(edition, "WK000201", "koop", 2024).boundary_changed


def test_growth_is_only_of_areas_that_kept_their_borders(edition: Edition) -> None:
    key = FigureKey("groei", AgeGroup.ALL, 2024)
    assert (edition.figures[key].base_period, edition.figures[key].newest) == (2020, True)
    assert observed(edition, "NL00", "groei", 2024).value == 5
    whole = observed(edition, "WK000201", "groei", 2024)
    assert (whole.value, whole.numerator, whole.denominator) == (5, 2100, 2000)
    for code in ("WK000101", "WK000102", "WK000103"):
        assert observed(edition, code, "groei", 2024).status is ValueStatus.OTHER_DIVISION


def test_a_table_without_the_country_has_no_benchmark_for_it(edition: Edition) -> None:
    assert observed(edition, "NL00", "arbeid", 2022).status is ValueStatus.NOT_IN_SOURCE
    assert observed(edition, "BU00010101", "arbeid", 2022).status is ValueStatus.NOT_IN_SOURCE
    assert observed(edition, "GM0001", "arbeid", 2022).value == 65


def test_a_name_that_was_cut_off_is_whole_and_found_by_both(edition: Edition) -> None:
    region = edition.region("WK000201")
    assert region is not None
    assert region.title == "Lange naam die in deze tabel wordt afgek"
    assert region.name == "Lange naam die in deze tabel wordt afgekapt"
    for key in ("langenaamdieindezetabelwordtafgek", "langenaamdieindezetabelwordtafgekapt"):
        assert [found.code for found in edition.named(key)] == ["WK000201"]


def test_the_map_tells_which_outlines_are_still_the_same_area(edition: Edition) -> None:
    drawn = edition.area("GM0001").map
    assert drawn is not None
    assert (drawn.year, drawn.outer_match) == (2022, OutlineMatch.SAME)
    assert [wijk.code for wijk in drawn.wijken] == ["WK000101", "WK000102", "WK000104"]
    assert drawn.matches == {
        "WK000101": OutlineMatch.BOUNDARY_CHANGED,
        "WK000102": OutlineMatch.OTHER_AREA,
        "WK000103": OutlineMatch.NO_OUTLINE,
    }


def test_the_border_of_a_gemeente_is_that_of_its_wijken(edition: Edition) -> None:
    drawn = edition.area("GM0001").map
    assert drawn is not None
    points = {point for wijk in drawn.wijken for ring in wijk.rings for point in ring}
    assert {point for ring in drawn.outer.rings for point in ring} <= points


def test_a_gemeente_that_no_longer_exists_has_no_map_and_a_reason(tmp_path: Path) -> None:
    country = SmallCountry()
    country.squares = [row for row in country.squares if row["code"] != "WK000201"]
    country.gemeenten = country.gemeenten[:1]
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        area = edition.area("GM0002")
    assert area.map is None
    reasons = {(left.code, left.origin): left.reason for left in area.left_out}
    assert reasons["GM0002", "grenzen"] == "komt op de indeling van 2022 niet voor"


def test_spreads_are_of_wijken_with_enough_people_and_not_of_18_to_64(edition: Edition) -> None:
    # WK000103 has 60 inhabitants, and no figure; three wijken have 100 or more.
    adults = edition.spread(FigureKey("gezond", AgeGroup.ADULTS, 2020))
    people = edition.spread(FigureKey("inwoners", AgeGroup.ALL, 2020))
    assert adults is not None
    assert people is not None
    assert adults.count == 3
    assert list(adults.values) == [72.1, 74.1, 77.1]
    assert list(people.values) == [1440, 2000, 2500]
    assert edition.spread(FigureKey("gezond", AgeGroup.WORKING_AGE, 2016)) is None


def test_every_indicator_has_its_fingerprint(edition: Edition) -> None:
    assert set(edition.fingerprints) == {key.indicator for key in edition.figures}


def test_the_manifest_counts_what_there_is(manifest: Manifest) -> None:
    assert manifest.regions == {"land": 1, "gemeente": 2, "wijk": 4, "buurt": 1}
    assert manifest.left_out["later"] == {"land": 0, "gemeente": 0, "wijk": 2, "buurt": 0}
    assert manifest.left_out["grenzen"] == {"land": 0, "gemeente": 0, "wijk": 2, "buurt": 0}
    assert manifest.boundary_changed["later"] == {"land": 0, "gemeente": 0, "wijk": 1, "buurt": 1}
    assert manifest.coverage["arbeid"] == {"land": 0, "gemeente": 2, "wijk": 2, "buurt": 0}
    years = {table.snapshot: (table.first_year, table.last_year) for table in manifest.tables}
    assert years["gezondheid"] == (2016, 2020)


def test_the_manifest_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    written = compile_country(SmallCountry(), tmp_path)
    assert read_manifest(tmp_path / "klein.sqlite") == written


def test_two_compiles_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("een", "twee"):
        compile_country(SmallCountry(), tmp_path / folder)
    for name in ("klein.sqlite", "klein.json"):
        one, two = ((tmp_path / folder / name).read_bytes() for folder in ("een", "twee"))
        assert one == two


def test_a_share_of_counts_that_were_rounded_at_random_is_at_most_100(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[3] |= {"k_0Tot15Jaar_8": 2505}
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "BU00010101", "jong")
    assert (found.value, found.numerator) == (100, 2505)


def test_an_area_that_the_core_table_does_not_know_is_refused(tmp_path: Path) -> None:
    country = SmallCountry()
    for row in country.health:
        row["WijkenEnBuurten"] = row["WijkenEnBuurten"].replace("WK000101", "WK000199")
    with pytest.raises(SourceChangedError, match="de kerntabel niet kent, zoals WK000199"):
        compile_country(country, tmp_path)


def test_a_period_that_is_no_year_is_refused(tmp_path: Path) -> None:
    country = SmallCountry()
    country.health[0]["Perioden"] = "2020KW01"
    with pytest.raises(SourceChangedError, match="periode '2020KW01' is geen jaar"):
        compile_country(country, tmp_path)


def test_a_group_without_an_order_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceChangedError, match="heeft geen volgorde in editie klein"):
        compile_country(SmallCountry(), tmp_path, volgorde={"bevolking": ["kern"]})


def test_a_core_table_on_another_division_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceChangedError, match="op de indeling van 2024, maar de kerntabel kern"):
        compile_country(SmallCountry(), tmp_path, indeling=2024)


def test_limits_of_the_source_are_kept(tmp_path: Path) -> None:
    country = SmallCountry()
    for margin, shift in (("MOG0095", -3), ("MBG0095", 4)):
        country.health.extend(
            row | {"Marges": margin, "Gezond_4": row["Gezond_4"] and row["Gezond_4"] + shift}
            for row in country.health[:]
            if row["Marges"] == "MW00000"
        )
    compile_country(country, tmp_path)
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        found = observed(edition, "WK000101", "gezond", age=AgeGroup.ADULTS)
    assert (found.lower, found.value, found.upper) == (69.1, 72.1, 76.1)


def test_a_figure_outside_its_own_limits_is_refused(tmp_path: Path) -> None:
    country = SmallCountry()
    for margin in ("MOG0095", "MBG0095"):
        country.health.extend(
            row | {"Marges": margin, "Gezond_4": 1.0}
            for row in country.health[:]
            if row["Marges"] == "MW00000"
        )
    with pytest.raises(SourceChangedError, match="buiten hun eigen marges"):
        compile_country(country, tmp_path)


def test_a_failed_compile_leaves_the_old_edition(compiled: Path, tmp_path: Path) -> None:
    old = compiled.read_bytes()
    (tmp_path / "klein.sqlite").write_bytes(old)
    country = SmallCountry()
    for row in country.health:
        row["Gezond_4"] = 900
    with pytest.raises(SourceChangedError):
        compile_country(country, tmp_path)
    assert (tmp_path / "klein.sqlite").read_bytes() == old


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "klein.sqlite").mkdir()
    with pytest.raises(OutputError, match="niet te schrijven"):
        compile_country(SmallCountry(), tmp_path)
