"""A copy's columns of figures, each held as a whole against what it should be.

A wrong notation, a wrong column or a spreadsheet that made dates of numbers shows in a column long
before it shows in an edition: cells that are no numbers, percentages over a hundred, wijken that
together have more people than their gemeente. Each is an error with the places of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np
import pandas as pd

from wijkprofiel.configuration.editions import CopyNotation, ImportRecipe
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.domain.regions import (
    NEDERLAND,
    RegionLevel,
    gemeente_code_of,
    level_of,
    normalise_code,
    wijk_code_of,
)
from wijkprofiel.sources.notation import (
    Cells,
    Flags,
    Floats,
    ReadColumn,
    fitting,
    is_date,
    is_grouped,
    read_column,
)
from wijkprofiel.sources.tables import Roles, Topic, stem_of

_TEXT_UNITS = {"naam", "omschrijving", "code", "datum"}
"""Units of topics that are no figures, in the tables of CBS."""

_SENTINEL = -99990
_SHOWN = 3
_LONGEST = 30
_PLURAL = {
    RegionLevel.LAND: "landen",
    RegionLevel.GEMEENTE: "gemeenten",
    RegionLevel.WIJK: "wijken",
    RegionLevel.BUURT: "buurten",
}

# Sources round the counts of parts. A wrong notation or column is off by far more than this.
_SLACK, _SLACK_PER_PART = 1.5, 10
_HALF = 0.5
_MANY_PARENTS = 20


@dataclass(frozen=True, slots=True)
class CheckedColumn:
    """A column that should hold figures, with what is known of them."""

    name: str
    stem: str
    unit: str | None
    title: str = ""
    additive: bool | None = None
    lowest: float = -inf
    is_count: bool = False


@dataclass(frozen=True)
class ColumnChecks:
    """Checks the columns of one copy.

    Attributes:
        rows: what was read, numbered from 0.
        places: file and row of each of them.
    """

    recipe: ImportRecipe
    roles: Roles
    rows: pd.DataFrame
    places: Sequence[tuple[str, int]]

    def figures(self, topics: Iterable[Topic]) -> dict[str, Cells]:
        """Every column of figures, as plain numbers where the copy writes them otherwise.

        Raises:
            SourceChangedError: for the first column that cannot be what it should be.
        """
        read = {}
        for figure in _figures(self.roles, topics):
            raw = self.rows[figure.name]
            column = read_column(raw, self.recipe.notatie)
            if figure.unit is not None or figure.is_count or _is_of_figures(column, raw):
                self._check(figure, raw, column)
                read[figure.name] = column.cells
        return read if self._may_be_rewritten else {}

    @property
    def _may_be_rewritten(self) -> bool:
        """Whether something says how numbers are written; all else stays as it was given."""
        books = any(file.vorm == "xlsx" for file in self.recipe.gegevens)
        return books or self.recipe.notatie is not None

    @cached_property
    def _areas(self) -> pd.DataFrame:
        """Per row code, level, the area around it and period."""
        places, found = pd.factorize(self.rows[self.roles.code].astype("str"))
        codes = [normalise_code(str(code)) for code in found]
        levels, parents = map(level_of, codes), map(_parent, codes)
        known = pd.DataFrame({"code": codes, "level": list(levels), "parent": list(parents)})
        areas = known.take(places).reset_index(drop=True)
        period = self.roles.period
        return areas.assign(period="" if period is None else self.rows[period])

    def _check(self, figure: CheckedColumn, raw: Cells, column: ReadColumn) -> None:
        if column.strange.any():
            raise self._no_numbers(figure, raw, column.strange)
        self._check_thousands(figure, raw)
        values = np.where(column.values <= _SENTINEL, np.nan, column.values)
        self._check_range(figure, values)
        if self._adds_up(figure, values):
            self._check_sums(figure, values)

    def _no_numbers(self, figure: CheckedColumn, raw: Cells, strange: Flags) -> SourceChangedError:
        gone, examples = self._drop_out(strange), self._examples(raw, strange)
        where = f"Recept {self.recipe.id}: kolom {figure.name}: {gone}"
        if any(is_date(cell) for cell in raw[strange]):
            return SourceChangedError(
                f"{where}; er staat een datum of iets anders dan een getal: {examples}.",
                remedy="Een spreadsheet maakt van 10.1 of 10-1 al gauw een datum, en het cijfer is"
                " dan weg. Haal het bestand opnieuw op, en bewaar het niet vanuit een spreadsheet.",
            )
        return SourceChangedError(
            f"{where}; er staat geen getal: {examples}.", remedy=self._remedy(raw)
        )

    def _remedy(self, raw: Cells) -> str:
        where = f"configs/import/{self.recipe.id}.yaml"
        notation = fitting(raw, self.recipe.notatie)
        if notation is not None:
            return f"Zo geschreven getallen leest u met {_in_yaml(notation)} in {where}."
        return (
            "Betekent dit dat er geen cijfer is? Zet het dan bij `leeg` onder `notatie` in"
            f" {where}. Verbeter anders het bestand, of noem de goede kolom."
        )

    def _drop_out(self, strange: Flags) -> str:
        levels = self._areas["level"]
        lines = [
            f"{int(strange[at].sum())} van de {int(at.sum())} {word}"
            for level, word in _PLURAL.items()
            if strange[at := (levels == level).to_numpy()].any()
        ]
        verb = "valt" if int(strange.sum()) == 1 else "vallen"
        return f"{', '.join(lines)} {verb} uit"

    def _examples(self, raw: Cells | Floats, wrong: Flags) -> str:
        found = [
            f"{self._place(number)}: {_shown(raw[number])}"
            for number in np.flatnonzero(wrong)[:_SHOWN]
        ]
        more = "; …" if int(wrong.sum()) > _SHOWN else ""
        return "; ".join(found) + more

    def _place(self, number: int) -> str:
        file, row = self.places[number]
        return f"{file}, rij {row}"

    def _check_thousands(self, figure: CheckedColumn, raw: Cells) -> None:
        """Refuse counts of which `16.000` may be sixteen or sixteen thousand."""
        numeric = pd.api.types.is_numeric_dtype(raw)
        if self.recipe.notatie is not None or numeric or not figure.is_count:
            return
        pointed = [(i, str(cell)) for i, cell in enumerate(raw) if "." in str(cell).strip(" .")]
        if pointed and all(is_grouped(text) for _, text in pointed):
            number, text = pointed[0]
            raise SourceChangedError(
                f"Recept {self.recipe.id}: kolom {figure.name}: {self._place(number)}:"
                f" '{text.strip()}' kan {float(text):g} of {text.strip().replace('.', '')} zijn.",
                remedy=f"Zeg het in configs/import/{self.recipe.id}.yaml:"
                f" {_in_yaml(CopyNotation(decimaal=',', duizendtal='.'))} voor duizendtallen,"
                ' of notatie: {decimaal: "."}.',
            )

    def _check_range(self, figure: CheckedColumn, values: Floats) -> None:
        low, high = self.recipe.bereik.get(figure.stem, _known_range(figure))
        wrong = (values < low) | (values > high)
        if wrong.any():
            expected = f"minstens {low:g}" if high == inf else f"van {low:g} tot en met {high:g}"
            raise SourceChangedError(
                f"Recept {self.recipe.id}: kolom {figure.name}: {int(wrong.sum())} van de"
                f" {int((~np.isnan(values)).sum())} cijfers kunnen niet (verwacht: {expected}):"
                f" {self._examples(values, wrong)}.",
                remedy="Controleer of dit de goede kolom is, en hoe zij getallen schrijft"
                " (`notatie`). Kloppen de cijfers, noem dan wat wel kan bij"
                f" `bereik: {{{figure.stem}: [laagste, hoogste]}}` in"
                f" configs/import/{self.recipe.id}.yaml.",
            )

    def _adds_up(self, figure: CheckedColumn, values: Floats) -> bool:
        if self.roles.age is not None or self.roles.margin is not None:
            return False
        declared = self.recipe.optelbaar.get(figure.stem, figure.additive)
        return _is_additive(figure, values) if declared is None else declared

    def _check_sums(self, figure: CheckedColumn, values: Floats) -> None:
        sums = self._sums(values)
        much = sums[sums["sum"] > _SLACK * sums["whole"] + _SLACK_PER_PART * sums["parts"]]
        ratio = (sums["sum"] / sums["whole"]).median()
        if much.empty and (len(sums) < _MANY_PARENTS or ratio >= _HALF):
            return
        wrong = sums if much.empty else much
        first = wrong.iloc[0]
        raise SourceChangedError(
            f"Recept {self.recipe.id}: kolom {figure.name}: bij {len(wrong)} van de {len(sums)}"
            f" gebieden kloppen de delen niet met het geheel, zoals"
            f" {wrong.index[0][0]} ({first['whole']:g}, de delen samen {first['sum']:g}).",
            remedy="Controleer hoe de kolom getallen schrijft (`notatie`). Tellen deze cijfers"
            f" niet op, schrijf dan `optelbaar: {{{figure.stem}: nee}}` in"
            f" configs/import/{self.recipe.id}.yaml.",
        )

    def _sums(self, values: Floats) -> pd.DataFrame:
        """Per area and period with a figure, and a figure for all its parts: whole, sum, parts."""
        frame = self._areas.assign(value=values)
        wholes = frame.set_index(["code", "period"])["value"]
        groups = frame.dropna(subset="parent").groupby(["parent", "period"])["value"]
        sums = pd.DataFrame({"sum": groups.sum(), "parts": groups.size(), "known": groups.count()})
        sums["whole"] = wholes.reindex(sums.index)
        return sums[(sums["known"] == sums["parts"]) & (sums["whole"] > 0)]


def _figures(roles: Roles, topics: Iterable[Topic]) -> Iterator[CheckedColumn]:
    """The columns that hold figures, each once."""
    people, land, total = roles.inhabitants, roles.land, roles.total
    known = {
        name: CheckedColumn(name, stem_of(name), None, additive=additive, lowest=0, is_count=True)
        for name, additive in ((people, True), (land, False), (total, False))
        if name is not None
    }
    yield from known.values()
    for topic in topics:
        unit = None if topic.unit is None else topic.unit.strip().lower()
        if topic.key not in known and unit not in _TEXT_UNITS:
            title = topic.title or ""
            yield CheckedColumn(topic.key, topic.stem, unit, title, is_count=_is_count(unit))


def _is_count(unit: str | None) -> bool:
    return unit is not None and unit.startswith("aantal") and "per " not in unit and "/" not in unit


def _known_range(figure: CheckedColumn) -> tuple[float, float]:
    return (0, 100) if figure.unit == "%" else (figure.lowest, inf)


def _is_additive(figure: CheckedColumn, values: Floats) -> bool:
    """Whether these are counts: whole numbers, not below nought, and no mean or score."""
    known = values[~np.isnan(values)]
    mean = (figure.title or figure.stem).lower().startswith("gem")
    whole = bool(np.all(known == np.rint(known)) and np.all(known >= 0))
    return figure.is_count and not mean and whole


def _is_of_figures(column: ReadColumn, raw: Cells) -> bool:
    """Whether a column of which the unit is not known has figures, or what was a figure."""
    return not np.isnan(column.values).all() or any(is_date(cell) for cell in raw)


def _parent(code: str) -> str | None:
    if level_of(code) is RegionLevel.GEMEENTE:
        return NEDERLAND
    return wijk_code_of(code) or gemeente_code_of(code)


def _in_yaml(notation: CopyNotation) -> str:
    pairs = [f'decimaal: "{notation.decimaal}"']
    if notation.duizendtal is not None:
        pairs.append(f'duizendtal: "{notation.duizendtal}"')
    return f"`notatie: {{{', '.join(pairs)}}}`"


def _shown(cell: object) -> str:
    return f"{cell:g}" if isinstance(cell, float) else repr(str(cell).strip()[:_LONGEST])
