"""Find the column of a topic: by stem, and by group path where the stem is not unique.

The number behind a CBS key moves between years and even within a table, and one stem can occur
several times. So a topic is looked up in what the table says of itself; anything but one match is
an error that lists the candidates, with the lines of YAML that pick one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches

from wijkprofiel.configuration.definitions import WantedTopic
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.tables import Topic

_SEPARATOR = re.compile(r"\s*[›>/]\s*")


@dataclass(frozen=True, slots=True)
class NamedTopic(Topic):
    """A topic that the configuration of its table names: it goes before others of that stem."""


def fitting_topics(topics: Iterable[Topic], wanted: Iterable[WantedTopic]) -> list[Topic]:
    """The topics that fit any of the names one has had; those that are named, if there are."""
    known = tuple(topics)
    found = {topic.key: topic for name in wanted for topic in known if _fits(topic, name)}
    named: list[Topic] = [each for each in found.values() if isinstance(each, NamedTopic)]
    return named or list(found.values())


def find_topic(table: str, topics: Iterable[Topic], wanted: Iterable[WantedTopic]) -> Topic | None:
    """The one topic that fits any of the names it has had; None if the table has none.

    Raises:
        SourceChangedError: if more than one fits.
    """
    names = list(wanted)
    fitting = fitting_topics(topics, names)
    if len(fitting) > 1:
        stems = ", ".join(name.stam for name in names)
        raise SourceChangedError(
            f"Onderwerp {stems} past op meer kolommen van {table}: {with_titles(fitting)}.",
            remedy=f"Kies er één bij {table} onder `tabellen` in configs/bronnen.yaml:"
            f" {picks(fitting)}. Staan ze in verschillende groepen, dan kan ook `pad` bij het"
            " onderwerp in configs/indicatoren.",
        )
    return fitting[0] if fitting else None


def picks(topics: Iterable[Topic]) -> str:
    """For each of several topics the line that picks it, to be pasted under its table."""
    return " of ".join(pick(topic.stem, topic.key) for topic in topics)


def pick(stem: str, key: str) -> str:
    """The line under a table that says which of its columns has a stem."""
    return f"`heet_hier: {{{stem}: {key}}}`"


def with_titles(topics: Iterable[Topic]) -> str:
    """Topics by key, each with its title and the groups around it."""
    return ", ".join(_with_title(topic) for topic in topics)


def _with_title(topic: Topic) -> str:
    about = [f"'{readable(topic.title)}'"] if topic.title else []
    about += [topic.path] if topic.path else []
    return f"{topic.key} ({', '.join(about)})" if about else topic.key


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
        names: by the stem that indicators use, the stem of that topic in this table, or its key.
    """
    known = {own: ours for ours, own in names.items()}
    return tuple(_under_our_name(topic, known) for topic in topics)


def _under_our_name(topic: Topic, known: Mapping[str, str]) -> Topic:
    ours = known.get(topic.key) or known.get(topic.stem)
    if ours is None:
        return topic
    own = {field.name: getattr(topic, field.name) for field in fields(topic)}
    return NamedTopic(**{**own, "stem": ours})


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
