"""A run over many areas keeps nothing of the areas that it made."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.workshop.tasks import Task
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath

AMSTERDAM = "GM0363"
BEFORE, MEASURED = 10, 30
MOST_BLOCKS = 60
"""Per profile. The content of one takes thousands; 10 were measured."""


def test_memory_is_flat(tmp_path: Path) -> None:
    """Counted in blocks that Python holds after collecting: the same on every machine."""
    with Workshop(Workplace(SearchPath.with_user_folder(None), tmp_path / "eigen")) as shop:
        files = shop.files([OutputFormat.HTML], tmp_path)
        wijken = shop.edition.regions(RegionLevel.WIJK, AMSTERDAM)
        held: list[int] = []
        for number, wijk in enumerate(wijken[: BEFORE + MEASURED + 1]):
            if number in {BEFORE, BEFORE + MEASURED}:
                gc.collect()
                held.append(sys.getallocatedblocks())
            assert shop.drawn(Task(Area.of(wijk)), files).made.error is None
    assert held[1] - held[0] < MOST_BLOCKS * MEASURED
