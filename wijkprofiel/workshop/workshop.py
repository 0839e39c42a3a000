"""The only wiring: where reading, building and writing meet.

Nothing here talks to a terminal, reads the clock or the environment: that comes in from `cli`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wijkprofiel.areas.search import AreaSearch, in_a_file, on_one_line
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.compilation.ranges import possible_range
from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.profile_files import read_profile, unprintable
from wijkprofiel.configuration.profiles import HouseStyle, OtherArea, ProfileDefinition
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.disk.outputs import TABLES, YAML, Outputs
from wijkprofiel.documents.profile.maker import make_profile
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.area import Area, as_area
from wijkprofiel.domain.errors import (
    ConfigurationError,
    EditionError,
    InternalError,
    OutputError,
    Problem,
    RegionError,
    WijkprofielError,
)
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.choosing import newest, no_such_edition, open_checked
from wijkprofiel.edition.manifest import Manifest, manifest_path
from wijkprofiel.edition.reader import Edition
from wijkprofiel.edition.status import EditionStatus, edition_files, edition_status
from wijkprofiel.findings.findings import Findings
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.wishes import USUAL, Wishes
from wijkprofiel.render.documents import Documents, Look, OutputFormat
from wijkprofiel.render.style import PLAIN, Style, read_logo
from wijkprofiel.words.voice import Voice
from wijkprofiel.yaml_files.loader import KeyPath
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

if TYPE_CHECKING:
    from wijkprofiel.archive.snapshots import SnapshotInfo
    from wijkprofiel.compilation.verification import Verification


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

    def inputs(self) -> Outputs:
        """What every run keeps as it is: configuration, templates, editions, snapshots."""
        outputs = Outputs()
        for folder in self.search.folders:
            outputs.reads_folder(folder, YAML, "een instelling")
        if self.templates is not None:
            outputs.reads_folder(self.templates, frozenset(), "een sjabloon")
        outputs.reads_folder(self.snapshots, TABLES, "een momentopname")
        for edition in self.editions():
            outputs.reads(edition, "een editie")
            outputs.reads(manifest_path(edition), "het manifest van een editie")
        return outputs

    def open_edition(self, name: str | None = None) -> Edition:
        """Open an edition by name, or the newest there is.

        Raises:
            EditionError: if there is none of that name, or none at all.
        """
        paths = self.editions()
        if name is not None:
            chosen = next((path for path in paths if path.stem == name), None)
            if chosen is None:
                raise no_such_edition(name, [path.stem for path in paths])
            return open_checked(chosen)
        if not paths:
            raise EditionError(
                f"Er is geen editie in {self.data}.",
                remedy="Maak er een met `wijkprofiel data import` en `wijkprofiel data compile`.",
            )
        return open_checked(newest(paths, SHIPPED_DATA))


@dataclass(frozen=True, slots=True)
class Task:
    """An area, with what a profile file asks for.

    Attributes:
        unprintable: texts of the file that the PDF cannot show; every other format can.
    """

    area: Area
    wishes: Wishes = USUAL
    style: Style = PLAIN
    unprintable: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one area: the files that were written, or the error, or both without a PDF.

    Attributes:
        area: None if it was not found; then `asked` says where it was asked for, and how.
    """

    area: Area | None
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: WijkprofielError | None = None
    asked: str = ""

    @property
    def label(self) -> str:
        """The area for people."""
        return f"{self.area.name} ({self.area.code})" if self.area else self.asked


def as_failure(error: Exception) -> WijkprofielError:
    """What went wrong in one area, as something that can be told beside what became of others."""
    return error if isinstance(error, WijkprofielError) else InternalError(error)


def _nothing() -> None:
    """What is done before documents get their names, unless somebody wants to know."""


class Workshop:
    """One edition and one configuration, opened once for many areas.

    Attributes:
        outputs: what the run reads and writes.
        before_naming: is called each time that the documents of an area get their names.
    """

    def __init__(self, place: Workplace, edition: str | None = None) -> None:
        self.place = place
        self.catalogue: Catalogue = load_catalogue(place.search)
        self.edition = place.open_edition(edition)
        self.edition.ranges = {
            name: possible_range(each) for name, each in self.catalogue.indicators.items()
        }
        self.outputs = place.inputs()
        self.before_naming: Callable[[], None] = _nothing
        self.areas = AreaSearch(self.edition, self.catalogue.aliases)
        self._findings = FindingsMaker(self.edition, self.catalogue)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.edition.close()

    def findings(self, areas: Sequence[Area | Region], wishes: Wishes = USUAL) -> Findings:
        """Everything that is so for one to four areas of this edition."""
        return self._findings.of([as_area(area) for area in areas], wishes)

    def profile(self, area: Area | Region, wishes: Wishes = USUAL) -> Profile:
        """The profile of one area of this edition."""
        scope, voice = Scope(self.catalogue, wishes), Voice.of(self.catalogue, wishes.voice)
        return make_profile(self.findings([area], wishes), voice, scope, self.catalogue.limits)

    def task(self, path: Path) -> Task:
        """What a profile file asks for, with every name looked up.

        Raises:
            ConfigurationError: with file, line and key of every mistake, also of areas that are
                not found and a logo that cannot be used.
        """
        return _ProfileFile(self, path).task()

    def plan(self, tasks: Iterable[Task], formats: Sequence[OutputFormat], output: Path) -> None:
        """Set the names of all documents apart, so that a clash is told before the work.

        Raises:
            OutputError: if a document would take the place of an input or of another document.
        """
        documents = self._documents(formats, output)
        for task in tasks:
            documents.claim(task.area)

    def build(
        self, tasks: Iterable[Task], formats: Sequence[OutputFormat], output: Path
    ) -> Iterator[Outcome]:
        """Make and write profiles one by one; whatever goes wrong in one is what became of it."""
        documents = self._documents(formats, output)
        for task in tasks:
            yield self._made(task, documents)

    def _made(self, task: Task, documents: Documents) -> Outcome:
        try:
            profile = self.profile(task.area, task.wishes)
            texts = self.catalogue.voice(task.wishes.voice)
            written = documents.write(profile, Look(texts, task.style, task.unprintable))
            warnings = (*profile.warnings, *written.warnings)
            return Outcome(task.area, written.files, profile.notes, warnings, written.error)
        except Exception as error:
            return Outcome(task.area, error=as_failure(error))

    def _documents(self, formats: Sequence[OutputFormat], output: Path) -> Documents:
        return Documents(
            areas=self.areas,
            formats=formats,
            folder=output,
            templates=self.place.templates,
            outputs=self.outputs,
            before_naming=self.before_naming,
        )


class _ProfileFile:
    """One profile file on its way to a task; `problems` grows until all of it has been seen."""

    def __init__(self, shop: Workshop, path: Path) -> None:
        self._shop = shop
        self._folder = path.parent
        shop.outputs.reads(path, "een profielbestand")
        self._placed, self._problems = read_profile(path, shop.catalogue)

    def task(self) -> Task:
        record = self._placed.record
        area = self._area((), record)
        benchmarks = self._benchmarks(area)
        style, unseen = self._style(record.huisstijl), unprintable(self._placed)
        if self._problems or area is None:
            problems = sorted([*self._problems, *unseen], key=lambda each: each.line or 0)
            raise ConfigurationError(problems)
        return Task(area, Wishes.asked(record, benchmarks), style, tuple(unseen))

    def _complain(self, key: KeyPath, message: str) -> None:
        self._problems.append(self._placed.problem(key, message))

    def _area(self, key: KeyPath, wanted: ProfileDefinition | OtherArea) -> Area | None:
        areas, part = self._shop.areas, "gemeente"
        try:
            if wanted.gemeente is not None:
                areas.gemeente(wanted.gemeente)
            part = "gebied"
            return Area.of(areas.find(wanted.gebied, *filter(None, [wanted.gemeente])))
        except RegionError as error:
            self._complain((*key, part), in_a_file(error))
            return None

    def _benchmarks(self, profiled: Area | None) -> dict[str, Area] | None:
        chosen = self._placed.record.vergelijken_met
        if chosen is None:
            return None
        found: dict[str, Area] = {}
        usual = Surroundings.of(self._shop.edition, profiled).benchmarks() if profiled else {}
        for number, item in enumerate(chosen):
            key: KeyPath = ("vergelijken_met", number)
            if isinstance(item, OtherArea):
                area = self._other(key, item, profiled)
            else:
                area = self._usual(key, item, profiled, usual)
            if area is None:
                continue
            word = next((word for word, one in usual.items() if one == area), area.code.lower())
            if word in found:
                self._complain(key, f"{area.name} staat er twee keer")
            found[word] = area
        return found

    def _other(self, key: KeyPath, item: OtherArea, profiled: Area | None) -> Area | None:
        area = self._area(key, item)
        if area is not None and area == profiled:
            self._complain(key, "een gebied kan niet met zichzelf worden vergeleken")
        return area

    def _usual(
        self, key: KeyPath, word: str, profiled: Area | None, usual: dict[str, Area]
    ) -> Area | None:
        if profiled is not None and word not in usual:
            self._complain(key, f"een {profiled.kind} heeft geen {word} om mee te vergelijken")
        return usual.get(word)

    def _style(self, house: HouseStyle) -> Style:
        """The look of an organisation; paths are seen from the profile file."""
        logo, within = None, [self._folder, *self._shop.place.search.folders]
        try:
            if house.logo is not None:
                self._shop.outputs.reads(self._folder / house.logo.bestand, "het logo")
                logo = read_logo(self._folder / house.logo.bestand, house.logo.alt, within)
        except OutputError as error:
            self._complain(("huisstijl", "logo", "bestand"), on_one_line(error))
        try:
            return Style(logo=logo, font=house.lettertype, accent=house.accentkleur)
        except OutputError as error:
            self._complain(("huisstijl", "lettertype"), on_one_line(error))
            return PLAIN


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
        load_sources(place.search).other_names(),
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
        raise no_such_edition(name or "", [path.stem for path in place.editions()])
    for path in paths:
        yield verify_edition(path, catalogue.indicators)
