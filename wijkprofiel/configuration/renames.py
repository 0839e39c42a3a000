"""Areas that got another name, from `configs/hernoemd.yaml`.

Only for what names, people and land cannot prove: a new name that begins like the old one needs no
line. A line never joins by itself: land and inhabitants have to agree as well (`domain.identity`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator

from wijkprofiel.configuration.aliases import RegionCode
from wijkprofiel.domain.errors import Problem
from wijkprofiel.domain.identity import NameMatch, match_names
from wijkprofiel.domain.names import same_name
from wijkprofiel.yaml_files.fields import Message, Record, Short
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Placed, Reader

FILE = "hernoemd.yaml"


class RenamedArea(Record):
    """One code with its name before and after, as the figures write them, and who says so."""

    was: Short
    werd: Short
    bron: Message

    @model_validator(mode="after")
    def _two_names(self) -> Self:
        if match_names(self.was, self.werd) is not NameMatch.OTHER:
            raise ValueError("deze regel is niet nodig: de namen lijken al genoeg op elkaar")
        return self


class RenamedBetween(Record):
    """What got another name between two divisions."""

    van: int
    naar: int
    gebieden: Annotated[dict[RegionCode, RenamedArea], Field(min_length=1)]

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.van >= self.naar:
            raise ValueError("van is het oudste jaar, en naar het nieuwste")
        return self

    def is_between(self, years: tuple[int, int]) -> bool:
        """Whether something that happened here may lie between two divisions, in any order."""
        return min(years) < self.naar and max(years) > self.van


class Renames(Record):
    """All areas that got another name."""

    hernoemd: tuple[RenamedBetween, ...] = ()

    def is_renamed(self, years: tuple[int, int], code: str, here: str, there: str) -> bool:
        """Whether the names of a code in two divisions are of one area, whichever is older."""
        found = (
            each.gebieden[code]
            for each in self.hernoemd
            if code in each.gebieden and each.is_between(years)
        )
        return any(
            (same_name(each.was, here) and same_name(each.werd, there))
            or (same_name(each.werd, here) and same_name(each.was, there))
            for each in found
        )


def load_renames(search: SearchPath) -> Renames:
    """Read `hernoemd.yaml`.

    Raises:
        ConfigurationError: with every mistake of the file.
    """
    reader = Reader(search)
    found = reader.file(FILE, Renames)
    if found is not None:
        reader.compare(_twice(found))
    reader.finish()
    assert found is not None
    return found.record


def _twice(placed: Placed[Renames]) -> Iterator[Problem]:
    """One code that gets two names between the same years."""
    seen: dict[tuple[str, int, int], int] = {}
    for number, each in enumerate(placed.record.hernoemd):
        for code in each.gebieden:
            first = seen.setdefault((code, each.van, each.naar), number)
            if first != number:
                message = f"{code} staat al bij {each.van} tot {each.naar}; laat één weg"
                yield placed.problem(("hernoemd", number, "gebieden", code), message)
