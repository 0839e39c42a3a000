"""What a reader must know first where an area cannot be talked about by its own figures."""

from __future__ import annotations

from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.lack import LackKind
from wijkprofiel.words.wording import Wording


def notice(found: AreaFindings, wording: Wording) -> str | None:
    """Why there are no figures, or none that are judged; None where there are.

    Where enough people live, the reason is the one that came with the figures.
    """
    lack = found.lack
    if lack is None or found.homes is None:
        return None
    texts = wording.texts
    names = {"gebied": wording.area, "gemeente": wording.names.of(found.homes)}
    if lack.kind is LackKind.TOO_FEW_PEOPLE:
        return texts.meldingen.weinig_inwoners.format(**names)
    if lack.too_few_people:
        return texts.meldingen.zonder_cijfers.format(**names)
    reason = texts.geen_cijfer[lack.statuses[0]]
    return texts.meldingen.zonder_cijfers_reden.format(reden=reason, **names)
