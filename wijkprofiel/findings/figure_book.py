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
from wijkprofiel.findings.judge import Subject
from wijkprofiel.findings.portions import Beside, as_published, blended
from wijkprofiel.findings.rests import Rests
from wijkprofiel.findings.together import Joined, UnionFigures

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
        self._unions = self._rests = None
        if definitions is not None and limits is not None:
            self._unions = UnionFigures(edition, self._published, definitions, limits)
            self._rests = Rests(edition, self._published, definitions, limits)
        self.namesakes = NamesakeFinder(edition)
        self._lacking = frozenset(lacking)
        self._rows: dict[str, AreaFigures] = {}
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
        code = region.gemeente_code or NEDERLAND
        kept = self._rows
        found = kept.get(code)
        if found is None:
            found = self.edition.area(code)
            # Put in its place as a whole: another thread may be looking at what was kept.
            self._rows = _last_few({**kept, code: found})
        return found

    def observation(self, area: Area, key: FigureKey) -> Observation:
        """One figure of one area: as its source gives it, or of a union as its members make it.

        Raises:
            ValueError: of a union, in a book that was not told how figures are put together.
        """
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

    def in_proportion(self, beside: Sequence[Beside], key: FigureKey) -> Observation:
        """The figures of several gemeenten as one; a count or a class has no mean."""
        figures = [each.whole.figure for each in beside]
        if self._unions is not None and not self._unions.has_mean(key):
            return Observation.absent(ValueStatus.NOT_FOR_UNION, key.period, key.age)
        found = blended(figures, [each.weight for each in beside])
        if self._unions is None or found.value is None:
            return found
        definition = self._unions.definitions[key.indicator]
        return replace(found, value=as_published(definition, found.value))

    def portions(self, area: Area, around: Area, key: FigureKey) -> list[Beside]:
        """What of an area lies in each of the gemeenten around it, beside that gemeente.

        Raises:
            ValueError: in a book that was not told how figures are put together.
        """
        if self._unions is None:
            raise ValueError(f"{area.code}: nothing says how figures of members are put together")
        homes, found = {each.code: each for each in around.parts}, []
        for part in area.per_gemeente:
            home = homes[part.gemeente_code or ""]
            theirs = self.observation(home, key)
            if not self.has_rest(area, home, key):
                theirs = Observation.absent(ValueStatus.REST_UNKNOWN, theirs.period, theirs.age)
            own = Subject(part, self._unions.of(part, key)[0])
            found.append(Beside(own, Subject(home, theirs), self._unions.weight(part, key)))
        whole = sum(each.weight for each in found)
        shares = [replace(each, weight=each.weight / whole if whole else 1.0) for each in found]
        return [each for each in shares if each.weight]

    def joined(self, area: Area, key: FigureKey) -> Joined | None:
        """What stands behind a figure of a union; None for one region."""
        if area.region is not None or self._unions is None:
            return None
        return self._unions.of(area, key)[1]

    def is_sound(self, area: Area, key: FigureKey) -> bool:
        """Whether the weights of a union give back what is published; always of one region."""
        return area.region is not None or self._unions is None or self._unions.is_sound(area, key)

    def has_rest(self, area: Area, whole: Area, key: FigureKey) -> bool:
        """Whether what a union leaves of an area is known by more than subtraction."""
        if area.region is not None or self._rests is None or whole.region is None:
            return True
        return self._rests.is_known(area, whole.region, key)

    def _published(self, region: Region, key: FigureKey) -> Observation:
        found = self.row(region).observation(region.code, key)
        if found.value is None and self._lacking and self._is_lacking(key):
            return replace(found, status=ValueStatus.NOT_IN_EDITION)
        return found

    def _is_lacking(self, key: FigureKey) -> bool:
        figure = self.edition.figures.get(key)
        return figure is not None and (figure.origin, key.age, key.period) in self._lacking

    def newest(self, indicator: str, age: AgeGroup) -> Figure | None:
        """The figure that a profile shows: of the newest year that was delivered."""
        return self._newest.get((indicator, age))

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


def _last_few(rows: dict[str, AreaFigures]) -> dict[str, AreaFigures]:
    """The country and the rows that were read last; those stand last."""
    passing = [key for key in rows if key != NEDERLAND]
    too_many = passing[: max(0, len(rows) - MOST_ROWS)]
    return {key: row for key, row in rows.items() if key not in too_many}


def _by_indicator(figures: Iterable[Figure]) -> dict[tuple[str, AgeGroup], list[Figure]]:
    """Figures that differ in their year only, in order of year."""
    found: dict[tuple[str, AgeGroup], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.key.indicator, figure.key.age), []).append(figure)
    for rounds in found.values():
        rounds.sort(key=lambda figure: figure.key.period)
    return found


def _is_last_of_working_age(figure: Figure) -> bool:
    """Whether it may stand for 18 to 64 year olds: a round that has figures of them at all.

    They are behind the others by a round; sorted by year, the last one wins.
    """
    return figure.key.age is AgeGroup.WORKING_AGE and figure.absent is ValueStatus.MISSING
