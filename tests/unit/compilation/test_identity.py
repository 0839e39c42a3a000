from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from wijkprofiel.compilation.identity import Identity, Join, compare


def area(name: str, inhabitants: float, land: float = 100, **more: object) -> dict[str, object]:
    base = {"level": "wijk", "name": name, "gemeente_name": "Adam", "total": land}
    base = {**base, "zero_is_empty": False}
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
        (
            1151,
            "heeft op de indeling van 2022 15,1% meer inwoners, en de oppervlakte verschilt 4,0%",
        ),
        (850, None),
        (
            800,
            "heeft op de indeling van 2022 20,0% minder inwoners, en de oppervlakte verschilt 4,0%",
        ),
        (
            np.nan,
            (
                "het aantal inwoners op de indeling van 2022 is niet bekend, en de oppervlakte"
                " verschilt 4,0%"
            ),
        ),
    ],
)
def test_inhabitants_may_differ_by_15_percent(inhabitants: float, expected: str | None) -> None:
    assert reason(area("Oud", 1000), area("Oud", inhabitants, 104)) == expected


@pytest.mark.parametrize("inhabitants", [3000, 200, np.nan])
def test_people_come_and_go_within_the_same_border(inhabitants: float) -> None:
    identity = compared(area("Oud", 1000), area("Oud", inhabitants, 101))
    assert identity.join[0] == Join.JOINED
    assert not identity.changed[0]


def test_a_wijk_without_inhabitants() -> None:
    assert reason(area("Haven", 0), area("Haven", 0)) is None
    assert reason(area("Haven", 0), area("Haven", 0, 106)) == (
        "hier woont niemand, en de oppervlakte verschilt 6,0%"
    )
    assert reason(area("Haven", 0), area("Haven", 10, 104)) == (
        "heeft op de indeling van 2022 meer inwoners, en de oppervlakte verschilt 4,0%"
    )


def test_a_rename_joins_where_a_list_says_so_and_the_land_agrees() -> None:
    frames = [
        pd.DataFrame.from_dict({"WK000102": area(name, 1000, land)}, orient="index")
        for name, land in (("Wijk 02", 100), ("Overstegen", 100), ("Overstegen", 120))
    ]

    def listed(code: str, here: str, there: str) -> bool:
        return (code, here, there) == ("WK000102", "Wijk 02", "Overstegen")

    assert compare(frames[0], frames[1], 2024).join[0] == Join.OTHER_DIVISION
    assert compare(frames[0], frames[1], 2024, is_renamed=listed).join[0] == Join.JOINED
    assert compare(frames[0], frames[2], 2024, is_renamed=listed).reasons["WK000102"] == (
        "heet op de indeling van 2024 Overstegen, en de oppervlakte verschilt 20,0%"
    )


def test_the_beginning_of_a_name_needs_people_and_land() -> None:
    here = area("Wijk 33 Bouwlust en Vrederust", 29500, 417)
    assert reason(here, area("Wijk 33 Bouwlust", 29530, 416)) is None
    assert reason(here, area("Wijk 33 Bouwlust", 20000, 417)) == (
        "heet op de indeling van 2022 Wijk 33 Bouwlust, en heeft 32,2% minder inwoners"
    )


@pytest.mark.parametrize(("land", "changed"), [(105, False), (95, False), (106, True), (206, True)])
def test_another_land_area_is_joined_and_marked(land: float, *, changed: bool) -> None:
    identity = compared(area("Oud", 1000), area("Oud", 1000, land))
    assert identity.join[0] == Join.JOINED
    assert identity.changed.tolist() == [changed, False]
    assert (identity.here_ha[0], identity.there_ha[0]) == (100, land)


@pytest.mark.parametrize(
    ("land", "told"),
    [(106, "de oppervlakte verschilt 6,0%"), (np.nan, "de oppervlakte is niet bekend")],
)
def test_an_unnamed_wijk_has_to_prove_its_area_too(land: float, told: str) -> None:
    assert reason(area("Wijk 03", 1000), area("Wijk 03", 1000, 104)) is None
    assert reason(area("Wijk 03", 1000), area("Wijk 03", 1000, land)) == (
        f"heeft geen eigen naam, en {told}"
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
    here = pd.DataFrame.from_dict(
        {"WK000101": area("Oud", 5), "WK000102": area("Haven", 0)}, orient="index"
    )
    there = pd.DataFrame.from_dict(
        {
            code: area(name, np.nan, 104, zero_is_empty=True)
            for code, name in (("WK000101", "Oud"), ("WK000102", "Haven"))
        },
        orient="index",
    )
    identity = compare(here, there, 2024)
    assert identity.reasons == {
        "WK000101": "het aantal inwoners op de indeling van 2024 is niet bekend of nul, en de"
        " oppervlakte verschilt 4,0%"
    }
