"""The indicator record: what a figure is, where it comes from, how it may be judged.

Keys are Dutch because policy advisers edit them. What is laid down here is not repeated
anywhere in code: directions, scales, caveats and sentence parts all live in
`configs/indicatoren/*.yaml`.
"""

import hashlib
import json
from collections.abc import Collection
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from wijkprofiel.configuration.together import (
    BY_PEOPLE,
    COUNTED,
    GROWN,
    NEVER,
    SUMMED,
    Together,
    Way,
)
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.verdict import Direction
from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo

MOST_WORDS_IN_SHORT = 4
"""Words of a message that a chair can say in one breath."""


class Method(StrEnum):
    """How the source made the figure."""

    REGISTER = "register"
    SURVEY = "enquete"
    MODEL = "modelschatting"


class Kind(StrEnum):
    """What sort of quantity it is."""

    SHARE = "aandeel"
    COUNT = "aantal"
    RATE = "verhouding"
    MEAN = "gemiddelde"
    DISTANCE = "afstand"
    CLASS = "klasse"
    CHANGE = "verandering"


class Unit(StrEnum):
    """Unit of a figure, as it is printed behind or above it."""

    PERCENT = "procent"
    PER_100 = "per_100"
    PER_1000 = "per_1000"
    PEOPLE = "personen"
    HOUSEHOLDS = "huishoudens"
    DWELLINGS = "woningen"
    PER_HOUSEHOLD = "per_huishouden"
    PER_KM2 = "per_km2"
    ADDRESSES_PER_KM2 = "adressen_per_km2"
    KM = "km"
    THOUSAND_EUR = "duizend_euro"
    SCHOOLS = "scholen"
    CLASS = "klasse"


class Scale(StrEnum):
    """Scale on which differences are judged: square roots for skewed figures."""

    PLAIN = "gewoon"
    ROOT = "wortel"


class CountRounding(StrEnum):
    """How CBS rounded the numerator of a share, which bounds what may be judged."""

    FIVES = "vijftallen"
    TENS = "tientallen"
    NONE = "geen"


class TrendRounds(StrEnum):
    """Which rounds of the monitor may be put on one line."""

    THREE = "drie_rondes"
    TWO = "twee_rondes"
    ONE = "een_ronde"
    NONE = "geen"


class WantedTopic(Record):
    """A source topic: key stem, with the group path only where the stem is not unique."""

    stam: Text
    pad: Text | None = None


def _as_topic(value: object) -> object:
    return {"stam": value} if isinstance(value, str) else value


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


TopicField = Annotated[
    WantedTopic, BeforeValidator(_as_topic, json_schema_input_type=str | WantedTopic)
]
Topics = Annotated[
    tuple[TopicField, ...],
    BeforeValidator(_as_list, json_schema_input_type=str | WantedTopic | list[str | WantedTopic]),
    Field(min_length=1),
]


class IndicatorSource(Record):
    """Which topics make the figure; exactly one of three ways.

    `onderwerp`: a published figure; several stems are names of one topic over the years.
    `teller`/`noemer`: sums of counts, times `vermenigvuldig`.
    `verandering`: growth of one count between the two tables of the edition, in percent.
    `uit_wijken`: gemeente and country are the sums of their wijken, because the source counts with
    them what it counts with no wijk. A published figure then has its counts beside it. Above
    `hoogstens` a wijk counts what is not of who lives there: it is left out and not compared.
    """

    groep: Key
    onderwerp: Topics | None = None
    teller: Topics | None = None
    noemer: Topics | None = None
    verandering: Topics | None = None
    vermenigvuldig: float = 100.0
    afronding: CountRounding = CountRounding.FIVES
    """How the counts were rounded. `geen`: no counts of people or households, so that the limits
    for small denominators do not apply (hectares)."""
    uit_wijken: YesNo = False
    hoogstens: Annotated[float, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        beside = self.uit_wijken and self.onderwerp is not None
        ways = [self.onderwerp, None if beside else self.teller, self.verandering]
        if sum(way is not None for way in ways) != 1:
            raise ValueError("geef precies één van onderwerp, teller (met noemer) of verandering")
        if (self.teller is None) != (self.noemer is None):
            raise ValueError("teller en noemer horen bij elkaar")
        if self.uit_wijken and self.teller is None:
            raise ValueError("bij uit_wijken horen teller en noemer")
        if self.hoogstens is not None and not self.uit_wijken:
            raise ValueError("hoogstens hoort bij uit_wijken: ja")
        return self

    @property
    def computed(self) -> bool:
        """Whether the share is computed here from counts."""
        return self.teller is not None and self.onderwerp is None

    @property
    def is_counted(self) -> bool:
        """Whether there are counts behind the figure, computed here or not."""
        return self.teller is not None

    def fingerprint(self) -> str:
        """Short hash of the source part; an edition made with another one no longer fits."""
        return _fingerprint(self)


@cache
def _fingerprint(source: IndicatorSource) -> str:
    # What does not hold for a figure is left out: a new key outdates only the figures that have it.
    unused = set() if source.uit_wijken else {"uit_wijken", "hoogstens"}
    text = json.dumps(source.model_dump(mode="json", exclude=unused), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _gaps(pattern: str) -> list[str]:
    """What stands between { and }, also what would say how to print it."""
    try:
        return [
            f"{name}{conversion or ''}{form}"
            for _, name, form, conversion in Formatter().parse(pattern)
            if name is not None
        ]
    except ValueError:
        return []


class SideForm(Record):
    """What is said of a figure on one side: as a strength, or as what asks for attention.

    `kort` is the message in a few words; `vorm` completes "{n} van de 100 volwassenen …". One side
    counts the indicator itself, the other its complement; which one follows from the direction.
    `heel`: a whole sentence where that pattern does not fit, with {waarde} in it; `deler` is what
    the figure is divided by before it is printed there (10: per 1.000 becomes per 100).
    """

    kort: Text
    vorm: Text | None = None
    heel: Text | None = None
    deler: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.vorm is None) == (self.heel is None):
            raise ValueError("geef precies één van vorm en heel")
        if self.heel is not None and _gaps(self.heel) != ["waarde"]:
            raise ValueError("in heel moet {waarde} één keer staan, en niets anders tussen { }")
        if len(self.kort.split()) > MOST_WORDS_IN_SHORT:
            raise ValueError(f"kort heeft hoogstens {MOST_WORDS_IN_SHORT} woorden")
        return self


class Sentence(Record):
    """The parts that the sentence patterns need.

    `wie`/`doen`/`doet`: "58 van de 100 volwassenen voelen zich eenzaam", with the singular verb
    for exactly one. Where an indicator is shown for another age group, the name of that group takes
    the place of `wie`. `heel`: a whole sentence where that pattern does not fit; {waarde} is the
    printed number without its unit (or the name of the class), and fits one as well as many.
    `kort`: the same as a noun phrase without people, for chart texts. `rij`: what a row of the
    first page is called; without it the singular verb. `kracht`, `zorg`: what is said where the
    figure stands out; without one it never does on that side. `onderwerp`: what the figure is
    about, in a sentence; `ook`: the same where it is told of everybody; `er`: the message that
    people do this here; `rond`: that they do so in the gemeente; `dichtbij`: what is near.
    """

    kort: Text
    wie: Text | None = None
    doen: Text | None = None
    doet: Text | None = None
    heel: Text | None = None
    rij: Text | None = None
    onderwerp: Text | None = None
    ook: Text | None = None
    er: Text | None = None
    rond: Text | None = None
    dichtbij: Text | None = None
    kracht: SideForm | None = None
    zorg: SideForm | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        parts = [self.wie, self.doen, self.doet]
        if (self.heel is None) != all(parts) or (self.heel is not None and any(parts)):
            raise ValueError("geef wie, doen en doet, of alleen heel")
        if self.heel is not None and _gaps(self.heel) != ["waarde"]:
            raise ValueError("in heel moet {waarde} één keer staan, en niets anders tussen { }")
        if self.rond is not None and sorted(_gaps(self.rond)) != ["aantal", "gemeente"]:
            raise ValueError("in rond moeten {gemeente} en {aantal} staan, en niets anders")
        return self


class ThemePlace(Record):
    """Place in a theme: key of the theme, and of its sub-heading where it has them."""

    thema: Key
    kop: Key | None = None


def _as_place(value: object) -> object:
    return {"thema": value} if isinstance(value, str) else value


Place = Annotated[ThemePlace, BeforeValidator(_as_place, json_schema_input_type=str | ThemePlace)]


class IndicatorDefinition(Record):
    """One indicator, whole. `id` is the YAML key.

    Attributes:
        alleen_tabellen: the only tables that have it; an edition without them does not know it.
        werkgebied: how the figures of several wijken and buurten are put together; see `together`.
        zonder: what a gemeente counts and no wijk does, or a wijk above `hoogstens`: the words
            behind "berekend uit de wijken, zonder".
    """

    id: Key
    naam: Text
    korte_naam: Text
    definitie: Text
    eenheid: Unit
    soort: Kind
    populatie: Text
    leeftijden: tuple[AgeGroup, ...] = (AgeGroup.ALL,)
    richting: Direction
    richting_65plus: Direction | None = None
    methode: Method
    decimalen: Annotated[int, Field(ge=0, le=2)] = 0
    schaal: Scale = Scale.PLAIN
    drempel: Annotated[float, Field(ge=0)] = 0.0
    vergelijken: YesNo = True
    woorden: Literal["gunstig", "afstand"] = "gunstig"
    klassen: dict[Text, Text] = Field(default_factory=dict)
    bron: IndicatorSource
    alleen_tabellen: tuple[Key, ...] = ()
    voorbehoud: Text | None = None
    voorbehoud_kort: Text | None = None
    zonder: Text | None = None
    themas: dict[Key, Place]
    verhaal: Key | None = None
    werkgebied: Together | None = None
    trend: TrendRounds = TrendRounds.NONE
    zin: Sentence

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.sides and self.richting is Direction.NONE:
            raise ValueError("een indicator zonder oordeel heeft geen kracht of zorg onder zin")
        if self.woorden == "afstand" and self.richting is not Direction.LOW_GOOD:
            raise ValueError("woorden: afstand hoort bij richting: laag_gunstig")
        if bool(self.klassen) != (self.soort is Kind.CLASS):
            raise ValueError("klassen horen bij soort: klasse, en alleen daarbij")
        if self.voorbehoud_kort and not self.voorbehoud:
            raise ValueError("voorbehoud_kort hoort bij een voorbehoud")
        if (self.zonder is not None) != self.bron.uit_wijken:
            raise ValueError("zonder hoort bij uit_wijken: ja onder bron, en alleen daarbij")
        if self.drempel and self.soort is not Kind.DISTANCE:
            raise ValueError("een drempel is alleen bedoeld voor een afstand")
        if self.together.wijze not in self._possible_ways():
            ways = ", ".join(self._possible_ways())
            raise ValueError(f"werkgebied: bij dit cijfer kan de wijze zijn: {ways}")
        return self

    def _possible_ways(self) -> tuple[Way, ...]:
        """What can be done with figures of this kind: counts are never averaged."""
        if self.is_health:
            return Way.PEOPLE, Way.REFUSED
        if self.bron.is_counted or self.bron.verandering is not None:
            return Way.COUNTS, Way.REFUSED
        if self.soort is Kind.COUNT:
            return Way.SUM, Way.REFUSED
        if self.soort is Kind.CLASS:
            return Way.CLASS, Way.REFUSED
        return Way.WEIGHTED, Way.PER_LAND, Way.REFUSED

    @property
    def together(self) -> Together:
        """How figures of several areas are put together; what nobody laid down is not."""
        if self.werkgebied is not None:
            return self.werkgebied
        if self.is_health:
            return BY_PEOPLE
        if self.bron.verandering is not None:
            return GROWN
        if self.bron.is_counted:
            return COUNTED
        return SUMMED if self.soort is Kind.COUNT else NEVER

    @property
    def sides(self) -> dict[int, SideForm]:
        """What is said of it per side (+1 a strength, -1 a concern), where it may stand out."""
        forms = {1: self.zin.kracht, -1: self.zin.zorg}
        return {side: form for side, form in forms.items() if form is not None}

    def counts_itself(self, side: int) -> bool:
        """Whether a side counts the figure itself, and not its complement."""
        return self.richting.sign == side

    def is_of(self, tables: Collection[str]) -> bool:
        """Whether an edition of these tables knows this indicator."""
        return not self.alleen_tabellen or any(name in tables for name in self.alleen_tabellen)

    @property
    def is_about_people(self) -> bool:
        """Whether it is a figure of people or households, so that there is none of nobody."""
        if self.is_health or self.bron.verandering is not None:
            return True
        if self.bron.computed:
            return self.bron.afronding is not CountRounding.NONE
        weighed_by = self.together.weging.keys()
        by_people = bool(weighed_by) and not {"huishoudens", "woningvoorraad"} & weighed_by
        return by_people or self.eenheid in (Unit.PEOPLE, Unit.PER_HOUSEHOLD)

    @property
    def is_health(self) -> bool:
        """Whether it is a share of people from the health monitor, printed "van de 100"."""
        return self.methode is not Method.REGISTER and self.soort is Kind.SHARE

    def direction_for(self, age: AgeGroup) -> Direction:
        """The favourable side for one age group."""
        if age is AgeGroup.ELDERLY and self.richting_65plus is not None:
            return self.richting_65plus
        return self.richting
