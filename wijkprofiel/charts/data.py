"""What charts are drawn from: figures, marks and the text that goes with the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wijkprofiel.domain.outlines import Outline
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Mark, Tone


class Sign(StrEnum):
    """How a benchmark is drawn, wherever it is drawn; the value names its icon."""

    BAR = "streep"
    OPEN_DIAMOND = "ruit"
    FULL_DIAMOND = "ruit-vol"


@dataclass(frozen=True, slots=True)
class SpineBenchmark:
    """The place of one benchmark on a spine."""

    key: str
    sign: Sign
    value: float | None


@dataclass(frozen=True, slots=True)
class SpineData:
    """Where a figure lies among the wijken of the country.

    Attributes:
        value: the figure; None where too few people live for a place among the wijken.
        mirrored: low is favourable, so the axis runs from high (left) to low (right).
        judged: right is the favourable side; else the axis says laag ... hoog.
        benchmarks: in the order of the table's columns.
        text: everything the picture says, in words (its text alternative).
    """

    value: float | None
    benchmarks: tuple[SpineBenchmark, ...]
    low: float
    p5: float
    p25: float
    median: float
    p75: float
    p95: float
    high: float
    mirrored: bool
    judged: bool
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class RoundsData:
    """The rounds of one indicator.

    Attributes:
        own, benchmarks: figures in the order of the years; None where a round has none.
        text: everything the picture says, in words.
    """

    years: tuple[int, ...]
    own: tuple[float | None, ...]
    benchmarks: tuple[tuple[Role, tuple[float | None, ...]], ...]
    text: str


@dataclass(frozen=True, slots=True)
class BarData:
    """One bar on a scale from zero; `text` says the same in words."""

    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class CompareBar:
    """One bar that carries its own name and number.

    Attributes:
        name: whose figure it is ("hier", "in Nederland").
        printed: the number as the sentence beside it prints it.
        value: that number; bars are as long as what is printed.
        tone: the colour of the area's own bar; None for what it is compared with.
    """

    name: str
    printed: str
    value: float
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class CompareData:
    """A figure of the area above that of what it is compared with.

    Attributes:
        whole: what the whole width stands for (100 people); None where there is no whole, so that
            the longest bar takes all of it.
        text: everything the picture says, in words.
    """

    bars: tuple[CompareBar, ...]
    whole: float | None
    text: str


@dataclass(frozen=True, slots=True)
class PlaceData:
    """A mark on an axis from 0 to 100; `text` says the same in words."""

    place: float
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class BesideData:
    """The same figure of two areas and of the country, of every 100 people; None without a figure.

    Attributes:
        text: everything the picture says, in words.
    """

    first: float | None
    second: float | None
    country: float | None
    text: str


@dataclass(frozen=True, slots=True)
class CurveRound:
    """One round on a line: the number as it is printed, and where it lies."""

    value: float
    printed: str


@dataclass(frozen=True, slots=True)
class CurveData:
    """The rounds of one figure of the area and of the country, with numbers at the points.

    Attributes:
        own, country: in the order of the years; None where a round has no figure.
        own_name, country_name: what stands at the end of each line.
        text: everything the picture says, in words.
    """

    years: tuple[int, ...]
    own: tuple[CurveRound | None, ...]
    country: tuple[CurveRound | None, ...]
    own_name: str
    country_name: str
    text: str


@dataclass(frozen=True, slots=True)
class PartBarData:
    """One part of an area, or the area itself, on a scale from zero.

    Attributes:
        tone: of its comparison with the area; None where it has none.
    """

    value: float | None
    tone: Tone | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class NamedMap:
    """Areas that lie side by side, with what each is called in print.

    Attributes:
        chosen: code of the one that stands out; None where none does.
        members: codes of those that stand out together under one name, for a werkgebied.
        together: that name.
        named: codes of the others that get a name; the rest are only drawn.
        names: per code of an outline; an outline that is not in it keeps its own name.
        numbers: whether a number stands where a name does not fit.
        text: everything that the picture says, in words.
    """

    outlines: tuple[Outline, ...]
    chosen: str | None
    named: tuple[str, ...]
    names: Mapping[str, str]
    text: str
    numbers: bool = True
    members: tuple[str, ...] = ()
    together: str = ""


@dataclass(frozen=True, slots=True)
class WaffleData:
    """How many of a hundred people.

    Attributes:
        filled: 0 to 100.
        text: everything the picture says, in words.
    """

    filled: int
    tone: Tone
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.filled <= 100:
            raise ValueError(f"{self.filled} of 100 circles cannot be filled")


@dataclass(frozen=True, slots=True)
class DrawingData:
    """An outline to draw on.

    Attributes:
        outlines: of the area, or of its parts.
        names: what stands in a part, by its code; without a name nothing does.
        text: everything the picture says, in words.
    """

    outlines: tuple[Outline, ...]
    names: Mapping[str, str]
    text: str
