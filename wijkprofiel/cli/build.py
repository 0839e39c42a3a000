"""`wijkprofiel build`: make profiles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.asked import asked_for, find_all, whole_gemeente
from wijkprofiel.cli.console import say, tracked
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
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.workshop.workshop import Outcome, OutputFormat, Workshop

DEFAULT_OUTPUT = Path("profielen")
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
    typer.Option(
        "--report",
        metavar="BESTAND",
        help="Schrijf een verslag van de run als JSON.",
        dir_okay=False,
    ),
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
    asked = asked_for(areas or [], list_file, every=every)
    _refuse_formats(areas or [])
    chosen = edition_for(place, [item.name for item in asked], edition, source)
    chosen = fetch_if_asked(place, source, chosen, strict=strict, quiet=quiet)
    with Workshop(place, chosen) as shop:
        tasks, missed = (
            (whole_gemeente(shop, gemeente), []) if every else find_all(shop, asked, gemeente)
        )
        planned = len(tasks) + len(missed)
        made = Report(shop.edition.info, strict=strict, planned=planned)
        if report is not None:
            made.write(report)  # a report that cannot be written is told before the work
        if not quiet:
            say(origin_of_figures(shop, source))
        outcomes = chain(missed, shop.build(tasks, wanted, output))
        for outcome in tracked(outcomes, planned, quiet=quiet):
            made.add(outcome)
            _tell(outcome, quiet=quiet)
    if report is not None:
        made.write(report)
    if planned > 1 and not quiet:
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


def _refuse_formats(areas: Iterable[str]) -> None:
    """A blank after a comma of `--format` makes an area of the next format.

    Raises:
        UsageError: if one of the areas is a format.
    """
    known = {kind.value for kind in OutputFormat}
    for name in areas:
        if name.strip(",").lower() in known:
            raise UsageError(
                f"'{name}' is een formaat, geen gebied.",
                remedy="Zet achter --format geen spatie na de komma: --format html,pdf.",
            )


def _tell(outcome: Outcome, *, quiet: bool) -> None:
    """Print what was made, and what went wrong."""
    if outcome.error is not None and not outcome.files:
        say(f"{outcome.label} is niet gemaakt.")
        return
    if outcome.error is not None:
        say(f"De PDF van {outcome.label} is niet gemaakt, de andere bestanden wel.")
    for path in outcome.files:
        typer.echo(str(path))
    for text in outcome.warnings:
        say(f"Waarschuwing: {text}")
    for text in () if quiet else outcome.notes:
        say(f"Let op: {text}")
