"""`wijkprofiel build`: make profiles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.console import say, show_error, tracked
from wijkprofiel.cli.editions import Source, edition_for, fetch_if_asked, origin_of_figures
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
    QuietOption,
)
from wijkprofiel.cli.places import workplace
from wijkprofiel.cli.report import Report
from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.domain.errors import UsageError, WijkprofielError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.pipeline import Outcome, OutputFormat, Task, Workshop

DEFAULT_OUTPUT = Path("profielen")
LARGEST_LIST = 1_000_000
MOST_ERRORS = 20
AreasArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="GEBIED",
        help="Naam of code van een gebied, of een profielbestand (.yaml).",
        autocompletion=completion.areas,
    ),
]
ListOption = Annotated[
    Path | None,
    typer.Option("--list", metavar="BESTAND", help="Tekstbestand met een gebied op elke regel."),
]
AllOption = Annotated[
    bool, typer.Option("--all", help="Alle wijken van de gemeente die --gemeente noemt.")
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="LIJST",
        help="Een of meer van html, pdf, json en csv, met komma's.",
        autocompletion=completion.formats,
    ),
]
OutputOption = Annotated[
    Path, typer.Option("--output", metavar="MAP", help="Map voor de documenten.")
]
ReportOption = Annotated[
    Path | None,
    typer.Option("--report", metavar="BESTAND", help="Schrijf een verslag van de run als JSON."),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Laat waarschuwingen de opdracht doen mislukken.")
]
SourceOption = Annotated[
    Source,
    typer.Option(
        "--source",
        metavar="KEUZE",
        help=(
            "Waar de cijfers vandaan komen: auto of offline (de nieuwste editie die er al is,"
            " zonder internet), of refresh (eerst ophalen)."
        ),
    ),
]


def build(
    areas: AreasArgument = None,
    gemeente: GemeenteOption = None,
    every: AllOption = False,
    list_file: ListOption = None,
    edition: EditionOption = None,
    source: SourceOption = Source.AUTO,
    formats: FormatOption = "html,pdf",
    output: OutputOption = DEFAULT_OUTPUT,
    report: ReportOption = None,
    strict: StrictOption = False,
    config: ConfigOption = None,
    data_dir: DataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Maak het profiel van een of meer gebieden.

    Voorbeelden:
      wijkprofiel build overvecht
      wijkprofiel build soesterkwartier stevenshof --format html
      wijkprofiel build binnenstad --gemeente utrecht
      wijkprofiel build mijn-wijk.yaml --output documenten
      wijkprofiel build --gemeente utrecht --all --report verslag.json
    """
    wanted = parse_formats(formats)
    place = workplace(config, data_dir)
    names = _names(areas, list_file, every=every)
    chosen = edition_for(place, names, edition)
    chosen = fetch_if_asked(place, source, chosen, strict=strict, quiet=quiet)
    with Workshop(place, chosen) as shop:
        tasks = _whole_gemeente(shop, gemeente) if every else find_all(shop, names, gemeente)
        made = Report(shop.edition.info, strict=strict, planned=len(tasks))
        if report is not None:
            made.write(report)  # a report that cannot be written is told before the work
        if not quiet:
            say(origin_of_figures(shop, source))
        for outcome in tracked(shop.build(tasks, wanted, output), len(tasks), quiet=quiet):
            made.add(outcome)
            _tell(outcome, quiet=quiet)
    if report is not None:
        made.write(report)
    if len(tasks) > 1 and not quiet:
        say(made.summary())
    made.raise_if_failed()


def parse_formats(text: str) -> list[OutputFormat]:
    """The formats in a list with commas, each once.

    Raises:
        UsageError: for a format that we do not make.
    """
    known = {kind.value: kind for kind in OutputFormat}
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise UsageError(
            f"Het formaat '{', '.join(unknown) or text}' kennen we niet.",
            remedy=f"Kies uit: {', '.join(known)}, bijvoorbeeld --format html,pdf.",
        )
    return [known[name] for name in dict.fromkeys(names)]


def find_all(shop: Workshop, names: list[str], gemeente: str | None) -> list[Task]:
    """Every area or profile file that was named, before anything is written.

    Raises:
        WijkprofielError: the last name that does not fit; the others are shown as well.
    """
    found: dict[str, Task] = {}
    errors: list[WijkprofielError] = []
    for name in names:
        try:
            task = _task(shop, name, gemeente)
            found.setdefault(name if is_profile_file(name) else task.region.code, task)
        except WijkprofielError as error:
            errors.append(error)
        if len(errors) == MOST_ERRORS:
            say(f"Na {MOST_ERRORS} fouten zijn de overige namen niet meer bekeken.")
            break
    for earlier in errors[:-1]:
        show_error(earlier)
    if errors:
        raise errors[-1]
    return list(found.values())


def _task(shop: Workshop, name: str, gemeente: str | None) -> Task:
    if is_profile_file(name):
        return shop.task(Path(name))
    return Task(shop.areas.find(name, gemeente))


def _whole_gemeente(shop: Workshop, gemeente: str | None) -> list[Task]:
    if gemeente is None:
        raise UsageError("Bij --all hoort --gemeente NAAM.")
    code = shop.areas.gemeente(gemeente).code
    return [Task(wijk) for wijk in shop.edition.regions(RegionLevel.WIJK, code)]


def _names(areas: list[str] | None, list_file: Path | None, *, every: bool) -> list[str]:
    """Everything that was named, on the command line and in a file.

    Raises:
        UsageError: if nothing was named, or names stand beside `--all`.
    """
    names = [*(areas or []), *(_listed(list_file) if list_file else [])]
    if every and names:
        raise UsageError(
            "Bij --all horen geen namen: het maakt alle wijken van de gemeente.",
            remedy="Laat --all weg, of laat de namen weg.",
        )
    if not names and not every:
        where = (
            f"In {list_file} staat geen naam." if list_file else "Het argument GEBIED ontbreekt."
        )
        raise UsageError(
            where, remedy="Noem een gebied, of gebruik --gemeente NAAM --all of --list BESTAND."
        )
    return names


def _listed(path: Path) -> Iterable[str]:
    """Names in a text file: one per line; empty lines and lines after # do not count."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_LIST + 1)
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UsageError(f"{path} is geen tekstbestand in UTF-8.") from None
    except OSError as error:
        raise UsageError(f"{path} is niet te lezen ({reason(error)}).") from None
    if len(content) > LARGEST_LIST:
        raise UsageError(f"{path} is groter dan 1 MB; dat is geen lijst met namen.")
    return [name for line in lines if (name := line.split("#")[0].strip())]


def _tell(outcome: Outcome, *, quiet: bool) -> None:
    """Print what was made, and what went wrong."""
    if outcome.error is not None:
        say(f"{outcome.region.name} ({outcome.region.code}) is niet gemaakt.")
        return
    for path in outcome.files:
        typer.echo(str(path))
    for text in outcome.warnings:
        say(f"Waarschuwing: {text}")
    for text in () if quiet else outcome.notes:
        say(f"Let op: {text}")
