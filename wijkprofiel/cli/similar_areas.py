"""Areas that are alike, as they stand on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from wijkprofiel.configuration.definitions import IndicatorDefinition, Unit
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.findings.benchmarks import Benchmarks
from wijkprofiel.findings.similar import AlikeAreas, FeatureGap, SimilarArea
from wijkprofiel.words.formatting import MISSING, enumeration, number
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording
from wijkprofiel.workshop.workshop import Workshop

_TOLD = 2
"""Differences that are named, the largest."""
_HEADINGS = ("naam", "gemeente", "code", "inwoners", "afstand")
_FIRST_NUMBER = 3
_PLURAL = {
    RegionLevel.WIJK: "wijken",
    RegionLevel.BUURT: "buurten",
    RegionLevel.GEMEENTE: "gemeenten",
}


def show_similar(shop: Workshop, alike: AlikeAreas) -> None:
    """A table of them, and under each what is furthest apart."""
    wording = Wording.of(Voice.of(shop.catalogue), alike.area, Benchmarks())
    rows = [_HEADINGS, *map(_cells, alike.areas)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADINGS))]
    typer.echo(_line(_HEADINGS, widths))
    for each, row in zip(alike.areas, rows[1:], strict=True):
        typer.echo(_line(row, widths))
        told = (_gap(gap, wording) for gap in each.gaps[:_TOLD])
        typer.echo(f"  {'; '.join(told)}")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells under each other, numbers to the right."""
    padded = (
        cell.ljust(width) if place < _FIRST_NUMBER else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded).rstrip()


def told_of(shop: Workshop, alike: AlikeAreas) -> Iterator[str]:
    """What stands with the table: among how many, by which figures, and without which."""
    limits = shop.catalogue.limits.lijkt_op
    among = f"{number(alike.among)} {_PLURAL[alike.level]}"
    yield (
        f"Vergeleken met {among} van minstens {number(limits.mensen)} volwassenen, op wie er wonen"
        " en niet op gezondheid. De afstand is die van alle cijfers samen: 0 is gelijk, en 1 is"
        " zo ver als een wijk gewoonlijk van het gemiddelde af ligt."
    )
    if alike.lacking:
        names = [_name(shop, key) for key in alike.lacking]
        yield f"Niet meegeteld, want daarvan is hier geen cijfer: {enumeration(names)}."
    division = shop.edition.info.division
    if other := {key: year for key, year in alike.years.items() if year != division}:
        said = [f"{_name(shop, key)} van {year}" for key, year in other.items()]
        yield f"Van een ander jaar dan {division}: {enumeration(said)}."


def _name(shop: Workshop, key: str) -> str:
    found = shop.catalogue.indicators.get(key) or shop.catalogue.elsewhere.get(key)
    return key if found is None else found.zin.kort


def _cells(each: SimilarArea) -> tuple[str, ...]:
    area = each.area
    people = MISSING if area.inhabitants is None else number(area.inhabitants)
    return area.name, area.gemeente_name, area.code, people, number(each.distance, 2)


def _gap(gap: FeatureGap, wording: Wording) -> str:
    """One difference in words: `minder inwoners van 0 tot 15 jaar: 17% (hier 19%)`."""
    definition = wording.definition(gap.indicator)
    there, here = (wording.value_text(definition, value) for value in (gap.there, gap.here))
    name, more = definition.zin.kort, gap.z > 0
    if there == here:
        return f"evenveel {name}: {there}" if _is_share(definition) else f"{name} gelijk: {there}"
    if _is_share(definition):
        return f"{'meer' if more else 'minder'} {name}: {there} (hier {here})"
    return f"{name} {'hoger' if more else 'lager'}: {there} (hier {here})"


def _is_share(definition: IndicatorDefinition) -> bool:
    return definition.eenheid is Unit.PERCENT
