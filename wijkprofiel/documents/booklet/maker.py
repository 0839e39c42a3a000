"""From what is so for an edition to its booklet; nothing is computed or judged here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wijkprofiel.configuration.booklet_texts import BookletChapter, BookletParagraph, BookletTexts
from wijkprofiel.configuration.limit_names import named_limits
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.remarks import RoundRemark
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.booklet.calibrated import calibration_table
from wijkprofiel.documents.booklet.content import FORMAT, Booklet, Chapter, Passage, ResidentRow
from wijkprofiel.documents.booklet.definitions import DefinitionMaker
from wijkprofiel.documents.document import EditionDocument
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.findings.edition_findings import EditionFindings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.words.colophon import made_again, made_with
from wijkprofiel.words.formatting import MISSING, Notation
from wijkprofiel.words.source_notes import full_citation
from wijkprofiel.words.voice import Voice

_MOST_DECIMALS = 4
"""Of a limit."""


def make_booklet(
    found: EditionFindings, voice: Voice, scope: Scope, limits: JudgementLimits, imprint: Imprint
) -> Booklet:
    """The complete booklet of an edition."""
    return _Assembly(found, voice, scope, limits, imprint).booklet()


BOOKLET = EditionDocument(
    name="boekje", make=make_booklet, template="boekje/boekje.html.j2", called="boekje"
)


@dataclass(frozen=True)
class _Assembly:
    """The parts of one booklet."""

    found: EditionFindings
    voice: Voice
    scope: Scope
    limits: JudgementLimits
    imprint: Imprint

    def booklet(self) -> Booklet:
        """Everything together."""
        edition = self.found.edition
        names = {"editie": edition.id, "titel": edition.title}
        return Booklet(
            format=FORMAT,
            edition=edition,
            imprint=self.imprint,
            kicker=self._own.aanhef,
            title=self._own.titel,
            subtitle=self._own.ondertitel.format(**names),
            chapters=tuple(map(self._chapter, self._own.hoofdstukken)),
            spreads=tuple(self._spreads()) or (self._own.geen_spreidingen,),
            calibration=calibration_table(self._texts, self.found.calibration),
            residents=tuple(self._residents()),
            rounds=tuple(self._rounds()) or (self._own.geen_opmerkingen,),
            groups=tuple(DefinitionMaker(self.found, self._texts, self.scope).groups()),
            sources=tuple(full_citation(self._texts, each) for each in self.found.origins.values()),
            checksum=self._own.controlegetal.format(controlegetal=edition.content),
            made_with=made_with(self._texts, edition, self.imprint),
            made_again=made_again(self._texts, self.imprint),
            warnings=tuple(self._outdated()),
        )

    @property
    def _texts(self) -> Texts:
        return self.voice.texts

    @property
    def _own(self) -> BookletTexts:
        return self._texts.boekje

    @property
    def _notation(self) -> Notation:
        return Notation.of(self._texts)

    def _chapter(self, chapter: BookletChapter) -> Chapter:
        passages = tuple(map(self._passage, chapter.alineas))
        return Chapter(chapter.id, chapter.titel, passages, chapter.onderdeel)

    def _passage(self, paragraph: BookletParagraph) -> Passage:
        names = {"editie": self.found.edition.id, **self._limits()}
        return Passage(
            heading=paragraph.kop,
            text=paragraph.tekst.format(**names),
            enumerated=tuple(item.format(**names) for item in paragraph.lijst),
        )

    def _limits(self) -> dict[str, str]:
        """Every limit as it is printed, without superfluous zeros: 0,75 and 1."""
        return {name: self._plain(value) for name, value in named_limits(self.limits).items()}

    def _plain(self, value: float) -> str:
        exact = round(value, _MOST_DECIMALS)
        kept = (n for n in range(_MOST_DECIMALS) if round(exact, n) == exact)
        return self._notation.number(value, next(kept, _MOST_DECIMALS))

    def _spreads(self) -> Iterator[str]:
        """Figures that are compared by the spread of part of the wijken."""
        number = self._notation.number
        for figure in self.found.figures:
            definition = self.voice.indicators[figure.indicator]
            if figure.rests_on_part and definition.vergelijken and figure.newest is not None:
                yield self._own.spreiding.format(
                    naam=definition.naam,
                    jaar=figure.newest.key.period,
                    aantal=number(figure.wijken or 0),
                    van=number(figure.of_wijken or 0),
                )

    def _residents(self) -> Iterator[ResidentRow]:
        number = self._notation.number
        for indicator, found in self.found.residents.items():
            alone = found.unweighted_pct
            yield ResidentRow(
                indicator=indicator,
                name=self.voice.indicators[indicator].naam,
                weighted=number(found.explained_pct),
                unweighted=MISSING if alone is None else number(alone),
            )

    def _rounds(self) -> Iterator[str]:
        """What holds for the rounds of this edition, with of whom or what if not of all."""
        for remark in self.voice.remarks.remarks:
            years = {
                figure.key.period
                for figure in self.found.rounds
                if figure.key.period in remark.perioden
                and remark.is_about(figure.origin, figure.key.age)
            }
            if years:
                text = remark.tekst.format(jaren=self._notation.years(years))
                about = self._about(remark)
                yield self._own.opmerking_van.format(over=about, tekst=text) if about else text

    def _about(self, remark: RoundRemark) -> str:
        if remark.indicatoren:
            names = [self.voice.indicators[each].naam for each in remark.indicatoren]
            return self._notation.enumeration(names)
        return self._notation.enumeration([self._own.leeftijden[a] for a in remark.leeftijden])

    def _outdated(self) -> Iterator[str]:
        for figure in self.found.figures:
            if figure.is_outdated:
                name = self.voice.indicators[figure.indicator].naam
                yield self._texts.meldingen.oude_bron.format(naam=name)
