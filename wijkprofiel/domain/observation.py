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
    cannot be. The last three are of a union: figures of its members cannot be put together
    (`NOT_FOR_UNION`), too many members lack theirs (`PARTS_UNKNOWN`), or it lies so near the limit
    between two classes that nobody knows which (`BETWEEN_CLASSES`).
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


class AgeGroup(StrEnum):
    """Age groups of the health tables; `ALL` for register figures of everybody."""

    ALL = "alle"
    ADULTS = "18+"
    WORKING_AGE = "18-64"
    ELDERLY = "65+"


class Basis(StrEnum):
    """Whether a figure says of its area what those of the wijken say of theirs.

    `SOURCE`: as far as anybody knows it does. `FROM_WIJKEN`: the source counts something with the
    gemeente or the country that it counts with no wijk, and this figure is put together from the
    wijken by us. `BESIDE_WIJKEN`: the source's own figure of a gemeente or the country that does
    not follow from its wijken, so that no part of it can be compared with it. `ABOVE_CEILING`: so
    high that most of what is counted is not of who lives there.
    """

    SOURCE = "van_de_bron"
    FROM_WIJKEN = "berekend_uit_de_wijken"
    BESIDE_WIJKEN = "volgt_niet_uit_de_wijken"
    ABOVE_CEILING = "boven_de_grens"


@dataclass(frozen=True, slots=True)
class Published:
    """What the source gives of an area of which the figure was put together from its wijken.

    Attributes:
        value: the figure; None where the source has none.
        numerator, denominator: the counts behind it.
    """

    value: float | None
    numerator: float | None
    denominator: float | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One source figure of one area, in one year, for one age group.

    `value is None` exactly when `status` is not `AVAILABLE`. `lower` and `upper` are the limits
    that the source published, never ours. `numerator` and `denominator` are the counts behind a
    figure, where we have them. `published` is there where `basis` says that the figure is not the
    source's own. A figure of a union that is good for a few digits only is `approximate`;
    `between` are the two classes of which nobody knows which it is.
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
    basis: Basis = Basis.SOURCE
    published: Published | None = None
    approximate: bool = False
    between: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.status is ValueStatus.AVAILABLE):
            raise ValueError(f"status {self.status} does not fit value {self.value}")
        if self.between is not None and self.status is not ValueStatus.BETWEEN_CLASSES:
            raise ValueError(f"status {self.status} does not fit classes {self.between}")
        if (self.lower is None) != (self.upper is None):
            raise ValueError("limits come in pairs")
        if (self.published is None) == (self.basis is Basis.FROM_WIJKEN):
            raise ValueError(f"basis {self.basis} does not fit {self.published}")
        if self.lower is None or self.upper is None or self.value is None:
            return
        if not self.lower <= self.value <= self.upper:
            raise ValueError(f"{self.value} lies outside [{self.lower}; {self.upper}]")

    @classmethod
    def absent(cls, status: ValueStatus, period: int, age: AgeGroup = AgeGroup.ALL) -> Observation:
        """A figure that is not there, with the reason."""
        return cls(period=period, age=age, status=status)
