"""A figure with a side in words: a strength counts what goes well, a concern what does not.

One side counts the figure itself, the other its complement: 100 less the printed number, for the
area, near and country alike. So both forms always agree, and a sentence never mixes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.definitions import IndicatorDefinition, SideForm
from wijkprofiel.configuration.limits import CountLimits
from wijkprofiel.configuration.opening_texts import ChangeTexts, PointTexts
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.roles import Role
from wijkprofiel.domain.verdict import BenchmarkScope, Outcome
from wijkprofiel.findings.changes import Change
from wijkprofiel.findings.points import TalkingPoint, printed
from wijkprofiel.findings.values import BenchmarkFigure, IndicatorValue
from wijkprofiel.methods.people import number_of_people
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.methods.trend import ChangeKind
from wijkprofiel.words.formatting import capitalised
from wijkprofiel.words.wording import Wording

_ALL = 100


@dataclass(frozen=True, slots=True)
class SidedNumbers:
    """The numbers of one figure in one form, as they are printed.

    Attributes:
        here, near, country: of the area and what it is compared with; None where there is none.
    """

    here: str
    near: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class SidedAmounts:
    """The same numbers before they are written, rounded as they are printed."""

    here: float
    near: float | None
    country: float | None


@dataclass(frozen=True, slots=True)
class PointWords:
    """Puts points of one area into words."""

    wording: Wording
    area: Area
    counts: CountLimits

    @property
    def _texts(self) -> PointTexts:
        return self.wording.texts.opening.punt

    @property
    def _changes(self) -> ChangeTexts:
        return self.wording.texts.opening.verandering

    def short(self, point: TalkingPoint) -> str:
        """The message: at most four words."""
        form = self._form(point)
        return self.wording.definition(point.indicator).korte_naam if form is None else form.kort

    def sentence(self, point: TalkingPoint, value: IndicatorValue) -> str:
        """The figure, near and country: `27 van de 100 …; in Utrecht 17, in Nederland 14`."""
        numbers = self.numbers(value, point)
        places = list(self._places(value, numbers))
        head = self._head(point, numbers)
        if not places:
            return self._texts.zin_zonder.format(kop=head)
        between = self.wording.notation.between
        return self._texts.zin.format(kop=head, plaatsen=between.join(places))

    def claim(self, point: TalkingPoint, value: IndicatorValue) -> str:
        """The figure alone: `27 van de 100 volwassenen hebben moeite met rondkomen`."""
        return self._head(point, self.numbers(value, point))

    def doing(self, point: TalkingPoint) -> str | None:
        """What the people who are counted do; None where the figure has a sentence of its own."""
        definition, form = self.wording.definition(point.indicator), self._form(point)
        if form is None:
            return definition.zin.doen
        return form.vorm if form.heel is None else None

    def written(self, point: TalkingPoint | None, value: IndicatorValue, figure: float) -> str:
        """Another figure of the same indicator, of a part or a round, in the form of a point."""
        amount = self._amount(value, point, figure)
        return self.wording.notation.number(amount, self._decimals(value))

    def counts_complement(self, point: TalkingPoint | None, value: IndicatorValue) -> bool:
        """Whether a point counts those whom the figure does not, so that high becomes low."""
        if point is None:
            return False
        definition = self.wording.definition(value.indicator)
        return not self._counts_itself(definition, self._form(point), point)

    def counted_instead(self, point: TalkingPoint) -> str | None:
        """What is counted where that is not the figure itself: `hebben geen angststoornis`."""
        definition, form = self.wording.definition(point.indicator), self._form(point)
        if form is None or self._counts_itself(definition, form, point):
            return None
        return form.vorm

    def people(self, point: TalkingPoint, value: IndicatorValue) -> str | None:
        """About how many adults that are; None where that claims too much."""
        definition, form = self.wording.definition(point.indicator), self._form(point)
        adults, figure = people_of(self.area, AgeGroup.ADULTS), value.observation.value
        if figure is None or adults is None or not definition.is_health:
            return None
        count = number_of_people(
            figure if self._counts_itself(definition, form, point) else _ALL - figure,
            adults,
            at_least=self.counts.niet_onder,
            area_at_least=self.counts.mensen,
            figures=self.counts.cijfers,
        )
        if count is None:
            return None
        return self._texts.aantal.format(aantal=self.wording.notation.number(count))

    def young(self, point: TalkingPoint) -> str | None:
        """That many young people live there, where that may matter for this figure."""
        return self._texts.jongeren if point.young else None

    def changed(self, point: TalkingPoint, change: Change) -> str:
        """The change of a point, in its form and without repeating its numbers."""
        definition, form = self.wording.definition(point.indicator), self._form(point)
        itself = self._counts_itself(definition, form, point)
        return self._changed(self._changes.bij_punt, change, itself=itself)

    def changed_alone(self, change: Change, sentence: str) -> str:
        """A change as a line of its own; `sentence` is the figure as it is now."""
        return self._changed(self._changes.op_zich, change, sentence=sentence)

    def _changed(
        self,
        patterns: Mapping[ChangeKind, str],
        change: Change,
        *,
        itself: bool = True,
        sentence: str = "",
    ) -> str:
        def number(value: float) -> str:
            return self.wording.notation.number(value if itself else _ALL - value)

        more = itself is not change.fell
        name = self.wording.definition(change.indicator).zin.kort
        return patterns[change.kind].format(
            zin=sentence,
            naam=capitalised(name),
            land=self._country,
            richting=self._changes.meer if more else self._changes.minder,
            van=change.first_year,
            was=number(change.before),
            nu=number(change.now),
            land_was=number(change.country_before),
            land_nu=number(change.country_now),
        )

    def numbers(self, value: IndicatorValue, point: TalkingPoint | None = None) -> SidedNumbers:
        """The printed numbers of a figure, in the form of a point or else its own."""
        amounts, decimals = self.amounts(value, point), self._decimals(value)

        def written(amount: float | None) -> str | None:
            return None if amount is None else self.wording.notation.number(amount, decimals)

        return SidedNumbers(
            self.wording.notation.number(amounts.here, decimals),
            written(amounts.near),
            written(amounts.country),
        )

    def amounts(self, value: IndicatorValue, point: TalkingPoint | None = None) -> SidedAmounts:
        """The numbers that `numbers` writes."""
        figure = value.observation.value
        assert figure is not None  # only figures are told
        near, country = value.by_role(Role.NEAR), value.by_role(Role.COUNTRY)
        theirs = None if country is None else country.figure.value
        beside = None if near is None else self._near(near)
        return SidedAmounts(
            self._amount(value, point, figure),
            None if beside is None else self._amount(value, point, beside),
            None if theirs is None else self._amount(value, point, theirs),
        )

    def in_form(self, value: IndicatorValue, point: TalkingPoint, figure: float) -> float:
        """Another figure of the same indicator, such as that of a part, in the form of a point."""
        return self._amount(value, point, figure)

    def _near(self, item: BenchmarkFigure) -> float | None:
        """What is printed of near: the rest, or the whole where that cannot be taken apart."""
        verdict = item.verdict
        if verdict.outcome is Outcome.NOT_COMPARED or not self.wording.compared.near_stands:
            return None
        return verdict.printed_value if verdict.scope is BenchmarkScope.REST else item.figure.value

    def _decimals(self, value: IndicatorValue) -> int:
        return self.wording.definition(value.indicator).decimalen

    def _amount(self, value: IndicatorValue, point: TalkingPoint | None, figure: float) -> float:
        definition = self.wording.definition(value.indicator)
        form = _whole_form(definition) if point is None else self._form(point)
        number = printed(definition, form, figure)
        if not self._counts_itself(definition, form, point):
            number = half_up(_ALL - number, definition.decimalen)
        return number

    def _counts_itself(
        self, definition: IndicatorDefinition, form: SideForm | None, point: TalkingPoint | None
    ) -> bool:
        if form is None or point is None or point.side is None or form.heel is not None:
            return True
        return definition.counts_itself(point.side)

    def _form(self, point: TalkingPoint) -> SideForm | None:
        if point.side is None:
            return None
        return self.wording.definition(point.indicator).sides.get(point.side)

    def _head(self, point: TalkingPoint, numbers: SidedNumbers) -> str:
        definition, form = self.wording.definition(point.indicator), self._form(point)
        if form is not None and form.heel is not None:
            return form.heel.format(waarde=numbers.here)
        doing = definition.zin.doen if form is None else form.vorm
        return self.wording.texts.zinnen.kop.format(
            getal=numbers.here, wie=definition.zin.wie, doen=doing
        )

    def _places(self, value: IndicatorValue, numbers: SidedNumbers) -> Iterator[str]:
        near = value.by_role(Role.NEAR)
        if near is not None and numbers.near is not None:
            whole = near.verdict.scope is BenchmarkScope.WHOLE
            name = self.wording.wholes[near.key] if whole else self.wording.spoken(near.key)
            yield self._texts.plaats.format(naam=name, getal=numbers.near)
        if numbers.country is not None:
            yield self._texts.plaats.format(naam=self._country, getal=numbers.country)

    @property
    def _country(self) -> str:
        country = self.wording.compared.country
        return "" if country is None else self.wording.spoken(country.key)


def _whole_form(definition: IndicatorDefinition) -> SideForm | None:
    """The form of a figure that has a sentence of its own: a row counts per as many as that."""
    forms = (form for form in definition.sides.values() if form.heel is not None)
    return next(forms, None)
