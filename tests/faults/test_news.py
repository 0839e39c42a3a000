"""What is newer than what is configured, as `data status --check` and `data pull` tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.faults.commands import answer_commands, dump, impatient_sources
from tests.faults.world import definition, serve
from tests.functional.conftest import Ended, Run, command
from tests.support.odata_server import ALWAYS, FakeStatline

__all__ = ["command"]  # a fixture
KWB, HEALTH = "84799NED", "50090NED"
AFTER = "Gezondheid per wijk en buurt; 2012/2016/2020/2028 (indeling 2028)"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStatline]:
    with serve() as running:
        answer_commands(running, monkeypatch)
        yield running


@pytest.fixture
def folder(tmp_path: Path, command: Run, server: FakeStatline) -> Path:
    """A user's folder whose only edition was just fetched."""
    assert server.tables
    own = tmp_path / "configs"
    (own / "edities").mkdir(parents=True)
    dump(own / "bronnen.yaml", _sources())
    edition = definition().model_dump(mode="json", exclude={"stand"})
    dump(own / "edities/klein.yaml", edition | {"vereenvoudig_m": "60", "indeling": "2020"})
    assert command("data", "pull", "--edition", "klein", "--quiet").code == 0
    return own


def _sources() -> dict[str, Any]:
    sources = impatient_sources(("kwb_2020", "rivm_50090ned"))
    sources["tabellen"]["rivm_50090ned"]["perioden"] = ["2020JJ00"]
    return sources


def _check(command: Run, *, code: int = 0) -> Ended:
    ended = command("data", "status", "--check")
    assert ended.code == code, ended.err
    return ended


@pytest.mark.usefixtures("folder")
def test_where_nothing_is_newer_that_is_said(command: Run) -> None:
    found = _check(command).out
    assert f"{KWB}: van 2021-03-26; dat is het nieuwste" in found
    assert f"{HEALTH}: van 2026-03-30; dat is het nieuwste" in found
    assert "bronnen.yaml" not in found


def test_a_newer_table_is_told_with_what_to_paste(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    server.offer(KWB, "86999NED", "Kerncijfers wijken en buurten 2027")
    found = _check(command).out
    assert f"{KWB}: van 2021-03-26; niet gewijzigd" in found
    assert f"{HEALTH}: van 2026-03-30; dat is het nieuwste" in found, "another series"
    assert "kwb: nieuwere tabel: Kerncijfers wijken en buurten 2027 (86999NED)." in found
    paste = found.partition("In bronnen.yaml wordt dat:\n")[2]
    assert yaml.safe_load(paste) == {
        "tabellen": {"kwb_2027": {"reeks": "kwb", "jaar": 2027, "tabel": "86999NED"}}
    }
    sources = _sources()
    sources["tabellen"] |= yaml.load(paste, Loader=yaml.BaseLoader)["tabellen"]
    dump(folder / "bronnen.yaml", sources)
    assert "nieuwere tabel" not in _check(command).out, "once pasted, it is known"


@pytest.mark.usefixtures("folder")
def test_an_older_table_and_one_of_another_kind_are_no_news(
    command: Run, server: FakeStatline
) -> None:
    server.offer(KWB, "84286NED", "Kerncijfers wijken en buurten 2018")
    server.offer(KWB, "86998NED", "Kerncijfers wijken en buurten 2027, proef")
    server.offer(KWB, "86997NED", "Nabijheid voorzieningen 2027")
    assert f"{KWB}: van 2021-03-26; dat is het nieuwste" in _check(command).out


@pytest.mark.usefixtures("folder")
def test_a_newer_round_of_a_table_that_is_used(command: Run, server: FakeStatline) -> None:
    server.misbehave("extra_period", table=HEALTH, period="2028JJ00")
    found = _check(command).out
    assert f"{HEALTH}: van 2026-03-30; niet gewijzigd" in found
    assert "rivm_50090ned: nieuwe ronde: 2028." in found
    assert "    perioden: [2020JJ00, 2028JJ00]" in found


@pytest.mark.usefixtures("folder")
def test_a_newer_division_in_a_new_table_or_the_same(command: Run, server: FakeStatline) -> None:
    years = server.tables[HEALTH].dimension("Perioden")
    with_more = replace(years, members=[*years.members, replace(years.members[-1], key="2028JJ00")])
    server.offer(HEALTH, "50999NED", AFTER, dimensions=[with_more])
    server.misbehave("new_division", table=HEALTH, year=2026)
    found = _check(command).out
    assert f"{HEALTH}: van 2026-03-30; niet gewijzigd" in found
    assert "nieuwe indeling: 2028 in plaats van 2020; nieuwe ronde: 2028." in found
    assert "  gezondheid_2028:\n" in found
    assert "rivm_50090ned: nieuwe indeling: 2026 in plaats van 2020." in found
    assert "    indeling: 2026" in found


def test_a_search_that_does_not_find_our_own_table_says_so(command: Run, folder: Path) -> None:
    sources = _sources()
    sources["reeksen"]["kwb"]["catalogus"] = {"titel": "Kerncijfers buurten {jaar}"}
    del sources["reeksen"]["gezondheid"]["catalogus"]
    dump(folder / "bronnen.yaml", sources)
    found = _check(command).out
    assert "het nieuwste" not in found
    assert f"kwb: niet bekend of er een nieuwere tabel is: de catalogus noemt onze eigen {KWB}" in (
        found
    )
    assert "gezondheid: niet bekend of er een nieuwere tabel is: zet `catalogus`" in found


def test_a_theme_leaves_out_what_stands_elsewhere(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    sources = _sources()
    sources["reeksen"]["kwb"]["catalogus"]["thema"] = "Nederland regionaal"
    dump(folder / "bronnen.yaml", sources)
    title = "Kerncijfers wijken en buurten 2027"
    server.offer(KWB, "86998NED", title, themes=["Archief"])
    assert f"{KWB}: van 2021-03-26; dat is het nieuwste" in _check(command).out
    server.offer(KWB, "86999NED", title, themes=["Nederland regionaal › Wijken"])
    found = _check(command).out
    assert "(86999NED)" in found
    assert "(86998NED)" not in found


@pytest.mark.parametrize(("fault", "code"), [("http_503", 12), ("http_404", 13)])
@pytest.mark.usefixtures("folder")
def test_without_the_catalogue_nothing_is_called_the_newest(
    command: Run, server: FakeStatline, fault: str, code: int
) -> None:
    server.misbehave(fault, entity="Tables", times=ALWAYS)
    ended = _check(command, code=code)
    assert "het nieuwste" not in ended.out
    assert f"{KWB}: van 2021-03-26; niet gewijzigd" in ended.out


@pytest.mark.usefixtures("folder")
def test_a_pull_says_what_is_newer(command: Run, server: FakeStatline) -> None:
    assert "bronnen.yaml" not in command("data", "pull", "--edition", "klein").err
    server.offer(KWB, "86999NED", "Kerncijfers wijken en buurten 2027")
    server.misbehave("extra_period", table=HEALTH, period="2028JJ00")
    ended = command("data", "pull", "--edition", "klein", "--strict", "--no-compile")
    assert ended.code == 0, ended.err
    assert "kwb_2027: {reeks: kwb, jaar: 2027, tabel: 86999NED}" in ended.err
    assert "rivm_50090ned: nieuwe ronde: 2028." in ended.err
    assert not server.asked("86999NED"), "this edition follows no series"


@pytest.mark.usefixtures("folder")
def test_a_pull_does_not_fail_where_the_catalogue_is_silent(
    command: Run, server: FakeStatline
) -> None:
    server.misbehave("http_503", entity="Tables", times=ALWAYS)
    ended = command("data", "pull", "--edition", "klein", "--strict", "--no-compile")
    assert ended.code == 0, ended.err
    assert ended.err.count("niet bekend of er een nieuwere tabel is") == 2
