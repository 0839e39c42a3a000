"""The buurten of a wijk (or the wijken of a gemeente), because an average hides halves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import PartsTexts
from wijkprofiel.documents.profile.pages import BuurtCell, Buurten, BuurtRow
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import mark_of
from wijkprofiel.findings.values import IndicatorValue, Valuer
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.rows import RowMaker
from wijkprofiel.words.source_notes import SourceList


@dataclass(frozen=True, slots=True)
class BuurtValues:
    """One buurt (or the wijk itself) with its values, in the order of the columns."""

    region: Region
    values: tuple[IndicatorValue, ...]


@dataclass(frozen=True, slots=True)
class BuurtenMaker:
    """Makes the page of one wijk.

    Attributes:
        definitions: the indicators that are shown, in order.
        against: name of what the marks compare with: the country, whatever the tables show.
        fewest_adults: where fewer live, the estimate is too coarse to be named as an extreme.
    """

    rows: RowMaker
    definitions: tuple[IndicatorDefinition, ...]
    origins: dict[str, Origin]
    against: str
    fewest_adults: float

    @property
    def _texts(self) -> PartsTexts:
        return self.rows.wording.texts.buurten

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.rows.wording.texts)

    def values_of(self, valuer: Valuer) -> BuurtValues:
        """The values of one area."""
        values = (valuer.value(definition, _age(definition)) for definition in self.definitions)
        return BuurtValues(valuer.region, tuple(values))

    def page(self, wijk: BuurtValues, buurten: list[BuurtValues]) -> Buurten:
        """The page; `buurten` in order of code."""
        sources = SourceList.of(wijk.values, self.rows.wording.texts, self.origins)
        name = self.rows.wording.area
        level = wijk.region.level
        parts = self._texts.delen.word(level)
        counted = [buurt for buurt in buurten if self._counts(buurt.region)]
        return Buurten(
            title=self._texts.titel.word(level),
            lead=self._texts.aanloop.format(
                gebied=name, aantal=self._notation.number(len(buurten)), delen=parts
            ),
            against=self.against,
            headers=tuple(definition.korte_naam for definition in self.definitions),
            years=tuple(str(value.observation.period) for value in wijk.values),
            letters=tuple(sources.letter(value) for value in wijk.values),
            whole=self._row(wijk, self._texts.hele.word(level)),
            rows=tuple(self._row(buurt, buurt.region.name) for buurt in buurten),
            spreads=tuple(self._spreads(counted)),
            sources=sources.notes(),
            notes=tuple(self._notes(parts, all_count=len(counted) == len(buurten))),
        )

    def _counts(self, region: Region) -> bool:
        people = people_of(region, AgeGroup.ADULTS)
        return people is not None and people >= self.fewest_adults

    def _notes(self, parts: str, *, all_count: bool) -> Iterator[str]:
        yield self._texts.noot.format(benchmark=self.against)
        if not all_count:
            yield self._texts.weinig.format(
                delen=parts, vanaf=self._notation.number(self.fewest_adults)
            )

    def _row(self, area: BuurtValues, name: str) -> BuurtRow:
        people = area.region.inhabitants
        return BuurtRow(
            code=area.region.code,
            name=name,
            inhabitants=MISSING if people is None else self._notation.number(people),
            cells=tuple(self._cell(value) for value in area.values),
        )

    def _cell(self, value: IndicatorValue) -> BuurtCell:
        wording = self.rows.wording
        country = value.by_role(Role.COUNTRY)
        assert country is not None  # every part of an area lies in it
        return BuurtCell(
            cell=wording.cell(value.definition, value.observation),
            mark=mark_of(country.verdict),
            word=wording.word(value.definition, country.verdict),
        )

    def _spreads(self, buurten: list[BuurtValues]) -> Iterator[str]:
        """Per indicator the lowest and the highest of these buurten."""
        for place, definition in enumerate(self.definitions):
            known = [
                (figure, buurt.region.name)
                for buurt in buurten
                if (figure := buurt.values[place].observation.value) is not None
            ]
            if len(known) > 1:
                yield self._spread(definition, known)

    def _spread(self, definition: IndicatorDefinition, known: list[tuple[float, str]]) -> str:
        """From the lowest to the highest; a name only where no other has the same number."""
        printed = [self.rows.wording.value_text(definition, figure) for figure, _ in known]
        ends = []
        for figure, name in (min(known), max(known)):
            text = self.rows.wording.value_text(definition, figure)
            alone = printed.count(text) == 1
            ends.append(self._texts.met_naam.format(getal=text, deel=name) if alone else text)
        low, high = ends
        if low == high:
            return self._texts.gelijk.format(naam=definition.korte_naam, laag=low)
        return self._texts.uiteen.format(naam=definition.korte_naam, laag=low, hoog=high)


def _age(definition: IndicatorDefinition) -> AgeGroup:
    return AgeGroup.ALL if AgeGroup.ALL in definition.leeftijden else AgeGroup.ADULTS
