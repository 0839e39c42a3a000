"""What an area is called at the head of a document."""

from __future__ import annotations

import re

from wijkprofiel.configuration.cover_texts import CoverTexts
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.names import is_unnamed


def title_of(area: Area) -> str:
    """The name; a number says nothing without its gemeente (`Wijk 00 Ameland`)."""
    return f"{area.name} {area.gemeente_name}" if is_unnamed(area.name) else area.name


def subtitle_of(area: Area, wijk: Area | None, texts: CoverTexts) -> str:
    """What kind of area it is, and where it lies.

    Args:
        wijk: the wijk that a buurt lies in.
    """
    gemeente = area.gemeente_name
    match area.kind:
        case AreaKind.BUURT:
            name = without_level(wijk) if wijk else ""
            return texts.buurt.format(wijk=name, gemeente=gemeente)
        case AreaKind.WIJK:
            return texts.wijk.format(gemeente=gemeente)
        case AreaKind.GEMEENTE:
            return texts.gemeente
        case AreaKind.LAND:
            return texts.land
        case AreaKind.UNION:
            return texts.werkgebied.format(gemeente=gemeente)


def without_level(wijk: Area) -> str:
    """The name behind the word "wijk", which some names start with: `Wijk 1 Binnenstad`."""
    return re.sub(r"^wijk\s+(?=\S)", "", wijk.name, flags=re.IGNORECASE)
