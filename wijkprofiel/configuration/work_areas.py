"""Areas that people put together themselves: wijken and buurten that are one werkgebied."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from wijkprofiel.configuration.aliases import RegionCode
from wijkprofiel.yaml_files.fields import Message, Record, Short, Text
from wijkprofiel.yaml_files.reading import Placed

FOLDER = "gebieden"
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
Parts = Annotated[dict[RegionCode, Text], Field(min_length=1)]


class WorkArea(Record):
    """A werkgebied; `id` is the YAML key, and what people call it.

    Attributes:
        gemeente: the gemeenten that it lies in, by name; in YAML one may stand without a list.
        delen: per division the code of each part with its name: codes are used again for other
            areas, so that a code alone does not say what somebody meant.
        bron: where it stands that these are the parts.
        onzeker: what nobody is sure of.
    """

    id: Short
    gemeente: Gemeenten
    delen: Annotated[dict[int, Parts], Field(min_length=1)]
    bron: Message
    onzeker: Message | None = None
    vastgesteld_door: Short | None = None
    sinds: Short | None = None


PlacedWorkArea = Placed[WorkArea]
"""A werkgebied and where it stands: what is wrong with it shows only beside an edition."""
