"""The small table of a story: its figures in their own form, against the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wijkprofiel.charts.data import PlaceData
from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind
from wijkprofiel.configuration.story_texts import StoryTableTexts
from wijkprofiel.configuration.themes import Story
from wijkprofiel.documents.profile.story_pages import StoryRow, StoryTable
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import NO_MARK, BenchmarkScope, Outcome, Verdict, mark_of
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.points import PointWords
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class StoryRows:
    """Makes the tables of one area.

    Attributes:
        age_remarks: per indicator what has to be said where age explains most of a difference.
        division: year of the division that the area is on.
    """

    wording: Wording
    values: Values
    opening: OpeningWords
    age_remarks: Mapping[str, str]
    division: int

    @property
    def _texts(self) -> StoryTableTexts:
        return self.wording.texts.verhalen.tabel

    @property
    def _points(self) -> PointWords:
        return self.opening.points

    def table(self, story: Story, first: str, most: int) -> StoryTable:
        """The figures of a story.

        Args:
            first: the figure that the story is told by.
            most: how many rows there is room for.
        """
        chosen = self.figures(story, first)[:most]
        ordered = _parts_under_wholes(chosen, story.delen)
        year = ordered[0].observation.period
        parts = _parts(ordered, story.delen)
        rows = [self._row(value, parts, year) for value in ordered]
        shared = _shared_remarks(rows)
        notes = (*((self._texts.delen,) if parts else ()), *shared)
        return StoryTable(
            caption=self._texts.titel.format(naam=story.naam, gebied=self.wording.area),
            unit=self._unit(ordered, year),
            near=self._near(ordered, rows),
            country=self._country,
            word=self._texts.woord.format(land=self._country or ""),
            rows=tuple(_without(row, shared) for row in rows),
            notes=notes,
        )

    def figures(self, story: Story, first: str) -> list[IndicatorValue]:
        """The figures of a story that there are: the first, then what differs most."""
        names = [
            definition.id
            for definition in self.wording.voice.indicators.values()
            if definition.verhaal == story.id and definition.id not in story.zonder_rij
        ]
        known = [value for name in names if (value := self.known(name)) is not None]
        return sorted(known, key=lambda value: (value.indicator != first, -_distance(value)))

    def known(self, indicator: str) -> IndicatorValue | None:
        """The value of a figure, where the area has one."""
        value = self.values.main(indicator)
        return None if value is None or value.observation.value is None else value

    def word(self, value: IndicatorValue) -> str | None:
        """The word for a figure against the country; None where it is not compared with that."""
        verdict = _against_country(value)
        if verdict is None or verdict.outcome is Outcome.NOT_COMPARED:
            return None
        return self.wording.word(self.wording.definition(value.indicator), verdict)

    def _row(self, value: IndicatorValue, parts: Mapping[str, str], year: int) -> StoryRow:
        numbers, verdict = self._points.numbers(value), _against_country(value)
        name = self.opening.row_name(value.indicator)
        place = None if value.place is None else self.wording.notation.number(value.place)
        mark = NO_MARK if verdict is None else mark_of(verdict)
        axis = None
        if value.place is not None and place is not None and value.sign:
            text = self._texts.plaatje.format(naam=name, plaats=place)
            axis = PlaceData(half_up(value.place, 1), mark, text)
        return StoryRow(
            indicator=value.indicator,
            name=name,
            here=numbers.here,
            near=numbers.near,
            country=numbers.country,
            place=place,
            axis=axis,
            mark=mark,
            word=self.word(value) or self.wording.texts.oordeel.niet_vergeleken,
            elderly=self._elderly(value),
            remarks=tuple(self._remarks(value, parts, year)),
            is_part=value.indicator in parts,
        )

    def _elderly(self, value: IndicatorValue) -> str | None:
        """The figure of 65-plussers where its word against the country is another one."""
        elderly = self.values.elderly(value.indicator)
        if elderly is None or elderly.observation.value is None or elderly.sign != value.sign:
            return None
        word = self.word(elderly)
        if word is None or word == self.word(value):
            return None
        definition = self.wording.definition(value.indicator)
        number = self.wording.value_text(definition, elderly.observation.value)
        return self._texts.ouderen.format(getal=number, woord=word)

    def _remarks(self, value: IndicatorValue, parts: Mapping[str, str], year: int) -> Iterator[str]:
        definition, observation = self.wording.definition(value.indicator), value.observation
        margins = self.wording.cell(definition, observation).margins
        if margins is not None:
            yield self._texts.marges.format(marges=margins)
        if observation.period != year:
            yield self._texts.ander_jaar.format(jaar=observation.period)
        if observation.boundary_changed:
            yield self.wording.texts.tabel.grens.format(jaar=self.division)
        if value.indicator in self.age_remarks:
            yield self.age_remarks[value.indicator]
        caveat = definition.voorbehoud_kort or definition.voorbehoud
        # That a part counts in its whole is said once, under the table.
        if caveat and value.indicator not in parts:
            yield caveat
        yield from self.wording.remarks.of_rows([value])

    def _unit(self, values: list[IndicatorValue], year: int) -> str:
        distances = all(self._definition(value).soort is Kind.DISTANCE for value in values)
        head = self.wording.texts.tabel.onderwerp if distances else self._texts.van_de_100
        return self._texts.jaar.format(kop=head, jaar=year)

    def _near(self, values: Iterable[IndicatorValue], rows: Iterable[StoryRow]) -> str | None:
        """What the column is called: the whole where none of its figures is of the rest."""
        near = self.wording.compared.near
        if near is None or all(row.near is None for row in rows):
            return None
        named, items = self.wording.named[near.key], (each.by_role(Role.NEAR) for each in values)
        scopes = {item.verdict.scope for item in items if item is not None}
        return named.whole_column if scopes == {BenchmarkScope.WHOLE} else named.column

    @property
    def _country(self) -> str | None:
        country = self.wording.compared.country
        return None if country is None else self.wording.spoken(country.key)

    def _definition(self, value: IndicatorValue) -> IndicatorDefinition:
        return self.wording.definition(value.indicator)


def _against_country(value: IndicatorValue) -> Verdict | None:
    country = value.by_role(Role.COUNTRY)
    return None if country is None else country.verdict


def _distance(value: IndicatorValue) -> float:
    """How far a figure lies from the country, in spreads."""
    verdict = _against_country(value)
    return 0.0 if verdict is None or verdict.z is None else abs(verdict.z)


def _parts_under_wholes(
    values: list[IndicatorValue], wholes: Mapping[str, str]
) -> list[IndicatorValue]:
    """The same values, each part after its whole where that is among them and not behind it."""
    first, *others = values
    shown = {value.indicator for value in values}
    heads = [value for value in others if wholes.get(value.indicator) not in shown]
    ordered: list[IndicatorValue] = []
    for head in (first, *heads):
        own = [each for each in others if wholes.get(each.indicator) == head.indicator]
        ordered += [head, *own]
    left = [value for value in others if value not in ordered]
    return [*ordered, *left]


def _parts(values: list[IndicatorValue], wholes: Mapping[str, str]) -> dict[str, str]:
    """Parts that stand under their whole, with that whole."""
    found: dict[str, str] = {}
    head = ""
    for value in values:
        if wholes.get(value.indicator) == head:
            found[value.indicator] = head
        else:
            head = value.indicator
    return found


def _shared_remarks(rows: list[StoryRow]) -> tuple[str, ...]:
    """What stands with more than one row."""
    counted = Counter(remark for row in rows for remark in row.remarks)
    return tuple(remark for remark, times in counted.items() if times > 1)


def _without(row: StoryRow, remarks: tuple[str, ...]) -> StoryRow:
    return replace(row, remarks=tuple(each for each in row.remarks if each not in remarks))
