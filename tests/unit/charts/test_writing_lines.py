from __future__ import annotations

from tests.support.contrast import contrast
from tests.support.svg import paths, view_box
from wijkprofiel.charts.palette import GREY
from wijkprofiel.charts.writing_lines import writing_lines

BAND = "#FFF1DC"


def test_there_are_as_many_lines_as_asked_in_one_path() -> None:
    drawn = writing_lines(5)
    (outline,) = paths(drawn, fill=GREY)
    assert outline.count("Z") == 5
    assert view_box(drawn)[1] == 5 * view_box(writing_lines(1))[1]


def test_a_line_is_seen_on_the_band_of_questions_and_on_white() -> None:
    assert contrast(GREY, BAND) >= 3
    assert contrast(GREY, "#FFFFFF") >= 3
