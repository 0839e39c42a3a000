"""The only wiring: where reading, building and writing meet.

Nothing here talks to a terminal, reads the clock or the environment: that comes in from `cli`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from wijkprofiel.areas.search import AreaSearch, on_one_line
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.profile_files import read_profile
from wijkprofiel.configuration.profiles import HouseStyle, OtherArea, ProfileDefinition
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.disk.files import replacing
from wijkprofiel.documents.profile.maker import USUAL, ProfileBuilder
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.errors import (
    ConfigurationError,
    EditionError,
    OutputError,
    RegionError,
    WijkprofielError,
)
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.manifest import Manifest, read_manifest
from wijkprofiel.edition.reader import Edition
from wijkprofiel.edition.status import EditionStatus, edition_files, edition_status
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.render.file_names import file_name
from wijkprofiel.render.style import PLAIN, Style, read_logo
from wijkprofiel.yaml_files.loader import KeyPath
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

if TYPE_CHECKING:
    from wijkprofiel.archive.snapshots import SnapshotInfo
    from wijkprofiel.compilation.verification import Verification


class OutputFormat(StrEnum):
    """What a profile can be written as."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folders of one run.

    Attributes:
        search: configuration folders, the user's first.
        data: folder with the user's own editions; the shipped one is always found too.
        templates: the user's own templates, if any; ours come after.
    """

    search: SearchPath
    data: Path
    templates: Path | None = None

    @property
    def snapshots(self) -> Path:
        """Folder with snapshots."""
        return self.data / "momentopnamen"

    def editions(self) -> list[Path]:
        """All edition files by name; the user's where both have one."""
        return sorted(edition_files([self.data, SHIPPED_DATA]), key=lambda path: path.stem)

    def _usual(self, paths: list[Path]) -> list[Path]:
        """Editions to choose the newest of: the user's own of the whole country, else ours."""
        whole = [path for path in paths if path.parent == SHIPPED_DATA or _is_whole(path)]
        own = [path for path in whole if path.parent != SHIPPED_DATA]
        return own or whole or paths

    def open_edition(self, name: str | None = None) -> Edition:
        """Open an edition by name, or the newest there is.

        Raises:
            EditionError: if there is none of that name, or none at all.
        """
        paths = self.editions()
        if name is not None:
            chosen = next((path for path in paths if path.stem == name), None)
            if chosen is None:
                raise _no_such_edition(name, [path.stem for path in paths])
            return Edition.open(chosen)
        if not paths:
            raise EditionError(
                f"Er is geen editie in {self.data}.",
                remedy="Maak er een met `wijkprofiel data import` en `wijkprofiel data compile`.",
            )
        editions = [Edition.open(path) for path in self._usual(paths)]
        editions.sort(key=lambda edition: (edition.info.as_of, edition.info.id))
        for older in editions[:-1]:
            older.close()
        return editions[-1]


def _is_whole(path: Path) -> bool:
    """Whether an edition is of the whole country, as far as its manifest tells."""
    try:
        return read_manifest(path).only is None
    except EditionError:
        return True


def _no_such_edition(name: str, known: list[str]) -> EditionError:
    return EditionError(
        f"Editie '{name}' is er niet.",
        remedy=f"Kies uit: {', '.join(known) or 'geen'}. Zie `wijkprofiel data status`.",
    )


@dataclass(frozen=True, slots=True)
class Task:
    """A region, with what a profile file asks for."""

    region: Region
    wishes: Wishes = USUAL
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one region: the files that were written, or the error.

    Attributes:
        region: None if it was not found; then `asked` says where it was asked for, and how.
    """

    region: Region | None
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: WijkprofielError | None = None
    asked: str = ""

    @property
    def label(self) -> str:
        """The region for people."""
        return f"{self.region.name} ({self.region.code})" if self.region else self.asked


class Workshop:
    """One edition and one configuration, opened once for many regions."""

    def __init__(self, place: Workplace, edition: str | None = None) -> None:
        self.place = place
        self.catalogue: Catalogue = load_catalogue(place.search)
        self.edition = place.open_edition(edition)
        self.areas = AreaSearch(self.edition, self.catalogue.aliases)
        self._builder = ProfileBuilder(self.edition, self.catalogue)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.edition.close()

    def profile(self, region: Region, wishes: Wishes = USUAL) -> Profile:
        """The profile of one region."""
        return self._builder.build(region, wishes)

    def task(self, path: Path) -> Task:
        """What a profile file asks for, with every name looked up.

        Raises:
            ConfigurationError: with file, line and key of every mistake, also of areas that are
                not found and a logo that cannot be used.
        """
        return _ProfileFile(self, path).task()

    def build(
        self, tasks: Iterable[Task], formats: Sequence[OutputFormat], output: Path
    ) -> Iterator[Outcome]:
        """Make and write profiles one by one; one that fails does not stop the others."""
        for task in tasks:
            try:
                profile = self.profile(task.region, task.wishes)
                files = tuple(self._write(profile, formats, output, task.style))
                yield Outcome(task.region, files, profile.notes, profile.warnings)
            except WijkprofielError as error:
                yield Outcome(task.region, error=error)

    def _write(
        self, profile: Profile, formats: Sequence[OutputFormat], output: Path, style: Style
    ) -> Iterator[Path]:
        """Render everything first, then write: a region that fails leaves no half set of files."""
        rendered = [(kind, self._rendered(profile, kind, style)) for kind in formats]
        clash = len(self.areas.same_name(profile.region)) > 1
        for kind, content in rendered:
            path = output / file_name(profile, kind.value, with_code=clash)
            with replacing(path) as temporary:
                temporary.write_bytes(content)
            yield path

    def _rendered(self, profile: Profile, kind: OutputFormat, style: Style) -> bytes:
        match kind:
            case OutputFormat.HTML:
                from wijkprofiel.render.html import render_html

                return render_html(profile, templates=self.place.templates, style=style).encode()
            case OutputFormat.PDF:
                # WeasyPrint takes a second to import: only who asks for a PDF pays for it.
                from wijkprofiel.render.pdf import render_pdf

                return render_pdf(profile, templates=self.place.templates, style=style)
            case OutputFormat.JSON:
                from wijkprofiel.render.export import to_json

                return to_json(profile).encode()
            case OutputFormat.CSV:
                from wijkprofiel.render.export import to_csv

                return to_csv(profile).encode()


class _ProfileFile:
    """One profile file on its way to a task; `problems` grows until all of it has been seen."""

    def __init__(self, shop: Workshop, path: Path) -> None:
        self._shop = shop
        self._folder = path.parent
        self._placed, self._problems = read_profile(path, shop.catalogue)

    def task(self) -> Task:
        record = self._placed.record
        region = self._area((), record)
        benchmarks = self._benchmarks(region)
        style = self._style(record.huisstijl)
        if self._problems or region is None:
            raise ConfigurationError(sorted(self._problems, key=lambda each: each.line or 0))
        return Task(region, _wishes(record, benchmarks), style)

    def _complain(self, key: KeyPath, message: str) -> None:
        self._problems.append(self._placed.problem(key, message))

    def _area(self, key: KeyPath, wanted: ProfileDefinition | OtherArea) -> Region | None:
        areas, part = self._shop.areas, "gemeente"
        try:
            if wanted.gemeente is not None:
                areas.gemeente(wanted.gemeente)
            part = "gebied"
            return areas.find(wanted.gebied, wanted.gemeente)
        except RegionError as error:
            self._complain((*key, part), on_one_line(error))
            return None

    def _benchmarks(self, region: Region | None) -> dict[str, Region] | None:
        chosen = self._placed.record.vergelijken_met
        if chosen is None:
            return None
        found: dict[str, Region] = {}
        usual = Surroundings.of(self._shop.edition, region).benchmarks() if region else {}
        for number, item in enumerate(chosen):
            key: KeyPath = ("vergelijken_met", number)
            if isinstance(item, OtherArea):
                area = self._other(key, item, region)
            else:
                area = self._usual(key, item, region, usual)
            if area is None:
                continue
            word = next((word for word, one in usual.items() if one == area), area.code.lower())
            if word in found:
                self._complain(key, f"{area.name} staat er twee keer")
            found[word] = area
        return found

    def _other(self, key: KeyPath, item: OtherArea, region: Region | None) -> Region | None:
        area = self._area(key, item)
        if area is not None and area == region:
            self._complain(key, "een gebied kan niet met zichzelf worden vergeleken")
        return area

    def _usual(
        self, key: KeyPath, word: str, region: Region | None, usual: dict[str, Region]
    ) -> Region | None:
        if region is not None and word not in usual:
            self._complain(key, f"een {region.level} heeft geen {word} om mee te vergelijken")
        return usual.get(word)

    def _style(self, house: HouseStyle) -> Style:
        """The look of an organisation; paths are seen from the profile file."""
        logo = None
        try:
            if house.logo is not None:
                logo = read_logo(self._folder / house.logo.bestand, house.logo.alt)
        except OutputError as error:
            self._complain(("huisstijl", "logo", "bestand"), on_one_line(error))
        try:
            return Style(logo=logo, font=house.lettertype, accent=house.accentkleur)
        except OutputError as error:
            self._complain(("huisstijl", "lettertype"), on_one_line(error))
            return PLAIN


def _wishes(record: ProfileDefinition, benchmarks: dict[str, Region] | None) -> Wishes:
    return Wishes(
        benchmarks=benchmarks,
        theme_set=record.themas,
        themes=record.alleen_themas,
        left_out=frozenset(record.weglaten),
        pinned=record.punten.vast,
        dropped=frozenset(record.punten.weg),
        title=record.titel,
        key_message=record.kernboodschap,
        meeting=record.bijeenkomst,
        makers=record.makers,
        contact=record.contact,
    )


def import_table(place: Workplace, recipe: str, folder: Path) -> SnapshotInfo:
    """Turn a local copy of a table into a snapshot.

    Raises:
        ConfigurationError, SourceChangedError, OutputError: see the exit codes.
    """
    from wijkprofiel.archive.snapshots import import_tables
    from wijkprofiel.configuration.editions import load_recipe

    return import_tables(load_recipe(place.search, recipe), folder, place.snapshots)


def snapshots_of(place: Workplace, gemeente: str | None) -> Path:
    """Where the snapshots of the country lie, or those of one gemeente."""
    return place.snapshots if gemeente is None else place.snapshots / gemeente.lower()


def compile_edition(
    place: Workplace, name: str, snapshots: Path | None = None, *, gemeente: str | None = None
) -> Manifest:
    """Make an edition of snapshots.

    Args:
        gemeente: code of the only gemeente that was fetched; the edition is named after it.

    Raises:
        UsageError: if there is no such edition in the configuration.
        SourceChangedError: if a snapshot does not hold what the configuration expects.
    """
    from wijkprofiel.compilation.edition import compile_edition as compile_
    from wijkprofiel.configuration.editions import edition_named

    catalogue = load_catalogue(place.search)
    definition = edition_named(place.search, name)
    if gemeente is not None:
        local = {"id": f"{name}-{gemeente.lower()}", "titel": f"{definition.titel} ({gemeente})"}
        definition = definition.model_copy(update=local)
    return compile_(
        definition,
        list(catalogue.indicators.values()),
        catalogue.limits,
        snapshots or snapshots_of(place, gemeente),
        place.data,
        names=load_sources(place.search).other_names(),
    )


def status(place: Workplace) -> list[EditionStatus]:
    """Which editions there are, from their manifests."""
    return edition_status([place.data, SHIPPED_DATA])


def verify(place: Workplace, name: str | None) -> Iterator[Verification]:
    """Check one edition, or all of them one by one.

    Raises:
        EditionError: for the first edition that is not in order.
    """
    from wijkprofiel.compilation.verification import verify_edition

    catalogue = load_catalogue(place.search)
    paths = [path for path in place.editions() if name in (None, path.stem)]
    if not paths:
        raise _no_such_edition(name or "", [path.stem for path in place.editions()])
    for path in paths:
        yield verify_edition(path, catalogue.indicators)
