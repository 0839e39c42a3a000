"""What may be said of a figure, worked out again from its numbers.

None of the code that is tested is used here: classes, sides, words, marks, printed numbers and the
choice of points are written down once more, as plainly as possible and with their own limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import copysign, sqrt

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.documents.profile.model import FigureRecord
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Mark, Verdict
from wijkprofiel.words.cells import Judgement

SLIGHT, PLAIN, CLEAR = 0.5, 1.0, 2.0
FEWEST, ALL_CLASSES, FEWEST_IN_REST = 100, 500, 1_000
REST_PRINTED_FROM, GUARDED_FROM, NOT_ABOVE = 0.10, 0.50, 0.80

SIGNS = {"hoog_gunstig": 1, "laag_gunstig": -1, "geen_oordeel": 0}
WORDS = {
    "ongeveer_gelijk": "ongeveer gelijk",
    "iets": "iets {}",
    "gewoon": "{}",
    "duidelijk": "duidelijk {}",
}
DISTANCE_WORDS = {"gunstiger": "dichterbij", "ongunstiger": "verder weg"}
MARKS = {
    "gunstiger": ("omhoog", "gunstig"),
    "ongunstiger": ("omlaag", "ongunstig"),
    "hoger": ("rechts", "inkt"),
    "lager": ("links", "inkt"),
}


def rounded(value: float, decimals: int = 0) -> Decimal:
    """Half up, on the decimal notation without binary noise."""
    step = Decimal(1).scaleb(-decimals)
    return Decimal(f"{value:.9f}").quantize(step, rounding=ROUND_HALF_UP) + 0


def read_number(text: str) -> Decimal:
    """The number in a printed cell: `1.234`, `2,5 km`, `€ 250.000`, `−4`, `+12`."""
    found = re.search(r"[−+-]?[\d.]*\d(?:,\d+)?", text)
    assert found is not None, text
    plain = found[0].replace(".", "").replace(",", ".").replace("−", "-")
    return Decimal(plain)


@dataclass(frozen=True)
class Facts:
    """One indicator for one age group, of one area."""

    definition: IndicatorDefinition
    age: AgeGroup
    region: Region
    people: float | None

    @classmethod
    def of(cls, definition: IndicatorDefinition, age: AgeGroup, region: Region) -> Facts:
        return cls(definition, age, region, people_of(region, age))

    @property
    def sign(self) -> int:
        elderly = self.definition.richting_65plus if self.age == "65+" else None
        return SIGNS[elderly or self.definition.richting]

    @property
    def is_register(self) -> bool:
        return self.definition.methode.value == "register"

    @property
    def is_computed(self) -> bool:
        return self.definition.bron.computed

    @property
    def is_modelled_and_small(self) -> bool:
        return not self.is_register and (self.people or 0) < ALL_CLASSES

    def printed(self, value: float) -> Decimal:
        """The number as it stands on the page; thousands of euros are printed in euros."""
        if self.definition.eenheid.value == "duizend_euro":
            return rounded(value * 1000)
        return rounded(value, self.definition.decimalen)

    def size(self, z: float, own: Decimal, other: Decimal) -> str:
        """The class of a difference; numbers that are printed alike are alike."""
        if own == other or abs(own - other) < Decimal(str(self.definition.drempel)):
            return "ongeveer_gelijk"
        size = abs(z)
        if size < SLIGHT:
            return "ongeveer_gelijk"
        if size < PLAIN:
            return "ongeveer_gelijk" if self.is_modelled_and_small else "iets"
        return "gewoon" if size < CLEAR else "duidelijk"

    def side(self, z: float) -> str:
        if self.sign == 0:
            return "hoger" if z > 0 else "lager"
        return "gunstiger" if z * self.sign > 0 else "ongunstiger"


def people_of(region: Region, age: AgeGroup) -> float | None:
    return region.elderly if age == "65+" else region.adults


def word_of(definition: IndicatorDefinition, verdict: Verdict) -> str:
    """The one word that a verdict allows."""
    if verdict.outcome.value == "niet_vergeleken":
        return "niet vergeleken"
    if verdict.outcome.value == "te_onzeker":
        return "te onzeker"
    assert verdict.size is not None
    side = "" if verdict.side is None else verdict.side.value
    if definition.woorden == "afstand":
        side = DISTANCE_WORDS.get(side, side)
    return WORDS[verdict.size.value].format(side)


def mark_for(size: str | None, side: str | None) -> tuple[str, str, bool, bool]:
    """Shape, tone, filled, bold."""
    if size is None:
        return "ring", "neutraal", False, False
    if side is None:
        return "stip", "neutraal", True, False
    shape, tone = MARKS[side]
    return shape, tone, size != "iets", size == "duidelijk"


def seen(mark: Mark) -> tuple[str, str, bool, bool]:
    return mark.shape.value, mark.tone.value, mark.filled, mark.bold


def mark_of_verdict(verdict: Verdict) -> tuple[str, str, bool, bool]:
    size = None if verdict.size is None else verdict.size.value
    return mark_for(size, None if verdict.side is None else verdict.side.value)


@dataclass(frozen=True)
class Surroundings:
    """The areas that a profile compares with, by key, in the order of its columns."""

    region: Region
    areas: Mapping[str, Region]

    def share(self, key: str, age: AgeGroup) -> float | None:
        """The part of the benchmark's people that lives in the area; None of the country."""
        if key == "land":
            return None
        part, whole = people_of(self.region, age), people_of(self.areas[key], age)
        return min(1.0, part / whole) if part and whole else 0.0

    def left(self, key: str, age: AgeGroup) -> float:
        return (people_of(self.areas[key], age) or 0) - (people_of(self.region, age) or 0)

    def prints_rest(self, key: str) -> bool:
        share = self.share(key, AgeGroup.ADULTS)
        if share is None or self.left(key, AgeGroup.ADULTS) < FEWEST_IN_REST:
            return False
        return REST_PRINTED_FROM <= share <= NOT_ABOVE


@dataclass(frozen=True)
class Comparison:
    """One figure beside one benchmark, with the verdict that is to be checked."""

    facts: Facts
    record: FigureRecord
    around: Surroundings
    place: int
    spread: float | None

    @property
    def judgement(self) -> Judgement:
        return self.record.judgements[self.place]

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict

    @property
    def is_part(self) -> bool:
        return self.verdict.benchmark != "land"

    @property
    def taken_apart(self) -> bool:
        """Whether the rest is what is judged: not for percentages whose weights are unknown."""
        return self.is_part and (not self.facts.is_register or self.facts.is_computed)

    def complaints(self) -> Iterator[str]:
        yield from self._about_refusal()
        yield from self._about_words()
        if self.verdict.z is not None:
            yield from self._about_numbers()

    def _refused(self) -> bool:
        own, theirs = self.record.observation, self.record.benchmark_figures[self.place]
        if not self.facts.definition.vergelijken or None in (own.value, theirs.value):
            return True
        if own.period != theirs.period or not self.spread or (self.facts.people or 0) < FEWEST:
            return True
        share = self.around.share(self.verdict.benchmark, self.facts.age)
        if share is None:
            return False
        left = self.around.left(self.verdict.benchmark, self.facts.age)
        return share > NOT_ABOVE or (self.taken_apart and left < FEWEST_IN_REST)

    def _about_refusal(self) -> Iterator[str]:
        refused = self.verdict.outcome.value == "niet_vergeleken"
        no_rest = self.verdict.reason is not None and (
            self.verdict.reason.value == "geen_vergelijkingscijfer" and self.facts.is_computed
        )
        if refused != self._refused() and not no_rest:
            yield f"vergeleken terwijl dat {'wel' if refused else 'niet'} mag"
        if refused != bool(self.judgement.reason):
            yield f"reden {self.judgement.reason!r} bij {self.judgement.word!r}"
        if refused and self.judgement.difference is not None:
            yield "een verschil bij een cijfer dat niet is vergeleken"

    def _about_words(self) -> Iterator[str]:
        word = word_of(self.facts.definition, self.verdict)
        if self.judgement.word != word:
            yield f"woord {self.judgement.word!r} waar {word!r} hoort"
        if seen(self.judgement.mark) != mark_of_verdict(self.verdict):
            yield f"teken {seen(self.judgement.mark)} bij {word!r}"
        if self.facts.sign == 0 and "gunstig" in f"{self.judgement.word}{self.judgement.mark.tone}":
            yield f"{self.judgement.word!r} waar geen goede kant is"
        judged = self.verdict.outcome.value == "beoordeeld"
        if bool(self.judgement.caution) != (judged and self.facts.is_modelled_and_small):
            yield f"waarschuwing {self.judgement.caution!r} bij {self.facts.people} mensen"

    def _about_numbers(self) -> Iterator[str]:
        verdict, own = self.verdict, self.record.observation.value
        assert own is not None
        assert verdict.z is not None
        assert verdict.benchmark_value is not None
        assert verdict.printed_value is not None
        benchmark, guard = self._benchmark(), self._guard()
        if abs(benchmark - verdict.benchmark_value) > 1e-9:
            yield f"vergeleken met {verdict.benchmark_value}, niet met {benchmark}"
        if abs(guard - verdict.guard) > 1e-9 or verdict.spread != self.spread:
            yield f"rem {verdict.guard} of spreiding {verdict.spread} wijkt af"
        if abs(self._z(own, benchmark, guard) - verdict.z) > 2e-6:
            yield f"z {verdict.z} waar {self._z(own, benchmark, guard)} hoort"
        if abs(self._printed_value(benchmark) - verdict.printed_value) > 1e-9:
            yield f"afgedrukt {verdict.printed_value} waar {self._printed_value(benchmark)} hoort"
        yield from self._about_class(own, verdict.printed_value)

    def _about_class(self, own: float, printed: float) -> Iterator[str]:
        verdict, one, other = self.verdict, self.facts.printed(own), self.facts.printed(printed)
        assert verdict.z is not None
        size = self.facts.size(verdict.z, one, other)
        if verdict.outcome.value == "beoordeeld" and verdict.size != size:
            yield f"grootte {verdict.size} waar {size} hoort"
        if verdict.side is not None and verdict.side != self.facts.side(verdict.z):
            yield f"kant {verdict.side} bij z {verdict.z}"
        if self.judgement.difference is None:
            yield "geen verschil bij een vergelijking"
        elif read_number(self.judgement.difference) != one - other:
            yield f"verschil {self.judgement.difference} bij {one} en {other}"
        if verdict.side is not None and (one > other) != (verdict.z > 0):
            yield f"z {verdict.z} en afgedrukt {one} tegen {other} wijzen een andere kant op"

    def _benchmark(self) -> float:
        whole, part = self.record.benchmark_figures[self.place], self.record.observation
        assert whole.value is not None
        if not self.taken_apart:
            return whole.value
        if self.facts.is_computed:
            numerator = (whole.numerator or 0) - (part.numerator or 0)
            denominator = (whole.denominator or 0) - (part.denominator or 0)
            return self.facts.definition.bron.vermenigvuldig * numerator / denominator
        share = self.around.share(self.verdict.benchmark, self.facts.age) or 0.0
        return (whole.value - share * (part.value or 0)) / (1 - share)

    def _guard(self) -> float:
        source, own = self.facts.definition.bron, self.record.observation
        if self.facts.is_computed:
            if source.afronding.value == "geen" or not own.denominator:
                return 0.0
            off = 5 if source.afronding.value == "tientallen" else 4
            share = (own.numerator or 0) / own.denominator
            return source.vermenigvuldig * (off + 4 * share) / own.denominator
        share = self.around.share(self.verdict.benchmark, self.facts.age) or 0.0
        guarded = self.taken_apart and share >= GUARDED_FROM
        return 0.05 * (1 + share) / (1 - share) if guarded else 0.0

    def _z(self, own: float, benchmark: float, guard: float) -> float:
        assert self.spread is not None
        left = copysign(max(0.0, abs(own - benchmark) - guard), own - benchmark)
        if self.facts.definition.schaal.value == "gewoon":
            return left / self.spread
        return (sqrt(max(0.0, benchmark + left)) - sqrt(benchmark)) / self.spread

    def _printed_value(self, benchmark: float) -> float:
        whole = self.record.benchmark_figures[self.place].value
        assert whole is not None
        if not (self.taken_apart and self.around.prints_rest(self.verdict.benchmark)):
            return whole
        return benchmark


def people_printed(percentage: float, adults: float | None) -> Decimal | None:
    """`ongeveer 7.200`: two figures, none under 50 people or in an area under 500 adults."""
    if adults is None or adults < ALL_CLASSES:
        return None
    count = percentage * adults / 100
    if count < 50:
        return None
    digits = len(str(int(count)))
    step = Decimal(10) ** (digits - 2)
    return (Decimal(f"{count:.9f}") / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def position_of(percentile: float) -> str:
    """The words for a place among all wijken."""
    if percentile <= 5:
        return "bij de 5 van de 100 wijken met de laagste cijfers"
    if percentile >= 95:
        return "bij de 5 van de 100 wijken met de hoogste cijfers"
    if percentile <= 20:
        return "bij het laagste vijfde deel van de wijken"
    if percentile >= 80:
        return "bij het hoogste vijfde deel van de wijken"
    return "in de middenmoot van de wijken"
