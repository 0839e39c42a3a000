"""The files of a run: what they are called, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.disk.files import replacing
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.documents.document import Content, Document
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import (
    ConfigurationError,
    Problem,
    RenderError,
    WijkprofielError,
)
from wijkprofiel.render.file_names import file_name
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render, require_formats


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of one area.

    Attributes:
        error: why there is no PDF, where that is all that failed.
    """

    files: tuple[Path, ...]
    warnings: tuple[str, ...]
    error: WijkprofielError | None


@dataclass(frozen=True, slots=True)
class Files:
    """The documents of some areas, in some formats, in one folder.

    Attributes:
        templates: the user's own templates, if any.
        outputs: what else the run reads and writes.
        before_naming: is called when all documents of an area are written and get their names.
    """

    areas: AreaSearch
    formats: Sequence[OutputFormat]
    folder: Path
    templates: Path | None
    outputs: Outputs
    before_naming: Callable[[], None]

    def claim(self, area: Area, document: Document) -> dict[OutputFormat, Path]:
        """Set the names of one document of one area apart.

        Raises:
            OutputError: if one would take the place of an input or of another document.
            UsageError: if the document cannot be had in one of the formats.
        """
        require_formats(document, self.formats)
        clash = len(self.areas.same_name(area)) > 1
        edition = self.areas.edition.info.id
        paths = {
            kind: self.folder / file_name(area, edition, document, kind, with_code=clash)
            for kind in self.formats
        }
        for path in paths.values():
            self.outputs.claim(path, f"het {document.name} van {area.name} ({area.code})")
        return paths

    def write(self, contents: Sequence[tuple[Document, Content]], look: Look) -> Written:
        """Render and write everything of an area first, then give it its names.

        An area that fails, on a full disk too, leaves no half set of files. Without a PDF that
        cannot be made the others are no half set.

        Raises:
            ConfigurationError, RenderError, OutputError: see the exit codes.
        """
        rendered: dict[Path, bytes] = {}
        failed: list[WijkprofielError] = []
        for document, content in contents:
            sheet = Sheet(document, content, look, self.templates)
            rendered.update(self._rendered(sheet, failed))
        with ExitStack() as files:
            for path, written in rendered.items():
                files.enter_context(replacing(path, self.outputs)).write_bytes(written)
            self.before_naming()
        return Written(tuple(rendered), self._unseen(look.unprintable), next(iter(failed), None))

    def _rendered(
        self, sheet: Sheet, failed: list[WijkprofielError]
    ) -> Iterator[tuple[Path, bytes]]:
        """One document in every format; `failed` grows by the PDF that cannot be made."""
        for kind, path in self.claim(sheet.content.area, sheet.document).items():
            try:
                yield path, render(sheet, kind)
            except (ConfigurationError, RenderError) as error:
                if kind is not OutputFormat.PDF or len(self.formats) == 1:
                    raise
                failed.append(error)

    def _unseen(self, unprintable: tuple[Problem, ...]) -> tuple[str, ...]:
        """What a PDF would not show, for who makes only HTML now."""
        only_html = OutputFormat.HTML in self.formats and OutputFormat.PDF not in self.formats
        return tuple(map(str, unprintable)) if only_html else ()
