"""One area in one edition, and what the finder of causes asks of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.areas.parts import people_of, share_of
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition, Scale
from wijkprofiel.configuration.remarks import lacking_in_copies
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import Figure
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.edition.manifest import Manifest, TableRecord
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.benchmarks import Benchmark, Benchmarks
from wijkprofiel.findings.between_editions.figure_pair import FigureInEdition, Ruler, Standing
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.judge import Judge, Subject
from wijkprofiel.findings.trends import Trend, TrendMaker

Rounds = Mapping[int, Figure]
"""The figures of one indicator for one age group, by year."""


@dataclass(frozen=True)
class EditionSide:
    """One of two editions, read by the configuration of today.

    Attributes:
        manifest: what the edition was made of.
    """

    book: FigureBook
    manifest: Manifest

    @classmethod
    def of(cls, edition: Edition, manifest: Manifest, catalogue: Catalogue) -> EditionSide:
        """An edition by a catalogue of all tables."""
        indicators = {**catalogue.elsewhere, **catalogue.indicators}
        lacking = lacking_in_copies(catalogue.remarks.values())
        return cls(FigureBook(edition, lacking, indicators, catalogue.limits), manifest)

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.book.edition

    @cached_property
    def deliveries(self) -> Mapping[str, TableRecord]:
        """The tables that it was made of, by their key in the edition."""
        return {record.snapshot: record for record in self.manifest.tables}

    def delivery(self, origin: str | None) -> tuple[str | None, str | None]:
        """By what a delivery of a table is told from another one."""
        record = None if origin is None else self.deliveries.get(origin)
        return (None, None) if record is None else (record.sha256, record.origin.modified)

    def table(self, origin: str | None) -> str | None:
        """The number of a table at its publisher."""
        return None if origin is None else self.edition.origins[origin].table

    def rounds(self, indicator: str, age: AgeGroup) -> Rounds:
        """Every year that it has of a figure."""
        return {figure.key.period: figure for figure in self.book.rounds(indicator, age)}


class AreaSide:
    """One area in one edition; everything is looked up once, and only if it is asked for."""

    def __init__(self, side: EditionSide, area: Area, catalogue: Catalogue) -> None:
        self.side, self.area, self.limits = side, area, catalogue.limits
        self._around = Surroundings.of(side.edition, area)
        self._benchmarks = Benchmarks.of(self._around, catalogue.limits)
        self._shares: dict[AgeGroup, float | None] = {}

    def figure(self, figure: Figure | None, age: AgeGroup) -> FigureInEdition:
        """One figure as it is, without what it is measured against."""
        division = self.side.edition.info.division
        if figure is None:
            nothing = Observation.absent(ValueStatus.NOT_IN_EDITION, division, age)
            return FigureInEdition(None, None, nothing)
        found = self.side.book.observation(self.area, figure.key)
        return FigureInEdition(figure.key.period, self.side.table(figure.origin), found)

    def ruler(self, definition: IndicatorDefinition, figure: Figure) -> Ruler | None:
        """What a figure is measured against but for the spread; None where it never is."""
        age = figure.key.age
        if not definition.vergelijken or age is AgeGroup.WORKING_AGE:
            return None
        near = self._benchmarks.near if self._benchmarks.near_stands else None
        return Ruler(
            near=self._value(near, figure),
            share=self._share(near, age),
            country=self._value(self._benchmarks.country, figure),
        )

    def _value(self, benchmark: Benchmark | None, figure: Figure) -> float | None:
        if benchmark is None:
            return None
        return self.side.book.observation(benchmark.area, figure.key).value

    def _share(self, near: Benchmark | None, age: AgeGroup) -> float | None:
        """The area's part of the people of its gemeente; the same for all figures of an age."""
        if age not in self._shares:
            self._shares[age] = None if near is None else share_of(self.area, near.area, age)
        return self._shares[age]

    def with_spread(
        self, ruler: Ruler | None, definition: IndicatorDefinition, figure: Figure
    ) -> Ruler | None:
        """The same with the spread, on the scale of the figure; of the figure that is shown."""
        spread = self.side.book.spread(figure.key)
        if ruler is None or spread is None:
            return ruler
        is_root = definition.schaal is Scale.ROOT
        return replace(ruler, spread=spread.sd_root if is_root else spread.sd)

    def standing(
        self, definition: IndicatorDefinition, figure: Figure, own: Observation
    ) -> Standing | None:
        """The word that a figure has against the country; None where a profile gives it none."""
        age, country = figure.key.age, self._benchmarks.country
        stored = self.side.edition.fingerprints.get(definition.id)
        if country is None or not definition.vergelijken or age is AgeGroup.WORKING_AGE:
            return None
        if stored != definition.bron.fingerprint():  # by the configuration of today: not there
            return None
        joined = self.side.book.joined(self.area, figure.key)
        cover, enough = 1.0 if joined is None else joined.covered, self.limits.werkgebieden.dekking
        verdict = Judge(
            definition,
            self.limits,
            age,
            self.side.book.spread(figure.key),
            is_thin=cover < enough.noemen,
            is_partial=cover < enough.stil,
        ).verdict(
            Subject(self.area, own),
            Subject(country.area, self.side.book.observation(country.area, figure.key)),
            country.key,
            print_rest=country.print_rest,
        )
        return Standing(verdict.outcome, verdict.size, verdict.side, verdict.z)

    def trend(self, definition: IndicatorDefinition) -> Trend | None:
        """The rounds of adults that may stand on one line, as the profile of the area has them."""
        maker = TrendMaker(self.side.book, self.limits.trend, self.area, (), self._around.land)
        return maker.trend(definition)

    @property
    def adults(self) -> float | None:
        """People of 18 and older, for whom a change has to be told or not."""
        return people_of(self.area, AgeGroup.ADULTS)


def same_tables(one: EditionSide, other: EditionSide) -> bool:
    """Whether two editions were made of the same deliveries of the same tables."""
    return _delivered(one.deliveries.values()) == _delivered(other.deliveries.values())


def _delivered(records: Iterable[TableRecord]) -> set[tuple[str, str]]:
    return {(record.origin.table, record.sha256) for record in records}
