"""The files of a run: what they are called, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.disk.files import replacing
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.documents.document import AreaContent, Content, EditionDocument, Layout
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import (
    ConfigurationError,
    RenderError,
    WijkprofielError,
)
from wijkprofiel.render.file_names import FileNames, edition_file_stem
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render, require_formats


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document in one format, that has not got its name yet.

    Attributes:
        owner: what it is, for who is told that its name is taken.
    """

    path: Path
    owner: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything of one area, ready to be written.

    Attributes:
        error: why there is no PDF, where that is all that failed.
    """

    files: tuple[Rendered, ...] = ()
    error: WijkprofielError | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """The documents of some areas or of their edition, in some formats, in one folder.

    Attributes:
        names: what the files are called.
        templates: the user's own templates, if any.
        outputs: what else the run reads and writes.
        before_naming: is called when all documents of an area are written and get their names.
    """

    names: FileNames
    formats: Sequence[OutputFormat]
    folder: Path
    templates: Path | None
    outputs: Outputs
    before_naming: Callable[[], None]

    def claim(self, area: Area, document: Layout) -> None:
        """Set the names of one document of one area apart.

        Raises:
            OutputError: if one would take the place of an input or of another document.
            UsageError: if the document cannot be had in one of the formats.
        """
        for path in self._paths(area, document).values():
            self.outputs.claim(path, _owner(area, document))

    def claim_edition(self, document: EditionDocument) -> None:
        """The same for a document of the whole edition."""
        for path in self._edition_paths(document).values():
            self.outputs.claim(path, self._edition_owner(document))

    def claim_areas(self, areas: Sequence[Area], document: Layout) -> None:
        """The same for a document about several areas together."""
        for path in self._areas_paths(areas, document).values():
            self.outputs.claim(path, _owner_of_areas(areas, document))

    def _areas_paths(self, areas: Sequence[Area], document: Layout) -> dict[OutputFormat, Path]:
        require_formats(document, self.formats)
        return {
            kind: self.folder / self.names.of_areas(areas, document, kind) for kind in self.formats
        }

    def _edition_paths(self, document: EditionDocument) -> dict[OutputFormat, Path]:
        require_formats(document, self.formats)
        stem = edition_file_stem(document, self.names.edition.info.id)
        return {kind: self.folder / f"{stem}.{kind}" for kind in self.formats}

    def _edition_owner(self, document: EditionDocument) -> str:
        return f"het {document.name} van editie {self.names.edition.info.id}"

    def _paths(self, area: Area, document: Layout) -> dict[OutputFormat, Path]:
        require_formats(document, self.formats)
        return {kind: self.folder / self.names.of(area, document, kind) for kind in self.formats}

    def draw(self, contents: Sequence[tuple[Layout, AreaContent]], look: Look) -> Drawn:
        """Render everything of an area; the disk is not touched.

        Raises:
            ConfigurationError, RenderError: see the exit codes.
        """
        rendered: list[Rendered] = []
        failed: list[WijkprofielError] = []
        for document, content in contents:
            sheet = Sheet(document, content, look, self.templates)
            paths, owner = self._paths(content.area, document), _owner(content.area, document)
            rendered.extend(self._rendered(sheet, paths, owner, failed))
        return Drawn(tuple(rendered), next(iter(failed), None))

    def draw_edition(self, document: EditionDocument, content: Content, look: Look) -> Drawn:
        """Render a document of the whole edition, likewise."""
        failed: list[WijkprofielError] = []
        sheet = Sheet(document, content, look, self.templates)
        paths, owner = self._edition_paths(document), self._edition_owner(document)
        rendered = tuple(self._rendered(sheet, paths, owner, failed))
        return Drawn(rendered, next(iter(failed), None))

    def draw_areas(
        self, areas: Sequence[Area], document: Layout, content: Content, look: Look
    ) -> Drawn:
        """Render a document about several areas together, likewise."""
        failed: list[WijkprofielError] = []
        sheet = Sheet(document, content, look, self.templates)
        paths, owner = self._areas_paths(areas, document), _owner_of_areas(areas, document)
        rendered = tuple(self._rendered(sheet, paths, owner, failed))
        return Drawn(rendered, next(iter(failed), None))

    def place(self, files: Sequence[Rendered]) -> None:
        """Write everything of an area first, then give it its names.

        An area that fails, on a full disk too, leaves no half set of files. Without a PDF that
        cannot be made the others are no half set.

        Raises:
            OutputError: if one cannot be written, or has the name of something else.
        """
        for each in files:
            self.outputs.claim(each.path, each.owner)
        with ExitStack() as stack:
            for each in files:
                stack.enter_context(replacing(each.path, self.outputs)).write_bytes(each.content)
            self.before_naming()

    def _rendered(
        self,
        sheet: Sheet,
        paths: Mapping[OutputFormat, Path],
        owner: str,
        failed: list[WijkprofielError],
    ) -> Iterator[Rendered]:
        """One document in every format; `failed` grows by the PDF that cannot be made."""
        for kind, path in paths.items():
            try:
                yield Rendered(path, owner, render(sheet, kind))
            except (ConfigurationError, RenderError) as error:
                if kind is not OutputFormat.PDF or len(self.formats) == 1:
                    raise
                failed.append(error)


def _owner(area: Area, document: Layout) -> str:
    return f"het {document.name} van {area.name} ({area.code})"


def _owner_of_areas(areas: Sequence[Area], document: Layout) -> str:
    named = ", ".join(f"{area.name} ({area.code})" for area in areas)
    return f"de {document.name} van {named}"
