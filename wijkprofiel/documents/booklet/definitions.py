"""What each indicator of an edition is, by theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.booklet_texts import BookletTexts
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.booklet.content import Definition, DefinitionGroup
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.findings.edition_findings import EditionFigure, EditionFindings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.source_notes import method_name


@dataclass(frozen=True)
class DefinitionMaker:
    """Says of every indicator what it is, whom it is about and where it comes from."""

    found: EditionFindings
    texts: Texts
    scope: Scope

    @property
    def _own(self) -> BookletTexts:
        return self.texts.boekje

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.texts)

    def groups(self) -> Iterator[DefinitionGroup]:
        """All of them, as the default themes have them."""
        figures = {each.indicator: each for each in self.found.figures}
        by_place: dict[tuple[str, str | None], list[Definition]] = {}
        themes = self.scope.theme_set
        for definition in self.scope.definitions:
            place = definition.themas[themes.id]
            made = self._definition(definition, figures[definition.id])
            by_place.setdefault((place.thema, place.kop), []).append(made)
        for theme in themes.themas:
            for heading in (None, *theme.koppen):
                if definitions := by_place.get((theme.sleutel, heading)):
                    title = theme.naam if heading is None else theme.koppen[heading]
                    yield DefinitionGroup(title, tuple(definitions))

    def _definition(self, definition: IndicatorDefinition, figure: EditionFigure) -> Definition:
        return Definition(
            indicator=definition.id,
            name=definition.naam,
            definition=definition.definitie,
            about=self._about(definition),
            origin=self._origin(definition, figure),
            caveat=definition.voorbehoud,
            remarks=tuple(self._remarks(definition, figure)),
        )

    def _about(self, definition: IndicatorDefinition) -> str:
        if definition.leeftijden == (AgeGroup.ALL,):
            return self._own.over_alle.format(populatie=definition.populatie)
        ages = [self._own.leeftijden[each] for each in definition.leeftijden]
        return self._own.over.format(
            populatie=definition.populatie, leeftijden=self._notation.enumeration(ages)
        )

    def _origin(self, definition: IndicatorDefinition, figure: EditionFigure) -> str:
        absent: Mapping[ValueStatus, str] = self.texts.geen_cijfer
        newest = figure.newest
        if newest is None or figure.is_outdated:
            return absent[ValueStatus.NOT_IN_EDITION]
        if newest.origin is None or not figure.years:
            return absent[newest.absent]
        origin = self.found.origins[newest.origin]
        return self._own.herkomst.format(
            tabel=origin.table,
            jaren=self._notation.years(figure.years),
            methode=method_name(self.texts, definition.methode),
        )

    def _remarks(self, definition: IndicatorDefinition, figure: EditionFigure) -> Iterator[str]:
        number = self._notation.number
        if definition.drempel:
            yield self._own.drempel.format(drempel=number(definition.drempel, definition.decimalen))
        if figure.rests_on_part and definition.vergelijken:
            yield self._own.deel_van_wijken.format(
                aantal=number(figure.wijken or 0), van=number(figure.of_wijken or 0)
            )
