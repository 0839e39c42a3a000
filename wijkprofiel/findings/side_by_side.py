"""Two to four areas beside each other: how far apart they lie, and what may be said of it.

Nothing here ranks areas or calls one better: neither is the measure of the other. What is
favourable is said against the country only, by the verdicts of each area itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition, Method, Scale
from wijkprofiel.configuration.limits import ApartLimits, JudgementLimits
from wijkprofiel.domain.apart import ApartSize, AreasApart
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import Certainty, Outcome, Reason, SizeClass
from wijkprofiel.findings.age_check import share_of_elderly
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.judge import Judge, Subject, size_class
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.methods import certainty
from wijkprofiel.methods.age import explained_by_age
from wijkprofiel.methods.apart import standardised_apart
from wijkprofiel.methods.rounding import half_up

_SIZES = {
    SizeClass.EQUAL: ApartSize.EQUAL,
    SizeClass.SLIGHT: ApartSize.SLIGHT,
    SizeClass.PLAIN: ApartSize.PLAIN,
    SizeClass.CLEAR: ApartSize.CLEAR,
}


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of the areas, with its figures."""

    area: Area
    values: Values
    benchmarks: Benchmarks


@dataclass(frozen=True, slots=True)
class _Held:
    """The figure of one of the areas."""

    side: ComparedSide
    value: IndicatorValue

    @property
    def figure(self) -> float:
        figure = self.value.observation.value
        assert figure is not None  # only those with a figure are held against each other
        return figure

    @property
    def people(self) -> float:
        return people_of(self.side.area, self.value.age) or 0.0


def in_one_gemeente(one: Area, other: Area) -> bool:
    """Whether two areas lie in the same gemeente; the estimates of one wobble together."""
    return one.gemeente_code is not None and one.gemeente_code == other.gemeente_code


def limit_for(limits: ApartLimits, one: Area, other: Area) -> float:
    """The limit that holds for two areas."""
    return limits.zelfde_gemeente if in_one_gemeente(one, other) else limits.andere_gemeente


@dataclass(frozen=True, slots=True)
class ApartMaker:
    """Judges how far areas lie apart.

    Attributes:
        sides: the areas, in the order in which they were named.
    """

    sides: tuple[ComparedSide, ...]
    definitions: Sequence[IndicatorDefinition]
    limits: JudgementLimits

    def all(self) -> Iterator[AreasApart]:
        """Every figure for every age group, in the order of the catalogue."""
        for definition in self.definitions:
            for age in definition.leeftijden:
                yield self.apart(definition, age)

    def apart(self, definition: IndicatorDefinition, age: AgeGroup) -> AreasApart:
        """How far the areas lie apart in one figure."""
        held = [_Held(side, side.values.by_key[(definition.id, age)]) for side in self.sides]
        known = [each for each in held if each.value.observation.value is not None]
        few = self.limits.mensen.geen_oordeel_onder
        able = [each for each in known if each.people >= few]
        left_out = tuple(each.side.area.code for each in known if each.people < few)
        reason = self._refusal(definition, age, (known, able))
        if reason is None:
            return replace(self._judged(definition, *self._extremes(able)), left_out=left_out)
        return AreasApart(
            indicator=definition.id,
            age=age,
            outcome=Outcome.NOT_COMPARED,
            certainty=_without_limits(definition),
            reason=reason,
            left_out=left_out,
        )

    def _refusal(
        self,
        definition: IndicatorDefinition,
        age: AgeGroup,
        held: tuple[Sequence[_Held], Sequence[_Held]],
    ) -> Reason | None:
        known, able = held
        if not definition.vergelijken or age is AgeGroup.WORKING_AGE:
            return Reason.NOT_JUDGED
        if len(known) < 2:
            return Reason.NO_VALUE
        if len(able) < 2:
            return Reason.TOO_FEW_PEOPLE
        return None if _unit(definition, able[0].value) else Reason.NO_SPREAD

    def _extremes(self, able: Sequence[_Held]) -> tuple[_Held, _Held]:
        """The two areas; of more than two the highest and the lowest."""
        if len(self.sides) == 2:
            return able[0], able[1]
        return max(able, key=lambda each: each.figure), min(able, key=lambda each: each.figure)

    def _judged(self, definition: IndicatorDefinition, first: _Held, second: _Held) -> AreasApart:
        unit = _unit(definition, first.value)
        assert unit is not None  # refused before
        judge = Judge(definition, self.limits, first.value.age, None)
        errors = (_error(judge, first), _error(judge, second))
        root = definition.schaal is Scale.ROOT
        z = standardised_apart(first.figure, second.figure, unit, root=root, errors=errors)
        z_certainty = _z_certainty(first.value.observation, second.value.observation)
        printed = _printed(definition, first.figure, second.figure)
        size = self._size(definition, (first, second), z, printed, z_certainty is not None)
        known = _without_limits(definition)
        if z_certainty is not None:
            outside = abs(z_certainty) >= self.limits.zekerheid_z
            known = Certainty.OUTSIDE if outside else Certainty.WITHIN
        level = size in (ApartSize.SAME, ApartSize.EQUAL)
        uncertain = known is Certainty.WITHIN and not level
        explained = self._explained(first, second)
        difference = first.figure - second.figure
        return AreasApart(
            indicator=definition.id,
            age=first.value.age,
            outcome=Outcome.TOO_UNCERTAIN if uncertain else Outcome.JUDGED,
            certainty=known,
            first=first.side.area.code,
            second=second.side.area.code,
            difference=difference,
            printed_difference=printed,
            z=z,
            spread=unit,
            guard=sum(errors),
            size=None if uncertain else size,
            z_certainty=z_certainty,
            explained=explained,
            by_age=not level and self._is_by_age(difference, explained),
        )

    def _size(
        self,
        definition: IndicatorDefinition,
        held: tuple[_Held, _Held],
        z: float,
        printed: float,
        limits_known: bool,
    ) -> ApartSize:
        if printed == 0:
            return ApartSize.SAME
        thin = any(_covered(each) < self.limits.werkgebieden.dekking.noemen for each in held)
        if abs(printed) < definition.drempel or (
            thin and abs(z) < self.limits.werkgebieden.genoemd_vanaf
        ):
            return ApartSize.EQUAL
        size = _SIZES[size_class(abs(z), self.limits.grootte)]
        wobbles = definition.methode is not Method.REGISTER and not limits_known
        if size is ApartSize.SLIGHT and wobbles and self._is_within_wobble(held, abs(z)):
            return ApartSize.SMALL
        return size

    def _is_within_wobble(self, held: tuple[_Held, _Held], size: float) -> bool:
        """Whether an estimate of such an area moves as much between two rounds by itself."""
        beside, (one, other) = self.limits.naast_elkaar, held
        if min(one.people, other.people) < beside.mensen:
            return True
        return size < limit_for(beside.iets, one.side.area, other.side.area)

    def _explained(self, first: _Held, second: _Held) -> float | None:
        """The part that goes with the shares of 65-plussers, by the figures of the country."""
        if not first.value.is_health or first.value.age is not AgeGroup.ADULTS:
            return None
        parts = [_beyond_country(each) for each in (first, second)]
        if parts[0] is None or parts[1] is None:
            return None
        return parts[0] - parts[1]

    def _is_by_age(self, difference: float, explained: float | None) -> bool:
        if explained is None or difference == 0:
            return False
        side = 1 if difference > 0 else -1
        left = side * (difference - explained)
        return left < self.limits.leeftijd.houdt_over * abs(difference)


def _beyond_country(held: _Held) -> float | None:
    """What its share of 65-plussers alone would make of the figure of the country, less that."""
    country = held.side.benchmarks.country
    elderly = held.side.values.elderly(held.value.indicator)
    if country is None or elderly is None:
        return None
    own, theirs = share_of_elderly(held.side.area), share_of_elderly(country.area)
    adults, old = (_of_country(each) for each in (held.value, elderly))
    if own is None or theirs is None or adults is None or old is None:
        return None
    return explained_by_age(share_area=own, share_benchmark=theirs, all_adults=adults, elderly=old)


def _of_country(value: IndicatorValue) -> float | None:
    found = value.by_role(Role.COUNTRY)
    return None if found is None else found.figure.value


def _without_limits(definition: IndicatorDefinition) -> Certainty:
    counted = definition.methode is Method.REGISTER
    return Certainty.COUNTED if counted else Certainty.UNKNOWN


def _unit(definition: IndicatorDefinition, value: IndicatorValue) -> float | None:
    if value.spread is None:
        return None
    return value.spread.sd_root if definition.schaal is Scale.ROOT else value.spread.sd


def _error(judge: Judge, held: _Held) -> float:
    return judge.guard(Subject(held.side.area, held.value.observation))


def _covered(held: _Held) -> float:
    return 1.0 if held.value.joined is None else held.value.joined.covered


def _printed(definition: IndicatorDefinition, one: float, other: float) -> float:
    decimals = definition.decimalen
    return half_up(half_up(one, decimals) - half_up(other, decimals), decimals)


def _z_certainty(one: Observation, other: Observation) -> float | None:
    """The difference in standard errors, each on the side where the other figure lies."""
    if one.value is None or other.value is None:
        return None
    errors = (_standard_error(one, other.value), _standard_error(other, one.value))
    if errors[0] is None or errors[1] is None:
        return None
    return certainty.standardised_certainty(one.value - other.value, errors[0], errors[1])


def _standard_error(figure: Observation, towards: float) -> float | None:
    if figure.value is None or figure.lower is None or figure.upper is None:
        return None
    return certainty.standard_error(figure.value, figure.lower, figure.upper, towards)
