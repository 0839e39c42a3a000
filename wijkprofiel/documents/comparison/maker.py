"""From findings of several areas to the document that lays them beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from wijkprofiel.configuration.comparison_texts import ComparisonTexts
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limit_names import named_limits
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.comparison.compared_tables import TableMaker, union_words
from wijkprofiel.documents.comparison.content import (
    FORMAT,
    ComparedArea,
    ComparedParagraphText,
    ComparisonContent,
)
from wijkprofiel.documents.comparison.rounds import NearMaker, RoundsMaker
from wijkprofiel.documents.document import AreasDocument
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.age_check import share_of_elderly
from wijkprofiel.findings.comparison import SideBySide
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.words.colophon import made_again, made_with
from wijkprofiel.words.compared import ApartWording, called, what_it_is
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.source_notes import short_citation
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


def make_comparison(
    findings: Findings, voice: Voice, scope: Scope, limits: JudgementLimits, imprint: Imprint
) -> ComparisonContent:
    """The comparison of the two to four areas that findings are of."""
    assert findings.side_by_side is not None  # findings of one area are no comparison
    beside = findings.side_by_side
    return _Assembly(findings, beside, voice, scope=scope, limits=limits, imprint=imprint).content()


VERGELIJKING = AreasDocument(
    name="vergelijking",
    make=make_comparison,
    template="vergelijking/vergelijking.html.j2",
    called="vergelijking",
    figures=True,
)


@dataclass(frozen=True)
class _Assembly:
    """The parts of one comparison."""

    findings: Findings
    beside: SideBySide
    voice: Voice
    scope: Scope
    limits: JudgementLimits
    imprint: Imprint

    def content(self) -> ComparisonContent:
        """Everything together."""
        tables, texts = self._tables, self._texts
        health = tables.health_definitions()
        rounds = RoundsMaker(self.findings, self.beside, self._words, self.limits)
        heads = texts.verschil
        return ComparisonContent(
            format=FORMAT,
            edition=self.findings.edition,
            imprint=self.imprint,
            origins=self.findings.origins,
            kicker=texts.aanhef,
            title=self._title(),
            areas=tuple(map(self._area, self.findings.areas, self._wordings)),
            always=texts.gezondheid.altijd,
            residents=tables.residents(),
            age=tuple(self._age(health)),
            difference_heading=heads.kop if self._are_two else heads.kop_meer,
            difference_legend=self._legend(),
            picture=tables.picture(),
            health=tables.health(),
            rounds=rounds.table(health),
            near=NearMaker(self.findings, self._wordings, self._words).table(health),
            account=tuple(self._account()),
            in_figures=self._in_figures(),
            sources=tuple(self._sources()),
            made_with=made_with(self._all, self.findings.edition, self.imprint),
            made_again=made_again(self._all, self.imprint),
            figures=tuple(tables.figures()),
            warnings=tuple(
                self._all.meldingen.oude_bron.format(naam=self.voice.indicators[key].naam)
                for key in self.findings.outdated
            ),
        )

    @property
    def _all(self) -> Texts:
        return self.voice.texts

    @property
    def _texts(self) -> ComparisonTexts:
        return self._all.vergelijking

    @property
    def _notation(self) -> Notation:
        return Notation.of(self._all)

    @property
    def _are_two(self) -> bool:
        return len(self.findings.areas) == 2

    @cached_property
    def _names(self) -> dict[str, str]:
        found = self.findings.areas
        codes = [each.area.code for each in found]
        return dict(zip(codes, called(found, self.voice), strict=True))

    @cached_property
    def _wordings(self) -> tuple[Wording, ...]:
        return tuple(
            Wording.of(self.voice, each.area, each.benchmarks, each.namesakes)
            for each in self.findings.areas
        )

    @cached_property
    def _words(self) -> ApartWording:
        shares = zip(self._names, self.beside.elderly_shares, strict=True)
        return ApartWording(self._wordings[0], self._names, dict(shares))

    @property
    def _tables(self) -> TableMaker:
        return TableMaker(
            findings=self.findings,
            beside=self.beside,
            wordings=self._wordings,
            words=self._words,
            scope=self.scope,
            limits=self.limits,
        )

    def _title(self) -> str:
        names = list(self._names.values())
        if self._are_two:
            return self._texts.titel_twee.format(een=names[0], ander=names[1])
        return self._texts.titel_meer.format(gebieden=self._notation.enumeration(names))

    def _legend(self) -> str:
        names, texts = list(self._names.values()), self._texts.verschil
        if self._are_two:
            return texts.uitleg.format(een=names[0], ander=names[1])
        return texts.uitleg_meer

    def _area(self, found: AreaFindings, wording: Wording) -> ComparedArea:
        return ComparedArea(
            area=found.area,
            name=self._names[found.area.code],
            about=what_it_is(wording.names, found.area, found.wijk, self._all),
        )

    def _in_figures(self) -> str:
        """The names and codes under which the areas stand in the figures."""
        members = [each for found in self.findings.areas for each in found.area.members]
        pattern = self._all.colofon.een_gebied
        named = [pattern.format(naam=each.name, code=each.code) for each in members]
        return self._texts.in_de_cijfers.format(
            gebieden=self._notation.enumeration(named), indeling=members[0].division
        )

    def _sources(self) -> Iterator[str]:
        """The tables of which there are figures here."""
        used = {
            value.observation.origin
            for found in self.findings.areas
            for value in found.values.all
            if value.observation.value is not None
        }
        for key, origin in self.findings.origins.items():
            if key in used:
                yield short_citation(self._all, origin)

    def _age(self, health: Sequence[IndicatorDefinition]) -> Iterator[str]:
        """How many of the adults are 65 or older, and what of the differences goes with that."""
        texts = self._texts.leeftijd
        known = [
            texts.aandeel.format(getal=self._notation.number(100 * share), gebied=self._names[code])
            for code, share in self._words.elderly.items()
            if share is not None
        ]
        if (country := self._country_share()) is not None:
            known.append(
                texts.aandeel.format(
                    getal=self._notation.number(100 * country), gebied=self._texts.land
                )
            )
        if known:
            yield texts.aandelen.format(aandelen=self._notation.enumeration(known))
        for code, share in self._words.elderly.items():
            if share is None:
                yield texts.onbekend.format(gebied=self._names[code])
        apart = [self.beside.of(each.id, AgeGroup.ADULTS) for each in health]
        by_age = [each.indicator for each in apart if each.by_age]
        if by_age:
            names = [self.voice.indicators[key].zin.kort for key in by_age]
            yield texts.enkele.format(namen=self._notation.enumeration(names))
        elif any(each.explained is not None for each in apart):
            yield texts.geen
        if self.beside.shows_elderly and health:
            yield texts.apart

    def _country_share(self) -> float | None:
        country: Area | None = next(
            (
                each.benchmarks.country.area
                for each in self.findings.areas
                if each.benchmarks.country
            ),
            None,
        )
        return None if country is None else share_of_elderly(country)

    def _account(self) -> Iterator[ComparedParagraphText]:
        limits = {
            name: self._notation.number(value) for name, value in named_limits(self.limits).items()
        }
        for paragraph in self._texts.alineas:
            yield ComparedParagraphText(paragraph.kop, paragraph.tekst.format(**limits))
        unions = [
            (found, wording)
            for found, wording in zip(self.findings.areas, self._wordings, strict=True)
            if found.union is not None
        ]
        for found, wording in unions:
            name, words = self._names[found.area.code], union_words(found, wording, self.limits)
            yield ComparedParagraphText(name, words.what_it_is())
        if unions:
            uncovered = 100 * (1 - self.limits.werkgebieden.dekking.cijfer)
            text = self._texts.werkgebied.format(onbekend=self._notation.number(uncovered))
            yield ComparedParagraphText(self._texts.werkgebied_kop, text)
