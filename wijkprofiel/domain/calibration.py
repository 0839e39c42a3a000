"""How many points wijken would have if they did not differ at all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalibrationStep:
    """What chance alone gives, with a lasting error of the model of one size.

    Attributes:
        lasting: that error, in spreads of a figure between wijken; 0 leaves only the wobble of one
            round.
        points: mean number of health points of a wijk (strengths and concerns).
        with_point: share of the wijken that have one (0-1).
    """

    lasting: float
    points: float
    with_point: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Health points as the figures of an edition give them, beside what chance alone would give.

    Attributes:
        rule: fingerprint of the rule that chose the points; of another rule this says nothing.
        wijken: number of wijken with enough people.
        points, with_point: of the figures themselves, as in `CalibrationStep`.
        steps: the smallest lasting error first.
    """

    rule: str
    wijken: int
    points: float
    with_point: float
    steps: tuple[CalibrationStep, ...]
