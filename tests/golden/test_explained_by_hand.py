"""`indicators explain` can be redone by hand: every number follows from numbers that are printed.

Only the printed text is read, as a person with a calculator reads it. All indicators, in areas of
every level and size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import sqrt

import pytest

from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.explanation import explanation
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.workshop import Workshop

NUMBER = r"[+−]?\d[\d.]*(?:,\d+)?"
TERM = rf"\(?({NUMBER})\)?"
PER_LEVEL = 8
PRINTED = 0.6e-4
"""Half of the last decimal of a printed z, and what the six decimals before it may add."""

REST = re.compile(
    rf"rest = \(({NUMBER}) − w × {TERM}\) / \(1 − w\) = ({NUMBER}), met w = ({NUMBER})$"
)
COUNTS = re.compile(
    rf"rest uit de aantallen = ({NUMBER}) × \(({NUMBER}) − ({NUMBER})\)"
    rf" / \(({NUMBER}) − ({NUMBER})\) = ({NUMBER})$"
)
DIFFERENCE = re.compile(rf"verschil = ({NUMBER}) − {TERM} = ({NUMBER})$")
GUARD = re.compile(rf"na aftrek van ({NUMBER}) voor de afronding: ({NUMBER})$")
ROOTS = re.compile(rf"op de wortelschaal: √({NUMBER}) = ({NUMBER}), √({NUMBER}) = ({NUMBER})$")
LINEAR_Z = re.compile(rf"z = ({NUMBER}) / ({NUMBER}) = ({NUMBER}); afgekapt ({NUMBER})$")
ROOT_Z = re.compile(
    rf"z = \(({NUMBER}) − ({NUMBER})\) / ({NUMBER}) = ({NUMBER}); afgekapt ({NUMBER})$"
)
PRINT = re.compile(rf"afgedrukt ({NUMBER}) tegenover ({NUMBER}), verschil ({NUMBER}): .+$")
SHARE = re.compile(rf"({NUMBER}) = ({NUMBER}) × ({NUMBER}) / ({NUMBER})(?: − ({NUMBER}))?")


def read(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def numbers(pattern: re.Pattern[str], line: str) -> list[float]:
    found = pattern.fullmatch(line)
    assert found is not None, line
    return [read(each) for each in found.groups()]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def sample(shop: Workshop) -> list[Region]:
    """Of each level some areas, from the smallest to the largest."""
    chosen = []
    for level in (RegionLevel.GEMEENTE, RegionLevel.WIJK, RegionLevel.BUURT):
        areas = sorted(shop.edition.regions(level), key=lambda area: area.adults or 0)
        areas = [area for area in areas if (area.adults or 0) >= 100]
        step = (len(areas) - 1) / (PER_LEVEL - 1)
        chosen += [areas[round(step * place)] for place in range(PER_LEVEL)]
    return [*chosen, *map(shop.areas.find, ("WK034403", "WK010930"))]


class Calculator:
    """Redoes one comparison, line by line."""

    def __init__(self, whole: float, own: float, seen: Counter[str]) -> None:
        self.own, self.other, self.seen = own, whole, seen
        self.difference = 0.0
        self.roots: list[float] = []

    def line(self, line: str) -> None:
        word = line.split()[0]
        step = {"rest": self.rest, "verschil": self.step, "na": self.guard, "op": self.root}
        {**step, "z": self.z, "afgedrukt": self.printed, "grenzen": self.limits}[word](line)

    def rest(self, line: str) -> None:
        if line.startswith("rest uit"):
            times, *parts, found = numbers(COUNTS, line)
            whole_part, own_part, whole, own = parts
            assert times * (whole_part - own_part) / (whole - own) == pytest.approx(found, abs=1e-5)
            self.seen["counts"] += 1
        else:
            whole, own, found, w = numbers(REST, line)
            assert (whole, own) == (self.other, self.own)
            assert (whole - w * own) / (1 - w) == pytest.approx(found, abs=1e-4)
            self.seen["share"] += 1
        self.other = found

    def step(self, line: str) -> None:
        own, other, found = numbers(DIFFERENCE, line)
        assert (own, other) == (self.own, self.other)
        assert own - other == pytest.approx(found, abs=2e-6)
        self.difference = found

    def guard(self, line: str) -> None:
        guard, found = numbers(GUARD, line)
        left = max(0.0, abs(self.difference) - guard)
        assert left == pytest.approx(abs(found), abs=2e-6)
        assert found == 0 or (found > 0) == (self.difference > 0)
        self.difference = found
        self.seen["guard"] += 1

    def root(self, line: str) -> None:
        upper, root_upper, other, root_other = numbers(ROOTS, line)
        assert other == self.other
        assert max(0.0, other + self.difference) == pytest.approx(upper, abs=3e-6)
        assert sqrt(upper) == pytest.approx(root_upper, abs=1e-3 if upper < 1e-4 else 1e-5)
        assert sqrt(other) == pytest.approx(root_other, abs=1e-3 if other < 1e-4 else 1e-5)
        self.roots = [root_upper, root_other]
        self.seen["root"] += 1

    def z(self, line: str) -> None:
        if self.roots:
            upper, lower, spread, z, cut = numbers(ROOT_Z, line)
            assert [upper, lower] == self.roots
            above = upper - lower
        else:
            above, spread, z, cut = numbers(LINEAR_Z, line)
            assert above == self.difference
        assert above / spread == pytest.approx(z, abs=PRINTED)
        assert abs(cut) <= abs(z) + PRINTED
        assert abs(z) - abs(cut) < 0.1 + PRINTED
        self.seen["z"] += 1

    def printed(self, line: str) -> None:
        own, other, difference = numbers(PRINT, line)
        assert own - other == pytest.approx(difference, abs=1e-6) or (
            1000 * (own - other) == pytest.approx(difference, abs=1e-3)
        )

    def limits(self, line: str) -> None:
        assert line == "grenzen 0,5, 1,0 en 2,0"


def check_share(figure: str, seen: Counter[str]) -> None:
    """A figure that stands with its counts is what they make."""
    found = SHARE.search(figure)
    if found is not None:
        value, times, above, below, less = (read(each or "0") for each in found.groups())
        assert times * above / below - less == pytest.approx(value, abs=1e-6)
        seen["own counts"] += 1


def check(lines: list[str], seen: Counter[str]) -> None:
    own, calculator = "", None
    for line in lines[2:]:
        if not line.startswith(" "):
            own, calculator = line.partition(": ")[2], None
            check_share(own, seen)
        elif line.startswith("  tegenover "):
            whole = line.rpartition(": ")[2]
            check_share(whole, seen)
            one, other = re.match(NUMBER, whole), re.match(NUMBER, own)
            calculator = Calculator(read(one[0]), read(other[0]), seen) if one and other else None
        elif line.strip().startswith("berekend uit de wijken"):
            assert re.search(rf", zonder .+; de bron geeft ({NUMBER}|–)", line), line
            check_share(line, seen)
            seen["rebuilt"] += 1
        elif line.startswith("    ") and not line.strip().startswith("niet vergeleken"):
            assert calculator is not None, line
            calculator.line(line.strip())


def test_every_step_of_every_indicator_can_be_redone(shop: Workshop) -> None:
    seen: Counter[str] = Counter()
    by_indicator: Counter[str] = Counter()
    voice = Voice.of(shop.catalogue)
    for region in sample(shop):
        profile = shop.profile(region)
        for definition in shop.catalogue.indicators.values():
            before = seen["z"]
            lines = list(explanation(profile, definition.id, voice, shop.catalogue.limits))
            check(lines, seen)
            by_indicator[definition.id] += seen["z"] - before
    asked = {each.indicator for each in profile.figures if each.percentile is not None}
    compared = {key for key in asked if shop.catalogue.indicators[key].vergelijken}
    assert len(compared) > 50
    assert [name for name in sorted(compared) if not by_indicator[name]] == []
    assert (
        min(seen[kind] for kind in ("counts", "share", "guard", "root", "own counts", "rebuilt"))
        > 50
    )
    assert seen["z"] > 2000
