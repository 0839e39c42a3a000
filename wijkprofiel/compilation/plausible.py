"""Leave out figures that cannot be, each told by itself.

One bad cell is one bad cell: a source that prints 140% for one wijk may be right about all others.
Where a column has many of them it is another column than its name says: nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isnan

import numpy as np

from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.improbable import ImprobableCell, too_many
from wijkprofiel.edition.packing import Flags, Floats

_LONGEST = 30
NO_NUMBER = "dat is geen getal"


def outside(values: Floats, allowed: tuple[float, float]) -> Flags:
    """Which values there are outside these limits; a gap is not."""
    low, high = allowed
    return (values < low) | (values > high)


@dataclass
class Sieve:
    """Takes out of the columns of one table what cannot be, and remembers it.

    Attributes:
        table: its name.
        codes: the areas, in the order of its columns.
        share: part of the figures of a column that may be left out.
        cells: what was left out.
    """

    table: str
    codes: Sequence[str]
    share: float
    cells: set[ImprobableCell] = field(default_factory=set)

    def take_out(
        self, key: FigureKey, column: str, wrong: Flags, found: Sequence[object], why: str
    ) -> None:
        """Remember the cells of a column that are wrong.

        Args:
            found: what stands in the source, per area.
            why: in Dutch, what was expected.

        Raises:
            SourceChangedError: if they are too many for a mistake in a cell.
        """
        places = np.flatnonzero(wrong).tolist()
        if not places:
            return
        known = sum(map(_is_there, found))
        texts = [_text(found[place]) for place in places]
        if too_many(len(places), known, self.share):
            raise SourceChangedError(
                f"Indicator {key.indicator}: kolom {column} van tabel {self.table} heeft op"
                f" {known} cellen {len(places)} onmogelijke waarden, zoals {texts[0]} bij"
                f" {self.codes[places[0]]} ({why}).",
                remedy="Controleer of de kolom nog hetzelfde onderwerp en dezelfde eenheid heeft."
                " Klopt zij, verhoog dan `onwaarschijnlijk.hoogstens_deel` in"
                " configs/bronnen.yaml: deze cellen worden dan weggelaten en gemeld.",
            )
        self.cells |= {
            ImprobableCell(
                table=self.table,
                column=column,
                region=str(self.codes[place]),
                period=key.period,
                age=key.age,
                value=text,
            )
            for place, text in zip(places, texts, strict=True)
        }


def _is_there(value: object) -> bool:
    return value is not None and not (isinstance(value, float) and isnan(value))


def _text(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else repr(str(value).strip()[:_LONGEST])
