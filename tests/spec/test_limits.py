"""The limits of judging as they are shipped."""

from __future__ import annotations

from tests.spec.shipped import CATALOGUE

LIMITS = CATALOGUE.limits


def test_size() -> None:
    assert (LIMITS.grootte.iets, LIMITS.grootte.gewoon, LIMITS.grootte.duidelijk) == (0.5, 1, 2)


def test_people() -> None:
    assert LIMITS.mensen.geen_oordeel_onder == 100
    assert LIMITS.mensen.alle_klassen_vanaf == 500
    assert LIMITS.mensen.rest_van_gemeente == 1000
    assert LIMITS.mensen.noemer_van_aandeel == 100
    assert LIMITS.mensen.spreiding_vanaf == 100


def test_rest_and_position() -> None:
    assert LIMITS.rest.toon_rest_vanaf == 0.10
    assert LIMITS.rest.rem_vanaf == 0.50
    assert LIMITS.rest.niet_vergelijken_boven == 0.80
    assert (LIMITS.positie.uiterste, LIMITS.positie.vijfde_deel) == (0.05, 0.20)
    assert LIMITS.zekerheid_z == 1.96


def test_talking_points() -> None:
    points = LIMITS.punten
    assert (points.sterkte, points.sterkte_klein, points.klein_vanaf_mensen) == (0.75, 0.5, 500)
    assert (points.opvallend_z, points.opvallend_plaats) == (1, 0.75)
    assert (points.deel_van_sterkste, points.hoogstens_z) == (0.8, 2.5)
    assert (points.hoogstens, points.hoogstens_per_signaal, points.ruimte_voor_krachten) == (
        5,
        2,
        2,
    )
    assert points.zonder_zorgpunt == ("eenzaam", "moeite_met_rondkomen", "roker")


def test_age_trend_and_counts() -> None:
    assert LIMITS.leeftijd.houdt_over == 0.5
    assert (LIMITS.trend.mensen, LIMITS.trend.verandering_z) == (1000, 0.75)
    counts = LIMITS.aantallen
    assert (counts.mensen, counts.niet_onder, counts.cijfers) == (500, 50, 2)
