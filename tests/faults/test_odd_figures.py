"""Figures that cannot be, from the service to the terminal and the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.test_commands import command, folder, server
from tests.faults.world import LATER
from tests.functional.conftest import Run
from tests.support.odata_server import FakeStatline
from tests.support.odata_server.tables import Row
from wijkprofiel.compilation.sums import Sums
from wijkprofiel.domain.errors import EditionError, SourceChangedError

__all__ = ["command", "folder", "server"]  # fixtures
PULL = ("data", "pull", "--edition", "klein")
REGISTER, HEALTH = "84799NED", "50090NED"
GOOD_HEALTH = "ErvarenGezondheidGoedZeerGoed_4"
TOO_OLD = {"k_65JaarOfOuder_12": "     790"}
"""In a buurt with 1.275 people of other ages and 1.690 inhabitants."""


def publish(
    server: FakeStatline, table: str, fits: Callable[[Row], bool], changes: dict[str, str]
) -> None:
    """A newer table, in which some rows say something else."""
    known = server.tables[table]
    rows = [{**row, **changes} if fits(row) else row for row in known.rows]
    assert rows != list(known.rows)
    server.tables[table] = replace(known, rows=rows, modified=LATER[:19])


def is_buurt(row: Row) -> bool:
    return row["WijkenEnBuurten"] == "BU02770000"


def is_wijk(row: Row) -> bool:
    """Adults of the wijk Rozendaal in the newest year."""
    told = (row["WijkenEnBuurten"], row["Leeftijd"], row["Perioden"], row["Marges"])
    return told == ("WK027700  ", "20300", "2020JJ00", "MW00000")


def on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_ages_that_are_more_than_everybody_keep_the_edition_that_there_was(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    assert command(*PULL).code == 0
    edition = folder / "eigen/klein.sqlite"
    before = edition.read_bytes(), edition.with_suffix(".json").read_bytes()
    publish(server, REGISTER, is_buurt, TOO_OLD)
    ended = command(*PULL)
    assert ended.code == SourceChangedError.exit_code
    said = on_one_line(ended.err)
    text = "de leeftijdsgroepen zijn samen 2.065, de inwoners 1.690 (122%)"
    assert f"tabel kwb_2020, BU02770000: {text}" in said
    assert "Er is geen editie gemaakt; wat er was, staat er nog." in said
    assert (edition.read_bytes(), edition.with_suffix(".json").read_bytes()) == before
    assert command("data", "verify", "klein").code == 0


@pytest.mark.usefixtures("folder")
def test_an_edition_that_does_not_add_up_is_found_by_verify(
    command: Run, server: FakeStatline, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(server, REGISTER, is_buurt, TOO_OLD)
    with monkeypatch.context() as before:
        before.setattr(Sums, "of_home", lambda *_: iter(()))
        assert command(*PULL).code == 0
    ended = command("data", "verify", "klein")
    assert ended.code == EditionError.exit_code
    said = on_one_line(ended.err)
    assert "heeft cijfers die niet kunnen kloppen: tabel kwb_2020, BU02770000: de leef" in said


@pytest.mark.usefixtures("folder")
def test_a_figure_that_cannot_be_is_told_from_pull_to_document(
    command: Run, server: FakeStatline
) -> None:
    publish(server, HEALTH, is_wijk, {GOOD_HEALTH: "   140.0"})
    pulled = command(*PULL)
    assert pulled.code == 0, pulled.err
    count = "onwaarschijnlijk in de bron en dus weggelaten: één cijfer"
    cell = f"tabel rivm_50090ned, kolom {GOOD_HEALTH}, WK027700 (2020, 18+): 140"
    for said in (
        pulled.err,
        command("data", "status").out,
        command("data", "verify", "klein").err,
    ):
        assert count in on_one_line(said)
        assert cell in on_one_line(said)
    built = command("build", "WK027700", "--edition", "klein", "--format", "html")
    assert built.code == 0, built.err
    page = Path(built.out.strip()).read_text(encoding="utf-8")
    assert "onwaarschijnlijk in de bron" in page
    strict = command(*PULL, "--strict")
    assert strict.code != 0
    assert "--strict staat aan" in strict.err


@pytest.mark.usefixtures("folder")
def test_too_many_of_them_are_another_column(command: Run, server: FakeStatline) -> None:
    publish(server, HEALTH, lambda row: row["Perioden"] == "2020JJ00", {GOOD_HEALTH: "   140.0"})
    ended = command(*PULL)
    assert ended.code == SourceChangedError.exit_code
    assert f"kolom {GOOD_HEALTH} heeft op" in on_one_line(ended.err)
    assert "`onwaarschijnlijk.hoogstens_deel`" in on_one_line(ended.err)
