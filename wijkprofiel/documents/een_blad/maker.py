"""From findings to the one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.cover_texts import OnePageTexts
from wijkprofiel.configuration.definitions import Method
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.document import Document, Rules
from wijkprofiel.documents.een_blad.content import FORMAT, OnePage
from wijkprofiel.documents.locator import LocatorMaker
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.colophon import made_again, made_with
from wijkprofiel.words.notice import notice
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.titles import subtitle_of
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


def make_one_page(
    findings: Findings, voice: Voice, scope: Scope, limits: JudgementLimits, imprint: Imprint
) -> OnePage:
    """The page of the one area that findings are of."""
    found = findings.only
    wording = Wording.of(voice, found.area, found.benchmarks, found.namesakes)
    words = OpeningWords.of(found, wording, limits.aantallen)
    return _Maker(findings, wording, words, scope, imprint).page()


EEN_BLAD = Document(
    name="een_blad",
    make=make_one_page,
    template="een_blad/een_blad.html.j2",
    called="blad",
    rules=Rules(one_page="blad", densities=3),
)


FEWEST_LINES, MOST_FACTS = 4, 5
"""Lines to write on: the less the figures say, the more room for who lives there."""


@dataclass(frozen=True, slots=True)
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
    def _texts(self) -> Texts:
        return self.wording.texts

    @property
    def _own(self) -> OnePageTexts:
        return self._texts.een_blad

    def page(self) -> OnePage:
        found, wishes = self._found, self.scope.wishes
        said, words = notice(found, self.wording), self.words
        opening, front = self._texts.opening, self._texts.voorblad
        names = self.wording.names
        return OnePage(
            format=FORMAT,
            area=found.area,
            edition=self.findings.edition,
            imprint=self.imprint,
            origins=self.findings.origins,
            kicker=self._texts.omslag.aanhef,
            title=wishes.title or names.title(found.area),
            subtitle=subtitle_of(names, found.area, found.wijk, self._texts),
            locator=LocatorMaker(self.wording, found, self.findings.origins).locator(),
            lead=self._lead(),
            heading=opening.titel,
            statements=words.statements(),
            remark=words.small(),
            box_heading=opening.kader,
            box=words.box(),
            question_heading=front.vraag_bewoners if words.asks_residents else front.vraag_iedereen,
            question=words.question(),
            room=self._own.ruimte,
            lines=FEWEST_LINES + max(0, MOST_FACTS - len(words.box())),
            source=self._source(),
            made_with=made_with(self._texts, self.findings.edition, self.imprint, brief=True),
            made_again=made_again(self._texts, self.imprint),
            notes=(said,) if said else (),
        )

    def _lead(self) -> str | None:
        texts = self._texts.wie_wonen_hier
        people, households = (self._printed(indicator) for indicator in texts.blokken.getallen[:2])
        if people is None or households is None:
            return None
        area = self.wording.area
        return texts.aanloop.format(gebied=area, inwoners=people, huishoudens=households)

    def _printed(self, indicator: str) -> str | None:
        value = self._found.values.by_key.get((indicator, AgeGroup.ALL))
        if value is None or value.observation.value is None:
            return None
        return self.wording.cell(self.wording.definition(indicator), value.observation).text

    def _source(self) -> str:
        """Only of what is printed: a page without health figures cites no monitor."""
        told = list(self._told())
        used = {value.figure.origin for value in (*told, *self._registers()) if value.figure}
        names = (self.findings.origins[key].short for key in sorted(filter(None, used)))
        cited = self.wording.notation.enumeration(list(dict.fromkeys(names)))
        estimated = any(
            self.wording.definition(value.indicator).methode is Method.MODEL for value in told
        )
        pattern = self._own.bron_schatting if estimated else self._own.bron
        return pattern.format(bronnen=cited) if cited else ""

    def _told(self) -> Iterator[IndicatorValue]:
        """The figures of the three things and of what is there."""
        for key in self._found.opening.printed:
            value = self._found.values.main(key)
            if value is not None and value.observation.value is not None:
                yield value

    def _registers(self) -> Iterator[IndicatorValue]:
        """What the lead is made of; without a lead nothing."""
        if self._lead() is None:
            return
        for indicator in self._texts.wie_wonen_hier.blokken.getallen[:2]:
            yield self._found.values.by_key[(indicator, AgeGroup.ALL)]
