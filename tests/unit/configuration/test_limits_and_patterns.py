"""Limits that contradict each other, and patterns that could not be filled."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.limits import PointLimits
from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.paths import SearchPath


@pytest.mark.parametrize("pattern", ["{x:d}", "{x!r}"])
def test_a_pattern_holds_only_names(pattern: str) -> None:
    with pytest.raises(ValueError, match="mag alleen een naam staan"):
        fills("x")(pattern)


def test_no_more_room_for_strengths_than_for_points() -> None:
    values = load_catalogue(SearchPath.with_user_folder(None)).limits.punten.model_dump()
    with pytest.raises(ValidationError, match="ruimte_voor_krachten mag niet groter"):
        PointLimits.model_validate({**values, "hoogstens": 2, "ruimte_voor_krachten": 3})
