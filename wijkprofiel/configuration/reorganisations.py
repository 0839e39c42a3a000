"""Gemeenten that were joined or divided, and new codes, from `configs/herindelingen.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from wijkprofiel.configuration.aliases import RegionCode
from wijkprofiel.domain.names import bare_key, search_key
from wijkprofiel.yaml_files.fields import Day, Message, Record, Short
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Reader

FILE = "herindelingen.yaml"
Gemeenten = Annotated[dict[RegionCode, Short], Field(min_length=1)]


class Reorganisation(Record):
    """Gemeenten that became others on one day.

    Attributes:
        indeling: year of the first division of CBS in which it is so.
        van, naar: gemeenten before and after, the name by the code; one that went on under its own
            code (Purmerend, Amsterdam) stands only under `naar`.
    """

    datum: Day
    indeling: int
    van: Gemeenten
    naar: Gemeenten

    @model_validator(mode="after")
    def _after_the_day(self) -> Self:
        if self.indeling not in (self.datum.year, self.datum.year + 1):
            raise ValueError("indeling is het jaar van de datum, of het jaar erna")
        if both := sorted(set(self.van) & set(self.naar)):
            raise ValueError(f"{', '.join(both)} staat bij van en bij naar")
        return self

    @property
    def is_new(self) -> bool:
        """Whether one new gemeente was made of several: then its name and code are new as well."""
        return len(self.naar) == 1 and len(self.van) > 1


class NewCodes(Record):
    """A gemeente of which the wijken got other codes."""

    naam: Short
    indeling: int
    wat: Message


class Reorganisations(Record):
    """Everything that happened to gemeenten and their codes."""

    bron: Message
    herindelingen: tuple[Reorganisation, ...] = ()
    nieuwe_codes: dict[RegionCode, NewCodes] = Field(default_factory=dict)

    def began_as(self, text: str, division: int) -> Reorganisation | None:
        """What made the gemeente of this name or code, if that was after a division."""
        return next(
            (
                each
                for each in self.herindelingen
                if each.indeling > division and each.is_new and _meant(text, each.naar)
            ),
            None,
        )

    def ended_as(self, text: str, division: int) -> Reorganisation | None:
        """What became of the gemeente of this name or code, if that was before a division."""
        return next(
            (
                each
                for each in self.herindelingen
                if each.indeling <= division and _meant(text, each.van)
            ),
            None,
        )


def load_reorganisations(search: SearchPath) -> Reorganisations:
    """Read `herindelingen.yaml`.

    Raises:
        ConfigurationError: with every mistake of the file.
    """
    reader = Reader(search)
    found = reader.file(FILE, Reorganisations)
    reader.finish()
    assert found is not None
    return found.record


def _meant(text: str, gemeenten: Mapping[str, str]) -> bool:
    """Whether one of these gemeenten is called so, or has this code."""
    keys = {search_key(text), bare_key(text)}
    return text.strip().upper() in gemeenten or any(
        search_key(name) in keys for name in gemeenten.values()
    )
