"""Where figures come from, as it stands under a table and in the account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from wijkprofiel.configuration.definitions import Method
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.cells import SourceNote
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.voice import Voice

_NO_SOURCE = ""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The lettered sources of one table, by first appearance."""

    voice: Voice
    origins: Mapping[str, Origin]
    letters: dict[tuple[str, Method], str]
    periods: dict[tuple[str, Method], set[int]]

    @classmethod
    def of(
        cls, values: Iterable[IndicatorValue], voice: Voice, origins: Mapping[str, Origin]
    ) -> SourceList:
        """Give each table and method among the values a letter."""
        periods: dict[tuple[str, Method], set[int]] = {}
        for value in values:
            if value.figure is not None and value.figure.origin is not None:
                key = (value.figure.origin, voice.indicators[value.indicator].methode)
                periods.setdefault(key, set()).add(value.figure.key.period)
        letters = dict(zip(periods, ascii_uppercase, strict=False))
        return cls(voice, origins, letters, periods)

    def letter(self, value: IndicatorValue) -> str:
        """The letter of a value's source; empty if no table of the edition has the figure."""
        if value.figure is None or value.figure.origin is None:
            return _NO_SOURCE
        method = self.voice.indicators[value.indicator].methode
        return self.letters[(value.figure.origin, method)]

    def notes(self) -> tuple[SourceNote, ...]:
        """The list, in order of the letters."""
        return tuple(
            SourceNote(letter, f"{self.cited(origin, method)}; {self.method_name(method)}")
            for (origin, method), letter in self.letters.items()
        )

    def cited(self, origin: str, method: Method) -> str:
        """Short citation with table and years."""
        source = self.origins[origin]
        years = Notation.of(self.voice.texts).years(self.periods[(origin, method)])
        return self.voice.texts.tabel.bron.format(
            kort=source.short, tabel=source.table, jaren=years
        )

    def method_name(self, method: Method) -> str:
        """The word for how the source made its figures."""
        return method_name(self.voice.texts, method)


def method_name(texts: Texts, method: Method) -> str:
    """The word for how a source made its figures."""
    names = {
        Method.MODEL: texts.tabel.modelschatting,
        Method.SURVEY: texts.tabel.enquete,
        Method.REGISTER: texts.tabel.telling,
    }
    return names[method]


def short_citation(texts: Texts, origin: Origin) -> str:
    """One table with what its licence asks for, and no more."""
    return texts.verantwoording.bron_kort.format(
        producent=origin.producer,
        titel=origin.title,
        tabel=origin.table,
        licentie=origin.licence,
    )


def full_citation(texts: Texts, origin: Origin) -> str:
    """One table as its licence wants it named."""
    account = texts.verantwoording
    modified = ""
    if origin.modified:
        day = Notation.of(texts).long_date(origin.modified)
        modified = account.gewijzigd.format(datum=day)
    return account.bron.format(
        producent=origin.producer,
        titel=origin.title,
        tabel=origin.table,
        indeling=origin.division,
        gewijzigd=modified,
        licentie=origin.licence,
        via=account.via.format(via=origin.via) if origin.via else "",
    )
