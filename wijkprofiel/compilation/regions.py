"""Areas of a table, and the regions of an edition with their numbers of people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import numpy as np
import pandas as pd

from wijkprofiel.compilation.cleaning import clean_codes, clean_numbers, clean_text
from wijkprofiel.compilation.plausible import outside
from wijkprofiel.compilation.ranges import COUNTS
from wijkprofiel.configuration.definitions import WantedTopic
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.names import TITLE_WIDTH, short_name, wijk_name
from wijkprofiel.domain.regions import Region, RegionLevel, gemeente_code_of, level_of
from wijkprofiel.edition.packing import Floats
from wijkprofiel.methods.population import SHARE_MINORS_15_TO_25, SHARE_MINORS_PER_CHILD
from wijkprofiel.sources.tables import SourceTable
from wijkprofiel.sources.topics import find_topic

HECTARES_PER_KM2 = 100

# Age groups of the core table that the number of adults is estimated from.
_CHILDREN = "k_0Tot15Jaar"
_YOUNG = "k_15Tot25Jaar"
_ELDERLY = "k_65JaarOfOuder"


def areas_of(table: SourceTable) -> pd.DataFrame:
    """Identity of the areas of a table: one row per code, with NaN for what it does not tell.

    Its index is the code; its columns are level, name, gemeente_name, inhabitants, land and total
    (hectares), and zero_is_empty: whether an empty number can also be a zero.
    """
    roles, codes = table.roles, clean_codes(table.rows[table.roles.code])
    rows = table.rows.loc[~codes.duplicated()]
    frame = pd.DataFrame({"code": codes[rows.index]})
    frame["level"] = frame["code"].map(level_of)
    frame["name"] = _names(table, rows, frame["code"])
    frame["inhabitants"] = _numbers(rows, roles.inhabitants)
    scale = HECTARES_PER_KM2 if roles.area_unit == "km2" else 1
    frame["land"] = np.rint(_numbers(rows, roles.land) * scale)
    frame["total"] = np.rint(_numbers(rows, roles.total) * scale)
    if roles.gemeente is not None:
        frame["gemeente_name"] = clean_text(rows[roles.gemeente])
    frame["zero_is_empty"] = table.zero_is_empty
    frame = frame.set_index("code").sort_index()
    frame["total"] = _total_of_wijken(frame)
    if roles.gemeente is None:
        frame["gemeente_name"] = _names_of_gemeenten(frame)
    return frame


def _numbers(rows: pd.DataFrame, column: str | None) -> Floats:
    if column is None:
        return np.full(len(rows), np.nan)
    return _counts(rows[column])


def _counts(raw: pd.Series[str] | pd.Series[float]) -> Floats:
    """Numbers of an area; one that cannot be is not known (`JoinedTable.sift_areas` tells it)."""
    values = clean_numbers(raw).values
    return np.where(outside(values, COUNTS), np.nan, values)


def _total_of_wijken(frame: pd.DataFrame) -> pd.Series[float]:
    """Total area, of a gemeente as the sum of its wijken.

    CBS counts tidal water and large lakes with the gemeente but with none of its wijken, and some
    tables leave them out altogether: Vlieland is 316 or 42 km2. The wijken are the same in both.
    """
    wijken = frame[frame["level"] == RegionLevel.WIJK]
    homes = [gemeente_code_of(str(code)) for code in wijken.index]
    sums = wijken["total"].groupby(homes).sum(min_count=1)
    return sums.reindex(frame.index).fillna(frame["total"])


def _names(table: SourceTable, rows: pd.DataFrame, codes: pd.Series[str]) -> pd.Series[str]:
    if table.roles.name is not None:
        return clean_text(rows[table.roles.name])
    if table.regions is None:
        return pd.Series(pd.NA, index=codes.index, dtype="str")
    titles = table.regions.set_index(clean_codes(table.regions["Key"]))["Title"]
    return clean_text(codes.map(titles))


def _names_of_gemeenten(frame: pd.DataFrame) -> pd.Series[str]:
    """For a table without that column: the name of the gemeente that the code points to."""
    codes = pd.Series(frame.index, index=frame.index)
    return codes.map(gemeente_code_of).map(frame["name"]).fillna(frame["name"])


def core_regions(table: SourceTable) -> pd.DataFrame:
    """The regions of an edition, in order of code, with estimated numbers of adults.

    Raises:
        SourceChangedError: if the core table lacks what every region needs.
    """
    frame = areas_of(table)
    codes = clean_codes(table.rows[table.roles.code])
    ages = {stem: _by_code(table, stem, codes) for stem in (_CHILDREN, _YOUNG, _ELDERLY)}
    frame["adults"] = _adults(frame["inhabitants"], ages[_CHILDREN], ages[_YOUNG])
    frame["elderly"] = ages[_ELDERLY]
    _check(table, frame)
    return frame


def _by_code(table: SourceTable, stem: str, codes: pd.Series[str]) -> pd.Series[float]:
    topic = find_topic(table.id, table.topics, [WantedTopic(stam=stem)])
    if topic is None:
        raise SourceChangedError(
            f"De kerntabel {table.id} heeft geen onderwerp {stem}; zonder leeftijden is er geen"
            " aantal volwassenen.",
            remedy="Kies een andere `kerntabel` in configs/edities.",
        )
    values = _counts(table.rows[topic.key])
    return pd.Series(values, index=codes.to_numpy()).groupby(level=0).first()


def _adults(
    inhabitants: pd.Series[float], children: pd.Series[float], young: pd.Series[float]
) -> pd.Series[float]:
    """`methods.population.adults` for all areas at once; a test holds the two equal."""
    minors = np.minimum(SHARE_MINORS_15_TO_25 * young, SHARE_MINORS_PER_CHILD * children)
    return (inhabitants - children - minors).clip(lower=0).round(2)


def _check(table: SourceTable, frame: pd.DataFrame) -> None:
    if frame["inhabitants"].isna().all() and table.roles.inhabitants is not None:
        raise SourceChangedError(
            f"De kerntabel {table.id} heeft voor geen enkel gebied een aantal inwoners.",
            remedy="Wacht op een nieuwe levering, of kies een andere `kerntabel` in"
            " configs/edities.",
        )
    nameless = frame.index[frame["name"].isna() | (frame["name"] == "")]
    homes = {None, *frame.index}
    homeless = [code for code in frame.index if gemeente_code_of(code) not in homes]
    for codes, what in ((nameless, "geen naam"), (homeless, "geen gemeente in de tabel")):
        if len(codes):
            raise SourceChangedError(
                f"De kerntabel {table.id} heeft {len(codes)} gebieden met {what}, zoals"
                f" {codes[0]}.",
                remedy=f"Controleer de tabel en het recept configs/import/{table.id}.yaml.",
            )


def lengthen(titles: pd.Series[str], others: Iterable[pd.Series[str]]) -> pd.Series[str]:
    """Names to show: without numbering and, where a title was cut off, whole from another table.

    Args:
        titles: titles by code.
        others: names by code in tables on another division, only of areas that are the same.
    """
    wijken = titles.index.map(level_of) == RegionLevel.WIJK
    names = titles.map(short_name).where(~wijken, titles.map(wijk_name))
    cut = titles.index[titles.str.len() >= TITLE_WIDTH]
    for other in others:
        for code in cut.intersection(other.index):
            names[code] = _longest(names[code], short_name(other[code]))
    return names


def _longest(cut: str, whole: str) -> str:
    """Take the rest of the name from the other source, the accents of the first part from ours."""
    if len(whole) <= len(cut) or _plain(whole[: len(cut)]) != _plain(cut):
        return cut
    return cut + whole[len(cut) :]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def as_regions(frame: pd.DataFrame, names: pd.Series[str], division: int) -> list[Region]:
    """The regions as the edition stores them."""
    return [
        Region(
            code=str(row["code"]),
            division=division,
            name=str(names[row["code"]]),
            title=str(row["name"]),
            gemeente_name=str(row["gemeente_name"]),
            inhabitants=_whole(row["inhabitants"]),
            adults=None if np.isnan(row["adults"]) else float(row["adults"]),
            elderly=_whole(row["elderly"]),
            land_ha=_whole(row["land"]),
        )
        for row in frame.reset_index(names="code").to_dict("records")
    ]


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)
