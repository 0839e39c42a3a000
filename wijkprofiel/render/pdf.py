"""A document to PDF: tagged, PDF/UA-1, with its own fonts and the date of the edition.

WeasyPrint only logs what it cannot draw and then writes a page without it. Here every such
message is a failure: a profile that misses half a chart must not leave the house.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from shutil import rmtree
from threading import get_ident
from typing import TYPE_CHECKING, Any

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.disk.alone import one_at_a_time
from wijkprofiel.documents.document import Content, Layout, Rules
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.domain.errors import RenderError, WijkprofielError
from wijkprofiel.render.fetching import data_flaw
from wijkprofiel.render.html import PrintPage, print_page
from wijkprofiel.render.light_weasyprint import import_weasyprint
from wijkprofiel.render.limits import limited
from wijkprofiel.render.page_tree import read_page
from wijkprofiel.render.pango import HOW_TO_INSTALL
from wijkprofiel.render.pdf_fonts import require_font
from wijkprofiel.render.pdf_pictures import ready_pictures
from wijkprofiel.render.style import PLAIN, Style
from wijkprofiel.yaml_files.letters import named

if TYPE_CHECKING:
    from pydyf import PDF
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

_FAMILY = "Source Sans Pro"
_FACES = {300: "Light", 400: "Regular", 600: "Semibold"}
_NO_GLYPH = re.compile(r"^\.notdef glyph .*\(U\+([0-9A-F]+)\)$", re.DOTALL)
_EPOCH = "SOURCE_DATE_EPOCH"
_VARIANT = "pdf/ua-1"
_LONGEST_S = 120
"""Seconds of computing that a page of a user's templates gets; ours take two."""
_MOST_MEMORY = 2_000_000_000
_LONG_ADDRESS = re.compile(r"(data:.{40})[^\s'\"]+")
_ONE_AT_A_TIME = one_at_a_time()
"""The date that fonts get comes from the environment of the process, and messages from one log."""


def render_pdf(
    content: Content,
    texts: Texts,
    *,
    document: Layout = PROFILE,
    templates: Path | None = None,
    style: Style = PLAIN,
    booklet: str | None = None,
) -> bytes:
    """The document for print: the same bytes for the same content.

    Args:
        content: what the document says.
        texts: the voice that it is in, for what templates print.
        document: whose template and rules are used.
        templates: the user's folder of templates, searched before ours.
        style: the look of an organisation.
        booklet: where the booklet of the edition lies, seen from this document.

    Raises:
        RenderError: a template cannot be filled in, WeasyPrint does not work here, or it could
            not draw something.
    """

    def page(density: int) -> PrintPage:
        return print_page(
            content,
            texts,
            document=document,
            templates=templates,
            style=style,
            density=density,
            booklet=booklet,
        )

    with _ONE_AT_A_TIME, _date_of(content.edition.as_of), _without_collecting():
        if templates is None:
            return _write(page, document.rules, style.font)
        with _own_page():
            return limited(
                lambda: _write(page, document.rules, style.font),
                seconds=_LONGEST_S,
                memory=_MOST_MEMORY,
            )


@contextmanager
def _own_page() -> Iterator[None]:
    """What goes wrong in WeasyPrint with a page of a user is a mistake in that page.

    Raises:
        RenderError: it went wrong.
    """
    try:
        yield
    except WijkprofielError:
        raise
    except Exception as error:
        raise RenderError(
            f"WeasyPrint kan van deze bladzijde geen PDF maken (Python: {type(error).__name__}).",
            remedy="Kijk welke maat of welk verloop in uw sjablonen zeer groot of zeer klein is.",
        ) from error


def _write(page: Callable[[int], PrintPage], rules: Rules, font: str | None) -> bytes:
    """The PDF, set as roomily as what has to stay one page allows."""
    with _no_messages():
        for density in range(rules.densities):
            document = _laid_out(page(density))
            if _is_one_page(document, rules.one_page):
                break
        written: bytes = document.write_pdf(pdf_variant=_VARIANT, finisher=_finisher(font))
    return written


def _finisher(font: str | None) -> Callable[[Document, PDF], None]:
    """What is done to a PDF before it is written.

    Args:
        font: the font of a house style, which has to be in it.
    """
    from wijkprofiel.render.pdf_tags import mend_tags

    def finish(document: Document, pdf: PDF) -> None:
        if font is not None:
            require_font((each.name.decode() for each in document.fonts.values()), font, _FAMILY)
        mend_tags(pdf)

    return finish


def _laid_out(page: PrintPage) -> Document:
    _require_weasyprint()
    # A font of a user's template is for its own document, and for no later one in this process.
    brings_fonts = "@font-face" in page.text.casefold()
    configuration, faces = _read_fonts() if brings_fonts else _fonts()
    for_page, _ = _fetchers()
    return read_page(page.text, for_page).render(
        font_config=configuration,
        stylesheets=[faces],
        pdf_variant=_VARIANT,
        cache=ready_pictures(page.pictures, configuration),
    )


def _is_one_page(document: Document, anchor: str | None) -> bool:
    """Whether a part is one page; a template may have left it out."""
    return sum(anchor in page.anchors for page in document.pages) <= 1


def _require_weasyprint() -> None:
    """Import WeasyPrint, which needs libraries of the system."""
    try:
        import_weasyprint()
    except (ImportError, OSError) as error:
        raise RenderError(
            "PDF maken lukt niet: WeasyPrint vindt zijn systeembibliotheken (Pango) niet.",
            remedy=f"Installeer ze ({HOW_TO_INSTALL}), of maak alleen HTML: --format html.",
        ) from error


@cache
def _fonts() -> tuple[FontConfiguration, CSS]:
    """Our own fonts, read once: a document must not take those of the machine."""
    atexit.register(_throw_fonts_away)
    return _read_fonts()


def _read_fonts() -> tuple[FontConfiguration, CSS]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    rules = "".join(_font_face(weight, face) for weight, face in _FACES.items())
    _, for_fonts = _fetchers()
    return configuration, CSS(string=rules, font_config=configuration, url_fetcher=for_fonts)


def _disown_fonts() -> Path | None:
    """Leave the folder with fonts to somebody else; a copy of a process leaves it to the first."""
    if not _fonts.cache_info().currsize:
        return None
    configuration, _ = _fonts()
    folder: Path | None = configuration._folder
    configuration._folder = None
    return folder


def _throw_fonts_away() -> None:
    # WeasyPrint does so when they are let go of, with functions that are gone once Python itself
    # is closing down; what was frozen is not let go of before.
    if (folder := _disown_fonts()) is not None:
        rmtree(folder, ignore_errors=True)
    _fonts.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_disown_fonts)


def _font_face(weight: int, face: str) -> str:
    address = _font_file(face).as_uri()
    return f'@font-face{{font-family:"{_FAMILY}";font-weight:{weight};src:url("{address}")}}'


def _font_file(face: str) -> Path:
    folder = resources.files("font_source_sans_pro") / "files"
    return Path(str(folder / f"SourceSansPro-{face}.ttf"))


@cache
def _fetchers() -> tuple[URLFetcher, URLFetcher]:
    """What fetches for a page: pictures and fonts in it. And for our own style sheet: our fonts."""
    from weasyprint.urls import URLFetcher

    class OnlyInside(URLFetcher):  # type: ignore[misc]
        """Reads what an address itself holds."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not url.lower().startswith("data:") or data_flaw(url):
                raise ValueError("dit komt niet in een profiel")
            return super().fetch(url, headers)

    class OurFonts(URLFetcher):  # type: ignore[misc]
        """Reads the files of our fonts."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url not in {_font_file(face).as_uri() for face in _FACES.values()}:
                raise ValueError("dit is niet van ons")
            return super().fetch(url, headers)

    return OnlyInside(allowed_protocols=("data",)), OurFonts(allowed_protocols=("file",))


def _unseen(complaints: Iterable[str]) -> list[str]:
    """The characters that no font has, where WeasyPrint complains of nothing else."""
    found = [_NO_GLYPH.search(each) for each in complaints]
    codes = [int(each[1], 16) for each in found if each is not None]
    return [chr(code) for code in dict.fromkeys(codes)] if len(codes) == len(found) else []


class _Messages(logging.Handler):
    """Keeps what WeasyPrint complains of in this thread: another may draw a page of its own."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.texts: list[str] = []
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if get_ident() == self._thread:
            self.texts.append(_LONG_ADDRESS.sub(r"\1…", record.getMessage()))


@contextmanager
def _heard(messages: _Messages) -> Iterator[None]:
    """Hear what WeasyPrint says, also where whoever uses us as a library has silenced it."""
    logger = logging.getLogger("weasyprint")
    level, silenced = logger.level, logger.manager.disable
    logging.disable(logging.NOTSET)
    logger.setLevel(logging.WARNING)
    logger.addHandler(messages)
    try:
        yield
    finally:
        logger.removeHandler(messages)
        logger.setLevel(level)
        logging.disable(silenced)


@contextmanager
def _no_messages() -> Iterator[None]:
    """Fail if WeasyPrint had anything to complain of."""
    messages = _Messages()
    with _heard(messages):
        yield
    if unseen := _unseen(messages.texts):
        raise RenderError(
            f"De PDF kan dit niet tonen: {named(unseen)}.",
            remedy="Zoek het teken in uw eigen instellingen of sjablonen en kies een ander;"
            " `wijkprofiel config check` noemt de regel. Of maak alleen HTML: --format html.",
        )
    if messages.texts:
        raise RenderError(
            "De PDF is niet volledig. WeasyPrint, dat de PDF maakt, meldt: "
            f"{'; '.join(dict.fromkeys(messages.texts))}",
            remedy="Verbeter het sjabloon of het stijlblad dat dit veroorzaakt. Na `Ignored` staat "
            "een regel CSS die WeasyPrint niet kent: verbeter de spelling of haal hem weg.",
        )


@contextmanager
def _date_of(day: str) -> Iterator[None]:
    """Give fonts and metadata the edition's date; their libraries take it from the environment."""
    stamp = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    before = os.environ.get(_EPOCH)  # noqa: TID251 - no other way to tell fontTools a date
    os.environ[_EPOCH] = str(stamp)  # noqa: TID251
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]  # noqa: TID251
        else:
            os.environ[_EPOCH] = before  # noqa: TID251


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold garbage collection off: layout makes many small objects and drops none meanwhile.

    What a document leaves is cleared away before the next one is made, so that nothing is after
    the last: freezing keeps Python from looking for it meanwhile.
    """
    enabled = gc.isenabled()
    gc.disable()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
