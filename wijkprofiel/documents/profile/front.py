"""Makes the first page: three things to begin with, what is there, and one question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wijkprofiel.configuration.definitions import Kind, Method
from wijkprofiel.configuration.front_texts import FrontTexts
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.locator import Locator
from wijkprofiel.documents.profile.front_fit import first_that_fits, ways_to_choose
from wijkprofiel.documents.profile.front_page import (
    Front,
    FrontChart,
    FrontQuestion,
    FrontRow,
    KeyCount,
    KeyMessage,
)
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Shape
from wijkprofiel.findings.changes import Change
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.opening import Opening
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.methods.union import rounded_sum
from wijkprofiel.words.cells import Cell
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.meeting import reached_at, when_and_where
from wijkprofiel.words.opening import NamedRow, OpeningWords
from wijkprofiel.words.remarks import Shown, shown_rounds, shown_values
from wijkprofiel.words.titles import subtitle_of
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class FrontMaker:
    """Makes the first page of one area.

    Attributes:
        origins: the tables behind the figures, by key.
    """

    found: AreaFindings
    wording: Wording
    opening: OpeningWords
    wishes: Wishes
    locator: Locator
    origins: Mapping[str, Origin]

    @property
    def _all_texts(self) -> Texts:
        return self.wording.texts

    @property
    def _texts(self) -> FrontTexts:
        return self._all_texts.voorblad

    @property
    def _notation(self) -> Notation:
        return self.wording.notation

    def page(self) -> Front:
        """The whole page, with as many rows and lines as fit on it."""
        opening = self.found.opening
        chosen = sum(row.point is not None for row in opening.rows)
        pages = (
            self._page(rows, lines)
            for rows, lines in ways_to_choose(len(opening.rows), chosen, len(opening.box))
        )
        return first_that_fits(pages)

    def _page(self, rows: int, lines: int) -> Front:
        """The page with this many rows, and this many lines of what is there."""
        head, opening = self._all_texts.omslag, self._all_texts.opening
        kept = replace(
            self.found.opening,
            rows=self.found.opening.rows[:rows],
            box=self.found.opening.box[:lines],
        )
        printed = _Printed(self.found, kept)
        return Front(
            kicker=head.aanhef,
            title=self.wishes.title or self.wording.names.title(self.found.area),
            subtitle=subtitle_of(
                self.wording.names, self.found.area, self.found.wijk, self._all_texts
            ),
            locator=self.locator,
            counts=tuple(self._counts()),
            details=tuple(self._details()),
            key_message=self._key_message(),
            heading=opening.titel,
            statements=self.opening.statements(),
            remarks=tuple(self._remarks()),
            box_heading=opening.kader,
            box=self.opening.box()[:lines],
            more=opening.verder,
            chart=self._chart(self.opening.rows()[:rows]),
            question=self._question(),
            notes=tuple(self._notes(printed)),
            map_note=self._map_note(),
            source=self._source(printed),
        )

    def _counts(self) -> Iterator[KeyCount]:
        """Inhabitants, households and children; what a profile file leaves out is not asked for."""
        residents = self._all_texts.wie_wonen_hier
        for key in residents.blokken.getallen[:2]:
            if (value := self._value(key)) is not None:
                definition = self.wording.definition(key)
                cell = self.wording.cell(definition, value.observation)
                yield KeyCount(key, cell, residents.bijschriften.get(key, definition.naam))
        value = self._value(self._texts.kinderen_uit)
        if value is not None and (value.joined is None or not value.joined.lacking):
            yield KeyCount(value.indicator, self._children(value), self._texts.kinderen)

    def _children(self, value: IndicatorValue) -> Cell:
        """How many children: what their share of the inhabitants was computed from."""
        count, status = value.observation.numerator, value.observation.status
        if count is None or value.observation.value is None:
            return self.wording.absent(status)
        found, is_sure = rounded_sum(count, 1 if value.joined is None else len(self._members))
        text = self._notation.number(found)
        if not is_sure:
            text = self._all_texts.tabel.ongeveer.format(getal=text)
        return Cell(text, found, status)

    @property
    def _members(self) -> tuple[Region, ...]:
        return self.found.area.members

    def _value(self, indicator: str) -> IndicatorValue | None:
        return self.found.values.by_key.get((indicator, AgeGroup.ALL))

    def _details(self) -> Iterator[tuple[str, str]]:
        texts, wishes = self._all_texts.omslag, self.wishes
        said = None if wishes.meeting is None else when_and_where(wishes.meeting, self._all_texts)
        if said is not None:
            yield texts.bijeenkomst, said
        if wishes.makers:
            yield texts.makers, self._notation.enumeration(wishes.makers)
        if (contact := reached_at(wishes.contact)) is not None:
            yield texts.contact, contact

    def _key_message(self) -> KeyMessage | None:
        text = self.wishes.key_message
        return None if text is None else KeyMessage(self._texts.kernboodschap, text)

    def _remarks(self) -> Iterator[str]:
        if small := self.opening.small():
            yield small
        pinned = [point.indicator for point in self.found.points.all if point.pinned]
        for pattern, keys in (
            (self._texts.vastgezet, pinned),
            (self._texts.weggelaten, sorted(self.wishes.dropped)),
        ):
            if keys:
                names = [self.wording.definition(key).korte_naam for key in keys]
                yield pattern.format(punten=self._notation.enumeration(names))

    def _chart(self, rows: tuple[NamedRow, ...]) -> FrontChart | None:
        texts, compared = self._texts.rij, self.wording.compared
        if not rows:
            return None
        near = compared.near if any(row.near is not None for row in rows) else None
        country = compared.country if any(row.country is not None for row in rows) else None
        return FrontChart(
            title=texts.titel,
            note=texts.uitleg.format(land=self._country),
            unit=texts.eenheid,
            here=texts.hier,
            near=None if near is None else self.wording.benchmarks[near.key],
            country=None if country is None else self.wording.benchmarks[country.key],
            rows=tuple(self._row(row) for row in rows),
        )

    @property
    def _country(self) -> str:
        country = self.wording.compared.country
        return self.found.area.name if country is None else self.wording.spoken(country.key)

    def _row(self, row: NamedRow) -> FrontRow:
        texts, definition = self._texts.rij, self.wording.definition(row.indicator)
        is_short = definition.soort is Kind.DISTANCE and row.mark.filled
        name = texts.afstand.format(naam=row.name) if is_short else row.name
        patterns = {Shape.UP: texts.kracht, Shape.DOWN: texts.zorg}
        place = "" if row.place is None else self._notation.number(row.place)
        pattern = patterns.get(row.mark.shape, texts.gewoon)
        return FrontRow(
            indicator=row.indicator,
            name=name,
            counted=row.counted,
            here=row.here,
            near=row.near,
            country=row.country,
            place=row.place,
            mark=row.mark,
            text=pattern.format(naam=name, plaats=place, land=self._country),
        )

    def _question(self) -> FrontQuestion:
        texts = self._texts
        whom = texts.vraag_bewoners if self.opening.asks_residents else texts.vraag_iedereen
        return FrontQuestion(whom, self.opening.question())

    def _notes(self, printed: _Printed) -> Iterator[str]:
        texts = self._texts.eerlijk
        values = [value for value in printed.values() if self._is_estimate(value)]
        rounds = tuple(printed.earlier())
        if values:
            years = self._notation.years({value.observation.period for value in values})
            known = any(value.observation.lower is not None for value in values)
            pattern = texts.met_marges if known else texts.zonder_marges
            dit = self._all_texts.gebieden.dit[self.found.area.kind]
            yield pattern.format(jaar=years, dit=dit)
        if rounds:
            yield texts.toen.format(jaar=self._notation.years({each.period for each in rounds}))
        yield from self.wording.remarks.sentences((*shown_values(values), *rounds))

    def _map_note(self) -> str | None:
        note = self.locator.note
        return None if note is None else self._texts.eerlijk.kaart.format(noot=note)

    def _is_estimate(self, value: IndicatorValue) -> bool:
        return self.wording.definition(value.indicator).methode is Method.MODEL

    def _source(self, printed: _Printed) -> str:
        """Where the printed figures come from."""
        counts = [self._value(count.indicator) for count in self._counts()]
        values = [value for value in (*counts, *printed.values()) if value is not None]
        keys = {value.figure.origin for value in values if value.figure is not None}
        names = sorted({self.origins[key].short for key in keys if key is not None})
        return self._texts.eerlijk.bron.format(bronnen="; ".join(names)) if names else ""


@dataclass(frozen=True, slots=True)
class _Printed:
    """What the page prints, with this many rows and lines of what is there."""

    found: AreaFindings
    opening: Opening

    def values(self) -> Iterator[IndicatorValue]:
        """Every figure of the area, or of its parts, each once."""
        keys = [*self.opening.printed, *(row.indicator for row in self.opening.rows)]
        for key in dict.fromkeys(keys):
            value = self.found.values.main(key)
            if value is not None and value.observation.value is not None:
                yield value

    def earlier(self) -> Iterator[Shown]:
        """The rounds that a change looks back to."""
        for change in self._changes():
            rounds = shown_rounds([self.found.trends[change.indicator]])
            yield from (each for each in rounds if each.period == change.first_year)

    def _changes(self) -> Iterator[Change]:
        told = self.opening.indicators
        concerns = {point.indicator for point in self.found.points.concerns} & told
        yield from (each for key, each in self.found.changes.items() if key in concerns)
        yield from (fact.change for fact in self.opening.box if fact.change is not None)
