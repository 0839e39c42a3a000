"""The profile file that an adviser edits: which region, for which meeting, with what in it.

Everything but the region has a default, so that the shortest file is one line.
"""

import re
from collections import Counter
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

from wijkprofiel.configuration.work_areas import InlineWorkArea
from wijkprofiel.methods.contrast import TEXT_CONTRAST, contrast_ratio
from wijkprofiel.yaml_files.fields import Day, Hour, Line, Message, Record, Short, Text, YesNo
from wijkprofiel.yaml_files.messages import hint, shown

T = TypeVar("T")
WHITE = "#ffffff"
_COLOUR = r"^#[0-9a-fA-F]{6}$"
_EMAIL = r"^[^\s@:]+@[^\s@:]+$"
_MAIL_LINK = "mailto:"
_MOST_NAMES = 500
_MOST_MAKERS = 12
_WHEN = "op 30 september 2026, 19.30 uur"


def _readable(colour: str) -> str:
    if not re.fullmatch(_COLOUR, colour):
        raise ValueError(
            f"'{shown(colour)}' is geen kleur; schrijf # en zes tekens, zoals '#1a5276'"
        )
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
    if address.lower().startswith(_MAIL_LINK):
        plain = address[len(_MAIL_LINK) :].partition("?")[0]
        raise ValueError(f"schrijf alleen het adres, zonder 'mailto:': {shown(plain)}")
    if not re.fullmatch(_EMAIL, address):
        raise ValueError(
            f"'{shown(address)}' is geen e-mailadres;"
            " schrijf één adres met een @ en zonder spaties, zoals naam@voorbeeld.nl"
        )
    return address


Email = Annotated[
    Line, AfterValidator(_reachable), WithJsonSchema({"type": "string", "pattern": _EMAIL})
]


class Meeting(Record):
    """The meeting that the profile is made for."""

    aanleiding: Line
    datum: Day | None = None
    tijd: Hour | None = None
    plaats: Short | None = None


class Contact(Record):
    """Whom to ask about the figures."""

    naam: Short
    organisatie: Short | None = None
    email: Email | None = None
    telefoon: Short | None = None


def _each_once(values: tuple[T, ...]) -> tuple[T, ...]:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        names = ", ".join(shown(getattr(value, "gebied", value)) for value in twice)
        raise ValueError(f"{names} staat er twee keer")
    return values


Names = Annotated[tuple[Text, ...], Field(max_length=_MOST_NAMES), AfterValidator(_each_once)]
"""Names of themes or indicators; whether they exist is seen beside the catalogue."""


class PointChoice(Record):
    """What the working group changed in the talking points; the document says that it did."""

    vast: Names = ()
    weg: Names = ()

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        if both := sorted(set(self.vast) & set(self.weg)):
            raise ValueError(f"{', '.join(both)} staat bij vast en bij weg")
        return self


class Logo(Record):
    """A logo; the path is seen from the profile file. `alt` is read aloud."""

    bestand: Text
    alt: Message


class HouseStyle(Record):
    """An organisation's own look; the colours of verdicts stay what they are."""

    logo: Logo | None = None
    lettertype: Short | None = None
    accentkleur: Colour | None = None


class OtherArea(Record):
    """A chosen area to compare with."""

    gebied: Line
    gemeente: Line | None = None
    indeling: int | None = None


def _sort_of_area(value: object) -> str:
    """Which of the two ways of writing a benchmark this is: a word, or an area of one's own."""
    return "woord" if isinstance(value, str) else "gebied"


def _sort_of_subject(value: object) -> str:
    """Whether a profile names its area, or lays it down."""
    return "werkgebied" if isinstance(value, dict | InlineWorkArea) else "met_naam"


Subject = Annotated[
    Annotated[Line, Tag("met_naam")] | Annotated[InlineWorkArea, Tag("werkgebied")],
    Discriminator(_sort_of_subject),
]
"""The name of an area, or a werkgebied that the file itself lays down."""


_OWN_WORDS = ("wijk", "gemeente", "ggd_regio", "provincie", "land")


def _own_word(value: object) -> object:
    """The name of an area needs a key before it: without one it is taken for a word."""
    if value not in _OWN_WORDS:
        near = "" if str(value)[:1].isupper() else hint(str(value), _OWN_WORDS)
        name = shown(value).removeprefix("gebied:")  # without a space it is no key
        near = near or f" Een ander gebied: '- gebied: {name}'"
        raise ValueError(
            f"'{shown(value)}' kan hier niet; toegestaan:"
            f" 'wijk', 'gemeente', 'ggd_regio', 'provincie' of 'land'.{near}"
        )
    return value


Benchmark = Annotated[
    Annotated[
        Literal["wijk", "gemeente", "ggd_regio", "provincie", "land"],
        BeforeValidator(_own_word),
        Tag("woord"),
    ]
    | Annotated[OtherArea, Tag("gebied")],
    Discriminator(_sort_of_area),
]


class ProfileDefinition(Record):
    """One profile file.

    Attributes:
        gebied: what it is about: a name or code, or a werkgebied with its parts.
        indeling: year of the division that a code under `gebied` is of.
        themas: which division into themes.
        stem: which words, by language and kind of reader.
        documenten: what is made; the profile if nothing is named.
        alleen_themas: only these themes, in the order of the division.
        weglaten: indicators that are left out.
        vergelijken_met: benchmarks in order; the first gives shape and colour.
        tabellen: whether the full tables are in print too; on screen they always are.
    """

    gebied: Subject
    gemeente: Line | None = None
    indeling: int | None = None
    editie: Line | None = None
    stem: Line | None = None
    documenten: Names = ()
    titel: Line | None = None
    kernboodschap: Message | None = None
    bijeenkomst: Meeting | None = None
    makers: Annotated[tuple[Line, ...], Field(max_length=_MOST_MAKERS)] = ()
    contact: Contact | None = None
    themas: Line | None = None
    alleen_themas: Names = ()
    weglaten: Names = ()
    vergelijken_met: (
        Annotated[
            tuple[Benchmark, ...],
            Field(min_length=1, max_length=3),
            AfterValidator(_each_once),
        ]
        | None
    ) = None
    punten: PointChoice = PointChoice()
    tabellen: YesNo = False
    huisstijl: HouseStyle = HouseStyle()

    def small_print(self) -> dict[str, str]:
        """What stands small on the cover, by key: about as long as it is printed."""
        meeting, contact = self.bijeenkomst, self.contact
        asked = (meeting.aanleiding, _WHEN, meeting.plaats) if meeting else ()
        whom = (
            (contact.naam, contact.organisatie, contact.email, contact.telefoon) if contact else ()
        )
        texts = {"bijeenkomst": asked, "makers": self.makers, "contact": whom}
        joined = {key: ", ".join(filter(None, parts)) for key, parts in texts.items()}
        return {key: text for key, text in joined.items() if text}
