"""The judgement of one figure against one benchmark.

A `Verdict` is the single source of every colour, shape, word, chart mark and export column:
what is not in it cannot be said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Which side is favourable."""

    HIGH_GOOD = "hoog_gunstig"
    LOW_GOOD = "laag_gunstig"
    NONE = "geen_oordeel"

    @property
    def sign(self) -> int:
        """+1 if high is favourable, -1 if low is, 0 without judgement."""
        return {"hoog_gunstig": 1, "laag_gunstig": -1, "geen_oordeel": 0}[self.value]


class SizeClass(StrEnum):
    """How large a difference is, in units of the national spread."""

    EQUAL = "ongeveer_gelijk"
    SLIGHT = "iets"
    PLAIN = "gewoon"
    CLEAR = "duidelijk"


class Side(StrEnum):
    """On which side of the benchmark the figure lies."""

    FAVOURABLE = "gunstiger"
    UNFAVOURABLE = "ongunstiger"
    HIGHER = "hoger"
    LOWER = "lager"


class Certainty(StrEnum):
    """What is known about the margins of a difference."""

    UNKNOWN = "onbekend"
    OUTSIDE = "buiten_de_marges"
    WITHIN = "binnen_de_marges"
    COUNTED = "geteld"


class Outcome(StrEnum):
    """Judged, not to be told apart, or not compared at all."""

    JUDGED = "beoordeeld"
    TOO_UNCERTAIN = "te_onzeker"
    NOT_COMPARED = "niet_vergeleken"


class Reason(StrEnum):
    """Why a figure was not compared."""

    NO_VALUE = "geen_cijfer"
    NO_BENCHMARK = "geen_vergelijkingscijfer"
    TOO_FEW_PEOPLE = "te_weinig_inwoners"
    NEARLY_WHOLE = "bijna_de_hele_gemeente"
    REST_TOO_SMALL = "rest_te_klein"
    NO_SPREAD = "geen_spreiding"
    OTHER_PERIOD = "ander_jaar"
    NOT_JUDGED = "wordt_niet_vergeleken"
    ABOVE_CEILING = "boven_de_grens"
    BESIDE_WIJKEN = "volgt_niet_uit_de_wijken"
    REST_UNKNOWN = "rest_onbekend"


class BenchmarkScope(StrEnum):
    """What the benchmark value is a figure of."""

    WHOLE = "geheel"
    REST = "rest"


class BenchmarkMethod(StrEnum):
    """How the value of a benchmark was obtained."""

    WHOLE = "geheel"
    REST_FROM_SHARE = "rest_uit_aandeel"
    REST_FROM_COUNTS = "rest_uit_aantallen"
    IN_PROPORTION = "naar_verhouding"
    """Of several gemeenten, each by the share of the area that lies in it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure against one benchmark.

    Attributes:
        benchmark: key of the benchmark (`gemeente`, `land`, `wijk`).
        scope: whole area, or the rest without the profiled area.
        benchmark_value: the value judged against (the rest where `scope` is REST).
        printed_value: the benchmark value that stands beside it on the page, not yet rounded.
        share: w, the profiled area's part of the benchmark's people; None for the country.
        difference: value minus benchmark value, in the indicator's unit.
        printed_difference: the same from the printed numbers, the only one for sentences.
        z: difference in units of the national spread (after guards), rounded to 6 decimals.
        spread: the unit of z, on the indicator's scale.
        size, side: the class; `side` is None when the size is EQUAL.
        certainty: what the margins say.
        z_certainty: the difference in standard errors, where limits exist.
        caution_small: the area has 100 to 499 people of this age.
        guard: what rounding alone can do to the difference; taken off before judging.
        method: how the benchmark value was obtained, for the appendix.
        refused_by: code of the one gemeente of several that `reason` is about.
    """

    benchmark: str
    outcome: Outcome
    certainty: Certainty
    scope: BenchmarkScope = BenchmarkScope.WHOLE
    reason: Reason | None = None
    benchmark_value: float | None = None
    printed_value: float | None = None
    share: float | None = None
    difference: float | None = None
    printed_difference: float | None = None
    z: float | None = None
    spread: float | None = None
    size: SizeClass | None = None
    side: Side | None = None
    z_certainty: float | None = None
    caution_small: bool = False
    guard: float = 0.0
    method: BenchmarkMethod | None = None
    refused_by: str | None = None

    def __post_init__(self) -> None:
        judged = self.outcome is Outcome.JUDGED
        if judged != (self.size is not None):
            raise ValueError("a size class belongs to a judged figure, and only to that")
        if (self.outcome is Outcome.NOT_COMPARED) != (self.reason is not None):
            raise ValueError("a figure that is not compared says why, and only that one does")
        named = judged and self.size is not SizeClass.EQUAL
        if named != (self.side is not None):
            raise ValueError("a named difference has a side, an equal one has none")

    @classmethod
    def not_compared(cls, benchmark: str, reason: Reason, certainty: Certainty) -> Verdict:
        """No judgement, with the reason."""
        return cls(
            benchmark=benchmark, outcome=Outcome.NOT_COMPARED, certainty=certainty, reason=reason
        )


class Shape(StrEnum):
    """The mark that stands for a verdict, wherever it is drawn."""

    UP = "omhoog"
    DOWN = "omlaag"
    RIGHT = "rechts"
    LEFT = "links"
    DOT = "stip"
    RING = "ring"


class Tone(StrEnum):
    """The colour family of a mark; the colours themselves belong to the charts."""

    FAVOURABLE = "gunstig"
    UNFAVOURABLE = "ongunstig"
    NEUTRAL = "neutraal"
    INK = "inkt"


@dataclass(frozen=True, slots=True)
class Mark:
    """Shape, filling, colour and weight of a verdict: always the same four together."""

    shape: Shape
    tone: Tone
    filled: bool = True
    bold: bool = False


NO_MARK = Mark(Shape.RING, Tone.NEUTRAL, filled=False)
"""What stands for a figure that was not compared or is too uncertain."""

_SHAPES = {
    Side.FAVOURABLE: (Shape.UP, Tone.FAVOURABLE),
    Side.UNFAVOURABLE: (Shape.DOWN, Tone.UNFAVOURABLE),
    Side.HIGHER: (Shape.RIGHT, Tone.INK),
    Side.LOWER: (Shape.LEFT, Tone.INK),
}


def mark_of(verdict: Verdict) -> Mark:
    """The mark of a verdict: open for `iets`, bold for `duidelijk`, a ring without judgement."""
    if verdict.outcome is not Outcome.JUDGED:
        return NO_MARK
    if verdict.side is None:
        return Mark(Shape.DOT, Tone.NEUTRAL)
    shape, tone = _SHAPES[verdict.side]
    return Mark(
        shape,
        tone,
        filled=verdict.size is not SizeClass.SLIGHT,
        bold=verdict.size is SizeClass.CLEAR,
    )
