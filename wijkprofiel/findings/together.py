"""Figures of a union, put together from those of its members by the rule of each indicator.

A member without a figure is left out and never estimated. Where too many people live in such
members there is no figure; where some do, whoever prints the figure can say how many. A figure of
people is held against what is published: the same weights have to give the gemeente back, and each
wijk of which the union holds only some buurten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from wijkprofiel.areas.at_home import HomeShares, Read, newest_of
from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import CountRounding, IndicatorDefinition, Unit
from wijkprofiel.configuration.limits import CanaryLimits, JudgementLimits
from wijkprofiel.configuration.together import Together, Way
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, Basis, Observation, ValueStatus
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.joined import Joined, JoinedPart, WeightTerm
from wijkprofiel.methods.rounding import half_up, significant
from wijkprofiel.methods.union import FEW_FIGURES, covered, rounded_sum, weighted_mean

ReadCounts = Callable[[Region, FigureKey], tuple[float, float] | None]

HECTARES_PER_KM2 = 100


_WITHOUT_MEAN = (Way.SUM, Way.CLASS, Way.REFUSED)


@dataclass(frozen=True, slots=True)
class Member:
    """One member with its figure and the people behind it.

    Attributes:
        counts: what adds up, also of a member whose own share may not be printed.
    """

    area: Area
    figure: Observation
    people: float | None
    counts: tuple[float, float] | None = None

    @property
    def region(self) -> Region:
        """The region that it is."""
        return self.area.members[0]


@dataclass(frozen=True)
class UnionFigures:
    """Puts figures together.

    Attributes:
        read: gives a figure of one region.
        definitions: the indicators of the catalogue.
        counts: gives the counts of one region.
    """

    edition: Edition
    read: Read
    definitions: Mapping[str, IndicatorDefinition]
    limits: JudgementLimits
    counts: ReadCounts
    _kept: dict[tuple[str, FigureKey], tuple[Observation, Joined]] = field(default_factory=dict)

    def of(self, area: Area, key: FigureKey) -> tuple[Observation, Joined]:
        """One figure of a union, and what stands behind it."""
        name = (",".join(member.code for member in area.members), key)
        if name not in self._kept:
            self._kept[name] = self._made(area, key)
        return self._kept[name]

    def is_sound(self, area: Area, key: FigureKey) -> bool:
        """Whether published figures of wholes lie near what their parts give."""
        return (self.of(area, key)[1].deviation or 0.0) <= self._canary.voorbehoud

    def leaves_a_rest(self, area: Area, union: Area, key: FigureKey) -> bool:
        """The same of an area that lies in a union: the other members, and what it cuts."""
        if self.definitions[key.indicator].together.wijze not in (Way.PEOPLE, Way.COUNTS):
            return True
        rest = [
            (self._people(each, key.age) or 0.0, self.read(each, key).value is not None)
            for each in self._others_in(area, union)
        ]
        return covered(rest) >= self.limits.werkgebieden.dekking.cijfer

    def _others_in(self, area: Area, union: Area) -> Iterator[Region]:
        codes = {each.code for each in area.members}
        cut = {each.wijk_code for each in area.members}
        for member in union.members:
            if member.code in cut:
                buurten = self.edition.regions(RegionLevel.BUURT, member.gemeente_code)
                yield from (
                    each
                    for each in buurten
                    if each.wijk_code == member.code and each.code not in codes
                )
            elif member.code not in codes:
                yield member

    def households(self, region: Region) -> tuple[float | None, float | None]:
        """How many households a region has, and of how many people."""
        return self._homes.households(region)

    def has_mean(self, key: FigureKey) -> bool:
        """Whether figures of several areas have a mean: not of counts, classes and medians."""
        return self.definitions[key.indicator].together.wijze not in _WITHOUT_MEAN

    def weight(self, area: Area, key: FigureKey) -> float:
        """What a figure counts in an area: people, households, land or whatever it is weighed by.

        Only of members with a figure, so that the figures of two areas put together by these are
        that of both as one. Where no member has one, everybody counts.
        """
        rule = self.definitions[key.indicator].together
        deviations = self._deviations(area, key) if rule.wijze is Way.PEOPLE else {}
        members = [self._member(part, key, rule, deviations) for part in area.parts]
        members = self._without_few(members)
        rule = rule.otherwise if self._lacks_weights(members, rule) else rule
        usable = [each for each in members if self._is_usable(each, rule)]
        if rule.wijze is Way.COUNTS and usable:
            return sum(each.counts[1] for each in usable if each.counts is not None)
        if rule.wijze is Way.PER_LAND and usable:
            return float(sum(each.region.land_ha or 0 for each in usable))
        return sum(self._weights(usable, rule)) or sum(each.people or 0.0 for each in members)

    @cached_property
    def _homes(self) -> HomeShares:
        return HomeShares(self.read, self.edition.figures, self.limits.werkgebieden)

    def _made(self, area: Area, key: FigureKey) -> tuple[Observation, Joined]:
        found, joined = self._unrounded(area, key)
        return _no_more_precise(found, self.definitions[key.indicator], joined.covered), joined

    def _unrounded(self, area: Area, key: FigureKey) -> tuple[Observation, Joined]:
        definition = self.definitions[key.indicator]
        rule = definition.together
        if rule.wijze is Way.REFUSED:
            refused = Observation.absent(ValueStatus.NOT_FOR_UNION, key.period, key.age)
            return refused, Joined(0.0, ())
        if rule.wijze is Way.CLASS:
            return self._class(area, key, rule)
        deviations = self._deviations(area, key) if rule.wijze is Way.PEOPLE else {}
        members = [self._member(part, key, rule, deviations) for part in area.parts]
        above = [each for each in members if each.figure.basis is Basis.ABOVE_CEILING]
        if above:
            refused = Observation.absent(ValueStatus.NOT_FOR_UNION, key.period, key.age)
            lacking = tuple(each.region.code for each in above)
            return replace(refused, basis=Basis.ABOVE_CEILING), Joined(0.0, lacking)
        members = self._without_few(members)
        otherwise = self._lacks_weights(members, rule)
        rule = rule.otherwise if otherwise else rule
        usable = [each for each in members if self._is_usable(each, rule)]
        codes = {each.region.code for each in usable}
        joined = Joined(
            self._covered(members, codes),
            tuple(each.region.code for each in members if each.region.code not in codes),
            max(deviations.values(), default=0.0) if rule.wijze is Way.PEOPLE else None,
            otherwise=otherwise,
            way=rule.wijze,
            parts=tuple(self._part(each, rule, codes) for each in members),
        )
        weights = self._weights(usable, rule)
        return self._observation(key, definition, members, (usable, weights), joined), joined

    def _lacks_weights(self, members: Sequence[Member], rule: Together) -> bool:
        """Whether a member with a figure lacks what it should be weighed by."""
        return rule.anders is not None and any(
            each.figure.value is not None and self._weight(each.region, rule) is None
            for each in members
        )

    def _member(
        self, part: Area, key: FigureKey, rule: Together, deviations: Mapping[str, float]
    ) -> Member:
        region = part.members[0]
        figure = self.read(region, key)
        if deviations.get(region.wijk_code or "", 0.0) > self._canary.geen_cijfer:
            figure = Observation.absent(ValueStatus.WITHHELD, key.period, key.age)
        people = weight_of(part, key.age) if rule.wijze is Way.PEOPLE else region.inhabitants
        counts = self.counts(region, key) if rule.wijze is Way.COUNTS else None
        return Member(part, figure, people, counts)

    def _without_few(self, members: Sequence[Member]) -> list[Member]:
        """Members of which the share is withheld count along, unless hardly anybody lives there.

        Beside the counts of the others theirs would be printed by subtraction.
        """
        withheld = [each for each in members if each.figure.status is ValueStatus.WITHHELD]
        people = sum(each.region.inhabitants or 0 for each in withheld)
        if not withheld or not 0 < people < self.limits.aantallen.niet_onder:
            return list(members)
        return [replace(each, counts=None) if each in withheld else each for each in members]

    @property
    def _canary(self) -> CanaryLimits:
        return self.limits.werkgebieden.kanarie

    def _covered(self, members: Sequence[Member], usable: set[str]) -> float:
        """C; where nobody knows how many people live in a member, nobody knows this either."""
        if any(each.people is None for each in members):
            return 1.0 if len(usable) == len(members) else 0.0
        return covered((each.people or 0.0, each.region.code in usable) for each in members)

    def _is_hidden(
        self, members: Sequence[Member], given: set[str], definition: IndicatorDefinition
    ) -> bool:
        """Whether most people live where the figure is not given; hectares are nobody's."""
        nobody = definition.bron.afronding is CountRounding.NONE
        return (
            not nobody and self._covered(members, given) < self.limits.werkgebieden.dekking.cijfer
        )

    def _is_usable(self, member: Member, rule: Together) -> bool:
        if rule.wijze is Way.PER_LAND:
            return self._weight(member.region, rule) is not None and bool(member.region.land_ha)
        if rule.wijze is Way.COUNTS:
            return member.counts is not None
        if member.figure.value is None:
            return False
        if rule.wijze is Way.WEIGHTED:
            return self._weight(member.region, rule) is not None
        return member.people is not None

    def _observation(
        self,
        key: FigureKey,
        definition: IndicatorDefinition,
        members: Sequence[Member],
        weighed: tuple[Sequence[Member], Sequence[float]],
        joined: Joined,
    ) -> Observation:
        (usable, weights), rule = weighed, definition.together
        least = max(rule.least, self.limits.werkgebieden.dekking.cijfer)
        summed = rule.wijze is Way.SUM
        if not usable or joined.covered < least or (summed and joined.lacking):
            return Observation.absent(_cause(members, usable), key.period, key.age)
        given = {each.region.code for each in members if each.figure.value is not None}
        if rule.wijze is Way.COUNTS and self._is_hidden(members, given, definition):
            return Observation.absent(ValueStatus.PARTS_UNKNOWN, key.period, key.age)
        counts = _sums(usable) if rule.wijze is Way.COUNTS else None
        if counts is not None and self._says_too_little(counts, definition):
            return Observation.absent(ValueStatus.WITHHELD, key.period, key.age)
        lower, upper = _limits(usable, weights) if rule.wijze is Way.PEOPLE else (None, None)
        return Observation(
            period=key.period,
            age=key.age,
            status=ValueStatus.AVAILABLE,
            value=round(self._value(usable, weights, counts, definition), 6),
            lower=lower,
            upper=upper,
            numerator=None if counts is None else counts[0],
            denominator=None if counts is None else counts[1],
            origin=next((each.figure.origin for each in usable), None),
            boundary_changed=any(each.figure.boundary_changed for each in usable),
            approximate=summed and not _is_sure(usable),
        )

    def _value(
        self,
        usable: Sequence[Member],
        weights: Sequence[float],
        counts: tuple[float, float] | None,
        definition: IndicatorDefinition,
    ) -> float:
        rule = definition.together
        if counts is not None:
            numerator, denominator = counts
            if definition.bron.verandering is not None:
                return 100 * (numerator / denominator - 1)
            return definition.bron.vermenigvuldig * numerator / denominator
        if rule.wijze is Way.PER_LAND:
            land = sum(each.region.land_ha or 0 for each in usable)
            return HECTARES_PER_KM2 * sum(weights) / land
        values = [each.figure.value or 0.0 for each in usable]
        if rule.wijze is not Way.SUM:
            return weighted_mean(values, weights)
        return rounded_sum(sum(values), len(values))[0]

    def _says_too_little(
        self, counts: tuple[float, float], definition: IndicatorDefinition
    ) -> bool:
        """Whether a share would rest on few people, or on zeros that stand for 0 to 4."""
        numerator, denominator = counts
        source = definition.bron
        if denominator <= 0:
            return True
        if source.afronding is CountRounding.NONE:
            return False
        zeros = source.afronding is CountRounding.TENS and not numerator
        return zeros or denominator < self.limits.mensen.noemer_van_aandeel

    def _part(self, member: Member, rule: Together, usable: set[str]) -> JoinedPart:
        figure, region = member.figure, member.region
        is_mean = rule.wijze not in (Way.SUM, Way.COUNTS)
        weighed = rule.wijze in (Way.WEIGHTED, Way.PER_LAND)
        return JoinedPart(
            code=region.code,
            name=region.name,
            takes_part=region.code in usable,
            people=member.people,
            weight=(self._weight(region, rule) if weighed else member.people) if is_mean else None,
            terms=self._terms(region, rule) or (),
            value=figure.value,
            numerator=figure.numerator,
            denominator=figure.denominator,
        )

    def _weights(self, usable: Sequence[Member], rule: Together) -> list[float]:
        if rule.wijze in (Way.WEIGHTED, Way.PER_LAND):
            return [self._weight(each.region, rule) or 0.0 for each in usable]
        return [each.people or 0.0 for each in usable]

    def _weight(self, region: Region, rule: Together) -> float | None:
        """What a member weighs by counts of other indicators; None where one is not known."""
        terms = self._terms(region, rule)
        return None if terms is None else sum(each.factor * each.count for each in terms)

    def _terms(self, region: Region, rule: Together) -> tuple[WeightTerm, ...] | None:
        found = []
        for indicator, factor in rule.weging.items():
            key = newest_of(self.edition.figures, indicator)
            figure = None if key is None else self.read(region, key)
            count = None if figure is None else figure.value
            if key is not None and self.definitions[indicator].bron.computed:
                counts = self.counts(region, key)
                count = None if counts is None else counts[0]
            if count is None:
                return None
            found.append(WeightTerm(indicator, factor, count))
        return tuple(found)

    def _class(self, area: Area, key: FigureKey, rule: Together) -> tuple[Observation, Joined]:
        """A class from the figure that it is read from; near a limit nobody knows it."""
        behind = newest_of(self.edition.figures, rule.klasse_van or "")
        if behind is None or behind.period != key.period:
            missing = Observation.absent(ValueStatus.NOT_FOR_UNION, key.period, key.age)
            return missing, Joined(0.0, ())
        found, joined = self._unrounded(area, behind)
        joined = replace(joined, way=Way.CLASS, read_from=behind.indicator)
        if found.value is None:
            return Observation.absent(found.status, key.period, key.age), joined
        value = found.value
        for upper, limit in enumerate(rule.grenzen, 1):
            if abs(value - limit) <= rule.marge_deel * limit:
                unknown = Observation.absent(ValueStatus.BETWEEN_CLASSES, key.period, key.age)
                return replace(unknown, between=(upper, upper + 1)), joined
        place = 1 + sum(value < limit for limit in rule.grenzen)
        return (
            Observation(
                key.period,
                key.age,
                ValueStatus.AVAILABLE,
                float(place),
                origin=found.origin,
                boundary_changed=found.boundary_changed,
            ),
            joined,
        )

    def _deviations(self, area: Area, key: FigureKey) -> dict[str, float]:
        """Per whole around the union how far its published figure lies from that of its parts."""
        found = {}
        for whole, inside in self._wholes(area):
            published = self.read(whole, key).value
            known = [(self.read(each, key).value, self._people(each, key.age)) for each in inside]
            pairs = [(value, weight) for value, weight in known if value is not None and weight]
            if published is not None and pairs:
                values, weights = zip(*pairs, strict=True)
                found[whole.code] = abs(weighted_mean(values, weights) - published)
        return found

    def _people(self, region: Region, age: AgeGroup) -> float | None:
        part = Area((region,), region.name, region.code, (self._homes.of(region),))
        return weight_of(part, age)

    def _wholes(self, area: Area) -> Iterator[tuple[Region, list[Region]]]:
        """The gemeenten of a union, and the wijken of which it holds only some buurten."""
        for code in sorted({each.gemeente_code or "" for each in area.members}):
            gemeente = self.edition.region(code)
            if gemeente is not None:
                yield gemeente, self.edition.regions(RegionLevel.WIJK, code)
        for code in sorted({each.wijk_code for each in area.members if each.wijk_code}):
            wijk = self.edition.region(code)
            if wijk is not None:
                buurten = self.edition.regions(RegionLevel.BUURT, wijk.gemeente_code)
                yield wijk, [each for each in buurten if each.wijk_code == code]


def _is_sure(members: Sequence[Member]) -> bool:
    """Whether what rounding can do to a sum of counts is little of it."""
    return rounded_sum(sum(each.figure.value or 0.0 for each in members), len(members))[1]


def _no_more_precise(
    found: Observation, definition: IndicatorDefinition, cover: float
) -> Observation:
    """A figure without what the rule does not know, and its parts did not say."""
    rule = definition.together
    if found.value is None:
        return found
    if rule.cijfers is not None:
        value = significant(found.value, rule.cijfers)
        return replace(found, value=value, approximate=rule.cijfers < FEW_FIGURES)
    if rule.rougher(cover) is not None:
        return replace(found, value=half_up(found.value), approximate=True)
    if definition.eenheid is Unit.THOUSAND_EUR:  # printed in full, and published in thousands
        return replace(found, value=half_up(found.value, definition.decimalen))
    return found


def weight_of(part: Area, age: AgeGroup) -> float | None:
    """The people that a figure of a member is about."""
    adults = people_of(part, AgeGroup.ADULTS)
    if age is not AgeGroup.WORKING_AGE or adults is None:
        return people_of(part, age)
    return None if part.elderly is None else max(0.0, adults - part.elderly)


def _sums(members: Sequence[Member]) -> tuple[float, float]:
    known = [each.counts for each in members if each.counts is not None]
    return sum(part for part, _ in known), sum(whole for _, whole in known)


def _limits(
    members: Sequence[Member], weights: Sequence[float]
) -> tuple[float, float] | tuple[None, None]:
    """Limits of the mean: errors come from one model, so they do not average out."""
    lower = [each.figure.lower for each in members if each.figure.lower is not None]
    upper = [each.figure.upper for each in members if each.figure.upper is not None]
    if len(lower) < len(members):
        return None, None
    return round(weighted_mean(lower, weights), 6), round(weighted_mean(upper, weights), 6)


def _cause(members: Sequence[Member], usable: Sequence[Member]) -> ValueStatus:
    """Why there is no figure: the one reason of all members, or that too many lack theirs."""
    reasons = {each.figure.status for each in members}
    if usable or len(reasons) > 1 or ValueStatus.AVAILABLE in reasons:
        return ValueStatus.PARTS_UNKNOWN
    return reasons.pop()
