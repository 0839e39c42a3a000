"""The words of one language for one kind of reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Story
from wijkprofiel.words.remarks import RoundRemarks


@dataclass(frozen=True, slots=True)
class Voice:
    """What findings are told with.

    Attributes:
        texts: the words and sentences.
        indicators: what each indicator is called, and the parts its sentences need.
        stories: the questions that go with a point.
        remarks: what holds for one round of a table.
    """

    texts: Texts
    indicators: Mapping[str, IndicatorDefinition]
    stories: Mapping[str, Story]
    remarks: RoundRemarks

    @classmethod
    def of(cls, catalogue: Catalogue) -> Voice:
        """The usual voice of a catalogue."""
        remarks = RoundRemarks(tuple(catalogue.remarks.values()))
        return cls(catalogue.texts, catalogue.indicators, catalogue.stories, remarks)
