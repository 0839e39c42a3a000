"""Names of the files that are written."""

from __future__ import annotations

import re
import unicodedata

from wijkprofiel.domain.regions import Region, RegionLevel


def file_name(region: Region, edition: str, extension: str, *, with_code: bool = False) -> str:
    """`wijkprofiel-utrecht-overvecht-2020.pdf`; with the code where names would collide.

    Args:
        edition: id of the edition.
    """
    parts = ["wijkprofiel"]
    if region.level in (RegionLevel.WIJK, RegionLevel.BUURT):
        parts.append(slug(region.gemeente_name))
    parts.append(slug(region.name))
    if with_code:
        parts.append(region.code.lower())
    parts.append(slug(edition))
    return f"{'-'.join(part for part in parts if part)}.{extension}"


def slug(text: str) -> str:
    """A name in lower case letters, digits and hyphens, safe in every file system."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-")
