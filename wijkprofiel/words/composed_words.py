"""A GGD region or a province in words: what its figures were made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.texts import ComposedTexts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.joined import Joined
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.formatting import Notation, uncapitalised
from wijkprofiel.words.names import Names
from wijkprofiel.words.voice import Voice

_MOST_FIGURES, _EXAMPLES = 3, 2
_MOST_NAMES = 4
"""Gemeenten that are named; of more only some are."""


@dataclass(frozen=True, slots=True)
class ComposedWords:
    """Says how the figures of composed areas were made.

    Attributes:
        names: gives them and their gemeenten their printed names.
        area: the profiled area.
        this_area: what that is called in a sentence.
        known: what it is, or is compared with.
    """

    voice: Voice
    names: Names
    area: Area
    this_area: str
    known: Sequence[ComposedArea]

    @property
    def _texts(self) -> ComposedTexts:
        return self.voice.texts.verantwoording.samengesteld

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.voice.texts)

    def notes(self) -> Iterator[str]:
        """Once, where its name stands above a column for the first time."""
        for each in self.known:
            if each.area.code != self.area.code:
                yield self._texts.noot.format(voluit=self.names.in_full(each.area))

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Of each how its figures were made."""
        for each in self.known:
            yield (
                self._texts.kop.format(voluit=self.names.in_full(each.area)),
                " ".join(self._sentences(each)),
            )

    def _sentences(self, each: ComposedArea) -> Iterator[str]:
        spoken = self.names.spoken(each.area)
        yield self._texts.hoe.format(gebied=spoken, jaar=each.area.division)
        if each.area.code != self.area.code:
            yield self._texts.rest.format(gebied=spoken, dit=self.this_area)

    def sources(self, *, in_print: bool) -> Iterator[str]:
        """Of each which gemeenten it has, and where that stands; in print only how many."""
        for each in self.known:
            said = {"naam": self.names.of(each.area), "bron": each.source.rstrip(".")}
            if in_print:
                yield self._texts.gemeenten_kort.format(aantal=len(each.members), **said)
            else:
                parts = self._notation.enumeration(self.names.apart(each.area.parts))
                yield self._texts.gemeenten.format(gemeenten=parts, **said)

    def left_out(self, values: Sequence[IndicatorValue]) -> Iterator[str]:
        """Gemeenten that do not count in figures that there are."""
        for each in self.known:
            found: dict[tuple[str, ...], list[str]] = {}
            for value in values:
                joined = self._joined(value, each)
                if joined is not None and joined.lacking:
                    name = self.voice.indicators[value.indicator].korte_naam
                    named = found.setdefault(joined.lacking, [])
                    if name not in named:
                        named.append(name)
            for lacking, figures in found.items():
                yield self._without(each, lacking, figures)

    def _joined(self, value: IndicatorValue, each: ComposedArea) -> Joined | None:
        """What stands behind its figure; None where there is none, or it is not shown."""
        if value.age is AgeGroup.WORKING_AGE:
            return None
        if each.area.code == self.area.code:
            return value.joined if value.observation.value is not None else None
        role = each.area.kind.value
        theirs = (item for item in value.compared if item.role.value == role)
        item = next((item for item in theirs if item.figure.value is not None), None)
        return None if item is None else item.joined

    def _without(self, each: ComposedArea, lacking: tuple[str, ...], figures: list[str]) -> str:
        parts = {part.code: part for part in each.area.parts}
        said = {
            "naam": self.names.of(each.area),
            "delen": self._listed([parts[code] for code in lacking]),
        }
        if len(figures) <= _MOST_FIGURES:
            return self._texts.zonder_een.format(**said, namen=self._figures(figures))
        return self._texts.zonder.format(
            **said,
            aantal=self._notation.number(len(figures)),
            namen=self._figures(figures[:_EXAMPLES]),
        )

    def _figures(self, names: Iterable[str]) -> str:
        return self._notation.enumeration([uncapitalised(name) for name in names])

    def _listed(self, parts: Sequence[Area]) -> str:
        names = self.names.apart(parts)
        if len(names) <= _MOST_NAMES:
            return self._notation.enumeration(names)
        shown = names[: _MOST_NAMES - 1]
        return self._texts.meer.format(
            namen=", ".join(shown), aantal=self._notation.number(len(names) - len(shown))
        )
