"""The figures of an edition, looked up by area: one read per gemeente."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from wijkprofiel.areas.namesakes import NamesakeFinder
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import Figure, FigureKey, Residents, Spread
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import NEDERLAND, Region
from wijkprofiel.edition.reader import AreaFigures, Edition
from wijkprofiel.findings.joined import Joined
from wijkprofiel.findings.judge import Subject
from wijkprofiel.findings.portions import PartBeside, as_published, blended
from wijkprofiel.findings.rests import Rests
from wijkprofiel.findings.together import UnionFigures

MOST_ROWS = 4
"""Rows that are kept: the country, the gemeente at work, and what it is compared with."""
Lacking = tuple[str, AgeGroup, int]


class FigureBook:
    """Reads figures from an edition and keeps what was read.

    Args:
        edition: what is read.
        lacking: table, age group and year of which our copy of the table has no rows; an edition
            made of it cannot tell that from what the source did not deliver.
        definitions, limits: by which figures of several regions are put together; not needed where
            nobody asks for those of a union.
    """

    def __init__(
        self,
        edition: Edition,
        lacking: Collection[Lacking] = (),
        definitions: Mapping[str, IndicatorDefinition] | None = None,
        limits: JudgementLimits | None = None,
    ) -> None:
        self.edition = edition
        self._unions = (
            None
            if definitions is None or limits is None
            else UnionFigures(edition, self._published, definitions, limits, self.counts)
        )
        self.namesakes = NamesakeFinder(edition)
        self._rests: Rests | None = None
        self._lacking = frozenset(lacking)
        self._rows: dict[str, AreaFigures] = {}
        self._room = MOST_ROWS
        self._spreads: dict[FigureKey, Spread | None] = {}
        self._residents: dict[FigureKey, Residents | None] = {}
        self._rounds = _by_indicator(edition.figures.values())
        self._newest = {
            kind: figure
            for kind, rounds in self._rounds.items()
            for figure in rounds
            if figure.newest or _is_last_of_working_age(figure)
        }

    def row(self, region: Region) -> AreaFigures:
        """The stored row in which a region's figures stand.

        Only the last few that were read are kept: a run goes from gemeente to gemeente, and the
        figures of a whole country would fill the memory.
        """
        return self._row(region.gemeente_code or NEDERLAND)

    def make_room(self, rows: int) -> None:
        """Keep so many rows, for an area that lies in so many gemeenten."""
        self._room = max(self._room, rows)

    def _row(self, code: str) -> AreaFigures:
        kept = self._rows
        found = kept.get(code)
        if found is None:
            found = self.edition.area(code)
            # Put in its place as a whole: another thread may be looking at what was kept.
            self._rows = _last_few({**kept, code: found}, self._room)
        return found

    def observation(self, area: Area, key: FigureKey) -> Observation:
        """One figure of one area: as its source gives it, or as its members make it.

        Those of a composed area stand in the edition; those of another union are made now.

        Raises:
            ValueError: of a union, in a book that was not told how figures are put together.
        """
        if area.composed is not None:
            return self._told(self._row(area.code).observation(area.code, key), key)
        if area.region is not None:
            return self._published(area.region, key)
        if self._unions is None:
            raise ValueError(f"{area.code}: nothing says how figures of members are put together")
        return self._unions.of(area, key)[0]

    def beside(self, area: Area, around: Area, key: FigureKey) -> Observation:
        """The figure of what an area is compared with: of several gemeenten in proportion."""
        if not around.is_gemeenten:
            return self.observation(around, key)
        return self.in_proportion(self.portions(area, around, key), key)

    def in_proportion(self, beside: Sequence[PartBeside], key: FigureKey) -> Observation:
        """The figures of several gemeenten as one; a count or a class has no mean."""
        figures = [each.whole.figure for each in beside]
        if self._unions is not None and not self._unions.has_mean(key):
            return Observation.absent(ValueStatus.NOT_FOR_UNION, key.period, key.age)
        found = blended(figures, [each.weight for each in beside])
        if self._unions is None or found.value is None:
            return found
        definition = self._unions.definitions[key.indicator]
        return replace(found, value=as_published(definition, found.value))

    def portions(self, area: Area, around: Area, key: FigureKey) -> list[PartBeside]:
        """What of an area lies in each of the gemeenten around it, beside that gemeente.

        Raises:
            ValueError: in a book that was not told how figures are put together.
        """
        if self._unions is None:
            raise ValueError(f"{area.code}: nothing says how figures of members are put together")
        homes, found = {each.code: each for each in around.parts}, []
        for part in area.per_gemeente:
            home = homes[part.gemeente_code or ""]
            theirs = Subject(home, self.observation(home, key))
            own = Subject(part, self._unions.of(part, key)[0])
            found.append(PartBeside(own, theirs, self._unions.weight(part, key)))
        whole = sum(each.weight for each in found)
        shares = [replace(each, weight=each.weight / whole if whole else 1.0) for each in found]
        return [each for each in shares if each.weight]

    def joined(self, area: Area, key: FigureKey) -> Joined | None:
        """What stands behind a figure of a union or a composed area; None for one region."""
        if area.composed is not None:
            return Joined(*self._row(area.code).parts_without(key))
        if area.region is not None or self._unions is None:
            return None
        return self._unions.of(area, key)[1]

    def is_sound(self, area: Area, key: FigureKey) -> bool:
        """Whether the weights of a union give back what is published.

        Always of one region, and of a composed area: its parts are published gemeenten.
        """
        if area.region is not None or area.composed is not None or self._unions is None:
            return True
        return self._unions.is_sound(area, key)

    def rests(self, least: float) -> Rests:
        """What is left of an area without a part of it, by the share that has to be known."""
        if self._rests is None or self._rests.least != least:
            self._rests = Rests(self.edition, self.row, least)
        return self._rests

    def leaves_a_rest(self, area: Area, union: Area, key: FigureKey) -> bool:
        """Whether what an area leaves of a union is known by more than subtraction."""
        if self._unions is None or not area.lies_in(union):
            return True
        return self._unions.leaves_a_rest(area, union, key)

    def counts(self, region: Region, key: FigureKey) -> tuple[float, float] | None:
        """The counts of one region for adding up, also those that may not be printed."""
        return self.row(region).counts_of(region.code, key)

    def households(self, region: Region) -> tuple[float | None, float | None]:
        """How many households it has and of how many people: what h of a member is made of."""
        return (None, None) if self._unions is None else self._unions.households(region)

    def _published(self, region: Region, key: FigureKey) -> Observation:
        return self._told(self.row(region).observation(region.code, key), key)

    def _told(self, found: Observation, key: FigureKey) -> Observation:
        """The same with what only we know of why it is not there."""
        if found.value is None and self._lacking and self._is_lacking(key):
            return replace(found, status=ValueStatus.NOT_IN_EDITION)
        return found

    def _is_lacking(self, key: FigureKey) -> bool:
        figure = self.edition.figures.get(key)
        return figure is not None and (figure.origin, key.age, key.period) in self._lacking

    def newest(self, indicator: str, age: AgeGroup) -> Figure | None:
        """The figure that a profile shows: of the newest year that was delivered."""
        return self._newest.get((indicator, age))

    def shown(self, area: Area, indicator: str, age: AgeGroup) -> Figure | None:
        """The figure that a profile of this area shows.

        The newest one; only where that is of another area under the same code, the last one of an
        earlier table that is of this area.
        """
        newest = self.newest(indicator, age)
        if newest is None or not self._is_of_another(area, newest.key):
            return newest
        earlier = (each for each in reversed(self.rounds(indicator, age)) if _before(each, newest))
        known = (each for each in earlier if self.observation(area, each.key).value is not None)
        return next(known, newest)

    def _is_of_another(self, area: Area, key: FigureKey) -> bool:
        """Whether a figure is not there because it cannot be joined; of a union, of any member."""
        if self.observation(area, key).value is not None:
            return False
        other = ValueStatus.OTHER_DIVISION
        return any(self._published(member, key).status is other for member in area.members)

    def rounds(self, indicator: str, age: AgeGroup) -> tuple[Figure, ...]:
        """All figures of one indicator for one age group, the oldest year first."""
        return tuple(self._rounds.get((indicator, age), ()))

    def spread(self, key: FigureKey) -> Spread | None:
        """How a figure lies spread over the wijken of the country."""
        if key not in self._spreads:
            self._spreads[key] = self.edition.spread(key)
        return self._spreads[key]

    def residents(self, key: FigureKey) -> Residents | None:
        """How a figure goes together with who lives where, over the wijken of the country."""
        if key not in self._residents:
            self._residents[key] = self.edition.residents(key)
        return self._residents[key]


def _last_few(rows: dict[str, AreaFigures], most: int) -> dict[str, AreaFigures]:
    """The country and the rows that were read last; those stand last."""
    passing = [key for key in rows if key != NEDERLAND]
    too_many = passing[: max(0, len(rows) - most)]
    return {key: row for key, row in rows.items() if key not in too_many}


def _by_indicator(figures: Iterable[Figure]) -> dict[tuple[str, AgeGroup], list[Figure]]:
    """Figures that differ in their year only, in order of year."""
    found: dict[tuple[str, AgeGroup], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.key.indicator, figure.key.age), []).append(figure)
    for rounds in found.values():
        rounds.sort(key=lambda figure: figure.key.period)
    return found


def _before(figure: Figure, newest: Figure) -> bool:
    """Whether it is of an earlier year, in another table: years of one table are its rounds."""
    return figure.origin != newest.origin and figure.key.period < newest.key.period


def _is_last_of_working_age(figure: Figure) -> bool:
    """Whether it may stand for 18 to 64 year olds: a round that has figures of them at all.

    They are behind the others by a round; sorted by year, the last one wins.
    """
    return figure.key.age is AgeGroup.WORKING_AGE and figure.absent is ValueStatus.MISSING
