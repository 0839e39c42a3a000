"""Hold the report of a run against the files on disk: `python tools/check_report.py verslag.json`.

For unattended jobs, as a second look: it needs nothing but Python, and says what is not in order.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_BEGINNINGS = {".pdf": b"%pdf-", ".html": b"<!doctype html>", ".json": b"{"}
_SMALLEST = 5_000


def complaints(report: dict[str, Any], folder: Path) -> Iterator[str]:
    """Everything in a report, or on disk, that is not as it should be."""
    if report["afgebroken"] or len(report["gebieden"]) < report["gevraagd"]:
        why = f" ({report['afgebroken']})" if report["afgebroken"] else ""
        count = f"{len(report['gebieden'])} van de {report['gevraagd']} gebieden"
        yield f"de run is niet af: {count}{why}"
    if not report["gebieden"]:
        yield "er is geen enkel gebied gemaakt"
    for area in report["gebieden"]:
        if area["fout"] is not None:
            yield f"{area['naam']}: {area['fout']['tekst']}"
        for name in area["bestanden"]:
            yield from _wrong_with(folder / name)


def _wrong_with(path: Path) -> Iterator[str]:
    if not path.is_file():
        yield f"{path} ontbreekt"
        return
    content = path.read_bytes()
    if len(content) < _SMALLEST:
        yield f"{path} is maar {len(content)} bytes groot"
    elif not content.lstrip().lower().startswith(_BEGINNINGS.get(path.suffix, b"")):
        yield f"{path} is van binnen geen {path.suffix[1:]}-bestand"


def main(path: Path) -> int:
    """Print what is wrong, and give the exit code."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        found = list(complaints(report, Path()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        found = [f"{path} is geen verslag van wijkprofiel ({type(error).__name__})"]
        report = {}
    for complaint in found:
        print(complaint, file=sys.stderr)
    if not found:
        print(f"In orde: {report['gemaakt']} gebieden, alle documenten zijn er.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
