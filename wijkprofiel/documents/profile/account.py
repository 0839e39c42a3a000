"""The account (verantwoording): definitions, sources, limits, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition, Method
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Paragraph, Texts
from wijkprofiel.documents.profile.pages import Account, IndicatorAccount, TrendTable
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo, LeftOut
from wijkprofiel.domain.imprint import Imprint, short
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.verdict import Reason
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.value_set import Values
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.absence import absence
from wijkprofiel.words.colophon import in_figures, made_again, made_with
from wijkprofiel.words.composed_words import ComposedWords
from wijkprofiel.words.formatting import Notation, uncapitalised
from wijkprofiel.words.remarks import Shown
from wijkprofiel.words.source_notes import full_citation, method_name, short_citation
from wijkprofiel.words.unions import UnionWords
from wijkprofiel.words.voice import Voice

MOST_NAMES = 3
"""Figures that share a reason and are all named in print; of more only some are."""
_EXAMPLES = 2
_YEARS = "\0"
"""Stands for the year of a division in a reason that is the same for several."""


@dataclass(frozen=True, slots=True)
class AccountMaker:
    """Makes the account of one area's profile.

    Attributes:
        union: says what a werkgebied consists of; None of one region.
        composed: says the same of GGD regions and provinces that are named.
        compared: the same of werkgebieden that it is compared with.
    """

    voice: Voice
    limits: JudgementLimits
    edition: EditionInfo
    origins: Mapping[str, Origin]
    imprint: Imprint
    union: UnionWords | None = None
    composed: ComposedWords | None = None
    compared: tuple[UnionWords, ...] = ()

    @property
    def texts(self) -> Texts:
        """The words of the document."""
        return self.voice.texts

    @property
    def _notation(self) -> Notation:
        return Notation.of(self.texts)

    def account(
        self,
        area: Area,
        values: Values,
        *,
        left_out: Iterable[LeftOut],
        without_map: bool,
        scope: Scope,
        working_age: TrendTable | None,
        shown: Iterable[Shown],
    ) -> Account:
        """The whole account.

        Args:
            area: the profiled area.
            values: every figure that was looked up.
            left_out: figures that were not joined to the area.
            without_map: whether the edition has no map for it.
            scope: what the makers of the profile left out.
            working_age: figures of 18 to 64 year olds.
            shown: the figures of all rounds.
        """
        definitions: dict[str, IndicatorValue] = {}
        for value in values.all:
            definitions.setdefault(value.indicator, value)
        usual = _usual(self.voice.indicators[each] for each in definitions)
        rounds, left_out = " ".join(self.voice.remarks.sentences(shown)), tuple(left_out)
        chosen = (*self._chosen_away(scope), *self._not_joined(left_out, area))
        in_print = (*self._chosen_away(scope), *self._not_joined_in_print(left_out, area))
        map_lacks = (self.texts.verantwoording.zonder_kaart,) if without_map else ()
        others, others_in_print = (
            tuple(self._of_parts(values, in_print=in_print)) for in_print in (False, True)
        )
        absent = self._absent(values)
        return Account(
            paragraphs=tuple(self._paragraphs(area, values, rounds)),
            years=tuple(self._years(scope, definitions)),
            indicators=tuple(self._indicator(value, usual) for value in definitions.values()),
            indicators_note=self._note(usual),
            sources=tuple(self._sources(full_citation, in_print=False)),
            sources_in_print=tuple(self._sources(short_citation, in_print=True)),
            left_out=(
                *map_lacks,
                *chosen,
                *others,
                *(self._named(*each) for each in absent.items()),
            ),
            left_out_in_print=(
                *map_lacks,
                *in_print,
                *others_in_print,
                *(self._in_print(*each) for each in absent.items()),
            ),
            booklet=self._booklet(),
            booklet_again=self._booklet_again(),
            made_with=" ".join(self._made_with(area)),
            made_again=made_again(self.texts, self.imprint),
            working_age=working_age,
        )

    def _sources(
        self, citation: Callable[[Texts, Origin], str], *, in_print: bool
    ) -> Iterator[str]:
        """The tables, and what composed areas consist of."""
        yield from (citation(self.texts, origin) for origin in self.origins.values())
        if self.composed is not None:
            yield from self.composed.sources(in_print=in_print)

    def _booklet(self) -> str:
        return self.texts.verantwoording.boekje.format(
            editie=self.edition.id, controlegetal=short(self.edition.content)
        )

    def _made_with(self, area: Area) -> Iterator[str]:
        """What it is called in the figures, unless its members are told, and what made it."""
        if self.union is None:
            yield in_figures(self.texts, area)
        yield made_with(self.texts, self.edition, self.imprint)

    def _years(
        self, scope: Scope, values: Mapping[str, IndicatorValue]
    ) -> Iterator[tuple[str, str]]:
        """The years of the figures of each theme; of what has no figure, none."""
        themes = scope.theme_set
        found: dict[str, set[int]] = {}
        for indicator, value in values.items():
            shown = value.age is not AgeGroup.WORKING_AGE and value.observation.value is not None
            if value.figure is not None and shown:
                place = self.voice.indicators[indicator].themas.get(themes.id)
                if place is not None:
                    found.setdefault(place.thema, set()).add(value.figure.key.period)
        for theme in themes.themas:
            if years := found.get(theme.sleutel):
                yield theme.naam, self._notation.years(years)

    def _booklet_again(self) -> str | None:
        command = self.imprint.booklet_command
        if command is None:
            return None
        return self.texts.verantwoording.boekje_maken.format(opdracht=command)

    def _paragraphs(self, area: Area, values: Values, rounds: str) -> Iterator[tuple[str, str]]:
        """Those that have something to say of these figures."""
        if self.union is not None:
            yield from self.union.paragraphs()
        if self.composed is not None:
            yield from self.composed.paragraphs()
        for paragraph in self.texts.verantwoording.alineas:
            if not paragraph.is_of(area):
                continue
            text = self._filled(paragraph, values, rounds)
            if text and (values.asks_health or not paragraph.gezondheid):
                yield paragraph.kop, text
        yield from (each.paragraph_beside() for each in self.compared)

    def _filled(self, paragraph: Paragraph, values: Values, rounds: str) -> str:
        margins = self._margins(values) if values.asks_health else ""
        notation = self._notation
        size, people, rest = self.limits.grootte, self.limits.mensen, self.limits.rest
        return paragraph.tekst.format(
            spreiding_vanaf=notation.number(people.spreiding_vanaf),
            iets=self._plain(size.iets),
            gewoon=self._plain(size.gewoon),
            duidelijk=self._plain(size.duidelijk),
            toon_rest=notation.number(100 * rest.toon_rest_vanaf),
            niet_boven=notation.number(100 * rest.niet_vergelijken_boven),
            geen_oordeel=notation.number(people.geen_oordeel_onder),
            alle_klassen=notation.number(people.alle_klassen_vanaf),
            marges=margins,
            rondes=f"{rounds} " if rounds else "",
        ).strip()

    def _plain(self, value: float) -> str:
        """A limit without superfluous zeros: 0,5 and 1."""
        return self._notation.number(value, 0 if value == int(value) else 1)

    def _margins(self, values: Values) -> str:
        texts = self.texts.verantwoording
        known = any(value.observation.lower is not None for value in values.health())
        return texts.marges_wel if known else texts.marges_niet

    def _note(self, usual: dict[bool, _Usual]) -> str:
        """Whom figures are about and how they were made, where a figure does not say otherwise."""
        texts = self.texts.verantwoording
        if not usual:
            return ""
        if len(usual) == 1:
            (kind,) = usual.values()
            return texts.cijfers_noot_een_soort.format(
                wie=kind.population, methode=method_name(self.texts, kind.method)
            )
        return texts.cijfers_noot.format(
            monitor=usual[True].population,
            monitor_methode=method_name(self.texts, usual[True].method),
            register=usual[False].population,
            register_methode=method_name(self.texts, usual[False].method),
        )

    def _indicator(self, value: IndicatorValue, usual: dict[bool, _Usual]) -> IndicatorAccount:
        definition, figure = self.voice.indicators[value.indicator], value.figure
        common = usual[definition.is_health]
        origin = None if figure is None or figure.origin is None else self.origins[figure.origin]
        cause = ValueStatus.NOT_IN_EDITION if figure is None else ValueStatus.NOT_IN_SOURCE
        absent = self.texts.geen_cijfer[cause]
        return IndicatorAccount(
            name=definition.naam,
            definition=definition.definitie,
            population=None if definition.populatie == common.population else definition.populatie,
            source=absent if origin is None else origin.table,
            years="" if figure is None else str(figure.key.period),
            method=(
                None
                if definition.methode is common.method
                else method_name(self.texts, definition.methode)
            ),
            caveat=definition.voorbehoud,
        )

    def _chosen_away(self, scope: Scope) -> Iterator[str]:
        texts = self.texts.verantwoording
        if scope.left_out:
            names = self._notation.enumeration([definition.naam for definition in scope.left_out])
            yield texts.gekozen_cijfers.format(namen=names)
        if scope.themes_left_out:
            names = self._notation.enumeration([theme.naam for theme in scope.themes_left_out])
            yield texts.gekozen_themas.format(namen=names)

    def _not_joined(self, left_out: Iterable[LeftOut], area: Area) -> Iterator[str]:
        names = {each.code: each.name for each in area.members}
        for item in left_out:
            yield self.texts.verantwoording.niet_gekoppeld.format(
                naam=area.name if area.region is not None else names[item.code],
                code=item.code,
                bron=self.origins[item.origin].short,
                reden=item.reason,
            )

    def _of_parts(self, values: Values, *, in_print: bool) -> Iterator[str]:
        """What is not there because a werkgebied has parts."""
        if self.union is not None:
            yield from self.union.left_out(values.all, in_print=in_print)
            yield from self.union.doubtful(values.all)
            yield from self._unknown_rests(values)
        if self.composed is not None:
            yield from self.composed.left_out(values.all)

    def _not_joined_in_print(self, left_out: Sequence[LeftOut], area: Area) -> Iterator[str]:
        """The same; of a part of a werkgebied once where it is so for several years."""
        if self.union is None:
            yield from self._not_joined(left_out, area)
            return
        names = {each.code: each.name for each in area.members}
        alike: dict[tuple[str, str], list[LeftOut]] = {}
        for item in left_out:
            without_year = item.reason.replace(str(self.origins[item.origin].division), _YEARS)
            alike.setdefault((item.code, without_year), []).append(item)
        for (code, reason), items in alike.items():
            if len(items) == 1:
                yield from self._not_joined(items, area)
                continue
            years = self._notation.years(self.origins[item.origin].division for item in items)
            yield self.texts.verantwoording.niet_gekoppeld_jaren.format(
                naam=names[code], code=code, reden=reason.replace(_YEARS, years)
            )

    def _unknown_rests(self, values: Values) -> Iterator[str]:
        """What is not compared with the rest of a gemeente, since that would be told by itself."""
        names = dict.fromkeys(
            uncapitalised(self.voice.indicators[value.indicator].korte_naam)
            for value in values.all
            for item in value.compared
            if item.verdict.reason is Reason.REST_UNKNOWN
        )
        if names:
            listed = list(names)
            pattern = self.texts.verantwoording.rest_onbekend
            if len(listed) > MOST_NAMES:
                pattern = self.texts.verantwoording.rest_onbekend_veel
                listed = listed[:_EXAMPLES]
            yield pattern.format(
                aantal=self._notation.number(len(names)),
                namen=self._notation.enumeration(listed),
                onbekend=self._notation.number(100 * (1 - self.limits.werkgebieden.dekking.cijfer)),
            )

    def _absent(self, values: Values) -> dict[str, list[str]]:
        """Figures without a value, by reason; those of 18 to 64 year olds show it themselves."""
        by_reason: dict[str, list[str]] = {}
        for value in values.all:
            main = values.main(value.indicator)
            shown = main is not None and main is not value and main.observation.value is not None
            if value.observation.value is None and not shown:
                definition = self.voice.indicators[value.indicator]
                reason = absence(self.texts, definition, value.observation)
                names = by_reason.setdefault(reason, [])
                if definition.naam not in names:
                    names.append(definition.naam)
        return by_reason

    def _named(self, reason: str, names: Sequence[str]) -> str:
        return f"{self._notation.enumeration(names)}: {reason}"

    def _in_print(self, reason: str, names: Sequence[str]) -> str:
        if len(names) <= MOST_NAMES:
            return self._named(reason, names)
        return self.texts.verantwoording.veel_cijfers.format(
            aantal=self._notation.number(len(names)),
            namen=self._notation.enumeration([uncapitalised(name) for name in names[:_EXAMPLES]]),
            reden=reason,
        )


@dataclass(frozen=True, slots=True)
class _Usual:
    """Whom most figures of one kind are about, and how they were made."""

    population: str
    method: Method


def _usual(definitions: Iterable[IndicatorDefinition]) -> dict[bool, _Usual]:
    """What is usual for the figures of the health monitor (True), and for the others."""
    kinds: dict[bool, list[IndicatorDefinition]] = {}
    for definition in definitions:
        kinds.setdefault(definition.is_health, []).append(definition)
    return {
        health: _Usual(
            Counter(each.populatie for each in mine).most_common(1)[0][0],
            Counter(each.methode for each in mine).most_common(1)[0][0],
        )
        for health, mine in kinds.items()
    }
