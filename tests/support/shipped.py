"""The shipped edition with the shipped configuration, opened once for a test module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.imprints import fixed_edition_imprint, fixed_imprint
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SearchPath


def open_shop(data: Path) -> Iterator[Workshop]:
    """A workshop on the shipped edition; `data` is an empty folder without editions.

    Its documents have a fixed imprint: they change only by what they are about.
    """
    place = Workplace(SearchPath.with_user_folder(None), data)
    with Workshop(place, "2020") as shop:
        shop.imprint_of = fixed_imprint
        shop.edition_imprint = fixed_edition_imprint
        yield shop
