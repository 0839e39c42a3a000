"""Whatever is typed wrong: a clear message in Dutch, its exit code, and nothing half made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional import bad_inputs
from tests.functional.bad_inputs import Bad
from tests.functional.conftest import Run
from tests.support.documented import documented


def lay_down(bad: Bad, folder: Path) -> None:
    for name, content in bad.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("bad", bad_inputs.ALL, ids=lambda bad: bad.name)
def test_a_mistake_is_told_and_leaves_nothing(command: Run, tmp_path: Path, bad: Bad) -> None:
    lay_down(bad, tmp_path)
    before = files_in(tmp_path)
    ended = command(*bad.words)
    said = ended.err.replace(f"{tmp_path}/", "")
    assert bad.says in said
    assert ended.code == bad.code
    assert ended.out == ""
    assert files_in(tmp_path) == before
    assert documented(said, bad.says), f"not in docs/fouten.md: {said}"


def test_there_are_enough_of_them() -> None:
    names = [bad.name for bad in bad_inputs.ALL]
    assert len(set(names)) == len(names) >= 60
    assert len(bad_inputs.YAML) >= 25
