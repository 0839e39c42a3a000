"""The profile file that an adviser edits: which region, for which meeting, with what in it.

Everything but the region has a default, so that the shortest file is one line.
"""

import re
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)

from wijkprofiel.methods.contrast import TEXT_CONTRAST, contrast_ratio
from wijkprofiel.yaml_files.fields import Day, Key, Record, Text
from wijkprofiel.yaml_files.messages import hint, shown

T = TypeVar("T")
WHITE = "#ffffff"
_COLOUR = r"^#[0-9a-fA-F]{6}$"
_EMAIL = r"^[^\s@]+@[^\s@]+$"


def _readable(colour: str) -> str:
    if not re.fullmatch(_COLOUR, colour):
        raise ValueError(f"'{colour[:30]}' is geen kleur; schrijf # en zes tekens, zoals '#1a5276'")
    ratio = contrast_ratio(colour, WHITE)
    if ratio < TEXT_CONTRAST:
        found, needed = (f"{number:.1f}".replace(".", ",") for number in (ratio, TEXT_CONTRAST))
        raise ValueError(
            f"{colour} is te licht: het contrast met wit is {found} en moet minstens {needed} zijn."
            " Kies een donkerder kleur"
        )
    return colour


Colour = Annotated[
    str, AfterValidator(_readable), WithJsonSchema({"type": "string", "pattern": _COLOUR})
]


def _reachable(address: str) -> str:
    """Readers copy an address from the document: what is none must not get there."""
    if not re.fullmatch(_EMAIL, address):
        raise ValueError(
            f"'{shown(address)}' is geen e-mailadres;"
            " schrijf één adres met een @ en zonder spaties, zoals naam@voorbeeld.nl"
        )
    return address


Email = Annotated[
    Text, AfterValidator(_reachable), WithJsonSchema({"type": "string", "pattern": _EMAIL})
]


class Meeting(Record):
    """The meeting that the profile is made for."""

    aanleiding: Text
    datum: Day | None = None
    plaats: Text | None = None


class Contact(Record):
    """Whom to ask about the figures."""

    naam: Text
    organisatie: Text | None = None
    email: Email | None = None
    telefoon: Text | None = None


def _each_once(values: tuple[T, ...]) -> tuple[T, ...]:
    for place, value in enumerate(values):
        if value in values[:place]:
            raise ValueError(f"{getattr(value, 'gebied', value)} staat er twee keer")
    return values


KeysOnce = Annotated[tuple[Key, ...], AfterValidator(_each_once)]


class PointChoice(Record):
    """What the working group changed in the talking points; the document says that it did."""

    vast: KeysOnce = ()
    weg: KeysOnce = ()

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        if both := sorted(set(self.vast) & set(self.weg)):
            raise ValueError(f"{both[0]} staat bij vast en bij weg")
        return self


class Logo(Record):
    """A logo; the path is seen from the profile file. `alt` is read aloud."""

    bestand: Text
    alt: Text


class HouseStyle(Record):
    """An organisation's own look; the colours of verdicts stay what they are."""

    logo: Logo | None = None
    lettertype: Text | None = None
    accentkleur: Colour | None = None


class OtherArea(Record):
    """A chosen area to compare with."""

    gebied: Text
    gemeente: Text | None = None


def _sort_of_area(value: object) -> str:
    """Which of the two ways of writing a benchmark this is: a word, or an area of one's own."""
    return "woord" if isinstance(value, str) else "gebied"


_OWN_WORDS = ("wijk", "gemeente", "land")


def _own_word(value: object) -> object:
    """The name of an area needs a key before it: without one it is taken for a word."""
    if value not in _OWN_WORDS:
        near = "" if str(value)[:1].isupper() else hint(str(value), _OWN_WORDS)
        name = shown(value).removeprefix("gebied:")  # without a space it is no key
        near = near or f" Een ander gebied: '- gebied: {name}'"
        raise ValueError(
            f"'{shown(value)}' kan hier niet; toegestaan: 'wijk', 'gemeente' of 'land'.{near}"
        )
    return value


Benchmark = Annotated[
    Annotated[Literal["wijk", "gemeente", "land"], BeforeValidator(_own_word), Tag("woord")]
    | Annotated[OtherArea, Tag("gebied")],
    Discriminator(_sort_of_area),
]


class ProfileDefinition(Record):
    """One profile file.

    Attributes:
        themas: which division into themes.
        stem: which words, by language and kind of reader.
        alleen_themas: only these themes, in the order of the division.
        weglaten: indicators that are left out.
        vergelijken_met: benchmarks in order; the first gives shape and colour.
    """

    gebied: Text
    gemeente: Text | None = None
    editie: Text | None = None
    stem: Text | None = None
    titel: Text | None = None
    kernboodschap: Text | None = None
    bijeenkomst: Meeting | None = None
    makers: tuple[Text, ...] = ()
    contact: Contact | None = None
    themas: Key | None = None
    alleen_themas: KeysOnce = ()
    weglaten: KeysOnce = ()
    vergelijken_met: (
        Annotated[
            tuple[Benchmark, ...],
            Field(min_length=1, max_length=3),
            AfterValidator(_each_once),
        ]
        | None
    ) = None
    punten: PointChoice = PointChoice()
    huisstijl: HouseStyle = HouseStyle()
