"""One area of two editions on its way to causes: which figures belong together, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wijkprofiel.areas.at_home import HomeShares
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.figures import Figure
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.findings.between_editions.area_link import AreaLink, link_areas
from wijkprofiel.findings.between_editions.area_side import AreaSide, EditionSide
from wijkprofiel.findings.between_editions.causes import Cause
from wijkprofiel.findings.between_editions.changed_area import FigureChange
from wijkprofiel.findings.between_editions.editions_beside import EditionsBeside
from wijkprofiel.findings.between_editions.figure_pair import FigureInEdition, FigurePair, causes_of
from wijkprofiel.findings.between_editions.margins import rounding_margin
from wijkprofiel.findings.between_editions.rounds import new_round, word_change

_PUBLISHED = frozenset({AreaKind.LAND, AreaKind.GEMEENTE, AreaKind.WIJK, AreaKind.BUURT})
"""Kinds of which a source publishes figures; of any other we put them together ourselves."""

_BOTH = 2


@dataclass(frozen=True, slots=True)
class _Paired:
    """Figures of both editions that are to be compared; None where one has none of it."""

    before: Figure | None
    after: Figure | None
    shown: bool
    year: int | None = None
    """Of a round that only one of them has."""


class AreaLook:
    """One area on its way to causes."""

    def __init__(
        self, both: EditionsBeside, before: Area | None, after: Area | None, link: AreaLink
    ) -> None:
        self.both, self.link = both, link
        catalogue = both.catalogue
        self.before = _side(both.earlier, before, catalogue)
        self.after = _side(both.later, after, catalogue)
        self.old_list = self._old_list(before)
        self._old = _side(both.later, self.old_list, catalogue)

    def figures(self) -> Iterator[FigureChange]:
        """Every figure of the configuration that one of the editions knows."""
        for definition in self.both.indicators.values():
            sides = self.both.sides
            if any(self.both.knows(side, definition) for side in sides):
                for age in definition.leeftijden:
                    for paired in self._pairs(definition.id, age):
                        yield self._change(definition, age, paired)

    def _pairs(self, indicator: str, age: AgeGroup) -> Iterator[_Paired]:
        """The figure that profiles show in each, and then every other year, the oldest first.

        A year after all that the earlier edition has is new, and is laid beside its newest.
        """
        sides = self.both.sides
        before, after = (side.rounds(indicator, age) for side in sides)
        newest = [
            side.book.newest(indicator, age)
            if look is None
            else side.book.shown(look.area, indicator, age)
            for side, look in zip(sides, (self.before, self.after), strict=True)
        ]
        yield _Paired(newest[0], newest[1], shown=True)
        done = {figure.key.period for figure in newest if figure is not None}
        shared = len(done) == 1
        for year in sorted({*before, *after}):
            one, other = before.get(year), after.get(year)
            if (shared or one is None or other is None) and year in done:
                continue
            if one is None and before and year > max(before):
                yield _Paired(before[max(before)], other, shown=False)
            else:
                yield _Paired(one, other, shown=False, year=year)

    def _change(
        self, definition: IndicatorDefinition, age: AgeGroup, paired: _Paired
    ) -> FigureChange:
        before = self._figure(self.before, definition, age, (paired.before, paired.year))
        after = self._figure(self.after, definition, age, (paired.after, paired.year))
        bare = self._pair(definition, paired, before, after)
        pair = self._measured(bare, definition, paired)
        cause, *also = causes_of(pair)
        is_new = Cause.NEW_YEAR in (cause, *also) and self.link.is_one_area
        return FigureChange(
            indicator=definition.id,
            age=age,
            shown=paired.shown,
            cause=cause,
            also=tuple(also),
            before=pair.before,
            after=pair.after,
            new_round=new_round(self.after, definition, pair) if is_new and self.after else None,
            word=word_change(pair) if self.link.is_one_area else None,
            old_members=self._of_old_list(paired.after),
        )

    def _figure(
        self,
        side: AreaSide | None,
        definition: IndicatorDefinition,
        age: AgeGroup,
        asked: tuple[Figure | None, int | None],
    ) -> FigureInEdition | None:
        if side is None:
            return None
        figure, year = asked
        if figure is not None or year is None:
            return side.figure(figure, age)
        # A year that only the other edition has: here it is of the table that has the others.
        rounds = side.side.rounds(definition.id, age)
        if not rounds:
            return side.figure(None, age)
        missing = Observation.absent(ValueStatus.NOT_IN_EDITION, year, age)
        return FigureInEdition(year, side.side.table(rounds[max(rounds)].origin), missing)

    def _pair(
        self,
        definition: IndicatorDefinition,
        paired: _Paired,
        before: FigureInEdition | None,
        after: FigureInEdition | None,
    ) -> FigurePair:
        both = self.both
        sides = both.sides
        has_table = [both.has_table(side, definition) for side in sides]
        deliveries = {
            side.delivery(figure.origin)
            for side, figure in zip(sides, (paired.before, paired.after), strict=True)
            if figure is not None
        }
        return FigurePair(
            before=before,
            after=after,
            decimals=definition.decimalen,
            margin=self._margin(definition, before, after),
            area=self.link.causes,
            same_source=both.same_source(definition.id),
            same_rule=both.same_rule(definition.id),
            same_delivery=len(deliveries) < 2,
            same_weights=both.same_tables or not self._is_put_together(definition),
            came_with_table=any(has_table) and not all(has_table),
            known_in_both=all(both.knows(side, definition) for side in sides) or not all(has_table),
        )

    def _is_put_together(self, definition: IndicatorDefinition) -> bool:
        """Whether a figure rests on more tables than the one that is cited."""
        areas = [each for each in (self.link.before, self.link.after) if each is not None]
        is_ours = any(area.kind not in _PUBLISHED for area in areas)
        return is_ours or definition.bron.verandering is not None

    def _margin(
        self,
        definition: IndicatorDefinition,
        before: FigureInEdition | None,
        after: FigureInEdition | None,
    ) -> float:
        if before is None or after is None:
            return 0.0
        areas = [each for each in (self.link.before, self.link.after) if each is not None]
        parts = max(len(area.members) for area in areas)
        return rounding_margin(definition, before.observation, after.observation, parts)

    def _measured(
        self, pair: FigurePair, definition: IndicatorDefinition, paired: _Paired
    ) -> FigurePair:
        """The same with what the figures are measured against, where that can tell anything.

        Spreads are long: they are read only of what a profile shows, and only where what is stored
        of them differs. Of earlier rounds the figures that they are measured against count alone.
        """
        looks = list(self._looks(pair, paired))
        if len(looks) < _BOTH:
            return pair
        rulers = [side.ruler(definition, figure) for side, figure, _ in looks]
        moved = rulers[0] != rulers[1]
        if paired.shown and self._spreads_differ(looks):
            moved = True
            rulers = [
                side.with_spread(ruler, definition, figure)
                for ruler, (side, figure, _) in zip(rulers, looks, strict=True)
            ]
        before, after = (
            replace(
                found,
                ruler=ruler if moved else None,
                standing=side.standing(definition, figure, found.observation)
                if paired.shown
                else None,
            )
            for ruler, (side, figure, found) in zip(rulers, looks, strict=True)
        )
        return replace(pair, before=before, after=after)

    def _looks(
        self, pair: FigurePair, paired: _Paired
    ) -> Iterator[tuple[AreaSide, Figure, FigureInEdition]]:
        """Both figures, if they are numbers of one area and table, and anything can differ."""
        if not self.link.is_one_area or self.both.same_content:
            return
        if pair.before and pair.after and pair.before.table != pair.after.table:
            return
        sides, figures = (self.before, self.after), (paired.before, paired.after)
        for side, figure, found in zip(sides, figures, (pair.before, pair.after), strict=True):
            if side and figure and found and found.observation.value is not None:
                yield side, figure, found

    def _spreads_differ(self, looks: Sequence[tuple[AreaSide, Figure, FigureInEdition]]) -> bool:
        packed = {side.side.edition.packed_spread(figure.key) for side, figure, _ in looks}
        return len(packed) > 1

    def _old_list(self, before: Area | None) -> Area | None:
        """The parts that a werkgebied had before, in the later edition, if each is still there."""
        if before is None or Cause.OTHER_MEMBERS not in self.link.causes:
            return None
        later, renamed = self.both.later, self.both.known.is_renamed
        members = []
        for part in before.parts:
            region = later.edition.region(part.code)
            if region is None:
                return None
            there = Area.of(region)
            if not link_areas(Area.of(part.members[0]), there, renamed).is_one_area:
                return None
            members.append(region)
        if len(members) == 1:
            return Area.of(members[0])
        limits = self.both.catalogue.limits.werkgebieden
        read = HomeShares(
            lambda region, key: later.book.observation(Area.of(region), key),
            later.edition.figures,
            limits,
        )
        homes = tuple(read.of(member) for member in members)
        return Area(tuple(members), before.name, before.code, homes)

    def _of_old_list(self, figure: Figure | None) -> Observation | None:
        if self._old is None or figure is None:
            return None
        return self._old.figure(figure, figure.key.age).observation


def _side(side: EditionSide, area: Area | None, catalogue: Catalogue) -> AreaSide | None:
    return None if area is None else AreaSide(side, area, catalogue)
