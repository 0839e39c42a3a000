"""Measure what a user waits for: `python -m bench`, or `make bench`.

Every job is a fresh process, as a user starts it. The rounds of all jobs are interleaved, so that
a busy neighbour troubles all alike, and CPU seconds (user and system) are their median. The
reference script (`bench.naive`) runs in the same rounds: what counts is the ratio. Nothing fails on
a number.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.measure import Job, interleaved, run
from bench.report import COUNTRY_MARKS, MARKS, report, write_into

NAME, CODE = "overvecht", "WK034403"
TEN_WIJKEN = "utrecht"


def jobs(folder: Path, snapshots: Path | None) -> list[Job]:
    """The jobs to measure; compiling only where there are snapshots to compile."""
    command = ["-m", "wijkprofiel"]
    place = ["--data-dir", str(folder / "leeg"), "--output", str(folder / "profielen")]
    build = [*command, "build", NAME, *place, "--format"]
    naive = ["-m", "bench.naive", str(folder / "landelijk"), CODE]
    lean = [*naive, "--spines", "table", "--output", str(folder / "naief-mager"), "--format"]
    naive += ["--output", str(folder / "naief"), "--format"]
    chosen = [
        Job("help", [*command, "--help"]),
        Job("html", [*build, "html"]),
        Job("pdf", [*build, "html,pdf"]),
        Job("naive_html", [*naive, "html"]),
        Job("naive_pdf", [*naive, "html,pdf"]),
        Job("lean_html", [*lean, "html"]),
        Job("lean_pdf", [*lean, "html,pdf"]),
        Job("warm", ["-m", "bench.warm"], reports=True),
    ]
    every = [*command, "build", "--gemeente", TEN_WIJKEN, "--all", "--format", "html,pdf"]
    every += ["--data-dir", str(folder / "leeg"), "--output", str(folder / "tien"), "--jobs"]
    chosen += [Job(f"ten_{jobs}", [*every, str(jobs)]) for jobs in (1, 2)]
    if snapshots is not None:
        compile_ = ["data", "compile", "2020", "--data-dir", str(folder / "editie")]
        chosen.append(Job("compile", [*command, *compile_, "--snapshots", str(snapshots)]))
    return chosen


def sizes(folder: Path) -> dict[str, float]:
    """Size in kB of the documents that were made."""
    return {
        f"{prefix}{path.suffix[1:]}": path.stat().st_size / 1000
        for prefix, subfolder in (("", "profielen"), ("naive_", "naief"))
        for path in (folder / subfolder).iterdir()
    }


def measure(folder: Path, rounds: int, snapshots: Path | None) -> str:
    """Prepare, measure everything and put it into tables."""
    run("voorbereiden", ["-m", "bench.prepare", str(folder / "landelijk")], reports=False)
    chosen = jobs(folder, snapshots)
    interleaved(chosen, rounds)
    return report({job.key: job for job in chosen}, sizes(folder))


def measure_country(folder: Path, rounds: int) -> str:
    """Measure a national edition; the peak of a new process starts at what its parent holds."""
    from bench.national import measure

    return measure(folder, rounds)


def main() -> None:
    """Measure, print the tables and write them into a document if asked."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--snapshots", type=Path, help="map met momentopnamen, om te compileren")
    parser.add_argument("--write", type=Path, metavar="BESTAND", help="zet de tabellen in dit stuk")
    parser.add_argument("--national", action="store_true", help="meet een landelijke editie")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.national:
            tables = measure_country(Path(folder), options.rounds)
        else:
            tables = measure(Path(folder), options.rounds, options.snapshots)
    print(tables)
    if options.write is not None:
        write_into(options.write, tables, COUNTRY_MARKS if options.national else MARKS)


if __name__ == "__main__":
    main()
