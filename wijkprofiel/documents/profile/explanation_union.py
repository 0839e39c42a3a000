"""How the figure of a werkgebied was put together, step by step, for whoever redoes it by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.explanation_texts import UnionStepTexts
from wijkprofiel.configuration.together import Way
from wijkprofiel.documents.profile.explanation_digits import SHARE_DECIMALS, Digits
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.joined import Joined, JoinedPart
from wijkprofiel.findings.together import HECTARES_PER_KM2
from wijkprofiel.methods.union import weighted_mean
from wijkprofiel.words.voice import Voice

_PLUS = " + "
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class UnionSteps:
    """The steps of one figure.

    Attributes:
        joined: the parts of the figure, and what they weigh.
        least: the share of the people that has to live in parts with a figure.
    """

    profile: Profile
    definition: IndicatorDefinition
    record: FigureRecord
    joined: Joined
    least: float
    voice: Voice
    digits: Digits

    @property
    def _texts(self) -> UnionStepTexts:
        return self.voice.texts.narekenen.werkgebied

    @property
    def _counted(self) -> list[JoinedPart]:
        return [each for each in self.joined.parts if each.takes_part]

    def lines(self) -> Iterator[str]:
        """Every part, and what comes out of them; nothing where the figure cannot be made."""
        if self.joined.way is Way.REFUSED or not self.joined.parts:
            return
        yield self._texts.samen.format(
            aantal=self.digits.exact(len(self.joined.parts)),
            wijze=self._texts.wijzen[self.joined.way],
        )
        for part, area in zip(self.joined.parts, self.profile.area.parts, strict=True):
            yield from (f"  {line}" for line in self._part(part, area))
        yield from self._covered()
        if self.record.observation.value is None and self.joined.way is not Way.CLASS:
            return  # a number that we do not give is not told here either
        if not self._counted or self.joined.covered < self.least:
            return
        yield from self._result()
        if self.joined.deviation:
            yield self._texts.proef.format(afwijking=self.digits.exact(self.joined.deviation))

    @property
    def _way(self) -> Way:
        """What was done with the figures; a class is read from a weighted mean."""
        return Way.WEIGHTED if self.joined.way is Way.CLASS else self.joined.way

    def _part(self, part: JoinedPart, area: Area) -> Iterator[str]:
        if not part.takes_part:
            yield self._of(part, self._texts.deel_zonder)
            return
        yield self._of(part, self._content(part, area))
        if self._way is Way.PEOPLE and area.at_home:
            yield f"  {self._at_home(area)}"

    def _of(self, part: JoinedPart, content: str) -> str:
        return self._texts.deel.format(naam=part.name, code=part.code, inhoud=content)

    def _content(self, part: JoinedPart, area: Area) -> str:
        exact, texts, region = self.digits.exact, self._texts, area.members[0]
        figure, weight = exact(part.value or 0), exact(part.weight or 0)
        match self._way:
            case Way.COUNTS:
                counts = {"teller": part.numerator, "noemer": part.denominator}
                return texts.deel_aantallen.format(**{k: exact(v or 0) for k, v in counts.items()})
            case Way.PER_LAND:
                return texts.deel_land.format(inwoners=weight, land=exact(region.land_ha or 0))
            case Way.PEOPLE if area.at_home:
                return texts.deel_gewicht_thuis.format(
                    cijfer=figure,
                    mensen=exact(self._everybody(region)),
                    thuis=self.digits.notation.number(area.at_home[0], SHARE_DECIMALS),
                    gewicht=weight,
                )
            case Way.SUM:
                return figure
            case Way.WEIGHTED if len(part.terms) == 1 and part.terms[0].factor == 1:
                name = self.voice.indicators[part.terms[0].indicator].korte_naam
                return texts.deel_gewicht_van.format(cijfer=figure, gewicht=weight, naam=name)
            case Way.WEIGHTED if part.terms:
                terms = _PLUS.join(self._terms(part))
                return texts.deel_gewicht_uit.format(cijfer=figure, termen=terms, gewicht=weight)
            case _:
                return texts.deel_gewicht.format(cijfer=figure, gewicht=weight)

    def _terms(self, part: JoinedPart) -> Iterator[str]:
        for term in part.terms:
            yield self._texts.term.format(
                maal=self.digits.exact(term.factor),
                aantal=self.digits.exact(term.count),
                naam=self.voice.indicators[term.indicator].korte_naam,
            )

    def _everybody(self, region: Region) -> float:
        """N: everybody of the age group, wherever they live."""
        area, age = Area.of(region), self.record.observation.age
        adults = people_of(area, AgeGroup.ADULTS) or 0.0
        if age is AgeGroup.WORKING_AGE:
            return adults - (area.elderly or 0)
        return people_of(area, age) or 0.0

    def _at_home(self, area: Area) -> str:
        about = (
            {}
            if self.profile.union is None
            else {each.code: each for each in self.profile.union.members}
        )
        member = about[area.code]
        return self._texts.thuis.format(
            huishoudens=self.digits.exact(member.households or 0),
            grootte=self.digits.exact(member.household_size or 0),
            inwoners=self.digits.exact(member.inhabitants or 0),
            thuis=self.digits.notation.number(member.at_home, SHARE_DECIMALS),
        )

    def _covered(self) -> Iterator[str]:
        """Which share of the people a figure of only some parts is about."""
        if not self.joined.lacking:
            return
        yield self._texts.dekking.format(
            met=self._sum(each.people for each in self._counted),
            alle=self._sum(each.people for each in self.joined.parts),
            deel=self.digits.exact(self.joined.covered),
        )
        if self.joined.covered < self.least:
            yield self._texts.te_weinig.format(minstens=self.digits.exact(self.least))

    def _sum(self, numbers: Iterable[float | None]) -> str:
        return _PLUS.join(self.digits.term(each or 0) for each in numbers)

    def _result(self) -> Iterator[str]:
        own = self.record.observation.value
        text, found = self._together()
        yield text
        if self.joined.way is Way.CLASS:
            yield from self._class()
        elif own is not None and abs(found - own) > _SAME:
            yield self._texts.afgerond.format(cijfer=self.digits.exact(own))

    def _together(self) -> tuple[str, float]:
        """What comes out of the parts, in words and as a number."""
        counted, exact = self._counted, self.digits.exact
        if self._way is Way.COUNTS:
            return self._shares(counted)
        if self._way is Way.SUM:
            total = sum(each.value or 0 for each in counted)
            terms = self._sum(each.value for each in counted)
            return self._texts.som.format(termen=terms, cijfer=exact(total)), total
        weights = [each.weight or 0.0 for each in counted]
        if self._way is Way.PER_LAND:
            lands = {each.code: each.land_ha or 0 for each in self.profile.area.members}
            land = [lands[each.code] for each in counted]
            density = HECTARES_PER_KM2 * sum(weights) / sum(land)
            said = self._texts.land.format(
                maal=exact(HECTARES_PER_KM2),
                inwoners=self._sum(weights),
                land=self._sum(land),
                cijfer=exact(density),
            )
            return said, density
        mean = weighted_mean([each.value or 0.0 for each in counted], weights)
        products = (
            f"{self.digits.term(each.weight or 0)} × {self.digits.term(each.value or 0)}"
            for each in counted
        )
        said = self._texts.gemiddelde.format(
            producten=_PLUS.join(products), gewichten=self._sum(weights), cijfer=exact(mean)
        )
        return said, mean

    def _shares(self, counted: Iterable[JoinedPart]) -> tuple[str, float]:
        counts = [(each.numerator or 0.0, each.denominator or 0.0) for each in counted]
        above, below = (sum(each) for each in zip(*counts, strict=True))
        times, changes = self.definition.bron.vermenigvuldig, self.definition.bron.verandering
        share = 0.0 if not below else times * above / below
        if changes is not None:
            share -= times
        pattern = self._texts.verandering if changes is not None else self._texts.aantallen
        said = pattern.format(
            maal=self.digits.exact(times),
            tellers=self._sum(each[0] for each in counts),
            noemers=self._sum(each[1] for each in counts),
            cijfer=self.digits.exact(share),
        )
        return said, share

    def _class(self) -> Iterator[str]:
        rule, own = self.definition.together, self.record.observation.value
        read_from = self.voice.indicators[self.joined.read_from or self.definition.id]
        told = {
            "naam": read_from.korte_naam,
            "grenzen": ", ".join(self.digits.exact(limit) for limit in rule.grenzen),
        }
        if own is None:
            yield self._texts.grens.format(**told, marge=self.digits.exact(100 * rule.marge_deel))
        else:
            yield self._texts.klasse.format(**told, klasse=self.digits.exact(own))
