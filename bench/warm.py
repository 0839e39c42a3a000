"""Make documents over and over in one process, and print CPU seconds per repetition as JSON.

    python -m bench.warm --html 20 --pdf 5

Every repetition is another wijk of the same gemeente, as in `build --gemeente utrecht --all`, so
that nothing is measured that was only remembered from the repetition before. The first document of
a process, which pays for reading templates and fonts, is not counted.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.render.html import render_html
from wijkprofiel.render.pdf import render_pdf
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

GEMEENTE = "GM0344"


def repeat(shop: Workshop, html: int, pdf: int, output: Path) -> dict[str, list[float]]:
    """Seconds of CPU per repetition and part."""
    found: dict[str, list[float]] = defaultdict(list)
    wijken = shop.edition.regions(RegionLevel.WIJK, GEMEENTE)
    for wijk in islice(cycle(wijken), html + 1):
        for part, seconds in _html(shop, wijk, output).items():
            found[part].append(seconds)
    for wijk in islice(cycle(wijken), pdf + 1 if pdf else 0):
        profile = shop.profile(wijk)
        started = process_time()
        render_pdf(profile, shop.catalogue.texts)
        found["pdf"].append(process_time() - started)
    return {part: seconds[1:] for part, seconds in found.items()}


def _html(shop: Workshop, wijk: Region, output: Path) -> dict[str, float]:
    started = process_time()
    profile = shop.profile(wijk)
    built = process_time()
    page = render_html(profile, shop.catalogue.texts).encode()
    (output / f"{wijk.code}.{OutputFormat.HTML}").write_bytes(page)
    return {"profile": built - started, "html": process_time() - built}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.warm", description=__doc__)
    parser.add_argument("--html", type=int, default=20)
    parser.add_argument("--pdf", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(SearchPath.with_user_folder(None), Path(folder))
        with Workshop(place) as shop:
            json.dump(repeat(shop, options.html, options.pdf, Path(folder)), sys.stdout)


if __name__ == "__main__":
    main()
