"""What stands out, the three things, and the words they are told in: wijken of every size.

The expected figures were computed on the same tables, outside this code. With the tests runs a
choice of every size; all wijken of the country, and what is counted over them, take minutes and run
with `make country`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest

from tests.golden.areas import per_size
from tests.spec.tables import NUMBERS, read_table
from tests.support.shipped import open_shop
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Outcome, Side, SizeClass
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.points import PointSide, TalkingPoint
from wijkprofiel.findings.things import Alike, Also, Apart, There, Thing, ThingKind, Told
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.methods.trend import ChangeKind
from wijkprofiel.words.opening import OpeningWords, Statement
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording
from wijkprofiel.workshop.workshop import Workshop

EXPECTED = {row["code"]: row for row in read_table("choice_of_wijken")}
WIJKEN, JUDGED = 3177, 3020
PER_SIZE = 25
HAVE_DISTANCES_NOW = 28
"""Wijken of the table that had no distances when it was made, because their names of 2024 were not
known as theirs; what is near, or far, can stand out there since."""
NEAR = "huisarts|supermarkt|basisschool|dichtbij"
# Percentages of the judged wijken with 0, 1, 2 … of them.
POINTS = (16, 16, 23, 27, 12, 6)
STRENGTHS, CONCERNS = (38, 23, 17, 23), (42, 33, 11, 14)
NEITHER = 16
ALSO = {"16": 836, "28": 784, "38": 197, "11": 179}
BENEFITS = 8
# Percentages of ongeveer gelijk / iets / 1 to 2 / from 2, against Nederland and the rest.
SHARES = """
4 35/28/33/4 51/26/21/2
5 49/25/20/5 71/19/8/1
6 40/29/26/5 65/20/13/1
7 92/0/4/4 94/2/2/2
8 51/25/18/6 66/21/11/2
9 51/25/19/5 67/20/10/2
10 46/27/22/5 55/24/19/2
11 34/28/33/5 58/23/17/3
12 38/27/30/5 57/26/14/3
13 36/30/30/4 56/23/16/5
14 47/29/19/5 70/19/9/2
15 53/22/19/5 64/21/13/3
16 45/27/24/5 50/27/20/3
17 46/26/22/5 51/27/19/3
18 31/32/33/4 50/24/23/2
19 47/25/22/5 52/27/18/3
20 38/28/30/4 48/26/22/4
21 46/24/26/4 57/20/19/4
22 31/31/35/3 55/24/18/4
23 35/29/33/4 46/28/23/3
24 33/26/34/6 61/25/12/1
25 22/29/46/3 57/24/17/2
26 25/26/46/3 67/22/10/1
27 34/29/33/4 50/27/20/2
28 26/28/43/3 54/26/19/1
29 26/27/44/3 55/26/17/1
30 23/27/47/3 55/27/18/1
31 30/28/39/3 57/26/15/1
32 37/27/31/5 66/23/10/1
33 33/26/35/7 63/24/13/0
37 28/24/43/5 58/28/14/0
38 24/30/42/3 61/22/15/2
"""
# Words that a claim may not rest on, numbers and words of one sentence.
MOST_WORDS, MOST_NUMBERS = 30, 4
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Wijk:
    """What is kept of one wijk: the rest would fill the memory."""

    region: Region
    strengths: tuple[TalkingPoint, ...]
    concerns: tuple[TalkingPoint, ...]
    things: tuple[Thing, ...]
    statements: tuple[Statement, ...]
    rows: tuple[str, ...]
    box: tuple[str, ...]
    differences: dict[str, tuple[float, float]]
    changes: dict[str, ChangeKind]

    @property
    def points(self) -> tuple[TalkingPoint, ...]:
        return (*self.strengths, *self.concerns)

    @property
    def judged(self) -> bool:
        return (self.region.adults or 0) >= 100

    @property
    def kinds(self) -> list[ThingKind]:
        return [thing.kind for thing in self.things]


@dataclass
class Country:
    """All wijken, and what was counted over them."""

    wijken: list[Wijk]
    classes: dict[tuple[str, Role], Counter[SizeClass]]
    wrong_halves: list[str]

    @property
    def judged(self) -> list[Wijk]:
        return [wijk for wijk in self.wijken if wijk.judged]

    def spread(self, numbers: Iterable[int], most: int) -> tuple[int, ...]:
        """Percentages of the judged wijken with 0, 1 … of something."""
        counted = Counter(min(number, most) for number in numbers)
        return tuple(self.percentage(counted[number]) for number in range(most + 1))

    def percentage(self, count: int) -> int:
        return round(100 * count / len(self.judged))


SAMPLE, WHOLE = "steekproef", pytest.param("land", marks=pytest.mark.country)


@pytest.fixture(scope="module", params=[SAMPLE, WHOLE])
def country(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Country]:
    for shop in open_shop(tmp_path_factory.mktemp("data")):
        wijken = shop.edition.regions(RegionLevel.WIJK)
        codes = set(per_size(wijken, PER_SIZE))
        chosen = [wijk for wijk in wijken if request.param != SAMPLE or wijk.code in codes]
        yield _country(shop, chosen)


def counted(test: Callable[..., None]) -> Callable[..., None]:
    """A test of what is counted over all wijken."""
    of_whole: Callable[..., None] = pytest.mark.parametrize("country", [WHOLE], indirect=True)(test)
    return of_whole


def _country(shop: Workshop, wijken: Iterable[Region]) -> Country:
    catalogue, found = shop.catalogue, Country([], {}, [])
    maker, voice = FindingsMaker(shop.edition, catalogue), Voice.of(catalogue)
    wishes = Wishes(left_out=_untold(catalogue))
    for region in wijken:
        made = maker.of([Area.of(region)], wishes).only
        _count(found, made)
        found.wijken.append(_kept(region, made, _words(made, voice, catalogue)))
    return found


def _words(made: AreaFindings, voice: Voice, catalogue: Catalogue) -> OpeningWords:
    wording = Wording.of(voice, made.area, made.benchmarks, made.namesakes)
    return OpeningWords.of(made, wording, catalogue.limits.aantallen)


def _untold(catalogue: Catalogue) -> frozenset[str]:
    """The figures that never stand out and have no share in a sentence."""
    told = {name for name, each in catalogue.indicators.items() if each.is_health}
    return frozenset(catalogue.indicators) - told - set(NUMBERS)


def _kept(region: Region, made: AreaFindings, words: OpeningWords) -> Wijk:
    return Wijk(
        region=region,
        strengths=made.points.strengths,
        concerns=made.points.concerns,
        things=made.opening.things,
        statements=words.statements(),
        rows=tuple(row.name for row in words.rows()),
        box=words.box(),
        differences={point.indicator: _beside(words, point, made) for point in made.points.all},
        changes={
            point.indicator: made.changes[point.indicator].kind
            for point in made.points.concerns
            if point.indicator in made.changes
        },
    )


def _beside(words: OpeningWords, point: TalkingPoint, made: AreaFindings) -> tuple[float, float]:
    """Printed differences of a point with the country and with near, in the form of its side."""
    value = made.values.main(point.indicator)
    assert value is not None
    numbers = words.points.numbers(value, point)
    here, near, country = (
        None if text is None else float(text.replace(",", "."))
        for text in (numbers.here, numbers.near, numbers.country)
    )
    assert here is not None
    assert country is not None
    return round(here - country, 1), 0.0 if near is None else round(here - near, 1)


def _count(country: Country, made: AreaFindings) -> None:
    for value in made.values.all:
        if not value.is_health or value.age is AgeGroup.WORKING_AGE:
            continue
        for item in value.for_choice:
            verdict = item.verdict
            if verdict.size is not None and value.age is AgeGroup.ADULTS:
                key = (value.indicator, item.role)
                country.classes.setdefault(key, Counter())[verdict.size] += 1
            if item.role is not Role.COUNTRY or verdict.outcome is not Outcome.JUDGED:
                continue
            place = 50.0 if value.place is None else value.place
            good, bad = verdict.side is Side.FAVOURABLE, verdict.side is Side.UNFAVOURABLE
            if (good and place <= 50) or (bad and place >= 50):
                country.wrong_halves.append(f"{made.area.code} {value.indicator} {value.age}")


def test_the_choice_is_that_of_the_table(country: Country) -> None:
    found = {
        wijk.region.code: {
            "code": wijk.region.code,
            "krachten": " ".join(NUMBERS[point.indicator] for point in wijk.strengths),
            "zorgen": " ".join(NUMBERS[point.indicator] for point in wijk.concerns),
            "drie": " ".join(_called(thing) for thing in wijk.things),
        }
        for wijk in country.wijken
        if wijk.region.code in EXPECTED
    }
    assert len(found) > 100
    other = {code for code, row in found.items() if EXPECTED[code] != row}
    assert len(other) <= HAVE_DISTANCES_NOW
    for code in other:
        told = " ".join([*found[code].values(), *EXPECTED[code].values()])
        assert re.search(NEAR, told), f"{code} differs by something else than a distance"


@counted
def test_the_table_has_half_of_the_judged_wijken(country: Country) -> None:
    judged = {wijk.region.code for wijk in country.judged}
    assert set(EXPECTED) <= judged
    assert len(EXPECTED) == JUDGED // 2


def _called(thing: Thing) -> str:
    """A thing as the table calls it."""
    match thing:
        case Told(kind=ThingKind.STRENGTH, point=point):
            return f"KRACHT:{NUMBERS[point.indicator]}"
        case Told(point=point):
            return f"ZORG:{NUMBERS[point.indicator]}"
        case There(fact=fact):
            names = {"vrijwilligerswerk": "vrijwilligers", "sport_elke_week": "sporters"}
            return f"ER:{names.get(fact.indicators[0], 'dichtbij')}"
        case Alike():
            return "LIJKT:"
        case Apart(range=found):
            return f"BUURTEN:{NUMBERS[found.indicator]}"
        case Also(indicator=indicator):
            return f"OOK:{NUMBERS[indicator]}"
        case _:
            return thing.kind.value


@counted
def test_how_many_points_there_are(country: Country) -> None:
    judged = country.judged
    assert (len(country.wijken), len(judged)) == (WIJKEN, JUDGED)
    assert country.spread((len(wijk.points) for wijk in judged), 5) == POINTS
    assert country.spread((len(wijk.strengths) for wijk in judged), 3) == STRENGTHS
    assert country.spread((len(wijk.concerns) for wijk in judged), 3) == CONCERNS
    assert country.percentage(sum(not wijk.points for wijk in judged)) == NEITHER


@counted
def test_how_often_a_thing_is_told(country: Country) -> None:
    things = [thing for wijk in country.judged for thing in wijk.things]
    also = Counter(NUMBERS[each.indicator] for each in things if isinstance(each, Also))
    assert also == ALSO
    told = Counter(point.indicator for wijk in country.judged for point in wijk.points)
    assert told["bijstand_per_1000"] == BENEFITS


@counted
def test_young_people_are_named_where_they_may_matter(country: Country) -> None:
    young = [wijk for wijk in country.judged if any(point.young for point in wijk.points)]
    assert len(young) == 112
    assert sum(point.young for wijk in young for point in wijk.points) == 270
    assert sum(any(each.note for each in wijk.statements) for wijk in young) == 105


@counted
def test_changes_of_concerns(country: Country) -> None:
    kinds = Counter(kind for wijk in country.judged for kind in wijk.changes.values())
    as_country = kinds.pop(ChangeKind.AS_COUNTRY)
    assert (as_country, kinds.total()) == (489, 73)


@counted
@pytest.mark.parametrize("line", SHARES.strip().splitlines(), ids=lambda line: line.split()[0])
def test_shares_of_the_classes(line: str, country: Country) -> None:
    number, land, rest = line.split()
    (indicator,) = (name for name, its_number in NUMBERS.items() if its_number == number)
    for role, expected in ((Role.COUNTRY, land), (Role.NEAR, rest)):
        counts = country.classes[(indicator, role)]
        total = sum(counts.values())
        assert "/".join(str(round(100 * counts[size] / total)) for size in SizeClass) == expected


def test_no_mark_lies_on_the_half_that_its_colour_denies(country: Country) -> None:
    assert country.wrong_halves == []


def test_every_point_counts_more_of_its_side_than_the_country(country: Country) -> None:
    """A strength counts something good and a concern something bad, in numbers that show it."""
    wrong = [
        (wijk.region.code, point.indicator, wijk.differences[point.indicator])
        for wijk in country.judged
        for point in wijk.points
        if not _shows(point, *wijk.differences[point.indicator])
    ]
    assert wrong == []


def _shows(point: TalkingPoint, country: float, near: float) -> bool:
    least = 1.0 if point.indicator.startswith("afstand") else 2.0
    return country >= least and (near >= 0 or least == 1.0)


def test_there_are_three_things_and_the_first_is_never_a_concern(country: Country) -> None:
    for wijk in country.wijken:
        assert len(wijk.statements) == 3, wijk.region.code
        assert wijk.kinds[0] is not ThingKind.CONCERN
        titles = [each.title for each in wijk.statements]
        assert len(set(titles)) == 3, wijk.region.code
        assert len(wijk.rows) == len(set(wijk.rows)) <= 12


def test_a_side_never_takes_three_points_of_one_signal(country: Country) -> None:
    for wijk in country.judged:
        for points in (wijk.strengths, wijk.concerns):
            signals = Counter(point.signal for point in points)
            assert not signals or max(signals.values()) <= 2
            assert len({point.story for point in points}) == len(points)
            assert all(point.side in set(PointSide) for point in points)


def test_sentences_are_short_enough_to_say(country: Country) -> None:
    for wijk in country.wijken:
        for statement in wijk.statements:
            for sentence in re.split(r"(?<=[.;])\s", statement.text):
                assert len(sentence.split()) <= MOST_WORDS, sentence
                assert len(NUMBER.findall(sentence)) <= MOST_NUMBERS, sentence


def test_no_line_says_twice_what_another_says(country: Country) -> None:
    for wijk in country.wijken:
        lines = [*wijk.box, *(each.text for each in wijk.statements)]
        assert len(lines) == len(set(lines)), wijk.region.code
