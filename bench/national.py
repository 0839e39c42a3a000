"""A national edition as heavy as a real one: compile it, and take in the rows of a pull.

    python -m bench --national [--rounds 3] [--write docs/performance.md]

The figures are made up (`bench.made_up`) and stand in a temporary folder. Compiling is the real
command in a fresh process. Taking in rows goes through the whole client, from the bytes of an
answer to a checked piece of a table; only the network is left out.

    python -m bench.national           takes in rows, and prints seconds per row as JSON
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter
from urllib3 import HTTPResponse

from bench.made_up import EDITION, HEALTH, Country
from bench.measure import Job, interleaved
from bench.report import table
from wijkprofiel.configuration.sources import ServiceTable, load_sources
from wijkprofiel.sources.cbs_odata import CbsOData
from wijkprofiel.sources.plan import plan_chunks
from wijkprofiel.sources.rows import Expected, to_frame
from wijkprofiel.sources.session import GuardedSession

REPETITIONS = 5
REGISTER = "kwb_2024"
ROWS_PER_SECOND = 50_000
COMPILE_S, COMPILE_MIB = 90, 2_048


class _Canned(BaseAdapter):
    """Answers every question with the same bytes."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self._body = body

    def send(self, request: PreparedRequest, *_: object, **__: object) -> Response:
        response = Response()
        response.status_code, response.url = 200, request.url or ""
        response.headers["content-type"] = "application/json"
        response.raw = HTTPResponse(BytesIO(self._body), preload_content=False)
        return response

    def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True)
class Intake:
    """The largest piece of a table: every area, or every buurt, of one age, margin and year."""

    country: Country
    table: ServiceTable

    @classmethod
    def of(cls, country: Country, name: str) -> Intake:
        known = load_sources(country.search).table(name)
        assert known is not None
        return cls(country, known)

    def seconds(self, repetitions: int) -> Iterator[float]:
        """CPU seconds per row to take the piece in, from bytes to checked rows."""
        settings = load_sources(self.country.search).verbinding
        chunk = plan_chunks(self.table)[-1]
        topics = self.country.topics(self.table)
        rows = self.country.rows(self.table, topics, dict(chunk.keys), 0)
        region = self.table.series.regio.code
        rows = rows[rows[region].map(chunk.holds)]
        keys = {code.strip(): code for code in rows[region]}
        named = topics[1:]  # the first is the name of the gemeente
        expected = Expected(self.table, keys, [str(name) for name in rows], named)
        body = json.dumps({"value": rows.to_dict("records")}).encode()
        for _ in range(repetitions):
            with GuardedSession([self.table.host], settings) as session:
                session.mount("https://", _Canned(body))
                service = CbsOData(session, self.table.host, settings.antwoord_hoogstens_s)
                started = process_time()
                records = service.rows(self.table.entry.tabel, chunk.filters, None)
                frame = to_frame(records, chunk, expected)
                yield (process_time() - started) / len(frame)


def measure(folder: Path, rounds: int) -> str:
    """Make the country, compile it and take in its rows: the tables with what that took."""
    country = Country()
    country.write(folder / "momentopnamen")
    compile_ = ["-m", "wijkprofiel", "data", "compile", EDITION, "--data-dir", str(folder)]
    jobs = [Job("compile", compile_), Job("intake", ["-m", "bench.national"], reports=True)]
    interleaved(jobs, rounds)
    return tables(*jobs)


def tables(compiling: Job, intake: Job) -> str:
    """What compiling and taking in took."""
    rounds = len(compiling.costs)
    about = f"{rounds} rounds, {platform.machine()}, Python {platform.python_version()}."
    return "\n\n".join([about, _compiling(compiling), _taking_in(intake)])


def _compiling(job: Job) -> str:
    numbers = (f"{each:.1f}" for each in (job.cpu_s, job.lowest_cpu_s, job.wall_s))
    row = ("compiling a national edition", *numbers, f"{job.memory_mib:.0f}")
    guide = f"{COMPILE_S}, {COMPILE_MIB} MiB"
    return table(("fresh process", "CPU s", "lowest", "wall s", "MiB", "guide"), [(*row, guide)])


def _taking_in(job: Job) -> str:
    names = {HEALTH: "health per wijk and buurt", REGISTER: "key figures, all columns"}
    lines = []
    for name, what in names.items():
        seconds = job.part(name)
        rates = (f"{1 / each:,.0f}".replace(",", " ") for each in (median(seconds), min(seconds)))
        lines.append((what, *rates, f"{ROWS_PER_SECOND:,}".replace(",", " ")))
    return table(("rows taken in and checked, per CPU second", "rows", "best", "guide"), lines)


def main() -> None:
    """Take in rows and print what that took."""
    country = Country()
    found = {
        name: list(Intake.of(country, name).seconds(REPETITIONS)) for name in (HEALTH, REGISTER)
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
