"""Areas beside each other in words: what they are called, and what may be said of a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.comparison_texts import ApartWords, ComparedNameTexts
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.apart import ApartSize, AreasApart
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.verdict import Outcome
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.names import Names
from wijkprofiel.words.unions import members_in_short
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


@dataclass(frozen=True, slots=True)
class ApartCell:
    """What is printed of one difference.

    Attributes:
        text: "+17", or "42 tot 59" of more than two areas; a dash where nothing is compared.
        word: what may be said of it ("duidelijk hoger"); empty where nothing may be.
        note: what has to be read with it, or why there is none.
    """

    text: str
    word: str
    note: str | None
    apart: AreasApart


def called(found: Sequence[AreaFindings], voice: Voice) -> list[str]:
    """What the areas are called beside each other: told apart by gemeente, by kind, or by code."""
    namings = [Names(voice.printed, voice.texts.gebieden, each.namesakes) for each in found]
    areas, texts = [each.area for each in found], voice.texts.vergelijking.namen
    names = [naming.title(area) for naming, area in zip(namings, areas, strict=True)]
    homes = [naming.gemeente_of(area) for naming, area in zip(namings, areas, strict=True)]
    often = Counter(names)
    levels = voice.texts.gebieden.niveaus
    told = [
        name if often[name] == 1 else _told_apart(texts, area, name, home, levels)
        for area, name, home in zip(areas, names, homes, strict=True)
    ]
    again = Counter(told)
    code = voice.texts.gebieden.uiteengehouden.code
    return [
        name if again[name] == 1 else code.format(naam=name, code=area.code)
        for name, area in zip(told, areas, strict=True)
    ]


def what_it_is(names: Names, area: Area, wijk: Area | None, texts: Texts) -> str:
    """What kind of area it is and where it lies, also where it stands among other kinds.

    Args:
        names: gives areas their printed names.
        wijk: the wijk that a buurt lies in.
    """
    members = members_in_short(names, area, texts) if area.is_union else ""
    return texts.vergelijking.namen.soorten[area.kind].format(
        gemeente=names.gemeente_of(area), wijk=names.of(wijk) if wijk else "", delen=members
    )


def _told_apart(
    texts: ComparedNameTexts, area: Area, name: str, gemeente: str, levels: Mapping[AreaKind, str]
) -> str:
    if name == gemeente or area.kind is AreaKind.GEMEENTE:
        return texts.soort.format(soort=levels[area.kind], naam=name)
    return texts.plaats.format(naam=name, gemeente=gemeente)


@dataclass(frozen=True, slots=True)
class ApartWording:
    """Says how far areas lie apart.

    Attributes:
        wording: a voice, for numbers with their units.
        names: what each area is called, by its code, in the order in which they were named.
        elderly: the share of 65-plussers of each, likewise; None where not known.
    """

    wording: Wording
    names: Mapping[str, str]
    elderly: Mapping[str, float | None]

    @property
    def _texts(self) -> ApartWords:
        return self.wording.texts.vergelijking.verschil

    @property
    def _are_two(self) -> bool:
        return len(self.names) == 2

    def cell(
        self,
        definition: IndicatorDefinition,
        apart: AreasApart,
        figures: Mapping[str, float | None],
    ) -> ApartCell:
        """One difference as it is printed.

        Args:
            figures: the figure of each area, by its code.
        """
        if apart.outcome is Outcome.NOT_COMPARED:
            return ApartCell(MISSING, "", None, apart)
        note = self._by_age(apart) if apart.by_age else None
        return ApartCell(self._text(definition, apart, figures), self.word(apart), note, apart)

    def word(self, apart: AreasApart) -> str:
        """What may be said of it."""
        if apart.outcome is Outcome.TOO_UNCERTAIN:
            return self._texts.te_onzeker
        if apart.size is None:
            return ""
        if not self._are_two:
            return self._texts.meer[apart.size]
        return self._texts.twee[apart.size].format(kant=self._side(apart))

    def _side(self, apart: AreasApart) -> str:
        if apart.size is None or not apart.size.has_side:
            return ""
        return self._texts.hoger if (apart.difference or 0) > 0 else self._texts.lager

    def _text(
        self,
        definition: IndicatorDefinition,
        apart: AreasApart,
        figures: Mapping[str, float | None],
    ) -> str:
        if self._are_two:
            return self._signed(definition, apart.printed_difference or 0.0)
        highest, lowest = figures[apart.first or ""], figures[apart.second or ""]
        assert highest is not None  # what is held against each other has figures
        assert lowest is not None
        if apart.size is ApartSize.SAME:
            return self.wording.value_text(definition, lowest)
        return self._texts.tussen.format(
            laagste=self.wording.value_text(definition, lowest),
            hoogste=self.wording.value_text(definition, highest),
        )

    def _signed(self, definition: IndicatorDefinition, difference: float) -> str:
        notation, unit = self.wording.notation, self.wording.texts.eenheden[definition.eenheid]
        if unit.duizendtal:
            return notation.signed(difference * 1000)
        return notation.signed(difference, definition.decimalen)

    def _by_age(self, apart: AreasApart) -> str:
        one, other = apart.first or "", apart.second or ""
        more = one if (self.elderly[one] or 0) > (self.elderly[other] or 0) else other
        return self._texts.leeftijd_meer.format(gebied=self.names[more])

    def left_out(self, codes: Sequence[str], age: AgeGroup, people: float) -> str:
        """Why the figures of some areas do not count.

        Args:
            codes: those areas.
            age: whom the figures are about.
            people: how many of those an area needs.
        """
        texts, notation = self._texts, Notation.of(self.wording.texts)
        pattern = texts.weinig_ouderen if age is AgeGroup.ELDERLY else texts.weinig_volwassenen
        named = notation.enumeration([self.names[code] for code in codes])
        return pattern.format(gebieden=named, mensen=notation.number(people))
