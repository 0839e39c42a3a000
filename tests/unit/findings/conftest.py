"""Findings of the shipped edition, for wishes of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.catalogue import CATALOGUE
from wijkprofiel.domain.area import Area
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

Find = Callable[..., AreaFindings]


@pytest.fixture(scope="module")
def edition() -> Iterator[Edition]:
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def find(edition: Edition) -> Find:
    """Findings of a code; the rest are wishes."""
    maker = FindingsMaker(edition, CATALOGUE)

    def make(code: str, **wishes: Any) -> AreaFindings:
        region = edition.region(code)
        assert region is not None
        return maker.of([Area.of(region)], Wishes(**wishes)).only

    return make
