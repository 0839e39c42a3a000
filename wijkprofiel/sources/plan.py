"""Requests as data: which rows of a table are asked for, in which pieces.

A plan is made from the configuration alone, so that it can be shown without asking anything. With
the table's own lists of keys the same plan gets its keys as this table pads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from requests import Request

from wijkprofiel.configuration.sources import MapCollection, MapTable, ServiceTable
from wijkprofiel.domain.regions import gemeente_code_of

FEED = "ODataFeed/odata"
DATA = "UntypedDataSet"

_LEVELS = {"NL": "land", "GM": "gemeenten", "WK": "wijken", "BU": "buurten"}

Keys = Mapping[str, Mapping[str, str]]
"""Per dimension its keys: as we write them, and as the table pads them."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of a table: a combination of keys, for some areas.

    Attributes:
        label: what it is, for people.
        keys: per dimension the key that its rows have, without padding.
        prefixes: beginnings of the codes of its areas; none for all areas.
        filters: the `$filter` that asks for it, or None for everything.
    """

    label: str
    keys: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    filters: str | None

    def holds(self, code: str) -> bool:
        """Whether an area belongs to this piece."""
        return not self.prefixes or code.startswith(self.prefixes)


def plan_chunks(
    table: ServiceTable,
    *,
    gemeente: str | None = None,
    gemeenten: Iterable[str] = (),
    keys: Keys | None = None,
    margins: Sequence[str] | None = None,
) -> list[Chunk]:
    """The pieces of a table, in the order in which they are put together.

    Args:
        gemeente: code of the only gemeente to ask for, with the country beside it.
        gemeenten: codes of all gemeenten, for a table that is asked for per gemeente.
        keys: the keys as the table pads them.
        margins: keys of the margins that the table has, when known.
    """
    found: list[Chunk] = []
    for slice_keys, (area, prefixes) in product(
        _slices(table, margins), _areas(table, gemeente, gemeenten)
    ):
        words = [*_words(table, dict(slice_keys)), *([area] if area else [])]
        found.append(
            Chunk(
                label=", ".join(words) or "alle gebieden",
                keys=slice_keys,
                prefixes=prefixes,
                filters=_filter(table, slice_keys, prefixes, keys or {}),
            )
        )
    return found


def _slices(
    table: ServiceTable, margins: Sequence[str] | None
) -> Iterator[tuple[tuple[str, str], ...]]:
    """Every combination of age, margin and year, without those the table has no rows of."""
    series, entry = table.series, table.entry
    known = list(series.marge_sleutels.values()) if margins is None else list(margins)
    dimensions: list[tuple[str, Sequence[str]]] = []
    if series.leeftijd:
        dimensions.append((series.leeftijd, list(series.leeftijden)))
    if series.marges:
        dimensions.append((series.marges, known))
    if series.perioden:
        dimensions.append((series.perioden, entry.perioden))
    dimensions += [(name, [key]) for name, key in series.kies.items()]
    empty = {(item.leeftijd, item.periode) for item in entry.leeg}
    for combination in product(*(keys for _, keys in dimensions)):
        named = dict(zip((name for name, _ in dimensions), combination, strict=True))
        age, period = named.get(series.leeftijd or ""), named.get(series.perioden or "")
        if (age, period) not in empty:
            yield tuple(named.items())


def _areas(
    table: ServiceTable, gemeente: str | None, gemeenten: Iterable[str]
) -> list[tuple[str, tuple[str, ...]]]:
    if gemeente is not None:
        return [(gemeente, ("NL", *_inside(gemeente)))]
    match table.series.verdeling:
        case "niveau":
            return [(word, (prefix,)) for prefix, word in _LEVELS.items()]
        case "gemeente":
            return [("land", ("NL",)), *((code, _inside(code)) for code in gemeenten)]
        case _:
            return [("", ())]


def _inside(gemeente: str) -> tuple[str, str, str]:
    """Beginnings of the codes of a gemeente, its wijken and its buurten."""
    digits = gemeente.removeprefix("GM")
    assert gemeente_code_of(gemeente) == gemeente
    return f"GM{digits}", f"WK{digits}", f"BU{digits}"


def _words(table: ServiceTable, keys: Mapping[str, str]) -> list[str]:
    series = table.series
    words = []
    if age := keys.get(series.leeftijd or ""):
        words.append(str(series.leeftijden[age]))
    if margin := keys.get(series.marges or ""):
        words.extend(word for word, key in series.marge_sleutels.items() if key == margin)
    if period := keys.get(series.perioden or ""):
        words.append(period[:4])
    return words


def _filter(
    table: ServiceTable, slice_keys: Iterable[tuple[str, str]], prefixes: Sequence[str], keys: Keys
) -> str | None:
    parts = [f"{name} eq {_quoted(keys.get(name, {}).get(key, key))}" for name, key in slice_keys]
    region = table.series.regio.code
    areas = [f"startswith({region},{_quoted(prefix)})" for prefix in prefixes]
    if areas:
        parts.append(areas[0] if len(areas) == 1 else f"({' or '.join(areas)})")
    return " and ".join(parts) or None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def address(
    host: str,
    table: str,
    entity: str,
    filters: str | None = None,
    select: Sequence[str] | None = None,
) -> str:
    """The address that a question is sent to, byte for byte as `cbsodata` has it written."""
    options = {"$format": "json"}
    if select:
        options["$select"] = ",".join(select)
    if filters:
        options["$filter"] = filters
    return sent(f"https://{host}/{FEED}/{table}/{entity}", options)


def rows_address(
    table: ServiceTable, chunk: Chunk, columns: Sequence[str] | None, longest: int
) -> str:
    """Where a piece is asked for; with its columns, if only those are wanted and they fit."""
    bare = address(table.host, table.entry.tabel, DATA, chunk.filters)
    if columns is None or table.series.kolommen == "alle":
        return bare
    url = address(table.host, table.entry.tabel, DATA, chunk.filters, columns)
    return url if len(url) <= longest else bare


def sent(url: str, options: Mapping[str, str]) -> str:
    """An address with its options, as `requests` writes them."""
    return str(Request("GET", url, params=options).prepare().url)


def cited(host: str, table: str, entity: str) -> str:
    """The address of a part of a table as a reader types it."""
    return f"https://{host}/{FEED}/{table}/{entity}?$format=json"


def items_address(table: MapTable, collection: MapCollection) -> str:
    """The first page of a collection of a map."""
    path = table.map.pad.replace("{jaar}", str(table.jaar))
    return f"https://{table.host}{path}/collections/{collection.collectie}/items"


def items_options(table: MapTable, gemeente: str | None) -> dict[str, str]:
    """What is asked of every collection of a map."""
    options = {"f": "json", "limit": str(table.map.bladzijde), "crs": table.map.stelsel}
    return options | ({"gemeentecode": gemeente} if gemeente else {})
