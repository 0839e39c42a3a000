"""Why there is no figure, in a few words."""

from __future__ import annotations

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.observation import Observation


def absence(texts: Texts, definition: IndicatorDefinition, figure: Observation) -> str:
    """Why a figure is not there; of a class near a limit, between which two it lies."""
    if figure.between is None:
        return texts.geen_cijfer[figure.status]
    one, other = (definition.klassen.get(str(each), str(each)) for each in figure.between)
    return texts.tabel.tussen_klassen.format(een=_without_shared_end(one, other), ander=other)


def _without_shared_end(one: str, other: str) -> str:
    """`zeer sterk stedelijk` beside `sterk stedelijk` as `zeer sterk`."""
    start, space, last = one.rpartition(" ")
    return start if space and other.endswith(f" {last}") else one
