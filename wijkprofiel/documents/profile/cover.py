"""The cover: what the profile is of, for whom and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.cover_texts import CoverTexts
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.locator import Locator
from wijkprofiel.documents.profile.pages import Cover
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.names import Names
from wijkprofiel.words.titles import subtitle_of


@dataclass(frozen=True, slots=True)
class CoverMaker:
    """Makes the cover of one area.

    Attributes:
        names: gives areas their printed names.
        wijk: the wijk that a profiled buurt lies in.
        origins: the tables behind the figures, by key.
    """

    texts: Texts
    names: Names
    area: Area
    wijk: Area | None
    locator: Locator
    origins: Mapping[str, Origin]
    wishes: Wishes

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.texts)

    @property
    def _cover(self) -> CoverTexts:
        return self.texts.omslag

    def cover(self) -> Cover:
        """The cover."""
        return Cover(
            kicker=self._cover.aanhef,
            title=self.wishes.title or self.names.title(self.area),
            subtitle=subtitle_of(self.names, self.area, self.wijk, self._cover),
            figures=self._cover.cijfers.format(
                bronnen="; ".join(sorted({origin.short for origin in self.origins.values()}))
            ),
            locator=self.locator,
            details=tuple(self._details()),
        )

    def _details(self) -> Iterator[tuple[str, str]]:
        if meeting := self.wishes.meeting:
            text = meeting.aanleiding
            if meeting.datum is not None:
                day = self._notation.long_date(meeting.datum.isoformat())
                text = self._cover.op.format(aanleiding=text, datum=day)
            yield self._cover.bijeenkomst, _joined(text, meeting.plaats)
        if self.wishes.makers:
            yield self._cover.makers, self._notation.enumeration(self.wishes.makers)
        if contact := self.wishes.contact:
            parts = (contact.naam, contact.organisatie, contact.email, contact.telefoon)
            yield self._cover.contact, _joined(*parts)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
