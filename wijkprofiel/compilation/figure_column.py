"""One figure for all regions, with why it is absent where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wijkprofiel.compilation.identity import Join
from wijkprofiel.domain.figures import Figure
from wijkprofiel.domain.observation import Basis, ValueStatus
from wijkprofiel.edition.packing import Flags, Floats


class Absence(IntEnum):
    """Why an area has no value; the first three are those of `Join`, the last of composed areas."""

    USUAL = Join.JOINED
    NOT_IN_SOURCE = Join.NOT_IN_SOURCE
    OTHER_DIVISION = Join.OTHER_DIVISION
    WITHHELD = 3
    NOT_APPLICABLE = 4
    NOT_ASKED = 5
    IMPROBABLE = 6
    NOT_FROM_PARTS = 7
    PARTS_UNKNOWN = 8
    BETWEEN_CLASSES = 9
    NOT_DELIVERED = 10


ABSENCE_STATUS: Mapping[Absence, ValueStatus] = {
    Absence.NOT_IN_SOURCE: ValueStatus.NOT_IN_SOURCE,
    Absence.OTHER_DIVISION: ValueStatus.OTHER_DIVISION,
    Absence.WITHHELD: ValueStatus.WITHHELD,
    Absence.NOT_APPLICABLE: ValueStatus.NOT_APPLICABLE,
    Absence.NOT_ASKED: ValueStatus.NOT_ASKED,
    Absence.IMPROBABLE: ValueStatus.IMPROBABLE,
    Absence.NOT_FROM_PARTS: ValueStatus.NOT_FOR_UNION,
    Absence.PARTS_UNKNOWN: ValueStatus.PARTS_UNKNOWN,
    Absence.BETWEEN_CLASSES: ValueStatus.BETWEEN_CLASSES,
    Absence.NOT_DELIVERED: ValueStatus.NOT_DELIVERED,
}

Pair = tuple[Floats, Floats]
Triple = tuple[Floats, Floats, Floats]


@dataclass(frozen=True)
class FigureColumn:
    """One figure for all regions.

    Attributes:
        values: NaN where there is none.
        gaps: an `Absence` per region; it only means something where there is no value.
        counts: numerator and denominator behind the figure, also of areas whose share is withheld:
            they count in what is added up.
        multiplier: what that share was multiplied with.
        limits: lower and upper limit that the source published.
        withheld: values that are not shown, but do count in the spread of the country.
        bases: per basis the regions whose figure is not simply that of the source.
        published: of those that were put together from the wijken what the source gives: value,
            numerator, denominator.
    """

    figure: Figure
    values: Floats
    gaps: NDArray[np.int8]
    counts: Pair | None = None
    multiplier: float = 100
    limits: Pair | None = None
    withheld: Floats | None = None
    bases: Mapping[Basis, Flags] = field(default_factory=dict)
    published: Triple | None = None

    @property
    def for_spread(self) -> Floats:
        """Values for the spread: a wijk with people counts, also if its share is not shown.

        What is not compared is no part of the ruler either.
        """
        known = self.values if self.withheld is None else np.fmax(self.values, self.withheld)
        above = self.bases.get(Basis.ABOVE_CEILING)
        return known if above is None else np.where(above, np.nan, known)

    @cached_property
    def is_empty(self) -> bool:
        """Whether no region at all has a value."""
        return bool(np.isnan(self.values).all())
