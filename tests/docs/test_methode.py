"""The worked examples of docs/methode.md, computed again from the shipped edition.

Each expected line is put together from figures and results of the code; it has to stand in the
document exactly so, in its own section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import SizeClass, Verdict
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.points import Points, TalkingPoint, choice_figures, mean_strength
from wijkprofiel.methods.age import explained_by_age
from wijkprofiel.methods.certainty import (
    standard_error,
    standard_error_of_rest,
    standardised_certainty,
)
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.methods.population import adults
from wijkprofiel.methods.register import TENS_ERROR, share_error
from wijkprofiel.methods.rest import rest_of_whole, rounding_error
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.methods.trend import DistanceChange, distance_change
from wijkprofiel.methods.union import weighted_mean
from wijkprofiel.words.formatting import number, signed
from wijkprofiel.workshop.workshop import Workshop

DOCUMENT = Path(__file__).parents[2] / "docs" / "methode.md"
OVERVECHT, UTRECHT, STEVENSHOF = "WK034403", "GM0344", "WK054609"
SOESTERKWARTIER, AMERSFOORT = "WK030703", "GM0307"
HEERENVEEN, RUINEN, DE_WOLDEN = "WK007401", "WK169008", "GM1690"
OOSTERHESSELEN, NEDERLAND = "WK010930", "NL00"
WORDS_OF_CHANGE = {DistanceChange.SAME: "ongeveer gelijk", DistanceChange.CLOSER: "dichterbij"}


@dataclass(frozen=True)
class Source:
    """The shipped edition, looked up by code."""

    shop: Workshop
    book: FigureBook
    maker: FindingsMaker

    def points(self, code: str) -> Points:
        return self.maker.of([Area.of(self.region(code))]).only.points

    def region(self, code: str) -> Region:
        region = self.shop.edition.region(code)
        assert region is not None
        return region

    def adults(self, code: str) -> float:
        people = self.region(code).adults
        assert people is not None
        return people

    def elderly_share(self, code: str) -> float:
        elderly = self.region(code).elderly
        assert elderly is not None
        return elderly / self.adults(code)

    def observation(
        self, code: str, indicator: str, age: AgeGroup = AgeGroup.ADULTS, year: int = 2020
    ) -> Observation:
        return self.book.observation(Area.of(self.region(code)), FigureKey(indicator, age, year))

    def value(
        self, code: str, indicator: str, age: AgeGroup = AgeGroup.ADULTS, year: int = 2020
    ) -> float:
        value = self.observation(code, indicator, age, year).value
        assert value is not None
        return value

    def spread(
        self,
        indicator: str,
        age: AgeGroup = AgeGroup.ADULTS,
        year: int = 2020,
        *,
        root: bool = False,
    ) -> float:
        spread = self.book.spread(FigureKey(indicator, age, year))
        assert spread is not None
        unit = spread.sd_root if root else spread.sd
        assert unit is not None
        return unit

    def record(self, code: str, indicator: str, age: AgeGroup = AgeGroup.ADULTS) -> FigureRecord:
        return next(
            record
            for record in self.profile(code).figures
            if record.indicator == indicator and record.observation.age is age and record.judgements
        )

    def profile(self, code: str) -> Profile:
        return self.shop.profile(self.region(code))

    def verdicts(self, code: str, indicator: str, age: AgeGroup = AgeGroup.ADULTS) -> list[Verdict]:
        return [judgement.verdict for judgement in self.record(code, indicator, age).judgements]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    for shop in open_shop(tmp_path_factory.mktemp("data")):
        yield Source(shop, FigureBook(shop.edition), FindingsMaker(shop.edition, shop.catalogue))


@pytest.fixture(scope="module")
def sections() -> dict[str, str]:
    return sections_of_document()


def sections_of_document() -> dict[str, str]:
    """The text under each heading of the second part, by its number; part 1 as `deel 1`."""
    text = DOCUMENT.read_text(encoding="utf-8")
    found = re.split(r"^### (\d+)\. ", text, flags=re.MULTILINE)
    first = found[0].partition("## Deel 2.")[0]
    return {"deel 1": first} | dict(zip(found[1::2], found[2::2], strict=True))


def z_of(verdict: Verdict) -> str:
    assert verdict.z is not None
    return signed(verdict.z, 2)


def root_numbers(value: float, benchmark: float, left: float, unit: float) -> float:
    z = (sqrt(benchmark + left) - sqrt(benchmark)) / unit
    assert value > benchmark
    return z


def test_the_number_of_adults(source: Source, sections: dict[str, str]) -> None:
    region = source.region(OVERVECHT)
    young = source.observation(OVERVECHT, "aandeel_0_tot_15", AgeGroup.ALL).numerator
    next_group = source.observation(OVERVECHT, "aandeel_15_tot_25", AgeGroup.ALL).numerator
    assert region.inhabitants is not None
    assert young is not None
    assert next_group is not None
    result = adults(region.inhabitants, young, next_group)
    assert result == pytest.approx(source.adults(OVERVECHT))
    assert (
        f"N18 = {number(region.inhabitants)} − {number(young)} − min(0,28 × {number(next_group)}; "
        f"0,22 × {number(young)}) = {number(result, 1)}"
    ) in sections["1"]


def test_a_werkgebied(source: Source, sections: dict[str, str]) -> None:
    area, indicator = source.shop.find("Koppel/Schothorst"), "ervaren_gezondheid_goed"
    found = source.maker.of([area]).only.values.adults(indicator)
    weights = [part.adults or 0.0 for part in area.parts]
    values = [source.value(part.code, indicator) for part in area.parts]
    near, own, people = found.benchmarks[0], found.observation.value, source.adults("GM0307")
    assert own == pytest.approx(weighted_mean(values, weights), abs=1e-6)
    assert own is not None
    total, whole, unit = sum(weights), near.figure.value or 0.0, source.spread(indicator)
    rest = rest_of_whole(whole, own, total / people)
    assert near.verdict.benchmark_value == pytest.approx(rest)
    w = number(total / people, 5)
    products = (
        f"{number(weight, 1)} × {number(value, 1)}"
        for value, weight in zip(values, weights, strict=True)
    )
    for line in (
        f"W    = {' + '.join(number(each, 1) for each in weights)} = {number(total, 1)}",
        f"x_U  = ({' + '.join(products)}) / {number(total, 1)} = {number(own, 4)}",
        f"w    = {number(total, 1)} / {number(people, 1)} = {w}",
        f"x_R  = ({number(whole, 1)} − {w} × {number(own, 4)}) / (1 − {w}) = {number(rest, 4)}",
        f"z_R  = ({number(own, 4)} − {number(rest, 4)}) / {number(unit, 4)} = {z_of(near.verdict)}",
    ):
        assert line in sections["18"], line


def test_overvecht(source: Source, sections: dict[str, str]) -> None:
    indicator, text = "moeite_met_rondkomen", sections["2"]
    own, whole, country = (
        source.value(code, indicator) for code in (OVERVECHT, UTRECHT, NEDERLAND)
    )
    part, people = source.adults(OVERVECHT), source.adults(UTRECHT)
    w, unit = part / people, source.spread(indicator)
    rest = rest_of_whole(whole, own, w)
    near, far = source.verdicts(OVERVECHT, indicator)
    assert near.benchmark_value == pytest.approx(rest)
    assert near.z == pytest.approx((own - rest) / unit, abs=1e-6)
    assert far.z == pytest.approx((own - country) / unit, abs=1e-6)
    ruler = number(unit, 4)
    for line in (
        f"x_W = {number(own, 1)}, x_G = {number(whole, 1)}, x_N = {number(country, 1)}.",
        f"w    = {number(part, 1)} / {number(people, 1)} = {number(w, 5)}",
        (
            f"x_R  = ({number(whole, 1)} − {number(w, 5)} × {number(own, 1)}) / "
            f"(1 − {number(w, 5)}) = {number(rest, 4)}"
        ),
        f"Δ_R  = {number(own, 1)} − {number(rest, 4)} = {number(own - rest, 4)}",
        f"z_R  = {number(own - rest, 4)} / {ruler} = {z_of(near)}",
        f"Δ_N  = {number(own, 1)} − {number(country, 1)} = {number(own - country, 1)}",
        f"z_N  = {number(own - country, 1)} / {ruler} = {z_of(far)}",
        f"Afgedrukt staan {number(own)}, {number(whole)} en {number(country)}",
        f"{number(half_up(own) - half_up(whole))} meer dan in Utrecht",
        f"{number(half_up(own) - half_up(country))} meer dan in Nederland",
        f"terwijl het oordeel over {number(rest, 1)} gaat",
    ):
        assert line in text, line
    words = [judgement.word for judgement in source.record(OVERVECHT, indicator).judgements]
    assert words == ["duidelijk ongunstiger"] * 2


def test_overvecht_in_plain_words(source: Source, sections: dict[str, str]) -> None:
    indicator, text = "moeite_met_rondkomen", sections["deel 1"]
    own, country = (source.value(code, indicator) for code in (OVERVECHT, NEDERLAND))
    whole, people = source.value(UTRECHT, indicator), source.adults(OVERVECHT)
    rest = source.verdicts(OVERVECHT, indicator)[0].benchmark_value
    assert rest is not None
    assert 4.5 <= source.spread(indicator) < 5
    for line in (
        f"In Overvecht hebben {number(own)} van de 100 volwassenen moeite met rondkomen",
        (
            f"In Nederland zijn dat er {number(country)}. Dat scheelt "
            f"{number(half_up(own) - half_up(country))}."
        ),
        (
            f"In Utrecht hebben {number(whole)} van de 100 volwassenen moeite met rondkomen, en "
            f"buiten Overvecht {number(rest)}."
        ),
        f"ongeveer {number(number_of_people(own, people) or 0)} mensen",
    ):
        assert line in text, line


def test_heerenveen(source: Source, sections: dict[str, str]) -> None:
    indicator, text = "ervaren_gezondheid_goed", sections["2"]
    region = source.region(HEERENVEEN)
    gemeente = region.gemeente_code or ""
    own, whole, country = (source.value(c, indicator) for c in (HEERENVEEN, gemeente, NEDERLAND))
    part, people = source.adults(HEERENVEEN), source.adults(gemeente)
    w, unit = part / people, source.spread(indicator)
    rest, guard = rest_of_whole(whole, own, w), rounding_error(part / people)
    near, far = source.verdicts(HEERENVEEN, indicator)
    assert near.guard == pytest.approx(guard)
    x_w, x_g, x_n, ruler = number(own, 1), number(whole, 1), number(country, 1), number(unit, 4)
    for line in (
        f"x_W = {x_w}, x_G = {x_g}, x_N = {x_n}.",
        f"w    = {number(part, 1)} / {number(people, 1)} = {number(w, 5)}",
        f"x_R  = ({x_g} − {number(w, 5)} × {x_w}) / (1 − {number(w, 5)}) = {number(rest, 4)}",
        f"Δ_R  = {x_w} − {number(rest, 4)} = {number(own - rest, 4)}",
        f"e    = 0,05 × (1 + {number(w, 5)}) / (1 − {number(w, 5)}) = {number(guard, 4)}",
        f"z_R  = −({number(rest - own, 4)} − {number(guard, 4)}) / {ruler} = {z_of(near)}",
        f"z_N  = ({x_w} − {x_n}) / {ruler} = {z_of(far)}",
        f"({x_w} − {x_g}) / {ruler} = {number((own - whole) / unit, 2)}",
    ):
        assert line in text, line
    assert [j.word for j in source.record(HEERENVEEN, indicator).judgements] == [
        "iets ongunstiger",
        "ongeveer gelijk",
    ]
    for share, error in ((0.8, "0,45 punt bij w = 0,8"), (0.9, "0,95 bij 0,9"), (0.99, "9,95")):
        assert error in text
        assert error.startswith(number(rounding_error(share), 2))


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("roken", "roker"),
        ("geluidhinder van buren", "geluidhinder_buren"),
        ("ernstig beperkt", "ernstig_beperkt_door_gezondheid"),
    ],
)
def test_soesterkwartier(
    name: str, indicator: str, source: Source, sections: dict[str, str]
) -> None:
    own, whole, country = (
        source.value(code, indicator) for code in (SOESTERKWARTIER, AMERSFOORT, NEDERLAND)
    )
    record = source.record(SOESTERKWARTIER, indicator)
    near, far = (judgement.verdict for judgement in record.judgements)
    assert near.benchmark_value is not None
    cells = [
        name,
        *(number(value, 1) for value in (own, whole)),
        number(near.benchmark_value, 4),
        number(country, 1),
        number(source.spread(indicator), 4),
        *(z_of(near), z_of(far)),
        "; ".join(judgement.word for judgement in record.judgements),
    ]
    assert f"| {' | '.join(cells)} |" in sections["4"]
    part, people = source.adults(SOESTERKWARTIER), source.adults(AMERSFOORT)
    share = f"w = {number(part, 1)} / {number(people, 1)} = {number(part / people, 5)}"
    assert share in sections["4"]


def test_numbers_of_small_wijken(source: Source, sections: dict[str, str]) -> None:
    wijken = source.shop.edition.regions(RegionLevel.WIJK)
    sizes = [region.adults or 0.0 for region in wijken]
    tiny = [region for region in wijken if (region.adults or 0.0) < 100]
    known = [
        region for region in tiny if source.observation(region.code, "eenzaam").value is not None
    ]
    small = sum(100 <= size < 500 for size in sizes)
    assert f"| {len(tiny)}, waarvan {len(known)} met cijfers |" in sections["5"]
    assert f"| 100 tot 500 | {small} |" in sections["5"]
    assert f"| vanaf 500 | {number(sum(size >= 500 for size in sizes))} |" in sections["5"]


def test_arithmetic_with_limits(sections: dict[str, str]) -> None:
    w, own, whole = 0.094, 27.2, 17.2
    rest = rest_of_whole(whole, own, w)
    se_own = standard_error(own, 24.1, 30.3, towards=rest)
    se_whole = standard_error(whole, 16.5, 17.9, towards=own)
    se_rest = standard_error_of_rest(se_whole, se_own, w)
    z = standardised_certainty(own - rest, se_own, se_rest)
    assert z is not None
    one, two, three = (number(value, 4) for value in (se_own, se_whole, se_rest))
    for line in (
        f"x_R  = (17,2 − 0,094 × 27,2) / (1 − 0,094) = {number(rest, 4)}",
        f"se_W = (27,2 − 24,1) / 1,96 = {one}",
        f"se_G = (17,9 − 17,2) / 1,96 = {two}",
        f"se_R = √({two}² − 0,094² × {one}²) / (1 − 0,094) = {three}",
        f"z_c  = {number(own - rest, 4)} / √({one}² + {three}²) = {number(z, 3)}",
    ):
        assert line in sections["7"], line


def test_bijstand(source: Source, sections: dict[str, str]) -> None:
    indicator, text = "bijstand_per_1000", sections["8"]
    own, whole, country = (
        source.observation(code, indicator, AgeGroup.ALL)
        for code in (OVERVECHT, UTRECHT, NEDERLAND)
    )
    assert own.numerator is not None
    assert own.denominator is not None
    assert whole.numerator is not None
    assert whole.denominator is not None
    assert own.value is not None
    assert country.value is not None
    near, far = source.verdicts(OVERVECHT, indicator, AgeGroup.ALL)
    rest = near.benchmark_value
    assert rest is not None
    guard = share_error(own.numerator, own.denominator, 1000, TENS_ERROR)
    assert guard == pytest.approx(near.guard)
    unit = source.spread(indicator, AgeGroup.ALL, root=True)
    left_rest, left_country = own.value - rest - guard, own.value - country.value - guard
    assert root_numbers(own.value, rest, left_rest, unit) == pytest.approx(near.z, abs=1e-5)
    plain = left_country / source.spread(indicator, AgeGroup.ALL)
    a_w, b_w, a_g, b_g = (
        number(count)
        for count in (own.numerator, own.denominator, whole.numerator, whole.denominator)
    )
    x_w, x_n, e, ruler = (number(value, 4) for value in (own.value, country.value, guard, unit))
    for line in (
        f"a_W = {a_w}, b_W = {b_w}; a_G = {a_g}, b_G = {b_g}; x_N = {x_n}; SD(√) = {ruler}.",
        f"x_W  = 1.000 × {a_w} / {b_w} = {x_w}",
        f"x_R  = 1.000 × ({a_g} − {a_w}) / ({b_g} − {b_w}) = {number(rest, 4)}",
        f"e    = 1.000 × (5 + 4 × {number(own.value / 1000, 6)}) / {b_w} = {e}",
        f"Δ_R' = {x_w} − {number(rest, 4)} − {e} = {number(left_rest, 4)}",
        f"z_R  = (√{number(rest + left_rest, 4)} − √{number(rest, 4)}) / {ruler} = {z_of(near)}",
        f"Δ_N' = {x_w} − {x_n} − {e} = {number(left_country, 4)}",
        f"z_N  = (√{number(country.value + left_country, 4)} − √{x_n}) / {ruler} = {z_of(far)}",
        (
            f"(SD {number(source.spread(indicator, AgeGroup.ALL), 4)}) zou z ten opzichte van "
            f"Nederland {number(plain, 2)} zijn"
        ),
    ):
        assert line in text, line
    words = [j.word for j in source.record(OVERVECHT, indicator, AgeGroup.ALL).judgements]
    assert words == ["ongunstiger", "ongunstiger"]


def age_part(source: Source, indicator: str, code: str, part: float) -> float:
    return explained_by_age(
        share_area=source.elderly_share(RUINEN),
        share_benchmark=source.elderly_share(code),
        all_adults=source.value(code, indicator),
        elderly=source.value(code, indicator, AgeGroup.ELDERLY),
        part=part,
    )


def slope(source: Source, indicator: str, code: str) -> float:
    """The figure of 65-plussers minus that of younger adults."""
    old = source.value(code, indicator, AgeGroup.ELDERLY)
    return (old - source.value(code, indicator)) / (1 - source.elderly_share(code))


def test_ruinen(source: Source, sections: dict[str, str]) -> None:
    indicator, text = "langdurig_ziek_en_beperkt", sections["9"]
    w = source.adults(RUINEN) / source.adults(DE_WOLDEN)
    unit, own = source.spread(indicator), source.value(RUINEN, indicator)
    near, far = source.verdicts(RUINEN, indicator)
    assert near.difference is not None
    assert far.difference is not None
    c_rest = age_part(source, indicator, DE_WOLDEN, w)
    c_country = age_part(source, indicator, NEDERLAND, 0.0)
    shares = [number(source.elderly_share(code), 5) for code in (RUINEN, DE_WOLDEN, NEDERLAND)]
    slopes = [number(slope(source, indicator, code), 4) for code in (DE_WOLDEN, NEDERLAND)]
    left = [(near.difference - c_rest) / unit, (far.difference - c_country) / unit]
    assert near.z is not None
    assert far.z is not None
    strength, adjusted = -(near.z + far.z) / 2, -sum(left) / 2
    assert abs(adjusted) < abs(strength) / 2
    published = [
        f"{number(source.value(code, indicator), 1)}; "
        f"{number(source.value(code, indicator, AgeGroup.ELDERLY), 1)}"
        for code in (DE_WOLDEN, NEDERLAND)
    ]
    ruler, d_r, d_n = number(unit, 4), number(near.difference, 4), number(far.difference, 4)
    for line in (
        (
            f"x_W = {number(own, 1)}. s_W = {number(source.region(RUINEN).elderly or 0)} / "
            f"{number(source.adults(RUINEN), 1)} = {shares[0]}; w = {number(w, 5)}; SD = {ruler}."
        ),
        f"| p18; p65 | {published[0]} | {published[1]} |",
        f"| s_B | {shares[1]} | {shares[2]} |",
        f"| (p65 − p18) / (1 − s_B) | {slopes[0]} | {slopes[1]} |",
        (
            f"c_R  = ({shares[0]} − {shares[1]}) × {slopes[0]} / (1 − {number(w, 5)})"
            f" = {number(c_rest, 4)}"
        ),
        f"z_R  = {d_r} / {ruler} = {z_of(near)}",
        f"na correctie: ({d_r} − {number(c_rest, 4)}) / {ruler} = {signed(left[0], 2)}",
        f"c_N  = ({shares[0]} − {shares[2]}) × {slopes[1]} = {number(c_country, 4)}",
        f"z_N  = {d_n} / {ruler} = {z_of(far)}",
        f"na correctie: ({d_n} − {number(c_country, 4)}) / {ruler} = {signed(left[1], 2)}",
        f"S    = {number(strength, 2)}; na correctie {number(adjusted, 2)}",
        f"Van {number(-strength, 2)} blijft {number(-adjusted, 2)} over",
    ):
        assert line in text, line
    (row,) = [
        row
        for theme in source.profile(RUINEN).themes
        for table in theme.tables
        for row in table.rows
        if row.indicator == indicator
    ]
    assert "hangt samen met meer 65-plussers" in row.remarks


def test_ruinen_limited_by_health(source: Source, sections: dict[str, str]) -> None:
    indicator = "beperkt_door_gezondheid"
    far = source.verdicts(RUINEN, indicator)[1]
    assert far.z is not None
    adjusted = far.z - age_part(source, indicator, NEDERLAND, 0.0) / source.spread(indicator)
    assert f"van {z_of(far)} naar {signed(adjusted, 2)}" in sections["9"]


def test_number_of_people(source: Source, sections: dict[str, str]) -> None:
    own, people = source.value(OVERVECHT, "moeite_met_rondkomen"), source.adults(OVERVECHT)
    told = number_of_people(own, people)
    assert told is not None
    assert (
        f"{number(own, 1)} × {number(people, 1)} / 100 = {number(own * people / 100, 1)}, "
        f"dus ongeveer {number(told)}"
    ) in sections["10"]


def rounds(
    source: Source, code: str, indicator: str
) -> tuple[list[float], list[float], list[float], list[float]]:
    """Of 2012, 2016 and 2020: own figure, that of the country, spread, and distance in spreads."""
    years = (2012, 2016, 2020)
    own, country = (
        [source.value(area, indicator, year=year) for year in years] for area in (code, NEDERLAND)
    )
    units = [source.spread(indicator, year=year) for year in years]
    distances = [(x - n) / unit for x, n, unit in zip(own, country, units, strict=True)]
    return own, country, units, distances


def test_passing_the_country(source: Source, sections: dict[str, str]) -> None:
    distances = rounds(source, STEVENSHOF, "eenzaam")[-1]
    assert distance_change(distances, 0.75) is DistanceChange.PASSED
    first, middle, last = (number(distance, 2) for distance in distances)
    assert f"van {first} via {middle} naar +{last};" in sections["11"]


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("moeite met rondkomen", "moeite_met_rondkomen"),
        ("hoog risico op angst of depressie", "risico_angst_depressie_hoog"),
    ],
)
def test_trends(name: str, indicator: str, source: Source, sections: dict[str, str]) -> None:
    own, country, units, distances = rounds(source, OVERVECHT, indicator)
    change = WORDS_OF_CHANGE[distance_change(distances, 0.75)]
    pairs = " | ".join(
        f"{number(x, 1)} en {number(n, 1)}" for x, n in zip(own, country, strict=True)
    )
    written = " | ".join(number(distance, 2) for distance in distances)
    text = sections["11"]
    assert f"| {name}, wijk en Nederland | {pairs} | |" in text
    assert f"| z_t | {written} | {change} |" in text
    if indicator == "moeite_met_rondkomen":
        assert f"| SD_t | {' | '.join(number(unit, 4) for unit in units)} | |" in text
        gaps = [number(own[place] - country[place], 1) for place in (0, -1)]
        assert f"van {gaps[0]} naar {gaps[1]} punten" in text


def point_line(source: Source, code: str, place: str, name: str, point: TalkingPoint) -> str:
    """A row of the table: name, z to the rest and to the country, S."""
    found = source.maker.of([Area.of(source.region(code))]).only.values.main(point.indicator)
    assert found is not None
    by_role = {item.role: item.verdict for item in choice_figures(found)}
    near = z_of(by_role[Role.NEAR]) if Role.NEAR in by_role else "–"
    signed_strength = signed((point.side or 0) * point.strength, 2)
    return f"| {place}, {name} | {near} | {z_of(by_role[Role.COUNTRY])} | {signed_strength} |"


def test_points(source: Source, sections: dict[str, str]) -> None:
    names = {
        "moeite_met_rondkomen": "moeite met rondkomen",
        "ervaren_gezondheid_goed": "zich gezond voelen",
        "eenzaam": "eenzaam",
        "risico_angst_depressie_matig_of_hoog": "angst of depressie",
        "geluidhinder_buren": "geluidhinder van buren",
        "afstand_huisarts": "afstand tot de huisarts",
    }
    lines = [
        point_line(source, code, place, names[point.indicator], point)
        for code, place in ((OVERVECHT, "Overvecht"), (OOSTERHESSELEN, "Oosterhesselen"))
        for point in source.points(code).all
    ]
    assert "\n".join(lines) in sections["12"]


def test_nothing_stands_out_in_soesterkwartier(source: Source, sections: dict[str, str]) -> None:
    assert source.points(SOESTERKWARTIER).all == ()
    found = source.maker.of([Area.of(source.region(SOESTERKWARTIER))]).only.values.main("roker")
    assert found is not None
    strength = mean_strength(found, 2.5)
    assert strength is not None
    assert f"roken heeft S {number(strength, 2)}" in sections["12"]
    assert all(abs(verdict.z or 0) < 1 for verdict in source.verdicts(SOESTERKWARTIER, "roker"))


def test_the_rulers_rest_on_the_wijken_that_are_named(
    source: Source, sections: dict[str, str]
) -> None:
    for indicator, age, section in (
        ("eenzaam", AgeGroup.ADULTS, "6"),
        ("eenzaam", AgeGroup.ELDERLY, "3"),
        ("bijstand_per_1000", AgeGroup.ALL, "3"),
    ):
        spread = source.book.spread(FigureKey(indicator, age, 2020))
        assert spread is not None
        assert number(spread.count) in sections[section]


@pytest.mark.parametrize(
    ("code", "place", "indicator", "name"),
    [
        (OVERVECHT, "Overvecht", "eenzaam", "eenzaam"),
        (STEVENSHOF, "Stevenshof", "veel_stress", "veel stress"),
        (SOESTERKWARTIER, "Soesterkwartier", "eenzaam", "eenzaam"),
        ("WK037702", "Aerdenhout", "eenzaam", "eenzaam"),
    ],
)
def test_places(
    code: str, place: str, indicator: str, name: str, source: Source, sections: dict[str, str]
) -> None:
    value = source.maker.of([Area.of(source.region(code))]).only.values.main(indicator)
    assert value is not None
    assert value.place is not None
    assert value.percentile is not None
    by_wijken = 100 - value.percentile  # all of them are figures of which low is favourable
    line = f"| {place}, {name} | {number(value.place, 1)} | {number(by_wijken, 1)} |"
    assert line in sections["6"]


def test_the_printed_rest(source: Source, sections: dict[str, str]) -> None:
    indicator = "geluidhinder_buren"
    gemeente = source.region(OOSTERHESSELEN).gemeente_code or ""
    own, whole = (source.value(code, indicator) for code in (OOSTERHESSELEN, gemeente))
    w = source.adults(OOSTERHESSELEN) / source.adults(gemeente)
    rest = rest_of_whole(whole, own, w)
    record = source.record(OOSTERHESSELEN, indicator)
    assert record.printed_benchmarks[0] == half_up(rest)
    twice = half_up(half_up(rest, 1))
    assert twice != half_up(rest)
    assert (
        f"x_R  = ({number(whole, 1)} − {number(w, 5)} × {number(own, 1)}) / (1 − {number(w, 5)})"
        f" = {number(rest, 4)}, dus {number(rest)}"
    ) in sections["15"]
    assert f"Langs één decimaal ({number(rest, 1)}) zou er {number(twice)} staan" in sections["15"]


def test_a_published_percentage(source: Source, sections: dict[str, str]) -> None:
    figure = source.book.newest("koopwoningen", AgeGroup.ALL)
    assert figure is not None
    own, whole = (
        source.book.observation(Area.of(source.region(code)), figure.key).value
        for code in (HEERENVEEN, source.region(HEERENVEEN).gemeente_code or "")
    )
    assert own is not None
    assert whole is not None
    assert f"wijk Heerenveen {number(own)} en gemeente {number(whole)}" in sections["15"]
    assert f"verschil van {number(whole - own)} punten" in sections["15"]


def test_cars_of_a_gemeente(source: Source, sections: dict[str, str]) -> None:
    name, everybody = "autos_per_huishouden", AgeGroup.ALL
    found = source.observation("GM0307", name, everybody)
    given = found.published
    assert given is not None
    assert given.numerator is not None
    assert given.denominator is not None
    assert found.numerator is not None
    assert found.denominator is not None
    cars, households = given.numerator - found.numerator, given.denominator - found.denominator
    assert (
        f"x_G  = ({number(given.numerator)} − {number(cars)}) /"
        f" ({number(given.denominator)} − {number(households)}) = {number(found.value or 0, 4)}"
    ) in sections["8"]
    for code, place in (("GM0307", "Amersfoort"), ("NL00", "Nederland")):
        seen = source.observation(code, name, everybody)
        assert seen.published is not None
        line = (
            f"| {place}, auto's per huishouden | {number(seen.published.value or 0, 1)} |"
            f" {number(seen.value or 0, 4)} |"
        )
        assert line in sections["8"]
    (near, _) = source.verdicts(SOESTERKWARTIER, name, everybody)
    assert near.size is SizeClass.EQUAL


def test_water_of_wijken_alone(source: Source, sections: dict[str, str]) -> None:
    for code, place in (("GM0072", "Harlingen"), ("NL00", "Nederland")):
        seen = source.observation(code, "aandeel_water", AgeGroup.ALL)
        assert seen.published is not None
        line = (
            f"| {place}, water | {number(seen.published.value or 0, 1)}% |"
            f" {number(seen.value or 0, 1)}% |"
        )
        assert line in sections["8"]
    country = source.observation("NL00", "aandeel_water", AgeGroup.ALL)
    assert country.published is not None
    assert country.published.value is not None
    wijken = [
        source.value(each.code, "aandeel_water", AgeGroup.ALL)
        for each in source.shop.edition.regions(RegionLevel.WIJK)
    ]
    for limit, share in ((country.published.value, 1), (country.value or 0, 0)):
        below = 100 * sum(each < limit for each in wijken) / len(wijken)
        assert f"{number(below, share)}%" in sections["8"]
