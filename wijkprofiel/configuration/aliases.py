"""Other names by which people know a gemeente or a wijk."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.domain.regions import level_of
from wijkprofiel.yaml_files.fields import Record, Text


def _is_code(value: str) -> str:
    if level_of(value) is None:
        raise ValueError(f"'{value}' is geen code van een gebied (zoals WK034403)")
    return value


RegionCode = Annotated[str, AfterValidator(_is_code)]


class AreaAlias(Record):
    """A well-known name and the areas it stands for, on the division of one year.

    More than one code means that the name is used for several wijken together.
    """

    gemeente: Text
    indeling: int
    codes: Annotated[tuple[RegionCode, ...], Field(min_length=1)]


class PrintedWijk(Record):
    """What a wijk or buurt is called in print; its gemeente, because names occur more often."""

    gemeente: Text
    naam: Text


class PrintedAs(Record):
    """Names in print, by the name in the figures."""

    gemeenten: dict[Text, Text] = Field(default_factory=dict)
    wijken: dict[Text, PrintedWijk] = Field(default_factory=dict)


class Aliases(Record):
    """All aliases, by the name as people say it, and what areas are called in print."""

    gemeenten: dict[Text, Text] = Field(default_factory=dict)
    wijken: dict[Text, AreaAlias] = Field(default_factory=dict)
    gedrukt_als: PrintedAs = Field(default_factory=PrintedAs)
