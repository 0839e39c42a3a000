"""`wijkprofiel indicators list`: to find the name of a figure."""

from __future__ import annotations

import pytest

from tests.functional.conftest import Run
from tests.support.documented import documented


def found(command: Run, *words: str) -> list[str]:
    ended = command("indicators", "list", *words)
    assert ended.code == 0, ended.err
    return [line.split()[0] for line in ended.out.splitlines()]


def test_without_a_word_all_are_shown(command: Run) -> None:
    names = found(command)
    assert len(names) == 80
    assert len(set(names)) == 80


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["huisarts"], {"afstand_huisarts"}),
        (["EENZAAM", "emotioneel"], {"emotioneel_eenzaam"}),
        (["eenzaamheid", "minder", "emotioneel"], {"emotioneel_eenzaam"}),
        (["ernstig eenz"], {"ernstig_eenzaam", "sterk_eenzaam"}),
        (["autos_per"], {"autos_per_huishouden"}),
        (["reeel"], set()),
        (["--theme", "Sociale omgeving", "--method", "register"], set()),
        (["één", "--theme", "bevolking", "persoon"], {"eenpersoonshuishoudens"}),
    ],
)
def test_every_word_has_to_stand_there(command: Run, words: list[str], names: set[str]) -> None:
    if names:
        assert set(found(command, *words)) == names
        return
    ended = command("indicators", "list", *words)
    assert (ended.code, ended.out) == (2, "")
    assert "Geen indicator past bij wat u zoekt." in ended.err
    assert documented(ended.err)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["eenzaamheidd"],
            "Bedoelde u eenzaamheid of eenzaam?\nZoek met een kort deel van een woord.\n",
        ),
        (
            ["qqq", "--method", "enquete"],
            "\nZoek met een kort deel van een woord, of laat --method weg.\n",
        ),
        (
            ["--theme", "sociale_omgeving", "--method", "register"],
            "\nLaat --theme of --method weg.\n",
        ),
    ],
)
def test_what_can_be_done_is_told_of_what_was_typed(
    command: Run, words: list[str], told: str
) -> None:
    ended = command("indicators", "list", *words)
    assert ended.code == 2
    assert ended.err.endswith(told)


def test_by_theme_and_by_method(command: Run) -> None:
    social = found(command, "--theme", "sociale_omgeving")
    assert "eenzaam" in social
    assert social == found(command, "--theme", "SOCIALE OMGEVING")
    counted, modelled = (found(command, "--method", one) for one in ("register", "modelschatting"))
    assert "eenzaam" in modelled
    assert "inwoners" in counted
    assert not set(counted) & set(modelled)


def test_a_theme_that_there_is_not(command: Run) -> None:
    ended = command("indicators", "list", "--theme", "bevolkin")
    assert ended.code == 2
    assert "Thema 'bevolkin' kennen we niet. Bedoelde u bevolking?" in ended.err
    assert documented(ended.err)


def shown(command: Run, indicator: str) -> str:
    ended = command("indicators", "show", indicator)
    assert ended.code == 0, ended.err
    assert all(not line.endswith((":", ": ")) for line in ended.out.splitlines()), ended.out
    return ended.out


def test_what_is_shown_of_a_figure_is_true_of_it(command: Run) -> None:
    lonely = shown(command, "eenzaam")
    assert "bron: groep gezondheid, onderwerp stam Eenzaam\n" in lonely
    assert "drempel: 0\n" in lonely
    assert "drempel: 0,3\n" in shown(command, "afstand_huisarts")
    assert (
        "noemer stam HuishoudensTotaal, vermenigvuldig 1, afronding vijftallen, uit_wijken ja"
        in (shown(command, "autos_per_huishouden"))
    )
    single = shown(command, "eenpersoonshuishoudens")
    assert "vermenigvuldig 100, afronding vijftallen" in single
