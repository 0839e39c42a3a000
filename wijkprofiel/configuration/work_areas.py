"""Areas that people put together themselves: wijken and buurten that are one werkgebied."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from wijkprofiel.configuration.aliases import RegionCode
from wijkprofiel.domain.errors import Problem
from wijkprofiel.domain.regions import level_of
from wijkprofiel.yaml_files.fields import Message, Record, Short, Text
from wijkprofiel.yaml_files.reading import Placed

FOLDER = "gebieden"
_HOW = "schrijf elk deel op een eigen regel met code en naam, zoals WK034403: Overvecht"
_YEAR_DIGITS = 4
_TEXT = {"type": ["string", "number"]}


def _as_list(value: object) -> object:
    """One gemeente needs no list."""
    return [value] if isinstance(value, str) else value


Gemeenten = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}),
]
"""A gemeente, or a list of them."""


def _is_year(text: object) -> bool:
    return str(text).isdigit() and len(str(text)) == _YEAR_DIGITS


def _with_names(value: object) -> object:
    """Codes are used again for other areas: a list of codes alone does not say what is meant."""
    if isinstance(value, str | list):
        raise ValueError(_HOW)
    if isinstance(value, dict):
        if any(map(_is_year, value)):
            raise ValueError("jaren en delen staan door elkaar; zet elk deel onder een jaar")
        turned = [each for each in value.items() if level_of(str(each[1])) is not None]
        if turned and level_of(str(turned[0][0])) is None:
            name, code = turned[0]
            raise ValueError(f"code en naam staan omgekeerd; schrijf {code}: {name}")
    return value


def _by_year(value: object) -> object:
    """Parts without the year of their division stand one level too high."""
    if isinstance(value, str | list):
        raise ValueError(f"begin met het jaar van de indeling, zoals 2020, en {_HOW}")
    if isinstance(value, dict) and (strange := [key for key in value if not _is_year(key)]):
        found = "boven de delen ontbreekt het jaar van de indeling, zoals 2020"
        if level_of(str(strange[0])) is None:
            found = (
                f"'{strange[0]}' is geen jaar van een indeling; schrijf vier cijfers, zoals 2020"
            )
        raise ValueError(found)
    return value


Parts = Annotated[dict[RegionCode, Text], Field(min_length=1), BeforeValidator(_with_names)]
PartsByYear = Annotated[dict[int, Parts], Field(min_length=1), BeforeValidator(_by_year)]


class WorkArea(Record):
    """A werkgebied; `id` is the YAML key, and what people call it.

    Attributes:
        gemeente: the gemeenten that it lies in, by name; in YAML one may stand without a list.
        delen: per division the code of each part with its name: codes are used again for other
            areas, so that a code alone does not say what somebody meant.
        bron: where it stands that these are the parts; only a profile file may leave it out, since
            there its makers say so.
        onzeker: what nobody is sure of.
    """

    id: Short
    gemeente: Gemeenten
    delen: PartsByYear
    bron: Message | None = None
    onzeker: Message | None = None
    vastgesteld_door: Short | None = None
    sinds: Short | None = None


PlacedWorkArea = Placed[WorkArea]
"""A werkgebied and where it stands: what is wrong with it shows only beside an edition."""


def without_source(placed: Iterable[PlacedWorkArea]) -> Iterator[Problem]:
    """Werkgebieden for everybody of which nobody can look up why these are the parts."""
    for each in placed:
        if each.record.bron is None:
            message = "bron ontbreekt; schrijf waar staat dat dit de delen zijn, of wie het zegt"
            yield each.problem((), message)


def _sort_of_parts(value: object) -> str:
    """Whether parts stand under years, or are of the division of the edition at hand."""
    years = value if isinstance(value, dict) else {}
    return "per_jaar" if years and all(map(_is_year, years)) else "meteen"


class InlineWorkArea(Record):
    """A werkgebied that a profile file is about, laid down in that file itself.

    Attributes:
        gemeente: where it lies; without, the gemeenten that the codes of its parts name.
        delen: the parts by code and name, of the division of the edition or of several.
    """

    naam: Short
    gemeente: Gemeenten | None = None
    delen: Annotated[
        Annotated[Parts, Tag("meteen")] | Annotated[PartsByYear, Tag("per_jaar")],
        Discriminator(_sort_of_parts),
    ]
    bron: Message | None = None
    onzeker: Message | None = None
    vastgesteld_door: Short | None = None
    sinds: Short | None = None

    def parts_on(self, division: int) -> dict[str, str]:
        """The parts by code; of the years that are named the first, if this one is not."""
        by_year = {
            int(year): parts for year, parts in self.delen.items() if isinstance(parts, dict)
        }
        if not by_year:
            return {str(code): str(name) for code, name in self.delen.items()}
        return by_year.get(division) or next(iter(by_year.values()))

    def on(self, division: int, gemeenten: tuple[str, ...]) -> WorkArea:
        """The same as a record of the configuration.

        Args:
            division: of the parts where no year stands above them.
            gemeenten: where its parts lie, if the file does not say so.
        """
        has_years = any(isinstance(parts, dict) for parts in self.delen.values())
        return WorkArea(
            id=self.naam,
            gemeente=self.gemeente or gemeenten,
            delen=self.delen if has_years else {division: self.delen},
            bron=self.bron,
            onzeker=self.onzeker,
            vastgesteld_door=self.vastgesteld_door,
            sinds=self.sinds,
        )
