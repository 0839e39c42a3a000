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
from collections.abc import Iterator
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
    Comparison,
    Facts,
    Surroundings,
    mark_for,
    mark_of_verdict,
    people_printed,
    position_of,
    read_number,
    rounded,
    seen,
    word_of,
)
from tests.golden.points import DECIDING, Choice
from tests.support.rendering import render_html
from tests.support.shipped import open_shop
from wijkprofiel.charts.data import SpineData, Strip
from wijkprofiel.charts.marks import mark_icon, mark_name
from wijkprofiel.charts.palette import BLUE, GREY, INK, VERMILLION
from wijkprofiel.charts.spine import spine
from wijkprofiel.documents.profile.model import FigureRecord, Profile
from wijkprofiel.documents.profile.pages import PointCard, PointList, TrendLine
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.domain.verdict import Mark, Reason, Side, SizeClass, Verdict
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.render.export import to_csv, to_json
from wijkprofiel.words.cells import Cell, Row
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
NEAR = {"dichterbij": "gunstiger", "verder weg": "ongunstiger"}
CHANGES = ("gelijk", "dichter", "verder", "voorbij")
ROUNDED_IN_EXPORT = 6e-5
SPOKEN = re.compile(r"Ten opzichte van ")
COMPARED_WORDS = re.compile(r"\b(meer|minder) dan\b|ongeveer evenveel als|misschien niet anders")


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
            self._strips,
            self._points,
            self._lists,
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
            name = self.around.areas[column.key].name
            header = f"rest van {name}" if prints_rest else name
            if column.is_rest != prints_rest or column.header != header:
                yield f"kolom {column.header!r} waar {header!r} hoort"

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
            judgement.verdict.side is not None and judgement.verdict.benchmark in DECIDING
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
        if f"{self.region.name} {row.value.text};" not in text:
            yield f"het cijfer {row.value.text} staat niet in {text!r}"
        for column, cell, judgement in zip(
            self.profile.columns, row.benchmarks, row.judgements, strict=True
        ):
            if f"{column.header} {cell.text}" not in text:
                yield f"{column.header} {cell.text} staat niet in {text!r}"
            because = f" ({judgement.reason})" if judgement.reason else ""
            whole = self.around.areas[column.key].name
            same = f"de {column.key} {whole}" if whole == self.region.name else whole
            name = f"de rest van {same}" if column.is_rest else same
            spoken = f"Ten opzichte van {name}: {judgement.word}{because}."
            if spoken not in text:
                yield f"{spoken!r} staat niet in {text!r}"
        if len(SPOKEN.findall(text)) != len(row.judgements):
            yield f"te veel oordelen in {text!r}"
        if facts.sign == 0 and "gunstig" in text:
            yield f"gunstig waar geen goede kant is: {text!r}"

    # The first page.

    def _strips(self) -> Iterator[str]:
        rows = {row.indicator: row for row in self.rows() if row.age is AgeGroup.ADULTS}
        for strip in self.profile.glance.strips:
            for mark in strip.marks:
                row = rows[mark.indicator]
                record = self.records[(mark.indicator, AgeGroup.ADULTS)]
                sign, place = self.facts(record).sign, record.percentile
                assert place is not None
                if sign == 0:
                    yield f"{mark.indicator}: geen goede kant, toch op een strook"
                if _too_few_people(row):
                    yield f"{mark.indicator}: geen oordeel, toch op een strook"
                expected = (place if sign > 0 else 100 - place) / 100
                if abs(mark.place - expected) > 1e-4:
                    yield f"{mark.indicator}: plaats {mark.place} waar {expected} hoort"
                if seen(mark.mark) != _first_mark(row):
                    yield f"{mark.indicator}: teken {seen(mark.mark)}"
            yield from _strip_text(strip)

    def _points(self) -> Iterator[str]:
        glance = self.profile.glance
        expected = self.choice.points()
        for cards, points, favourable in (
            (glance.strengths.points, expected[0], True),
            (glance.concerns.points, expected[1], False),
        ):
            got = [(card.indicator, card.favourable, card.small) for card in cards]
            want = [(point.indicator, favourable, point.small) for point in points]
            if got != want:
                yield f"punten {got} waar {want} hoort"
            for card in cards:
                for text in self._card(card):
                    yield f"{card.indicator}: {text}"
        yield from self._point_rules()

    def _point_rules(self) -> Iterator[str]:
        """What holds whichever way points are chosen."""
        glance = self.profile.glance
        cards = [*glance.strengths.points, *glance.concerns.points]
        if len(cards) > 5 or (cards and (self.region.adults or 0) < FEWEST):
            yield f"{len(cards)} punten in een gebied van {self.region.adults} volwassenen"
        for points in (glance.strengths.points, glance.concerns.points):
            stories = [self.shop.catalogue.indicators[card.indicator].verhaal for card in points]
            if len(stories) != len(set(stories)):
                yield f"een verhaal twee keer aan één kant: {stories}"

    def _card(self, card: PointCard) -> Iterator[str]:
        record = self.records[(card.indicator, AgeGroup.ADULTS)]
        facts, value = self.facts(record), record.observation.value
        assert value is not None
        side = "gunstiger" if card.favourable else "ongunstiger"
        deciding = (v for v in _verdicts(record) if v.benchmark in DECIDING)
        sides = {v.side.value for v in deciding if v.side is not None}
        if sides != {side}:
            yield f"{side} punt met de oordelen {sorted(sides)}"
        if card.judgements != record.judgements:
            yield "de kaart oordeelt anders dan de tabel"
        if not card.headline.startswith(f"{facts.printed(value)} van de 100 "):
            yield f"kop {card.headline!r} bij {value}"
        yield from self._card_comparison(card, record)
        yield from self._card_people(card.people, value)
        yield from self._card_extras(card, record)

    def _card_comparison(self, card: PointCard, record: FigureRecord) -> Iterator[str]:
        facts, value, expected = self.facts(record), record.observation.value, []
        assert value is not None
        named = {
            facts.printed(v.printed_value)
            for v in _verdicts(record)
            if v.side is not None and v.printed_value is not None
        }
        for column, verdict in zip(self.profile.columns, _verdicts(record), strict=True):
            if verdict.printed_value is None or verdict.outcome.value == "niet_vergeleken":
                continue
            name = self.around.areas[column.key].name
            place = f"in {'de rest van ' if column.is_rest else ''}{name}"
            other = facts.printed(verdict.printed_value)
            more = facts.printed(value) - other
            if verdict.side is None:
                also = "afgerond ook " if other in named else ""
                expected.append(f"ongeveer evenveel als {place} ({also}{other})")
            else:
                expected.append(
                    f"{abs(more)} {'meer' if more > 0 else 'minder'} dan {place} ({other})"
                )
        for text in expected:
            if text not in card.comparison:
                yield f"{text!r} staat niet in {card.comparison!r}"
        if len(COMPARED_WORDS.findall(card.comparison)) != len(expected):
            yield f"te veel of te weinig vergelijkingen: {card.comparison!r}"

    def _card_people(self, said: str | None, value: float) -> Iterator[str]:
        expected = people_printed(value, self.region.adults)
        if (said is None) != (expected is None):
            yield f"aantal mensen {said!r} waar {expected} hoort"
        elif said is not None and (read_number(said) != expected or "Ongeveer" not in said):
            yield f"aantal mensen {said!r} waar ongeveer {expected} hoort"

    def _card_extras(self, card: PointCard, record: FigureRecord) -> Iterator[str]:
        place = None if record.percentile is None else position_of(record.percentile)
        said = (
            None
            if place is None or "middenmoot" in place
            else f"{self.region.name} hoort {place}."
            if self.region.level is RegionLevel.WIJK
            else f"{self.region.name} zou {place} horen."
        )
        if card.position != said:
            yield f"plaats {card.position!r} waar {said!r} hoort"
        small = (self.region.adults or 0) < 500
        without = "modelschatting" + ("; weinig inwoners, grovere schatting" if small else "")
        if record.observation.lower is None and card.certainty != without:
            yield f"zekerheid {card.certainty!r} waar {without!r} hoort"
        if record.observation.lower is None and not self._says_margins_are_missing():
            yield f"marges ontbreken, maar er staat {self.profile.glance.notes!r}"
        if _said_change(card.trend) != self._change(card.indicator):
            yield f"trend {card.trend!r} waar {self._change(card.indicator)!r} hoort"

    def _says_margins_are_missing(self) -> bool:
        return any("marges zijn niet beschikbaar" in note for note in self.profile.glance.notes)

    def _lists(self) -> Iterator[str]:
        glance = self.profile.glance
        for points in (glance.strengths, glance.concerns):
            yield from _empty_list(points)
            if self._share_a_signal(points) != ("hangen samen" in (points.note or "")):
                yield f"{points.heading}: noot {points.note!r} over samenhang"
        cards = [*glance.strengths.points, *glance.concerns.points]
        compared = any(
            verdict.outcome.value != "niet_vergeleken"
            for (_, age), record in self.records.items()
            if age is AgeGroup.ADULTS
            for verdict in _verdicts(record)
        )
        alike = compared and all(card.small for card in cards)
        if (glance.lead is not None) != alike:
            yield f"eerste zin {glance.lead!r} bij {len(cards)} punten"
        if not glance.concerns.points and compared:
            yield from self._fallback(glance.concerns.empty or "")
        reason = "te weinig mensen" if self.profile.columns else "is zelf de maat"
        if not compared and reason not in (glance.concerns.empty or ""):
            yield f"niets vergeleken, maar er staat {glance.concerns.empty!r}"

    def _share_a_signal(self, points: PointList) -> bool:
        """Whether two points of one side come from stories that move together."""
        stories, indicators = self.shop.catalogue.stories, self.shop.catalogue.indicators
        told = [stories[indicators[card.indicator].verhaal or ""] for card in points.points]
        signals = [story.signaal for story in told if story.signaal]
        return len(signals) > len(set(signals))

    def _fallback(self, said: str) -> Iterator[str]:
        indicator = self.choice.least_favourable()
        if indicator is None:
            return
        record = self.records[(indicator, AgeGroup.ADULTS)]
        assert record.observation.value is not None
        printed = rounded(record.observation.value)
        if f" {printed} van de 100 " not in said:
            yield f"{indicator} ({printed}) staat niet in {said!r}"
        count = people_printed(record.observation.value, self.region.adults)
        if count is None and "veel mensen" in said:
            yield f"'veel mensen' waar geen aantal mag staan ({self.region.adults} volwassenen)"
        named = [word_of(self.facts(record).definition, v) for v in _verdicts(record)]
        if "zonder verschil" in said and set(named) - {"ongeveer gelijk", "niet vergeleken"}:
            yield f"'zonder verschil' waar {indicator} {', '.join(named)} is"

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


def _strip_text(strip: Strip) -> Iterator[str]:
    """Each mark has one word, and it is the word of that mark."""
    listed = strip.text.partition(": ")[2].removesuffix(".")
    words = dict.fromkeys((mark.name for mark in strip.marks), "")
    for part in listed.split("; "):
        for mark in strip.marks:
            if (
                part.startswith(f"{mark.name} ")
                and part.removeprefix(f"{mark.name} ") in CLASS_WORDS
            ):
                words[mark.name] = part.removeprefix(f"{mark.name} ")
    for mark in strip.marks:
        word = words[mark.name]
        if not word or CLASS_WORDS[word] != seen(mark.mark):
            yield f"{mark.indicator}: woord {word!r} bij teken {seen(mark.mark)}"


def _empty_list(points: PointList) -> Iterator[str]:
    if bool(points.points) == bool(points.empty):
        yield f"{points.heading}: {len(points.points)} punten en {points.empty!r}"
    small = any(card.small for card in points.points)
    if small != ("kleine verschillen" in (points.note or "").lower()):
        yield f"{points.heading}: noot {points.note!r}"


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


@pytest.mark.parametrize("code", ["WK034403", "WK006000", "WK030722", "WK030723", "BU03440311"])
def test_the_page_marks_each_word_with_its_own_mark(code: str, checked: dict[str, Checked]) -> None:
    page = render_html(checked[code].profile)
    legend = {"", "open: iets"}
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
    card = sound.profile.glance.concerns.points[0]
    for name, wrong in {
        "side": replace(card, favourable=True),
        "number": replace(card, headline=card.headline.replace("27", "28")),
        "more": replace(card, comparison=card.comparison.replace("meer", "minder")),
        "people": replace(card, people="Ongeveer 7.245 volwassenen hebben moeite met rondkomen."),
        "place": replace(card, position=None),
        "trend": replace(card, trend="Het cijfer kwam dichter bij dat van Nederland."),
    }.items():
        assert list(sound._card(wrong)), name


# All wijken: `python -m tests.golden.test_no_contradiction`.

_OPEN: dict[str, Workshop] = {}
"""The workshop of a process; each opens the edition for itself."""


def _open_for_process(folder: str) -> None:
    place = Workplace(SearchPath.with_user_folder(None), Path(folder))
    _OPEN["shop"] = Workshop(place, "2020")


def _look_at(code: str) -> tuple[list[str], Counter[str]]:
    shop = _OPEN["shop"]
    item = Checked(shop, shop.profile(_region(shop, code)))
    glance = item.profile.glance
    counts = Counter(
        judgement.word for record in item.records.values() for judgement in record.judgements
    )
    if (item.region.adults or 0) >= FEWEST:
        points = len(glance.strengths.points) + len(glance.concerns.points)
        counts["vanaf 100 volwassenen"] = 1
        counts[f"met {points} gesprekspunten"] = 1
        counts["zonder kracht"] = not glance.strengths.points
        counts["zonder zorgpunt"] = not glance.concerns.points
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
