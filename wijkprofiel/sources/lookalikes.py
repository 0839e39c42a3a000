"""Topics that look like one that is missing, best first, for a person to judge.

Titles are compared word by word. A title that narrows the figure down (ernstig, sterk) or turns it
around (nooit, ex) where what is missing does not, comes after those that do not: severe loneliness
is no loneliness. The other way around nothing is likely either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from wijkprofiel.configuration.definitions import IndicatorDefinition, WantedTopic
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.tables import PATH_SEPARATOR, Topic

Compare = Callable[[str, str], bool]

MOST = 3
_LEAST, _LIKELY = 0.25, 0.8
_SAME_WORD = 0.75
_PREFIX = 5
_TITLE = 60
_CAPITALS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-zà-ÿ0-9]+")
_EMPTY = (
    *("aan", "als", "bij", "de", "dat", "die", "door", "een", "eigen", "en", "het", "in", "is"),
    *("met", "naar", "of", "om", "op", "over", "te", "tot", "van", "voor"),
    *("heeft", "voelt", "zich", "aantal", "totaal"),
)
_NARROWER = (
    *("niet", "geen", "nooit", "ex", "gestopt", "vroeger", "partner"),
    *("ernstig", "zeer", "sterk", "heel", "zware", "extreem", "matig", "hoog", "laag"),
    *("overmatig", "dagelijks", "emotioneel", "sociaal", "langdurig", "alleen"),
)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A topic that may be the one that is missing.

    Attributes:
        paste: what to write where, if it measures the same.
        wanted: the stem that it would be another name of; None where it has that name already.
        is_likely: whether nearly all words are the same, so that it is worth proposing.
    """

    topic: Topic
    paste: str
    wanted: str | None
    is_likely: bool

    def lines(self) -> tuple[str, str]:
        """What it is, and under that what to write."""
        return described(self.topic), f"  {self.paste}"


def described(topic: Topic) -> str:
    """A topic by its key, with its title and unit."""
    title = readable(topic.title or "zonder titel", _TITLE)
    return f"{readable(topic.key)} ({title}; {readable(topic.unit or 'zonder eenheid', _TITLE)})"


def lookalikes(
    indicator: IndicatorDefinition, part: Sequence[WantedTopic], topics: Iterable[Topic]
) -> list[Lookalike]:
    """The topics that look most like a part of an indicator, the best first.

    Args:
        topics: those that no indicator takes.
    """
    names = [each.stam for each in part]
    if indicator.bron.onderwerp is not None:
        names += [indicator.korte_naam, indicator.naam]
    wanted = [words for name in names if (words := _words(name))]
    scored = [(_rank(wanted, topic), topic) for topic in topics]
    best = sorted((rank, n) for n, (rank, _) in enumerate(scored) if -rank[1] >= _LEAST)
    alike = (scored[n][1] for _, n in best[:MOST])
    return [_lookalike(part, each, is_likely=_is_likely(wanted, each)) for each in alike]


def _rank(wanted: Iterable[list[str]], topic: Topic) -> tuple[bool, float, int]:
    """What goes first sorts first: no narrower figure, then likeness, then few groups around it."""
    depth = len((topic.path or "").split(PATH_SEPARATOR))
    title = _title(topic)
    ranks = [(_narrows(words, title), -_likeness(words, title, _same)) for words in wanted if title]
    narrows, likeness = min(ranks, key=lambda rank: rank[1], default=(False, 0.0))
    return narrows, likeness, depth


def _is_likely(wanted: Sequence[list[str]], topic: Topic) -> bool:
    """Whether it is called nearly so; of two words, over- and ondergewicht are alike as well."""
    title = _title(topic)
    return any(
        _likeness(words, title, _is_form) >= _LIKELY and not _narrows(words, title)
        for words in wanted
    ) and not all(_narrows(title, words) for words in wanted)


def _title(topic: Topic) -> list[str]:
    """The words that it is called by: of its title, else of its key."""
    return _words(topic.title or "") or _words(topic.stem)


def _likeness(wanted: Sequence[str], title: Sequence[str], same: Compare) -> float:
    """The share of all words, of both, that both have."""
    both = sum(any(same(word, other) for other in title) for word in wanted)
    return both / max(len(wanted) + len(title) - both, 1)


def _narrows(wanted: Sequence[str], title: Sequence[str]) -> bool:
    return any(
        any(_same(word, narrow) for narrow in _NARROWER)
        and not any(_same(word, other) for other in wanted)
        for word in title
    )


def _same(one: str, other: str) -> bool:
    """Whether two words are nearly one: roker and rookt are, roker and drinker are not."""
    return _is_form(one, other) or SequenceMatcher(None, one, other).ratio() >= _SAME_WORD


def _is_form(one: str, other: str) -> bool:
    """Whether two words are forms of one, which begin the same."""
    return one == other or (len(one) > _PREFIX and one[:_PREFIX] == other[:_PREFIX])


def _words(text: str) -> list[str]:
    words = _WORD.findall(_CAPITALS.sub(" ", text).lower())
    return [word for word in dict.fromkeys(words) if word not in _EMPTY]


def _lookalike(part: Sequence[WantedTopic], topic: Topic, *, is_likely: bool) -> Lookalike:
    """With the line that makes this topic the one that is meant."""
    likely = is_likely and topic.stem.isprintable()
    if any(each.stam == topic.stem for each in part):
        paste = f'onderwerp: {{stam: {topic.stem}, pad: "{readable(topic.path or "")}"}}'
        return Lookalike(topic, paste, None, likely)
    wanted = part[0].stam
    return Lookalike(topic, f"heet_hier: {{{wanted}: {topic.stem}}}", wanted, likely)
