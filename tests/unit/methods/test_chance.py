"""The error of a figure of a wijk, as it is known and as it is asked for."""

from __future__ import annotations

import pytest

from wijkprofiel.methods.chance import WOBBLE, error_size, loadings, wobble


@pytest.mark.parametrize(
    ("adults", "size"),
    [(100, 0.39), (249.9, 0.39), (250, 0.325), (999, 0.28), (2_500, 0.18), (80_000, 0.15)],
)
def test_the_wobble_falls_with_the_number_of_adults(adults: float, size: float) -> None:
    assert wobble(adults) == size


def test_the_wobble_is_what_one_of_two_rounds_gives() -> None:
    changes = (0.55, 0.46, 0.40, 0.31)
    for (_, size), change in zip(WOBBLE, changes, strict=False):
        assert size == pytest.approx(change / 2**0.5, abs=0.005)
    assert WOBBLE[-1][1] == pytest.approx(0.21 / 2**0.5, abs=0.005)


def test_errors_add_up_as_independent_ones_do() -> None:
    assert error_size(300, 0) == wobble(300)
    assert error_size(1_200, 0.5) == pytest.approx((0.22**2 + 0.25) ** 0.5)


def test_the_parts_of_an_error_give_its_size_and_its_correlation() -> None:
    shared, own = loadings()
    assert shared**2 + own**2 == pytest.approx(1)
    # Two figures of one story have the first part in common, and nothing else.
    assert shared * shared == pytest.approx(0.86)
    assert loadings(0) == (0, 1)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        wobble(-1)
    with pytest.raises(ValueError, match="zero or more"):
        error_size(500, -0.1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        loadings(1.2)
