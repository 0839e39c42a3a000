"""Everything in the configuration folders at once: the files, what they name, and strays."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.characteristics import FILE as RESIDENTS
from wijkprofiel.configuration.characteristics import load_residents
from wijkprofiel.configuration.composition_records import FOLDER as COMPOSED
from wijkprofiel.configuration.composition_records import load_compositions
from wijkprofiel.configuration.crosscheck import unknown
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition, load_editions, load_recipe
from wijkprofiel.configuration.profile_files import PROFILES, SUFFIXES, unprintable_in
from wijkprofiel.configuration.remarks import RoundRemark
from wijkprofiel.configuration.renames import FILE as RENAMES
from wijkprofiel.configuration.renames import load_renames
from wijkprofiel.configuration.reorganisations import FILE as REORGANISATIONS
from wijkprofiel.configuration.reorganisations import load_reorganisations
from wijkprofiel.configuration.sources import FILE as SOURCES
from wijkprofiel.configuration.sources import Sources, load_sources
from wijkprofiel.configuration.work_areas import FOLDER as WORK_AREAS
from wijkprofiel.disk.reachable import real
from wijkprofiel.domain.errors import ConfigurationError, Problem
from wijkprofiel.yaml_files.loader import load
from wijkprofiel.yaml_files.messages import hint
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath
from wijkprofiel.yaml_files.reading import Reader

STARTER = "nieuw_profiel.yaml"
FOLDERS = (
    *("documenten", "edities", WORK_AREAS, "import", "indicatoren", PROFILES, COMPOSED),
    *("teksten", "themas"),
)
KNOWN_FOLDERS = (*FOLDERS, "schema", "templates")
PRINTED = (WORK_AREAS, COMPOSED, "indicatoren", "opmerkingen", "teksten", "themas", "verhalen")
"""What has texts that stand in the document."""
FILES = (
    *("aliassen.yaml", "bronnen.yaml", STARTER, "oordeel.yaml"),
    *("opmerkingen.yaml", "verhalen.yaml", RENAMES, REORGANISATIONS, RESIDENTS),
)


@dataclass
class Mistakes:
    """What a check came across.

    Attributes:
        files: everything that was read.
        problems: everything that is wrong.
        catalogue: None if it could not be made of these files.
    """

    files: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    catalogue: Catalogue | None = None

    def attempt(self, read: Callable[[], object]) -> None:
        """Do something that may find mistakes, and keep those."""
        try:
            read()
        except ConfigurationError as error:
            self.problems.extend(error.problems)

    def finish(self) -> None:
        """Tell every mistake, each once, in the order of files and lines.

        Raises:
            ConfigurationError: if there was any.
        """
        once = sorted(dict.fromkeys(self.problems), key=lambda each: (each.file, each.line or 0))
        if once:
            raise ConfigurationError(once)


def check_configuration(search: SearchPath) -> Mistakes:
    """Look at every file of the configuration; profile files come apart, they need an edition."""
    found = Mistakes()

    def catalogue() -> None:
        found.catalogue = load_catalogue(search)

    found.attempt(catalogue)
    found.attempt(lambda: load_sources(search))
    found.attempt(lambda: load_editions(search))
    found.attempt(lambda: load_residents(search))
    found.attempt(lambda: load_renames(search))
    found.attempt(lambda: load_reorganisations(search))
    found.attempt(lambda: load_compositions(search))
    for path in search.list("import"):
        found.attempt(lambda name=path.stem: load_recipe(search, name))  # type: ignore[misc]
    found.problems.extend(_unknown_groups(search))
    found.problems.extend(_unknown_tables(search))
    found.problems.extend(_unknown_series(search))
    found.files.update(_files(search))
    found.problems.extend(_unprintable(search))
    found.problems.extend(_strays(search))
    return found


def _files(search: SearchPath) -> Iterator[Path]:
    for folder in FOLDERS:
        if folder != PROFILES:
            yield from search.list(folder)
    yield from (path for name in FILES if (path := search.find(name)) is not None)


def _unprintable(search: SearchPath) -> Iterator[Problem]:
    """Texts in files of one's own that the PDF cannot show; ours are held by a test."""
    own = [folder for folder in search.folders if folder.resolve() != SHIPPED_CONFIGS]
    for path in _files(search):
        if any(path.is_relative_to(folder) for folder in own) and _is_printed(path):
            with suppress(ConfigurationError):  # one that cannot be read was told
                document = load(path)
                yield from unprintable_in(document, (), document.data)


def _is_printed(path: Path) -> bool:
    return path.parent.name in PRINTED or path.stem in PRINTED


def _unknown_groups(search: SearchPath) -> Iterator[Problem]:
    """Groups that indicators take their figures from, and no edition has."""
    reader = Reader(search)
    editions = reader.folder("edities", EditionDefinition)
    if reader.problems:
        return
    indicators = reader.folder_of_records("indicatoren", IndicatorDefinition)
    known = {group for each in editions.values() for group in each.record.volgorde}
    for indicator in indicators.values():
        group = indicator.record.bron.groep
        if group not in known:
            message = f"geen editie heeft bij volgorde de groep '{group}'.{hint(group, known)}"
            yield indicator.problem(("bron", "groep"), message)


def _unknown_tables(search: SearchPath) -> Iterator[Problem]:
    """Tables that a remark is about, and that nothing is fetched or made of."""
    reader = Reader(search)
    sources = reader.file(SOURCES, Sources)
    editions = reader.folder("edities", EditionDefinition)
    if sources is None or reader.problems:
        return
    known = {*sources.record.tabellen}
    known |= {table.momentopname for each in editions.values() for table in each.record.tabellen}
    for remark in reader.records("opmerkingen.yaml", RoundRemark).values():
        for number, name in enumerate(remark.record.tabellen):
            if name not in known:
                yield remark.problem(("tabellen", number), unknown("tabel", name, known))


def _unknown_series(search: SearchPath) -> Iterator[Problem]:
    """Series that an edition follows, and that nobody configured."""
    reader = Reader(search)
    sources = reader.file(SOURCES, Sources)
    editions = reader.folder("edities", EditionDefinition)
    if sources is None or reader.problems:
        return
    known = sources.record.reeksen
    for edition in editions.values():
        for number, name in enumerate(edition.record.neemt_nieuwer):
            if name not in known:
                yield edition.problem(("neemt_nieuwer", number), unknown("reeks", name, known))


def _strays(search: SearchPath) -> Iterator[Problem]:
    """What is never read in folders of one's own, most often a name typed wrong."""
    for folder in search.folders:
        if folder.resolve() != SHIPPED_CONFIGS:
            unknown = {each.name: _meant(each) for each in _unknown_folders(folder)}
            misspelt = {name: meant for name, meant in unknown.items() if meant}
            for name, meant in misspelt.items():
                message = f"deze map wordt niet gelezen.{meant}"
                yield Problem(str(folder / name), None, "", message)
            yield from _stray_files(folder, misspelt)


def _unknown_folders(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in KNOWN_FOLDERS and not path.name.startswith("."):
            yield path


def _meant(folder: Path) -> str:
    """Which folder this one was meant to be; empty for one that just lies there, of logos say."""
    near = hint(folder.name, KNOWN_FOLDERS)
    return near or (" Bedoelde u templates?" if any(folder.rglob("*.j2")) else "")


def _stray_files(folder: Path, left_out: Container[str]) -> Iterator[Problem]:
    for path in sorted(path for suffix in SUFFIXES for path in folder.rglob(f"*{suffix}")):
        relative = path.relative_to(folder)
        known_place = str(relative.parent) in FOLDERS or relative.as_posix() in FILES
        if known_place or relative.parts[0] in left_out:
            continue
        known = [*FILES, *(f"{each}/{path.name}" for each in FOLDERS)]
        message = f"dit bestand wordt niet gelezen.{hint(relative.as_posix(), known)}"
        yield Problem(str(path), None, "", message)


def is_configuration(path: Path, search: SearchPath) -> bool:
    """Whether a file is part of the configuration itself, and no profile file."""
    for folder in search.folders:
        if real(path).is_relative_to(real(folder)):
            return real(path).relative_to(real(folder)).parts[0] != PROFILES
    return False
