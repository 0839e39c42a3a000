"""What may be said of the difference between two areas, neither of which is the measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.verdict import Certainty, Outcome, Reason


class ApartSize(StrEnum):
    """How large a difference is; only the last three have a side."""

    SAME = "gelijk"
    EQUAL = "ongeveer_gelijk"
    SMALL = "klein_verschil"
    SLIGHT = "iets"
    PLAIN = "gewoon"
    CLEAR = "duidelijk"

    @property
    def has_side(self) -> bool:
        """Whether it may be said which of the two is higher."""
        return self in (ApartSize.SLIGHT, ApartSize.PLAIN, ApartSize.CLEAR)


@dataclass(frozen=True, slots=True)
class AreasApart:
    """How far the areas of a comparison lie apart in one figure.

    Attributes:
        first, second: codes of the two that are held against each other: of two areas in the order
            in which they were named, of more the highest and the lowest. None where there are no
            two that may be.
        left_out: codes of the areas with a figure that has too few people behind it.
        outcome, reason, certainty: as of a verdict.
        difference: figure of the first minus that of the second, in the unit of the indicator.
        printed_difference: the same from the printed numbers, the only one for readers.
        z: difference in units of the spread between wijken, after guards, rounded to 6 decimals.
        spread: that unit, on the scale of the indicator.
        guard: what rounding alone can do to the difference.
        z_certainty: the difference in standard errors, where the source published limits.
        explained: the part of the difference that the shares of 65-plussers would give with the
            figures of the country; None where that is unknown.
        by_age: whether that is more than half of it, or what the limits say.
    """

    indicator: str
    age: AgeGroup
    outcome: Outcome
    certainty: Certainty
    reason: Reason | None = None
    first: str | None = None
    second: str | None = None
    left_out: tuple[str, ...] = ()
    difference: float | None = None
    printed_difference: float | None = None
    z: float | None = None
    spread: float | None = None
    guard: float = 0.0
    size: ApartSize | None = None
    z_certainty: float | None = None
    explained: float | None = None
    by_age: bool = False

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.JUDGED) != (self.size is not None):
            raise ValueError("a size belongs to a judged difference, and only to that")
        if (self.outcome is Outcome.NOT_COMPARED) != (self.reason is not None):
            raise ValueError("a difference that is not judged says why, and only that one does")
