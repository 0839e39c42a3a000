"""`wijkprofiel areas`: finding a name or a code."""

from __future__ import annotations

from tests.functional.conftest import Run


def test_search_by_a_part_of_a_name(command: Run) -> None:
    ended = command("areas", "search", "soesterkw")
    assert ended.code == 0
    assert "WK030703" in ended.out
    assert "11.955" in ended.out


def test_search_by_an_alias(command: Run) -> None:
    assert "WK054609" in command("areas", "search", "stevenshof").out
    assert "GM0518" in command("areas", "search", "den haag").out


def test_search_without_result(command: Run) -> None:
    ended = command("areas", "search", "xyzzyq")
    assert ended.code == 11
    assert ended.out == ""


def test_list_the_wijken_of_a_gemeente(command: Run) -> None:
    ended = command("areas", "list", "--gemeente", "Utrecht")
    assert ended.code == 0
    assert ended.out.count("WK0344") == 10
    assert "BU0344" not in ended.out
    assert "BU03440311" in command("areas", "list", "--gemeente", "utrecht", "--buurten").out


def test_list_the_gemeenten(command: Run) -> None:
    ended = command("areas", "list")
    assert ended.out.count("GM") == 355


def test_version_and_help(command: Run) -> None:
    assert command("--version").out.startswith("wijkprofiel ")
    ended = command("build", "--help")
    assert ended.code == 0
    assert "Gebruik: wijkprofiel build" in ended.out
    assert "Opties" in ended.out
    assert "Usage" not in ended.out
