"""Look up, judge, choose: from an edition to findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from wijkprofiel.areas.parts import people_of
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.remarks import lacking_in_copies
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.outlines import GemeenteMap
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.age_check import AgeCheck
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.findings.findings import (
    AgeEffect,
    AreaFindings,
    Findings,
    Lack,
    LackKind,
)
from wijkprofiel.findings.parts import Parts, PartsMaker
from wijkprofiel.findings.points import PointChooser, Points, choice_verdicts, mean_strength
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.trends import Trend, TrendMaker
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue, Valuer
from wijkprofiel.findings.wishes import USUAL, Wishes


class FindingsMaker:
    """Makes findings of one edition by one catalogue."""

    def __init__(self, edition: Edition, catalogue: Catalogue) -> None:
        self.book = FigureBook(edition, lacking_in_copies(catalogue.remarks.values()))
        self.catalogue = catalogue

    def of(self, areas: Sequence[Area], wishes: Wishes = USUAL) -> Findings:
        """The findings of one to four areas.

        Raises:
            RegionError: if the edition does not hold one of them.
        """
        edition, scope = self.book.edition, Scope(self.catalogue, wishes)
        looks = [_Look(self.book, self.catalogue, scope, area) for area in areas]
        years = {look.map.year for look in looks if look.map is not None}
        stored = edition.fingerprints
        origins = scope.origins(edition, years)
        return Findings(
            edition=edition.info,
            origins=origins,
            areas=tuple(look.findings(frozenset(origins)) for look in looks),
            outdated=tuple(
                definition.id
                for definition in scope.definitions
                if stored.get(definition.id) != definition.bron.fingerprint()
            ),
        )


class _Look:
    """One area on its way to findings; each part is made once and used by those after it."""

    def __init__(self, book: FigureBook, catalogue: Catalogue, scope: Scope, area: Area) -> None:
        self.book, self.limits, self.area = book, catalogue.limits, area
        self.catalogue, self.scope = catalogue, scope
        self.around = Surroundings.of(book.edition, area)
        self.rows = [book.row(member) for member in area.members]

    def findings(self, origins: frozenset[str]) -> AreaFindings:
        """Everything together.

        Args:
            origins: the tables that are cited; remarks of others have nothing to explain.
        """
        codes = [member.code for member in self.area.members]
        changes = {
            key: areas
            for code, row in zip(codes, self.rows, strict=True)
            for key, areas in row.boundary_changes(code).items()
        }
        return AreaFindings(
            area=self.area,
            wijk=self.around.wijk,
            gemeente=self.around.gemeente,
            benchmarks=self.benchmarks,
            values=self.values,
            points=self._points(),
            trends=self._trends(),
            working_age=tuple(self._working_age()),
            age_effects=self._age_effects(),
            parts=self._parts(),
            lack=self._lack(),
            map=self.map,
            wijk_map=None,
            boundary_changes={key: changes[key] for key in changes if key in origins},
            left_out=tuple(
                item
                for row in self.rows
                for item in row.left_out
                if item.code in codes and item.origin in origins
            ),
        )

    @property
    def map(self) -> GemeenteMap | None:
        """Outlines of the gemeente in which (the first member of) the area lies."""
        return self.rows[0].map

    @cached_property
    def benchmarks(self) -> Benchmarks:
        """What the area is compared with."""
        return Benchmarks.of(self.around, self.limits, self.scope.wishes.benchmarks)

    @cached_property
    def values(self) -> Values:
        """Every indicator for every age group, judged."""
        valuer = Valuer(self.book, self.limits, self.area, self.benchmarks)
        return Values(
            tuple(
                valuer.value(definition, age)
                for definition in self.scope.definitions
                for age in definition.leeftijden
            )
        )

    def _points(self) -> Points:
        wishes = self.scope.wishes
        return PointChooser(
            area=self.area,
            benchmarks=self.benchmarks,
            values=self.values.by_key,
            definitions=self.catalogue.indicators,
            stories=self.catalogue.stories,
            limits=self.limits,
            pinned=wishes.pinned,
            dropped=wishes.dropped,
        ).choose()

    @cached_property
    def _trend_maker(self) -> TrendMaker:
        shown = tuple(item.area for item in self.benchmarks.shown)
        return TrendMaker(self.book, self.limits.trend, self.area, shown, self.around.land)

    def _trends(self) -> dict[str, Trend]:
        return {
            definition.id: trend
            for definition in self.scope.definitions
            if (trend := self._trend_maker.trend(definition)) is not None
        }

    def _working_age(self) -> list[Trend]:
        return [
            trend
            for definition in self.scope.definitions
            if AgeGroup.WORKING_AGE in definition.leeftijden
            and (trend := self._trend_maker.working_age(definition)) is not None
        ]

    def _age_effects(self) -> dict[str, AgeEffect]:
        found = {}
        for value in self.values.health():
            elderly = self.values.elderly(value.indicator)
            strength = mean_strength(value, self.limits.punten.hoogstens_z)
            named = any(verdict.side is not None for verdict in choice_verdicts(value))
            if elderly is None or not strength or not named:
                continue
            check = AgeCheck(self.area, self.benchmarks, value, elderly)
            if not check.holds(strength, self.limits):
                more = check.has_more_elderly
                found[value.indicator] = AgeEffect.MORE_ELDERLY if more else AgeEffect.FEWER_ELDERLY
        return found

    def _parts(self) -> Parts | None:
        maker = PartsMaker(self.book, self.limits, self.around.land, self.scope.part_definitions)
        return maker.parts(self.area, self.around.parts(self.book.edition))

    def _lack(self) -> Lack | None:
        gemeente = self.around.gemeente
        if gemeente is None or gemeente.code == self.area.code:
            return None
        people = people_of(self.area, AgeGroup.ADULTS)
        few = people is None or people < self.limits.mensen.geen_oordeel_onder
        if self.values.asks_health and not self.values.health():
            return Lack(LackKind.NO_FIGURES, _statuses(self.values.health_asked), few)
        return Lack(LackKind.TOO_FEW_PEOPLE, (), few) if few else None


def _statuses(values: Sequence[IndicatorValue]) -> tuple[ValueStatus, ...]:
    """Why figures are not there, the most frequent reason first."""
    counted = Counter(value.observation.status for value in values)
    return tuple(status for status, _ in counted.most_common())
