"""How a figure of several wijken and buurten together is made from those of its parts."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from wijkprofiel.yaml_files.fields import Key, Record

Positive = Annotated[float, Field(gt=0)]
Margin = Annotated[float, Field(ge=0)]
Share = Annotated[float, Field(gt=0, le=1)]

LEAST_COVERED = 0.80
"""Below this nobody knows what the parts without a figure would make of it."""


class Way(StrEnum):
    """What is done with the figures of the parts."""

    SUM = "som"
    COUNTS = "tellingen"
    PEOPLE = "mensen"
    WEIGHTED = "gewogen"
    PER_LAND = "per_land"
    CLASS = "klasse"
    REFUSED = "niet"


class OtherWeights(Record):
    """What parts are weighed by where what they should be weighed by is not known of all of them.

    Attributes:
        weging, marge, marge_buurten: as in `Together`.
    """

    weging: dict[Key, Positive] = Field(min_length=1)
    marge: Margin = 0.0
    marge_buurten: Margin | None = None


class Rougher(Record):
    """A figure of fewer people: in whole units, approximate, and further off.

    Attributes:
        vanaf: the share of the weight that must have a figure.
        marge: what the rule may be off then.
    """

    vanaf: Share
    marge: Margin


class Together(Record):
    """The rule of one indicator.

    Attributes:
        weging: counts that the parts are weighed by, each with what it counts for.
        marge, marge_deel: what the rule may be off, in the unit of the figure and as a share of it.
        marge_buurten: the same where there are buurten among the parts.
        cijfers: significant figures that the rule is good for.
        minstens: the share of the weight that must have a figure.
        grover: what is left of it where fewer have one, from the largest share down.
        klasse_van: the figure that a class is read from, with the `grenzen` between the classes,
            from the first class down; within `marge_deel` of one nobody knows the class.
        anders: the weights of which every edition knows enough, with what they may be off.
    """

    wijze: Way
    weging: dict[Key, Positive] = Field(default_factory=dict)
    marge: Margin = 0.0
    marge_deel: Annotated[float, Field(ge=0, le=1)] = 0.0
    marge_buurten: Margin | None = None
    cijfers: Annotated[int, Field(ge=1)] | None = None
    minstens: Share = LEAST_COVERED
    grover: tuple[Rougher, ...] = ()
    klasse_van: Key | None = None
    grenzen: tuple[Positive, ...] = ()
    anders: OtherWeights | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        weighed = self.wijze in (Way.WEIGHTED, Way.PER_LAND)
        if bool(self.weging) != weighed:
            raise ValueError("weging hoort bij wijze: gewogen of per_land, en alleen daarbij")
        if self.anders is not None and self.wijze is not Way.WEIGHTED:
            raise ValueError("anders hoort bij wijze: gewogen, en alleen daarbij")
        is_class = self.wijze is Way.CLASS
        if (self.klasse_van is not None, bool(self.grenzen)) != (is_class, is_class):
            raise ValueError("klasse_van en grenzen horen bij wijze: klasse, en alleen daarbij")
        if list(self.grenzen) != sorted(self.grenzen, reverse=True):
            raise ValueError("grenzen moeten aflopen: de eerste klasse is de hoogste")
        shares = [self.minstens, *(each.vanaf for each in self.grover)]
        if any(one <= next_one for one, next_one in pairwise(shares)):
            raise ValueError("grover moet aflopen, en begint onder minstens")
        return self

    @property
    def otherwise(self) -> "Together":
        """The same rule by its other weights; itself where it has none."""
        if self.anders is None:
            return self
        return self.model_copy(
            update={
                "weging": self.anders.weging,
                "marge": self.anders.marge,
                "marge_buurten": self.anders.marge_buurten,
                "anders": None,
            }
        )

    @property
    def least(self) -> float:
        """The share of the weight below which there is no figure at all."""
        return self.grover[-1].vanaf if self.grover else self.minstens

    def rougher(self, cover: float) -> Rougher | None:
        """What holds for a figure of so many people; None where it is as good as can be."""
        if cover >= self.minstens:
            return None
        return next((each for each in self.grover if cover >= each.vanaf), None)

    def margin(self, value: float, *, buurten: bool, cover: float = 1.0) -> float:
        """What a figure made by this rule may be off, in its own unit."""
        if (rougher := self.rougher(cover)) is not None:
            return rougher.marge
        own = self.marge if not buurten or self.marge_buurten is None else self.marge_buurten
        return own + self.marge_deel * value


SUMMED = Together(wijze=Way.SUM, minstens=1.0)
COUNTED = Together(wijze=Way.COUNTS)
GROWN = Together(wijze=Way.COUNTS, minstens=1.0)
BY_PEOPLE = Together(wijze=Way.PEOPLE)
NEVER = Together(wijze=Way.REFUSED)
