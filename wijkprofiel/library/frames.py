"""Figures as pandas tables: the only place at build time that knows pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pandas import DataFrame, Series

from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.observation import Observation
from wijkprofiel.workshop.figure_rows import FigureRow

__all__ = ["COLUMNS", "DataFrame", "frame_of"]

_Read = Callable[[FigureRow], Any]
_COLUMNS: dict[str, tuple[str, _Read]] = {
    "code": ("str", lambda row: row.area.code),
    "area": ("str", lambda row: row.area.name),
    "level": ("str", lambda row: row.area.kind.value),
    "gemeente": ("str", lambda row: row.area.gemeente_name),
    "inhabitants": ("Int64", lambda row: row.area.inhabitants),
    "indicator": ("str", lambda row: row.definition.id),
    "name": ("str", lambda row: row.definition.naam),
    "age": ("str", lambda row: row.age.value),
    "period": ("Int64", lambda row: row.period),
    "base_period": ("Int64", lambda row: row.base_period),
    "newest": ("bool", lambda row: row.newest),
    "value": ("float64", lambda row: row.observation.value),
    "lower": ("float64", lambda row: row.observation.lower),
    "upper": ("float64", lambda row: row.observation.upper),
    "unit": ("str", lambda row: row.definition.eenheid.value),
    "status": ("str", lambda row: row.observation.status.value),
    "reason": ("str", lambda row: row.reason),
    "method": ("str", lambda row: row.definition.methode.value),
    "table": ("str", lambda row: row.origin.table if row.origin else None),
    "source": ("str", lambda row: row.origin.short if row.origin else None),
    "boundary_changed": ("bool", lambda row: row.observation.boundary_changed),
    "basis": ("str", lambda row: row.observation.basis.value),
    "published": ("float64", lambda row: _published(row.observation)),
}
COLUMNS = tuple(_COLUMNS)


def _published(observation: Observation) -> float | None:
    return None if observation.published is None else observation.published.value


def frame_of(rows: Iterable[FigureRow], edition: EditionInfo) -> DataFrame:
    """A row per figure; what is missing is NaN, with its cause in `status` and `reason`.

    The edition that the figures are of stands in `attrs`.
    """
    listed = list(rows)
    frame = DataFrame(
        {
            name: Series([read(row) for row in listed], dtype=kind)
            for name, (kind, read) in _COLUMNS.items()
        }
    )
    frame.attrs = {"edition": edition.id, "as_of": edition.as_of, "content": edition.content}
    return frame
