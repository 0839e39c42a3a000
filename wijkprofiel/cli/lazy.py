"""Commands that are imported when they are used: they need the whole package, and help does not.

What the help of the application says of each command is therefore written down here, in
`SHORT_HELP`; a test holds it to what the command says of itself.
"""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Any

import typer

from wijkprofiel.cli.dutch import DutchCommand, DutchGroup

SHORT_HELP = {
    "build": "Maak het profiel van een of meer gebieden.",
    "compare": "Leg twee tot vier gebieden naast elkaar.",
    "booklet": "Maak het boekje van een editie.",
    "kit": "Maak wat er bij een bijeenkomst op tafel ligt en aan de muur hangt.",
    "areas": "Gebieden zoeken en tonen.",
    "indicators": "Indicatoren tonen en uitleggen.",
    "config": "Instellingen controleren, en een profielbestand beginnen.",
    "data": "Tabellen inlezen, edities maken en controleren.",
    "doctor": "Controleer deze machine, de edities en de diensten.",
}


class Commands(UserDict[str, Any]):
    """The commands by name, in the order of the help; each is imported when it is asked for."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(SHORT_HELP))

    def __getitem__(self, name: str) -> Any:
        """The command of this name."""
        if name in self.data and self.data[name] is None:
            self.data[name] = _imported(name)
        return self.data[name]


def _imported(name: str) -> Any:
    """The command or group in the module of this name."""
    module = import_module(f"wijkprofiel.cli.{name}")
    if hasattr(module, "app"):
        return typer.main.get_group(module.app)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=DutchCommand)(getattr(module, name))
    return typer.main.get_command(alone)


class LazyGroup(DutchGroup):
    """The application, which shows its help without importing its commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = Commands()

    def list_commands(self, _: Any) -> list[str]:
        """Names of the commands, in order."""
        return list(self.commands)

    def format_commands(self, _: Any, formatter: Any) -> None:
        """Write the commands with a line about each."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(SHORT_HELP.items()))
