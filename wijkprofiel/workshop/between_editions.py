"""Two editions at work together: finding an area in both, and the cause of every difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wijkprofiel.configuration.renames import load_renames
from wijkprofiel.configuration.reorganisations import Reorganisation, load_reorganisations
from wijkprofiel.disk.alone import one_at_a_time
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import AmbiguousRegionError, RegionError
from wijkprofiel.domain.regions import gemeente_code_of
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.findings.between_editions.area_side import EditionSide
from wijkprofiel.findings.between_editions.changed_area import EditionChanges
from wijkprofiel.findings.between_editions.editions_beside import EditionsBeside, KnownAreas
from wijkprofiel.findings.between_editions.finder import find_causes
from wijkprofiel.workshop.workshop import Workshop

_ONE_FINDER = one_at_a_time()
Pair = tuple[Area | None, Area | None]
"""An area in the earlier edition and in the later one, as far as each has it."""


class BetweenEditions:
    """Finds what differs between two editions, for many areas.

    Both are read by the configuration of the later workshop, so that a word that we changed makes
    no difference between them.

    Attributes:
        earlier, later: the editions, each with a configuration.

    Raises:
        ConfigurationError: with every mistake in the lists of renamed and reorganised areas.
        EditionError: if the manifest of one of them is damaged.
    """

    def __init__(self, earlier: Workshop, later: Workshop) -> None:
        self.earlier, self.later = earlier, later
        one, other = (
            EditionSide.of(shop.edition, read_manifest(shop.edition.path), later.catalogue)
            for shop in (earlier, later)
        )
        known = _known_areas(earlier, later)
        self._both = EditionsBeside(one, other, later.catalogue, known)

    def of(self, area: str | Area, *gemeenten: str) -> EditionChanges:
        """What differs for one area.

        Args:
            area: its name, code or alias in one of the editions, or an area of one of them.
            gemeenten: where to look for a name.

        Raises:
            RegionError, AmbiguousRegionError: if neither edition has it, or it is several areas.
            ConfigurationError: if it is a werkgebied that does not fit one of the editions.
            RuntimeError: if a figure differs and nothing that we know of can have done that.
        """
        before, after = self.pair(area, *gemeenten)
        with _ONE_FINDER:
            return find_causes(self._both, before, after)

    def pair(self, area: str | Area, *gemeenten: str) -> Pair:
        """The area in both editions: of one code, or of a werkgebied of one name."""
        if isinstance(area, Area):
            return self._counterparts(area)
        try:
            return self._counterparts(_found(self.later, area, gemeenten))
        except AmbiguousRegionError:
            raise
        except RegionError as not_there:
            try:
                return self._counterparts(_found(self.earlier, area, gemeenten))
            except RegionError:
                raise not_there from None

    def _counterparts(self, area: Area) -> Pair:
        before, after = (_counterpart(shop, area) for shop in (self.earlier, self.later))
        if before is None and after is None:
            raise RegionError(
                f"{area.name} ({area.code}) staat niet in editie {self.earlier.edition.info.id} en"
                f" niet in editie {self.later.edition.info.id}.",
                remedy="Zoek het gebied op met `wijkprofiel areas search NAAM`.",
            )
        return before, after


def _found(shop: Workshop, text: str, gemeenten: Sequence[str]) -> Area:
    """What a name stands for in one edition.

    Raises:
        RegionError: if it has nothing of that name; also of a werkgebied in another gemeente.
    """
    own = shop.areas.work_areas
    name = None if own is None else own.named(text)
    if own is not None and name is not None and not own.has_homes(name):
        listed = ", ".join(own.records[name].record.gemeente)
        raise RegionError(
            f"De gemeente van het werkgebied {name} ({listed}) staat niet in editie"
            f" {shop.edition.info.id}.",
            remedy="Kies een editie met die gemeente; zie `wijkprofiel data status`.",
        )
    return shop.find(text, *gemeenten)


def _counterpart(shop: Workshop, area: Area) -> Area | None:
    """The area of a code or a werkgebied in an edition; itself if it is of that edition."""
    division = shop.edition.info.division
    if area.division == division and all(shop.edition.region(m.code) for m in area.members):
        return area
    own = shop.areas.work_areas
    name = None if own is None else own.named(area.code)
    if own is not None and name is not None:
        record = shop.catalogue.work_areas[name]
        is_laid_down = division in record.delen and own.has_homes(name)
        return own.of(name) if is_laid_down else None
    if area.is_union:
        return _of_the_same_codes(shop, area)
    region = shop.edition.region(area.code)
    return None if region is None else Area.of(region)


def _of_the_same_codes(shop: Workshop, area: Area) -> Area | None:
    """A union that no file names, in another edition: its parts by code, if all are there."""
    found = [shop.edition.region(member.code) for member in area.members]
    members = tuple(region for region in found if region is not None)
    return Area(members, area.name, area.code) if len(members) == len(found) else None


def _known_areas(earlier: Workshop, later: Workshop) -> KnownAreas:
    """What the lists of the later configuration say of areas between these two divisions."""
    search = later.place.search
    years = earlier.edition.info.division, later.edition.info.division
    renames, changes = load_renames(search), load_reorganisations(search)

    def is_renamed(code: str, before: str, after: str) -> bool:
        return renames.is_renamed(years, code, before, after)

    def successors(code: str) -> Mapping[str, str]:
        gemeente = gemeente_code_of(code)
        if gemeente is None:
            return {}
        ended, began = changes.ended_as(gemeente, years[1]), changes.began_as(gemeente, years[0])
        if _is_between(ended, years) and ended is not None:
            return dict(ended.naar)
        return dict(began.van) if _is_between(began, years) and began is not None else {}

    return KnownAreas(is_renamed, successors)


def _is_between(change: Reorganisation | None, years: tuple[int, int]) -> bool:
    return change is not None and min(years) < change.indeling <= max(years)
