"""One edition and one configuration at work: where reading, judging, wording and writing meet.

Nothing here talks to a terminal, reads the clock or the environment: that comes in from `cli`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from wijkprofiel.compilation.ranges import possible_range
from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.disk.alone import one_at_a_time
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.document import AreaContent, Content, Document, EditionDocument
from wijkprofiel.documents.profile.maker import PROFILE, make_profile
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.registry import DOCUMENTS, own_documents
from wijkprofiel.domain.area import Area, as_area
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.edition_findings import edition_findings
from wijkprofiel.findings.findings import Findings
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.wishes import USUAL, Wishes
from wijkprofiel.render.file_names import FileNames, edition_file_stem
from wijkprofiel.render.formats import Look, OutputFormat
from wijkprofiel.render.writing import Files
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.figure_rows import FigureRow, FigureRows
from wijkprofiel.workshop.imprints import Imprints
from wijkprofiel.workshop.requests import Surrounding, request
from wijkprofiel.workshop.searching import area_search
from wijkprofiel.workshop.tasks import Finished, Made, Task, as_failure
from wijkprofiel.workshop.workplace import Workplace

_ONE_MAKER = one_at_a_time()
"""Python runs one thread at a time anyway; and a copy of a process (`os.fork`) gets nothing that
is half made, such as what `cached_property` of Python 3.11 locks for all objects of a class."""


def _nothing() -> None:
    """What is done before documents get their names, unless somebody wants to know."""


class Workshop:
    """One edition and one configuration, opened once for many areas.

    Attributes:
        outputs: what the run reads and writes.
        before_naming: is called each time that the documents of an area get their names.
        imprint_of: says of a document of a task what it is made with.
        edition_imprint: the same of a document of the edition.

    Args:
        catalogue: what the folders of the place hold, for who has read them already.
    """

    def __init__(
        self, place: Workplace, edition: str | None = None, catalogue: Catalogue | None = None
    ) -> None:
        self.place = place
        everything = catalogue or load_catalogue(place.search)
        self.edition = place.open_edition(edition)
        self.catalogue = everything.of_tables(self.edition.origins)
        self.edition.ranges = {
            name: possible_range(each) for name, each in self.catalogue.indicators.items()
        }
        self.outputs = place.inputs()
        self.before_naming: Callable[[], None] = _nothing
        self.areas = area_search(self.edition, self.catalogue)
        imprints = Imprints(place, self.catalogue, self.edition)
        self.imprint_of: Callable[[Document, Task], Imprint] = imprints.of
        self.edition_imprint: Callable[[EditionDocument], Imprint] = imprints.of_edition
        self._findings = FindingsMaker(self.edition, self.catalogue)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the edition."""
        self.edition.close()

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every document that can be made, by name: ours, and those of the user's folder."""
        return {**DOCUMENTS, **own_documents(self.place.search)}

    def find(self, text: str, *gemeenten: str) -> Area:
        """The one area that a name, code or alias stands for; see `AreaSearch.find_area`."""
        with _ONE_MAKER:
            return self.areas.find_area(text, *gemeenten)

    def asked(self, name: str, gemeenten: Sequence[str] = ()) -> Task:
        """What a name, code, alias or profile file asks for; see `find` and `task`."""
        if is_profile_file(name):
            return self.task(Path(name))
        area = self.find(name, *gemeenten)
        told = self.areas.instead(name, area, *gemeenten)
        return Task(area, warnings=(told,) if told else ())

    def findings(self, areas: Sequence[Area | Region], wishes: Wishes = USUAL) -> Findings:
        """Everything that is so for one to four areas of this edition."""
        with _ONE_MAKER:
            return self._findings.of([as_area(area) for area in areas], wishes)

    def figures_of(self, area: Area) -> list[FigureRow]:
        """The figures of an area, as their sources give them; see `FigureRows.of`."""
        with _ONE_MAKER:
            return list(self._figures.of(area))

    def figure_of_all(
        self, areas: Iterable[Area], indicator: IndicatorDefinition, age: AgeGroup, year: int | None
    ) -> list[FigureRow]:
        """One figure of several areas; see `FigureRows.one`."""
        with _ONE_MAKER:
            return [self._figures.one(area, indicator, age, year) for area in areas]

    @property
    def _figures(self) -> FigureRows:
        return FigureRows(self._findings.book, self.catalogue)

    def content(
        self,
        document: Document,
        findings: Findings,
        wishes: Wishes = USUAL,
        imprint: Imprint | None = None,
    ) -> AreaContent:
        """What one document says of findings.

        Args:
            imprint: what it is made with, if more than these wishes ask for it.
        """
        scope, voice = Scope(self.catalogue, wishes), Voice.of(self.catalogue, wishes.voice)
        made_with = imprint or self.imprint_of(document, Task(findings.only.area, wishes))
        with _ONE_MAKER:
            return document.make(findings, voice, scope, self.catalogue.limits, made_with)

    def look(self, task: Task) -> Look:
        """What the documents of a task are dressed in."""
        stem = edition_file_stem(BOOKLET, self.edition.info.id) if task.booklet else None
        return Look(self.catalogue.voice(task.wishes.voice), task.style, task.unprintable, stem)

    def profile(self, area: Area | Region, wishes: Wishes = USUAL) -> Profile:
        """The profile of one area of this edition."""
        scope, voice = Scope(self.catalogue, wishes), Voice.of(self.catalogue, wishes.voice)
        made_with = self.imprint_of(PROFILE, Task(as_area(area), wishes))
        findings = self.findings([area], wishes)
        return make_profile(findings, voice, scope, self.catalogue.limits, made_with)

    def task(self, path: Path) -> Task:
        """What a profile file asks for, with every name looked up; see `requests.request`."""
        return request(
            path,
            Surrounding(
                catalogue=self.catalogue,
                areas=self.areas,
                documents=self.documents,
                folders=self.place.search.folders,
                outputs=self.outputs,
            ),
        )

    def plan(self, tasks: Iterable[Task], formats: Sequence[OutputFormat], output: Path) -> None:
        """Set the names of all documents apart, so that a clash is told before the work.

        Raises:
            OutputError: if a document would take the place of an input or of another document.
            UsageError: if a document cannot be had in one of these formats.
        """
        files = self.files(formats, output)
        for task in tasks:
            for document in task.documents:
                files.claim(task.area, document)

    def build(
        self, tasks: Iterable[Task], formats: Sequence[OutputFormat], output: Path
    ) -> Iterator[Made]:
        """Make and write the documents of each area; what goes wrong in one is told of that one.

        For many areas on more than one core, see `processes.build`.
        """
        files = self.files(formats, output)
        for task in tasks:
            yield self.make(task, files)

    def edition_content(self, document: EditionDocument = BOOKLET) -> Content:
        """What a document of the edition says: the same for every area."""
        voice, scope = Voice.of(self.catalogue), Scope(self.catalogue, USUAL)
        with _ONE_MAKER:
            found = edition_findings(self._findings.book, self.catalogue)
            imprint = self.edition_imprint(document)
            return document.make(found, voice, scope, self.catalogue.limits, imprint)

    def plan_edition(
        self, formats: Sequence[OutputFormat], output: Path, document: EditionDocument = BOOKLET
    ) -> None:
        """Set the names of a document of the edition apart; see `plan`."""
        self.files(formats, output).claim_edition(document)

    def build_edition(
        self, formats: Sequence[OutputFormat], output: Path, document: EditionDocument = BOOKLET
    ) -> Made:
        """Make and write a document of the edition; what goes wrong is told in what comes back."""
        return placed(self._edition_drawn(formats, output, document), self.files(formats, output))

    def _edition_drawn(
        self, formats: Sequence[OutputFormat], output: Path, document: EditionDocument
    ) -> Finished:
        about = f"het {document.name} van editie {self.edition.info.id}"
        try:
            content = self.edition_content(document)
            look = Look(self.catalogue.texts)
            drawn = self.files(formats, output).draw_edition(document, content, look)
        except Exception as error:
            return Finished(Made(None, error=as_failure(error), asked=about))
        made = Made(
            None,
            notes=content.notes,
            warnings=content.warnings,
            error=drawn.error,
            asked=about,
            imprints={document.name: content.imprint},
        )
        return Finished(made, drawn.files)

    def make(self, task: Task, files: Files) -> Made:
        """Make and write the documents of one area."""
        return placed(self.drawn(task, files), files)

    def drawn(self, task: Task, files: Files) -> Finished:
        """The documents of one area, made but not written."""
        try:
            findings = self.findings([task.area], task.wishes)
            imprints = {each.name: self.imprint_of(each, task) for each in task.documents}
            contents = [
                (each, self.content(each, findings, task.wishes, imprints[each.name]))
                for each in task.documents
            ]
            drawn = files.draw(contents, self.look(task))
        except Exception as error:
            return Finished(Made(task.area, error=as_failure(error)))
        told = [content for _, content in contents]
        warnings = [text for content in told for text in content.warnings]
        made = Made(
            task.area,
            notes=tuple(dict.fromkeys(text for content in told for text in content.notes)),
            warnings=tuple(dict.fromkeys([*task.warnings, *warnings])),
            error=drawn.error,
            imprints=imprints,
        )
        return Finished(made, drawn.files)

    @cached_property
    def _file_names(self) -> FileNames:
        words = self.catalogue.texts.gebieden
        return FileNames(self.edition, self.catalogue.aliases.gedrukt_als, words)

    def files(self, formats: Sequence[OutputFormat], output: Path) -> Files:
        """Where documents in these formats go, and what they are called."""
        return Files(
            names=self._file_names,
            formats=formats,
            folder=output,
            templates=self.place.templates,
            outputs=self.outputs,
            before_naming=self.before_naming,
        )


def placed(finished: Finished, files: Files) -> Made:
    """Write what was made of one area."""
    if not finished.files:
        return finished.made
    try:
        files.place(finished.files)
    except Exception as error:
        return replace(finished.made, notes=(), warnings=(), imprints={}, error=as_failure(error))
    return replace(finished.made, files=tuple(each.path for each in finished.files))
