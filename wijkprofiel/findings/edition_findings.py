"""What is so for an edition as a whole, whatever the area: what it holds, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.domain.calibration import Calibration
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.figures import Figure, Residents
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.calibrated import calibration_of
from wijkprofiel.findings.figure_book import FigureBook

MOST_OF_THE_WIJKEN = 0.9
"""Part of the wijken from which a spread may stand for all of them."""


@dataclass(frozen=True, slots=True)
class EditionFigure:
    """What an edition holds of one indicator.

    Attributes:
        newest: the figure that a profile shows; None if the edition does not have it.
        years: of the rounds that its source has, the oldest first.
        wijken: how many wijken its spread rests on; None without a spread.
        of_wijken: how many wijken with enough people there are, likewise.
        is_outdated: whether the definition has changed since the edition was compiled.
    """

    indicator: str
    age: AgeGroup
    newest: Figure | None
    years: tuple[int, ...]
    wijken: int | None
    of_wijken: int | None
    is_outdated: bool

    @property
    def rests_on_part(self) -> bool:
        """Whether so many wijken lack a figure that its spread need not be that of all."""
        if self.wijken is None or self.of_wijken is None:
            return False
        return self.wijken < MOST_OF_THE_WIJKEN * self.of_wijken


@dataclass(frozen=True, slots=True)
class EditionFindings:
    """What is so for an edition.

    Attributes:
        origins: the tables behind the figures, by key.
        figures: one per indicator, in the order of the document.
        rounds: every figure of the edition of whatever year, for what has to be said of rounds.
        residents: per health figure how its differences go together with who lives where; only
            those of which the edition knows.
        calibration: points of its wijken beside what chance gives; None if the edition has none by
            the limits and stories of now.
    """

    edition: EditionInfo
    origins: Mapping[str, Origin]
    figures: tuple[EditionFigure, ...]
    rounds: tuple[Figure, ...]
    residents: Mapping[str, Residents]
    calibration: Calibration | None


def edition_findings(book: FigureBook, catalogue: Catalogue) -> EditionFindings:
    """What is so for the edition of a book, by the definitions of a catalogue."""
    edition, stored = book.edition, book.edition.fingerprints
    figures = tuple(
        _figure(book, each, is_outdated=stored.get(each.id) != each.bron.fingerprint())
        for each in catalogue.indicators.values()
    )
    return EditionFindings(
        edition=edition.info,
        origins=edition.origins,
        figures=figures,
        rounds=tuple(edition.figures.values()),
        residents=dict(_residents(book, figures)),
        calibration=calibration_of(edition, catalogue),
    )


def _residents(
    book: FigureBook, figures: Iterable[EditionFigure]
) -> Iterator[tuple[str, Residents]]:
    for each in figures:
        found = None if each.newest is None else book.residents(each.newest.key)
        if found is not None and not each.is_outdated:
            yield each.indicator, found


def _figure(
    book: FigureBook, definition: IndicatorDefinition, *, is_outdated: bool
) -> EditionFigure:
    age = definition.leeftijden[0]
    newest = book.newest(definition.id, age)
    spread = None if newest is None else book.spread(newest.key)
    return EditionFigure(
        indicator=definition.id,
        age=age,
        newest=newest,
        years=tuple(_years(book, definition)),
        wijken=None if spread is None else spread.count,
        of_wijken=None if spread is None else spread.wijken_total,
        is_outdated=is_outdated,
    )


def _years(book: FigureBook, definition: IndicatorDefinition) -> Iterator[int]:
    """Years of which the source has figures at all, and that of what a profile shows."""
    age = definition.leeftijden[0]
    for figure in book.rounds(definition.id, age):
        if figure.absent is ValueStatus.MISSING or figure == book.newest(definition.id, age):
            yield figure.key.period
