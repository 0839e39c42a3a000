"""Help, usage errors and the Tab key: all of it Dutch, in every command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer import _completion_shared as shells

from tests.functional.conftest import Run
from wijkprofiel.cli.app import app, run
from wijkprofiel.cli.completion import areas, formats, gemeenten, indicators
from wijkprofiel.cli.dutch import speak_dutch, translated

ENGLISH = re.compile(
    r"\b(the|this|show|usage|options?|arguments?|commands?|required|default|for|and|install"
    r"|completion|current|message|exit|file|path|list\[|str|env var|deprecated|aliases)\b"
)
NAMES = re.compile(r"(--[a-z-]+|`[^`]*`|wijkprofiel [^\n]*|^  [a-z]+(?=  ))", re.MULTILINE)


def commands(command: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command, groups included."""
    command = command or typer.main.get_command(app)
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


EVERY = list(commands())


def test_all_commands_are_walked() -> None:
    assert len(EVERY) >= 16
    assert ("config", "new") in EVERY


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_help_is_dutch_and_whole(command: Run, words: tuple[str, ...]) -> None:
    ended = command(*words, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"Gebruik: {' '.join(('wijkprofiel', *words))} ")
    prose = NAMES.sub("", ended.out)
    assert not ENGLISH.search(prose.lower()), prose
    assert "<" not in ended.out
    assert "..." not in ended.out.split("\n", 2)[2]
    assert "Toon deze uitleg." in ended.out


@pytest.mark.parametrize(
    "words", [w for w in EVERY if len(w) == 2 or w == ("build",)], ids=" ".join
)
def test_every_command_shows_an_example(command: Run, words: tuple[str, ...]) -> None:
    out = command(*words, "--help").out
    assert re.search(rf"Voorbeeld(en:\n +|: )wijkprofiel {' '.join(words)}", out)


def test_without_a_command_the_help_is_shown(command: Run) -> None:
    ended = command()
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith("Gebruik: wijkprofiel")


def test_the_version(command: Run) -> None:
    assert re.fullmatch(r"wijkprofiel \d+\.\d+.*\n", command("--version").out)


def test_a_usage_error_says_where_its_help_is(command: Run) -> None:
    assert "Zie `wijkprofiel build --help`." in command("build", "--formaat", "x").err
    assert "Zie `wijkprofiel areas --help`." in command("areas", "zoek").err


@pytest.mark.parametrize(
    ("said", "dutch"),
    [
        ("No such option: --x", "De optie --x bestaat niet."),
        (
            "No such option: --fo (Possible options: --foo)",
            "De optie --fo bestaat niet. Bedoelde u --foo?",
        ),
        ("Missing argument 'NAAM'.", "Het argument NAAM ontbreekt."),
        ("Missing option '--x'.", "De optie --x ontbreekt."),
        ("Missing parameter: x", "x ontbreekt."),
        ("Option '--x' requires an argument.", "Achter de optie --x hoort een waarde."),
        ("Option '--x' does not take a value.", "Achter de optie --x hoort geen waarde."),
        ("Got unexpected extra argument(s) (a b)", "Dit is te veel: a b."),
        (
            "Invalid value for '--x': 'a' is not a valid int.",
            "Ongeldige waarde voor '--x': 'a' is geen heel getal.",
        ),
        ("Invalid value: 'a' is not a valid float.", "Ongeldige waarde: 'a' is geen getal."),
        (
            "Invalid value for 'P': Path 'a' does not exist.",
            "Ongeldige waarde voor 'P': 'a' bestaat niet.",
        ),
        ("Directory 'a' is a file.", "'a' is een bestand, geen map."),
        ("dir 'a' is a file.", "'a' is een bestand, geen map."),
        ("file 'a' is a directory.", "'a' is een map, geen bestand."),
        ("path 'a' is not readable.", "'a' is niet te lezen (geen toestemming)."),
        ("'a' is not one of 'b', 'c'.", "'a' kan hier niet; kies uit 'b', 'c'."),
        ("Er ontbreekt een opdracht.", "Er ontbreekt een opdracht."),
        ("De opdracht 'a' bestaat niet.", "De opdracht 'a' bestaat niet."),
        ("Something new", "De opdracht klopt niet (Something new)."),
    ],
)
def test_what_the_framework_says(said: str, dutch: str) -> None:
    assert translated(said) == dutch


def completed(line: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> list[str]:
    """What bash offers after a line, the last word of which is being typed."""
    monkeypatch.setenv("_WIJKPROFIEL_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    assert run([]) == 0
    return str(capsys.readouterr().out).split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("wijkprofiel bu", ["build"]),
        ("wijkprofiel config ", ["check", "new", "schema"]),
        ("wijkprofiel build --form", ["--format"]),
        ("wijkprofiel build overvec", ["overvecht"]),
        ("wijkprofiel build centrum --gemeente amersf", ["amersfoort"]),
        ("wijkprofiel build --format html,p", ["html,pdf"]),
        ("wijkprofiel build --edition ", ["2020"]),
        ("wijkprofiel indicators show rok", ["roker"]),
        ("wijkprofiel data import rivm", ["rivm_50090ned"]),
    ],
)
def test_the_tab_key(
    line: str,
    offered: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert completed(line, monkeypatch, capsys) == offered


def test_what_is_offered_is_found(command: Run) -> None:
    for name in (*gemeenten("s-"), *gemeenten("bergen"), *areas("koppel"), *areas("Den-Haag")):
        assert command("areas", "search", name).code == 0
    assert formats("pdf,") == ["pdf,html", "pdf,json", "pdf,csv"]
    assert indicators("zzz") == []


def test_a_broken_configuration_offers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "configs").mkdir()
    (tmp_path / "configs/oordeel.yaml").write_text("[")
    assert indicators("rok") == []


def test_installing_completion_speaks_dutch(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(shells, "_get_shell_name", lambda: "bash")
    ended = command("--install-completion")
    assert ended.code == 0
    assert ended.out == f"{tmp_path}/.bash_completions/wijkprofiel.sh\n"
    assert ended.err == "Aanvullen met Tab werkt in bash zodra u een nieuw venster opent.\n"
    assert "complete -o default" in command("--show-completion").out


def test_an_unknown_shell(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shells, "_get_shell_name", lambda: None)
    ended = command("--install-completion")
    assert ended.code == 2
    assert "Wij herkennen niet in welke shell u werkt." in ended.err


speak_dutch()
