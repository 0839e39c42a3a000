"""Find the column of a topic: by stem, and by group path where the stem is not unique.

The number behind a CBS key moves between years and even within a table, and one stem can occur
several times. So a topic is looked up in what the table says of itself; anything but one match is
an error that lists the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from wijkprofiel.configuration.definitions import WantedTopic
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.sources.tables import Topic

_SEPARATOR = re.compile(r"\s*[›>/]\s*")


def find_topic(table: str, topics: Iterable[Topic], wanted: Iterable[WantedTopic]) -> Topic | None:
    """The one topic that fits any of the names it has had; None if the table has none.

    Raises:
        SourceChangedError: if more than one fits.
    """
    known = tuple(topics)
    fitting = {topic.key: topic for name in wanted for topic in known if _fits(topic, name)}
    if len(fitting) > 1:
        names = ", ".join(name.stam for name in wanted)
        raise SourceChangedError(
            f"Onderwerp {names} past op meer kolommen van {table}: {_list(fitting.values())}.",
            remedy="Voeg `pad` toe aan het onderwerp in configs/indicatoren.",
        )
    return next(iter(fitting.values()), None)


def not_found(
    indicator: str, tables: Iterable[tuple[str, Iterable[Topic]]], wanted: Sequence[WantedTopic]
) -> SourceChangedError:
    """The error for a topic that none of the tables has, with what comes near."""
    names = [_describe(name) for name in wanted]
    stems = [name.stam for name in wanted]
    near = []
    for table, topics in tables:
        known = {topic.stem: topic for topic in topics}
        close = [stem for name in stems for stem in get_close_matches(name, known, n=3)]
        near.append(f"{table} ({_list(known[stem] for stem in close) or 'niets dat erop lijkt'})")
    return SourceChangedError(
        f"Indicator {indicator}: onderwerp {', '.join(names)} staat niet in {'; '.join(near)}.",
        remedy="Pas `stam` of `pad` van het onderwerp aan in configs/indicatoren.",
    )


def renamed(topics: tuple[Topic, ...], names: Mapping[str, str]) -> tuple[Topic, ...]:
    """The topics of a table under the stems that indicators use.

    Args:
        names: by the stem that indicators use, the stem of that topic in this table.
    """
    known = {own: ours for ours, own in names.items()}
    return tuple(replace(topic, stem=known.get(topic.stem, topic.stem)) for topic in topics)


def _fits(topic: Topic, wanted: WantedTopic) -> bool:
    if topic.stem != wanted.stam:
        return False
    return wanted.pad is None or topic.path is None or _plain(topic.path) == _plain(wanted.pad)


def _plain(path: str) -> str:
    return _SEPARATOR.sub("›", " ".join(path.split())).casefold()


def _describe(wanted: WantedTopic) -> str:
    return wanted.stam if wanted.pad is None else f"{wanted.stam} ({wanted.pad})"


def _list(topics: Iterable[Topic]) -> str:
    return ", ".join(
        topic.key if topic.path is None else f"{topic.key} ({topic.path})" for topic in topics
    )
