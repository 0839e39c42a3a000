"""What a document is: content made from findings, a template, and rules for its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.findings.edition_findings import EditionFindings
from wijkprofiel.findings.findings import Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.words.voice import Voice


class Content(Protocol):
    """What every content model tells: of which figures it is, and what its makers hear.

    Attributes:
        imprint: what it is made with besides the figures.
        notes: what somebody who builds must know.
        warnings: what somebody can mend.
    """

    @property
    def edition(self) -> EditionInfo: ...  # noqa: D102
    @property
    def imprint(self) -> Imprint: ...  # noqa: D102
    @property
    def notes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def warnings(self) -> tuple[str, ...]: ...  # noqa: D102


class AreaContent(Content, Protocol):
    """Content about an area: it tells whose it is as well."""

    @property
    def area(self) -> Area: ...  # noqa: D102


Maker = Callable[[Findings, Voice, Scope, JudgementLimits, Imprint], AreaContent]
"""From findings, in a voice, to content that names what it is made with."""

AreasMaker = Callable[[Findings, Voice, Scope, JudgementLimits, Imprint], Content]
"""The same of findings of several areas together."""

EditionMaker = Callable[[EditionFindings, Voice, Scope, JudgementLimits, Imprint], Content]
"""The same of what is so for a whole edition."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What must hold for the pages in print.

    The first page of the profile needs none of this: what stands on it is chosen so that it fits.

    Attributes:
        one_page: anchor of the part that has to stay one page: it is set closer until it does.
        densities: in how many ways it can be set, the roomiest first.
    """

    one_page: str | None = None
    densities: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How content of one kind becomes a document, whatever it is about.

    Attributes:
        name: how it is asked for, and what it is called in a file name.
        template: its page, in the folder of templates.
        called: what its template calls the content.
        figures: whether its content has every figure, for a spreadsheet.
        is_main: whether a file name goes without the name of the document.
    """

    name: str
    template: str
    called: str
    rules: Rules = field(default_factory=Rules)
    figures: bool = False
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Layout):
    """One kind of document about an area: made for each area that is asked for."""

    make: Maker


@dataclass(frozen=True, slots=True, kw_only=True)
class AreasDocument(Layout):
    """One kind of document about several areas together: made once for all of them."""

    make: AreasMaker


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDocument(Layout):
    """One kind of document about an edition: made once, for whatever areas."""

    make: EditionMaker
