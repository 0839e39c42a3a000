"""A document of one area that was made but not written: its data, and how it looks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from wijkprofiel.documents.document import AreaContent, Document
from wijkprofiel.domain.area import Area
from wijkprofiel.findings.findings import Findings
from wijkprofiel.render.formats import OutputFormat, Sheet, render, require_formats
from wijkprofiel.workshop.tasks import Task

if TYPE_CHECKING:
    from wijkprofiel.library.opened import Wijkprofiel


@dataclass(frozen=True, slots=True, eq=False)
class AreaProfile:
    """One document of one area. In a notebook it shows itself.

    Attributes:
        task: what was asked for.
        document: which document it is; usually the profile.
        findings: everything that is so for the area: figures, verdicts, points, trends, gaps;
            frozen, and without a text for readers.
        content: what the document says, ready to print; its type depends on the document.
    """

    opened: Wijkprofiel
    task: Task
    document: Document
    findings: Findings
    content: AreaContent

    @property
    def area(self) -> Area:
        """What it is about."""
        return self.content.area

    @property
    def notes(self) -> tuple[str, ...]:
        """What somebody who makes it must know, in Dutch."""
        return self.content.notes

    @property
    def warnings(self) -> tuple[str, ...]:
        """What somebody who makes it can mend, in Dutch."""
        return self.content.warnings

    @property
    def data(self) -> dict[str, Any]:
        """The whole content as dicts, lists, numbers and texts: what `json` says.

        For the profile, docs/profiel.schema.json describes it.
        """
        found: dict[str, Any] = json.loads(self.json())
        return found

    def json(self) -> str:
        """The content as JSON."""
        return self._rendered(OutputFormat.JSON).decode()

    def csv(self) -> str:
        """Every figure and verdict, one line per figure and benchmark, for Dutch spreadsheets.

        Raises:
            UsageError: if this document has no figures to list; the profile has.
        """
        return self._rendered(OutputFormat.CSV).decode()

    def html(self) -> str:
        """The page: one file that needs no network and no script.

        Raises:
            RenderError: if one of your own templates cannot be filled in.
        """
        return self._rendered(OutputFormat.HTML).decode()

    def pdf(self) -> bytes:
        """The document for print; one at a time in a process, about a second each.

        Raises:
            ConfigurationError: if a text of the profile file cannot be shown in a PDF.
            RenderError: if it cannot be drawn.
        """
        return self._rendered(OutputFormat.PDF)

    def _rendered(self, kind: OutputFormat) -> bytes:
        require_formats(self.document, [kind])
        shop = self.opened.shop
        sheet = Sheet(self.document, self.content, shop.look(self.task), shop.place.templates)
        return render(sheet, kind)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that its styles stay inside and those outside out."""
        title = escape(f"{self.document.name} {self.area.name}")
        return (
            f'<iframe srcdoc="{escape(self.html())}" title="{title}" sandbox="" loading="lazy"'
            ' style="width:100%;height:45em;border:1px solid #bbb"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<{self.document.name} van {self.area.name} ({self.area.code})>"
