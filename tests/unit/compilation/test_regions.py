from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.support.small_country import SmallCountry, recipe
from wijkprofiel.compilation.regions import areas_of, as_regions, core_regions, lengthen
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.methods.population import adults
from wijkprofiel.sources.local_files import read_table
from wijkprofiel.sources.tables import SourceTable

CUT = "Wijk 06 Van Stolkpark en Scheveningse Bo"


def core(country: SmallCountry, folder: Path) -> SourceTable:
    return read_table(recipe("kern"), country.write(folder))


def test_adults_are_estimated_as_the_method_says(tmp_path: Path) -> None:
    country = SmallCountry()
    frame = core_regions(core(country, tmp_path))
    for row in country.core:
        expected = adults(row["AantalInwoners_5"], row["k_0Tot15Jaar_8"], row["k_15Tot25Jaar_9"])
        assert frame["adults"][row["WijkenEnBuurten"].strip()] == pytest.approx(expected, abs=0.005)


def test_adults_are_never_fewer_than_none(tmp_path: Path) -> None:
    country = SmallCountry()
    country.core[5] |= {"AantalInwoners_5": 5, "k_0Tot15Jaar_8": 5, "k_15Tot25Jaar_9": 5}
    assert core_regions(core(country, tmp_path))["adults"]["WK000103"] == 0


def test_regions_have_what_judging_needs(tmp_path: Path) -> None:
    frame = core_regions(core(SmallCountry(), tmp_path))
    regions = {r.code: r for r in as_regions(frame, lengthen(frame["name"], []), 2020)}
    wijk = regions["WK000101"]
    assert (wijk.name, wijk.title, wijk.gemeente_name) == ("Oud", "Wijk 01 Oud", "Adam")
    assert (wijk.inhabitants, wijk.adults, wijk.elderly, wijk.land_ha) == (2500, 2016, 500, 155)
    assert regions["WK000103"].name == "Wijk 03"
    assert regions["NL00"].division == 2020
    assert list(regions) == sorted(regions)


def test_the_total_area_of_a_gemeente_is_that_of_its_wijken(tmp_path: Path) -> None:
    # The table gives Adam 660 ha, with tidal water that is in none of its wijken.
    assert areas_of(core(SmallCountry(), tmp_path))["total"]["GM0001"] == 155 + 310 + 150


def test_square_kilometres_become_hectares(tmp_path: Path) -> None:
    table = read_table(recipe("grenzen"), SmallCountry().write(tmp_path))
    assert areas_of(table)["total"]["WK000101"] == 206


def test_a_table_without_names_of_gemeenten_takes_them_from_its_gemeenten(tmp_path: Path) -> None:
    table = read_table(recipe("grenzen"), SmallCountry().write(tmp_path))
    assert areas_of(table)["gemeente_name"].to_dict() == {
        "GM0001": "Adam",
        "GM0002": "Bdam",
        "WK000101": "Adam",
        "WK000102": "Adam",
        "WK000104": "Adam",
        "WK000201": "Bdam",
    }


def test_a_core_table_without_ages_is_refused(tmp_path: Path) -> None:
    table = read_table(recipe("later"), SmallCountry().write(tmp_path))
    with pytest.raises(SourceChangedError, match="heeft geen onderwerp k_0Tot15Jaar"):
        core_regions(table)


def test_a_wijk_without_its_gemeente_is_refused(tmp_path: Path) -> None:
    country = SmallCountry()
    del country.core[1]
    with pytest.raises(SourceChangedError, match="4 gebieden met geen gemeente in de tabel"):
        core_regions(core(country, tmp_path))


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("Van Stolkpark en Scheveningse Bosjes", "Van Stolkpark en Scheveningse Bosjes"),
        ("Wijk 06 Van Stolkpark en Scheveningse Bosjes", "Van Stolkpark en Scheveningse Bosjes"),
        ("Iets anders dat langer is dan de titel in de tabel", "Van Stolkpark en Scheveningse Bo"),
        ("Van Stolkpark", "Van Stolkpark en Scheveningse Bo"),
    ],
)
def test_a_title_that_was_cut_off_is_made_whole(whole: str, shown: str) -> None:
    names = lengthen(pd.Series({"WK051806": CUT}), [pd.Series({"WK051806": whole})])
    assert names["WK051806"] == shown


def test_a_longer_name_without_accents_keeps_ours() -> None:
    cut = "Cafébuurt en de wijk met een lange naam é"[:40]
    whole = "Cafebuurt en de wijk met een lange naam erachter"
    names = lengthen(pd.Series({"WK000101": cut}), [pd.Series({"WK000101": whole})])
    assert names["WK000101"] == cut + whole[40:]


def test_a_title_that_was_not_cut_off_stays() -> None:
    names = lengthen(pd.Series({"WK000101": "Oud"}), [pd.Series({"WK000101": "Oud-Zuid"})])
    assert names["WK000101"] == "Oud"


def test_numbers_that_are_not_there_stay_away() -> None:
    frame = pd.DataFrame(
        {
            "name": "Oud",
            "gemeente_name": "Adam",
            **dict.fromkeys(("inhabitants", "adults", "elderly", "land"), np.nan),
        },
        index=["WK000101"],
    )
    (region,) = as_regions(frame, frame["name"], 2020)
    assert (region.inhabitants, region.adults, region.elderly, region.land_ha) == (None,) * 4
