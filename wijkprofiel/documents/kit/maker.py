"""From findings to what lies on the table of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wijkprofiel.charts.data import DrawingData, WaffleData
from wijkprofiel.configuration.kit_texts import KitTexts
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.documents.document import Document, Rules
from wijkprofiel.documents.kit.content import FORMAT, KitSheet, Surface
from wijkprofiel.documents.locator import USABLE, Locator, LocatorMaker
from wijkprofiel.documents.profile.area_maps import names_of
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.words.colophon import made_again, made_with
from wijkprofiel.words.meeting import reached_at, when
from wijkprofiel.words.messages import Message, MessageMaker
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.titles import subtitle_of
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


def make_kit_sheet(
    findings: Findings, voice: Voice, scope: Scope, limits: JudgementLimits, imprint: Imprint
) -> KitSheet:
    """What every sheet about the one area that findings are of is made of."""
    found = findings.only
    wording = Wording.of(voice, found.area, found.benchmarks, found.namesakes)
    words = OpeningWords.of(found, wording, limits.aantallen)
    return _Maker(findings, wording, words, scope, imprint).sheet()


_ONE_PAGE = Rules(one_page="blad", densities=3)


def _sheet(name: str, rules: Rules | None = None) -> Document:
    return Document(
        name=name,
        make=make_kit_sheet,
        template=f"kit/{name}.html.j2",
        called="blad",
        rules=rules or Rules(),
    )


KIT = (
    _sheet("uitnodiging"),
    _sheet("posters"),
    _sheet("praatplaat", _ONE_PAGE),
    _sheet("vraagkaarten"),
    _sheet("werkbladen"),
    _sheet("draaiboek"),
    _sheet("bestuursblad", _ONE_PAGE),
)
"""The sheets, in the order in which a meeting needs them."""


@dataclass(frozen=True)
class _Maker:
    findings: Findings
    wording: Wording
    words: OpeningWords
    scope: Scope
    imprint: Imprint

    @property
    def _found(self) -> AreaFindings:
        return self.findings.only

    @property
    def _texts(self) -> KitTexts:
        return self.wording.texts.tafel

    def sheet(self) -> KitSheet:
        found, names, texts = self._found, self.wording.names, self.wording.texts
        meeting = self.scope.wishes.meeting
        drawn, surfaces = self._drawing(), tuple(self._surfaces())
        return KitSheet(
            format=FORMAT,
            area=found.area,
            edition=self.findings.edition,
            imprint=self.imprint,
            origins=self.findings.origins,
            called=self.wording.area,
            kicker=texts.omslag.aanhef,
            title=self.scope.wishes.title or names.title(found.area),
            subtitle=subtitle_of(names, found.area, found.wijk, texts),
            kind_of_parts=self._texts.boodschap.binnen[found.area.kind],
            statements=self.words.statements(),
            surfaces=surfaces,
            meeting_when=None if meeting is None else when(meeting, texts),
            meeting_where=None if meeting is None else meeting.plaats,
            contact=reached_at(self.scope.wishes.contact),
            drawing=drawn,
            drawing_note=None if drawn is None else self._locator.note,
            source=self._source(),
            made_with=made_with(texts, self.findings.edition, self.imprint, brief=True),
            made_again=made_again(texts, self.imprint),
            notes=tuple(self._notes(len(surfaces))),
        )

    def _notes(self, messages: int) -> Iterator[str]:
        """That there are fewer sheets, and why."""
        if self._found.lack is not None:
            yield self._texts.zonder_cijfers.format(
                gebied=self.wording.area, posters=messages, kaarten=messages
            )

    @cached_property
    def _messages(self) -> tuple[Message, ...]:
        return tuple(MessageMaker(self._found, self.words).messages())

    def _surfaces(self) -> Iterator[Surface]:
        for place, message in enumerate(self._messages, 1):
            waffle = None
            if message.filled is not None:
                text = self._texts.boodschap.rondjes.format(aantal=message.filled)
                waffle = WaffleData(message.filled, message.tone, text)
            yield Surface(place, message, waffle)

    @cached_property
    def _locator(self) -> Locator:
        return LocatorMaker(self.wording, self._found, self.findings.origins).locator()

    def _drawing(self) -> DrawingData | None:
        """The area by its buurten if there are outlines of them, else by its own outline."""
        found, locator = self._found, self._locator
        drawn = self.wording.names.of(found.wijk or found.area)
        text = self._texts.praatplaat.omtrek.format(gebied=drawn)
        inside = found.wijk_map if found.area.kind is AreaKind.WIJK else None
        if inside is not None and inside.outer_match in USABLE:
            return DrawingData(inside.buurten, names_of(inside.buurten), text)
        if locator.map is None:
            return None
        shapes = locator.map.wijken
        if found.area.kind is not AreaKind.GEMEENTE:
            shapes = tuple(each for each in shapes if each.code in locator.codes)
        if not shapes:
            return None
        return DrawingData(shapes, names_of(shapes) if len(shapes) > 1 else {}, text)

    def _source(self) -> str:
        """The tables behind the figures that are printed."""
        keys = set()
        for message in self._messages:
            value = self._found.values.main(message.indicator or "")
            if value is not None and value.figure is not None:
                keys.add(value.figure.origin)
        names = [self.findings.origins[key].short for key in sorted(filter(None, keys))]
        cited = self.wording.notation.enumeration(list(dict.fromkeys(names)))
        return self._texts.bron.format(bronnen=cited) if cited else ""
