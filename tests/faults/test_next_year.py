"""*Het is volgend jaar* of the guide, from the mail to new profiles, done as it is written."""

from __future__ import annotations

import shlex
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.commands import answer_commands, dump, impatient_sources
from tests.faults.newest import services
from tests.faults.whole_country import make_whole
from tests.functional.conftest import Run, command
from tests.support.guide import NEXT_YEAR, Step, chapters
from tests.support.odata_server import FakeStatline
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS

__all__ = ["command"]  # a fixture
TABLES = ("kwb_2020", "kwb_2023", "kwb_2024", "kwb_2025", "rivm_50150ned")
HEALTH = "50150NED"


def a_year_goes_by(server: FakeStatline) -> None:
    """The health table is delivered anew, and one topic has another key."""
    table = server.tables[HEALTH]
    lonely = table.topic("Eenzaam")
    other = replace(lonely, key="EenzaamTotaal_91")
    rows = [{**row, other.key: row.get(lonely.key)} for row in table.rows]
    topics = [other if topic is lonely else topic for topic in table.topics]
    changed = table.with_topics(topics).with_rows(rows)
    server.tables[HEALTH] = replace(changed, modified="2027-06-01T02:00:00")


class Colleague:
    """Somebody who gets the mail and does what the guide says."""

    def __init__(self, command: Run, folder: Path) -> None:
        self._command, self._folder = command, folder
        self._said = ""

    def do(self, step: Step) -> None:
        """Type what is to be typed, or look whether what came back is what stands there."""
        if step.kind == "sh":
            self._said = ""
            for line in step.text.splitlines():
                self._type(shlex.split(line), fails=step.note == "mislukt")
        else:
            assert step.note == "uitvoer", step.text
            for line in step.text.splitlines():
                assert " ".join(line.split()).rstrip(".") in self._said, line

    def _type(self, words: list[str], *, fails: bool) -> None:
        if words[0] == "wijkprofiel":
            ended = self._command(*words[1:])
            failed, said = ended.code != 0, ended.out + ended.err
        else:
            done = subprocess.run(
                words, cwd=self._folder, capture_output=True, text=True, check=False
            )
            failed, said = done.returncode != 0, done.stdout + done.stderr
        assert failed == fails, (words, said)
        self._said += " ".join(said.split())


def test_the_chapter_on_next_year_works_as_it_is_written(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _own_configuration(tmp_path)
    with services() as server:
        make_whole(server)
        answer_commands(server, monkeypatch)
        pulled = command("data", "pull")
        assert pulled.code == 0, pulled.err
        last_year = command("build", "GM0277", "--format", "json", "--output", "profielen-2026")
        assert last_year.code == 0, last_year.err
        a_year_goes_by(server)
        colleague = Colleague(command, tmp_path)
        for step in chapters()[NEXT_YEAR]:
            colleague.do(step)
    assert (tmp_path / "verslag.json").is_file()
    proposed = (tmp_path / "configs/bronnen.yaml").read_text(encoding="utf-8")
    assert "Eenzaam: EenzaamTotaal  # voorstel" in proposed


def _own_configuration(folder: Path) -> None:
    """The few tables that are served; the example profiles are of gemeenten that are not."""
    (folder / "configs/profielen").mkdir(parents=True)
    for example in (SHIPPED_CONFIGS / "profielen").glob("*.yaml"):
        dump(folder / "configs/profielen" / example.name, {"gebied": "WK027700"})
    sources = impatient_sources(TABLES)
    sources["kaarten"]["pdok"]["jaren"] = ["2024"]
    dump(folder / "configs/bronnen.yaml", sources)
