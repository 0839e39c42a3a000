"""How the health figures of an edition go together with who lives where.

A property of the country as a whole: computed over all wijken with enough adults, once, when the
edition is compiled. An edition whose core table lacks one of the characteristics has none of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.configuration.characteristics import (
    Characteristic,
    CharacteristicScale,
    ResidentsDefinition,
)
from wijkprofiel.configuration.definitions import IndicatorDefinition, WantedTopic
from wijkprofiel.configuration.limits import PeopleLimits
from wijkprofiel.domain.figures import FigureKey, Residents
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.packing import Flags, Floats
from wijkprofiel.methods.regression import Regression, correlation

_PERCENT_DECIMALS, _R_DECIMALS = 3, 5


def residents_of(
    definition: ResidentsDefinition,
    core: JoinedTable,
    regions: pd.DataFrame,
    figures: Sequence[FigureColumn],
    limits: PeopleLimits,
) -> dict[FigureKey, Residents]:
    """Per figure of which it could be computed, how it goes together with who lives where.

    Args:
        core: table with the characteristics.
        figures: of health, one per indicator; others would be laid beside themselves.

    Raises:
        SourceChangedError: if a characteristic fits more than one column of the table.
    """
    columns = {name: _column(core, each) for name, each in definition.kenmerken.items()}
    known = {name: column for name, column in columns.items() if column is not None}
    if len(known) < len(columns):
        return {}
    adults = regions["adults"].to_numpy(dtype=float)
    wijken = (regions["level"] == RegionLevel.WIJK).to_numpy()
    counting = wijken & (adults >= limits.spreiding_vanaf)
    counting &= ~np.isnan(np.vstack(list(known.values()))).any(axis=0)
    enough = adults >= limits.alle_klassen_vanaf
    study = _Study(known, definition.jongeren, adults, definition.minstens_wijken)
    found = ((column.figure.key, study.of(column.values, counting, enough)) for column in figures)
    return {key: each for key, each in found if each is not None}


def health_of_adults(
    columns: Sequence[FigureColumn], indicators: Sequence[IndicatorDefinition]
) -> list[FigureColumn]:
    """The figures of the health monitor that a profile shows of adults."""
    health = {each.id for each in indicators if each.is_health}
    return [
        column
        for column in columns
        if column.figure.newest
        and column.figure.key.age is AgeGroup.ADULTS
        and column.figure.key.indicator in health
    ]


def _column(core: JoinedTable, wanted: Characteristic) -> Floats | None:
    """A characteristic of every region, NaN where it is not known; None if the table lacks it."""
    if wanted.onderwerp is not None:
        figures = _topic(core, wanted.onderwerp)
    else:
        figures = _share(core, wanted.teller or (), wanted.noemer or ())
    if figures is None or np.isnan(figures).all():
        return None
    if wanted.ontbreekt is not None:
        figures = np.where(np.isnan(figures), wanted.ontbreekt, figures)
    if wanted.schaal is CharacteristicScale.ROOT:
        return np.asarray(np.sqrt(figures))
    logarithm = wanted.schaal is CharacteristicScale.LOGARITHM
    return np.asarray(np.log(np.maximum(1, figures))) if logarithm else figures


def _topic(core: JoinedTable, names: Sequence[WantedTopic]) -> Floats | None:
    topic = core.topic(names)
    return None if topic is None else core.column(topic.key, AgeGroup.ALL, core.newest)


def _share(
    core: JoinedTable, parts: Sequence[WantedTopic], wholes: Sequence[WantedTopic]
) -> Floats | None:
    part, whole = _sum(core, parts), _sum(core, wholes)
    if part is None or whole is None:
        return None
    return np.asarray(np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0))


def _sum(core: JoinedTable, names: Sequence[WantedTopic]) -> Floats | None:
    columns = [_topic(core, [name]) for name in names]
    known = [column for column in columns if column is not None]
    return np.sum(known, axis=0) if len(known) == len(columns) else None


@dataclass(frozen=True)
class _Study:
    """The characteristics of all regions, laid beside one figure after another.

    Attributes:
        young: name of the share of young people.
        adults: per region, what weighs it.
        least: number of wijken under which nothing is said.
    """

    known: Mapping[str, Floats]
    young: str
    adults: Floats
    least: int
    _prepared: dict[bytes, Regression] = field(default_factory=dict)

    def of(self, figures: Floats, counting: Flags, enough: Flags) -> Residents | None:
        """How a figure goes together with them; None where it is known of too few wijken.

        Args:
            counting: regions that take part.
            enough: those with enough people to count as much as any other.
        """
        there = counting & ~np.isnan(figures)
        if np.sum(there) < self.least:
            return None
        weights = self.adults[there].tolist()
        young = correlation(
            figures[there].tolist(), self.known[self.young][there].tolist(), weights
        )
        explained = self._explained(figures, there, self.adults)
        if explained is None or young is None:
            return None
        large = there & enough
        unweighted = None
        if np.sum(large) >= self.least:
            unweighted = self._explained(figures, large, np.ones(len(figures)))
        return Residents(explained, unweighted, round(young, _R_DECIMALS), len(weights))

    def _explained(self, figures: Floats, there: Flags, weights: Floats) -> float | None:
        """R² in percent over some of the regions."""
        share = self._regression(there, weights).r_squared(figures[there].tolist())
        return None if share is None else round(100 * share, _PERCENT_DECIMALS)

    def _regression(self, there: Flags, weights: Floats) -> Regression:
        """Prepared once for all figures that are known of the same regions."""
        key = there.tobytes() + weights.tobytes()
        if key not in self._prepared:
            columns = [column[there].tolist() for column in self.known.values()]
            self._prepared[key] = Regression.on(columns, weights[there].tolist())
        return self._prepared[key]
