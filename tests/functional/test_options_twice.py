"""An option that is given twice is all of its values, or an error: never silently the last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from tests.functional.conftest import Run
from wijkprofiel.cli.app import app

SETS = {
    *("--gemeente", "--ggd", "--provincie", "--list", "--format", "--document"),
    *("--among", "--deel"),
}


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command that does something, with its words."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
    for name in inner or ():
        context = command.context_class(command, info_name="wijkprofiel")
        yield from commands(command.get_command(context, name), (*path, name))


def options() -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    for path, command in commands(typer.main.get_command(app)):
        for param in command.params:
            if param.param_type_name == "option":
                yield path, command, param


EVERY = list(options())
FLAGS = [each for each in EVERY if each[2].is_flag]
VALUES = [each for each in EVERY if not each[2].is_flag]


def test_all_commands_are_walked() -> None:
    found = {" ".join(path) for path, _, _ in options()}
    assert {"build", "areas search", "config new", "data pull", "indicators explain"} <= found
    assert len(VALUES) > 30


@pytest.mark.parametrize(
    ("path", "owner", "param"),
    VALUES,
    ids=[f"{' '.join(path)} {param.opts[0]}" for path, _, param in VALUES],
)
def test_a_value_given_twice(command: Run, path: tuple[str, ...], owner: Any, param: Any) -> None:
    if param.multiple:
        assert param.opts[0] in SETS
        return
    words = ["x" for each in owner.params if each.param_type_name == "argument" and each.required]
    choices = {"--method": ("register", "enquete"), "--source": ("auto", "offline")}
    values = {**choices, "--jobs": ("1", "2"), "--number": ("1", "2")}.get(
        param.opts[0], ("een", "twee")
    )
    twice = [word for value in values for word in (param.opts[0], value)]
    ended = command(*path, *words, *twice)
    assert ended.code == 2
    if "bestaat niet" not in ended.err:  # a folder is looked at first
        assert f"Meer dan één keer gegeven: {param.opts[0]}." in ended.err
    assert ended.out == ""


@pytest.mark.parametrize("option", ["--config", "--data-dir"])
def test_a_folder_given_twice(command: Run, tmp_path: Any, option: str) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
    ended = command("areas", "list", option, "een", option, "twee")
    assert ended.code == 2
    assert f"Meer dan één keer gegeven: {option}." in ended.err


def test_every_option_that_takes_more_values_is_known() -> None:
    assert {each[2].opts[0] for each in VALUES if each[2].multiple} == SETS


def test_the_same_value_twice_is_an_error_as_well(command: Run) -> None:
    assert command("areas", "list", "--edition", "2020", "--edition=2020").code == 2


def test_a_flag_given_twice_says_the_same(command: Run) -> None:
    assert FLAGS
    assert command("areas", "list", "--gemeente", "leiden", "--buurten", "--buurten").code == 0


def test_help_is_shown_whatever_stands_beside_it(command: Run) -> None:
    assert command("build", "--edition", "a", "--edition", "b", "--help").code == 0


def test_areas_of_several_gemeenten(command: Run) -> None:
    ended = command("areas", "list", "--gemeente", "utrecht", "--gemeente", "leiden")
    assert "WK034403" in ended.out
    assert "WK054609" in ended.out
    assert "WK030703" not in ended.out


def test_a_name_in_any_of_several_gemeenten(command: Run) -> None:
    words = ("indicators", "explain", "eenzaam", "overvecht")
    ended = command(*words, "--gemeente", "leiden", "--gemeente", "utrecht")
    assert ended.code == 0
    assert "WK034403" in ended.out


def test_all_wijken_of_several_gemeenten_in_two_formats(command: Run, tmp_path: Any) -> None:
    two = ("--gemeente", "rozendaal", "--gemeente", "vlieland", "--gemeente", "rozendaal")
    ended = command("build", *two, "--all", "--format", "json", "--format", "csv,json")
    assert ended.code == 0
    made = sorted(path.name for path in (tmp_path / "profielen").iterdir())
    assert len([name for name in made if name.startswith("wijkprofiel-rozendaal")]) >= 2
    assert len([name for name in made if name.startswith("wijkprofiel-vlieland")]) >= 2
    assert {name.rpartition(".")[2] for name in made} == {"json", "csv"}


def test_lists_are_joined(command: Run, tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text("overvecht\n")
    (tmp_path / "b.txt").write_text("WK030703\nnergenshuizen\n")
    ended = command("build", "--list", "a.txt", "--list", "b.txt", "--format", "json")
    assert ended.code == 18
    assert len(list((tmp_path / "profielen").iterdir())) == 2
    assert "b.txt:2" in ended.err


def test_a_name_that_two_gemeenten_bear(command: Run, tmp_path: Any) -> None:
    ended = command("build", "bergen")
    assert ended.code == 11
    assert all(code in ended.err for code in ("GM0373", "GM0893", "BU07721120"))
    home = command("build", "centrum", "--gemeente", "bergen")
    assert home.code == 11
    assert "GM0373" in home.err
    assert "GM0893" in home.err
    (tmp_path / "wijk.yaml").write_text("gebied: Bergen\n")
    checked = command("config", "check", "wijk.yaml")
    assert checked.code == 10
    assert all(code in checked.err for code in ("GM0373", "GM0893", "BU07721120"))


def test_two_wijken_of_one_name_in_one_gemeente(command: Run) -> None:
    ended = command("build", "meerwijk", "--gemeente", "uithoorn")
    assert ended.code == 11
    assert "--gemeente" not in ended.err
    assert "code" in ended.err
    assert "inwoners" in ended.err
