"""Names of the files that are written."""

from __future__ import annotations

import re
import unicodedata

from wijkprofiel.documents.document import EditionDocument, Layout
from wijkprofiel.domain.area import Area, AreaKind

_IN_A_GEMEENTE = (AreaKind.WIJK, AreaKind.BUURT, AreaKind.UNION)


def file_name(
    area: Area, edition: str, document: Layout, extension: str, *, with_code: bool = False
) -> str:
    """`wijkprofiel-utrecht-overvecht-2020.pdf`; with the code where names would collide.

    Args:
        edition: id of the edition.
        document: any but the profile is named after the edition.
    """
    parts = ["wijkprofiel"]
    if area.kind in _IN_A_GEMEENTE:
        parts.append(slug(area.gemeente_name))
    parts.append(slug(area.name))
    if with_code:
        parts.append(area.code.lower())
    parts.append(slug(edition))
    if not document.is_main:
        parts.append(slug(document.name))
    return f"{'-'.join(part for part in parts if part)}.{extension}"


def edition_file_stem(document: EditionDocument, edition: str) -> str:
    """`wijkprofiel-boekje-2020`, before what says the format: one for all areas of an edition."""
    return f"wijkprofiel-{slug(document.name)}-{slug(edition)}"


def slug(text: str) -> str:
    """A name in lower case letters, digits and hyphens, safe in every file system."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-")
