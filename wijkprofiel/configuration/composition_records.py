"""What GGD regions and provinces consist of: whole gemeenten, per division.

Read when an edition is compiled, which keeps what it read; no build needs these files.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from wijkprofiel.configuration.aliases import RegionCode
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.domain.errors import Problem
from wijkprofiel.domain.regions import RegionLevel, level_of
from wijkprofiel.yaml_files.fields import Message, Record, Short, Text
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Placed, Reader

FOLDER = "regios"

_CODES = {
    AreaKind.PROVINCE: (re.compile(r"PV\d{2}"), "PV26, zoals het CBS haar noemt"),
    AreaKind.GGD_REGION: (re.compile(r"GGD(-[A-Z]+)+"), "GGD-ZEELAND, een code van onszelf"),
}


def _of_gemeente(code: str) -> str:
    if level_of(code) is not RegionLevel.GEMEENTE:
        raise ValueError(f"{code} is geen gemeente (zoals GM0344)")
    return code


def _kind(value: AreaKind) -> AreaKind:
    if value not in _CODES:
        raise ValueError(f"'{value}' kan hier niet; toegestaan: {' of '.join(_CODES)}")
    return value


GemeenteCode = Annotated[RegionCode, AfterValidator(_of_gemeente)]
Gemeenten = Annotated[dict[GemeenteCode, Text], Field(min_length=1)]


class ComposedRecord(Record):
    """A GGD region or a province; `id` is the YAML key, and its name.

    Attributes:
        soort: which of the two.
        code: of a province that of CBS; of a GGD region one of our own.
        ook: other names by which people know it.
        gemeenten: per division the code of each gemeente with its name.
        bron: where it stands that these are its gemeenten.
    """

    id: Short
    soort: Annotated[AreaKind, AfterValidator(_kind)]
    code: Short
    ook: tuple[Short, ...] = ()
    gemeenten: Annotated[dict[int, Gemeenten], Field(min_length=1)]
    bron: Message

    @model_validator(mode="after")
    def _fitting_code(self) -> Self:
        pattern, example = _CODES[self.soort]
        if not pattern.fullmatch(self.code):
            raise ValueError(f"{self.code} is geen code van een {self.soort} (zoals {example})")
        return self


PlacedComposition = Placed[ComposedRecord]
"""A record and where it stands: what is wrong with it shows only beside the gemeenten."""
Compositions = Mapping[str, PlacedComposition]


def load_compositions(search: SearchPath) -> Compositions:
    """Every GGD region and province, by name.

    Raises:
        ConfigurationError: with every mistake, also a gemeente that is in two of one kind.
    """
    reader = Reader(search)
    found = reader.folder_of_records(FOLDER, ComposedRecord)
    reader.compare(_twice(found))
    reader.finish()
    return found


def _twice(found: Compositions) -> Iterator[Problem]:
    """Codes that two of them have, and gemeenten that are in two of one kind."""
    codes: dict[str, str] = {}
    homes: dict[tuple[AreaKind, int, str], str] = {}
    for name, placed in found.items():
        other = codes.setdefault(placed.record.code, name)
        if other != name:
            yield placed.problem(("code",), f"{placed.record.code} is al van {other}")
        for year, gemeenten in placed.record.gemeenten.items():
            for code, gemeente in gemeenten.items():
                home = homes.setdefault((placed.record.soort, year, code), name)
                if home != name:
                    message = f"{gemeente} staat in de indeling van {year} ook bij {home}"
                    yield placed.problem(("gemeenten", str(year), code), message)
