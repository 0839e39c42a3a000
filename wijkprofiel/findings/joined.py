"""What stands behind a figure of a union: its parts, what they weigh, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.together import Way


@dataclass(frozen=True, slots=True)
class WeightTerm:
    """A count that a part is weighed by, and what it counts for."""

    indicator: str
    factor: float
    count: float


@dataclass(frozen=True, slots=True)
class JoinedPart:
    """One part of a figure.

    Attributes:
        takes_part: whether it has a figure that counts.
        people: the people that it is covered by: those that the figure is about, or inhabitants.
        weight: what its figure weighs in a mean; None where figures are summed.
        terms: the counts that make the weight, where it is not just people.
        value, numerator, denominator: its own figure, as the source gives it.
    """

    code: str
    name: str
    takes_part: bool
    people: float | None
    weight: float | None = None
    terms: tuple[WeightTerm, ...] = ()
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """What stands behind a figure of a union.

    Attributes:
        covered: the share of the people that live in members with a figure.
        lacking: codes of the members without one.
        deviation: how far published figures of wholes lie from what their parts give, in points;
            None for a figure that is no mean of people.
        otherwise: whether members were weighed by the other weights of the rule, because the first
            are not known of all of them.
        agreeing: the share of the adults, of those in members with a figure, that live in members
            on the same side of the country as the union; None where there is nothing to compare.
        way: what was done with the figures of the parts.
        parts: every member, in order; none where no figure of it was looked at.
        read_from: the indicator that a class is read from; its figures stand in the parts.
    """

    covered: float
    lacking: tuple[str, ...]
    deviation: float | None = None
    agreeing: float | None = None
    otherwise: bool = False
    way: Way = Way.REFUSED
    parts: tuple[JoinedPart, ...] = ()
    read_from: str | None = None
