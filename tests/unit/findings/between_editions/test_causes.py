"""Every row of the taxonomy by a hand-made pair, and what holds for each cause."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.verdict import Outcome, Side, SizeClass
from wijkprofiel.findings.between_editions.causes import Cause, Telling
from wijkprofiel.findings.between_editions.figure_pair import (
    FigureInEdition,
    FigurePair,
    Ruler,
    Standing,
    causes_of,
)

RULER = Ruler(near=80.8, share=0.1, country=78.4, spread=4.18)


def figure(value: float | None, period: int = 2020, table: str = "1NED", **more: Any) -> Any:
    """A figure of adults; without a value it was withheld."""
    status = more.pop("status", ValueStatus.MISSING if value is None else ValueStatus.AVAILABLE)
    limits = {name: more.pop(name) for name in ("lower", "upper") if name in more}
    found = Observation(period, AgeGroup.ADULTS, status, value, **limits)
    return FigureInEdition(period, table, found, **more)


def pair(before: Any, after: Any, **more: Any) -> FigurePair:
    """A pair of which everything that is not named is the same."""
    return FigurePair(before, after, **{"decimals": 0, **more})


ANEW = {"same_delivery": False}
EXAMPLES = {
    Cause.GONE_OR_NEW: pair(figure(69.9), None, area=(Cause.GONE_OR_NEW,)),
    Cause.CODE_REUSED: pair(figure(69.9), figure(69.9), area=(Cause.CODE_REUSED,)),
    Cause.RENAMED: pair(figure(69.9), figure(69.9), area=(Cause.RENAMED,)),
    Cause.BORDER_MOVED: pair(figure(69.9), figure(74.2), area=(Cause.BORDER_MOVED,)),
    Cause.OTHER_MEMBERS: pair(figure(76.1), figure(76.4), area=(Cause.OTHER_MEMBERS,)),
    Cause.OTHER_TABLE: pair(figure(69.9), figure(69.9, table="2NED")),
    Cause.OTHER_QUESTION: pair(figure(23.1), figure(23.1), same_source=False),
    Cause.NEW_YEAR: pair(figure(69.9), figure(71.2, 2024)),
    Cause.REVISED: pair(figure(69.9), figure(71.2), **ANEW),
    Cause.OTHER_STATE: pair(figure(None, status=ValueStatus.NOT_DELIVERED), figure(34.9), **ANEW),
    Cause.ONLY_RULER: pair(
        figure(69.9, ruler=RULER), figure(69.9, ruler=replace(RULER, country=78.9)), **ANEW
    ),
    Cause.OUR_RULE: pair(figure(69.9), figure(69.9), same_rule=False),
    Cause.ROUNDING: pair(figure(69.9), figure(70.3), **ANEW),
    Cause.EQUAL: pair(figure(69.9), figure(69.9)),
}


@pytest.mark.parametrize("cause", Cause)
def test_every_row_of_the_taxonomy_has_its_cause(cause: Cause) -> None:
    assert causes_of(EXAMPLES[cause])[0] is cause


def test_the_causes_are_asked_in_their_order() -> None:
    """With everything wrong at once the first one is the cause, and the others stand beside it."""
    assert [cause.number for cause in Cause] == list(range(1, 15))
    wrong = {"same_source": False, "same_rule": False, "same_delivery": False}
    moved = figure(75.0, 2024, "2NED", ruler=RULER)
    everything = pair(figure(69.9), moved, area=(Cause.RENAMED, Cause.BORDER_MOVED), **wrong)
    table, question = Cause.OTHER_TABLE, Cause.OTHER_QUESTION
    assert causes_of(everything) == (Cause.RENAMED, Cause.BORDER_MOVED, table, question)
    renamed = replace(everything, area=(Cause.RENAMED,))
    assert causes_of(renamed) == (Cause.RENAMED, table, question, Cause.OUR_RULE)
    assert causes_of(replace(renamed, area=())) == (table, question, Cause.OUR_RULE)
    same_table = replace(renamed, area=(), after=figure(75.0, 2024), same_source=True)
    assert causes_of(same_table) == (Cause.NEW_YEAR, Cause.OUR_RULE)
    same_year = replace(same_table, after=figure(75.0))
    assert causes_of(same_year) == (Cause.REVISED, Cause.OUR_RULE)


def test_of_two_areas_nothing_is_laid_beside_each_other() -> None:
    reused = pair(figure(1.0), figure(99.0, 2024, "2NED"), area=(Cause.CODE_REUSED,))
    assert causes_of(reused) == (Cause.CODE_REUSED,)


def test_a_figure_that_differs_and_nothing_explains_is_our_bug() -> None:
    """The same bytes of a table, the same rules, the same year: then nothing can differ."""
    with pytest.raises(RuntimeError, match="no cause"):
        causes_of(pair(figure(69.9), figure(71.2)))
    with pytest.raises(RuntimeError, match="no cause"):
        causes_of(pair(figure(69.9), figure(70.0)))  # also where nobody sees it
    with pytest.raises(RuntimeError, match="no cause"):
        causes_of(pair(figure(69.9), figure(71.2), area=(Cause.RENAMED,)))


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        (34_295.0, 34_300.0, Cause.ROUNDING),
        (34_295.0, 34_303.0, Cause.ROUNDING),
        (34_295.0, 34_304.0, Cause.REVISED),
        (34_304.0, 34_295.0, Cause.REVISED),
    ],
)
def test_a_count_is_revised_from_more_than_what_rounding_makes(
    before: float, after: float, cause: Cause
) -> None:
    found = pair(figure(before), figure(after), margin=8.0, **ANEW)
    assert causes_of(found)[0] is cause


def test_an_estimate_is_revised_where_another_number_is_printed() -> None:
    assert causes_of(pair(figure(69.4), figure(69.5), **ANEW))[0] is Cause.REVISED
    assert causes_of(pair(figure(69.5), figure(70.4), **ANEW))[0] is Cause.ROUNDING


def test_other_limits_are_a_revision_of_the_figure() -> None:
    before, after = figure(69.9, lower=66.0, upper=73.0), figure(69.9, lower=60.0, upper=73.0)
    assert causes_of(pair(before, after, **ANEW)) == (Cause.REVISED,)


def test_a_table_that_came_again_with_the_same_figure_is_no_revision() -> None:
    """Every older round of a table that got a new one would be called revised."""
    assert causes_of(pair(figure(69.9), figure(69.9), **ANEW)) == (Cause.EQUAL,)


@pytest.mark.parametrize(
    "change", [{"near": 81.0}, {"share": 0.2}, {"country": 78.5}, {"spread": 4.2}]
)
def test_any_part_of_the_ruler_counts(change: dict[str, float]) -> None:
    moved = figure(69.9, ruler=replace(RULER, **change))
    assert causes_of(pair(figure(69.9, ruler=RULER), moved, **ANEW)) == (Cause.ONLY_RULER,)


def test_another_word_for_the_same_number_is_never_called_equal() -> None:
    """One edition has 99 people there, and gives no word; the other has 100."""
    few = Standing(Outcome.NOT_COMPARED, None, None, None)
    more = Standing(Outcome.JUDGED, SizeClass.PLAIN, Side.UNFAVOURABLE, 1.2)
    before, after = (figure(69.9, ruler=None, standing=each) for each in (few, more))
    assert causes_of(pair(before, after, **ANEW)) == (Cause.ONLY_RULER,)


def test_weights_of_ours_that_moved_are_our_rule_where_the_number_shows_it() -> None:
    """Figures of a werkgebied rest on people of another table, that may be a year newer."""
    weighed = {"same_weights": False}
    assert causes_of(pair(figure(76.4), figure(76.6), **weighed)) == (Cause.OUR_RULE,)
    assert causes_of(pair(figure(76.1), figure(76.2), **weighed)) == (Cause.ROUNDING,)


def test_kinds_of_absence_are_kept_apart() -> None:
    withheld, asked = figure(None), figure(None, status=ValueStatus.NOT_ASKED)
    assert causes_of(pair(withheld, asked))[0] is Cause.OTHER_STATE
    assert causes_of(pair(withheld, withheld)) == (Cause.EQUAL,)
    new = figure(None, 2024, status=ValueStatus.NOT_ASKED)
    assert causes_of(pair(figure(69.9), new)) == (Cause.OTHER_STATE,)
    assert causes_of(pair(asked, new)) == (Cause.NEW_YEAR,)


def test_a_figure_that_we_added_ourselves_is_our_rule() -> None:
    nothing = FigureInEdition(
        None, None, Observation.absent(ValueStatus.NOT_IN_EDITION, 2020, AgeGroup.ADULTS)
    )
    assert causes_of(pair(nothing, figure(87.0), known_in_both=False)) == (Cause.OUR_RULE,)
    came = pair(nothing, figure(87.0), came_with_table=True, known_in_both=True)
    assert causes_of(came)[0] is Cause.OTHER_TABLE


def test_what_stops_a_strict_yearly_job_and_what_readers_see() -> None:
    assert [cause.number for cause in Cause if cause.needs_a_look] == [1, 2, 4, 5, 10]
    told = {telling: [c.number for c in Cause if c.telling is telling] for telling in Telling}
    assert told[Telling.EACH_FIGURE] == [8, 10]
    assert told[Telling.ONE_LINE] == [1, 2, 3, 4, 5, 6, 7]
    assert told[Telling.NOTHING] == [9, 11, 12, 13, 14]


VALUES = st.one_of(st.none(), st.floats(0, 100).map(lambda value: round(value, 6)))
STATES = st.sampled_from([status for status in ValueStatus if status is not ValueStatus.AVAILABLE])
FIGURES = st.builds(
    lambda value, status, period, table, near: figure(
        value,
        period,
        table,
        status=status if value is None else ValueStatus.AVAILABLE,
        ruler=replace(RULER, near=near),
    ),
    *(VALUES, STATES, st.sampled_from([2020, 2024]), st.sampled_from(["1NED", "2NED"])),
    st.sampled_from([80.8, 81.0]),
)
AREAS = st.sampled_from(
    [(), (Cause.CODE_REUSED,), (Cause.RENAMED,), (Cause.BORDER_MOVED,), (Cause.OTHER_MEMBERS,)]
)
PAIRS = st.builds(
    FigurePair,
    *(FIGURES, FIGURES),
    decimals=st.integers(0, 2),
    margin=st.sampled_from([0.0, 8.0]),
    area=AREAS,
    same_source=st.booleans(),
    same_rule=st.booleans(),
    # A source that gave other figures delivered another table.
    same_delivery=st.just(value=False),
    same_weights=st.booleans(),
    came_with_table=st.booleans(),
    known_in_both=st.booleans(),
)


@given(PAIRS)
def test_there_is_always_a_first_cause_and_the_others_come_in_order(found: FigurePair) -> None:
    causes = causes_of(found)
    assert causes
    assert [cause.number for cause in causes] == sorted({cause.number for cause in causes})
    hidden = {Cause.ROUNDING, Cause.EQUAL} & set(causes)
    assert not hidden or set(causes) <= {Cause.RENAMED, *hidden}


@given(PAIRS)
def test_the_other_way_round_the_causes_are_the_same(found: FigurePair) -> None:
    turned = replace(found, before=found.after, after=found.before)
    assert causes_of(turned) == causes_of(found)


@given(FIGURES)
def test_a_figure_beside_itself_is_equal(found: FigureInEdition) -> None:
    assert causes_of(FigurePair(found, found, decimals=0)) == (Cause.EQUAL,)
