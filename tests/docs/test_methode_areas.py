"""The worked examples of docs/methode.md about areas beside each other and alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.docs.test_methode import sections_of_document
from tests.support.shipped import open_shop
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.findings import Findings
from wijkprofiel.methods.certainty import standard_error, standardised_certainty
from wijkprofiel.words.formatting import number, signed
from wijkprofiel.workshop.workshop import Workshop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def sections() -> dict[str, str]:
    return sections_of_document()


def figures(found: Findings, indicator: str) -> list[float]:
    return [area.values.adults(indicator).observation.value or 0.0 for area in found.areas]


def test_smoking_in_overvecht_and_soesterkwartier(shop: Workshop, sections: dict[str, str]) -> None:
    found = shop.findings([shop.find("overvecht"), shop.find("soesterkwartier")])
    assert found.side_by_side is not None
    apart = found.side_by_side.of("roker", AgeGroup.ADULTS)
    one, other = figures(found, "roker")
    assert apart.spread is not None
    assert apart.z is not None
    line = f"({number(one, 1)} − {number(other, 1)}) / {number(apart.spread, 4)} = "
    assert f"z_AB = {line}{number(apart.z, 4)}" in sections["22"]
    assert f"{number(one)} en {number(other)}, *klein verschil*" in sections["22"]
    shares = [number(share or 0, 4) for share in found.side_by_side.elderly_shares]
    assert f"{shares[0]} en {shares[1]}" in sections["22"]
    assert f"hangt {signed(apart.explained or 0, 2)} punt samen" in sections["22"]


def test_limits_decide(sections: dict[str, str]) -> None:
    errors = (standard_error(27.2, 24.1, 30.3, 16.2), standard_error(16.2, 14.0, 18.6, 27.2))
    z = standardised_certainty(11.0, *errors)
    assert z is not None
    assert f"fouten van {number(errors[0], 4)} en {number(errors[1], 4)}" in sections["22"]
    assert f"z_c = 11,0 / {number(11 / z, 4)} = {number(z, 4)}" in sections["22"]


def test_the_nearest(shop: Workshop, sections: dict[str, str]) -> None:
    for name in ("Overvecht", "Koppel/Schothorst"):
        nearest = shop.similar(shop.find(name)).areas[0]
        where = f"van {nearest.area.name} in {nearest.area.gemeente_name}"
        assert f"op {number(nearest.distance, 2)} {where}" in sections["23"]
