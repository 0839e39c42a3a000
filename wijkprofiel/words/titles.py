"""What kind of area a document is about, at its head."""

from __future__ import annotations

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.words.names import Names
from wijkprofiel.words.unions import MOST_MEMBERS, members_in_short


def subtitle_of(names: Names, area: Area, wijk: Area | None, all_texts: Texts) -> str:
    """What kind of area it is, and where it lies.

    Args:
        names: gives areas their printed names.
        wijk: the wijk that a buurt lies in.
    """
    gemeente, texts = names.gemeente_of(area), all_texts.omslag
    match area.kind:
        case AreaKind.BUURT:
            name = names.of(wijk) if wijk else ""
            return texts.buurt.format(wijk=name, gemeente=gemeente)
        case AreaKind.WIJK:
            pattern = texts.wijk_gelijknamig if names.of(area) == gemeente else texts.wijk
            return pattern.format(gemeente=gemeente)
        case AreaKind.GEMEENTE:
            return texts.gemeente
        case AreaKind.LAND:
            return texts.land
        case AreaKind.GGD_REGION:
            return texts.ggd_regio.format(aantal=len(area.members))
        case AreaKind.PROVINCE:
            return texts.provincie.format(aantal=len(area.members))
        case AreaKind.UNION:
            members = members_in_short(names, area, all_texts)
            told_each = len(area.per_gemeente) > 1 and len(area.members) <= MOST_MEMBERS
            pattern = texts.werkgebied_in_meer if told_each else texts.werkgebied
            return pattern.format(gemeente=gemeente, delen=members)
