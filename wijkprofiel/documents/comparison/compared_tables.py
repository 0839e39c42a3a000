"""The tables of a comparison: who live there, health, and every figure for a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.charts.data import BesideData
from wijkprofiel.configuration.comparison_texts import ComparisonTexts
from wijkprofiel.configuration.definitions import IndicatorDefinition, Unit
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.comparison.content import (
    ComparedCell,
    ComparedFigure,
    ComparedRow,
    ComparedTable,
    PictureRow,
    PictureTable,
)
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Certainty
from wijkprofiel.findings.comparison import SideBySide
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import significant
from wijkprofiel.words.cells import Cell
from wijkprofiel.words.compared import ApartWording
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.remarks import shown_values
from wijkprofiel.words.source_notes import SourceList
from wijkprofiel.words.unions import UnionWords
from wijkprofiel.words.wording import Wording

_TWO = 2
"""Areas that one line has marks for."""
_OFTEN = 3
"""Rows without a figure for one reason, from which that is said of the whole table."""


@dataclass(frozen=True)
class TableMaker:
    """Makes the tables of one comparison.

    Attributes:
        wordings: per area a voice that speaks of it, in their order.
        words: says how far they lie apart.
    """

    findings: Findings
    beside: SideBySide
    wordings: tuple[Wording, ...]
    words: ApartWording
    scope: Scope
    limits: JudgementLimits

    @property
    def _all(self) -> Texts:
        return self.words.wording.texts

    @property
    def _texts(self) -> ComparisonTexts:
        return self._all.vergelijking

    @property
    def _notation(self) -> Notation:
        return Notation.of(self._all)

    @property
    def _areas(self) -> tuple[AreaFindings, ...]:
        return self.findings.areas

    @property
    def _named(self) -> str:
        return self._notation.enumeration(list(self.words.names.values()))

    @property
    def _definitions(self) -> Mapping[str, IndicatorDefinition]:
        return {each.id: each for each in self.scope.definitions}

    def residents(self) -> ComparedTable:
        """Who live there: numbers beside each other, with no judgement."""
        texts, known = self._texts.wie_wonen_er, self._definitions
        shown = [known[key] for key in texts.cijfers if key in known]
        values = [value for each in shown for value in self._values(each, AgeGroup.ALL)]
        sources = self._sources(values)
        rows = [self._row(each, AgeGroup.ALL, sources, judged=False) for each in shown]
        return ComparedTable(
            caption=texts.bijschrift.format(gebieden=self._named),
            unit=None,
            rows=(*rows[:1], self._adults(), *rows[1:]),
            notes=(*self._absences(shown, AgeGroup.ALL), texts.noot),
            sources=sources.notes(),
        )

    def health(self) -> ComparedTable | None:
        """Health by theme: what each area has, its word against the country, and the difference."""
        shown = [each for each in self._by_theme() if self._is_known(each)]
        if not shown:
            return None
        values = [value for each in shown for value in self._values(each, AgeGroup.ADULTS)]
        rows, sources, before = list[ComparedRow](), self._sources(values), None
        for definition in shown:
            theme = definition.themas[self.scope.theme_set.id].thema
            begins = before is not None and theme != before
            rows.append(self._row(definition, AgeGroup.ADULTS, sources, begins_group=begins))
            if self.beside.shows_elderly and AgeGroup.ELDERLY in definition.leeftijden:
                rows.append(self._row(definition, AgeGroup.ELDERLY, sources))
            before = theme
        return ComparedTable(
            caption=self._texts.gezondheid.bijschrift.format(gebieden=self._named),
            unit=self._all.tabel.gezondheid,
            rows=tuple(rows),
            notes=(
                *self._absences(shown, AgeGroup.ADULTS),
                *self._without_figures(),
                *self._left_out(rows),
                *self.words.wording.remarks.sentences(shown_values(values)),
                *self._of_one_figure(shown),
                *self._margins(values),
            ),
            sources=sources.notes(),
        )

    def picture(self) -> PictureTable | None:
        """A few figures at a glance: of two areas, where no rows of 65-plussers take the room."""
        texts, known = self._texts.gezondheid, self._definitions
        shown = [
            known[key]
            for key in texts.grafiek_cijfers
            if key in known and self._is_known(known[key])
        ]
        if len(self._areas) > _TWO or self.beside.shows_elderly or not shown:
            return None
        return PictureTable(texts.grafiek, tuple(map(self._pictured, shown)))

    def _pictured(self, definition: IndicatorDefinition) -> PictureRow:
        texts, values = self._texts.gezondheid, self._values(definition, AgeGroup.ADULTS)
        cells = [
            wording.cell(definition, value.observation)
            for wording, value in zip(self.wordings, values, strict=True)
        ]
        country = self._country(definition, values[0]) or self.words.wording.absent(
            ValueStatus.NOT_APPLICABLE
        )
        names = [*self.words.names.values(), self._texts.land]
        told = [
            texts.grafiek_cijfer.format(gebied=name, getal=cell.text)
            for name, cell in zip(names, (*cells, country), strict=True)
        ]
        return PictureRow(
            indicator=definition.id,
            name=definition.korte_naam,
            data=BesideData(
                first=cells[0].value,
                second=cells[1].value,
                country=country.value,
                text=texts.grafiek_beeld.format(
                    naam=definition.korte_naam, cijfers=self._notation.enumeration(told)
                ),
            ),
            cells=tuple(cells),
            country=country,
        )

    def figures(self) -> Iterator[ComparedFigure]:
        """Every figure of every area, with its difference."""
        for apart in self.beside.differences:
            definition = self._definitions[apart.indicator]
            for place, found in enumerate(self._areas):
                yield self._figure(definition, apart.age, place, found)

    def _figure(
        self, definition: IndicatorDefinition, age: AgeGroup, place: int, found: AreaFindings
    ) -> ComparedFigure:
        value, wording = found.values.by_key[(definition.id, age)], self.wordings[place]
        country = value.by_role(Role.COUNTRY)
        apart = self.beside.of(definition.id, age)
        theirs = None if country is None else country.figure
        return ComparedFigure(
            code=found.area.code,
            indicator=definition.id,
            name=definition.naam,
            unit=definition.eenheid.value,
            method=definition.methode.value,
            scale=definition.schaal.value,
            observation=value.observation,
            printed=wording.printed_number(definition, value.observation.value),
            country=theirs,
            printed_country=None
            if theirs is None
            else wording.printed_number(definition, theirs.value),
            judgement=None if country is None else wording.judgement(definition, country.verdict),
            apart=apart,
            word=self.words.word(apart),
        )

    def health_definitions(self) -> list[IndicatorDefinition]:
        """The figures of the health table, in its order."""
        return [each for each in self._by_theme() if self._is_known(each)]

    def _by_theme(self) -> list[IndicatorDefinition]:
        themes = self.scope.theme_set
        place = {theme.sleutel: number for number, theme in enumerate(themes.themas)}
        health = [
            each
            for each in self.scope.definitions
            if each.is_health and AgeGroup.ADULTS in each.leeftijden and themes.id in each.themas
        ]
        return sorted(health, key=lambda each: place.get(each.themas[themes.id].thema, len(place)))

    def _is_known(self, definition: IndicatorDefinition) -> bool:
        values = self._values(definition, AgeGroup.ADULTS)
        return any(value.observation.value is not None for value in values)

    def _values(self, definition: IndicatorDefinition, age: AgeGroup) -> list[IndicatorValue]:
        return [each.values.by_key[(definition.id, age)] for each in self._areas]

    def _row(
        self,
        definition: IndicatorDefinition,
        age: AgeGroup,
        sources: SourceList,
        *,
        judged: bool = True,
        begins_group: bool = False,
    ) -> ComparedRow:
        values = self._values(definition, age)
        codes = [each.area.code for each in self._areas]
        figures = {code: value.observation.value for code, value in zip(codes, values, strict=True)}
        apart = self.words.cell(definition, self.beside.of(definition.id, age), figures)
        figure = values[0].figure
        return ComparedRow(
            indicator=definition.id,
            name=self._row_name(definition, age),
            age=age,
            cells=tuple(
                self._cell(definition, value, place, judged=judged)
                for place, value in enumerate(values)
            ),
            country=self._country(definition, values[0]),
            apart=apart if definition.vergelijken else None,
            year="" if figure is None else str(figure.key.period),
            source=sources.letter(values[0]),
            notes=tuple(filter(None, (apart.note, *self._remarks(values)))),
            is_elderly=age is AgeGroup.ELDERLY,
            begins_group=begins_group,
        )

    def _row_name(self, definition: IndicatorDefinition, age: AgeGroup) -> str:
        """Its short name; of a share that is no health figure the name that says of whom."""
        if age is AgeGroup.ELDERLY:
            return self._texts.gezondheid.ouderen_rij.format(naam=definition.korte_naam)
        of_whom = definition.eenheid is Unit.PERCENT and not definition.is_health
        return definition.naam if of_whom else definition.korte_naam

    def _cell(
        self, definition: IndicatorDefinition, value: IndicatorValue, place: int, *, judged: bool
    ) -> ComparedCell:
        wording, country = self.wordings[place], value.by_role(Role.COUNTRY)
        cell = wording.cell(definition, value.observation)
        if not judged or country is None or value.observation.value is None:
            return ComparedCell(cell, None)
        return ComparedCell(cell, wording.judgement(definition, country.verdict))

    def _country(self, definition: IndicatorDefinition, value: IndicatorValue) -> Cell | None:
        found = value.by_role(Role.COUNTRY)
        if found is None or not definition.vergelijken:
            return None
        return self.words.wording.cell(definition, found.figure)

    def _adults(self) -> ComparedRow:
        """How many adults there are, roughly: the health figures are about them."""
        texts = self._texts.wie_wonen_er
        return ComparedRow(
            indicator=None,
            name=texts.volwassenen,
            age=AgeGroup.ADULTS,
            cells=tuple(ComparedCell(self._roughly(each), None) for each in self._areas),
            country=None,
            apart=None,
        )

    def _roughly(self, found: AreaFindings) -> Cell:
        people = people_of(found.area, AgeGroup.ADULTS)
        if people is None:
            status = ValueStatus.MISSING
            return Cell(MISSING, None, status, self._all.geen_cijfer[status])
        rounded = significant(people, self.limits.aantallen.cijfers)
        number = self._notation.number(rounded)
        text = self._texts.wie_wonen_er.ongeveer.format(aantal=number)
        return Cell(text, people, ValueStatus.AVAILABLE)

    def _absences(self, shown: Sequence[IndicatorDefinition], age: AgeGroup) -> Iterator[str]:
        """Why an area has no figure, or what its zero means; not where it has no health at all."""
        found: dict[str, list[str]] = {}
        for definition in shown:
            for place, value in enumerate(self._values(definition, age)):
                note = self.wordings[place].cell(definition, value.observation).note
                area = self._areas[place]
                if note and not (value.is_health and _has_no_health(area)):
                    reason = self._all.wie_wonen_hier.voorbehoud.format(
                        naam=self.words.names[area.area.code], tekst=note
                    )
                    found.setdefault(reason, []).append(definition.korte_naam)
        yield from _in_notes(found, self._notation)

    def _remarks(self, values: Sequence[IndicatorValue]) -> Iterator[str]:
        """What has to stand beside a figure of a werkgebied of which parts have none."""
        for wording, found, value in zip(self.wordings, self._areas, values, strict=True):
            if found.union is None or value.joined is None or value.observation.value is None:
                continue
            words, figure = union_words(found, wording, self.limits), value.observation
            remark = words.remark(value.joined, approximate=figure.approximate)
            if remark is not None:
                name = self.words.names[found.area.code]
                yield self._all.wie_wonen_hier.voorbehoud.format(naam=name, tekst=remark)

    def _without_figures(self) -> Iterator[str]:
        """Areas without any health figure, with the most frequent reason."""
        for found in self._areas:
            if _has_no_health(found):
                statuses = Counter(each.observation.status for each in found.values.health_asked)
                reason = self._all.geen_cijfer[statuses.most_common(1)[0][0]]
                yield self._all.tabel.geen_cijfers.format(
                    gebied=self.words.names[found.area.code], reden=reason
                )

    def _left_out(self, rows: Sequence[ComparedRow]) -> Iterator[str]:
        """Areas whose figures do not count, by age, each once."""
        for age in (AgeGroup.ADULTS, AgeGroup.ELDERLY):
            codes = [
                code
                for row in rows
                if row.age is age and row.apart is not None
                for code in row.apart.apart.left_out
            ]
            if codes:
                people = self.limits.mensen.geen_oordeel_onder
                yield self.words.left_out(list(dict.fromkeys(codes)), age, people)

    def _margins(self, values: Sequence[IndicatorValue]) -> Iterator[str]:
        found = (value.by_role(Role.COUNTRY) for value in values)
        known = {each.verdict.certainty for each in found if each is not None}
        if known == {Certainty.UNKNOWN}:
            yield self._all.tabel.marges

    def _of_one_figure(self, shown: Sequence[IndicatorDefinition]) -> Iterator[str]:
        """Remarks about the round of one figure alone, with its name."""
        for definition in shown:
            values = self._values(definition, AgeGroup.ADULTS)[:1]
            for text in self.words.wording.remarks.of_rows(values):
                yield self._all.wie_wonen_hier.voorbehoud.format(
                    naam=definition.korte_naam, tekst=text
                )

    def _sources(self, values: Sequence[IndicatorValue]) -> SourceList:
        return SourceList.of(values, self.words.wording.voice, self.findings.origins)


def _has_no_health(found: AreaFindings) -> bool:
    return bool(found.values.health_asked) and not found.values.health()


def _in_notes(absences: Mapping[str, Sequence[str]], notation: Notation) -> Iterator[str]:
    """Why there are no figures, each reason once: with the rows it is about, or of many."""
    for reason, names in absences.items():
        if len(names) >= _OFTEN:
            yield f"{reason}."
        else:
            yield f"{notation.enumeration(names)}, {reason}."


def union_words(found: AreaFindings, wording: Wording, limits: JudgementLimits) -> UnionWords:
    """What says of a werkgebied what it is; only of one."""
    assert found.union is not None
    return UnionWords(
        voice=wording.voice,
        names=wording.names,
        limits=limits.werkgebieden,
        area=found.area,
        called=wording.area,
        about=found.union,
        apart=found.apart,
    )
