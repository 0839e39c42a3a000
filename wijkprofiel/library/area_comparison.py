"""Areas beside each other, made but not written: the data, and how it looks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from wijkprofiel.documents.comparison.maker import VERGELIJKING
from wijkprofiel.documents.document import Content
from wijkprofiel.domain.area import Area
from wijkprofiel.findings.findings import Findings
from wijkprofiel.render.formats import OutputFormat, Sheet, render
from wijkprofiel.workshop.comparing import Comparing


@dataclass(frozen=True, slots=True, eq=False)
class AreaComparison:
    """Two to four areas beside each other. In a notebook it shows itself.

    Attributes:
        comparing: what was asked for.
        findings: everything that is so for each area, and in `side_by_side` for them together.
        content: what the document says, ready to print.
    """

    comparing: Comparing
    findings: Findings
    content: Content

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas, in the order in which they were named."""
        return self.comparing.areas

    @property
    def warnings(self) -> tuple[str, ...]:
        """What somebody who makes it can mend, in Dutch."""
        return self.content.warnings

    @property
    def data(self) -> dict[str, Any]:
        """The whole content as dicts, lists, numbers and texts: what `json` says.

        docs/vergelijking.schema.json describes it.
        """
        found: dict[str, Any] = json.loads(self.json())
        return found

    def json(self) -> str:
        """The content as JSON."""
        return self._rendered(OutputFormat.JSON).decode()

    def csv(self) -> str:
        """Every figure of every area with its difference, for Dutch spreadsheets."""
        return self._rendered(OutputFormat.CSV).decode()

    def html(self) -> str:
        """The page: one file that needs no network and no script.

        Raises:
            RenderError: if one of your own templates cannot be filled in.
        """
        return self._rendered(OutputFormat.HTML).decode()

    def pdf(self) -> bytes:
        """The document for print; one at a time in a process.

        Raises:
            RenderError: if it cannot be drawn.
        """
        return self._rendered(OutputFormat.PDF)

    def _rendered(self, kind: OutputFormat) -> bytes:
        templates = self.comparing.shop.place.templates
        return render(Sheet(VERGELIJKING, self.content, self.comparing.look, templates), kind)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that its styles stay inside and those outside out."""
        title = escape(f"{VERGELIJKING.name} {', '.join(area.name for area in self.areas)}")
        return (
            f'<iframe srcdoc="{escape(self.html())}" title="{title}" sandbox="" loading="lazy"'
            ' style="width:100%;height:45em;border:1px solid #bbb"></iframe>'
        )

    def __repr__(self) -> str:
        named = ", ".join(f"{area.name} ({area.code})" for area in self.areas)
        return f"<{VERGELIJKING.name} van {named}>"
