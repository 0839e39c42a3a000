"""How health goes together with who lives where, in a country that can be worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.configuration.characteristics import ResidentsDefinition
from wijkprofiel.domain.figures import FigureKey, Residents
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.edition.reader import Edition

GEZOND = FigureKey("gezond", AgeGroup.ADULTS, 2020)
YOUNG: dict[str, Any] = {"teller": "k_15Tot25Jaar", "noemer": "AantalInwoners"}
# The three wijken with 100 adults or more: figure, young people of all inhabitants, adults.
FIGURES = [72.1, 74.1, 77.1]
SHARES = [300 / 2500, 195 / 1440, 200 / 2000]


def asked(characteristic: dict[str, Any] = YOUNG, least: int = 3) -> ResidentsDefinition:
    """One characteristic, so that three wijken are enough."""
    return ResidentsDefinition.model_validate(
        {"minstens_wijken": least, "jongeren": "een", "kenmerken": {"een": characteristic}}
    )


Found = Callable[..., Residents | None]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    def look(
        definition: ResidentsDefinition | None,
        country: SmallCountry | None = None,
        key: FigureKey = GEZOND,
    ) -> Residents | None:
        compile_country(country or SmallCountry(), tmp_path, residents=definition)
        with Edition.open(tmp_path / "klein.sqlite") as edition:
            adults = [edition.region(code) for code in ("WK000101", "WK000102", "WK000201")]
            assert all(wijk and wijk.adults and wijk.adults >= 500 for wijk in adults)
            return edition.residents(key)

    return look


def test_by_hand(found: Found, tmp_path: Path) -> None:
    residents = found(asked())
    assert residents is not None
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        regions = [edition.region(code) for code in ("WK000101", "WK000102", "WK000201")]
    weights = np.array([region.adults for region in regions if region and region.adults])
    covariance: Any = np.cov(np.array(SHARES), np.array(FIGURES), aweights=weights)
    r = covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1])
    unweighted = np.corrcoef(SHARES, FIGURES)[0, 1]
    assert residents.young_r == pytest.approx(r, abs=1e-5)
    # Of one characteristic R² is the square of the correlation.
    assert residents.explained_pct == pytest.approx(100 * r**2, abs=1e-3)
    assert residents.unweighted_pct == pytest.approx(100 * unweighted**2, abs=1e-3)
    assert residents.wijken == 3


def test_only_health_figures_of_adults_have_it(found: Found, tmp_path: Path) -> None:
    found(asked())
    with Edition.open(tmp_path / "klein.sqlite") as edition:
        having = {key for key in edition.figures if edition.residents(key) is not None}
    assert having == {GEZOND, FigureKey("stress", AgeGroup.ADULTS, 2020)}


def test_of_too_few_wijken_nothing_is_said(found: Found) -> None:
    assert found(asked(least=4)) is None


@pytest.mark.parametrize(
    "characteristic",
    [
        {"onderwerp": "PersonenautoSPerHuishouden", "ontbreekt": 1},
        {"teller": "Woningen", "noemer": "AantalInwoners", "ontbreekt": 1},
        {"teller": "k_15Tot25Jaar", "noemer": "Woningen"},
        # Delivered for no area at all: no usual value may take the place of a whole column.
        {"onderwerp": "Woningwaarde", "ontbreekt": 300},
    ],
    ids=str,
)
def test_a_table_without_a_characteristic_has_none_of_it(
    found: Found, characteristic: dict[str, Any]
) -> None:
    assert found(asked(characteristic)) is None


def test_a_wijk_without_a_characteristic_is_left_out_or_gets_its_usual_value(found: Found) -> None:
    country = SmallCountry()
    row = next(row for row in country.core if row["WijkenEnBuurten"].strip() == "WK000201")
    row["Uitkeringen_83"] = None
    benefits = {"teller": "Uitkeringen", "noemer": "AantalInwoners"}
    assert found(asked(benefits), country) is None
    residents = found(asked({**benefits, "ontbreekt": 0.04}), country)
    assert residents is not None
    expected = np.corrcoef([120 / 2500, 30 / 1440, 0.04], FIGURES)[0, 1]
    assert residents.unweighted_pct == pytest.approx(100 * expected**2, abs=1e-3)


@pytest.mark.parametrize(
    ("scale", "shown"),
    [
        ("gewoon", lambda x: x),
        ("wortel", np.sqrt),
        ("logaritme", lambda x: np.log(np.maximum(1, x))),
    ],
)
def test_a_characteristic_is_taken_on_its_scale(
    found: Found, scale: str, shown: Callable[[Any], Any]
) -> None:
    residents = found(asked({"onderwerp": "OppervlakteLand", "schaal": scale}))
    assert residents is not None
    expected = np.corrcoef(shown(np.array([155, 300, 400])), FIGURES)[0, 1]
    assert residents.unweighted_pct == pytest.approx(100 * expected**2, abs=1e-3)


def test_without_the_question_there_is_no_answer(found: Found) -> None:
    assert found(None) is None
    assert found(asked(), key=FigureKey("tuin", AgeGroup.ADULTS, 2020)) is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"jongeren": "ouderen"}, "'ouderen' is geen van de kenmerken"),
        ({"minstens_wijken": 2}, "groter zijn dan het aantal kenmerken"),
        ({"kenmerken": {"jongeren": {"teller": "k"}}}, "horen bij elkaar"),
        ({"kenmerken": {"jongeren": {"schaal": "wortel"}}}, "precies één van"),
        ({"kenmerken": {"jongeren": {**YOUNG, "onderwerp": "k"}}}, "precies één van"),
    ],
)
def test_a_question_that_cannot_be_is_refused(changes: dict[str, Any], told: str) -> None:
    whole = {"minstens_wijken": 10, "jongeren": "jongeren", "kenmerken": {"jongeren": YOUNG}}
    with pytest.raises(ValueError, match=told):
        ResidentsDefinition.model_validate({**whole, **changes})
