"""No sentence, mark, picture, text alternative or export contradicts the verdict it stands for.

A sample of areas of every size runs with the tests. All wijken of the country:

    python -m tests.golden.test_no_contradiction
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.golden.areas import all_wijken, sample
from tests.golden.oracle import (
    FEWEST,
    SIGNS,
    Comparison,
    Facts,
    Surroundings,
    mark_for,
    mark_of_verdict,
    read_number,
    rounded,
    seen,
    word_of,
)
from tests.golden.points import COUNTRY as COUNTRY_KEY
from tests.golden.points import NEAR as NEAR_KEY
from tests.golden.points import Choice
from tests.support.catalogue import CATALOGUE
from tests.support.rendering import render_html
from tests.support.shipped import open_shop
from wijkprofiel.charts.data import SpineData
from wijkprofiel.charts.marks import mark_icon, mark_name
from wijkprofiel.charts.palette import BLUE, GREY, INK, VERMILLION
from wijkprofiel.charts.spine import spine
from wijkprofiel.documents.profile.front_page import FrontRow
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.documents.profile.pages import TrendLine
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.domain.verdict import Mark, Reason, Shape, Side, SizeClass, Tone, Verdict
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.render.export import to_csv, to_json
from wijkprofiel.words.cells import Cell, Row
from wijkprofiel.words.opening import Statement
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

MISSING = "–"
DRAWN_IN = {"gunstig": BLUE, "ongunstig": VERMILLION, "neutraal": GREY, "inkt": INK}
CLASS_WORDS = {
    word: mark_for(size, side)
    for side in ("gunstiger", "ongunstiger", "hoger", "lager")
    for word, size in (
        (f"iets {side}", "iets"),
        (side, "gewoon"),
        (f"duidelijk {side}", "duidelijk"),
    )
} | {
    "ongeveer gelijk": mark_for("ongeveer_gelijk", None),
    "niet vergeleken": mark_for(None, None),
    "te onzeker": mark_for(None, None),
}
OTHERS = {RegionLevel.WIJK: "wijken", RegionLevel.BUURT: "buurten"}
TONES = {1: "gunstig", -1: "ongunstig"}
NEAR = {"dichterbij": "gunstiger", "verder weg": "ongunstiger"}
CHANGES = ("gelijk", "dichter", "verder", "voorbij")
ROUNDED_IN_EXPORT = 6e-5
SPOKEN = re.compile(r"Ten opzichte van ")


@dataclass(frozen=True)
class Checked:
    """One profile with what is needed to contradict it."""

    shop: Workshop
    profile: Profile

    @property
    def region(self) -> Region:
        region = self.profile.area.region
        assert region is not None
        return region

    @property
    def _names(self) -> set[str]:
        """What the area may be called: by the source, or as people call it."""
        alias = CATALOGUE.aliases.gedrukt_als.wijken.get(self.region.name)
        printed = self.region.name if alias is None else alias.naam
        return {self.region.name, self.profile.front.title, printed}

    @cached_property
    def around(self) -> Surroundings:
        codes = {
            "wijk": self.region.wijk_code,
            "gemeente": self.region.gemeente_code,
            "land": NEDERLAND,
        }
        areas = {}
        for column in self.profile.columns:
            area = self.shop.edition.region(codes[column.key] or "")
            assert area is not None
            areas[column.key] = area
        return Surroundings(self.region, areas)

    @cached_property
    def records(self) -> dict[tuple[str, AgeGroup], FigureRecord]:
        """The figures of the profile; older rounds, which are never judged, left out."""
        found: dict[tuple[str, AgeGroup], FigureRecord] = {}
        for record in self.profile.figures:
            key = (record.indicator, record.observation.age)
            if key not in found:
                found[key] = record
        return found

    @cached_property
    def book(self) -> FigureBook:
        return FigureBook(self.shop.edition)

    @cached_property
    def choice(self) -> Choice:
        catalogue = self.shop.catalogue
        return Choice(self.around, self.records, catalogue.indicators, catalogue.stories)

    def facts(self, record: FigureRecord) -> Facts:
        definition = self.shop.catalogue.indicators[record.indicator]
        return Facts.of(definition, record.observation.age, self.region)

    def unit(self, record: FigureRecord) -> float | None:
        """The spread that z is measured in."""
        key = FigureKey(record.indicator, record.observation.age, record.observation.period)
        spread = self.shop.edition.spread(key)
        if spread is None:
            return None
        root = self.facts(record).definition.schaal.value == "wortel"
        return spread.sd_root if root else spread.sd

    def rows(self) -> Iterator[Row]:
        for theme in self.profile.themes:
            for table in theme.tables:
                for row in table.rows:
                    yield row
                    if row.elderly is not None:
                        yield row.elderly

    def complaints(self) -> Iterator[str]:
        """Everything that contradicts something else, with the place where it stands."""
        for part in (
            self._figures,
            self._columns,
            self._rows,
            self._points,
            self._trends,
            self._csv,
        ):
            for text in part():
                yield f"{self.region.code} {part.__name__[1:]}: {text}"

    # Figures and their verdicts.

    def _figures(self) -> Iterator[str]:
        for record in self.records.values():
            if record.judgements:
                yield from self._figure(record)

    def _figure(self, record: FigureRecord) -> Iterator[str]:
        facts, unit = self.facts(record), self.unit(record)
        for place in range(len(record.judgements)):
            if facts.age is AgeGroup.WORKING_AGE:
                yield from _not_judged(record, place)
                continue
            item = Comparison(facts, record, self.around, place, unit)
            for text in item.complaints():
                yield f"{record.indicator} {facts.age} {item.verdict.benchmark}: {text}"

    def _columns(self) -> Iterator[str]:
        for column in self.profile.columns:
            prints_rest = self.around.prints_rest(column.key)
            header, _ = self._beside(column.key, is_rest=prints_rest)
            if column.is_rest != prints_rest or column.header != header:
                yield f"kolom {column.header!r} waar {header!r} hoort"

    def _beside(self, key: str, *, is_rest: bool) -> tuple[str, str]:
        """What a benchmark is called above its column, and in a sentence."""
        printed = CATALOGUE.aliases.gedrukt_als.gemeenten
        source, gemeente = self.around.areas[key].name, self.region.gemeente_name
        gemeente = printed.get(gemeente, gemeente)
        name = gemeente if re.fullmatch(r"Wijk \d+", source) else printed.get(source, source)
        is_namesake = name in self._names or (key == "wijk" and name == gemeente)
        if is_rest and is_namesake and key == "gemeente":
            rest = f"andere {OTHERS[self.region.level]} van {name}"
        elif is_rest:
            rest = f"rest van de {key} {name}" if is_namesake else f"rest van {name}"
        elif is_namesake:
            rest = f"{key} {name}"
        else:
            return name, name
        return rest, f"de {rest}"

    # Rows with their spines.

    def _rows(self) -> Iterator[str]:
        for row in self.rows():
            for text in self._row(row):
                yield f"{row.indicator} {row.age}: {text}"

    def _row(self, row: Row) -> Iterator[str]:
        record = self.records[(row.indicator, row.age)]
        facts = self.facts(record)
        if row.judgements != record.judgements:
            yield "de rij oordeelt anders dan de uitvoer"
        yield from _cell(row.value, record.observation.value, facts)
        for place, cell in enumerate(row.benchmarks):
            yield from self._benchmark_cell(cell, record, place)
        yield from self._age_remark(row)
        if row.spine is not None:
            yield from self._spine(row.spine, row, facts)

    def _benchmark_cell(self, cell: Cell, record: FigureRecord, place: int) -> Iterator[str]:
        verdict = record.judgements[place].verdict
        whole = record.benchmark_figures[place].value
        printed = whole if verdict.printed_value is None else verdict.printed_value
        yield from _cell(cell, printed, self.facts(record))
        column = self.profile.columns[place]
        if column.is_rest and cell.value is not None and verdict.scope.value == "geheel":
            level = self.around.areas[column.key].level.value
            if cell.note != f"hele {level}":
                yield f"noot {cell.note!r} bij het cijfer van de hele {level}"

    def _age_remark(self, row: Row) -> Iterator[str]:
        said = any("65-plussers" in remark for remark in row.remarks)
        health = not self.facts(self.records[(row.indicator, row.age)]).is_register
        named = any(
            judgement.verdict.side is not None
            and judgement.verdict.benchmark in (NEAR_KEY, COUNTRY_KEY)
            for judgement in row.judgements
        )
        may_say = row.age is AgeGroup.ADULTS and health and named
        expected = may_say and self.choice.explained_by_age(row.indicator)
        if said != expected:
            yield f"leeftijd wordt {'wel' if said else 'niet'} genoemd"

    def _spine(self, data: SpineData, row: Row, facts: Facts) -> Iterator[str]:
        if data.mirrored != (facts.sign < 0) or data.judged != (facts.sign != 0):
            yield "de as loopt de verkeerde kant op"
        if data.value != (None if _too_few_people(row) else row.value.value):
            yield "de figuur staat op een ander cijfer"
        if [each.value for each in data.benchmarks] != [cell.value for cell in row.benchmarks]:
            yield "de figuur vergelijkt met andere cijfers"
        expected = _first_mark(row)
        if seen(data.mark) != expected:
            yield f"teken {seen(data.mark)} in de figuur waar {expected} hoort"
        yield from self._spine_text(data.text, row, facts)
        yield from _drawing(spine(data, row.value.text), data)

    def _spine_text(self, text: str, row: Row, facts: Facts) -> Iterator[str]:
        if not any(f"{name} {row.value.text};" in text for name in self._names):
            yield f"het cijfer {row.value.text} staat niet in {text!r}"
        for column, cell, judgement in zip(
            self.profile.columns, row.benchmarks, row.judgements, strict=True
        ):
            if f"{column.header} {cell.text}" not in text:
                yield f"{column.header} {cell.text} staat niet in {text!r}"
            because = f" ({judgement.reason})" if judgement.reason else ""
            _, name = self._beside(column.key, is_rest=column.is_rest)
            spoken = f"Ten opzichte van {name}: {judgement.word}{because}."
            if spoken not in text:
                yield f"{spoken!r} staat niet in {text!r}"
        if len(SPOKEN.findall(text)) != len(row.judgements):
            yield f"te veel oordelen in {text!r}"
        if facts.sign == 0 and "gunstig" in text:
            yield f"gunstig waar geen goede kant is: {text!r}"

    # The first page.

    def _points(self) -> Iterator[str]:
        """The chosen rows are the points, and their numbers those of the figures in one form."""
        chart = self.profile.front.chart
        rows = () if chart is None else chart.rows
        strengths, concerns = self.choice.points()
        want = [(point.indicator, TONES[point.side]) for point in (*strengths, *concerns)]
        got = [(row.indicator, row.mark.tone.value) for row in rows]
        chosen = [item for item in got if item[1] != "neutraal"]
        if chosen != want:
            yield f"punten {chosen} waar {want} hoort"
        for row in rows:
            yield from (f"{row.indicator}: {text}" for text in self._front_row(row))
        for statement in self.profile.front.statements:
            yield from self._statement(statement, rows)

    def _front_row(self, row: FrontRow) -> Iterator[str]:
        record = self.choice.main(row.indicator)
        assert record is not None
        definition, value = self.facts(record).definition, record.observation.value
        assert value is not None
        side = {"gunstig": 1, "ongunstig": -1}.get(row.mark.tone.value, 0)
        per = 10 if side and definition.eenheid.value == "per_1000" else 1
        number = rounded(value / per, definition.decimalen)
        if side and definition.is_health and SIGNS[definition.richting] != side:
            number = 100 - number
        if read_number(row.here) != number:
            yield f"hier {row.here} bij {value}"
        if side and row.place is not None and side * (row.place - 50) < 0:
            yield f"plaats {row.place} op de helft die de kant ontkent"
        if (
            # Either side counts what it is about, so both are more than in the country.
            side and row.country is not None and read_number(row.here) < read_number(row.country)
        ):
            yield f"{row.here} hier en {row.country} in het land wijzen de andere kant op"

    def _statement(self, statement: Statement, rows: Sequence[FrontRow]) -> Iterator[str]:
        """A thing that is a point begins with the number of its row."""
        if statement.kind.value not in ("kracht", "zorg"):
            return
        titles = (statement.title, f"{statement.title} (km)")
        row = next((row for row in rows if row.name in titles), None)
        if row is None:
            yield f"{statement.title!r} heeft geen rij"
        elif read_number(statement.text) != read_number(row.here):
            yield f"{statement.text!r} naast {row.here} in de rij"

    # Parts of the area, rounds of the monitor, exports.

    def _trends(self) -> Iterator[str]:
        for theme in self.profile.themes:
            for line in () if theme.trend is None else theme.trend.lines:
                if _said_change(line.change) != self._change(line.indicator):
                    yield f"{line.indicator}: {line.change!r} bij {self._change(line.indicator)}"
                yield from _trend_text(line)

    def _change(self, indicator: str) -> str | None:
        """The one of CHANGES that may be said of the distance to the country over the rounds."""
        definition = self.shop.catalogue.indicators[indicator]
        years = {"drie_rondes": (2012, 2016, 2020), "twee_rondes": (2016, 2020)}
        rounds = years.get(definition.trend.value, ())
        if not rounds or self.region.code == NEDERLAND or (self.region.adults or 0) < 1_000:
            return None
        distances = [self._distance(indicator, year) for year in rounds]
        if None in distances:
            return None
        known = [distance for distance in distances if distance is not None]
        steps = [after - before for before, after in pairwise(known)]
        turns = any(step > 0 for step in steps) and any(step < 0 for step in steps)
        if round(abs(known[-1] - known[0]), 6) < 0.75 or turns:
            return "gelijk"
        first, last = abs(known[0]), abs(known[-1])
        if known[0] * known[-1] < 0 and round(abs(last - first), 6) < 0.75:
            return "voorbij"
        return "dichter" if last < first else "verder"

    def _distance(self, indicator: str, year: int) -> float | None:
        book, key = self.book, FigureKey(indicator, AgeGroup.ADULTS, year)
        own = book.observation(Area.of(self.region), key).value
        theirs = book.observation(Area.of(self.around.areas["land"]), key).value
        spread = book.spread(key)
        if own is None or theirs is None or spread is None or not spread.sd:
            return None
        return (own - theirs) / spread.sd

    def _csv(self) -> Iterator[str]:
        lines = list(
            csv.DictReader(io.StringIO(to_csv(self.profile).lstrip("\ufeff")), delimiter=";")
        )
        judged = [line for line in lines if line["woord"]]
        expected = [
            (record, judgement.verdict)
            for record in self.profile.figures
            for judgement in record.judgements
        ]
        if len(judged) != len(expected):
            yield f"{len(judged)} oordelen in het bestand, {len(expected)} in het profiel"
            return
        for line, (record, verdict) in zip(judged, expected, strict=True):
            where = f"{record.indicator} {record.observation.age} {verdict.benchmark}"
            yield from (f"{where}: {text}" for text in self._csv_line(line, record, verdict))

    def _csv_line(
        self, line: dict[str, str], record: FigureRecord, verdict: Verdict
    ) -> Iterator[str]:
        definition = self.shop.catalogue.indicators[record.indicator]
        said = [line[key] for key in ("uitkomst", "reden", "grootte", "kant", "woord")]
        meant = [
            *(
                _value(part)
                for part in (verdict.outcome, verdict.reason, verdict.size, verdict.side)
            ),
            word_of(definition, verdict),
        ]
        if said != meant:
            yield f"{said} waar {meant} hoort"
        numbers = {
            "waarde": record.observation.value,
            "waarde_rest": verdict.benchmark_value,
            "z": verdict.z,
            "verschil": verdict.difference,
            "afgedrukt_verschil": verdict.printed_difference,
        }
        for key, number in numbers.items():
            if (line[key] == "") != (number is None):
                yield f"{key} is {line[key]!r} bij {number}"
        known = {key: number for key, number in numbers.items() if number is not None and line[key]}
        for key, number in known.items():
            if abs(_decimal(line[key]) - number) > ROUNDED_IN_EXPORT:
                yield f"{key} is {line[key]!r} bij {number}"


def _value(part: Any) -> str:
    return "" if part is None else str(part.value)


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def _verdicts(record: FigureRecord) -> list[Verdict]:
    return [judgement.verdict for judgement in record.judgements]


def _said_change(text: str | None) -> str | None:
    """Which of CHANGES a text says; all of them at once is none of them."""
    said = [change for change in CHANGES if change in (text or "")]
    return " en ".join(said) or text


def _not_judged(record: FigureRecord, place: int) -> Iterator[str]:
    if record.judgements[place].verdict.outcome.value != "niet_vergeleken":
        yield f"{record.indicator}: een oordeel over 18 tot en met 64 jaar"


def _cell(cell: Cell, value: float | None, facts: Facts) -> Iterator[str]:
    if (cell.text == MISSING) != (value is None) or (cell.value is None) != (value is None):
        yield f"cel {cell.text!r} bij {value}"
    elif value is None:
        if not cell.note:
            yield "een streepje zonder reden"
    elif not facts.definition.klassen and read_number(cell.text) != facts.printed(value):
        yield f"cel {cell.text!r} waar {facts.printed(value)} hoort"


def _first_mark(row: Row) -> tuple[str, str, bool, bool]:
    """The mark of the first benchmark that was compared with."""
    for judgement in row.judgements:
        if judgement.verdict.outcome.value != "niet_vergeleken":
            return mark_of_verdict(judgement.verdict)
    return mark_for(None, None)


def _too_few_people(row: Row) -> bool:
    """Whether nothing is judged because hardly anybody lives there."""
    return any(each.verdict.reason is Reason.TOO_FEW_PEOPLE for each in row.judgements)


def _trend_text(line: TrendLine) -> Iterator[str]:
    for cells in (line.region, *line.benchmarks):
        if ", ".join(cell.text for cell in cells) not in line.text:
            yield f"{line.indicator}: cijfers ontbreken in {line.text!r}"


def _drawing(svg: str, data: SpineData) -> Iterator[str]:
    """The picture carries its text, and its last mark has the colour and shape of the verdict."""
    title = re.search(r"<title>(.*?)</title>", svg)
    if title is None or _unescaped(title[1]) != data.text:
        yield "de figuur draagt een andere tekst"
    if data.value is not None:
        yield from _drawn_mark(svg, data.mark)


def _unescaped(text: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'")):
        text = text.replace(entity, char)
    return text.replace("&amp;", "&")


def _drawn_mark(svg: str, mark: Mark) -> Iterator[str]:
    shape, tone, filled, _ = seen(mark)
    drawn = re.findall(r"<path [^>]*>", svg)[-1]
    fill = re.search(r'fill="(#\w+)"', drawn)
    stroke = re.search(r'stroke="(#\w+)"', drawn)
    colour = fill if filled else stroke
    if colour is None or colour[1] != DRAWN_IN[tone]:
        yield f"getekend als {drawn} waar {tone} hoort"
    if _pointing(drawn) != ("rond" if shape in ("stip", "ring") else shape):
        yield f"getekend als {drawn} waar {shape} hoort"


def _pointing(path: str) -> str:
    """Where a triangle points, from its corners alone."""
    found = re.search(r' d="M([\d. -]+(?:L[\d. -]+){2})Z"', path)
    if found is None:
        return "rond"
    corners = [[float(part) for part in each.split()] for each in found[1].split("L")]
    for axis, before, after in ((1, "omhoog", "omlaag"), (0, "links", "rechts")):
        values = [corner[axis] for corner in corners]
        if len(set(values)) == 2:
            alone = next(value for value in values if values.count(value) == 1)
            return before if alone == min(values) else after
    return "scheef"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def checked(shop: Workshop) -> dict[str, Checked]:
    return {code: Checked(shop, shop.profile(_region(shop, code))) for code in sample(shop.edition)}


def _region(shop: Workshop, code: str) -> Region:
    region = shop.edition.region(code)
    assert region is not None
    return region


def test_the_sample_has_areas_of_every_kind(checked: dict[str, Checked]) -> None:
    assert 50 <= len(checked) <= 75
    levels = Counter(item.region.level.value for item in checked.values())
    assert set(levels) == {"land", "gemeente", "wijk", "buurt"}
    sizes = [item.region.adults or 0.0 for item in checked.values()]
    assert min(sizes) < FEWEST
    words = Counter(
        judgement.word
        for item in checked.values()
        for record in item.records.values()
        for judgement in record.judgements
    )
    assert set(CLASS_WORDS) - {"te onzeker"} <= set(words), "elk woord moet aan de beurt komen"


def test_nothing_contradicts_its_verdict(checked: dict[str, Checked]) -> None:
    found = list(chain.from_iterable(item.complaints() for item in checked.values()))
    assert not found, f"{len(found)} tegenspraken\n" + "\n".join(found[:40])


@pytest.mark.parametrize("code", ["WK034403", "WK006000", "WK030722", "BU03440311", "GM0344"])
def test_json_says_the_same_as_the_profile(code: str, checked: dict[str, Checked]) -> None:
    profile = checked[code].profile
    exported = json.loads(to_json(profile))
    rows = [
        row for theme in exported["themes"] for table in theme["tables"] for row in table["rows"]
    ]
    meant = [row for theme in profile.themes for table in theme.tables for row in table.rows]
    for said, row in zip(rows, meant, strict=True):
        _same_row(said, row)
        if row.elderly is not None:
            _same_row(said["elderly"], row.elderly)


def _same_row(said: dict[str, Any], row: Row) -> None:
    assert said["indicator"] == row.indicator
    assert said["value"]["value"] == row.value.value
    for exported, judgement in zip(said["judgements"], row.judgements, strict=True):
        verdict = judgement.verdict
        keys = ("outcome", "reason", "size", "side", "certainty")
        assert [exported["verdict"][key] or "" for key in keys] == [
            _value(getattr(verdict, key)) for key in keys
        ]
        assert exported["verdict"]["z"] == verdict.z
        assert exported["word"] == judgement.word
        mark = exported["mark"]
        assert (mark["shape"], mark["tone"], mark["filled"], mark["bold"]) == mark_of_verdict(
            verdict
        )


MARKED = re.compile(
    r'<[^>]*class="[^"]*\bteken-([a-z]+-(?:vol|open)-[a-z]+)\b([^"]*)"[^>]*>([^<]*)<'
)


@pytest.mark.parametrize("code", ["WK034403", "WK006000", "WK030722", "BU03440311"])
def test_the_page_marks_each_word_with_its_own_mark(code: str, checked: dict[str, Checked]) -> None:
    page = render_html(checked[code].profile)
    legend = {"", "open: iets", "klein verschil"}
    found = [mark for mark in MARKED.findall(page) if mark[-1].strip() not in legend]
    assert found
    for name, rest, word in found:
        shape, tone, filled, bold = CLASS_WORDS[_by_side(word.strip())]
        assert name == f"{shape}-{'vol' if filled else 'open'}-{tone}", word
        if "toon-" in rest:
            assert f"toon-{tone}" in rest
            assert ("duidelijk" in rest.split()) is bold


def _by_side(word: str) -> str:
    """A word about a distance as the word for its side."""
    for distance, side in NEAR.items():
        word = word.replace(distance, side)
    return word


@pytest.mark.parametrize("word", sorted(CLASS_WORDS))
def test_a_mark_that_stands_alone_is_drawn_as_its_word(
    word: str, checked: dict[str, Checked]
) -> None:
    marks = {
        judgement.mark
        for item in checked.values()
        for record in item.records.values()
        for judgement in record.judgements
        if judgement.word == word
    }
    assert marks or word == "te onzeker"
    for mark in marks:
        svg = mark_icon(mark, word)
        assert not list(_drawn_mark(svg, mark))
        assert f"<title>{word}</title>" in svg
        shape, tone, filled, _ = CLASS_WORDS[word]
        assert mark_name(mark) == f"{shape}-{'vol' if filled else 'open'}-{tone}"


def test_what_is_wrong_is_found(checked: dict[str, Checked]) -> None:
    """Each of these changes one thing in a sound profile."""
    sound = checked["WK034403"]
    table = sound.profile.themes[1].tables[0]
    row = table.rows[0]
    assert row.spine is not None
    judgement = row.judgements[0]
    verdict = judgement.verdict
    other_mark = replace(judgement.mark, bold=False)
    changed = {
        "word": replace(judgement, word="ongunstiger"),
        "mark": replace(judgement, mark=other_mark),
        "difference": replace(judgement, difference="−9"),
        "size": replace(judgement, verdict=replace(verdict, size=SizeClass.PLAIN)),
        "side": replace(judgement, verdict=replace(verdict, side=Side.FAVOURABLE)),
        "z": replace(judgement, verdict=replace(verdict, z=-1.9)),
    }
    for name, wrong in changed.items():
        record = sound.records[(row.indicator, row.age)]
        broken = replace(record, judgements=(wrong, *record.judgements[1:]))
        item = Comparison(sound.facts(record), broken, sound.around, 0, sound.unit(record))
        assert list(item.complaints()), name
    for name, data in {
        "text": replace(
            row.spine, text=row.spine.text.replace("duidelijk ongunstiger", "gunstiger")
        ),
        "mark": replace(row.spine, mark=other_mark),
        "axis": replace(row.spine, mirrored=True),
    }.items():
        assert list(
            sound._spine(data, row, sound.facts(sound.records[(row.indicator, row.age)]))
        ), name


def test_wrong_points_are_found(checked: dict[str, Checked]) -> None:
    sound = checked["WK034403"]
    chart = sound.profile.front.chart
    assert chart is not None
    row = chart.rows[0]
    other = Mark(Shape.UP, Tone.FAVOURABLE)
    for name, wrong in {
        "side": replace(row, mark=other),
        "number": replace(row, here="28"),
        "country": replace(row, country="40"),
        "place": replace(row, place=60.0),
    }.items():
        assert list(sound._front_row(wrong)), name
    statement = sound.profile.front.statements[1]
    assert list(
        sound._statement(replace(statement, text=statement.text.replace("27", "26")), [row])
    )
    assert list(sound._statement(replace(statement, title="Geld"), [row]))


# All wijken: `python -m tests.golden.test_no_contradiction`.

_OPEN: dict[str, Workshop] = {}
"""The workshop of a process; each opens the edition for itself."""


def _open_for_process(folder: str) -> None:
    place = Workplace(SearchPath.with_user_folder(None), Path(folder))
    _OPEN["shop"] = Workshop(place, "2020")


def _look_at(code: str) -> tuple[list[str], Counter[str]]:
    shop = _OPEN["shop"]
    item = Checked(shop, shop.profile(_region(shop, code)))
    counts = Counter(
        judgement.word for record in item.records.values() for judgement in record.judgements
    )
    if (item.region.adults or 0) >= FEWEST:
        strengths, concerns = item.choice.points()
        counts["vanaf 100 volwassenen"] = 1
        counts[f"met {len(strengths) + len(concerns)} punten"] = 1
        counts["zonder kracht"] = not strengths
        counts["zonder zorgpunt"] = not concerns
    return list(item.complaints()), counts


def main() -> int:
    """Look at every wijk of the country and print what contradicts."""
    with tempfile.TemporaryDirectory() as folder:
        _open_for_process(folder)
        codes = all_wijken(_OPEN["shop"].edition)
        found: list[str] = []
        counts: Counter[str] = Counter()
        with ProcessPoolExecutor(initializer=_open_for_process, initargs=(folder,)) as pool:
            for complaints, counted in pool.map(_look_at, codes, chunksize=25):
                found += complaints
                counts += counted
    lines = [f"{len(codes)} wijken", *(f"{counts[key]:>9,} {key}" for key in sorted(counts))]
    sys.stdout.write("\n".join([*lines, f"{len(found)} tegenspraken", *found, ""]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
