"""What the guide says about fetching, done as it is written there, against the local server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults.commands import answer_commands, dump, impatient_sources
from tests.faults.newest import services
from tests.functional.conftest import Run, command

__all__ = ["command"]  # a fixture
PAGE = Path(__file__).parents[2] / "docs/handleiding.md"
TABLES = ("kwb_2020", "kwb_2023", "kwb_2024", "kwb_2025", "rivm_50150ned")


def commands() -> list[list[str]]:
    """The commands of the part about new figures that need the services."""
    text = PAGE.read_text(encoding="utf-8")
    part = text[text.index("## 8. Nieuwe cijfers\n") : text.index("## 9. ")]
    blocks = re.findall(r"<!-- niet in de test -->\n```sh\n(.+?)```", part, re.DOTALL)
    return [line.split()[1:] for block in blocks for line in block.splitlines()]


def test_the_commands_of_the_guide_do_what_it_says(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "configs").mkdir()
    sources = impatient_sources(TABLES)
    sources["kaarten"]["pdok"]["jaren"] = ["2024"]
    dump(tmp_path / "configs/bronnen.yaml", sources)
    found = commands()
    assert len(found) == 10
    map_file = ["data", "import", "grenzen_2024", "~/kaarten"]
    found.remove(
        map_file
    )  # a file of the reader's own; tests/functional/test_edition_2024.py has one
    with services() as server:
        answer_commands(server, monkeypatch)
        for words in found:
            ended = command(*words)
            assert ended.code == 0, (words, ended.out, ended.err)
        built = command("build", "GM0277", "--format", "json")
    assert "Cijfers: editie nieuwste " in built.err, "a local edition is never used by itself"
    assert {path.name for path in (tmp_path / "eigen").glob("*.sqlite")} == {
        "nieuwste.sqlite",
        "nieuwste-gm0277.sqlite",
    }
