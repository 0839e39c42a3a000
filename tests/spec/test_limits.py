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
    assert (LIMITS.positie.uiterste, LIMITS.positie.tot_mensen) == (0.05, 40_000)
    assert LIMITS.positie.tot_mensen == 40_000
    assert LIMITS.zekerheid_z == 1.96


def test_words_for_what_goes_together_with_who_live_there() -> None:
    assert (LIMITS.samenhang.bijna_helemaal, LIMITS.samenhang.grotendeels) == (85, 65)


def test_talking_points() -> None:
    points = LIMITS.punten
    assert (points.sterkte, points.sterkte_klein_gebied, points.drager_z) == (0.75, 1, 1)
    assert (points.verschil_land, points.verschil_land_km) == (2, 1.0)
    assert (points.deel_van_sterkste, points.hoogstens_z) == (0.8, 2.5)
    assert (points.hoogstens, points.per_kant, points.per_signaal) == (5, 3, 2)
    assert (points.per_kant_klein_gebied, points.ruimte_voor_krachten) == (1, 2)
    assert points.noemer_register == 500


def test_the_opening() -> None:
    opening = LIMITS.opening
    assert list(opening.wat_mensen_doen) == ["vrijwilligerswerk", "sport_elke_week"]
    assert (opening.dichtbij_km, opening.dichtbij_aantal, opening.neutraal_plaats) == (1.0, 2, 75)
    assert (opening.ook_verschil, opening.ook_laatst, opening.uiteen_spreiding) == (3, 5, 2)
    assert (opening.doos_hoogstens, opening.rijen_hoogstens) == (5, 12)
    assert LIMITS.jongeren.plaats == 95


def test_age_trend_and_counts() -> None:
    assert LIMITS.leeftijd.houdt_over == 0.5
    assert (LIMITS.trend.mensen, LIMITS.trend.verandering_z) == (1000, 0.75)
    assert (LIMITS.trend.hoogstens_z, LIMITS.trend.verschil) == (2.5, 3)
    counts = LIMITS.aantallen
    assert (counts.mensen, counts.niet_onder, counts.cijfers) == (500, 50, 2)


def test_areas_beside_each_other_and_alike() -> None:
    beside, alike = LIMITS.naast_elkaar, LIMITS.lijkt_op
    assert (beside.mensen, beside.ouderen) == (1000, 0.05)
    assert (beside.iets.zelfde_gemeente, beside.iets.andere_gemeente) == (0.5, 0.75)
    assert (beside.trend.zelfde_gemeente, beside.trend.andere_gemeente) == (0.75, 0.9)
    assert (alike.minstens, alike.mensen, alike.aantal, len(alike.kenmerken)) == (6, 1000, 5, 8)
