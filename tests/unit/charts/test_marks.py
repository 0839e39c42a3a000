from __future__ import annotations

import itertools

import pytest

from tests.support.svg import title
from wijkprofiel.charts.icons import icons
from wijkprofiel.charts.marks import all_marks, mark_icon, mark_name, mark_path
from wijkprofiel.charts.palette import BLUE, GREY, INK, VERMILLION
from wijkprofiel.domain.verdict import (
    Certainty,
    Mark,
    Outcome,
    Reason,
    Shape,
    Side,
    SizeClass,
    Verdict,
    mark_of,
)


def judged(size: SizeClass, side: Side | None) -> Verdict:
    return Verdict("land", Outcome.JUDGED, Certainty.UNKNOWN, size=size, side=side)


VERDICTS = (
    *itertools.starmap(
        judged, itertools.product([SizeClass.SLIGHT, SizeClass.PLAIN, SizeClass.CLEAR], Side)
    ),
    judged(SizeClass.EQUAL, None),
    Verdict("land", Outcome.TOO_UNCERTAIN, Certainty.WITHIN),
    Verdict.not_compared("land", Reason.NO_VALUE, Certainty.UNKNOWN),
)


@pytest.mark.parametrize(
    "verdict", VERDICTS, ids=lambda one: f"{one.outcome}-{one.size}-{one.side}"
)
def test_every_verdict_has_an_icon(verdict: Verdict) -> None:
    assert mark_name(mark_of(verdict)) in icons()


@pytest.mark.parametrize(
    ("side", "shape", "colour"),
    [
        (Side.FAVOURABLE, Shape.UP, BLUE),
        (Side.UNFAVOURABLE, Shape.DOWN, VERMILLION),
        (Side.HIGHER, Shape.RIGHT, INK),
        (Side.LOWER, Shape.LEFT, INK),
    ],
)
def test_a_side_has_its_own_shape_and_colour(side: Side, shape: Shape, colour: str) -> None:
    mark = mark_of(judged(SizeClass.PLAIN, side))
    assert mark.shape is shape
    assert f'fill="{colour}"' in mark_path(mark, 5, 5, 10)


def test_a_small_difference_is_open() -> None:
    drawn = mark_path(mark_of(judged(SizeClass.SLIGHT, Side.FAVOURABLE)), 5, 5, 10)
    assert 'fill="#FFFFFF"' in drawn
    assert f'stroke="{BLUE}"' in drawn


def test_equal_is_a_dot_and_no_judgement_a_ring() -> None:
    dot = mark_path(mark_of(judged(SizeClass.EQUAL, None)), 5, 5, 10)
    ring = mark_path(mark_of(VERDICTS[-1]), 5, 5, 10)
    assert f'fill="{GREY}"' in dot
    assert 'fill="#FFFFFF"' in ring
    assert dot != ring


def test_shapes_differ_without_their_colour() -> None:
    outlines = [mark_path(mark, 5, 5, 10).split('"')[1] for mark in all_marks() if mark.filled]
    assert len(set(outlines)) == len(outlines)


def test_an_icon_says_its_word() -> None:
    assert title(mark_icon(Mark(Shape.UP, next(iter(all_marks())).tone), "a < b")) == "a < b"
