"""The shipped edition, served as tables and pulled again, is the same edition, figure by figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt

import pytest

from tests.faults.round_trip import differences, served_and_pulled
from tests.faults.world import SEARCH, World
from tests.support.rendering import render_html
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.verdict import BenchmarkMethod, Certainty, Outcome, SizeClass, Verdict
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.values import Valuer
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

GEMEENTEN = ("GM0344", "GM0307", "GM0109", "GM0096")
"""Utrecht, Amersfoort (codes re-used in 2022), Coevorden (many small wijken) and Vlieland."""


@pytest.fixture(scope="module")
def shipped() -> Iterator[Edition]:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        yield edition


@pytest.fixture(scope="module")
def plain(shipped: Edition, tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("zonder")
    return served_and_pulled(shipped, GEMEENTEN, folder, margins=False)


@pytest.fixture(scope="module")
def limited(shipped: Edition, tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("met")
    return served_and_pulled(shipped, GEMEENTEN, folder, margins=True)


def test_every_figure_comes_back_as_it_went(shipped: Edition, plain: World) -> None:
    with Edition.open(plain.folder / "2020.sqlite") as new:
        count, different = differences(shipped, new, GEMEENTEN)
    assert count > 120_000
    assert different == []


def test_made_up_limits_change_no_figure(shipped: Edition, limited: World) -> None:
    with Edition.open(limited.folder / "2020.sqlite") as new:
        count, different = differences(shipped, new, GEMEENTEN, limits=False)
        key = FigureKey("eenzaam", AgeGroup.ADULTS, 2020)
        overvecht = new.area("GM0344").observation("WK034403", key)
    assert count > 120_000
    assert different == []
    assert (overvecht.lower, overvecht.value, overvecht.upper) == (57.8, 58.2, 58.6)


def test_every_area_comes_back_as_it_went(shipped: Edition, plain: World) -> None:
    with Edition.open(plain.folder / "2020.sqlite") as new:
        for region in new.regions():
            old = shipped.region(region.code)
            assert old is not None
            assert (region.inhabitants, region.land_ha) == (old.inhabitants, old.land_ha)
            assert region.adults == old.adults
            assert region.elderly == old.elderly
            assert region.gemeente_name == old.gemeente_name


# --- Certainty, by the rules and not by our own code --------------------------------------------


def standard_error(figure: Observation, towards: float) -> float:
    assert figure.value is not None
    assert figure.lower is not None
    assert figure.upper is not None
    if towards < figure.value:
        return (figure.value - figure.lower) / 1.96
    return (figure.upper - figure.value) / 1.96


def z_certainty(own: Observation, theirs: Observation, verdict: Verdict) -> float:
    """The difference in standard errors, with the country or the rest of the gemeente."""
    assert own.value is not None
    assert theirs.value is not None
    against = theirs.value
    if verdict.method is BenchmarkMethod.REST_FROM_SHARE:
        assert verdict.share is not None
        against = (theirs.value - verdict.share * own.value) / (1 - verdict.share)
    mine = standard_error(own, against)
    yours = standard_error(theirs, own.value)
    if verdict.method is BenchmarkMethod.REST_FROM_SHARE:
        assert verdict.share is not None
        left = sqrt(max(yours**2 - verdict.share**2 * mine**2, 0)) / (1 - verdict.share)
        yours = left or yours
    return (own.value - against) / sqrt(mine**2 + yours**2)


def test_certainty_follows_the_limits_by_the_rules(limited: World) -> None:
    with Workshop(Workplace(SEARCH, limited.folder), "2020") as shop:
        wijken = [area for area in shop.edition.regions() if area.code.startswith("WK")]
        seen: dict[tuple[Outcome, Certainty], int] = {}
        book = FigureBook(shop.edition)
        for wijk in wijken:
            area, limits = Area.of(wijk), shop.catalogue.limits
            benchmarks = Benchmarks.of(Surroundings.of(shop.edition, area), limits)
            valuer = Valuer(book, limits, area, benchmarks)
            for indicator in shop.catalogue.indicators.values():
                if indicator.bron.groep != "gezondheid":
                    continue
                value = valuer.value(indicator, AgeGroup.ADULTS)
                for item in value.benchmarks:
                    if item.verdict.outcome is not Outcome.NOT_COMPARED:
                        check(value.observation, item.figure, item.verdict)
                        key = item.verdict.outcome, item.verdict.certainty
                        seen[key] = seen.get(key, 0) + 1
    assert min(seen.values()) > 10
    assert set(seen) == {
        (Outcome.JUDGED, Certainty.OUTSIDE),
        (Outcome.JUDGED, Certainty.WITHIN),
        (Outcome.TOO_UNCERTAIN, Certainty.WITHIN),
    }


def check(own: Observation, theirs: Observation, verdict: Verdict) -> None:
    """|z| < 0.5: equal. Else outside the margins: the word. Else: too uncertain, never equal."""
    expected = z_certainty(own, theirs, verdict)
    assert verdict.z_certainty == pytest.approx(expected, abs=1e-5)
    outside = abs(expected) >= 1.96
    assert verdict.certainty is (Certainty.OUTSIDE if outside else Certainty.WITHIN)
    assert verdict.z is not None
    if abs(verdict.z) < 0.5:
        assert verdict.size is SizeClass.EQUAL
    elif outside:
        assert verdict.outcome is Outcome.JUDGED
    elif verdict.outcome is Outcome.JUDGED:  # the printed numbers do not differ
        assert verdict.size is SizeClass.EQUAL
        assert abs(verdict.printed_difference or 0) < 1
    else:
        assert verdict.outcome is Outcome.TOO_UNCERTAIN


def test_limits_and_uncertainty_are_printed(limited: World) -> None:
    with Workshop(Workplace(SEARCH, limited.folder), "2020") as shop:
        small = shop.profile(shop.areas.find("WK010912"))
        large = shop.profile(shop.areas.find("WK034403"))
    assert "te onzeker" in render_html(small)
    assert "te onzeker" not in render_html(large).split("Hoe het gemaakt is")[0]
    for page in (render_html(small), render_html(large)):
        assert "marges zijn voor dit jaar niet beschikbaar" not in page
        assert "zijn geen marges beschikbaar" not in page
        assert "onder- en bovengrens die de bron geeft" in page
        assert re.search(r"Marges: \d+–\d+\.", page)


def test_without_limits_certainty_stays_unknown(plain: World) -> None:
    with Workshop(Workplace(SEARCH, plain.folder), "2020") as shop:
        profile = shop.profile(shop.areas.find("WK034403"))
    health = [record for record in profile.figures if record.method == "modelschatting"]
    certain = {each.verdict.certainty for record in health for each in record.judgements}
    assert certain == {Certainty.UNKNOWN}
    assert "zijn geen marges beschikbaar" in render_html(profile)
