"""What fits on the first page: how high everything is, before it is laid out.

The page is always one page. What does not fit is chosen, not shrunk: first there are fewer rows,
then fewer lines of what is there; only the statements get a little smaller, where they are very
long. Sizes and margins are those of `templates/stijl/druk.css`; widths of letters are rounded up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wijkprofiel.documents.profile.front_page import Front, FrontChart, FrontRow
from wijkprofiel.yaml_files.text_size import lines

_MM = 25.4 / 72
"""Millimetres in a point."""
_PAGE = 277.0
_ROUNDED_UP = 1.03
"""By how much the widths of `text_size` are too large at the least, in Dutch sentences."""
_WIDE = 172.0
_BESIDE_MAP = 122.0
_MAP = 37.0
_SMALL, _BODY = 9.0, 10.5
_EDITION = "Editie nieuwste, 30 september 2026."
_LINE, _LINE_OF_STATEMENT = 32.0, 32.0
"""Em of a line of 80 characters."""
_NAME, _NUMBER = 62.0, 23.0
_BOLD = 1.06
"""How much wider the letters of a title and of a message are."""
_FOOT = 82.0
_AFTER_HEAD, _BETWEEN = 5.0, 4.5
_LEAST_ROWS = 4
_ROOM = 18.0
"""Millimetres that the roomy way of setting the page takes more."""


@dataclass(frozen=True, slots=True)
class TitleStep:
    """One size of a title: its class, points, and the lines that it may take."""

    name: str
    points: float
    lines: int


TITLE_SIZES = (
    TitleStep("", 46, 1),
    TitleStep("lang", 37, 1),
    TitleStep("langer", 28, 2),
    TitleStep("langst", 22, 9),
)
STATEMENT_SIZES = (14.0, 13.0, 12.5)


def title_size(title: str) -> int:
    """The number of the largest size in which a title keeps to its lines."""
    return next(
        number
        for number, size in enumerate(TITLE_SIZES)
        if _lines(title, _BOLD * size.points, _BESIDE_MAP) <= size.lines
    )


def setting(front: Front) -> str:
    """Classes of the style sheet for the page: `ruim`, or the size of its statements."""
    heights = [height(front, points) for points in STATEMENT_SIZES]
    if heights[0] + _ROOM <= _PAGE:
        return "ruim"
    fitting = (number for number, taken in enumerate(heights) if taken <= _PAGE)
    return f"maat-{next(fitting, len(heights) - 1)}"


def first_that_fits(pages: Iterable[Front]) -> Front:
    """The first of some pages that is one page at the usual size; without one, the last."""
    for front in pages:
        if height(front, STATEMENT_SIZES[0]) <= _PAGE:
            break
    return front


def ways_to_choose(rows: int, chosen: int, box: int) -> Iterator[tuple[int, int]]:
    """How many rows and how many lines of what is there may stay, the most first.

    Args:
        chosen: rows of what was chosen, which always stay.
    """
    least = min(rows, max(chosen, _LEAST_ROWS))
    yield from ((kept, box) for kept in range(rows, least - 1, -1))
    yield from ((least, kept) for kept in range(box - 1, -1, -1))
    yield from ((kept, 0) for kept in range(least - 1, chosen - 1, -1))


def height(front: Front, points: float) -> float:
    """Millimetres from the top of the page to its last line.

    Args:
        points: size of the statements.
    """
    return sum(
        (
            max(_head(front), _MAP) + _AFTER_HEAD,
            _message(front),
            _statements(front, points) + _BETWEEN,
            _box(front) + _BETWEEN,
            0.0 if front.chart is None else _chart(front.chart) + _BETWEEN,
            _question(front) + _BETWEEN,
            _notes(front),
        )
    )


def _head(front: Front) -> float:
    title = TITLE_SIZES[title_size(front.title)]
    counts = " ".join(f"{each.cell.text} {each.label}" for each in front.counts)
    causes = [each.cell.note for each in front.counts if each.cell.note]
    details = [f"{label} {text}" for label, text in front.details]
    return sum(
        (
            _set(f"{front.kicker} · {front.subtitle}", _BODY, _BESIDE_MAP, 1.3),
            _lines(front.title, _BOLD * title.points, _BESIDE_MAP) * title.points * 1.06 * _MM
            + 3.0,
            _set(counts, 12, _BESIDE_MAP, 1.3) + 1.5,
            _all(causes, _SMALL, _BESIDE_MAP),
            _all(details, _BODY, _BESIDE_MAP),
        )
    )


def _message(front: Front) -> float:
    if front.key_message is None:
        return 0.0
    text = f"{front.key_message.label} {front.key_message.text}"
    return _set(text, 12, _WIDE - 5, 1.34) + _BETWEEN


def _statements(front: Front, points: float) -> float:
    total = _set(front.heading, 17, _WIDE, 1.2) + 1.5
    for each in front.statements:
        room = min(_WIDE - 8, _LINE_OF_STATEMENT * points * _MM)
        total += _lines(f"{each.title}. {each.text}", points, room) * points * 1.28 * _MM + 2.2
        total += _set(each.note, _SMALL, _WIDE, 1.35) if each.note else 0.0
    return total + _all(front.remarks, _SMALL, _WIDE)


def _box(front: Front) -> float:
    return _all(front.box, _BODY, _WIDE - 31) + 7.5 + 2.0


def _chart(chart: FrontChart) -> float:
    heads = (chart.near or chart.here, chart.country or chart.here)
    head = max(_set(text, _SMALL, _NUMBER, 1.2) for text in heads)
    rows = sum(_row(row) for row in chart.rows)
    note = _set(chart.note, _SMALL, _WIDE, 1.35) if chart.has_places else 0.0
    return _set(chart.title, 12, _WIDE, 1.3) + note + head + 2.0 + rows


def _row(row: FrontRow) -> float:
    name = _lines(row.name, _BODY, _NAME) * _BODY * 1.2 * _MM + 1.1
    return name + (_set(row.counted, _SMALL, _NAME, 1.2) if row.counted else 0.0)


def _question(front: Front) -> float:
    return _set(f"{front.question.whom}: {front.question.text}", 13, _WIDE - 10, 1.3) + 6.0


def _notes(front: Front) -> float:
    """The honest line, and beside it the sources, with the edition and its date behind them."""
    sources = " ".join(filter(None, (front.map_note, front.source, _EDITION)))
    return max(_set(text, _SMALL, _FOOT, 1.35) for text in (" ".join(front.notes), sources))


def _all(texts: Iterable[str], points: float, room: float) -> float:
    return sum(_set(text, points, room, 1.38) + 0.4 for text in texts)


def _set(text: str, points: float, room: float, leading: float) -> float:
    """The height of a text in millimetres; no line is longer than can be read with ease."""
    return _lines(text, points, min(room, _LINE * points * _MM)) * points * leading * _MM


def _lines(text: str, points: float, room: float) -> int:
    return lines(text, _ROUNDED_UP * room / (points * _MM))
