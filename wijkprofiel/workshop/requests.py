"""From a profile file to what is asked of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.areas.search import AreaSearch, in_a_file, on_one_line
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.profile_files import read_profile, unprintable
from wijkprofiel.configuration.profiles import HouseStyle, OtherArea, ProfileDefinition
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.document import Document
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError, OutputError, RegionError
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.render.style import PLAIN, Style, read_logo
from wijkprofiel.workshop.named import MAKE_THE_BOOKLET, OF_AN_EDITION
from wijkprofiel.workshop.tasks import ProfileFile, Task
from wijkprofiel.yaml_files.loader import KeyPath
from wijkprofiel.yaml_files.messages import hint


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What a profile file is read against.

    Attributes:
        documents: every document that can be asked for, by name.
        folders: where files that it names may lie, besides its own folder.
        outputs: what the run reads grows by what the file names.
    """

    catalogue: Catalogue
    areas: AreaSearch
    documents: Mapping[str, Document]
    folders: tuple[Path, ...]
    outputs: Outputs


def request(path: Path, around: Surrounding) -> Task:
    """What a profile file asks for, with every name looked up.

    Raises:
        ConfigurationError: with file, line and key of every mistake, also of areas that are
            not found and a logo that cannot be used.
    """
    return _ProfileFile(path, around).task()


class _ProfileFile:
    """One profile file on its way to a task; `problems` grows until all of it has been seen."""

    def __init__(self, path: Path, around: Surrounding) -> None:
        self._around = around
        self._folder, self._name = path.parent, path.name
        around.outputs.reads(path, "een profielbestand")
        self._placed, self._problems = read_profile(path, around.catalogue)

    def task(self) -> Task:
        record = self._placed.record
        area = self._area((), record)
        benchmarks = self._benchmarks(area)
        style, unseen = self._style(record.huisstijl), unprintable(self._placed)
        self._check_documents()
        if self._problems or area is None:
            problems = sorted([*self._problems, *unseen], key=lambda each: each.line or 0)
            raise ConfigurationError(problems)
        return Task(
            area,
            Wishes.asked(record, benchmarks),
            style,
            self._documents(),
            tuple(unseen),
            file=ProfileFile(self._name, record),
            warnings=tuple(self._told(record, area)),
        )

    def _told(self, record: ProfileDefinition, area: Area) -> Iterator[str]:
        homes = filter(None, [record.gemeente])
        if told := self._around.areas.instead(record.gebied, area, *homes):
            yield f"{self._name}: {told}"

    def _complain(self, key: KeyPath, message: str) -> None:
        self._problems.append(self._placed.problem(key, message))

    def _area(self, key: KeyPath, wanted: ProfileDefinition | OtherArea) -> Area | None:
        areas, part = self._around.areas, "gemeente"
        try:
            if wanted.gemeente is not None:
                areas.gemeente(wanted.gemeente)
            part = "gebied"
            return areas.find_area(wanted.gebied, *filter(None, [wanted.gemeente]))
        except RegionError as error:
            self._complain((*key, part), in_a_file(error))
            return None
        except ConfigurationError as error:
            self._problems.extend(error.problems)
            return None

    def _benchmarks(self, profiled: Area | None) -> dict[str, Area] | None:
        chosen = self._placed.record.vergelijken_met
        if chosen is None:
            return None
        found: dict[str, Area] = {}
        usual = (
            Surroundings.of(self._around.areas.edition, profiled).benchmarks() if profiled else {}
        )
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

    def _check_documents(self) -> None:
        known = self._around.documents
        for number, name in enumerate(self._placed.record.documenten):
            if name == BOOKLET.name:
                self._complain(("documenten", number), f"{OF_AN_EDITION}. {MAKE_THE_BOOKLET}")
            elif name not in known:
                message = f"document '{name}' is er niet; kies uit: {', '.join(known)}."
                self._complain(("documenten", number), f"{message}{hint(name, known)}")

    def _documents(self) -> tuple[Document, ...]:
        names = dict.fromkeys(self._placed.record.documenten)
        return tuple(self._around.documents[name] for name in names) or (PROFILE,)

    def _style(self, house: HouseStyle) -> Style:
        """The look of an organisation; paths are seen from the profile file."""
        logo, within = None, [self._folder, *self._around.folders]
        try:
            if house.logo is not None:
                self._around.outputs.reads(self._folder / house.logo.bestand, "het logo")
                logo = read_logo(self._folder / house.logo.bestand, house.logo.alt, within)
        except OutputError as error:
            self._complain(("huisstijl", "logo", "bestand"), on_one_line(error))
        try:
            return Style(logo=logo, font=house.lettertype, accent=house.accentkleur)
        except OutputError as error:
            self._complain(("huisstijl", "lettertype"), on_one_line(error))
            return PLAIN
