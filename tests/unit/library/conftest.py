from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import wijkprofiel


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where somebody works who has nothing of their own yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIJKPROFIEL_DATA", str(tmp_path / "eigen"))
    return tmp_path


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[wijkprofiel.Wijkprofiel]:
    """The edition that comes along, opened once; for tests that only read."""
    with wijkprofiel.open("2020", data=tmp_path_factory.mktemp("data")) as opened:
        yield opened
