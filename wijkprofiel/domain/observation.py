"""One figure, with the reason when there is none.

Missing, withheld, not asked, not delivered, on another division and not applicable are
different facts. They are kept apart from the source to the page, and none of them is zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ValueStatus(StrEnum):
    """Whether there is a figure and, if not, why not.

    `NOT_IN_SOURCE`: the table in the edition does not have the area. `NOT_IN_EDITION`: it is we
    who do not have the figure, whatever the source has. `IMPROBABLE`: the source has one that
    cannot be. The last four are of a union: figures of its members cannot be put together
    (`NOT_FOR_UNION`), too many members lack theirs (`PARTS_UNKNOWN`), it lies so near the limit
    between two classes that nobody knows which (`BETWEEN_CLASSES`), or what it leaves of an area
    around it would be told by subtraction alone (`REST_UNKNOWN`).
    """

    AVAILABLE = "beschikbaar"
    NOT_ASKED = "niet_gevraagd"
    NOT_DELIVERED = "nog_niet_geleverd"
    MISSING = "ontbreekt_of_ingehouden"
    WITHHELD = "door_ons_ingehouden"
    OTHER_DIVISION = "andere_indeling"
    NOT_IN_SOURCE = "niet_in_bron"
    NOT_APPLICABLE = "niet_van_toepassing"
    NOT_IN_EDITION = "niet_in_editie"
    IMPROBABLE = "onwaarschijnlijk_in_de_bron"
    NOT_FOR_UNION = "niet_voor_werkgebied"
    PARTS_UNKNOWN = "te_veel_delen_onbekend"
    BETWEEN_CLASSES = "op_de_grens"
    REST_UNKNOWN = "rest_onbekend"


class AgeGroup(StrEnum):
    """Age groups of the health tables; `ALL` for register figures of everybody."""

    ALL = "alle"
    ADULTS = "18+"
    WORKING_AGE = "18-64"
    ELDERLY = "65+"


@dataclass(frozen=True, slots=True)
class Observation:
    """One source figure of one area, in one year, for one age group.

    `value is None` exactly when `status` is not `AVAILABLE`. `lower` and `upper` are the limits
    that the source published, never ours. For a share computed from counts `numerator` and
    `denominator` are the counts. A figure of a union that is good for a few digits only is
    `approximate`; `between` are the two classes of which nobody knows which it is.
    """

    period: int
    age: AgeGroup
    status: ValueStatus
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    origin: str | None = None
    boundary_changed: bool = False
    approximate: bool = False
    between: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.status is ValueStatus.AVAILABLE):
            raise ValueError(f"status {self.status} does not fit value {self.value}")
        if self.between is not None and self.status is not ValueStatus.BETWEEN_CLASSES:
            raise ValueError(f"status {self.status} does not fit classes {self.between}")
        if (self.lower is None) != (self.upper is None):
            raise ValueError("limits come in pairs")
        if self.lower is None or self.upper is None or self.value is None:
            return
        if not self.lower <= self.value <= self.upper:
            raise ValueError(f"{self.value} lies outside [{self.lower}; {self.upper}]")

    @classmethod
    def absent(cls, status: ValueStatus, period: int, age: AgeGroup = AgeGroup.ALL) -> Observation:
        """A figure that is not there, with the reason."""
        return cls(period=period, age=age, status=status)
