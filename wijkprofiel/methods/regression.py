"""How much of the differences between areas goes together with what else differs between them.

An ordinary linear regression with a constant, each area weighed by who lives there (weighted least
squares). The share that goes together is

    R² = Σ w (ŷ − ȳ)² / Σ w (y − ȳ)²

with ŷ the fitted figures and ȳ the weighted mean. The fit is the projection of √w·y on the space
of the columns √w·x, of which an orthonormal basis is made with the modified Gram-Schmidt process,
every column projected twice so that it stays orthogonal where columns nearly depend on each other
(Golub and Van Loan, Matrix Computations, 4th edition, 5.2.8; Giraud, Langou and Rozložník,
Computers & Mathematics with Applications 50, 2005). A column that depends on the others adds
nothing.

R² says that figures go together, never that one comes from the other, and nothing of one area.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul

Column = Sequence[float]

_DEPENDS = 1e-9
"""What is left of a column, as a part of its length, once it says nothing that others do not."""
_TIMES = 2


@dataclass(frozen=True, slots=True)
class Regression:
    """Weighted least squares on fixed columns, for as many figures as are asked.

    Attributes:
        roots: square roots of the weights, one per area.
        basis: orthonormal columns; the first one is the constant.
    """

    roots: Column
    basis: tuple[Column, ...]

    @classmethod
    def on(cls, columns: Sequence[Column], weights: Column) -> Regression:
        """Prepare a regression on these columns and a constant.

        Args:
            columns: each with one value per area.
            weights: positive, one per area.

        Raises:
            ValueError: if a column has another number of areas, if a weight is not positive, or if
                there are no more areas than columns and the constant, so that any figure would fit.
        """
        if any(len(column) != len(weights) for column in columns):
            raise ValueError("a column needs one value per area")
        if not all(weight > 0 for weight in weights):
            raise ValueError("a weight has to be positive")
        if len(weights) <= len(columns) + 1:
            raise ValueError("a regression needs more areas than columns")
        roots = [sqrt(weight) for weight in weights]
        basis: list[Column] = []
        for column in ([1.0] * len(weights), *columns):
            whole = list(map(mul, column, roots))
            left = _without(basis, whole)
            length = sqrt(_dot(left, left))
            if length > _DEPENDS * sqrt(_dot(whole, whole)):
                basis.append([part / length for part in left])
        return cls(roots, tuple(basis))

    def r_squared(self, figures: Column) -> float | None:
        """R² (0-1) of figures, one per area; None if they are the same everywhere.

        Raises:
            ValueError: if there is not one figure per area.
        """
        if len(figures) != len(self.roots):
            raise ValueError("a regression needs one figure per area")
        left, length = _around_mean(figures, self.roots, self.basis[0])
        if length is None:
            return None
        return min(1.0, sum(_dot(each, left) ** 2 for each in self.basis[1:]) / length**2)


def correlation(one: Column, other: Column, weights: Column) -> float | None:
    """Weighted correlation of Pearson (-1 to 1); None where one of both is the same everywhere.

    Args:
        one, other: one figure per area.
        weights: positive, one per area.

    Raises:
        ValueError: if there are not as many of each.
    """
    if not len(one) == len(other) == len(weights):
        raise ValueError("a correlation needs both figures of every area")
    roots = [sqrt(weight) for weight in weights]
    constant = [root / sqrt(sum(weights)) for root in roots]
    directions = [_around_mean(figures, roots, constant) for figures in (one, other)]
    if any(length is None for _, length in directions):
        return None
    (first, length), (second, other_length) = directions
    assert length
    assert other_length
    return max(-1.0, min(1.0, _dot(first, second) / length / other_length))


def _around_mean(figures: Column, roots: Column, constant: Column) -> tuple[Column, float | None]:
    """Weighted figures without their mean, and how long that is; None if they are all the same."""
    whole = list(map(mul, figures, roots))
    left = _without([constant], whole)
    length = sqrt(_dot(left, left))
    return left, length if length > _DEPENDS * sqrt(_dot(whole, whole)) else None


def _without(basis: Sequence[Column], column: Column) -> list[float]:
    """What of a column lies outside the space of a basis."""
    left = list(column)
    for _ in range(_TIMES):
        for each in basis:
            part = _dot(each, left)
            left = [value - part * direction for value, direction in zip(left, each, strict=True)]
    return left


def _dot(one: Column, other: Column) -> float:
    return float(sum(map(mul, one, other)))
