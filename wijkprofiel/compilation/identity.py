"""Is it the same area? Asked before a figure of another division is joined to a region.

Wijk codes are re-used for other areas from one year to the next. Figures are joined only where
code, name and gemeente agree and the number of inhabitants differs by at most 15%. A land area
that differs by more than 5% does not stop the join but is marked. A wijk without a name of its own
(`Wijk 00`) has to pass both checks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wijkprofiel.domain.names import is_unnamed, same_name
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.packing import Flags, Floats

INHABITANTS_APART = 0.15
AREA_APART = 0.05

# Some tables tell gemeenten of one name apart, others do not: "Beek (L.)", "Utrecht (gemeente)".
_WHICH_ONE = re.compile(r"\s*\((?:gemeente|[A-Z][A-Za-z]{0,2}\.)\)$")


class Join(IntEnum):
    """What became of one region in one table."""

    JOINED = 0
    NOT_IN_SOURCE = 1
    OTHER_DIVISION = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """Per region of the edition: may figures of the other table stand for it?

    Attributes:
        join: a `Join` per region.
        reasons: in Dutch, per code that was not joined because it is not the same area.
        changed: joined, but the land area differs.
        here_ha, there_ha: the areas that were compared.
        area_known: both areas are known.
        known: the code occurs in the other table.
    """

    join: NDArray[np.int8]
    reasons: dict[str, str]
    changed: Flags
    here_ha: Floats
    there_ha: Floats
    area_known: Flags
    known: Flags


def compare(
    here: pd.DataFrame, there: pd.DataFrame, year: int, *, zero_is_empty: bool = False
) -> Identity:
    """Compare the regions of the edition with those of another division.

    Args:
        here, there: index code; columns level, name, gemeente_name, inhabitants, land, total.
        year: division of the other table, for the reasons.
        zero_is_empty: in the other table an empty cell can also be a zero.
    """
    other = there.reindex(here.index)
    here_ha, there_ha = _areas(here, other)
    area_apart = _relative(here_ha, there_ha) > AREA_APART
    in_source = here["level"].isin(set(there["level"])).to_numpy()
    unproven = ~(_relative(here_ha, there_ha) <= AREA_APART)
    unknown = "niet bekend of nul" if zero_is_empty else "niet bekend"
    reasons = _reasons(here, other, unproven, f"op de indeling van {year}", unknown)
    reasons = reasons[in_source & (reasons != "").to_numpy()]
    refused = here.index.isin(reasons.index)
    join = np.select([~in_source, refused], [Join.NOT_IN_SOURCE, Join.OTHER_DIVISION], Join.JOINED)
    return Identity(
        join=join.astype(np.int8),
        reasons={str(code): text for code, text in reasons.items()},
        changed=(join == Join.JOINED) & area_apart,
        here_ha=here_ha,
        there_ha=there_ha,
        area_known=~np.isnan(_relative(here_ha, there_ha)),
        known=here.index.isin(there.index),
    )


def same_division(
    here: pd.DataFrame, there: pd.DataFrame, join: NDArray[np.int8]
) -> Identity | None:
    """On one division code and name go together; None if they do, for all areas.

    A code that has another name in the other table stands for another area there.
    """
    other = there.reindex(here.index)
    named = other["name"].notna().to_numpy() & (join == Join.JOINED)
    refused = named & ~_same(here["name"].fillna(""), other["name"])
    if not refused.any():
        return None
    everywhere = np.ones(len(here), dtype=np.bool_)
    unknown = np.full(len(here), np.nan)
    return Identity(
        join=np.where(refused, Join.OTHER_DIVISION, join).astype(np.int8),
        reasons={
            str(code): f"heet in deze tabel {name}" for code, name in other["name"][refused].items()
        },
        changed=~everywhere,
        here_ha=unknown,
        there_ha=unknown,
        area_known=everywhere,
        known=here.index.isin(there.index),
    )


def _areas(here: pd.DataFrame, other: pd.DataFrame) -> tuple[Floats, Floats]:
    """Land area if both know it, else total area: like is only compared with like."""
    kind = "land" if other["land"].notna().any() else "total"
    return here[kind].to_numpy(dtype=float), other[kind].to_numpy(dtype=float)


def _relative(here: Floats, there: Floats) -> Floats:
    """Difference as a part of what it is here; NaN where either is unknown."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(here == there, 0.0, np.abs(there - here) / here)


def _reasons(
    here: pd.DataFrame, other: pd.DataFrame, unproven: Flags, division: str, unknown: str
) -> pd.Series[str]:
    """Why an area was not joined, the first reason that holds; empty where it was."""
    people = here["inhabitants"].to_numpy(dtype=float), other["inhabitants"].to_numpy(dtype=float)
    apart = _relative(*people)
    unnamed = np.array([is_unnamed(title) for title in here["name"]])
    return pd.Series(
        np.select(
            [
                other["name"].isna(),
                ~_same_names(here, other),
                ~_same_gemeenten(here, other),
                np.isnan(apart),
                apart > INHABITANTS_APART,
                unnamed & unproven,
            ],
            [
                f"komt {division} niet voor",
                f"de code hoort {division} bij een andere naam: " + other["name"].fillna(""),
                f"ligt {division} in een andere gemeente: " + other["gemeente_name"].fillna(""),
                f"het aantal inwoners {division} is {unknown}",
                f"heeft {division} " + _growth(*people),
                f"heeft geen eigen naam, en de oppervlakte {division} is anders of onbekend",
            ],
            "",
        ),
        index=here.index,
    )


def _growth(here: Floats, there: Floats) -> pd.Series[str]:
    """`26,3% meer inwoners`; without a percentage where nobody lived there."""
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.abs(there - here) / here * 100
    text = pd.Series(percent).map("{:.1f}%".format).str.replace(".", ",")
    text[~np.isfinite(percent)] = ""
    return (text + np.where(there > here, " meer inwoners", " minder inwoners")).str.strip()


def _same_names(here: pd.DataFrame, other: pd.DataFrame) -> Flags:
    gemeenten = (here["level"] == RegionLevel.GEMEENTE).to_numpy()
    return np.where(gemeenten, _same_gemeenten(here, other), _same(here["name"], other["name"]))


def _same_gemeenten(here: pd.DataFrame, other: pd.DataFrame) -> Flags:
    one, two = (
        frame["gemeente_name"].str.replace(_WHICH_ONE, "", regex=True) for frame in (here, other)
    )
    return _same(one, two)


def _same(here: pd.Series[str], there: pd.Series[str]) -> Flags:
    pairs = zip(here, there.fillna(""), strict=True)
    return np.array([one == other or same_name(one, other) for one, other in pairs])
