"""Names of the files that are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from wijkprofiel.areas.namesakes import NamesakeFinder
from wijkprofiel.configuration.aliases import PrintedAs
from wijkprofiel.configuration.vocabulary import AreaTexts
from wijkprofiel.documents.document import EditionDocument, Layout
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.words.names import Names

_IN_A_GEMEENTE = (AreaKind.WIJK, AreaKind.BUURT, AreaKind.UNION)
_LONGEST_NAMES = 180
"""Signs of the names of all areas together: a file name may have 255."""
_LEVELS = (RegionLevel.GEMEENTE, RegionLevel.WIJK, RegionLevel.BUURT)


@dataclass(slots=True)
class FileNames:
    """Gives documents the names of their files, by the printed names of their areas.

    Attributes:
        edition: in which areas of one name are looked for.
        printed: what is called otherwise than in the figures.
        words: the patterns of names.
    """

    edition: Edition
    printed: PrintedAs
    words: AreaTexts
    _called: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, area: Area, document: Layout, extension: str) -> str:
        """`wijkprofiel-utrecht-overvecht-2020.pdf`; with the code where names would collide.

        Args:
            area: what the document is about.
            document: any but the profile is named after the edition.
            extension: of the format.
        """
        parts = ["wijkprofiel"]
        if area.kind in _IN_A_GEMEENTE:
            parts.append(self._gemeente(area))
        parts.append(self._name(area))
        if self._also_another(area):
            parts.append(area.code.lower())
        parts.append(slug(self.edition.info.id))
        if not document.is_main:
            parts.append(slug(document.name))
        return f"{'-'.join(part for part in parts if part)}.{extension}"

    def of_areas(self, areas: Sequence[Area], document: Layout, extension: str) -> str:
        """`wijkprofiel-utrecht-overvecht-amersfoort-soesterkwartier-2020-vergelijking.pdf`.

        By their codes where their names together are too long for a file name.
        """
        named = [f"{self._place_of(each)}{self._name(each)}" for each in areas]
        apart = [
            f"{name}-{each.code.lower()}" if self._also_another(each) else name
            for name, each in zip(named, areas, strict=True)
        ]
        if sum(map(len, apart)) > _LONGEST_NAMES:
            apart = [slug(each.code) for each in areas]
        tail = [slug(self.edition.info.id), slug(document.name)]
        return f"{'-'.join(('wijkprofiel', *apart, *tail))}.{extension}"

    def _place_of(self, area: Area) -> str:
        """The gemeente before the name, where it has one that is another name."""
        home = self._gemeente(area) if area.kind in _IN_A_GEMEENTE else ""
        return f"{home}-" if home else ""

    def _name(self, area: Area) -> str:
        if area.composed is not None:  # a province may have the name of a gemeente
            return slug(Names(self.printed, self.words).of(area))
        used = self._names_in(area.gemeente_code)
        return slug(area.name) if area.is_union else used.get(area.code, slug(area.name))

    def _gemeente(self, area: Area) -> str:
        codes = [part.gemeente_code or "" for part in area.per_gemeente]
        return slug(" ".join(self._names_in(code)[code] for code in codes))

    def _also_another(self, area: Area) -> bool:
        """Whether another area of its gemeente is called so in a file's name."""
        if area.kind not in _IN_A_GEMEENTE:
            return False
        mine, used = self._name(area), self._names_in(area.gemeente_code)
        apart = (area.code, area.gemeente_code)
        return any(name == mine and code not in apart for code, name in used.items())

    def _names_in(self, gemeente: str | None) -> dict[str, str]:
        """What the gemeente and all areas in it are called, by their codes."""
        if gemeente is None:
            return {}
        if gemeente not in self._called:
            regions = [each for level in _LEVELS for each in self.edition.regions(level, gemeente)]
            areas = [Area.of(region) for region in regions]
            names = Names(
                self.printed, self.words, NamesakeFinder(self.edition).of(areas[0], areas)
            )
            self._called[gemeente] = {each.code: slug(names.of(each)) for each in areas}
        return self._called[gemeente]


def edition_file_stem(document: EditionDocument, edition: str) -> str:
    """`wijkprofiel-boekje-2020`, before what says the format: one for all areas of an edition."""
    return f"wijkprofiel-{slug(document.name)}-{slug(edition)}"


def slug(text: str) -> str:
    """A name in lower case letters, digits and hyphens, safe in every file system."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-")
