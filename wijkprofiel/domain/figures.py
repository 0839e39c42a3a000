"""Which figures an edition holds, and how each lies spread over the wijken of the country."""

from __future__ import annotations

from dataclasses import dataclass, fields

from wijkprofiel.domain.observation import AgeGroup, ValueStatus


@dataclass(frozen=True, slots=True, order=True)
class FigureKey:
    """One indicator for one age group in one year."""

    indicator: str
    age: AgeGroup
    period: int


@dataclass(frozen=True, slots=True)
class SpreadSummary:
    """How a figure lies spread over the wijken with enough people.

    Attributes:
        count: number of wijken with a figure.
        wijken_total: number of wijken with enough people, with a figure or without.
        sd: sample standard deviation (n - 1), the unit of z; None with fewer than two wijken.
        sd_root: the same of the square roots, for skewed figures; None with negative values.
    """

    count: int
    wijken_total: int
    sd: float | None
    sd_root: float | None
    low: float
    p5: float
    p25: float
    median: float
    p75: float
    p95: float
    high: float


@dataclass(frozen=True, slots=True)
class Spread(SpreadSummary):
    """The same with the figures of the wijken.

    Attributes:
        values, counts: the distinct values, ascending, and how many wijken have each. Values are
            rounded to the precision that the edition keeps; `sd` is of the unrounded values.
        people: per distinct value how many people live in the wijken that have it: 65-plussers
            for a figure of 65-plussers, adults for any other.
    """

    values: tuple[float, ...]
    counts: tuple[int, ...]
    people: tuple[float, ...]

    @property
    def summary(self) -> SpreadSummary:
        """What is left of it without the wijken one by one."""
        kept = {each.name: getattr(self, each.name) for each in fields(SpreadSummary)}
        return SpreadSummary(**kept)


@dataclass(frozen=True, slots=True)
class Residents:
    """How a health figure goes together with who lives where, over the wijken of the country.

    Attributes:
        explained_pct: R² times 100 (0-100) of a regression on who lives there, weighed by adults.
        unweighted_pct: the same over wijken with enough adults, each counted once; None if there
            are too few of those.
        young_r: correlation (-1 to 1) with the share of young people, weighed by adults.
        wijken: number of wijken behind the first and the last.
    """

    explained_pct: float
    unweighted_pct: float | None
    young_r: float
    wijken: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the edition knows of.

    Attributes:
        origin: key of the table it comes from; None if no table of the edition has it.
        absent: what it means when an area has no figure and no reason of its own; also what holds
            for a figure that is empty for all areas.
        base_period: first year of a change over time.
        newest: whether this is the year that a profile shows (other years are for the trend).
    """

    key: FigureKey
    origin: str | None
    absent: ValueStatus
    base_period: int | None = None
    newest: bool = True
