"""A werkgebied of one's own begun: its record in YAML, and where that goes."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.areas.told import described, on_one_line
from wijkprofiel.areas.work_areas import UNTOLD, gemeente_line, part_lines, quoted
from wijkprofiel.configuration.work_areas import FOLDER, WorkArea
from wijkprofiel.domain.errors import (
    ConfigurationError,
    OutputError,
    Problem,
    RegionError,
    UsageError,
)
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.render.file_names import slug
from wijkprofiel.words.formatting import Notation
from wijkprofiel.workshop.places import OWN_CONFIG
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.inserting import with_block
from wijkprofiel.yaml_files.kinds import DEFAULTS
from wijkprofiel.yaml_files.loader import YamlDocument, read_text, validate
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS
from wijkprofiel.yaml_files.reading import Placed

_OF_ONES_OWN = "eigen"
_PARTS_INDENT = 6


@dataclass(frozen=True, slots=True)
class NewWorkArea:
    """What somebody wants to lay down.

    Attributes:
        gemeenten: the gemeenten that it lies in.
        parts: names or codes of wijken and buurten; none for a record to choose from.
        source: where it stands that these are the parts.
    """

    name: str
    gemeenten: tuple[str, ...]
    parts: tuple[str, ...] = ()
    source: str | None = None

    def record(self, shop: Workshop) -> str:
        """The record in YAML: what `config check` finds no mistake in.

        Raises:
            RegionError: if there is no such gemeente.
            UsageError: with all that is wrong with the name and the parts.
        """
        homes = shop.areas.gemeenten(self.gemeenten)
        if not self.parts:
            some = [shop.edition.regions(RegionLevel.WIJK, home.code)[0] for home in homes]
            self._require_sound(shop, homes, some)
            return self._to_choose_from(shop, homes)
        members = self._members(shop, homes)
        self._require_sound(shop, homes, members)
        return self._text(homes, part_lines(members, _PARTS_INDENT))

    def command(self, shop: Workshop) -> str:
        """What makes its profile; other areas may have the same name elsewhere."""
        where = ["--gemeente", self.gemeenten[0]] if shop.areas.knows(self.name) else []
        return shlex.join(["wijkprofiel", "build", self.name, *where])

    def _text(self, homes: Sequence[Region], parts: str) -> str:
        return (
            f"{quoted(self.name)}:\n  {gemeente_line(each.name for each in homes)}\n  delen:\n"
            f"    {homes[0].division}:{parts}\n"
            "  # Waar staat dat dit de delen zijn, of wie het zegt:\n"
            f"  bron: {quoted(self.source or UNTOLD)}\n"
            "  # vastgesteld_door: Naam van een mens of organisatie\n"
            "  # sinds: maart 2027\n"
            "  # onzeker: Wat niet zeker is.\n"
        )

    def _to_choose_from(self, shop: Workshop, homes: Sequence[Region]) -> str:
        """The same with every wijk, as remarks: none of them is chosen yet."""
        inside = (shop.edition.regions(RegionLevel.WIJK, home.code) for home in homes)
        wijken = [wijk for each in inside for wijk in each]
        notation = Notation.of(shop.catalogue.texts)

        def people(wijk: Region) -> str:
            known = wijk.inhabitants is not None
            return f"  # {notation.number(wijk.inhabitants or 0)} inwoners" if known else ""

        lines = "".join(
            f"\n{' ' * _PARTS_INDENT}{each.code}: {quoted(each.name)}{people(each)}"
            for each in wijken
        )
        remarks = "".join(f"# {line}\n" for line in self._text(homes, lines).splitlines())
        where = notation.enumeration([home.name for home in homes])
        return (
            f"# Een werkgebied in {where}. Haal # en de spatie erna weg voor de regels met de"
            " naam, gemeente,\n# delen, het jaar en bron, en voor de wijken die erbij horen."
            " De andere wijken haalt u weg.\n#\n"
            f"{remarks}"
        )

    def _members(self, shop: Workshop, homes: Sequence[Region]) -> list[Region]:
        """The regions of the parts, by code.

        Raises:
            UsageError: with every part that is not found, or was named before.
        """
        found: dict[str, Region] = {}
        wrong = []
        for part in self.parts:
            try:
                region = shop.areas.find(part, *(home.code for home in homes))
            except RegionError as error:
                wrong.append(on_one_line(error))
                continue
            if region.level in (RegionLevel.GEMEENTE, RegionLevel.LAND):
                wrong.append(f"{described(region)} is geen wijk of buurt.")
            elif region.code in found:
                wrong.append(f"{described(region)} staat er twee keer.")
            found[region.code] = region
        if wrong:
            raise _refused(self.name, wrong)
        return [found[code] for code in sorted(found)]

    def _require_sound(
        self, shop: Workshop, homes: Sequence[Region], members: Sequence[Region]
    ) -> None:
        """Whether the record would pass the check.

        Raises:
            UsageError: with all that is wrong with it.
        """
        problems: list[Problem] = []
        data = {
            "id": self.name,
            "gemeente": [home.name for home in homes],
            "delen": {homes[0].division: {each.code: each.name for each in members}},
            "bron": self.source or UNTOLD,
        }
        document = YamlDocument("", {})
        record = validate(WorkArea, document, data, (), problems)  # type: ignore[arg-type]
        if record is not None:
            problems.extend(self._taken(shop))
            try:
                known = shop.areas.work_areas
                assert known is not None  # every workshop has them
                known.made(Placed(record, document))
            except ConfigurationError as error:
                problems.extend(error.problems)
        # A choice of wijken is not made yet: only the name can be wrong.
        told = [each.message for each in problems if self.parts or not each.key]
        if told:
            raise _refused(self.name, told)

    def _taken(self, shop: Workshop) -> Iterable[Problem]:
        if self.name == DEFAULTS:
            yield Problem("", None, "", f"'{DEFAULTS}' heeft een eigen betekenis in deze bestanden")
        if (other := shop.catalogue.work_area_places.get(self.name)) is not None:
            yield Problem("", None, "", f"{self.name} bestaat al in {other.document.file}")


def _refused(name: str, reasons: Iterable[str]) -> UsageError:
    lines = "\n".join(f"  {each}" for each in dict.fromkeys(reasons))
    return UsageError(
        f"Het werkgebied {name} kan zo niet:\n{lines}",
        remedy="De wijken en buurten van een gemeente ziet u met `wijkprofiel areas list"
        " --gemeente NAAM --buurten`.",
    )


def file_for(place: Workplace, gemeente: Region) -> Path:
    """The file of a gemeente in the user's configuration folder.

    One of our own name would take the place of ours, with all werkgebieden in it.
    """
    own = next(
        (each for each in place.search.folders if each.resolve() != SHIPPED_CONFIGS), OWN_CONFIG
    )
    name = slug(gemeente.name).replace("-", "_")
    file = own / FOLDER / f"{name}.yaml"
    is_ours = (SHIPPED_CONFIGS / FOLDER / file.name).is_file()
    if is_ours and not file.exists() and own.resolve() != SHIPPED_CONFIGS:
        return file.with_name(f"{name}_{_OF_ONES_OWN}.yaml")
    return file


def text_with(file: Path, record: str) -> str:
    """What a file holds when the record has been added to it; nothing of it changes.

    Raises:
        ConfigurationError: if it cannot be read.
        OutputError: if nothing can be added to it.
    """
    if not file.exists():
        return record
    text = with_block(read_text(file), record)
    if text is None:
        raise OutputError(
            f"Aan {file} is niets toe te voegen; het blijft zoals het is.",
            remedy="Toon het werkgebied met --output -, en zet het zelf in het bestand.",
        )
    return text
