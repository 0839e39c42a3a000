"""Rows of one piece of a table: from records to columns of text, checked on the way.

Nothing is cleaned: every cell stays the text that the service sent. What is checked is whether
these are the rows that were asked for, all of them, once, with cells that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wijkprofiel.configuration.sources import ServiceTable
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.improbable import too_many
from wijkprofiel.sources.answers import readable
from wijkprofiel.sources.cbs_odata import Record
from wijkprofiel.sources.metadata import changed, unsound
from wijkprofiel.sources.plan import Chunk
from wijkprofiel.sources.tables import Topic

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")
_MISSING = ("", ".")
_SENTINEL = -99990
_MAY_BE_NEGATIVE = "euro"
_WRONG = "De tabel zelf klopt niet; probeer het later opnieuw, of meld het de maker van de tabel."
_PASSED_OVER = (
    "De dienst slaat ons filter over; probeer het later opnieuw. Blijft het zo, en heeft de reeks"
    " in configs/bronnen.yaml een `verdeling`, haal die dan weg: dan vragen wij alles ineens."
)
_CUT_SHORT = (
    "Het antwoord hield op voor alle rijen er waren: een bladzijde is afgekapt, of de verwijzing"
    " naar de volgende ontbreekt. Probeer het later opnieuw; blijft het zo, zet dan een fijnere"
    " `verdeling` (niveau of gemeente) bij de reeks in configs/bronnen.yaml."
)


@dataclass(frozen=True)
class Expected:
    """What the rows of a table have to be.

    Attributes:
        codes: padded code by code without padding, in the order of the table's list.
        columns: columns that every row has, in order.
        topics: the topics whose figures will be used; their cells are read.
    """

    table: ServiceTable
    codes: Mapping[str, str]
    columns: Sequence[str]
    topics: Sequence[Topic]

    def codes_of(self, chunk: Chunk) -> list[str]:
        """The areas that a piece must have, in order."""
        return [code for code in self.codes if chunk.holds(code)]


def to_frame(records: Sequence[Record], chunk: Chunk, expected: Expected) -> pd.DataFrame:
    """The rows of a piece in the order of the table's list of areas.

    Raises:
        SourceChangedError: if they are not the rows that were asked for.
    """
    region = expected.table.series.regio.code
    wanted = expected.codes_of(chunk)
    if not records and wanted:
        raise _empty(chunk, expected, len(wanted))
    columns = _columns(records, chunk, expected)
    _check_keys(columns, chunk, expected)
    order = _order(columns[region], wanted, chunk, expected)
    for topic in expected.topics:
        _check_cells(columns[topic.key], topic, expected.table)
    table = pa.table({name: columns[name] for name in expected.columns})
    frame: pd.DataFrame = table.take(pa.array(order, pa.int64())).to_pandas()
    return frame


def _empty(chunk: Chunk, expected: Expected, wanted: int) -> SourceChangedError:
    return changed(
        expected.table,
        f"{chunk.label}: een leeg antwoord, terwijl de lijst van gebieden er {wanted} heeft. Zo"
        " antwoordt de dienst ook op een sleutel met de verkeerde breedte.",
        "`leeg` (als dit deel echt niet bestaat)",
    )


def _columns(
    records: Sequence[Record], chunk: Chunk, expected: Expected
) -> dict[str, pa.StringArray]:
    needed = set(expected.columns)
    if not all(needed <= record.keys() for record in records):
        gone = next(n for n in expected.columns if any(n not in record for record in records))
        message = f"{chunk.label}: de kolom {gone} ontbreekt in de rijen."
        raise unsound(expected.table, message, _WRONG)
    try:  # all columns at once costs a third of one at a time
        shape = pa.struct([(name, pa.string()) for name in expected.columns])
        return dict(zip(expected.columns, pa.array(records, shape).flatten(), strict=True))
    except (pa.ArrowException, TypeError) as error:
        strange = next((n for n in expected.columns if not _is_text(records, n)), "?")
        message = f"{chunk.label}: kolom {strange} bevat iets anders dan tekst."
        raise unsound(expected.table, message, _WRONG) from error


def _is_text(records: Sequence[Record], name: str) -> bool:
    return all(isinstance(record[name], str | None) for record in records)


def _check_keys(columns: Mapping[str, pa.StringArray], chunk: Chunk, expected: Expected) -> None:
    for name, key in chunk.keys:
        found = pc.unique(pc.utf8_trim_whitespace(columns[name])).to_pylist()
        if found != [key]:
            shown = ", ".join(readable(str(each), 20) for each in found[:5])
            message = f"{chunk.label}: {name} is {shown}, terwijl wij {key} vroegen."
            if key in found:
                raise unsound(expected.table, message, _PASSED_OVER)
            raise changed(expected.table, message, f"`{name.lower()}`")


def _order(
    raw: pa.StringArray, wanted: Sequence[str], chunk: Chunk, expected: Expected
) -> list[int]:
    """Per area that must be there, the place of its row."""
    codes = pc.utf8_trim_whitespace(raw).to_pylist()
    places = dict(zip(codes, range(len(codes)), strict=True))
    if len(places) != len(codes):
        seen: set[str] = set()
        twice = next(code for code in codes if code in seen or seen.add(code))  # type: ignore[func-returns-value]
        message = f"{chunk.label}: rijen staan er dubbel in, zoals {readable(str(twice), 20)}."
        raise unsound(expected.table, message, _WRONG)
    _check_complete(places.keys(), wanted, chunk, expected)
    return [places[code] for code in wanted]


def _check_complete(
    found: Collection[str], wanted: Sequence[str], chunk: Chunk, expected: Expected
) -> None:
    known = set(wanted)
    if strange := [code for code in found if code not in known]:
        message = (
            f"{chunk.label}: {len(strange)} gebieden die wij niet vroegen of die niet in de lijst"
            f" staan, zoals {readable(str(strange[0]), 20)}."
        )
        raise unsound(expected.table, message, _PASSED_OVER)
    if absent := [code for code in wanted if code not in found]:
        message = (
            f"{chunk.label}: {len(found)} van de {len(wanted)} gebieden kregen een rij;"
            f" {absent[0]} ontbreekt."
        )
        raise unsound(expected.table, message, _CUT_SHORT)


def _check_cells(column: pa.StringArray, topic: Topic, table: ServiceTable) -> None:
    """Cells are numbers that can be, dots or blank; a few others are left for the compile to tell.

    Few cells differ: each is read once.
    """
    low, high = _range(topic)
    known, wrong, first = 0, 0, None
    for cell in pc.value_counts(column).to_pylist():
        text = (cell["values"] or "").strip()
        if text in _MISSING:
            continue
        known += cell["counts"]
        number = float(text) if _NUMBER.fullmatch(text) else None
        if number is None or not (low <= number <= high or number <= _SENTINEL):
            wrong += cell["counts"]
            expected = "een getal" if number is None else f"tussen {low:g} en {high:g}"
            first = first or (readable(text, 30), expected)
    if first is not None and too_many(wrong, known, table.most_improbable):
        text, expected = first
        raise SourceChangedError(
            f"Tabel {table.entry.tabel} ({table.id}): kolom {topic.key} heeft op {known} cellen"
            f" {wrong} die niet kunnen, zoals {text!r}; verwacht: {expected}.",
            remedy="Controleer of de kolom nog hetzelfde onderwerp heeft; zo ja, dan is dit"
            " een fout van de bron. Er is niets vervangen. Deze cellen weglaten en melden kan ook:"
            " verhoog dan `onwaarschijnlijk.hoogstens_deel` in configs/bronnen.yaml.",
        )


def _range(topic: Topic) -> tuple[float, float]:
    unit = topic.unit or ""
    if unit == "%":
        return 0, 100
    return (float("-inf") if _MAY_BE_NEGATIVE in unit else 0), float("inf")
