"""The framework's own words in Dutch: headings of help, and errors in how a command is typed."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import typer
import typer.core
from typer import _completion_shared as shells
from typer.exceptions import TyperException

from wijkprofiel.domain.errors import UsageError
from wijkprofiel.words.formatting import enumeration

OUTPUT_CLOSED = 141
"""Exit code when who reads our output has stopped reading, as shells have it (`| head`)."""

_WORDS = {
    "required": "verplicht",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "Aborted!": "Afgebroken.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "(dynamic)": "(wisselt)",
}
_PATH = "(?i:path|file|dir|directory)"
_MESSAGES = [
    (r"Value error, ", ""),
    (r"No such option: (.+?)(?= \(Possible|$)", r"De optie \1 bestaat niet."),
    (r"\(Possible options: (.*)\)", r"Bedoelde u \1?"),
    (r"Did you mean (.*)\?", r"Bedoelde u \1?"),
    (r"Missing argument '(.*?)'\.?", r"Het argument \1 ontbreekt."),
    (r"Missing option '(.*?)'\.?", r"De optie \1 ontbreekt."),
    (r"Missing parameter: (\S+)", r"\1 ontbreekt."),
    (r"Option '(.*?)' requires an argument\.?", r"Achter de optie \1 hoort een waarde."),
    (r"Option '(.*?)' does not take a value\.?", r"Achter de optie \1 hoort geen waarde."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"Dit is te veel: \1."),
    (r"Invalid value for (.*?): ", r"Ongeldige waarde voor \1: "),
    (r"Invalid value: ", r"Ongeldige waarde: "),
    (rf"{_PATH} '(.*?)' does not exist\.?", r"'\1' bestaat niet."),
    (rf"{_PATH} '(.*?)' is a file\.?", r"'\1' is een bestand, geen map."),
    (rf"{_PATH} '(.*?)' is a directory\.?", r"'\1' is een map, geen bestand."),
    (rf"{_PATH} '(.*?)' is not readable\.?", r"'\1' is niet te lezen (geen toestemming)."),
    (r"'(.*?)' is not one of (.*?)\.", r"'\1' kan hier niet; kies uit \2."),
    (r"'(.*?)' is not a valid (?:integer|int)\.?", r"'\1' is geen heel getal."),
    (r"Input should be greater than or equal to (\S+)", r"het moet \1 of meer zijn."),
    (r"Input should be a valid integer.*", r"dit is geen heel getal."),
    (r"'(.*?)' is not a valid (?:float|number)\.?", r"'\1' is geen getal."),
]
_SENTENCE = 200
_TYPE = re.compile(r" <.*>(\.\.\.)?$")
_NAMED_DEFAULT = re.compile(r"(\[standaard: )\((.*?)\)\]")
"""The framework puts a default that has a name of ours between brackets of its own."""
_BRACES = re.compile(r"^\{(.*)\}")


def speak_dutch() -> None:
    """Let the framework's words be Dutch. Its catalogue of translations has no Dutch."""
    setattr(typer.core, "_", lambda text: _WORDS.get(text, text))  # noqa: B010


def translated(message: str) -> str:
    """A usage error of the framework in Dutch."""
    dutch = message
    for pattern, replacement in _MESSAGES:
        dutch = re.sub(pattern, replacement, dutch, flags=re.DOTALL)
    known = dutch != message or message in _WORDS.values() or message.startswith("De opdracht")
    return dutch if known else f"De opdracht klopt niet ({message})."


def where_help_is(error: TyperException) -> str:
    """The command whose help explains what was typed wrong."""
    context = getattr(error, "ctx", None)
    return "wijkprofiel" if context is None else str(context.command_path)


class _Dutch:
    """Help of a command, what may be given once, and what happens when nobody reads on."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command.

        Raises:
            UsageError: if an option of which one value can hold is given twice: the framework
                would take the last one without a word.
        """
        typed = list(args)
        rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        if not ctx.resilient_parsing:
            self._refuse_twice(ctx, typed)
        return rest

    def _refuse_twice(self, ctx: Any, typed: list[str]) -> None:
        _, _, in_order = self.make_parser(ctx).parse_args(args=typed)  # type: ignore[attr-defined]
        times = Counter(param for param in in_order if _holds_one_value(param))
        if twice := [param.opts[0] for param, count in times.items() if count > 1]:
            raise UsageError(
                f"Meer dan één keer gegeven: {enumeration(twice)}.",
                remedy="Geef deze opties elk hoogstens één keer; doe anders meer opdrachten.",
            )

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words of the usage line."""
        pieces = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        words = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT [ARGUMENTEN]..."}
        return [words.get(piece, _BRACES.sub(r"\1", piece)) for piece in pieces]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        text = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, text, prefix="Gebruik: ")

    def format_help_text(self, _: Any, formatter: Any) -> None:
        """Write what the command does; examples keep their lines."""
        text = inspect.cleandoc(self.help or "")  # type: ignore[attr-defined]
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text.replace("\nVoorbeeld", "\n\b\nVoorbeeld"))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options, without the names that Python has for their types."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                what = _NAMED_DEFAULT.sub(r"\1\2]", record[1])
                rows[param.param_type_name].append((_TYPE.sub("", record[0]), what))
        for kind, heading in (("argument", "Argumenten"), ("option", "Opties")):
            if rows[kind]:
                with formatter.section(heading):
                    formatter.write_dl(rows[kind])

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters; those that the framework adds itself get Dutch help."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if param.name in _COMPLETION:
                param.help, param.callback = _COMPLETION[param.name]
        return params

    def get_help_option(self, ctx: Any) -> Any:
        """The help option, with its help in Dutch."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a closed pipe is no failure of ours."""
        try:
            return super().invoke(ctx)  # type: ignore[misc]
        except BrokenPipeError:
            raise typer.Exit(OUTPUT_CLOSED) from None


def _holds_one_value(param: Any) -> bool:
    """Whether a second value would take the place of the first; a flag twice says the same."""
    return param.param_type_name == "option" and not (param.multiple or param.is_flag)


class DutchGroup(_Dutch, typer.core.TyperGroup):
    """A group of commands that speaks Dutch."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write options, and then the commands of the group."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands with their first sentence, however long."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(n, c.get_short_help_str(_SENTENCE)) for n, c in commands if c and not c.hidden]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; without any, say what can be typed."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(UsageError.exit_code)
        return super().parse_args(ctx, args)


class DutchCommand(_Dutch, typer.core.TyperCommand):
    """A command that speaks Dutch."""


def _shell() -> str:
    """The shell from which we were started.

    Raises:
        UsageError: if it is none that we can help.
    """
    name = shells._get_shell_name()
    if name not in list(shells.Shells):
        known = ", ".join(shells.Shells)
        raise UsageError(
            "Wij herkennen niet in welke shell u werkt.",
            remedy=f"Start de opdracht in een van deze: {known}.",
        )
    return str(name)


def _install_completion(ctx: Any, _: Any, value: Any) -> Any:
    if not value or ctx.resilient_parsing:
        return value
    shell, path = shells.install(shell=_shell())
    typer.echo(str(path))
    typer.echo(f"Aanvullen met Tab werkt in {shell} zodra u een nieuw venster opent.", err=True)
    raise typer.Exit


def _show_completion(ctx: Any, _: Any, value: Any) -> Any:
    if not value or ctx.resilient_parsing:
        return value
    name = str(ctx.find_root().info_name)
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    script = shells.get_completion_script(prog_name=name, complete_var=variable, shell=_shell())
    typer.echo(script)
    raise typer.Exit


_COMPLETION: dict[str, tuple[str, Callable[[Any, Any, Any], Any]]] = {
    "install_completion": (
        "Laat deze shell opdrachten aanvullen met de Tab-toets.",
        _install_completion,
    ),
    "show_completion": ("Toon wat daarvoor in de shell komt te staan.", _show_completion),
}
