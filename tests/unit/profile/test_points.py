"""Talking points that the working group added or took away."""

from __future__ import annotations

from collections.abc import Callable

from wijkprofiel.profile.model import Profile

MakeProfile = Callable[..., Profile]


def test_a_point_that_is_taken_away_may_be_left_out_of_the_profile_too(
    profile: MakeProfile,
) -> None:
    made = profile("WK034403", left_out=frozenset({"eenzaam"}), dropped=frozenset({"eenzaam"}))
    assert any("heeft deze punten weggelaten: Voelt zich eenzaam." in n for n in made.glance.notes)
