"""A hundred circles: as many filled as are said, and the same in grey."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.charts.data import WaffleData
from wijkprofiel.charts.waffle import waffle
from wijkprofiel.domain.verdict import Tone


def circles(svg: str) -> tuple[int, int]:
    """How many circles are white, and how many are not."""
    counts = [0, 0]
    for outline, fill in re.findall(r'<path d="([^"]*)" fill="([^"]*)"', svg):
        counts[fill != "#FFFFFF"] += outline.count("M")
    return counts[0], counts[1]


@given(st.integers(0, 100), st.sampled_from(list(Tone)))
def test_as_many_are_filled_as_of_every_hundred(filled: int, tone: Tone) -> None:
    svg = waffle(WaffleData(filled, tone, "tekst"))
    assert circles(svg) == (100 - filled, filled)
    assert "<title>tekst</title>" in svg


def test_they_fill_from_the_lowest_row_up() -> None:
    svg = waffle(WaffleData(1, Tone.INK, ""))
    full = re.findall(r'<path d="M([\d.]+) ([\d.]+)[^"]*" fill="#1B2733"', svg)
    assert full == [("3.5", "285")]


@pytest.mark.parametrize("filled", [-1, 101])
def test_more_than_all_is_refused(filled: int) -> None:
    with pytest.raises(ValueError, match="cannot be filled"):
        WaffleData(filled, Tone.INK, "")
