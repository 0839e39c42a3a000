"""Is it the same area? Asked of every region before a figure of another division is joined to it.

The rule is that of `domain.identity`; here it is laid on all regions of a table, with the reason in
Dutch. A land area that differs by more than 5% does not stop the join of a wijk with a name but is
marked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wijkprofiel.domain.identity import (
    AreaFacts,
    Likeness,
    NameMatch,
    Refusal,
    compare_areas,
    match_names,
)
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.packing import Flags, Floats

IsRenamed = Callable[[str, str, str], bool]
"""Whether a list says of a code that its name here and its name there are of one area."""


def never(_code: str, _here: str, _there: str) -> bool:
    """What holds where there is no list."""
    return False


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
    here: pd.DataFrame,
    there: pd.DataFrame,
    year: int,
    *,
    is_renamed: IsRenamed = never,
) -> Identity:
    """Compare the regions of the edition with those of another division.

    Args:
        here, there: index code; columns as of `regions.areas_of`.
        year: division of the other table, for the reasons.
        is_renamed: says of which codes both names are of one area.
    """
    other = there.reindex(here.index)
    here_ha, there_ha = _areas(here, other)
    in_source = here["level"].isin(set(there["level"])).to_numpy()
    ours, theirs = _facts(here, here_ha), _facts(other, there_ha)
    found = likenesses(here, there, is_renamed)
    refused = np.array([not each.same for each in found.values()], dtype=np.bool_)
    join = np.select([~in_source, refused], [Join.NOT_IN_SOURCE, Join.OTHER_DIVISION], Join.JOINED)
    return Identity(
        join=join.astype(np.int8),
        reasons={
            code: _why(likeness, mine, its, year)
            for (code, likeness), mine, its, joined in zip(
                found.items(), ours, theirs, join, strict=True
            )
            if joined == Join.OTHER_DIVISION
        },
        changed=(join == Join.JOINED)
        & np.array([each.border_moved for each in found.values()], dtype=np.bool_),
        here_ha=here_ha,
        there_ha=there_ha,
        area_known=~np.isnan(here_ha) & ~np.isnan(there_ha),
        known=here.index.isin(there.index),
    )


def likenesses(
    here: pd.DataFrame, there: pd.DataFrame, is_renamed: IsRenamed = never
) -> dict[str, Likeness]:
    """How each region is like what the other division has under its code, in order of code."""
    other = there.reindex(here.index)
    here_ha, there_ha = _areas(here, other)
    rows = zip(here.index, _facts(here, here_ha), _facts(other, there_ha), strict=True)
    return {
        str(code): compare_areas(
            mine, its, renamed=is_renamed(str(code), mine.name or "", its.name or "")
        )
        for code, mine, its in rows
    }


def _facts(frame: pd.DataFrame, hectares: Floats) -> list[AreaFacts]:
    """What a table says of its areas, in the order of its rows."""
    columns = (frame[name] for name in ("level", "name", "gemeente_name", "inhabitants"))
    zeros = frame["zero_is_empty"].eq(True)
    return [
        AreaFacts(
            name=None if pd.isna(name) else str(name),
            gemeente=None if pd.isna(gemeente) else str(gemeente),
            inhabitants=float(people),
            land=float(land),
            is_gemeente=level == RegionLevel.GEMEENTE,
            zero_is_empty=bool(zero_is_empty),
        )
        for level, name, gemeente, people, land, zero_is_empty in zip(
            *columns, hectares, zeros, strict=True
        )
    ]


def same_division(
    here: pd.DataFrame, there: pd.DataFrame, join: NDArray[np.int8]
) -> Identity | None:
    """On one division code and name go together; None if they do, for all areas.

    A code that has another name in the other table stands for another area there.
    """
    other = there.reindex(here.index)
    named = other["name"].notna().to_numpy() & (join == Join.JOINED)
    names = zip(here["name"].fillna(""), other["name"].fillna(""), strict=True)
    agree = [match_names(*pair) in (NameMatch.SAME, NameMatch.NUMBER) for pair in names]
    refused = named & ~np.array(agree, dtype=np.bool_)
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


def _why(likeness: Likeness, here: AreaFacts, there: AreaFacts, year: int) -> str:
    """In Dutch by which rule an area was not joined."""
    on = f"op de indeling van {year}"
    if likeness.refusal is Refusal.NOT_THERE:
        return f"komt {on} niet voor"
    if likeness.refusal is Refusal.OTHER_NAME:
        return f"de code hoort {on} bij een andere naam: {there.name}"
    if likeness.refusal is Refusal.OTHER_GEMEENTE:
        return f"ligt {on} in een andere gemeente: {there.gemeente}"
    if likeness.refusal is Refusal.PEOPLE_UNKNOWN:
        unknown = "niet bekend of nul" if there.zero_is_empty else "niet bekend"
        return f"het aantal inwoners {on} is {unknown}, en {_land(likeness)}"
    if likeness.refusal is Refusal.PEOPLE_APART and likeness.name is NameMatch.BEGINNING:
        return f"heet {on} {there.name}, en heeft {_growth(here, there)}"
    if likeness.refusal is Refusal.PEOPLE_APART:
        return f"heeft {on} {_growth(here, there)}, en {_land(likeness)}"
    unproven = {
        NameMatch.NUMBER: "heeft geen eigen naam",
        NameMatch.SAME: "hier woont niemand",
    }
    return f"{unproven.get(likeness.name, f'heet {on} {there.name}')}, en {_land(likeness)}"


def _land(likeness: Likeness) -> str:
    if likeness.land_apart is None:
        return "de oppervlakte is niet bekend"
    return f"de oppervlakte verschilt {likeness.land_apart * 100:.1f}%".replace(".", ",")


def _growth(here: AreaFacts, there: AreaFacts) -> str:
    """`26,3% meer inwoners`; without a percentage where nobody lived there."""
    before, now = here.inhabitants or 0.0, there.inhabitants or 0.0
    direction = "meer inwoners" if now > before else "minder inwoners"
    if not before:
        return direction
    return f"{abs(now - before) / before * 100:.1f}% ".replace(".", ",") + direction
