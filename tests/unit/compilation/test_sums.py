"""Sums that cannot be are refused with table and area; what rounding does never is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import nan
from pathlib import Path

import pytest

from tests.support.small_country import (
    COLUMNS_2020,
    SmallCountry,
    compile_country,
    indicator,
    indicators,
)
from wijkprofiel.compilation.sums import Sums
from wijkprofiel.compilation.verification import verify_edition
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.errors import EditionError, SourceChangedError

NL, ADAM, OUD, HAVEN, BDAM = 0, 1, 2, 3, 6
"""Places of areas in the small country: 6.000, 4.000, 2.500, 2.500 and 2.000 inhabitants."""
INHABITANTS, YOUNG = "AantalInwoners_5", "k_0Tot15Jaar_8"


def warnings(country: SmallCountry, folder: Path) -> tuple[str, ...]:
    return compile_country(country, folder).warnings


def changed(column: str, values: Mapping[int, float]) -> SmallCountry:
    country = SmallCountry()
    for place, value in values.items():
        country.core[place][column] = value
    return country


def healthy(place: int, value: float, year: int = 2020) -> SmallCountry:
    """A country where one area has another figure for adults."""
    country = SmallCountry()
    code = "NL01" if place == NL else country.core[place]["WijkenEnBuurten"].strip()
    for row in country.health:
        key = (row["WijkenEnBuurten"].strip(), row["Leeftijd"], row["Perioden"])
        if key == (code, "20300", f"{year}JJ00"):
            row["Gezond_4"] = value
    return country


def refusal(country: SmallCountry, folder: Path) -> str:
    with pytest.raises(SourceChangedError) as caught:
        compile_country(country, folder)
    assert not list(folder.glob("*.sqlite"))
    return caught.value.message


def test_a_country_that_adds_up_has_no_warnings(tmp_path: Path) -> None:
    assert warnings(SmallCountry(), tmp_path) == ()


@pytest.mark.parametrize(
    ("changes", "impossible"),
    [
        ({OUD: 3500}, "GM0001: inwoners 2020: de wijken zijn samen 5.000, het geheel is 4.000"),
        ({NL: 4000}, "NL00: inwoners 2020: de gemeenten zijn samen 6.000, het geheel is 4.000"),
        ({NL: 7000}, "NL00: inwoners 2020: de gemeenten zijn samen 6.000, het geheel is 7.000"),
    ],
)
def test_parts_that_are_not_their_whole_are_refused(
    changes: Mapping[int, float], impossible: str, tmp_path: Path
) -> None:
    assert f"tabel kern, {impossible}" in refusal(changed(INHABITANTS, changes), tmp_path)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({OUD: 2512}, []),
        ({OUD: 2590}, ["GM0001: inwoners 2020: de wijken zijn samen 4.090, het geheel is 4.000"]),
        # Who has no known wijk is in no wijk, however many they are.
        ({ADAM: 5000, NL: 7000}, ["GM0001: inwoners 2020: de wijken zijn samen 4.000", "NL00: "]),
        # A wijk that is not known says nothing of what the others should be.
        ({OUD: nan}, []),
    ],
)
def test_what_rounding_or_an_unknown_wijk_does_is_at_most_told(
    changes: Mapping[int, float], told: Sequence[str], tmp_path: Path
) -> None:
    found = warnings(changed(INHABITANTS, changes), tmp_path)
    assert len(found) == len(told)
    for warning, text in zip(found, told, strict=True):
        assert warning.startswith(f"tabel kern, {text}")


def test_half_a_country_is_told_once_and_not_refused(tmp_path: Path) -> None:
    """A table may cover a part of the country; then nothing says what the country should be."""
    country = SmallCountry()
    del country.core[BDAM:]
    country.health = [row for row in country.health if "0002" not in row["WijkenEnBuurten"]]
    country.later = [row for row in country.later if "0002" not in row["code"]]
    text = "de gemeenten samen zijn 67% van Nederland; er ontbreken er"
    assert warnings(country, tmp_path) == (f"tabel kern, NL00: {text}",)


@pytest.mark.parametrize(
    ("place", "value", "text"),
    [
        (NL, 76.0, "NL00: gezond 18+ 2020 is 76,0, het gemiddelde van de gemeenten 74,4"),
        (ADAM, 79.8, "GM0001: gezond 18+ 2020 is 79,8, het gemiddelde van de wijken 72,8"),
    ],
)
def test_a_health_figure_far_from_the_mean_of_its_parts_is_refused(
    place: int, value: float, text: str, tmp_path: Path
) -> None:
    assert f"tabel gezondheid, {text}" in refusal(healthy(place, value), tmp_path)


def test_a_health_figure_a_point_from_the_mean_of_its_parts_is_told(tmp_path: Path) -> None:
    """Of an earlier year the people of now are no good weights: there a point is nothing."""
    now = warnings(healthy(ADAM, 74.0), tmp_path / "nu")
    text = "GM0001: gezond 18+ 2020 is 74,0, het gemiddelde van de wijken 72,8"
    assert now[0] == f"tabel gezondheid, {text}"
    assert warnings(healthy(ADAM, 74.0, 2016), tmp_path / "toen") == ()


def age_groups() -> list[IndicatorDefinition]:
    """The groups beside `jong`, so that they are everybody together."""
    stems = [key.rpartition("_")[0] for key, _ in COLUMNS_2020[2:6]]
    return [
        indicator(stem.lower(), {"groep": "bevolking", "teller": stem, "noemer": "AantalInwoners"})
        for stem in stems
    ]


def test_ages_that_are_more_than_everybody_are_refused(tmp_path: Path) -> None:
    country = changed(YOUNG, {HAVEN: 950})
    with pytest.raises(SourceChangedError) as caught:
        compile_country(country, tmp_path, extra=age_groups())
    text = "de leeftijdsgroepen zijn samen 3.050, de inwoners 2.500 (122%)"
    assert f"tabel kern, BU00010101: {text}" in caught.value.message
    assert "Er is geen editie gemaakt" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("young", "told"), [(424, 0), (425, 1), (500, 1), (None, 0)], ids=["24", "25", "100", "unknown"]
)
def test_ages_that_were_rounded_at_random_are_fine(
    young: float | None, told: int, tmp_path: Path
) -> None:
    """Five groups and their whole lie at most 24 apart; more is told until it is a tenth."""
    country = SmallCountry()
    country.core[HAVEN][YOUNG] = young
    assert len(compile_country(country, tmp_path, extra=age_groups()).warnings) == told


def test_an_edition_that_does_not_add_up_is_no_sound_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was compiled before sums were looked at."""
    indicators_there = {each.id: each for each in [*indicators(), *age_groups()]}
    with monkeypatch.context() as before:
        before.setattr(Sums, "of_home", lambda *_: iter(()))
        compile_country(changed(YOUNG, {HAVEN: 950}), tmp_path, extra=age_groups())
    with pytest.raises(EditionError, match="BU00010101: de leeftijdsgroepen") as caught:
        verify_edition(tmp_path / "klein.sqlite", indicators_there)
    assert "`wijkprofiel data pull`" in str(caught.value.remedy)
    outdated = {name: each for name, each in indicators_there.items() if name != "jong"}
    assert verify_edition(tmp_path / "klein.sqlite", outdated).odd == ()
