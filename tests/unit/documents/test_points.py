"""Talking points that the working group added or took away."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.rendering import render_html
from wijkprofiel.documents.profile.model import Profile

MakeProfile = Callable[..., Profile]


def test_a_point_that_is_taken_away_may_be_left_out_of_the_profile_too(
    profile: MakeProfile,
) -> None:
    made = profile("WK034403", left_out=frozenset({"eenzaam"}), dropped=frozenset({"eenzaam"}))
    assert any("heeft deze punten weggelaten: Voelt zich eenzaam." in n for n in made.glance.notes)


def headings(made: Profile) -> dict[str, list[str]]:
    lists = (made.glance.strengths, made.glance.concerns, made.glance.chosen)
    return {each.heading: [c.indicator for c in each.points] for each in lists if each is not None}


def test_a_pinned_point_that_is_about_equal_everywhere_has_no_side(profile: MakeProfile) -> None:
    made = profile("WK054609", pinned=("eenzaam",))
    usual = profile("WK054609")
    assert usual.glance.chosen is None
    assert headings(usual)["Wat gaat goed"] == ["zware_drinker", "veel_stress"]
    assert headings(made) == {
        "Wat gaat goed": ["zware_drinker"],  # stress is of the story of the pinned point
        "Wat vraagt aandacht": headings(usual)["Wat vraagt aandacht"],
        "Door de werkgroep gekozen": ["eenzaam"],
    }
    assert made.glance.chosen is not None
    assert made.glance.chosen.points[0].favourable is None
    assert not made.warnings
    assert "teken-stip-vol-neutraal" in render_html(made).split("Door de werkgroep gekozen")[1]


def test_a_pinned_point_without_a_side_is_no_concern(profile: MakeProfile) -> None:
    made = profile("WK054609", pinned=("eenzaam",), dropped=frozenset({"overgewicht", "obesitas"}))
    assert made.glance.chosen is not None
    assert not made.glance.concerns.points
    assert made.glance.concerns.empty is not None
    assert "eenzaam" not in made.glance.concerns.empty, "it is on the page already"


def test_a_pinned_point_with_a_named_difference_keeps_its_side(profile: MakeProfile) -> None:
    made = profile("WK034403", pinned=("roker",))
    assert "roker" in headings(made)["Wat vraagt aandacht"]


def test_points_that_move_together_are_named_with_the_way_they_move(profile: MakeProfile) -> None:
    overvecht, ruinen = profile("WK034403").glance, profile("WK169008").glance
    assert overvecht.concerns.note == (
        "Moeite met rondkomen en zich eenzaam voelen hangen samen: waar het ene vaker voorkomt,"
        " komt het andere vaak ook meer voor."
    )
    assert ruinen.strengths.note == (
        "Veel stress en vrijwilligerswerk hangen samen: waar het ene vaker voorkomt,"
        " komt het andere vaak juist minder voor."
    )


def test_a_point_gets_the_questions_about_its_own_figure(profile: MakeProfile) -> None:
    (smoking,) = [
        card for card in profile("WK030703").glance.concerns.points if card.indicator == "roker"
    ]
    assert smoking.questions is not None
    assert "gerookt" in smoking.questions.residents
    assert "geld" not in smoking.questions.residents
