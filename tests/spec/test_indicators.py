"""Every indicator is what the tables of judging say it is."""

from __future__ import annotations

import re

import pytest

from tests.spec.shipped import CATALOGUE
from tests.spec.tables import (
    DIRECTIONS,
    HEADS,
    HEALTH,
    NUMBERS,
    POSITIVE_HEALTH,
    REGISTER,
    RIVM,
    SCALES,
    SIDES,
    STORIES,
    STORY_ORDER,
    TRENDS,
    Row,
)
from wijkprofiel.configuration.definitions import (
    CountRounding,
    IndicatorDefinition,
    Kind,
    Method,
    Scale,
    Unit,
)
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.verdict import Direction

INDICATORS = CATALOGUE.indicators
ALL_AGES = (AgeGroup.ADULTS, AgeGroup.ELDERLY, AgeGroup.WORKING_AGE)


ONLY_2024 = {
    "langdurig_beperkt": ("LangdurigBeperkt", "laag_gunstig"),
    "broze_gezondheid": ("BrozeGezondheid", "geen_oordeel"),
    "lage_veerkracht": ("LageVeerkracht", "laag_gunstig"),
    "sterk_eenzaam": ("SterkEenzaam", "laag_gunstig"),
    "krijgt_steun": ("KrijgtSteunVanAnderen", "hoog_gunstig"),
    "tevreden_met_woning": ("TevredenMetDeWoning", "hoog_gunstig"),
    "tevreden_met_woonomgeving": ("TevredenMetDeWoonomgeving", "hoog_gunstig"),
}


def by_id(row: Row) -> str:
    return row["id"]


def check_themes(indicator: IndicatorDefinition, row: Row) -> None:
    place = indicator.themas["rivm"]
    assert (place.thema, place.kop) == RIVM[row["rivm"]]
    assert indicator.themas["positieve_gezondheid"].thema == POSITIVE_HEALTH[row["positive_health"]]


def test_there_are_exactly_the_indicators_of_both_tables() -> None:
    assert len(HEALTH) == 35
    assert len(REGISTER) == 38
    everywhere = {name for name, each in INDICATORS.items() if not each.alleen_tabellen}
    assert everywhere == {row["id"] for row in HEALTH + REGISTER}


def test_subjects_of_the_table_of_2024_are_never_a_point() -> None:
    """Their keys are attested by others; what they count is not known well enough to stand out."""
    found = {name: each for name, each in INDICATORS.items() if each.alleen_tabellen}
    assert {name: (_stem(each), each.richting.value) for name, each in found.items()} == ONLY_2024
    for each in found.values():
        assert each.alleen_tabellen == ("rivm_50150ned",)
        assert (each.zin.kracht, each.zin.zorg, each.trend.value) == (None, None, "geen")


def _stem(indicator: IndicatorDefinition) -> str:
    (topic,) = indicator.bron.onderwerp or ()
    return topic.stam


@pytest.mark.parametrize("row", HEALTH, ids=by_id)
def test_health_indicator_is_judged_as_laid_down(row: Row) -> None:
    indicator = INDICATORS[row["id"]]
    assert indicator.richting.value == DIRECTIONS[row["direction"]]
    assert indicator.verhaal == STORIES[row["story"]]
    assert indicator.trend.value == TRENDS[row["trend"]]
    check_themes(indicator, row)


@pytest.mark.parametrize("row", HEALTH, ids=by_id)
def test_health_indicator_is_a_whole_percentage_from_the_model(row: Row) -> None:
    indicator = INDICATORS[row["id"]]
    only_young = row["number"] in {"34", "35", "36"}
    assert indicator.bron.onderwerp is not None
    assert [topic.stam for topic in indicator.bron.onderwerp] == [row["stem"]]
    assert indicator.bron.groep == "gezondheid"
    assert indicator.methode is Method.MODEL
    assert indicator.eenheid is Unit.PERCENT
    assert indicator.decimalen == 0
    assert indicator.schaal is Scale.PLAIN
    assert indicator.leeftijden == ((AgeGroup.WORKING_AGE,) if only_young else ALL_AGES)


@pytest.mark.parametrize("row", REGISTER, ids=by_id)
def test_register_indicator_is_judged_as_laid_down(row: Row) -> None:
    indicator = INDICATORS[row["id"]]
    assert indicator.richting.value == DIRECTIONS[row["direction"]]
    assert indicator.schaal.value == SCALES[row["scale"]]
    assert indicator.vergelijken is (row["judged"] == "yes")
    assert indicator.methode is Method.REGISTER
    assert (indicator.verhaal is not None) is (row["id"] in NUMBERS)
    assert indicator.leeftijden == (AgeGroup.ALL,)
    check_themes(indicator, row)


@pytest.mark.parametrize("story", STORY_ORDER)
def test_headlines_of_a_verhaal_stand_in_the_order_of_preference(story: str) -> None:
    signal, strengths, concerns = STORY_ORDER[story]
    found = CATALOGUE.stories[STORIES[story] or ""]
    assert (found.signaal, found.nummer) == (signal, int(story[1:]))
    assert [NUMBERS[name] for name in found.volgorde_krachten] == strengths.split()
    assert [NUMBERS[name] for name in found.volgorde_zorgen] == concerns.split()
    head = HEADS.get(story)
    if head is not None:
        assert NUMBERS[found.rij or ""] == str(head)


def test_every_side_says_what_is_laid_down_and_there_is_no_other() -> None:
    told = {
        (name, {1: "kracht", -1: "zorg"}[side], form.kort, form.vorm or form.heel)
        for name, indicator in INDICATORS.items()
        for side, form in indicator.sides.items()
    }
    assert told == {(row["id"], row["side"], row["short"], row["form"]) for row in SIDES}


@pytest.mark.parametrize("row", SIDES, ids=lambda row: f"{row['id']}-{row['side']}")
def test_one_side_counts_the_figure_and_the_other_its_complement(row: Row) -> None:
    indicator, side = INDICATORS[row["id"]], {"kracht": 1, "zorg": -1}[row["side"]]
    if indicator.is_health:
        denies = re.search(r"\b(geen|niet|weinig|minder)\b|gaat wel", row["form"]) is not None
        assert indicator.counts_itself(side) is not denies
    assert not re.search(
        r"\b(weinig|slechte?|goede?)\b", re.sub(r"\bva(ak|ker) goed", "", row["short"])
    )


def test_overweight_has_no_good_side_for_people_over_65() -> None:
    overweight = INDICATORS["overgewicht"]
    assert overweight.direction_for(AgeGroup.ADULTS) is Direction.LOW_GOOD
    assert overweight.direction_for(AgeGroup.ELDERLY) is Direction.NONE
    assert INDICATORS["gezond_gewicht"].direction_for(AgeGroup.ELDERLY) is Direction.NONE
    assert INDICATORS["obesitas"].direction_for(AgeGroup.ELDERLY) is Direction.LOW_GOOD


@pytest.mark.parametrize(
    "name",
    [
        "mantelzorger",
        "drinker",
        "alcoholrichtlijn",
        "ondergewicht",
        "gezond_gewicht",
        "overgewicht",
        "vrijwilligerswerk",
        "lopen_of_fietsen_naar_werk",
        "lopen_naar_werk",
        "fietsen_naar_werk",
        "netto_arbeidsparticipatie",
        "inkomen_laagste_40",
        "hbo_of_wo",
        "herkomst_buiten_nederland",
        "eenpersoonshuishoudens",
    ],
)
def test_what_is_contested_carries_its_reason(name: str) -> None:
    assert INDICATORS[name].voorbehoud


@pytest.mark.parametrize("part", ["ernstig_eenzaam", "obesitas", "ernstig_beperkt_door_gezondheid"])
def test_a_figure_inside_another_says_that_they_do_not_add_up(part: str) -> None:
    assert "niet op" in (INDICATORS[part].voorbehoud or "")


def test_benefits_are_rounded_to_tens_and_water_is_no_count_of_people() -> None:
    tens = {key for key, each in INDICATORS.items() if each.bron.afronding is CountRounding.TENS}
    assert tens == {"bijstand_per_1000", "arbeidsongeschikt_per_1000", "ww_per_1000"}
    assert INDICATORS["aandeel_water"].bron.afronding is CountRounding.NONE
    assert INDICATORS["bijstand_per_1000"].bron.vermenigvuldig == 1000


def test_a_share_computed_from_counts_is_a_whole_number() -> None:
    computed = [each for each in INDICATORS.values() if each.bron.computed]
    assert computed
    assert {each.decimalen for each in computed} == {0}


def test_distances_are_near_or_far_and_small_differences_do_not_count() -> None:
    distances = [each for each in INDICATORS.values() if each.soort is Kind.DISTANCE]
    assert len(distances) == 4
    for each in distances:
        assert each.woorden == "afstand"
        assert each.drempel == 0.3
    assert INDICATORS["scholen_binnen_3_km"].woorden == "gunstig"


def test_origin_is_one_share_without_countries() -> None:
    source = INDICATORS["herkomst_buiten_nederland"].bron
    assert source.teller is not None
    assert {topic.stam for topic in source.teller} == {"WestersTotaal", "NietWestersTotaal"}
    assert "Marokko" not in str(INDICATORS)


def test_document_order_follows_the_default_themes() -> None:
    themes = [each.themas["rivm"].thema for each in INDICATORS.values()]
    order = [theme.sleutel for theme in CATALOGUE.default_theme_set.themas]
    assert list(dict.fromkeys(themes)) == order
    assert themes == sorted(themes, key=order.index)
