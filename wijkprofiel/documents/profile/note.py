"""The note: two pages on an area of which there is no picture of its own.

Where too few people live to say anything of them, or health figures are not there, a profile would
be a row of dashes. The note says so, shows the figures of the gemeente, and asks the people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import Method
from wijkprofiel.configuration.note_texts import NoteTexts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.roles import Role
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.cells import Cell
from wijkprofiel.words.colophon import in_figures, made_again, made_with
from wijkprofiel.words.opening import OpeningWords, Statement
from wijkprofiel.words.source_notes import full_citation
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One figure of the gemeente and of the country; without a figure a dash with the reason."""

    indicator: str
    name: str
    gemeente: Cell
    country: Cell


@dataclass(frozen=True, slots=True)
class NoteTable:
    """The main figures of the gemeente, none of the area.

    Attributes:
        heading, lead, caption: that they are of the gemeente.
        unit: what the numbers are.
        gemeente, country: what stands above the two columns.
        years: of which years the figures are.
    """

    heading: str
    lead: str
    caption: str
    unit: str
    gemeente: str
    country: str
    years: str
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What stands on the two pages, besides the title and the map of the cover.

    Attributes:
        people: how many people live in the area; None where that is not known.
        statements: the three things to begin with.
        key_message: one sentence by the working group.
        question: one question about them.
        unsaid: what cannot be said, a paragraph each.
        prompts: what somebody can add, each with room to write.
        made: how the figures were made.
        sources: the tables that are cited.
        made_with: name and code in the figures, version, edition and configuration.
        made_again: the command that makes it again; None where no command does.
    """

    people: str | None
    statements: tuple[Statement, ...]
    key_message: str | None
    question: str
    table: NoteTable
    unsaid: tuple[str, ...]
    prompts: tuple[str, ...]
    made: str
    sources: tuple[str, ...]
    made_with: str
    made_again: str | None


def is_note(found: AreaFindings) -> bool:
    """Whether an area lacks what a profile is made of."""
    return found.lack is not None


@dataclass(frozen=True, slots=True)
class NoteMaker:
    """Makes the note of one area.

    Attributes:
        origins: the tables behind the figures, by key.
        fewest_adults: where fewer live, nothing is said of them.
        key_message: one sentence by the working group.
    """

    found: AreaFindings
    wording: Wording
    opening: OpeningWords
    edition: EditionInfo
    origins: Mapping[str, Origin]
    imprint: Imprint
    fewest_adults: float
    key_message: str | None = None

    def note(self) -> Note:
        """Everything together."""
        values = tuple(self._values())
        return Note(
            people=self._people(),
            statements=self.opening.statements(),
            key_message=self.key_message,
            question=self.opening.question(),
            table=self._table(values),
            unsaid=tuple(self._unsaid()),
            prompts=tuple(
                prompt.format(gebied=self.wording.area) for prompt in self._texts.aanvullen.vragen
            ),
            made=self._made(values),
            sources=tuple(self._sources(values)),
            made_with=self._made_with(),
            made_again=made_again(self.wording.texts, self.imprint),
        )

    @property
    def _texts(self) -> NoteTexts:
        return self.wording.texts.notitie

    @property
    def _names(self) -> dict[str, str]:
        return {"gebied": self.wording.area, "gemeente": self._gemeente}

    @property
    def _gemeente(self) -> str:
        return self.wording.names.of(self._home)

    @property
    def _home(self) -> Area:
        assert self.found.homes is not None  # what has a lack lies in one, or in several
        return self.found.homes

    def _people(self) -> str | None:
        people = self.found.area.inhabitants
        if people is None:
            return None
        if people == 0:
            return self._texts.niemand
        return self._texts.inwoners.format(aantal=self.wording.notation.number(people))

    def _values(self) -> Iterator[IndicatorValue]:
        """The figures of the table, in the order of the texts; left out is what makers dropped."""
        for indicator in self._texts.cijfers.rijen:
            value = self.found.values.by_key.get((indicator, AgeGroup.ADULTS))
            if value is not None:
                yield value

    def _table(self, values: tuple[IndicatorValue, ...]) -> NoteTable:
        texts, names = self._texts.cijfers, self._names
        periods = {value.observation.period for value in values}
        country = self.found.benchmarks.country
        return NoteTable(
            heading=texts.kop.format(gemeente=self._gemeente),
            lead=texts.aanloop.format(**names),
            caption=texts.bijschrift.format(**names),
            unit=texts.eenheid,
            gemeente=self._gemeente,
            country="" if country is None else self.wording.names.of(country.area),
            years=texts.jaar.format(jaren=self.wording.notation.years(periods)),
            rows=tuple(self._row(value) for value in values),
        )

    def _row(self, value: IndicatorValue) -> NoteRow:
        return NoteRow(
            indicator=value.indicator,
            name=self.opening.row_name(value.indicator),
            gemeente=self._cell(value, Role.NEAR),
            country=self._cell(value, Role.COUNTRY),
        )

    def _cell(self, value: IndicatorValue, role: Role) -> Cell:
        definition = self.wording.definition(value.indicator)
        item = value.by_role(role)
        assert item is not None  # near and country are always compared with
        return self.wording.cell(definition, item.figure)

    def _unsaid(self) -> Iterator[str]:
        texts, lack = self._texts.niet_gezegd, self.found.lack
        if lack is not None and not lack.too_few_people:
            yield texts.zonder_cijfers.format(**self._names)
        elif people_of(self.found.area, AgeGroup.ADULTS) is None:
            yield texts.onbekend.format(gebied=self.wording.area)
        else:
            fewest = self.wording.notation.number(self.fewest_adults)
            yield texts.weinig.format(gebied=self.wording.area, vanaf=fewest)
        yield from (text.format(**self._names) for text in texts.altijd)

    def _made(self, values: tuple[IndicatorValue, ...]) -> str:
        texts = self._texts.gemaakt
        methods = {self.wording.definition(value.indicator).methode for value in values}
        estimated = [texts.schatting] if Method.MODEL in methods else []
        return " ".join([*estimated, texts.altijd])

    def _made_with(self) -> str:
        texts = self.wording.texts
        made = made_with(texts, self.edition, self.imprint, brief=True)
        return f"{in_figures(texts, self.found.area)} {made}"

    def _sources(self, values: tuple[IndicatorValue, ...]) -> Iterator[str]:
        """The tables behind what is printed, each once."""
        told = (self.found.values.main(key) for key in sorted(self.found.opening.indicators))
        used = _origins_of([*values, *(value for value in told if value is not None)])
        used |= self._of_people() | self._of_outlines()
        yield from (full_citation(self.wording.texts, self.origins[key]) for key in sorted(used))

    def _of_people(self) -> set[str]:
        """Where the number of inhabitants comes from: the registers on the area's own division."""
        counted = (
            value
            for value in self.found.values.all
            if not value.is_health and value.age is AgeGroup.ALL
        )
        division = self.found.area.division
        return {key for key in _origins_of(counted) if self.origins[key].division == division}

    def _of_outlines(self) -> set[str]:
        """Where the map comes from: what is on its division, but for the monitor."""
        drawn = next(iter(filter(None, [self.found.map, *self.found.maps])), None)
        if drawn is None:
            return set()
        monitor = _origins_of(value for value in self.found.values.all if value.is_health)
        mapped = {key for key, each in self.origins.items() if each.division == drawn.year}
        return mapped - monitor


def _origins_of(values: Iterable[IndicatorValue]) -> set[str]:
    """The tables of some figures."""
    origins = (value.figure.origin for value in values if value.figure is not None)
    return {origin for origin in origins if origin is not None}
