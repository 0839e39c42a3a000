"""From findings to the one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.cover_texts import OnePageTexts
from wijkprofiel.configuration.definitions import Method
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.document import Document, Rules
from wijkprofiel.documents.een_blad.content import FORMAT, OnePage, Point, PointGroup
from wijkprofiel.documents.locator import LocatorMaker
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.points import TalkingPoint
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.colophon import made_again, made_with
from wijkprofiel.words.notice import notice
from wijkprofiel.words.sentences import Sentences
from wijkprofiel.words.titles import subtitle_of
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording


def make_one_page(
    findings: Findings, voice: Voice, scope: Scope, limits: JudgementLimits, imprint: Imprint
) -> OnePage:
    """The page of the one area that findings are of."""
    found = findings.only
    wording = Wording.of(voice, found.area, found.benchmarks, found.namesakes)
    sentences = Sentences(wording, found.area, limits.aantallen)
    return _Maker(findings, wording, sentences, scope, imprint).page()


EEN_BLAD = Document(
    name="een_blad",
    make=make_one_page,
    template="een_blad/een_blad.html.j2",
    called="blad",
    rules=Rules(one_page="blad", densities=3),
)


MOST_POINTS = 5
FEWEST_LINES, LINES_PER_POINT = 3, 2


@dataclass(frozen=True, slots=True)
class _Maker:
    findings: Findings
    wording: Wording
    sentences: Sentences
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
        said, names = notice(found, self.wording), self.wording.names
        return OnePage(
            format=FORMAT,
            area=found.area,
            edition=self.findings.edition,
            imprint=self.imprint,
            origins=self.findings.origins,
            kicker=self._texts.omslag.aanhef,
            title=wishes.title or names.title(found.area),
            subtitle=subtitle_of(names, found.area, found.wijk, self._texts.omslag),
            locator=LocatorMaker(self.wording, found, self.findings.origins).locator(),
            lead=self._lead(),
            notice=self._own.zonder_oordeel.format(gebied=self.wording.area) if said else None,
            groups=tuple(self._groups()),
            question_heading=self._own.vraag_kop,
            question=self._question(),
            room=self._own.ruimte,
            lines=self._lines(),
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
        return self.wording.value_text(self.wording.definition(indicator), value.observation.value)

    def _groups(self) -> Iterator[PointGroup]:
        points, texts = self._found.points, self._texts.oogopslag
        yield self._group(texts.krachten, points.strengths, self._own.geen_kracht)
        yield self._group(texts.zorgen, points.concerns, self._own.geen_zorg)
        if points.chosen:
            yield self._group(texts.gekozen, points.chosen, "")

    def _group(self, heading: str, points: tuple[TalkingPoint, ...], empty: str) -> PointGroup:
        """Without figures that are judged the notice says why there is nothing."""
        nothing = None if points or self._found.lack is not None else empty
        return PointGroup(heading, tuple(self._point(point) for point in points), nothing)

    def _point(self, point: TalkingPoint) -> Point:
        value = self._found.values.adults(point.indicator)
        return Point(
            indicator=point.indicator,
            headline=self.sentences.headline(value),
            comparison=self.sentences.comparison(value),
            people=self.sentences.people(value),
        )

    def _question(self) -> str:
        """About what asks most attention, else what goes best, else one for everybody."""
        points = self._found.points
        for point in (*points.concerns, *points.chosen, *points.strengths):
            story = self.wording.voice.stories[point.story]
            return story.questions_of(point.indicator).bewoners
        return self._own.vraag

    def _lines(self) -> int:
        """Lines to write on: the less the figures say, the more room for who lives there."""
        return FEWEST_LINES + LINES_PER_POINT * (MOST_POINTS - len(self._found.points.all))

    def _source(self) -> str:
        """Only of what is printed: a page without health figures cites no monitor."""
        values = self._found.values
        health = [values.adults(point.indicator) for point in self._found.points.all]
        used = {value.figure.origin for value in (*health, *self._registers()) if value.figure}
        names = (self.findings.origins[key].short for key in sorted(filter(None, used)))
        cited = self.wording.notation.enumeration(list(dict.fromkeys(names)))
        estimated = any(
            self.wording.definition(value.indicator).methode is Method.MODEL for value in health
        )
        pattern = self._own.bron_schatting if estimated else self._own.bron
        return pattern.format(bronnen=cited) if cited else ""

    def _registers(self) -> Iterator[IndicatorValue]:
        """What the lead is made of; without a lead nothing."""
        if self._lead() is None:
            return
        for indicator in self._texts.wie_wonen_hier.blokken.getallen[:2]:
            yield self._found.values.by_key[(indicator, AgeGroup.ALL)]
