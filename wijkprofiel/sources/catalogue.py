"""Does a table still hold what the indicators take from it?

Every indicator of an edition is looked up in what the tables say of themselves, before anything is
fetched. What does not fit is told indicator by indicator: expected, found, and what to edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkprofiel.configuration.definitions import IndicatorDefinition, WantedTopic
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.lookalikes import Lookalike, described, lookalikes
from wijkprofiel.sources.tables import Topic
from wijkprofiel.sources.topics import fitting_topics, picks, renamed, with_titles

Topics = Mapping[str, tuple[Topic, ...]]
Units = Mapping[str, Sequence[str]]

_COUNTS = "telling"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One indicator that does not fit one table.

    Attributes:
        fatal: without this no edition can be made; otherwise it is a warning.
        is_gone: whether the topic is not there at all; otherwise it is there in another way.
        alike: topics that no indicator takes and that may be what is missing, the best first.
    """

    indicator: str
    table: str
    expected: str
    found: str
    edit: str
    fatal: bool
    is_gone: bool = False
    alike: tuple[Lookalike, ...] = ()

    def __str__(self) -> str:
        shown = ", ".join(described(each.topic) for each in self.alike)
        alike = f"; het lijkt op {shown}" if shown else ""
        return (
            f"{self.indicator}: verwacht in {self.table}: {self.expected}; gevonden:"
            f" {self.found}{alike}. Pas {self.edit} aan."
        )


def parts_of(indicator: IndicatorDefinition) -> list[tuple[WantedTopic, ...]]:
    """The topics that an indicator needs; each is one topic with the names it has had."""
    source = indicator.bron
    single = source.onderwerp or source.verandering
    counts = (*(source.teller or ()), *(source.noemer or ()))
    return [*([] if single is None else [single]), *((name,) for name in counts)]


def order_of(edition: EditionDefinition, indicator: IndicatorDefinition) -> tuple[str, ...]:
    """The tables that an indicator is looked for in, the preferred one first."""
    order = edition.volgorde.get(indicator.bron.groep, ())
    return tuple(name for name in order if indicator.is_of([name]))


def used_topics(
    edition: EditionDefinition,
    indicators: Sequence[IndicatorDefinition],
    table: str,
    topics: tuple[Topic, ...],
    names: Mapping[str, str],
) -> tuple[Topic, ...]:
    """The topics of a table that indicators of an edition take, in the order of the table."""
    known = renamed(topics, names)
    used = set()
    for indicator in indicators:
        if table not in order_of(edition, indicator):
            continue
        for part in parts_of(indicator):
            found = fitting_topics(known, part)
            used |= {found[0].key} if len(found) == 1 else set()
    return tuple(topic for topic in topics if topic.key in used)


def mismatches(
    edition: EditionDefinition,
    indicators: Sequence[IndicatorDefinition],
    topics: Topics,
    units: Units,
) -> list[Mismatch]:
    """Everything that does not fit, in the order of the indicators.

    Args:
        topics: per table, under the stems that indicators use.
        units: how tables write a unit.
    """
    free = _free(edition, indicators, topics)
    looked = (_Look(edition, indicator, topics, free) for indicator in indicators)
    found = (item for look in looked for item in look.mismatches(units))
    return list(dict.fromkeys(found))


def allowed_gaps(
    edition: EditionDefinition, indicators: Sequence[IndicatorDefinition], topics: Topics
) -> list[Mismatch]:
    """Indicators that may be missing and are, where something looks like them."""
    free = _free(edition, indicators, topics)
    optional = (each for each in indicators if each.id in edition.mag_ontbreken)
    looked = (_Look(edition, indicator, topics, free) for indicator in optional)
    return [item for look in looked for item in look.gaps() if item.alike]


def _free(
    edition: EditionDefinition, indicators: Sequence[IndicatorDefinition], topics: Topics
) -> Topics:
    """Per table the topics that no indicator of the edition takes."""
    return {
        table: tuple(unmapped(known, used_topics(edition, indicators, table, known, {}), []))
        for table, known in topics.items()
    }


@dataclass(frozen=True, slots=True)
class _Look:
    """One indicator, looked up in the tables of an edition.

    Attributes:
        free: per table the topics that no indicator takes.
    """

    edition: EditionDefinition
    indicator: IndicatorDefinition
    topics: Topics
    free: Topics

    def order(self) -> list[str]:
        return [name for name in order_of(self.edition, self.indicator) if name in self.topics]

    def mismatches(self, units: Units) -> Iterator[Mismatch]:
        indicator, order = self.indicator, self.order()
        optional = indicator.id in self.edition.mag_ontbreken
        if not order:
            return
        complete: list[str] = []
        for table in order:
            problems, gone = problems_in(indicator, table, self.topics[table], units)
            yield from problems
            if not gone:
                complete.append(table)
        must_have = order if indicator.bron.verandering is not None else order[:1]
        fatal = not complete or indicator.bron.verandering is not None
        for table in must_have:
            if table not in complete and not (optional and fatal):
                edit = f"`heet_hier` van {table} in configs/bronnen.yaml"
                if fatal:
                    edit += f", of `mag_ontbreken` in configs/edities/{self.edition.id}.yaml"
                instead = None if fatal else complete[0]
                yield from self._gone(table, edit, fatal=fatal, instead=instead)

    def gaps(self) -> Iterator[Mismatch]:
        """Where the indicator is in none of its tables: what the first of them has instead."""
        order = self.order()
        gone = [problems_in(self.indicator, name, self.topics[name], {})[1] for name in order]
        if order and all(gone):
            edit = f"`heet_hier` van {order[0]} in configs/bronnen.yaml"
            yield from self._gone(order[0], edit, fatal=False)

    def _gone(
        self, table: str, edit: str, *, fatal: bool, instead: str | None = None
    ) -> Iterator[Mismatch]:
        """What a table lacks, and the table that the figure comes from instead, if any."""
        for part in parts_of(self.indicator):
            if fitting_topics(self.topics[table], part):
                continue
            alike = tuple(lookalikes(self.indicator, part, self.free[table]))
            text = "niet" if alike else "niets dat erop lijkt"
            if instead is not None:
                text += f"; het cijfer komt nu uit {instead}"
            yield Mismatch(
                *(self.indicator.id, table, _named(part), text, edit),
                fatal=fatal,
                is_gone=True,
                alike=alike,
            )


def problems_in(
    indicator: IndicatorDefinition, table: str, topics: tuple[Topic, ...], units: Units
) -> tuple[list[Mismatch], bool]:
    """What is wrong with the topics that a table has, and whether one is not there."""
    problems, gone = [], False
    for part in parts_of(indicator):
        found = fitting_topics(topics, part)
        if len(found) > 1:
            twice = f"meer keer: {with_titles(found)}"
            edit = f"`heet_hier` van {table} in configs/bronnen.yaml (kies {picks(found)})"
            problems.append(Mismatch(indicator.id, table, _named(part), twice, edit, fatal=True))
        elif not found:
            gone = True
        elif wrong := _other_unit(indicator, part, found[0], units):
            edit = "`onderwerp` van de indicator, of `eenheden` in configs/bronnen.yaml,"
            shown = _units(found[0], wrong)
            problems.append(Mismatch(indicator.id, table, *shown, edit, fatal=True))
    return problems, gone


def _other_unit(
    indicator: IndicatorDefinition, part: Sequence[WantedTopic], topic: Topic, units: Units
) -> Sequence[str] | None:
    """The units that were expected, if the topic has another one."""
    single = part == indicator.bron.onderwerp
    expected = units.get(indicator.eenheid.value if single else _COUNTS)
    if expected is None or not topic.unit:
        return None
    return None if _plain(topic.unit) in {_plain(unit) for unit in expected} else expected


def _units(topic: Topic, expected: Sequence[str]) -> tuple[str, str]:
    wanted = " of ".join(expected)
    return f"{topic.key} in {wanted}", f"{topic.key} in {readable(topic.unit or '')}"


def _plain(unit: str) -> str:
    return unit.casefold().replace("²", "2").replace("\u00a0", "").replace(" ", "")


def _named(part: Sequence[WantedTopic]) -> str:
    return " of ".join(w.stam if w.pad is None else f"{w.stam} ({w.pad})" for w in part)


def unmapped(
    topics: tuple[Topic, ...], used: Sequence[Topic], about_areas: Sequence[Topic]
) -> list[Topic]:
    """Topics of a table that no indicator takes."""
    taken = {topic.key for topic in (*used, *about_areas)}
    return [topic for topic in topics if topic.key not in taken]
