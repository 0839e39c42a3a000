"""Werkgebieden of one edition: from a record in YAML to an area, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from wijkprofiel.areas.at_home import HomeShares
from wijkprofiel.configuration.aliases import Aliases
from wijkprofiel.configuration.limits import UnionLimits
from wijkprofiel.configuration.work_areas import PlacedWorkArea
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError, Problem, RegionError
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.names import same_name, search_key
from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.regions import Region, RegionLevel, gemeente_code_of, level_of
from wijkprofiel.edition.reader import AreaFigures, Edition

UNTOLD = "Gekozen door de makers van dit profiel."
"""The source of a record that is begun for somebody: true, until it says more."""
_TOO_LARGE = (RegionLevel.LAND, RegionLevel.GEMEENTE)
_NEAREST = 3


@dataclass(frozen=True)
class WorkAreas:
    """The werkgebieden that the configuration knows, on the division of one edition.

    Attributes:
        records: by name.
        aliases: other names of wijken, which a werkgebied may not take.
        gemeente: finds the gemeente of a name.
    """

    edition: Edition
    records: Mapping[str, PlacedWorkArea]
    aliases: Aliases
    limits: UnionLimits
    gemeente: Callable[[str], Region]

    def named(self, text: str) -> str | None:
        """The name of the werkgebied that somebody means by its name or its code."""
        key, typed = search_key(text), text.strip().casefold()
        for name, placed in self.records.items():
            if search_key(name) == key or code_of(placed.record.gemeente, name).casefold() == typed:
                return name
        return None

    def names(self) -> list[str]:
        """Every werkgebied of this division in gemeenten that the edition has.

        An edition may be of a few gemeenten only; a name that is nearly one of those is a mistake.
        """
        division = self.edition.info.division
        return [
            name
            for name, placed in self.records.items()
            if division in placed.record.delen and self._is_here(name)
        ]

    def all(self) -> Iterator[Area]:
        """Every one of these.

        Raises:
            ConfigurationError: with all that is wrong with all of them.
        """
        problems: list[Problem] = []
        found: list[Area] = []
        for name in self.names():
            try:
                found.append(self.of(name))
            except ConfigurationError as error:
                problems.extend(error.problems)
        if problems:
            raise ConfigurationError(problems)
        yield from found

    def _is_here(self, name: str) -> bool:
        return all(
            self._home(each) is not None or self._is_nearly_known(each)
            for each in self.records[name].record.gemeente
        )

    def _is_nearly_known(self, gemeente: str) -> bool:
        known = [search_key(each.name) for each in self.edition.regions(RegionLevel.GEMEENTE)]
        return bool(get_close_matches(search_key(gemeente), known, n=1, cutoff=0.8))

    def homes(self, name: str) -> tuple[Region, ...]:
        """The gemeenten of a werkgebied, as far as they are there."""
        return self.homes_of(self.records[name])

    def has_homes(self, name: str) -> bool:
        """Whether the edition has every gemeente of a werkgebied."""
        return all(self._home(each) is not None for each in self.records[name].record.gemeente)

    def homes_of(self, placed: PlacedWorkArea) -> tuple[Region, ...]:
        """The same of a record, which may stand anywhere."""
        found = map(self._home, placed.record.gemeente)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _home(self, gemeente: str) -> Region | None:
        try:
            return self.gemeente(gemeente)
        except RegionError:
            return None

    def of(self, name: str) -> Area:
        """One werkgebied of the configuration; see `made`."""
        return self.made(self.records[name])

    def made(self, placed: PlacedWorkArea) -> Area:
        """One werkgebied, or the wijk or gemeente that its parts are all of.

        Raises:
            ConfigurationError: with all that is wrong with it, at its lines.
            RegionError: if it is not laid down for the division of the edition.
        """
        name, info = placed.record.id, self.edition.info
        if info.division not in placed.record.delen:
            years = " en ".join(map(str, sorted(placed.record.delen)))
            raise RegionError(
                f"Het werkgebied {name} is vastgelegd voor de indeling van {years}; editie"
                f" {info.id} is op die van {info.division}.",
                remedy=f"Zet in {placed.document.file} bij delen ook {info.division}, of kies met"
                " --edition een andere editie.",
            )
        members, problems = _Reading(self, placed).members()
        if problems:
            raise ConfigurationError(problems)
        whole = self._upward(members)
        if len(whole) == 1:
            return Area.of(whole[0])
        area = self._area(name, placed, whole)
        if area.adults is not None and area.adults < self.limits.mensen:
            message = f"hier wonen minder dan {self.limits.mensen:.0f} volwassenen; voeg delen toe"
            raise ConfigurationError([placed.problem(parts_key(placed, info.division), message)])
        return area

    def _area(self, name: str, placed: PlacedWorkArea, members: Sequence[Region]) -> Area:
        rows: dict[str, AreaFigures] = {}

        def read(region: Region, key: FigureKey) -> Observation:
            home = region.gemeente_code or region.code
            if home not in rows:
                rows[home] = self.edition.area(home)
            return rows[home].observation(region.code, key)

        homes = HomeShares(read, self.edition.figures, self.limits)
        shares = tuple(homes.of(member) for member in members)
        return Area(tuple(members), name, code_of(placed.record.gemeente, name), shares)

    def _upward(self, members: Sequence[Region]) -> list[Region]:
        """The same with a wijk for all its buurten, and a gemeente for all its wijken."""
        found = self._whole(members, RegionLevel.BUURT, lambda each: each.wijk_code)
        return self._whole(found, RegionLevel.WIJK, lambda each: each.gemeente_code)

    def _whole(
        self,
        members: Sequence[Region],
        level: RegionLevel,
        whole_of: Callable[[Region], str | None],
    ) -> list[Region]:
        inside = [each for each in members if each.level is level]
        found = list(members)
        for code in sorted({whole for each in inside if (whole := whole_of(each)) is not None}):
            mine = {each.code for each in inside if whole_of(each) == code}
            all_of_it = {
                each.code
                for each in self.edition.regions(level, gemeente_code_of(code))
                if whole_of(each) == code
            }
            larger = self.edition.region(code)
            if mine == all_of_it and larger is not None:
                found = [larger, *(each for each in found if each.code not in mine)]
        return sorted(found, key=lambda each: each.code)


@dataclass(frozen=True)
class _Reading:
    """One record on its way to regions."""

    areas: WorkAreas
    placed: PlacedWorkArea

    @property
    def _year(self) -> int:
        return self.areas.edition.info.division

    @property
    def _homes(self) -> tuple[Region, ...]:
        return self.areas.homes_of(self.placed)

    def members(self) -> tuple[list[Region], list[Problem]]:
        """The regions of its parts, and what is wrong with it."""
        parts, problems = self.placed.record.delen[self._year], list(self._of_gemeenten())
        if problems:
            return [], problems
        problems = list(self._of_name())
        most = self.areas.limits.delen_hoogstens
        if len(parts) > most:
            problems.append(self._problem(None, f"meer dan {most} delen; kies grotere delen"))
        found: list[Region] = []
        for code, name in parts.items():
            region = self.areas.edition.region(code)
            wrong = self._wrong(code, name, region)
            if wrong is not None:
                problems.append(self._problem(code, wrong))
            elif region is not None:
                found.append(region)
        codes = {each.code: each for each in found}
        for each in found:
            if (whole := codes.get(each.wijk_code or "")) is not None:
                problems.append(
                    self._problem(each.code, f"{each.name} hoort al bij {whole.name}; laat één weg")
                )
        return found, problems or list(self._of_no_part(found))

    def _of_gemeenten(self) -> Iterator[Problem]:
        """Gemeenten that are not there, or stand there twice."""
        seen: set[str] = set()
        for text in self.placed.record.gemeente:
            try:
                home = self.areas.gemeente(text)
            except RegionError as error:
                yield self.placed.problem(("gemeente",), error.message)
                continue
            if home.code in seen:
                yield self.placed.problem(("gemeente",), f"{home.name} staat er twee keer")
            seen.add(home.code)

    def _of_no_part(self, found: Sequence[Region]) -> Iterator[Problem]:
        """Gemeenten that none of the parts lies in."""
        inside = {each.gemeente_code for each in found}
        for home in self._homes:
            if home.code not in inside:
                message = f"in {home.name} ligt geen enkel deel; haal deze gemeente weg"
                yield self.placed.problem(("gemeente",), message)

    def _problem(self, code: str | None, message: str) -> Problem:
        return self.placed.problem((*self._parts, *([] if code is None else [code])), message)

    @property
    def _parts(self) -> tuple[str, ...]:
        """Where the parts stand: a profile file may leave out the year."""
        return parts_key(self.placed, self._year)

    def _of_name(self) -> Iterator[Problem]:
        """A name that is already somebody else's in the same gemeente."""
        name, homes = self.placed.record.id, self._homes
        codes = {home.code for home in homes}
        for region in self.areas.edition.named(search_key(name)):
            if region.gemeente_code in codes and region.level is not RegionLevel.BUURT:
                taken = f"{region.level} {region.name} ({region.code})"
                yield self.placed.problem(self._name, f"zo heet ook {taken}; kies een andere naam")
        for alias, other in self.areas.aliases.wijken.items():
            is_same = search_key(alias) == search_key(name) and len(other.codes) == 1
            if is_same and any(same_name(other.gemeente, home.name) for home in homes):
                message = f"'{alias}' staat ook in aliassen.yaml; haal het daar weg"
                yield self.placed.problem(self._name, f"{message}, of kies een andere naam")
        for placed in self.areas.records.values():
            theirs = placed.record.id
            is_same = search_key(theirs) == search_key(name) and placed != self.placed
            if is_same and codes & {home.code for home in self.areas.homes_of(placed)}:
                message = (
                    f"het werkgebied {theirs} staat al in {placed.document.file};"
                    " noem dat, of kies een andere naam"
                )
                yield self.placed.problem(self._name, message)

    @property
    def _name(self) -> tuple[str, ...]:
        """Where its name stands: it is the key, but not in a profile file."""
        return ("naam",) if (*self.placed.path, "naam") in self.placed.document.lines else ()

    def _wrong(self, code: str, name: str, region: Region | None) -> str | None:
        """What is wrong with one part; None if nothing is."""
        if level_of(code) in _TOO_LARGE:
            return f"{code} is geen wijk of buurt; noem de wijken of buurten die erbij horen"
        if region is None:
            edition = f"editie {self.areas.edition.info.id} (indeling {self._year})"
            return f"de code {code} komt niet voor in {edition}.{self._nearest(name)}"
        homes = self._homes
        if region.gemeente_code not in {home.code for home in homes}:
            listed = ", ".join([*(home.name for home in homes), region.gemeente_name])
            return (
                f"{region.name} ligt in {region.gemeente_name}, en die staat niet bij gemeente."
                f" Hoort dit deel erbij, schrijf dan gemeente: [{listed}]"
            )
        if same_name(region.name, name) or same_name(region.title, name):
            return None
        return f"{code} heet {region.name}, en niet {name}.{self._nearest(name)}"

    def _nearest(self, name: str) -> str:
        """The wijken and buurten of its gemeenten that are called nearly so."""
        inside = [
            each
            for home in self._homes
            for each in self.areas.edition.regions(gemeente=home.code)
            if each.level not in _TOO_LARGE
        ]
        keys = [search_key(each.name) for each in inside]
        near = get_close_matches(search_key(name), keys, n=_NEAREST, cutoff=0.6)
        found = [
            each for key in dict.fromkeys(near) for each in inside if search_key(each.name) == key
        ]
        names = ", ".join(f"{each.name} ({each.code})" for each in found[:_NEAREST])
        return f" Bedoelde u {names}?" if names else ""


def parts_key(placed: PlacedWorkArea, year: int) -> tuple[str, ...]:
    """Where the parts of one division stand in a file; in a profile file not always by year."""
    key = ("delen", str(year))
    return key if (*placed.path, *key) in placed.document.lines else key[:1]


def as_whole(name: str, area: Area) -> tuple[str, ...]:
    """What is told where the parts of a werkgebied are all of one region: it is that region."""
    if area.is_union:
        return ()
    whole = f"de {area.kind} {area.name} ({area.code})"
    return (f"De delen van {name} zijn samen {whole}: dit is het profiel van die {area.kind}.",)


def code_of(gemeenten: Sequence[str], name: str) -> str:
    """The identity of a werkgebied, no code of the CBS: `WG-amersfoort-koppelschothorst`."""
    return "-".join(["WG", *map(search_key, gemeenten), search_key(name)])


def as_record(name: str, members: Sequence[Region]) -> str:
    """A werkgebied in YAML, ready to be put in a file of the configuration."""
    gemeenten = gemeente_line(each.gemeente_name for each in members)
    return (
        f"{quoted(name)}:\n  {gemeenten}\n  delen:\n    {members[0].division}:"
        f"{part_lines(members, 6)}\n  bron: {UNTOLD}"
    )


def inline_record(name: str, members: Sequence[Region]) -> str:
    """The same, ready to be put in a profile file of this division."""
    return f"gebied:\n  naam: {quoted(name)}\n  delen:{part_lines(members, 4)}"


def gemeente_line(names: Iterable[str]) -> str:
    """The gemeente of a record, or a list of those that it lies in, each once."""
    listed = [quoted(each) for each in dict.fromkeys(names)]
    return f"gemeente: {listed[0]}" if len(listed) == 1 else f"gemeente: [{', '.join(listed)}]"


def part_lines(members: Sequence[Region], indent: int) -> str:
    """Code and name of each part, on lines of their own."""
    return "".join(f"\n{' ' * indent}{each.code}: {quoted(each.name)}" for each in members)


def quoted(text: str) -> str:
    """Text as YAML reads it: in quotes where a sign would mean something."""
    plain = all(each.isalnum() or each in " -/." for each in text) and text[:1].isalpha()
    if plain and text == text.strip():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
