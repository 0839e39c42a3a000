"""The words of one language for one kind of reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.aliases import PrintedAs
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Story
from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.words.formatting import Notation
from wijkprofiel.words.remarks import RoundRemarks


@dataclass(frozen=True, slots=True)
class Voice:
    """What findings are told with.

    Attributes:
        texts: the words and sentences.
        indicators: what each indicator is called, and the parts its sentences need.
        stories: the questions that go with a point.
        remarks: what holds for one round of a table.
        printed: what areas are called in print, if not by the name in the figures.
    """

    texts: Texts
    indicators: Mapping[str, IndicatorDefinition]
    stories: Mapping[str, Story]
    remarks: RoundRemarks
    printed: PrintedAs

    @classmethod
    def of(cls, catalogue: Catalogue, name: str = DEFAULT_VOICE) -> Voice:
        """A voice of a catalogue.

        Raises:
            UsageError: if there is no such voice.
        """
        texts = catalogue.voice(name)
        remarks = RoundRemarks(tuple(catalogue.remarks.values()), Notation.of(texts))
        printed = catalogue.aliases.gedrukt_als
        return cls(texts, catalogue.indicators, catalogue.stories, remarks, printed)
