"""What was measured as Markdown tables, and their place in `docs/performance.md`."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.measure import Job

MARKS = BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
COUNTRY_MARKS = "<!-- bench national: begin -->", "<!-- bench national: end -->"


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide value of the design: for reading, nothing fails on it."""

    job: str
    what: str
    limit: float
    memory_mib: float | None = None


GUIDES = (
    Guide("help", "`--help`", 0.4),
    Guide("html", "one profile, HTML, cold process", 0.8),
    Guide("pdf", "one profile, HTML and PDF, cold process", 3.5, 200),
    Guide("naive_html", "reference script, HTML", float("inf")),
    Guide("naive_pdf", "reference script, HTML and PDF", float("inf")),
    Guide("lean_html", "reference script with one chart per table, HTML", float("inf")),
    Guide("lean_pdf", "reference script with one chart per table, HTML and PDF", float("inf")),
    Guide("compile", "compiling the shipped edition", 60),
)
PARTS = (
    Guide("profile", "building the profile (look up, judge, word)", float("inf")),
    Guide("html", "filling in and writing the HTML", 0.020),
    Guide("pdf", "making the PDF", 1.5),
)
RATIOS = (
    Guide("naive_html", "HTML", 7),
    Guide("naive_pdf", "HTML and PDF", 4),
    Guide("lean_html", "HTML, script with one chart per table", float("inf")),
    Guide("lean_pdf", "HTML and PDF, script with one chart per table", float("inf")),
)
TWICE_AS_MANY = 1.8
"""How many times as quick two processes should be on two cores that are free."""
SIZES = (Guide("html", "HTML", 600), Guide("pdf", "PDF", 400))


def report(jobs: Mapping[str, Job], sizes: Mapping[str, float]) -> str:
    """All tables."""
    tables = [
        f"{_rounds(jobs)} rounds, {platform.machine()}, Python {platform.python_version()}.",
        table(("fresh process", "CPU s", "lowest", "wall s", "MiB", "guide"), _processes(jobs)),
        table(("against the reference script", "ratio", "of the lowest", "target"), _ratios(jobs)),
        table(("in a process that is warm", "CPU ms", "lowest", "guide"), _parts(jobs["warm"])),
        table(("ten wijken, HTML and PDF", "wall s", "lowest", "MiB", "guide"), _spread(jobs)),
        table(("document", "kB", "of the reference script", "guide"), _sizes(sizes)),
    ]
    return "\n\n".join(tables)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    rule = ["---", *("---:" for _ in header[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *rows))


def written_into(text: str, tables: str, marks: tuple[str, str] = MARKS) -> str:
    """The document with new tables between its two marks.

    Raises:
        SystemExit: if the marks are not there, once each and in order.
    """
    first, last = marks
    before, begin, rest = text.partition(first)
    _, end, after = rest.partition(last)
    if not begin or not end or first in after or last in after:
        raise SystemExit(f"Zet {first} en {last} in het document, op de plaats van de tabellen.")
    return f"{before}{first}\n\n{tables}\n\n{last}{after}"


def write_into(path: Path, tables: str, marks: tuple[str, str] = MARKS) -> None:
    """Replace the tables in a document."""
    text = written_into(path.read_text(encoding="utf-8"), tables, marks)
    path.write_text(text, encoding="utf-8")


def _rounds(jobs: Mapping[str, Job]) -> int:
    return min(len(job.costs) for job in jobs.values())


def _processes(jobs: Mapping[str, Job]) -> Iterable[Sequence[str]]:
    for guide in GUIDES:
        if guide.job in jobs:
            job = jobs[guide.job]
            memory = "" if guide.memory_mib is None else f", {guide.memory_mib:g} MiB"
            limit = "" if guide.limit == float("inf") else f"{guide.limit:g}{memory}"
            numbers = (f"{each:.2f}" for each in (job.cpu_s, job.lowest_cpu_s, job.wall_s))
            yield (guide.what, *numbers, f"{job.memory_mib:.0f}", limit)


def _ratios(jobs: Mapping[str, Job]) -> Iterable[Sequence[str]]:
    for guide in RATIOS:
        own, script = jobs[guide.job.rpartition("_")[2]], jobs[guide.job]
        of_median, of_lowest = script.cpu_s / own.cpu_s, script.lowest_cpu_s / own.lowest_cpu_s
        limit = "" if guide.limit == float("inf") else f"{guide.limit:g}×"
        yield (guide.what, f"{of_median:.1f}×", f"{of_lowest:.1f}×", limit)


def _spread(jobs: Mapping[str, Job]) -> Iterable[Sequence[str]]:
    """The same work in one process and in two, which the rounds of one run did in turn."""
    one, two = jobs["ten_1"], jobs["ten_2"]
    for job, what in ((one, "`--jobs 1`"), (two, "`--jobs 2`")):
        numbers = (f"{each:.1f}" for each in (job.wall_s, job.lowest_wall_s))
        yield (what, *numbers, f"{job.memory_mib:.0f}", "")
    pairs = zip(one.costs, two.costs, strict=True)
    ratio = median(first.wall_s / second.wall_s for first, second in pairs)
    lowest = one.lowest_wall_s / two.lowest_wall_s
    yield ("times as quick", f"{ratio:.2f}×", f"{lowest:.2f}×", "", f"{TWICE_AS_MANY}×")


def _parts(warm: Job) -> Iterable[Sequence[str]]:
    for guide in PARTS:
        runs = warm.part(guide.job)
        limit = "" if guide.limit == float("inf") else f"{1000 * guide.limit:g}"
        yield (guide.what, f"{1000 * median(runs):.1f}", f"{1000 * min(runs):.1f}", limit)


def _sizes(sizes: Mapping[str, float]) -> Iterable[Sequence[str]]:
    for guide in SIZES:
        naive = sizes[f"naive_{guide.job}"]
        yield (guide.what, f"{sizes[guide.job]:.0f}", f"{naive:.0f}", f"{guide.limit:g}")
