"""What a sentence says of margins, for every kind of figure that can stand behind it."""

from __future__ import annotations

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.observation import AgeGroup, Observation, ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Certainty, Outcome, SizeClass, Verdict
from wijkprofiel.findings.values import IndicatorValue
from wijkprofiel.words.sentences import Sentences
from wijkprofiel.words.wording import Wording

LIMITS = (24.1, 30.3)
NONE = (None, None)


@pytest.mark.parametrize(
    ("certainty", "limits", "said"),
    [
        (Certainty.UNKNOWN, NONE, "modelschatting"),
        (Certainty.UNKNOWN, LIMITS, "modelschatting"),
        (Certainty.COUNTED, NONE, "geteld"),
        (
            Certainty.OUTSIDE,
            LIMITS,
            "modelschatting, tussen 24 en 30; het verschil ligt buiten de marges",
        ),
    ],
)
def test_a_count_is_no_estimate_and_margins_are_named_where_they_are(
    certainty: Certainty, limits: tuple[float | None, float | None], said: str
) -> None:
    lower, upper = limits
    figure = Observation(
        value=27.2,
        status=ValueStatus.AVAILABLE,
        period=2020,
        age=AgeGroup.ADULTS,
        lower=lower,
        upper=upper,
    )
    definition = CATALOGUE.indicators["moeite_met_rondkomen"]
    value = IndicatorValue(definition, AgeGroup.ADULTS, None, figure, ())
    verdict = Verdict("land", Outcome.JUDGED, certainty, size=SizeClass.EQUAL)
    region = Region("WK034403", 2020, "Overvecht", "Overvecht", "Utrecht", 34295, 26635.0)
    wording = Wording(CATALOGUE.texts, region.name, {}, {})
    sentences = Sentences(wording, region, CATALOGUE.limits.aantallen)
    assert sentences.certainty(value, verdict) == said
