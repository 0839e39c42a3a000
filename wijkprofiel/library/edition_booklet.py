"""The booklet of an edition that was made but not written: its data, and how it looks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.document import Content
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render

if TYPE_CHECKING:
    from wijkprofiel.library.opened import Wijkprofiel


@dataclass(frozen=True, slots=True, eq=False)
class EditionBooklet:
    """The booklet of one edition. In a notebook it shows itself.

    Attributes:
        content: what it says, ready to print.
    """

    opened: Wijkprofiel
    content: Content

    @property
    def warnings(self) -> tuple[str, ...]:
        """What somebody who makes it can mend, in Dutch."""
        return self.content.warnings

    @property
    def data(self) -> dict[str, Any]:
        """The whole content as dicts, lists, numbers and texts: what `json` says."""
        found: dict[str, Any] = json.loads(self.json())
        return found

    def json(self) -> str:
        """The content as JSON."""
        return self._rendered(OutputFormat.JSON).decode()

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
        shop = self.opened.shop
        look = Look(shop.catalogue.texts)
        return render(Sheet(BOOKLET, self.content, look, shop.place.templates), kind)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that its styles stay inside and those outside out."""
        title = escape(f"{BOOKLET.name} {self.content.edition.id}")
        return (
            f'<iframe srcdoc="{escape(self.html())}" title="{title}" sandbox="" loading="lazy"'
            ' style="width:100%;height:45em;border:1px solid #bbb"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<{BOOKLET.name} van editie {self.content.edition.id}>"
