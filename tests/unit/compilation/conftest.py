"""The small country, imported and compiled once; tests that change it do so in their own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.small_country import SmallCountry, compile_country
from wijkprofiel.edition.manifest import Manifest


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition file of the small country."""
    folder = tmp_path_factory.mktemp("klein")
    compile_country(SmallCountry(), folder)
    return folder / "klein.sqlite"


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """What its manifest says."""
    return compile_country(SmallCountry(), tmp_path_factory.mktemp("klein"))
