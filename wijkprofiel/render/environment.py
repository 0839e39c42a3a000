"""The template engine: strict, escaping, the user's folder first.

A name that does not exist stops the document; an empty place in a health profile is not noticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context as JinjaContext

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.document import Content
from wijkprofiel.documents.profile.front_fit import setting
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.pages import ThemeSection
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.render.limits import limited
from wijkprofiel.render.own_templates import (
    TEMPLATE_REMEDY,
    OursUnlessOwn,
    OwnTemplates,
    malformed,
    not_utf8,
    require_known_blocks,
    require_page,
)
from wijkprofiel.render.pictures import Pictures
from wijkprofiel.render.sandbox import Sandbox
from wijkprofiel.render.style import Style
from wijkprofiel.render.template_files import OURS
from wijkprofiel.render.title_size import title_sizes
from wijkprofiel.words.cells import Row
from wijkprofiel.words.formatting import Notation
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES

PAGE = "profiel.html.j2"

_LONGEST_S = 20
"""Seconds of computing that templates of a user get; a page takes a tenth of one."""
_MOST_MEMORY = 1_000_000_000

_LONG_WORD = 12
"""Letters; a column of the tables of rounds has room for some more."""

_LONGEST_WORD = 24
"""Letters of a word that does not fit in the column with names."""
_JOINT = re.compile(r"(heids|ings|teits)(?=[a-z]{4})")
_GAP = re.compile(r"\{(\w+)\}")
_PHONE = re.compile(r"[+(]?\d[\d /().-]{6,}\d")


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that a template can use.

    Attributes:
        called: what the template calls the content (`profiel`).
        content: what the document says; its texts are ready to print.
        teksten: the voice that it is in; of a pattern, a template fills in the names.
        beeld: draws the pictures.
        tekens: style sheet rules for the icons.
        huisstijl: logo, font and accent colour of an organisation.
        druk: whether the page becomes a PDF.
        dichtheid: how close things stand on what has to stay one page.
        boekje_ernaast: where the booklet of the edition lies, seen from this page; None if it does
            not lie beside it.
    """

    called: str
    content: Content
    teksten: Texts
    beeld: Pictures
    tekens: str
    huisstijl: Style
    druk: bool
    dichtheid: int
    boekje_ernaast: str | None = None

    @property
    def names(self) -> dict[str, object]:
        """What the template finds under which name."""
        shared = ("teksten", "beeld", "tekens", "huisstijl", "druk", "dichtheid", "boekje_ernaast")
        return {self.called: self.content, **{name: getattr(self, name) for name in shared}}


def fill(context: Context, templates: Path | None, page: str = PAGE) -> str:
    """Fill in the page.

    Args:
        templates: the user's folder; a file of the same name replaces ours whole.
        page: the template of the whole page.

    Raises:
        RenderError: a template is missing, malformed, asks for something that does not exist or
            is not for templates, never ends, or makes a page that is not complete in itself.
    """
    if templates is None:
        return _filled(context, None, page)
    return limited(
        lambda: _checked(context, templates, page), seconds=_LONGEST_S, memory=_MOST_MEMORY
    )


def _checked(context: Context, templates: Path, name: str) -> str:
    """A page of the user's templates, once it has been looked at."""
    from wijkprofiel.render.page_check import require_self_contained  # only they pay for it

    page = _filled(context, templates, name)
    require_self_contained(page, context.beeld.handed_over)
    return page


def _filled(context: Context, templates: Path | None, name: str) -> str:
    try:
        page = _environment(templates, name).get_template(name).render(context.names)
    except TemplateNotFound as error:
        raise RenderError(f"Sjabloon {error.name} bestaat niet.", remedy=TEMPLATE_REMEDY) from error
    except UnicodeDecodeError as error:
        broken = not_utf8(templates or SHIPPED_TEMPLATES)
        raise RenderError(
            f"Sjabloon {broken} is geen tekstbestand in UTF-8.",
            remedy="Bewaar het in uw tekstverwerker opnieuw, met de codering UTF-8.",
        ) from error
    except RenderError:
        raise
    except TemplateError as error:
        raise RenderError(
            f"Fout in {_place(error)}: {_said(error)}", remedy=TEMPLATE_REMEDY
        ) from error
    except Exception as error:
        if templates is None:
            raise  # in ours it is a bug; in a user's own it is a mistake
        raise RenderError(
            f"Fout in {_place(error)}: {_said(error)}", remedy=TEMPLATE_REMEDY
        ) from error
    require_page(page, name)
    return page


@lru_cache(maxsize=8)
def _environment(templates: Path | None, page: str) -> Sandbox:
    shipped = FileSystemLoader(SHIPPED_TEMPLATES)
    first: list[BaseLoader] = [shipped]
    if templates is not None:
        first = [OwnTemplates(templates), OursUnlessOwn(shipped, templates)]
    environment = Sandbox(
        loader=ChoiceLoader([*first, PrefixLoader({OURS: shipped})]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["opmerkingen"] = row_notes
    environment.filters["vergelijkt"] = has_comparisons
    environment.filters["oordeelt_ouderen"] = has_judged_elderly
    environment.filters["lange_namen"] = has_long_names
    environment.filters["afbreekbaar"] = breakable
    environment.filters["lange_datum"] = written_day
    environment.filters["titelmaat"] = title_sizes
    environment.filters["voorbladmaat"] = setting
    environment.filters["telefoon_heel"] = whole_phone_numbers
    environment.filters["vul"] = filled
    if templates is not None:
        environment.filters["bestand"] = _embedder(templates)
        if (templates / page).is_file():
            require_known_blocks(environment, page)
    return environment


def _embedder(templates: Path) -> Callable[[Any, str], str]:
    """The filter that puts a file of the user's configuration into the page."""
    from wijkprofiel.render.fetching import embedded
    from wijkprofiel.render.used_templates import require_known

    @pass_context  # so that it is read for every document, and not once
    def bestand(_context: Any, name: str) -> str:
        address = embedded(templates / str(name), str(name), templates.resolve().parent)
        require_known(templates, str(name))
        return address

    return bestand


def row_notes(row: Row) -> tuple[str, ...]:
    """The short texts under the name of a row, each once."""
    cautions = (judgement.caution for judgement in row.judgements)
    texts = (*row.remarks, row.value.note, *cautions)
    return tuple(dict.fromkeys(text for text in texts if text))


def has_comparisons(theme: ThemeSection) -> bool:
    """Whether a theme shows marks, so that its reader needs to know what they mean."""
    return any(
        row.spine is not None or any(column.shows_word for column in table.columns)
        for table in theme.tables
        for row in table.rows
    )


def has_judged_elderly(themes: Iterable[ThemeSection]) -> bool:
    """Whether any figure of 65-plussers has a verdict, so that its reader needs to know of what."""
    rows = (row.elderly for theme in themes for table in theme.tables for row in table.rows)
    return any(
        judgement.reason is None
        for row in rows
        if row is not None and row.value.value is not None
        for judgement in row.judgements[:1]
    )


def has_long_names(profile: Profile) -> bool:
    """Whether a benchmark has a name that has to be broken off to stand above a narrow column."""
    words = (word for column in profile.columns for word in column.header.split())
    return any(len(word) > _LONG_WORD for word in words)


def breakable(name: str) -> str:
    """A name in which the longest words may be broken after a part, with a hyphen.

    A `-s` after -heid, -ing or -teit always joins two parts. Reading the dictionary for one such
    word takes as long as half a page.
    """
    if all(len(word) < _LONGEST_WORD for word in name.split()):
        return name
    return _JOINT.sub("\\g<0>\N{SOFT HYPHEN}", name)


@pass_context
def written_day(context: JinjaContext, iso: str) -> str:
    """A day in the words of the document's voice."""
    return Notation.of(context["teksten"]).long_date(iso)


def filled(pattern: str, **names: object) -> str:
    """A text of the voice with what belongs between its { }; nothing else in it is looked at."""
    return _GAP.sub(lambda gap: str(names[gap[1]]) if gap[1] in names else gap[0], pattern)


def whole_phone_numbers(text: str) -> str:
    """A text in which no line ends halfway a phone number."""
    return _PHONE.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def _said(error: Exception) -> str:
    """What went wrong, in Dutch where we know it."""
    if isinstance(error, UndefinedError):
        name = re.search(r"'([^']+)' is undefined|no attribute '([^']+)'", str(error))
        return f"'{name[1] or name[2]}' bestaat niet." if name else "hier staat een lege naam."
    if isinstance(error, TemplateSyntaxError):
        return malformed(error.message)
    if isinstance(error, SecurityError):
        return str(error)
    if isinstance(error, MemoryError):
        return "het sjabloon heeft te veel geheugen nodig."
    if isinstance(error, RecursionError):
        return "het sjabloon roept zichzelf aan."
    return f"de berekening lukt niet (Python: {type(error).__name__})."


def _place(error: Exception) -> str:
    """Where in which template it went wrong, as far as the engine tells."""
    if isinstance(error, TemplateSyntaxError):
        return f"sjabloon {error.name}, regel {error.lineno}"
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.name != "<module>"]
    lines = [f for f in frames if Path(f.filename).suffix in {".j2", ".css"}]
    return f"sjabloon {lines[-1].filename}, regel {lines[-1].lineno}" if lines else "een sjabloon"
