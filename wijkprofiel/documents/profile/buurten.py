"""The buurten of a wijk (or the wijken of a gemeente), because an average hides halves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import PartsTexts
from wijkprofiel.documents.profile.pages import BuurtCell, Buurten, BuurtRow
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import mark_of
from wijkprofiel.findings.findings import PartFindings
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.remarks import shown_values
from wijkprofiel.words.rows import RowMaker
from wijkprofiel.words.source_notes import SourceList


@dataclass(frozen=True, slots=True)
class BuurtenMaker:
    """Makes the page of one wijk.

    Attributes:
        against: name of what the marks compare with: the country, whatever the tables show.
        fewest_adults: where fewer live, the estimate is too coarse to be named as an extreme.
    """

    rows: RowMaker
    origins: Mapping[str, Origin]
    against: str
    fewest_adults: float

    @property
    def _texts(self) -> PartsTexts:
        return self.rows.wording.texts.buurten

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.rows.wording.texts)

    def _definition(self, value: IndicatorValue) -> IndicatorDefinition:
        return self.rows.wording.definition(value.indicator)

    def page(self, wijk: PartFindings, buurten: Sequence[PartFindings]) -> Buurten:
        """The page; `buurten` in order of code."""
        sources = SourceList.of(wijk.values, self.rows.wording.voice, self.origins)
        name = self.rows.wording.area
        kind = wijk.area.kind
        parts = self._texts.delen.word(kind)
        areas = [buurt.area for buurt in buurten]
        told_apart = self.rows.wording.names.apart(areas)
        names = {area.code: name for area, name in zip(areas, told_apart, strict=True)}
        shown = shown_values(value for part in (wijk, *buurten) for value in part.values)
        counted = [buurt for buurt in buurten if self._counts(buurt.area)]
        return Buurten(
            title=self._texts.titel.word(kind),
            lead=self._texts.aanloop.format(
                gebied=name, aantal=self._notation.number(len(buurten)), delen=parts
            ),
            against=self.against,
            headers=tuple(self._definition(value).korte_naam for value in wijk.values),
            years=tuple(str(value.observation.period) for value in wijk.values),
            letters=tuple(sources.letter(value) for value in wijk.values),
            whole=self._row(wijk, self._texts.hele.word(kind)),
            rows=tuple(self._row(buurt, names[buurt.area.code]) for buurt in buurten),
            spreads=tuple(self._spreads(wijk, counted, names)),
            sources=sources.notes(),
            notes=(
                *self._notes(parts, all_count=len(counted) == len(buurten)),
                *self.rows.wording.remarks.sentences(shown),
            ),
        )

    def _counts(self, area: Area) -> bool:
        people = people_of(area, AgeGroup.ADULTS)
        return people is not None and people >= self.fewest_adults

    def _notes(self, parts: str, *, all_count: bool) -> Iterator[str]:
        yield self._texts.noot.format(benchmark=self.against)
        if not all_count:
            yield self._texts.weinig.format(
                delen=parts, vanaf=self._notation.number(self.fewest_adults)
            )

    def _row(self, part: PartFindings, name: str) -> BuurtRow:
        people = part.area.inhabitants
        return BuurtRow(
            code=part.area.code,
            name=name,
            inhabitants=MISSING if people is None else self._notation.number(people),
            cells=tuple(self._cell(value) for value in part.values),
        )

    def _cell(self, value: IndicatorValue) -> BuurtCell:
        wording, definition = self.rows.wording, self._definition(value)
        country = value.by_role(Role.COUNTRY)
        assert country is not None  # every part of an area lies in it
        return BuurtCell(
            cell=wording.cell(definition, value.observation),
            mark=mark_of(country.verdict),
            word=wording.word(definition, country.verdict),
        )

    def _spreads(
        self, wijk: PartFindings, buurten: list[PartFindings], names: Mapping[str, str]
    ) -> Iterator[str]:
        """Per indicator the lowest and the highest of these buurten."""
        for place, value in enumerate(wijk.values):
            known = [
                (figure, names[buurt.area.code])
                for buurt in buurten
                if (figure := buurt.values[place].observation.value) is not None
            ]
            if len(known) > 1:
                yield self._spread(self._definition(value), known)

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
