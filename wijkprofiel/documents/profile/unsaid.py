"""What the profile cannot say, and the gaps that local figures can fill."""

from __future__ import annotations

from collections.abc import Iterable

from wijkprofiel.configuration.texts import OpenSubject, Texts
from wijkprofiel.documents.profile.pages import Gap, Unsaid
from wijkprofiel.findings.value_set import Values
from wijkprofiel.words.formatting import Notation, uncapitalised


def unsaid(voice: Texts, values: Values, division: int, this_area: str) -> Unsaid:
    """The page; the year is that of the health figures, or of the division without any."""
    years = sorted({value.observation.period for value in values.health()}) or [division]
    year, texts = Notation.of(voice).years(years), voice.niet_gezegd
    return Unsaid(
        title=texts.titel,
        paragraphs=tuple(
            (item.kop, item.tekst.format(jaar=year, dit=this_area))
            for item in texts.alineas
            if values.asks_health or not item.gezondheid
        ),
        gaps_lead=texts.gaten_aanloop,
        gaps=_gaps(texts.gaten),
        gaps_without_room=_without_room(voice),
    )


def _gaps(subjects: Iterable[OpenSubject]) -> tuple[Gap, ...]:
    """Those with room to write first, otherwise in their own order."""
    first = sorted(subjects, key=lambda each: not each.ruimte)
    return tuple(Gap(each.onderwerp, each.waar, each.vraag, each.ruimte) for each in first)


def _without_room(voice: Texts) -> str | None:
    texts = voice.niet_gezegd
    names = [uncapitalised(each.onderwerp) for each in texts.gaten if not each.ruimte]
    if not names:
        return None
    return texts.zonder_ruimte.format(onderwerpen=Notation.of(voice).enumeration(names))
