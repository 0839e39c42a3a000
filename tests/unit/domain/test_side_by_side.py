"""Maps of some gemeenten as one."""

from __future__ import annotations

from dataclasses import replace

from tests.support.profiles import utrecht_map
from wijkprofiel.domain.outlines import GemeenteMap, Outline, OutlineMatch, side_by_side

UTRECHT = utrecht_map()
SQUARE = Outline("WK030703", "Soesterkwartier", (((0, 0), (0, 9), (9, 9), (0, 0)),))
AMERSFOORT = GemeenteMap(
    year=2022,
    outer=Outline("GM0307", "Amersfoort", SQUARE.rings),
    wijken=(SQUARE,),
    outer_match=OutlineMatch.BOUNDARY_CHANGED,
    matches={"WK030703": OutlineMatch.SAME},
)


def test_one_map_is_itself_and_of_none_there_is_none() -> None:
    assert side_by_side([UTRECHT]) is UTRECHT
    assert side_by_side([]) is None


def test_all_wijken_lie_where_they_lie_and_keep_what_may_be_coloured() -> None:
    both = side_by_side([UTRECHT, AMERSFOORT])
    assert both is not None
    assert both.wijken == (*UTRECHT.wijken, SQUARE)
    assert both.matches == {**UTRECHT.matches, **AMERSFOORT.matches}
    assert (both.outer.code, both.outer.name) == ("", "Utrecht, Amersfoort")
    assert set(both.outer.rings) == {*UTRECHT.outer.rings, *SQUARE.rings}


def test_a_gemeente_that_is_gone_does_not_take_the_map_from_the_others() -> None:
    gone = replace(UTRECHT, outer_match=OutlineMatch.NO_OUTLINE)
    both = side_by_side([gone, AMERSFOORT])
    assert both is not None
    assert both.outer_match is OutlineMatch.BOUNDARY_CHANGED
    neither = side_by_side([gone, replace(AMERSFOORT, outer_match=OutlineMatch.NO_OUTLINE)])
    assert neither is not None
    assert neither.outer_match is OutlineMatch.NO_OUTLINE
