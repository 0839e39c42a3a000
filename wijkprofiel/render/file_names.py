"""Names of the files that are written."""

from __future__ import annotations

import re
import unicodedata

from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.regions import RegionLevel


def file_name(profile: Profile, extension: str, *, with_code: bool = False) -> str:
    """`wijkprofiel-utrecht-overvecht-2020.pdf`; with the code where names would collide."""
    region = profile.region
    parts = ["wijkprofiel"]
    if region.level in (RegionLevel.WIJK, RegionLevel.BUURT):
        parts.append(slug(region.gemeente_name))
    parts.append(slug(region.name))
    if with_code:
        parts.append(region.code.lower())
    parts.append(slug(profile.edition.id))
    return f"{'-'.join(part for part in parts if part)}.{extension}"


def slug(text: str) -> str:
    """A name in lower case letters, digits and hyphens, safe in every file system."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-")
