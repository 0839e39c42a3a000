from __future__ import annotations

import pytest
import typer

from wijkprofiel.cli.app import app
from wijkprofiel.cli.lazy import SHORT_HELP, Commands


@pytest.mark.parametrize("name", SHORT_HELP)
def test_help_says_of_a_command_what_it_says_of_itself(name: str) -> None:
    assert Commands()[name].get_short_help_str(limit=200) == SHORT_HELP[name]


def test_commands_are_those_with_help_in_its_order() -> None:
    assert list(Commands()) == list(SHORT_HELP)


def test_a_name_that_is_no_command_is_not_imported() -> None:
    assert "app" not in Commands()
    assert Commands().get("app") is None


def test_the_application_knows_its_commands() -> None:
    group = typer.main.get_command(app)
    assert [name for name, _ in group.commands.items()] == list(SHORT_HELP)  # type: ignore[attr-defined]
