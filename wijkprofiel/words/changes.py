"""What may be said of what differs between two editions.

Nothing here subtracts one number from another, and nothing says why: a new table, question or
border has a line, and what is news of the area itself goes through the rule of the trend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.change_texts import EditionChangeTexts
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import AgeGroup, Observation
from wijkprofiel.findings.between_editions.causes import Cause, Telling
from wijkprofiel.findings.between_editions.changed_area import (
    EditionChanges,
    FigureChange,
    WordChange,
)
from wijkprofiel.findings.between_editions.figure_pair import FigureInEdition
from wijkprofiel.findings.trends import Trend
from wijkprofiel.methods.rounding import half_up
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.names import Names
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import value_text


@dataclass(frozen=True)
class ChangeWords:
    """Says of one area what differs between two editions."""

    voice: Voice
    changes: EditionChanges

    @classmethod
    def of(
        cls, catalogue: Catalogue, changes: EditionChanges, voice: str = DEFAULT_VOICE
    ) -> ChangeWords:
        """In a voice that also knows the indicators that only the other edition has.

        Raises:
            UsageError: if there is no such voice.
        """
        everything = {**catalogue.indicators, **catalogue.elsewhere}
        return cls(Voice.of(replace(catalogue, indicators=everything), voice), changes)

    def lines(self) -> Iterator[str]:
        """What readers may be told: of the area, a line per cause, and the figures one by one."""
        yield from self.of_area()
        yield from self.of_causes()
        if not self.changes.area.is_one_area:
            return
        alone: list[FigureInEdition] = []
        for figure in self.changes.shown:
            if figure.of_figure.telling is not Telling.EACH_FIGURE:
                continue
            if self._stands_alone(figure) and figure.after is not None:
                alone.append(figure.after)
            elif (said := self.sentence(figure)) is not None:
                yield said
        if alone:
            yield self._of_alone(alone)

    def _stands_alone(self, figure: FigureChange) -> bool:
        """Whether it is a new round that may not be laid beside an earlier one."""
        found = figure.new_round
        is_there = figure.after is not None and figure.after.observation.value is not None
        return is_there and figure.of_figure is Cause.NEW_YEAR and not (found and found.trend)

    def _of_alone(self, figures: Sequence[FigureInEdition]) -> str:
        """A line for all new rounds that stand on no line with another."""
        texts = self._texts
        pattern = texts.losse_ronde if len(figures) == 1 else texts.losse_rondes
        years = self._notation.years(each.observation.period for each in figures)
        return pattern.format(aantal=self._notation.number(len(figures)), jaren=years)

    def of_area(self) -> Iterator[str]:
        """What lies in the area itself; nothing where it is simply the same."""
        texts, link = self._texts.gebied, self.changes.area
        one, other = link.before, link.after
        if one is None or other is None:
            yield from self._of_one_edition(one, other)
            return
        patterns = {
            Cause.CODE_REUSED: texts.hergebruikt,
            Cause.RENAMED: texts.hernoemd,
            Cause.BORDER_MOVED: self._border,
            Cause.OTHER_MEMBERS: texts.delen,
        }
        found = [patterns[cause] for cause in link.causes]
        if link.is_one_area and link.border_slightly_moved:
            found.append(texts.iets)
        for pattern in found:
            yield pattern.format(
                code=other.code,
                naam=self._called(other),
                toen=self._called(one),
                nu=self._called(other),
                ha_toen=self._number(link.land_before),
                ha_nu=self._number(link.land_after),
                mensen_toen=self._number(one.inhabitants),
                mensen_nu=self._number(other.inhabitants),
                **self._editions,
            )

    def _of_one_edition(self, before: Area | None, after: Area | None) -> Iterator[str]:
        texts, known = self._texts.gebied, before or after
        is_gone, successors = after is None, self.changes.area.successors
        pattern = texts.weg if is_gone else texts.nieuw
        yield pattern.format(naam=self._called(known), **self._editions)
        if successors:
            told = texts.opgegaan if is_gone else texts.ontstaan
            yield told.format(namen=self._notation.enumeration(list(successors.values())))

    @property
    def _border(self) -> str:
        texts, link = self._texts.gebied, self.changes.area
        if link.land_moved:
            return texts.grens
        return texts.bewoners if link.people_moved else texts.onbewezen

    def of_causes(self) -> Iterator[str]:
        """A line for all figures of a cause that lies in their series."""
        texts = self._texts
        lines = {
            Cause.OTHER_TABLE: (texts.tabel, texts.tabel_een),
            Cause.OTHER_QUESTION: (texts.vraag, texts.vraag_een),
        }
        causes = [figure.of_figure for figure in self.changes.shown]
        for cause, (several, one) in lines.items():
            if count := causes.count(cause):
                pattern = one if count == 1 else several
                yield pattern.format(aantal=self._notation.number(count), **self._editions)

    def sentence(self, figure: FigureChange) -> str | None:
        """What may be said of one figure; None where nothing may, or nothing differs."""
        before, after = figure.before, figure.after
        if before is None or after is None or not self.changes.area.is_one_area:
            return None
        texts, name = self._texts.cijfer, self._name(figure)
        then, now = (self._told(figure, each) for each in (before, after))
        cause = figure.of_figure
        if cause is Cause.NEW_YEAR:
            return self._new_year(figure, now)
        if cause is Cause.OTHER_QUESTION:
            return self._other_question(figure)
        patterns = {
            Cause.OTHER_TABLE: texts.nieuwe_reeks,
            Cause.REVISED: texts.herzien,
            Cause.OTHER_STATE: texts.stand,
            Cause.ONLY_RULER: texts.maatstaf,
            Cause.OUR_RULE: texts.regel,
        }
        pattern = patterns.get(cause)
        if pattern is None:
            return None
        said = pattern.format(
            naam=name,
            toen=then,
            nu=now,
            tabel_toen=before.table or MISSING,
            tabel_nu=after.table or MISSING,
            gebied=self._called(self.changes.area.after),
            **self._editions,
        )
        return self._with_word(figure, said)

    def _new_year(self, figure: FigureChange, now: str) -> str | None:
        """Rounds on one line where they may stand there; a change only by the rule of the trend."""
        texts, found = self._texts.cijfer, figure.new_round
        if figure.after is None or figure.after.observation.value is None:
            return None
        if found is None or found.trend is None:
            return texts.ronde.format(naam=self._name(figure), nu=now)
        said = self._rounds(figure, found.trend)
        if found.change is not None:
            said = f"{said} {texts.afstand[found.change]}"
        return self._with_word(figure, said)

    def _rounds(self, figure: FigureChange, trend: Trend) -> str:
        definition, texts = self._definition(figure), self._texts.cijfer
        known = [
            (one, country)
            for one, country in zip(trend.own, trend.country, strict=True)
            if one.value is not None
        ]
        numbers = [value_text(self.voice.texts, definition, each.value or 0.0) for each, _ in known]
        # A number that stayed the same is said once.
        listed = self._notation.enumeration(numbers if len(set(numbers)) > 1 else numbers[:1])
        return texts.rondes.format(
            naam=self._name(figure),
            jaren=self._notation.years(each.period for each, _ in known),
            getallen=texts.van_100.format(getallen=listed) if definition.is_health else listed,
            land=self._country(known, definition.decimalen),
        )

    def _country(self, rounds: Sequence[tuple[Observation, Observation]], decimals: int) -> str:
        """What the country did between the same years, and whether the area did so as well."""
        texts = self._texts.cijfer
        own, country = (_way([pair[place] for pair in rounds], decimals) for place in (0, 1))
        if country < 0:
            return texts.daalde_ook if own < 0 else texts.daalde
        if country > 0:
            return texts.steeg_ook if own > 0 else texts.steeg
        return texts.bleef_ook if own == 0 else texts.bleef

    def _other_question(self, figure: FigureChange) -> str:
        """Both questions: as the source calls them, or else as we described them."""
        texts, name = self._texts.cijfer, self._name(figure)
        asked = self.changes.questions[figure.indicator]
        before, after = asked.before, asked.after
        if before is None or after is None:
            return texts.regel.format(naam=name, **self._editions)
        if before.topics.keys() != after.topics.keys() and before.topics and after.topics:
            titles = [list(each.topics.values()) for each in (before, after)]
            keys = [list(each.topics) for each in (before, after)]
            untold = titles[0] == titles[1] or None in (*titles[0], *titles[1])
            told: Sequence[Sequence[str | None]] = keys if untold else titles
            then, now = (self._notation.enumeration([str(one) for one in each]) for each in told)
            return texts.andere_vraag.format(naam=name, toen=then, nu=now)
        return texts.andere_definitie.format(naam=name, toen=before.definition, nu=after.definition)

    def _with_word(self, figure: FigureChange, said: str) -> str:
        """Another word for hardly another figure says so."""
        is_other = figure.of_figure in (Cause.NEW_YEAR, Cause.REVISED)
        barely = is_other and figure.word is WordChange.BARELY
        return f"{said} {self._texts.cijfer.nauwelijks}" if barely else said

    def _told(self, figure: FigureChange, found: FigureInEdition) -> str:
        """A figure with its year, or the kind of its absence."""
        texts, definition, seen = self._texts.cijfer, self._definition(figure), found.observation
        if seen.value is None:
            return texts.geen.format(reden=self.voice.texts.geen_cijfer[seen.status])
        number = value_text(self.voice.texts, definition, seen.value)
        if definition.is_health:
            number = texts.van_100.format(getallen=number)
        return texts.wel.format(getal=number, jaar=seen.period)

    def _name(self, figure: FigureChange) -> str:
        """What a figure is called; of other ages than the usual one with the age."""
        name, age = self._definition(figure).korte_naam, figure.age
        if age in (AgeGroup.ALL, AgeGroup.ADULTS):
            return name
        return f"{name} ({self.voice.texts.boekje.leeftijden[age]})"

    def _definition(self, figure: FigureChange) -> IndicatorDefinition:
        return self.voice.indicators[figure.indicator]

    def _called(self, area: Area | None) -> str:
        """The name in print of an area; of a name that changed each is as its edition has it."""
        if area is None:
            return ""
        return Names(self.voice.printed, self.voice.texts.gebieden).of(area)

    @property
    def _texts(self) -> EditionChangeTexts:
        return self.voice.texts.verschillen

    @cached_property
    def _editions(self) -> dict[str, str]:
        return {"eerder": self.changes.earlier.id, "later": self.changes.later.id}

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.voice.texts)

    def _number(self, value: float | None) -> str:
        return MISSING if value is None else self._notation.number(value)


def _way(series: Sequence[Observation], decimals: int) -> int:
    """Which way printed numbers went: -1 down, 1 up, 0 neither, or not known."""
    values = [half_up(each.value, decimals) for each in series if each.value is not None]
    if len(values) < len(series) or not values:
        return 0
    return (values[-1] > values[0]) - (values[-1] < values[0])
