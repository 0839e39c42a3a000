"""The figures of areas one by one, as their sources give them: for whoever computes with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import Figure
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.figure_book import FigureBook


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one area.

    Attributes:
        observation: the figure in the unit of the indicator, not rounded; or why there is none.
        period: its year; None where the edition has no figure of any year.
        base_period: the first year of a change over time.
        newest: whether it is of the year that a profile shows.
        reason: why there is no figure, in Dutch; None where there is one.
        origin: the table that it comes from.
    """

    area: Area
    definition: IndicatorDefinition
    age: AgeGroup
    period: int | None
    base_period: int | None
    newest: bool
    observation: Observation
    reason: str | None
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class FigureRows:
    """Reads rows of an edition by the definitions of a catalogue."""

    book: FigureBook
    catalogue: Catalogue

    def of(self, area: Area) -> Iterator[FigureRow]:
        """Every indicator for every age group, of every year that the edition has."""
        for definition in self.catalogue.indicators.values():
            for age in definition.leeftijden:
                years = self._figures(definition, age)
                for figure in years or [None]:
                    yield self._row(area, definition, age, figure)

    def one(
        self, area: Area, definition: IndicatorDefinition, age: AgeGroup, period: int | None
    ) -> FigureRow:
        """One indicator for one age group.

        Args:
            period: the year; None for the year that a profile shows.
        """
        figures = self._figures(definition, age)
        shown = self.book.shown(area, definition.id, age) if figures else None
        if period is None:
            return self._row(area, definition, age, shown)
        found = next((each for each in figures if each.key.period == period), None)
        return self._row(area, definition, age, found, period)

    def _figures(self, definition: IndicatorDefinition, age: AgeGroup) -> tuple[Figure, ...]:
        """The years that there are, unless the definition now points at another source."""
        stored = self.book.edition.fingerprints.get(definition.id)
        fits = stored == definition.bron.fingerprint()
        return self.book.rounds(definition.id, age) if fits else ()

    def _row(
        self,
        area: Area,
        definition: IndicatorDefinition,
        age: AgeGroup,
        figure: Figure | None,
        period: int | None = None,
    ) -> FigureRow:
        if figure is None:
            division = self.book.edition.info.division
            found = Observation.absent(ValueStatus.NOT_IN_EDITION, period or division, age)
        else:
            period, found = figure.key.period, self.book.observation(area, figure.key)
        reasons, origins = self.catalogue.texts.geen_cijfer, self.book.edition.origins
        return FigureRow(
            area=area,
            definition=definition,
            age=age,
            period=period,
            base_period=None if figure is None else figure.base_period,
            newest=figure is not None and figure == self.book.newest(definition.id, age),
            observation=found,
            reason=None if found.value is not None else reasons[found.status],
            origin=None if figure is None or figure.origin is None else origins[figure.origin],
        )
