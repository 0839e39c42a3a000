"""What the profile cannot say, and the gaps that local figures can fill."""

from __future__ import annotations

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.profile.pages import Unsaid
from wijkprofiel.findings.value_set import Values
from wijkprofiel.words.formatting import Notation


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
        gaps=tuple((gap.onderwerp, gap.waar) for gap in texts.gaten),
    )
