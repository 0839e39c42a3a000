from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from wijkprofiel.compilation.identity import Identity, Join, compare


def area(name: str, inhabitants: float, land: float = 100, **more: object) -> dict[str, object]:
    base = {"level": "wijk", "name": name, "gemeente_name": "Adam", "total": land}
    return {**base, "inhabitants": inhabitants, "land": land, **more}


def compared(here: dict[str, object], there: dict[str, object] | None) -> Identity:
    """One area beside what the other division has under its code, and a second wijk."""
    second = {"WK000102": area("Nieuw", 1000)}
    other = second if there is None else {"WK000101": there, **second}
    frames = [
        pd.DataFrame.from_dict(rows, orient="index")
        for rows in ({"WK000101": here, **second}, other)
    ]
    return compare(frames[0], frames[1], 2022)


def reason(here: dict[str, object], there: dict[str, object] | None) -> str | None:
    return compared(here, there).reasons.get("WK000101")


def test_code_name_gemeente_and_inhabitants_agree() -> None:
    identity = compared(area("Wijk 01 Oud", 1000), area("Oud", 1150))
    assert identity.join.tolist() == [Join.JOINED, Join.JOINED]
    assert identity.reasons == {}
    assert not identity.changed.any()


def test_a_code_that_is_used_for_another_area_is_not_joined() -> None:
    assert reason(area("Isselt", 1000), area("Eemkwartier", 1000)) == (
        "de code hoort op de indeling van 2022 bij een andere naam: Eemkwartier"
    )


def test_a_code_that_is_gone_is_not_joined() -> None:
    identity = compared(area("Oud", 1000), None)
    assert identity.reasons["WK000101"] == "komt op de indeling van 2022 niet voor"
    assert identity.known.tolist() == [False, True]


def test_another_gemeente_is_another_area() -> None:
    there = area("Oud", 1000, gemeente_name="Groot-Adam")
    assert reason(area("Oud", 1000), there) == (
        "ligt op de indeling van 2022 in een andere gemeente: Groot-Adam"
    )


@pytest.mark.parametrize("name", ["Adam (Z.)", "Adam (NH.)", "Adam (gemeente)"])
def test_what_tells_gemeenten_of_one_name_apart_is_no_part_of_the_name(name: str) -> None:
    assert reason(area("Oud", 1000), area("Oud", 1000, gemeente_name=name)) is None
    there = area(name, 1000, gemeente_name=name, level="gemeente")
    assert reason(area("Adam", 1000, level="gemeente"), there) is None


def test_a_title_that_was_cut_off_is_the_same_name() -> None:
    cut = "Burgerveen / Leimuiderbrug / Weteringbru"
    assert len(cut) == 40
    assert reason(area(cut, 1000), area("Burgerveen / Leimuiderbrug / Weteringbrug", 1000)) is None


@pytest.mark.parametrize(
    ("inhabitants", "expected"),
    [
        (1150, None),
        (1151, "heeft op de indeling van 2022 15,1% meer inwoners"),
        (850, None),
        (800, "heeft op de indeling van 2022 20,0% minder inwoners"),
        (np.nan, "het aantal inwoners op de indeling van 2022 is niet bekend"),
    ],
)
def test_inhabitants_may_differ_by_15_percent(inhabitants: float, expected: str | None) -> None:
    assert reason(area("Oud", 1000), area("Oud", inhabitants)) == expected


def test_a_wijk_without_inhabitants() -> None:
    assert reason(area("Haven", 0), area("Haven", 0)) is None
    assert reason(area("Haven", 0), area("Haven", 10)) == (
        "heeft op de indeling van 2022 meer inwoners"
    )


@pytest.mark.parametrize(("land", "changed"), [(105, False), (95, False), (106, True), (206, True)])
def test_another_land_area_is_joined_and_marked(land: float, *, changed: bool) -> None:
    identity = compared(area("Oud", 1000), area("Oud", 1000, land))
    assert identity.join[0] == Join.JOINED
    assert identity.changed.tolist() == [changed, False]
    assert (identity.here_ha[0], identity.there_ha[0]) == (100, land)


@pytest.mark.parametrize("land", [106, np.nan])
def test_an_unnamed_wijk_has_to_prove_its_area_too(land: float) -> None:
    assert reason(area("Wijk 03", 1000), area("Wijk 03", 1000, 104)) is None
    assert reason(area("Wijk 03", 1000), area("Wijk 03", 1000, land)) == (
        "heeft geen eigen naam, en de oppervlakte op de indeling van 2022 is anders of onbekend"
    )


def test_total_area_is_compared_with_total_area() -> None:
    here = area("Oud", 1000, 100, total=150)
    identity = compared(here, area("Oud", 1000, np.nan, total=151))
    everywhere = compare(
        pd.DataFrame.from_dict({"WK000101": here}, orient="index"),
        pd.DataFrame.from_dict({"WK000101": area("Oud", 1000, np.nan, total=151)}, orient="index"),
        2022,
    )
    assert not identity.area_known[0]  # the second wijk has land area, so land is what is compared
    assert (everywhere.here_ha[0], everywhere.there_ha[0]) == (150, 151)


def test_a_level_that_the_table_does_not_have_is_not_left_out_but_not_in_the_source() -> None:
    here = pd.DataFrame.from_dict(
        {"NL00": area("Nederland", 9000, level="land"), "WK000102": area("Nieuw", 1000)},
        orient="index",
    )
    there = pd.DataFrame.from_dict({"WK000102": area("Nieuw", 1000)}, orient="index")
    identity = compare(here, there, 2022)
    assert identity.join.tolist() == [Join.NOT_IN_SOURCE, Join.JOINED]
    assert identity.reasons == {}


def test_a_table_without_zeros_may_mean_zero_where_it_is_empty() -> None:
    here = pd.DataFrame.from_dict({"WK000101": area("Oud", 5)}, orient="index")
    there = pd.DataFrame.from_dict({"WK000101": area("Oud", np.nan)}, orient="index")
    reasons = compare(here, there, 2024, zero_is_empty=True).reasons
    assert reasons["WK000101"].endswith("is niet bekend of nul")
