"""From a profile file to what is asked of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.areas.composed_search import ComposedAreas
from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.areas.surroundings import Surroundings
from wijkprofiel.areas.told import in_a_file, on_one_line
from wijkprofiel.areas.work_areas import as_whole
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.profile_files import read_profile, unprintable
from wijkprofiel.configuration.profiles import HouseStyle, OtherArea, ProfileDefinition
from wijkprofiel.configuration.work_areas import PlacedWorkArea
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.document import Document
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.domain.area import COMPOSED_KINDS, Area, AreaKind
from wijkprofiel.domain.errors import ConfigurationError, OutputError, RegionError
from wijkprofiel.domain.regions import gemeente_code_of, level_of
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.render.style import PLAIN, Style, read_logo
from wijkprofiel.workshop.named import MAKE_THE_BOOKLET, OF_AN_EDITION
from wijkprofiel.workshop.tasks import ProfileFile, Task
from wijkprofiel.yaml_files.loader import KeyPath
from wijkprofiel.yaml_files.messages import hint
from wijkprofiel.yaml_files.reading import Placed


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
        record, laid_down = self._placed.record, self._laid_down()
        area = self._area((), record) if laid_down is None else self._work_area(laid_down)
        benchmarks = self._benchmarks(area)
        style, unseen = self._style(record.huisstijl), unprintable(self._placed)
        self._check_documents()
        if self._problems or area is None:
            problems = sorted([*self._problems, *unseen], key=lambda each: each.line or 0)
            raise ConfigurationError(problems)
        return Task(
            area,
            Wishes.asked(record, benchmarks, None if laid_down is None else laid_down.record),
            style,
            self._documents(),
            tuple(unseen),
            file=ProfileFile(self._name, record),
            warnings=self._told_of(area, laid_down),
        )

    def _told_of(self, area: Area, laid_down: PlacedWorkArea | None) -> tuple[str, ...]:
        if laid_down is not None:
            return as_whole(laid_down.record.id, area)
        asked = self._placed.record
        return self._around.areas.said_of(str(asked.gebied), area)

    def _complain(self, key: KeyPath, message: str) -> None:
        self._problems.append(self._placed.problem(key, message))

    def _laid_down(self) -> PlacedWorkArea | None:
        """The werkgebied that the file itself lays down, if it does."""
        found, edition = self._placed.record.gebied, self._around.areas.edition
        if isinstance(found, str):
            return None
        division = edition.info.division
        codes = dict.fromkeys(gemeente_code_of(part) or "" for part in found.parts_on(division))
        regions = ((code, edition.region(code)) for code in codes)
        homes = tuple(code if region is None else region.name for code, region in regions)
        record = found.on(division, homes)
        return Placed(record, self._placed.document, ("gebied",))

    def _work_area(self, placed: PlacedWorkArea) -> Area | None:
        if self._placed.record.gemeente is not None:
            self._complain(("gemeente",), "haal deze regel weg; de gemeente hoort onder gebied")
        known = self._around.areas.work_areas
        assert known is not None  # every workshop has them
        try:
            return known.made(placed)
        except RegionError:
            year = self._around.areas.edition.info.division
            message = f"de delen op de indeling van {year} ontbreken, en daarop is deze editie"
            self._complain(
                ("gebied", "delen"), f"{message}; zet ze erbij, of kies een andere editie"
            )
        except ConfigurationError as error:
            self._problems.extend(error.problems)
        return None

    def _area(self, key: KeyPath, wanted: ProfileDefinition | OtherArea) -> Area | None:
        areas, part = self._around.areas, "gemeente"
        assert isinstance(wanted.gebied, str)  # what is laid down needs no looking up
        try:
            if wanted.gemeente is not None:
                areas.gemeente(wanted.gemeente)
            part = "gebied"
            found = areas.find_area(wanted.gebied, *filter(None, [wanted.gemeente]))
        except RegionError as error:
            told = in_a_file(error, lays_down=part == "gebied" and not key)
            self._complain((*key, part), told)
            return None
        except ConfigurationError as error:
            self._problems.extend(error.problems)
            return None
        wrong = self._wrong_code(wanted.gebied, wanted.indeling, found)
        if wrong is not None:
            self._complain((*key, "gebied"), wrong)
        return found if wrong is None else None

    def _wrong_code(self, name: str, division: int | None, found: Area) -> str | None:
        """What is wrong with a code that is of another year; None of a name, or if nothing is."""
        elsewhere, region = self._around.areas.elsewhere, found.region
        if elsewhere is None or region is None or level_of(name.strip().upper()) is None:
            return None
        edition = self._placed.record.editie
        if division is None and edition is not None:
            division = elsewhere.division_of(edition)
        return elsewhere.mismatch(region, division)

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
            if isinstance(item, str):
                word = item
            if word in found:
                self._complain(key, f"{area.name} staat er twee keer")
            found[word] = area
        return found

    def _other(self, key: KeyPath, item: OtherArea, profiled: Area | None) -> Area | None:
        area = self._area(key, item)
        if area is not None and area == profiled:
            self._complain(key, "een gebied kan niet met zichzelf worden vergeleken")
        elif area is not None and profiled is not None and (told := _half_inside(profiled, area)):
            self._complain(key, told)
        return area

    def _usual(
        self, key: KeyPath, word: str, profiled: Area | None, usual: dict[str, Area]
    ) -> Area | None:
        if profiled is not None and word in COMPOSED_KINDS:
            return self._composed(key, AreaKind(word), profiled)
        if profiled is not None and word not in usual:
            self._complain(key, f"een {profiled.kind} heeft geen {word} om mee te vergelijken")
        return usual.get(word)

    def _composed(self, key: KeyPath, kind: AreaKind, profiled: Area) -> Area | None:
        """The GGD region or province that the area lies in."""
        if profiled.kind is AreaKind.LAND or profiled.composed is not None:
            self._complain(key, f"{profiled.name} heeft geen {kind} om mee te vergelijken")
            return None
        try:
            return ComposedAreas(self._around.areas.edition).around(kind, profiled)
        except RegionError as error:
            self._complain(key, in_a_file(error))
            return None

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


def _half_inside(profiled: Area, area: Area) -> str:
    """What is wrong with a werkgebied and an area that have ground in common, unless nothing is."""
    if not (profiled.is_union or area.is_union) or not profiled.overlaps(area):
        return ""
    if profiled.lies_in(area):
        return ""
    where = "in zijn geheel" if area.lies_in(profiled) else "voor een deel"
    return (
        f"{area.name} ligt {where} in {profiled.name}; vergelijk met een gebied dat er los van"
        " ligt, of er helemaal omheen"
    )
