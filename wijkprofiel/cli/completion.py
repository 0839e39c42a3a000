"""What the Tab key offers: names from the editions and the configuration.

Whatever goes wrong here stays silent: a half-typed command is no place for messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wijkprofiel.cli.places import workplace
from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.registry import DOCUMENTS, own_documents
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.errors import WijkprofielError
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.render.file_names import slug
from wijkprofiel.render.formats import OutputFormat, formats_of
from wijkprofiel.workshop.workplace import Workplace

Completer = Callable[[str], list[str]]
_MOST = 200


def _completer(names: Callable[[Workplace], Iterable[str]]) -> Completer:
    def complete(incomplete: str) -> list[str]:
        try:
            found = sorted(set(names(workplace(None, None))))
        except (WijkprofielError, OSError):
            return []
        typed = incomplete.lower()
        return [incomplete + n[len(typed) :] for n in found if n.startswith(typed)][:_MOST]

    return complete


def _areas(place: Workplace) -> Iterable[str]:
    own = [slug(name) for name in load_catalogue(place.search).work_areas]
    with place.open_edition() as edition:
        regions = [area for area in edition.regions() if area.level != RegionLevel.BUURT]
        return [*own, *(slug(area.name) for area in regions)]


def _gemeenten(place: Workplace) -> Iterable[str]:
    with place.open_edition() as edition:
        return [slug(area.name) for area in edition.regions(RegionLevel.GEMEENTE)]


def _composed(kind: AreaKind) -> Callable[[Workplace], Iterable[str]]:
    def names(place: Workplace) -> Iterable[str]:
        with place.open_edition() as edition:
            return [slug(each.area.name) for each in edition.composed if each.area.kind is kind]

    return names


def formats(incomplete: str) -> list[str]:
    """The formats of a list with commas, the last of which is being typed."""
    return _next_of(OutputFormat, incomplete)


def booklet_formats(incomplete: str) -> list[str]:
    """The same of those that the booklet can be had in."""
    return _next_of(formats_of(BOOKLET), incomplete)


def _next_of(kinds: Iterable[OutputFormat], incomplete: str) -> list[str]:
    before, _, last = incomplete.rpartition(",")
    front = f"{before}," if before else ""
    chosen = before.split(",")
    open_ones = [kind.value for kind in kinds if kind.value not in chosen]
    return [front + kind for kind in open_ones if kind.startswith(last)]


documents = _completer(lambda place: [*DOCUMENTS, *own_documents(place.search)])
areas = _completer(_areas)
gemeenten = _completer(_gemeenten)
ggd_regions = _completer(_composed(AreaKind.GGD_REGION))
provinces = _completer(_composed(AreaKind.PROVINCE))
editions = _completer(lambda place: [path.stem for path in place.editions()])
indicators = _completer(lambda place: load_catalogue(place.search).indicators)
themes = _completer(
    lambda place: [each.sleutel for each in load_catalogue(place.search).default_theme_set.themas]
)
recipes = _completer(lambda place: [path.stem for path in place.search.list("import")])
edition_recipes = _completer(lambda place: [path.stem for path in place.search.list("edities")])
