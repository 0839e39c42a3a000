"""Which fonts a PDF holds: a font that is not on the machine is replaced without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wijkprofiel.domain.errors import RenderError

_SUBSET = re.compile(r"^/?[A-Z]{6}\+")


def require_font(embedded: Iterable[str], family: str, fallback: str) -> None:
    """Check that text is set in a family, and in nothing else but our own.

    Args:
        embedded: names of the fonts in the PDF: `/ABCDEF+Source-Sans-Pro`.
        family: the font that the house style asks for.
        fallback: the font for signs that it does not have.

    Raises:
        RenderError: the machine does not have the font, or uses a third one.
    """
    names = sorted({_SUBSET.sub("", name) for name in embedded})
    known = [_plain(family), _plain(fallback)]
    if not any(_plain(name).startswith(known[0]) for name in names):
        raise RenderError(
            f"Het lettertype '{family}' is op deze computer niet gevonden.",
            remedy="Installeer het lettertype, of haal `lettertype` uit het profielbestand.",
        )
    if strange := [name for name in names if not _plain(name).startswith(tuple(known))]:
        raise RenderError(
            f"Naast '{family}' staat er tekst in {', '.join(strange)}.",
            remedy="Kies een lettertype dat alle gebruikte tekens heeft.",
        )


def _plain(name: str) -> str:
    """A name of letters and digits only: `Source-Sans-Pro` and `Source Sans Pro` are one font."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
