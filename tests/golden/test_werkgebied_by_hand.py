"""`indicators explain` of a werkgebied can be redone by hand, from what is printed alone.

Every figure of two werkgebieden is made again from the lines of its parts: one in which all members
have figures, and one with an institution and a member of which much is withheld.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.golden.test_explained_by_hand import NUMBER, read
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.explanation import explanation
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.workshop import Workshop

HEAD = re.compile(rf"(.+?), \d{{4}}: (–|{NUMBER}).*")
PART = re.compile(r"    (.+) \((WK\d{6})\): (.+)")
SUMS = re.compile(rf"[\d.,()×+−/ ]+ = {NUMBER}")
TIMES_HOME = re.compile(rf"{NUMBER}, gewicht ({NUMBER}) × ({NUMBER}) = ({NUMBER})")
HOME = re.compile(rf"woont thuis: ({NUMBER}) × ({NUMBER}) / ({NUMBER}) = ({NUMBER})")
TERMS = re.compile(rf"{NUMBER}, gewicht (.+ \+ .+) = ({NUMBER})")
COVERED = re.compile(r"in delen met een cijfer woont (.+ = [\d.,]+) van de mensen")


def computed(text: str) -> tuple[float, float]:
    """The two sides of a sum as it is printed."""
    left, right = text.rsplit(" = ", 1)
    plain = re.sub(NUMBER, lambda found: repr(read(found[0])), left)
    return eval(plain.replace("×", "*").replace("−", "-")), read(right)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def blocks(shop: Workshop, name: str) -> Iterator[tuple[str, list[str]]]:
    """Per figure of the newest year its head and the lines about its parts."""
    profile, voice = shop.profile(shop.find(name)), Voice.of(shop.catalogue)
    for indicator in dict.fromkeys(record.indicator for record in profile.figures):
        lines = list(explanation(profile, indicator, voice, shop.catalogue.limits))
        heads = [n for n, line in enumerate(lines) if HEAD.fullmatch(line)]
        for start, stop in zip(heads, [*heads[1:], len(lines)], strict=True):
            inside = lines[start + 1 : stop]
            if inside and inside[0].startswith("  gemaakt van"):
                told = [line for line in inside if line.startswith("  ")]
                end = next((n for n, line in enumerate(told) if "tegenover" in line), len(told))
                yield lines[start], told[:end]


def result_of(told: list[str]) -> float | None:
    """The last sum of the parts, with what rounding makes of it."""
    sums = [line.strip() for line in told if SUMS.fullmatch(line.strip())]
    if not sums:
        return None
    left, right = computed(sums[-1])
    assert left == pytest.approx(right, rel=1e-6, abs=2e-6)
    rounded = [line for line in told if line.startswith("  afgerond:")]
    if not rounded:
        return right
    found = read(rounded[0].split(": ")[1])
    assert abs(found - right) <= 0.05 * abs(right) + 0.5
    return found


@pytest.mark.parametrize("name", ["Koppel/Schothorst", "Amersfoort-Zuid"])
def test_every_figure_is_made_again_from_its_parts(name: str, shop: Workshop) -> None:
    seen: Counter[str] = Counter()
    for head, told in blocks(shop, name):
        own = HEAD.fullmatch(head)
        assert own is not None
        found = result_of(told)
        if own[2] == "–":
            seen["without"] += 1
            is_class = any("binnen 10% van een grens" in line for line in told)
            assert found is None or is_class, head  # what is refused is not told here either
        elif not any("klasse" in line for line in told):
            assert found == pytest.approx(read(own[2]), rel=1e-6, abs=2e-6), head
            seen["made"] += 1
        parts = [match for line in told if (match := PART.fullmatch(line))]
        assert len(parts) == len(shop.find(name).members), head
        for line in told:
            seen.update(checked(line.strip()))
    assert seen["made"] > 90
    if name == "Amersfoort-Zuid":
        assert min(seen[each] for each in ("without", "home", "covered", "terms")) > 0


def checked(line: str) -> Iterator[str]:
    """What was redone of one line."""
    content = line.split("): ", 1)[-1]
    if match := TIMES_HOME.fullmatch(content):
        people, share, weight = map(read, match.groups())
        assert people * share == pytest.approx(weight, rel=1e-7)
        yield "weight"
    if match := HOME.fullmatch(line):
        households, size, people, share = map(read, match.groups())
        assert households * size / people == pytest.approx(share, abs=1e-8)
        yield "home"
    if match := COVERED.fullmatch(line):
        left, right = computed(match[1])
        assert left == pytest.approx(right, abs=1e-6)
        yield "covered"
    if match := TERMS.fullmatch(content):
        left, right = computed(f"{re.sub(r' [(][^()]+[)]', '', match[1])} = {match[2]}")
        assert left == pytest.approx(right, rel=1e-9)
        yield "terms"


def test_the_worked_value_stands_in_the_text(shop: Workshop) -> None:
    health = dict(blocks(shop, "Koppel/Schothorst"))
    (told,) = [
        lines for head, lines in health.items() if head.startswith(f"{AgeGroup.ADULTS}, 2020: 49,0")
    ]
    assert "    De Koppel (WK030706): 52,8, gewicht 2.556" in told
    assert any(line.endswith(" = 49,03727") for line in told)
