"""The application: commands, and the one place where an error becomes an exit code.

Exit codes: 0 done, 1 a bug of ours, those of `domain.errors` for everything expected, and those
of shells for what stopped us from outside.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from typing import Annotated

import typer
from typer.exceptions import TyperException

from wijkprofiel import __version__
from wijkprofiel.cli import signals
from wijkprofiel.cli.console import say, show_error
from wijkprofiel.cli.dutch import (
    OUTPUT_CLOSED,
    speak_dutch,
    translated,
    where_help_is,
)
from wijkprofiel.cli.lazy import LazyGroup
from wijkprofiel.domain.errors import InternalError, OutputError, WijkprofielError
from wijkprofiel.domain.reasons import reason

BUG = 1
"""Exit code of everything that we did not foresee."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

_OBJECTS = 50_000
"""New objects before Python looks for cycles; looking every 700 takes a twentieth of a build."""

app = typer.Typer(
    name="wijkprofiel",
    cls=LazyGroup,
    help=(
        "Maak wijkgezondheidsprofielen in PDF en HTML uit open data van CBS, GGD en RIVM.\n\n"
        "Voorbeelden:\n"
        "  wijkprofiel build overvecht\n"
        "  wijkprofiel areas search centrum\n"
        "  wijkprofiel config new overvecht"
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"wijkprofiel {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Toon de versie."),
    ] = False,
) -> None:
    """Options of the whole application."""


def main() -> None:
    """Entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a name that the terminal cannot show is no reason to stop
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    gc.set_threshold(_OBJECTS)
    signals.listen()
    code = run(sys.argv[1:])
    _let_go_of_stdout(code)
    gc.freeze()  # what goes with the process need not be searched first
    sys.exit(code)


def _let_go_of_stdout(code: int) -> None:
    """Keep the interpreter from complaining at its end about output that nobody takes."""
    try:
        if sys.stdout is not None and code != 0:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code; only a bug of ours gives a traceback."""
    speak_dutch()
    try:
        return _code(app(arguments, prog_name="wijkprofiel", standalone_mode=False))
    except InternalError as error:
        return _bug(error.__cause__ or error)
    except WijkprofielError as error:
        show_error(error)
        return error.exit_code
    except TyperException as error:
        say(f"Fout: {translated(error.format_message())}")
        say(f"Zie `{where_help_is(error)} --help`.")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return _code(INTERRUPTED)
    except signals.Stopped as stop:
        say(f"Gestopt met het signaal {stop.name}. Wat al gemaakt was, blijft staan.")
        return _code(stop.code)
    except SystemExit as stop:
        # The framework and Rich end the program themselves when a pipe closes.
        return OUTPUT_CLOSED if isinstance(stop.__context__, BrokenPipeError) else _code(stop.code)
    except OSError as error:
        return _refused(error)
    except Exception as error:
        return _bug(error)


def _code(result: object) -> int:
    if result == INTERRUPTED:
        say("Afgebroken. Wat al gemaakt was, blijft staan.")
    return result if isinstance(result, int) else 0


def _refused(error: OSError) -> int:
    """The machine refuses to take our output; any other refusal was foreseen where it happens."""
    if error.filename is not None:
        return _bug(error)
    say(f"Fout: De uitvoer is niet te schrijven ({reason(error)}).")
    return OutputError.exit_code


def _bug(error: BaseException) -> int:
    """Something that we did not foresee: show all there is, and ask to tell us."""
    say("".join(traceback.format_exception(error)))
    say(
        "Dit is een fout in wijkprofiel zelf; u deed niets verkeerd.\n"
        "Meld het aan de makers, met de regels hierboven en de opdracht die u typte."
    )
    return BUG
