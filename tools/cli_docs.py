"""Write docs/cli.md from the help of every command: `python -m tools.cli_docs`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer.main

from tools.messages import ROOT
from wijkprofiel.cli.app import app
from wijkprofiel.cli.dutch import speak_dutch

PAGE = ROOT / "docs" / "cli.md"
_WIDTH = 88
_HEAD = """\
# De opdrachten

Dit is de uitleg die u ook krijgt met `--help`. Deze bladzijde wordt gemaakt met
`python -m tools.cli_docs`. Wat de meldingen en eindcodes betekenen, staat in
[fouten.md](fouten.md); hoe u begint in [handleiding.md](handleiding.md).
"""


def page() -> str:
    """The help of every command, under a heading each."""
    speak_dutch()
    return _HEAD + "".join(
        _section(path, text) for path, text in helps(typer.main.get_command(app))
    )


def helps(
    command: Any, path: tuple[str, ...] = ("wijkprofiel",), parent: Any = None
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every command with its help, groups before what is in them."""
    context = command.context_class(
        command, info_name=path[-1], parent=parent, terminal_width=_WIDTH
    )
    yield path, command.get_help(context)
    for name in getattr(command, "commands", {}):
        inner = command.get_command(context, name)
        yield from helps(inner, (*path, name), context)


def _section(path: tuple[str, ...], text: str) -> str:
    level = "#" * min(len(path) + 1, 3)
    return f"\n{level} {' '.join(path)}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
