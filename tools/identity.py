"""Count what became of the codes of one division in another: the figures of docs/methode.md, 19.

    python -m tools.identity MAP kwb_2020 kwb_2024

MAP is a folder with snapshots (`wijkprofiel data import`); both tables need names, inhabitants and
land. Nothing is written.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from wijkprofiel.archive.snapshots import read_snapshot
from wijkprofiel.compilation.identity import IsRenamed, likenesses, never
from wijkprofiel.compilation.regions import areas_of
from wijkprofiel.configuration.renames import load_renames
from wijkprofiel.domain.identity import (
    INHABITANTS_APART,
    LAND_APART,
    LAND_EQUAL,
    Likeness,
    NameMatch,
    Refusal,
)
from wijkprofiel.domain.regions import RegionLevel, gemeente_code_of
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath


@dataclass(frozen=True)
class Counts:
    """The codes of one level in two divisions.

    Attributes:
        here, there, both: codes in the one, in the other, and in both.
        gone: codes that are only in the first; `gone_with_gemeente` of these in a gemeente that is
            gone as well.
        names: codes in both, by what their names have in common.
        close: of each of those how many have nearly the same land and inhabitants.
        crowded: of one name and equal land, with many more or fewer inhabitants.
        joined: taken for the same area, by what their names have in common.
        refused: codes of the first that are not, by the rule that says so.
    """

    here: int
    there: int
    both: int
    gone: int
    gone_with_gemeente: int
    names: Counter[NameMatch]
    close: Counter[NameMatch]
    crowded: int
    joined: Counter[NameMatch]
    refused: Counter[Refusal]


def counts(
    here: pd.DataFrame, there: pd.DataFrame, level: RegionLevel, is_renamed: IsRenamed = never
) -> Counts:
    """Count the codes of one level; both tables as `areas_of` gives them."""
    ours, theirs = (frame[frame["level"] == level] for frame in (here, there))
    found = likenesses(ours, theirs, is_renamed)
    known = [each for code, each in found.items() if code in theirs.index]
    gone = [code for code in ours.index if code not in theirs.index]
    return Counts(
        here=len(ours),
        there=len(theirs),
        both=len(known),
        gone=len(gone),
        gone_with_gemeente=sum(gemeente_code_of(code) not in there.index for code in gone),
        names=Counter(each.name for each in known),
        close=Counter(each.name for each in known if _is_close(each)),
        crowded=sum(
            each.name is NameMatch.SAME
            and (each.people_apart or 0) > INHABITANTS_APART
            and each.land_apart is not None
            and each.land_apart <= LAND_EQUAL
            for each in known
        ),
        joined=Counter(each.name for each in found.values() if each.same),
        refused=Counter(each.refusal for each in found.values() if each.refusal is not None),
    )


def _is_close(each: Likeness) -> bool:
    if each.people_apart is None or each.land_apart is None:
        return False
    return each.people_apart <= INHABITANTS_APART and each.land_apart <= LAND_APART


def lines(level: RegionLevel, found: Counts) -> Iterator[str]:
    """What was counted, for a terminal."""
    yield f"{level}: {found.here} en {found.there} codes, {found.both} in beide"
    yield f"  weg {found.gone}, waarvan {found.gone_with_gemeente} met hun gemeente"
    for name in NameMatch:
        yield (
            f"  {name}: {found.names[name]}, waarvan {found.close[name]} met land en inwoners"
            f" dichtbij; gekoppeld {found.joined[name]}"
        )
    yield f"  zelfde naam en land, veel meer of minder inwoners: {found.crowded}"
    for rule in Refusal:
        yield f"  niet gekoppeld, {rule}: {found.refused[rule]}"


def main(folder: Path, first: str, second: str) -> None:
    """Count for gemeenten, wijken and buurten."""
    tables = [read_snapshot(folder, name)[1] for name in (first, second)]
    here, there = map(areas_of, tables)
    years = tables[0].origin.division, tables[1].origin.division
    renames = load_renames(SearchPath((SHIPPED_CONFIGS,)))
    for level in (RegionLevel.GEMEENTE, RegionLevel.WIJK, RegionLevel.BUURT):
        found = counts(here, there, level, partial(renames.is_renamed, years))
        sys.stdout.write("\n".join(lines(level, found)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
