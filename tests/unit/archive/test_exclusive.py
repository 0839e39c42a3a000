"""Who changes a folder of snapshots is alone in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.small_country import SmallCountry, recipe
from wijkprofiel.archive import pruning
from wijkprofiel.archive.exclusive import LOCK, alone_in
from wijkprofiel.archive.pruning import prunable, prune
from wijkprofiel.archive.snapshots import import_tables
from wijkprofiel.domain.errors import OutputError


def leftover(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "kern.json.nieuw"
    path.write_text("half")
    return path


def test_an_import_keeps_out_of_a_folder_where_another_is_at_work(tmp_path: Path) -> None:
    copies = SmallCountry().write(tmp_path / "kopie")
    snapshots = tmp_path / "momentopnamen"
    with alone_in(snapshots), pytest.raises(OutputError, match="al bezig"):
        import_tables(recipe("kern"), copies, snapshots)
    assert {path.name for path in snapshots.iterdir()} <= {LOCK}
    import_tables(recipe("kern"), copies, snapshots)
    assert (snapshots / "kern.json").is_file()


@pytest.mark.parametrize("busy", [".", "gm0277"])
def test_pruning_throws_nothing_away_while_another_is_at_work(tmp_path: Path, busy: str) -> None:
    files = [leftover(tmp_path), leftover(tmp_path / "gm0088"), leftover(tmp_path / "gm0277")]
    with alone_in(tmp_path / busy), pytest.raises(OutputError, match="al bezig"):
        prune(tmp_path, set())
    assert all(path.exists() for path in files)
    assert [item.path for item in prune(tmp_path, set())] == files
    assert not any(path.exists() for path in files)


def test_what_can_go_is_looked_for_under_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = leftover(tmp_path)

    @contextmanager
    def just_after_another(_: Path) -> Iterator[None]:
        half.rename(tmp_path / "kern.json")
        yield

    monkeypatch.setattr(pruning, "alone_in", just_after_another)
    assert prunable(tmp_path, set())
    assert prune(tmp_path, set()) == []
    assert (tmp_path / "kern.json").exists()


def test_where_nothing_was_fetched_nothing_is_made(tmp_path: Path) -> None:
    assert prune(tmp_path / "momentopnamen", set()) == []
    assert not (tmp_path / "momentopnamen").exists()
