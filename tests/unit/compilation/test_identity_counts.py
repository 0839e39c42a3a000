"""What `tools.identity` counts, on wijken that are few enough to count by hand."""

from __future__ import annotations

import pandas as pd

from tools.identity import counts, lines
from wijkprofiel.domain.identity import NameMatch, Refusal
from wijkprofiel.domain.regions import RegionLevel


def _frame(rows: dict[str, tuple[str, float, float]]) -> pd.DataFrame:
    found = {
        code: {
            "level": "gemeente" if code.startswith("GM") else "wijk",
            "name": name,
            "gemeente_name": "Adam",
            "inhabitants": people,
            "land": land,
            "total": land,
            "zero_is_empty": False,
        }
        for code, (name, people, land) in rows.items()
    }
    return pd.DataFrame.from_dict(found, orient="index")


def test_every_code_is_counted_once() -> None:
    here = _frame(
        {
            "GM0001": ("Adam", 9000, 900),
            "WK000101": ("Wijk 01 Oud", 1000, 100),
            "WK000102": ("Bouwlust en Vrederust", 1000, 100),
            "WK000103": ("Bosgebied", 1000, 100),
            "WK000104": ("Rijn", 1000, 100),
            "WK000105": ("Wijk 05", 1000, 100),
            "WK000201": ("Weg", 1000, 100),
        }
    )
    there = _frame(
        {
            "GM0001": ("Adam", 9000, 900),
            "WK000101": ("Oud", 1100, 100),
            "WK000102": ("Bouwlust", 1000, 100),
            "WK000103": ("Isselt", 1000, 100),
            "WK000104": ("Rijn", 2000, 100),
            "WK000105": ("Wijk 05", 1000, 120),
            "WK000106": ("Nieuw", 10, 10),
        }
    )
    found = counts(here, there, RegionLevel.WIJK)
    assert (found.here, found.there, found.both) == (6, 6, 5)
    assert (found.gone, found.gone_with_gemeente, found.crowded) == (1, 1, 1)
    assert found.names[NameMatch.SAME] == 2
    assert found.close[NameMatch.SAME] == 1
    assert found.joined.total() == 3
    assert found.refused == {
        Refusal.NOT_THERE: 1,
        Refusal.OTHER_NAME: 1,
        Refusal.LAND_UNPROVEN: 1,
    }
    assert found.joined.total() + found.refused.total() == found.here
    assert next(lines(RegionLevel.WIJK, found)) == "wijk: 6 en 6 codes, 5 in beide"
