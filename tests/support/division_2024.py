"""An edition on the division of 2024 with the wijken in and around the shipped werkgebieden.

It has areas and no figures: what a list of parts is held against. The facts are those of
`tests/unit/areas/wijken_2024.csv`, which names their source.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain.names import short_name
from wijkprofiel.domain.regions import NEDERLAND, Region, gemeente_code_of
from wijkprofiel.edition.manifest import Manifest, write_manifest
from wijkprofiel.edition.writer import EditionContent, write_edition

FACTS = Path(__file__).parent.parent / "unit" / "areas" / "wijken_2024.csv"
DIVISION = 2024


def wijken(facts: Path = FACTS) -> list[Region]:
    """The wijken of the file."""
    lines = [line for line in facts.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [
        Region(
            row["code"],
            DIVISION,
            short_name(row["naam"]),
            row["naam"],
            row["gemeente"],
            inhabitants=int(row["inwoners"]),
            land_ha=int(row["land_ha"]),
        )
        for row in csv.DictReader(lines, delimiter=";")
    ]


def write_2024(folder: Path, regions: Iterable[Region] | None = None) -> Path:
    """Write the edition `2024` with its manifest; it is older than the shipped one."""
    known = list(wijken() if regions is None else regions)
    homes = {gemeente_code_of(each.code) or "": each.gemeente_name for each in known}
    wholes = [Region(code, DIVISION, name, name, name) for code, name in homes.items()]
    wholes.append(Region(NEDERLAND, DIVISION, "Nederland", "Nederland", "Nederland"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "2024.sqlite"
    info = write_edition(
        path,
        EditionContent(
            id="2024",
            title="Wijken van 2024",
            as_of="2020-01-01",
            division=DIVISION,
            origins={},
            fingerprints={},
            figures=[],
            regions=[*known, *wholes],
            areas=[],
        ),
    )
    write_manifest(path, Manifest(info, path.stat().st_size, sha256_of(path), (), {}, {}, {}, {}))
    return path
