"""What the figures of wijken that do not differ would look like: their error alone.

Of a wijk that equals the country the figure is x = X + SD e, with X that of the country and SD the
spread between wijken. The error e has the standard deviation

    T = √(wobble² + lasting²)

The wobble of one round is known: a wijk's change between two rounds that its gemeente does not
share has a standard deviation that falls with the number of adults (2016 to 2020, in spreads: .55
under 250, .46, .40, .31 to .21 from 5,000), and each of both rounds gives 1/√2 of it. The lasting
error of the model is the same in every round, so that nobody can see it: it is a question, not a
measurement.

Figures of one story are not wrong apart from each other. Their errors share one part,

    e = T (√r E + √(1 − r) ε)

with E drawn once per wijk and story, ε once per figure, both standard normal, and r = .86 the mean
correlation between figures of one story (2020, over wijken). E moves the figures themselves,
whichever side of them is favourable: then a story may give a strength and a concern by chance. That
is more than if its favourable sides moved together, so the number of points is rather too high.
"""

from __future__ import annotations

from math import sqrt

WOBBLE = ((0, 0.39), (250, 0.325), (500, 0.28), (1_000, 0.22), (2_500, 0.18), (5_000, 0.15))
"""From how many adults, the standard deviation of the wobble of one round in spreads."""

SHARED = 0.86
"""Correlation between the errors of figures that tell one story."""


def wobble(adults: float) -> float:
    """Standard deviation of the wobble of one round in a wijk, in spreads.

    Raises:
        ValueError: for a negative number of adults.
    """
    if adults < 0:
        raise ValueError("a number of people cannot be negative")
    return next(size for least, size in reversed(WOBBLE) if adults >= least)


def error_size(adults: float, lasting: float) -> float:
    """Standard deviation of the whole error of a figure of a wijk, in spreads.

    Raises:
        ValueError: for a negative number of adults, or a negative error.
    """
    if lasting < 0:
        raise ValueError("an error has a size of zero or more")
    return sqrt(wobble(adults) ** 2 + lasting**2)


def loadings(shared: float = SHARED) -> tuple[float, float]:
    """What the shared and the own part of an error weigh.

    Raises:
        ValueError: if the correlation is not between 0 and 1.
    """
    if not 0 <= shared <= 1:
        raise ValueError("a correlation of errors lies between 0 and 1")
    return sqrt(shared), sqrt(1 - shared)
