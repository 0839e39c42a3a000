"""`indicators explain` of a werkgebied: every way of putting figures together, written out."""

from __future__ import annotations

import pytest

from tests.functional.conftest import Run

WAYS = {
    "eenzaam": (
        "gemaakt van 5 delen: gewogen naar de mensen over wie het gaat en die thuis wonen",
        "woont thuis: 380 × 1,9 / 1.570 = 0,45987261",
        "Bosgebied (WK030705): 42,9, gewicht 1.339,4 × 0,45987261 = 615,953376",
    ),
    "huishoudens": ("380 + 3.000 + 2.585 + 2.940 + 1.420 = 10.325",),
    "bijstand_per_1000": (
        "1.000 × (30 + 110 + 100 + 170 + 0) / (875 + 4.220 + 3.600 + 4.090 + 2.135) = 27,479893",
    ),
    "bevolkingsdichtheid": (
        "100 × (1.570 + 6.365 + 5.615 + 6.190 + 3.525) / (695 + 115 + 203 + 167 + 146)",
        "afgerond: 1.750",
    ),
    "stedelijkheid": ("met grenzen bij 2.500, 1.500, 1.000, 500: klasse 2",),
    "omgevingsadressendichtheid": ("Vermeerkwartier (WK030715): 2.832, gewicht 3.000",),
    "netto_arbeidsparticipatie": ("gemaakt van 5 delen: gewogen gemiddelde", "0,5 × "),
    "bevolkingsgroei": ("= 0,781002 van de mensen", "nodig is minstens 1: geen cijfer"),
    "inkomen_per_inwoner": (
        "Bosgebied (WK030705): geen cijfer, telt niet mee",
        "= 0,932517 van de mensen",
        "afgerond: 45",
    ),
    "woz_waarde": ("De Berg Noord (WK030718): 900, gewicht 1.404 (Woningen)",),
}


@pytest.mark.parametrize("indicator", WAYS)
def test_how_parts_make_a_figure(command: Run, indicator: str) -> None:
    ended = command("indicators", "explain", indicator, "amersfoort-zuid")
    assert ended.code == 0, ended.err
    for line in WAYS[indicator]:
        assert line in ended.out
