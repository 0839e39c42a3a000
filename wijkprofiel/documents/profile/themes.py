"""Themes: which indicators stand together, in which tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Theme, ThemeSet
from wijkprofiel.documents.profile.pages import Questions, ThemeSection
from wijkprofiel.documents.profile.trend_tables import TrendTableMaker
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.verdict import Certainty
from wijkprofiel.findings.trends import Trend
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.cells import Caveat, Column, Row, Table
from wijkprofiel.words.formatting import Notation, capitalised, uncapitalised
from wijkprofiel.words.remarks import Shown, shown_rounds, shown_values
from wijkprofiel.words.rows import RowMaker
from wijkprofiel.words.source_notes import SourceList
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class ThemeMaker:
    """Makes the theme sections of one area.

    Attributes:
        elderly_note: the shares of 65-plussers, printed beside health figures.
        shown_before: indicators of the page with who live here; no table repeats them.
    """

    rows: RowMaker
    columns: tuple[Column, ...]
    values: Values
    origins: Mapping[str, Origin]
    elderly_note: str | None
    trends: Mapping[str, Trend]
    trend_tables: TrendTableMaker
    shown_before: frozenset[str]

    @property
    def _wording(self) -> Wording:
        return self.rows.wording

    @property
    def _texts(self) -> Texts:
        return self._wording.texts

    @property
    def _notation(self) -> Notation:
        return Notation.of(self._texts)

    def sections(
        self, theme_set: ThemeSet, definitions: Iterable[IndicatorDefinition]
    ) -> tuple[ThemeSection, ...]:
        """All themes of a set, in its order."""
        placed = [
            definition
            for definition in definitions
            if theme_set.id in definition.themas and definition.id not in self.shown_before
        ]
        of_theme = {
            theme.sleutel: [d for d in placed if d.themas[theme_set.id].thema == theme.sleutel]
            for theme in theme_set.themas
        }
        first = next(
            (key for key, mine in of_theme.items() if any(item.is_health for item in mine)), None
        )
        return tuple(
            self._section(
                theme, theme_set.id, of_theme[theme.sleutel], explains=theme.sleutel == first
            )
            for theme in theme_set.themas
        )

    def _section(
        self, theme: Theme, theme_set: str, mine: list[IndicatorDefinition], *, explains: bool
    ) -> ThemeSection:
        headings: list[str | None] = [*theme.koppen, None]
        tables = [
            table
            for heading in headings
            for table in self._tables(
                theme, heading, [d for d in mine if d.themas[theme_set].kop == heading]
            )
        ]
        trends = [self.trends[item.id] for item in mine if item.id in self.trends]
        return ThemeSection(
            key=theme.sleutel,
            name=theme.naam,
            about=theme.waarover,
            tables=tuple(tables),
            questions=Questions(theme.vragen.bewoners, theme.vragen.professionals),
            notes=(
                *self._section_notes(mine, explains=explains),
                *self._remarks(mine, shown_rounds(trends)),
            ),
            trend=self.trend_tables.table(trends),
            empty=None if tables else theme.leeg,
        )

    def _tables(
        self, theme: Theme, heading: str | None, definitions: list[IndicatorDefinition]
    ) -> Iterator[Table]:
        """Health figures and registers apart: they differ in unit, age group and certainty."""
        for health in (True, False):
            chosen = [item for item in definitions if item.is_health is health]
            values = [value for item in chosen if (value := self.values.main(item.id)) is not None]
            if values:
                yield self._table(theme, heading, values, health=health)

    def _table(
        self, theme: Theme, heading: str | None, values: list[IndicatorValue], *, health: bool
    ) -> Table:
        sources = SourceList.of(values, self._wording.voice, self.origins)
        rows = tuple(self._row(value, sources, values) for value in values)
        name = theme.koppen[heading] if heading else None
        shared = tuple(_shared_reason(rows, place) for place in range(len(self.columns)))
        caution, absence = _shared_caution(rows), _shared_absence(rows)
        return Table(
            heading=name,
            caption=self._caption(theme.naam, name),
            unit=self._texts.tabel.gezondheid if health else None,
            columns=self.columns,
            rows=rows,
            sources=sources.notes(),
            notes=(
                *self._absence_notes(absence),
                *self._whole_area_notes(rows),
                *self._reasons_said_once(shared),
                *self._boundary_notes(values),
                *((f"{capitalised(caution)}.",) if caution else ()),
            ),
            caveats=tuple(self._caveats(values)),
            shared_reasons=shared,
            shared_caution=caution,
            shared_absence=absence,
        )

    def _row(self, value: IndicatorValue, sources: SourceList, table: list[IndicatorValue]) -> Row:
        """One row; without one figure in its table, a column for 65-plussers has nothing to add."""
        known = any(each.observation.value is not None for each in table)
        elderly = self.values.elderly(value.indicator) if known else None
        return self.rows.row(value, sources.letter(value), elderly)

    def _absence_notes(self, reason: str | None) -> Iterator[str]:
        if reason is not None:
            yield self._texts.tabel.geen_cijfers.format(gebied=self._wording.area, reden=reason)

    def _caption(self, theme: str, heading: str | None) -> str:
        return self._texts.tabel.bijschrift.format(
            thema=theme,
            kop=f", {heading.lower()}" if heading else "",
            gebied=self._wording.area,
            benchmarks=self._notation.enumeration(
                [self._wording.spoken(column.key) for column in self.columns]
            ),
        )

    def _section_notes(
        self, definitions: list[IndicatorDefinition], *, explains: bool
    ) -> Iterator[str]:
        """What holds for all health figures of a theme; the first says why 65-plussers matter."""
        values = [
            value
            for item in definitions
            if item.is_health and (value := self.values.main(item.id)) is not None
        ]
        if values and self.elderly_note:
            yield self.elderly_note
            if explains:
                yield self._texts.tabel.ouderen_uitleg
        unlimited = [value for value in values if value.observation.lower is None]
        verdicts = [verdict for value in unlimited for verdict in value.verdicts]
        if any(verdict.certainty is Certainty.UNKNOWN for verdict in verdicts):
            yield self._texts.tabel.marges

    def _remarks(
        self, definitions: list[IndicatorDefinition], rounds: Iterable[Shown]
    ) -> tuple[str, ...]:
        """What holds for the rounds of the tables, unless it stands under the rounds."""
        tables = [
            value
            for item in definitions
            for value in (self.values.main(item.id), self.values.elderly(item.id))
        ]
        return self._wording.remarks.sentences(shown_values(tables), said=rounds)

    def _reasons_said_once(self, shared: tuple[str | None, ...]) -> Iterator[str]:
        by_reason: dict[str, list[str]] = {}
        for column, reason in zip(self.columns, shared, strict=True):
            if reason is not None and column.shows_word:
                by_reason.setdefault(reason, []).append(self._wording.wholes[column.key])
        for reason, names in by_reason.items():
            yield self._texts.tabel.niet_vergeleken.format(
                naam=self._notation.enumeration(names), reden=reason
            )

    def _boundary_notes(self, values: list[IndicatorValue]) -> Iterator[str]:
        """Per source with another border the land area then and now, once for all its rows."""
        changed = [v.observation.origin for v in values if v.observation.boundary_changed]
        by_areas: dict[tuple[int, int], list[str]] = {}
        for key in filter(None, dict.fromkeys(changed)):
            by_areas.setdefault(self.rows.boundary_changes[key], []).append(self.origins[key].table)
        for (here, there), tables in by_areas.items():
            yield self._texts.tabel.grens_uitleg.format(
                jaar=self.rows.division,
                tabel=self._notation.enumeration(tables),
                hier=self._notation.number(here),
                daar=self._notation.number(there),
            )

    def _caveats(self, values: list[IndicatorValue]) -> Iterator[Caveat]:
        """Caveats by row, in the order of the rows; one that several rows share is said once."""
        shared: dict[str, list[str]] = {}
        for value in values:
            definition = self._wording.definition(value.indicator)
            if definition.voorbehoud:
                shared.setdefault(definition.voorbehoud, []).append(definition.korte_naam)
            for text in self._wording.remarks.of_rows([value]):
                shared.setdefault(text, []).append(definition.korte_naam)
        for text, (first, *others) in shared.items():
            names = [first, *(uncapitalised(name) for name in others)]
            yield Caveat(self._notation.enumeration(names), text)

    def _whole_area_notes(self, rows: tuple[Row, ...]) -> Iterator[str]:
        """Explain cells that are of the whole area in a column of the rest."""
        for place, column in enumerate(self.columns):
            if any(
                row.benchmarks[place].note is not None and row.benchmarks[place].value is not None
                for row in rows
            ):
                name = self._wording.whole_of(column.key)
                yield self._texts.gebieden.hele_uitleg.format(naam=name)


def _shared_reason(rows: tuple[Row, ...], place: int) -> str | None:
    """Why nothing was compared with one benchmark, where that is the same for several rows."""
    compared = [row.judgements[place] for row in rows if row.value.value is not None]
    reasons = {judgement.reason for judgement in compared if not judgement.is_silent}
    return reasons.pop() if len(compared) > 1 and len(reasons) == 1 else None


def _shared_absence(rows: tuple[Row, ...]) -> str | None:
    """Why the area has no figure in a table of several rows, where that is the same for all."""
    reasons = {row.value.note if row.value.value is None else None for row in rows}
    return reasons.pop() if len(rows) > 1 and len(reasons) == 1 else None


def _shared_caution(rows: tuple[Row, ...]) -> str | None:
    """What has to be said with every word of a table, where several rows have one."""
    judged = [item for row in rows for item in row.judgements if item.reason is None]
    cautions = {item.caution for item in judged}
    several = sum(any(item.caution for item in row.judgements) for row in rows) > 1
    return cautions.pop() if several and len(cautions) == 1 else None
