"""Edition 2020 and its import recipes: each indicator has exactly one place to come from."""

from __future__ import annotations

import pytest

from tests.spec.shipped import CATALOGUE, EDITION, RECIPES
from tests.spec.tables import REGISTER, Row
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import level_of

TABLES = {"K20": "kwb_2020", "K24": "kwb_2024", "F22": "grenzen_2022"}


def stems(indicator: IndicatorDefinition) -> set[str]:
    source = indicator.bron
    parts = [source.onderwerp, source.teller, source.noemer, source.verandering]
    return {topic.stam for part in parts if part for topic in part}


def first_table(indicator: IndicatorDefinition) -> str:
    """The table the figure comes from; KWB 2020 brings its own list of topics and comes last."""
    for name in EDITION.volgorde[indicator.bron.groep]:
        columns = {column.stam for column in RECIPES[name].kolommen}
        if name in {"kwb_2020", "rivm_50090ned"} or stems(indicator) & columns:
            return name
    raise AssertionError(f"{indicator.id}: no table")


def test_every_group_of_indicators_has_an_order_of_tables_and_back() -> None:
    assert {each.bron.groep for each in CATALOGUE.indicators.values()} == set(EDITION.volgorde)


@pytest.mark.parametrize("row", REGISTER, ids=lambda row: row["id"])
def test_register_figure_comes_from_the_table_that_was_chosen(row: Row) -> None:
    newest = row["source"].split("+")[0]
    assert first_table(CATALOGUE.indicators[row["id"]]) == TABLES[newest]


def test_growth_is_from_the_older_to_the_newer_table() -> None:
    growth = CATALOGUE.indicators["bevolkingsgroei"]
    assert EDITION.volgorde[growth.bron.groep] == ("kwb_2024", "kwb_2020")


def test_population_households_and_shares_come_from_one_table() -> None:
    assert EDITION.volgorde["bevolking"] == ("kwb_2020",)


def test_divisions_and_tables() -> None:
    found = {name: (each.bron.tabel, each.bron.indeling) for name, each in RECIPES.items()}
    assert found == {
        "rivm_50090ned": ("50090NED", 2020),
        "kwb_2020": ("84799NED", 2020),
        "kwb_2024": ("85984NED", 2024),
        "grenzen_2022": ("85318NED", 2022),
    }
    assert EDITION.indeling == RECIPES[EDITION.kerntabel].bron.indeling


def test_an_empty_year_means_not_asked_in_the_monitor_and_not_delivered_by_the_register() -> None:
    meaning = {table.momentopname: table.lege_kolom.value for table in EDITION.tabellen}
    assert meaning.pop("rivm_50090ned") == "niet_gevraagd"
    assert set(meaning.values()) == {"nog_niet_geleverd"}


def test_every_source_names_its_producer_and_licence() -> None:
    for recipe in RECIPES.values():
        assert recipe.bron.licentie == "CC BY 4.0"
        assert "CBS" in recipe.bron.producent
    monitor = RECIPES["rivm_50090ned"].bron.producent
    assert monitor == "Gezondheidsmonitor Volwassenen en Ouderen, GGD'en, CBS en RIVM"
    assert "Kadaster / CBS 2022" in RECIPES["grenzen_2022"].bron.producent


def test_age_keys_of_the_monitor() -> None:
    assert RECIPES["rivm_50090ned"].dimensies.leeftijden == {
        "20300": AgeGroup.ADULTS,
        "53115": AgeGroup.WORKING_AGE,
        "80200": AgeGroup.ELDERLY,
    }


def test_health_columns_of_another_edition_stay_out_of_the_selection_of_2024() -> None:
    recipe = RECIPES["kwb_2024"]
    assert not [column for column in recipe.kolommen if "gezondheid" in column.kolom]
    assert recipe.leeg_is_ook_nul


def test_a_column_holds_one_topic_and_a_topic_stands_in_one_column() -> None:
    for recipe in RECIPES.values():
        for part in ("kolom", "stam"):
            names = [getattr(column, part) for column in recipe.kolommen]
            assert len(names) == len(set(names)), (recipe.id, part)


def test_aliases_lie_in_one_gemeente_and_have_a_division() -> None:
    for name, alias in CATALOGUE.aliases.wijken.items():
        assert len({code[2:6] for code in alias.codes}) == 1, name
        assert all(level_of(code) == "wijk" for code in alias.codes), name
        assert alias.indeling == EDITION.indeling
    assert CATALOGUE.aliases.gemeenten["Den Haag"] == "'s-Gravenhage"
    assert CATALOGUE.aliases.gemeenten["Den Bosch"] == "'s-Hertogenbosch"
    assert CATALOGUE.aliases.wijken["Stevenshof"].codes == ("WK054609",)
