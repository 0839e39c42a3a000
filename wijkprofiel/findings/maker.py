"""Look up, judge, choose: from an edition to findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from wijkprofiel.areas.namesakes import Namesakes
from wijkprofiel.areas.parts import people_of
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.remarks import lacking_in_copies
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.outlines import GemeenteMap, WijkMap
from wijkprofiel.domain.regions import Region, RegionLevel, level_of
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.age_check import AgeCheck
from wijkprofiel.findings.area_map import map_of
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.changes import Change, ChangeFinder
from wijkprofiel.findings.comparison import ComparisonMaker, SideBySide
from wijkprofiel.findings.figure_book import MOST_ROWS, FigureBook
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.lack import AgeEffect, Lack, LackKind
from wijkprofiel.findings.opening import Opening, OpeningMaker
from wijkprofiel.findings.parts import Parts, PartsMaker
from wijkprofiel.findings.points import PointChooser, Points, choice_figures, mean_strength
from wijkprofiel.findings.present import PresentFinder
from wijkprofiel.findings.ranges import PartRange, part_ranges
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.side_by_side import ComparedSide
from wijkprofiel.findings.things import DoneAround
from wijkprofiel.findings.trends import Trend, TrendMaker
from wijkprofiel.findings.union_about import UnionAbout, about_union, lands_of
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue, Valuer
from wijkprofiel.findings.wishes import USUAL, Wishes
from wijkprofiel.methods.people import number_of_people


class FindingsMaker:
    """Makes findings of one edition by one catalogue."""

    def __init__(self, edition: Edition, catalogue: Catalogue) -> None:
        self.catalogue = catalogue.of_tables(edition.origins)
        self.book = FigureBook(
            edition,
            lacking_in_copies(catalogue.remarks.values()),
            {**catalogue.elsewhere, **catalogue.indicators},
            catalogue.limits,
        )

    def of(self, areas: Sequence[Area], wishes: Wishes = USUAL) -> Findings:
        """The findings of one to four areas.

        Raises:
            RegionError: if the edition does not hold one of them.
        """
        edition, scope = self.book.edition, Scope(self.catalogue, wishes)
        looks = [_Look(self.book, self.catalogue, scope, area) for area in areas]
        years = {each.year for look in looks for each in look.all_maps}
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
            side_by_side=self._beside(looks, scope) if len(looks) > 1 else None,
        )

    def _beside(self, looks: Sequence[_Look], scope: Scope) -> SideBySide:
        return ComparisonMaker(
            book=self.book,
            limits=self.catalogue.limits,
            definitions=scope.definitions,
            sides=tuple(ComparedSide(look.area, look.values, look.benchmarks) for look in looks),
            trends=tuple(look.trends for look in looks),
        ).side_by_side()


class _Look:
    """One area on its way to findings; each part is made once and used by those after it."""

    def __init__(self, book: FigureBook, catalogue: Catalogue, scope: Scope, area: Area) -> None:
        self.book, self.limits, self.area = book, catalogue.limits, area
        self.catalogue, self.scope = catalogue, scope
        self.around = Surroundings.of(book.edition, area)
        if area.composed is not None:
            book.make_room(len(area.members) + MOST_ROWS)
        self.rows = [book.row(member) for member in area.members]
        by_home = zip((member.gemeente_code for member in area.members), self.rows, strict=True)
        self.homes = list(dict(by_home).values())

    def findings(self, origins: frozenset[str]) -> AreaFindings:
        """Everything together.

        Args:
            origins: the tables that are cited; remarks of others have nothing to explain.
        """
        codes, changes = [member.code for member in self.area.members], self._boundary_changes()
        return AreaFindings(
            area=self.area,
            wijk=self.around.wijk,
            gemeente=self.around.gemeente,
            namesakes=self._namesakes(),
            benchmarks=self.benchmarks,
            values=self.values,
            points=self.points,
            opening=self._opening(),
            changes=self.changes,
            trends=self.trends,
            working_age=tuple(self._working_age()),
            age_effects=self.age_effects,
            parts=self._parts(),
            lack=self.lack,
            map=self.map,
            wijk_map=self._wijk_map(),
            boundary_changes={key: changes[key] for key in changes if key in origins},
            left_out=tuple(
                item
                for row in self.homes
                for item in row.left_out
                if item.code in codes and item.origin in origins
            ),
            union=self._about(self.area),
            compared_unions={
                item.key: about
                for item in self.benchmarks.shown
                if (about := self._about(item.area)) is not None
            },
            composed=self._composed(),
            maps=self.all_maps if len(self.homes) > 1 else (),
            apart=self._apart(),
        )

    def _about(self, area: Area) -> UnionAbout | None:
        """What is laid down of a werkgebied: by the profile file, or in the configuration."""
        own = self.scope.wishes.work_area
        known = [*([] if own is None else [own]), *self.catalogue.work_areas.values()]
        return about_union(area, known, self.book.households)

    def _composed(self) -> tuple[ComposedArea, ...]:
        """What it is or is compared with, of what was put together; mostly nothing."""
        named = (self.area, *(item.area for item in self.benchmarks.all))
        codes = [each.code for each in named if each.composed is not None]
        known = self.book.edition.composed if codes else ()
        return tuple(each for each in known if each.area.code in codes)

    def _boundary_changes(self) -> dict[str, tuple[int, int]]:
        """Per table the land here and there."""
        if not self.area.is_union:
            return dict(self.rows[0].boundary_changes(self.area.code))
        changes = {
            member.code: row.boundary_changes(member.code)
            for member, row in zip(self.area.members, self.rows, strict=True)
        }
        left_out = {(item.code, item.origin) for row in self.homes for item in row.left_out}
        return {
            key: lands_of(self.area.members, changes, key, left_out)
            for key in {key: None for each in changes.values() for key in each}
        }

    def _namesakes(self) -> Namesakes:
        around = (self.around.wijk, self.around.near)
        named = [
            *(area for area in around if area is not None),
            *(item.area for item in self.benchmarks.all),
            *self.parts,
            *(Area.of(wijk) for wijk in self._on_the_map()),
        ]
        return self.book.namesakes.of(self.area, named)

    def _on_the_map(self) -> list[Region]:
        """The wijken whose names stand on the map."""
        homes = () if self.around.near is None else self.around.near.members
        return [
            wijk
            for home in homes
            for wijk in self.book.namesakes.within(RegionLevel.WIJK, home.code)
        ]

    @cached_property
    def map(self) -> GemeenteMap | None:
        """Outlines of the one gemeente that the area lies in; a composed area lies in none."""
        return next(iter(self.all_maps), None) if len(self.homes) == 1 else None

    @cached_property
    def all_maps(self) -> tuple[GemeenteMap, ...]:
        """Those of each gemeente that the area has a part in."""
        if self.area.composed is not None:
            return ()
        is_union = self.area.is_union
        parts = [(part, self.book.row(part.members[0])) for part in self.area.per_gemeente]
        found = (map_of(part, row, with_buurten=is_union) for part, row in parts)
        return tuple(each for each in found if each is not None)

    @cached_property
    def parts(self) -> list[Area]:
        """What it consists of, by code."""
        return self.around.parts(self.book.edition)

    def _wijk_map(self) -> WijkMap | None:
        """Outlines of the buurten of the wijk that the area is or lies in."""
        wijk = self.area.wijk_code or self.area.code
        return self.rows[0].buurt_map(wijk) if level_of(wijk) is RegionLevel.WIJK else None

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

    @cached_property
    def _of_newest(self) -> Values:
        """The same without what stands in from an earlier year: that is shown, never told first."""
        valuer = Valuer(self.book, self.limits, self.area, self.benchmarks, of_one_year=True)
        return Values(
            tuple(
                value
                if value.figure == self.book.newest(value.indicator, value.age)
                else valuer.value(self.catalogue.indicators[value.indicator], value.age)
                for value in self.values.all
            )
        )

    @cached_property
    def points(self) -> Points:
        """What stands out; nothing where an area cannot be talked about by its own figures."""
        if self.lack is not None:
            return Points((), ())
        wishes = self.scope.wishes
        return PointChooser(
            area=self.area,
            benchmarks=self.benchmarks,
            values=self._of_newest,
            definitions=self.catalogue.indicators,
            stories=self.catalogue.stories,
            limits=self.limits,
            is_young=self._is_young(),
            pinned=wishes.pinned,
            dropped=wishes.dropped,
        ).choose()

    def _is_young(self) -> bool:
        """Whether the share of 15 to 25 year olds is among the highest of all wijken."""
        young = self.limits.jongeren
        if young.cijfer is None:
            return False
        valuer = Valuer(self.book, self.limits, self.area, Benchmarks())
        found = valuer.value(self.catalogue.indicators[young.cijfer], AgeGroup.ALL)
        return found.percentile is not None and found.percentile >= young.plaats

    def _opening(self) -> Opening:
        values = self._of_newest
        present = PresentFinder(values, self.points, self.changes, self.limits)
        return OpeningMaker(
            area=self.area,
            values=values,
            points=self.points,
            present=present,
            stories=self.catalogue.stories,
            limits=self.limits,
            lack=self.lack,
            ranges=part_ranges(self.book, self.parts, self._told_of_parts(), self.limits),
            around=self._around(),
            age_effects=self.age_effects,
            dropped=self.scope.wishes.dropped,
        ).opening()

    def _apart(self) -> dict[str, PartRange]:
        """Where the parts of a union lie so far apart that its own figure hides it."""
        if not self.area.is_union:
            return {}
        asked = [each for each in self.scope.definitions if each.is_health]
        found = part_ranges(self.book, self.parts, asked, self.limits)
        least = self.limits.werkgebieden.uiteen
        return {each.indicator: each for each in found if each.width >= least}

    def _told_of_parts(self) -> list[IndicatorDefinition]:
        shown = {definition.id: definition for definition in self.scope.definitions}
        return [shown[key] for key in self.limits.opening.uiteen if key in shown]

    def _around(self) -> dict[str, DoneAround]:
        """What people do in the gemeente, for an area that is too small for figures of its own."""
        gemeente = self.around.gemeente
        if self.lack is None or gemeente is None:
            return {}
        valuer = Valuer(self.book, self.limits, gemeente, Benchmarks())
        shown = {definition.id: definition for definition in self.scope.definitions}
        found = {}
        for key in self.limits.opening.wat_mensen_doen:
            if key in shown:
                value = valuer.value(shown[key], AgeGroup.ADULTS)
                people = self._number_of_people(value, gemeente)
                if people is not None:
                    found[key] = DoneAround(people, value.place)
        return found

    def _number_of_people(self, value: IndicatorValue, area: Area) -> int | None:
        adults, counts = people_of(area, AgeGroup.ADULTS), self.limits.aantallen
        if value.observation.value is None or adults is None:
            return None
        return number_of_people(
            value.observation.value,
            adults,
            at_least=counts.niet_onder,
            area_at_least=counts.mensen,
            figures=counts.cijfers,
        )

    @cached_property
    def changes(self) -> dict[str, Change]:
        """Per indicator the change that may be told."""
        finder = ChangeFinder(self.area, self.limits.trend)
        found = {
            key: finder.change(trend, self.catalogue.indicators[key].richting.sign)
            for key, trend in self.trends.items()
        }
        return {key: change for key, change in found.items() if change is not None}

    @cached_property
    def _trend_maker(self) -> TrendMaker:
        shown = tuple(item.area for item in self.benchmarks.shown)
        return TrendMaker(self.book, self.limits.trend, self.area, shown, self.around.land)

    @cached_property
    def trends(self) -> dict[str, Trend]:
        """Per indicator the rounds that may stand beside each other."""
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

    @cached_property
    def age_effects(self) -> dict[str, AgeEffect]:
        """Figures with a named difference of which age explains most."""
        found = {}
        for value in self.values.health():
            elderly = self.values.elderly(value.indicator)
            strength = mean_strength(value, self.limits.punten.hoogstens_z)
            named = any(item.verdict.side is not None for item in choice_figures(value))
            if elderly is None or not strength or not named:
                continue
            check = AgeCheck(self.area, self.benchmarks, value, elderly)
            if not check.holds(strength, self.limits):
                more = check.has_more_elderly
                found[value.indicator] = AgeEffect.MORE_ELDERLY if more else AgeEffect.FEWER_ELDERLY
        return found

    def _parts(self) -> Parts | None:
        maker = PartsMaker(self.book, self.limits, self.around.land, self.scope.part_definitions)
        return maker.parts(self.area, self.parts)

    @cached_property
    def lack(self) -> Lack | None:
        """What it lacks to be talked about by its own figures."""
        home = self.around.near
        if home is None or home.code == self.area.code:
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
