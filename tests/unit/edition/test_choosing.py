from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.edition.test_status import MANIFEST
from tests.unit.edition.test_writer import content
from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.choosing import newest, open_checked
from wijkprofiel.edition.manifest import (
    finish_replacing_edition,
    manifest_path,
    read_manifest,
    replacing_edition,
)
from wijkprofiel.edition.writer import write_edition


@contextmanager
def replaced(path: Path, title: str) -> Iterator[Path]:
    """Replace an edition, and be there just before it gets its name."""
    with replacing_edition(path) as (temporary, keep):
        info = write_edition(temporary, replace(content(), title=title))
        size = temporary.stat().st_size
        keep(replace(MANIFEST, info=info, size=size, sha256=sha256_of(temporary)))
        yield temporary


def make(path: Path, title: str = "Klein") -> Path:
    with replaced(path, title):
        pass
    return path


def title_of(path: Path) -> str:
    with open_checked(path) as edition:
        assert read_manifest(path).info.title
        return edition.info.title


def test_an_edition_is_opened_with_its_manifest(tmp_path: Path) -> None:
    path = make(tmp_path / "klein.sqlite")
    assert title_of(path) == "Klein"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["klein.json", "klein.sqlite"]


def test_until_the_file_has_its_name_the_old_edition_is_the_one(tmp_path: Path) -> None:
    path = make(tmp_path / "klein.sqlite", "Oud")
    with replaced(path, "Nieuw"):
        assert title_of(path) == "Oud"
    assert title_of(path) == "Nieuw"


def test_a_replacement_that_fails_leaves_the_old_edition(tmp_path: Path) -> None:
    path = make(tmp_path / "klein.sqlite", "Oud")

    def work() -> None:
        with replaced(path, "Nieuw"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert title_of(path) == "Oud"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["klein.json", "klein.sqlite"]


def test_between_the_two_files_the_edition_is_whole(tmp_path: Path) -> None:
    path = make(tmp_path / "klein.sqlite", "Oud")
    old = manifest_path(path).read_bytes()
    make(path, "Nieuw")
    pending = manifest_path(path).rename(tmp_path / "klein.json.nieuw")
    manifest_path(path).write_bytes(old)
    assert title_of(path) == "Nieuw"
    finish_replacing_edition(path)
    assert not pending.exists()
    assert title_of(path) == "Nieuw"


def test_an_edition_that_is_replaced_all_the_time_is_always_whole(tmp_path: Path) -> None:
    path = make(tmp_path / "klein.sqlite", "0")

    def go_on() -> None:
        for number in range(1, 60):
            make(path, str(number))

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(go_on)
        seen = [0]
        while not writing.done():
            seen.append(int(title_of(path)))
        writing.result()
    assert seen == sorted(seen)
    assert title_of(path) == "59"


def test_the_newest_is_chosen_by_the_manifests(tmp_path: Path) -> None:
    one, other = make(tmp_path / "a.sqlite"), make(tmp_path / "b.sqlite")
    manifest = manifest_path(one)
    manifest.write_text(manifest.read_text().replace("2021-04-01", "2022-04-01"))
    assert newest([one, other], tmp_path / "meegeleverd") == one
    with pytest.raises(EditionError, match=r"en a\.json horen niet bij elkaar"):
        open_checked(one)


def test_an_edition_without_a_manifest_is_not_used(tmp_path: Path) -> None:
    path = make(tmp_path / "klein.sqlite")
    manifest_path(path).unlink()
    with pytest.raises(EditionError, match=r"ontbreekt klein\.json"):
        open_checked(path)
    path.write_text("geen editie")
    with pytest.raises(EditionError, match="dit is geen editie"):
        open_checked(path)
