"""A newer table of a series joins an edition by itself, for what it has.

Which tables there are is for the caller to know: those of a service while pulling, snapshots while
compiling. Both come to the same edition, because only what a table says of its topics counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.crosscheck import unknown
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition, EditionTable
from wijkprofiel.configuration.sources import Sources, TableEntry
from wijkprofiel.domain.errors import ConfigurationError, Problem
from wijkprofiel.sources.catalogue import Units, problems_in
from wijkprofiel.sources.tables import Topic


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A table that may join, under the stems that indicators use."""

    name: str
    year: int
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class JoinedNewcomer:
    """What became of a newcomer.

    Attributes:
        before: the table that went first until now.
        taken: indicators that are looked for in it first.
        without: indicators whose topic it does not have, or not as it should be.
    """

    name: str
    before: str
    taken: tuple[str, ...]
    without: tuple[str, ...]

    def __str__(self) -> str:
        gone = ", ".join(self.without) or "wat de editie van haar zou vragen"
        if not self.taken:
            return f"{self.name} doet niet mee. Zij heeft niet, of in een andere eenheid: {gone}."
        text = f"{self.name} doet mee, voor {len(self.taken)} cijfers die eerst uit {self.before}"
        if not self.without:
            return f"{text} kwamen."
        return f"{text} kwamen. Zij heeft niet, of in een andere eenheid: {gone}."


def newest_of(edition: EditionDefinition, sources: Sources, series: str) -> tuple[str, int] | None:
    """The newest table of a series in an edition, with its year; None if it uses none."""
    entries = [
        (entry.jaar, name)
        for name in (table.momentopname for table in edition.tabellen)
        if (entry := sources.tabellen.get(name)) is not None and entry.reeks == series
    ]
    return (max(entries)[1], max(entries)[0]) if entries else None


def with_newcomers(
    edition: EditionDefinition,
    before: str,
    newcomers: Iterable[Newcomer],
    indicators: Sequence[IndicatorDefinition],
    units: Units,
) -> tuple[EditionDefinition, list[JoinedNewcomer]]:
    """The edition with newer tables in front, in every group where the newest went first.

    Args:
        before: the newest table of the series that the edition names.
        units: how tables write a unit.
    """
    told = []
    for newcomer in sorted(newcomers, key=lambda each: each.year):
        edition, joined = _with(edition, before, newcomer, indicators, units)
        told.append(joined)
        if joined.taken:
            before = newcomer.name
    return edition, told


def _with(
    edition: EditionDefinition,
    before: str,
    newcomer: Newcomer,
    indicators: Sequence[IndicatorDefinition],
    units: Units,
) -> tuple[EditionDefinition, JoinedNewcomer]:
    order, taken, without = dict(edition.volgorde), list[str](), list[str]()
    for group, tables in edition.volgorde.items():
        if tables[:1] != (before,):
            continue
        members = [each for each in indicators if each.bron.groep == group]
        fits = {each.id: _fits(each, newcomer, units) for each in members}
        # One topic that is there twice, or in another unit, would stop the whole edition.
        if None in fits.values():
            fits = dict.fromkeys(fits, False)
        without += [name for name, fit in fits.items() if not fit]
        if any(fits.values()):
            taken += [name for name, fit in fits.items() if fit]
            # A change is from the last table to the first, so there the newest takes its place.
            change = any(each.bron.verandering is not None for each in members)
            order[group] = (newcomer.name, *(tables[1:] if change else tables))
    without = [name for name in without if name not in edition.mag_ontbreken]
    joined = JoinedNewcomer(newcomer.name, before, tuple(taken), tuple(without))
    return (_edition(edition, order, newcomer, before) if taken else edition), joined


def _fits(indicator: IndicatorDefinition, newcomer: Newcomer, units: Units) -> bool | None:
    """Whether a table has what an indicator needs; None if it would be refused."""
    problems, gone = problems_in(indicator, newcomer.name, newcomer.topics, units)
    return None if problems else not gone


def _edition(
    edition: EditionDefinition,
    order: Mapping[str, tuple[str, ...]],
    newcomer: Newcomer,
    before: str,
) -> EditionDefinition:
    (empty,) = {t.lege_kolom for t in edition.tabellen if t.momentopname == before}
    table = EditionTable(momentopname=newcomer.name, lege_kolom=empty)
    return edition.model_copy(
        update={
            "titel": f"{edition.titel}, met {newcomer.year}",
            "tabellen": (*edition.tabellen, table),
            "volgorde": dict(order),
        }
    )


def followed(edition: EditionDefinition, sources: Sources) -> Sequence[str]:
    """The series of which an edition takes newer tables.

    Raises:
        ConfigurationError: if one of them does not exist.
    """
    problems = [
        Problem(f"edities/{edition.id}.yaml", None, "neemt_nieuwer", unknown("reeks", name, known))
        for known in [sources.reeksen]
        for name in edition.neemt_nieuwer
        if name not in known
    ]
    if problems:
        raise ConfigurationError(problems)
    return edition.neemt_nieuwer


def newer_entries(
    edition: EditionDefinition, sources: Sources, more: Mapping[str, TableEntry]
) -> Iterator[tuple[str, str, TableEntry]]:
    """Tables that are newer than the newest that an edition names, of the series that it follows.

    Args:
        more: tables that are not configured, by the name that their snapshot has or would have.

    Yields:
        The newest table that the edition names, the name of the newer one, and the newer one.
    """
    for series in followed(edition, sources):
        newest = newest_of(edition, sources, series)
        if newest is None:
            continue
        before, year = newest
        for name, entry in {**more, **sources.tabellen}.items():
            if entry.reeks == series and entry.jaar > year:
                yield before, name, entry


def with_entries(sources: Sources, more: Mapping[str, TableEntry]) -> Sources:
    """The sources with tables that are not configured."""
    return sources.model_copy(update={"tabellen": {**more, **sources.tabellen}})
