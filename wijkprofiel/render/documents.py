"""The documents of a run: what they are called, how they are made, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.disk.files import replacing
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError, Problem, RenderError, WijkprofielError
from wijkprofiel.render.file_names import file_name
from wijkprofiel.render.style import PLAIN, Style


class OutputFormat(StrEnum):
    """What a profile can be written as."""

    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Look:
    """What the documents of one area are dressed in.

    Attributes:
        texts: what templates say themselves, in the voice of the content.
        unprintable: texts of the profile file that the PDF cannot show.
    """

    texts: Texts
    style: Style = PLAIN
    unprintable: tuple[Problem, ...] = ()


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
class Documents:
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

    def claim(self, area: Area) -> list[Path]:
        """Set the names of the documents of one area apart.

        Raises:
            OutputError: if one would take the place of an input or of another document.
        """
        clash = len(self.areas.same_name(area)) > 1
        edition = self.areas.edition.info.id
        names = (file_name(area, edition, kind, with_code=clash) for kind in self.formats)
        paths = [self.folder / name for name in names]
        for path in paths:
            self.outputs.claim(path, f"het profiel van {area.name} ({area.code})")
        return paths

    def write(self, profile: Profile, look: Look) -> Written:
        """Render and write everything first, then give it its names.

        An area that fails, on a full disk too, leaves no half set of files. Without a PDF that
        cannot be made the others are no half set.

        Raises:
            ConfigurationError, RenderError, OutputError: see the exit codes.
        """
        paths = dict(zip(self.formats, self.claim(profile.area), strict=True))
        contents: dict[OutputFormat, bytes] = {}
        failed: WijkprofielError | None = None
        for kind in self.formats:
            try:
                contents[kind] = self._rendered(profile, kind, look)
            except (ConfigurationError, RenderError) as error:
                if kind is not OutputFormat.PDF or len(self.formats) == 1:
                    raise
                failed = error
        with ExitStack() as files:
            for kind, content in contents.items():
                files.enter_context(replacing(paths[kind], self.outputs)).write_bytes(content)
            self.before_naming()
        return Written(
            tuple(paths[kind] for kind in contents), self._unseen(look.unprintable), failed
        )

    def _unseen(self, unprintable: tuple[Problem, ...]) -> tuple[str, ...]:
        """What a PDF would not show, for who makes only HTML now."""
        only_html = OutputFormat.HTML in self.formats and OutputFormat.PDF not in self.formats
        return tuple(map(str, unprintable)) if only_html else ()

    def _rendered(self, profile: Profile, kind: OutputFormat, look: Look) -> bytes:
        texts, style = look.texts, look.style
        match kind:
            case OutputFormat.HTML:
                from wijkprofiel.render.html import render_html

                return render_html(profile, texts, templates=self.templates, style=style).encode()
            case OutputFormat.PDF:
                if look.unprintable:
                    raise ConfigurationError(look.unprintable)
                # WeasyPrint takes a second to import: only who asks for a PDF pays for it.
                from wijkprofiel.render.pdf import render_pdf

                return render_pdf(profile, texts, templates=self.templates, style=style)
            case OutputFormat.JSON:
                from wijkprofiel.render.export import to_json

                return to_json(profile).encode()
            case OutputFormat.CSV:
                from wijkprofiel.render.export import to_csv

                return to_csv(profile).encode()
