"""`wijkprofiel build`: make profiles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.asked import (
    all_work_areas,
    asked_for,
    find_all,
    named_by_paths,
    whole_gemeenten,
)
from wijkprofiel.cli.console import say, tracked
from wijkprofiel.cli.editions import edition_for, fetch_if_asked, origin_of_figures
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
    GgdOption,
    ProvincieOption,
    QuietOption,
)
from wijkprofiel.cli.places import unused_templates, workplace
from wijkprofiel.cli.report import Report
from wijkprofiel.cli.signals import hold, release
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.workshop import processes
from wijkprofiel.workshop.beside import beside_booklet, booklet_formats
from wijkprofiel.workshop.named import documents_named, formats_named
from wijkprofiel.workshop.processes import usual_jobs
from wijkprofiel.workshop.tasks import Made, Task
from wijkprofiel.workshop.wanted_edition import Source
from wijkprofiel.workshop.workshop import Workshop

DEFAULT_OUTPUT = Path("profielen")
DEFAULT_FORMATS = "html,pdf"
AreasArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="GEBIED",
        help="Naam of code van een gebied, een profielbestand (.yaml), of een map daarvan (./MAP).",
        autocompletion=completion.areas,
    ),
]
ListOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--list",
        metavar="BESTAND",
        help="Tekst of CSV met op elke regel een gebied, en eventueel de gemeente; mag vaker.",
    ),
]
AllOption = Annotated[
    bool,
    typer.Option(
        "--all", help="Alle wijken van elke gemeente die --gemeente, --ggd of --provincie noemt."
    ),
]
WorkAreasOption = Annotated[
    bool,
    typer.Option(
        "--werkgebieden",
        help="Bij --all: alle werkgebieden, of die in elke gemeente die --gemeente noemt.",
    ),
]
FormatOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="LIJST",
        help="Een of meer van html, pdf, json en csv, met komma's; mag vaker.",
        show_default=DEFAULT_FORMATS,
        autocompletion=completion.formats,
    ),
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--document",
        metavar="LIJST",
        help="Een of meer documenten (profiel, een_blad, of een eigen), met komma's; mag vaker.",
        show_default="profiel",
        autocompletion=completion.documents,
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
BookletOption = Annotated[
    bool,
    typer.Option(
        "--booklet",
        help="Leg het boekje van de editie erbij: één keer, en elk profiel verwijst ernaar.",
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="AANTAL",
        min=1,
        help=(
            "In hoeveel processen tegelijk; anders zoveel als er kernen zijn, voor zover dat tijd"
            " scheelt. De documenten blijven gelijk."
        ),
    ),
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
    ggd: GgdOption = None,
    provincie: ProvincieOption = None,
    every: AllOption = False,
    work_areas: WorkAreasOption = False,
    list_file: ListOption = None,
    edition: EditionOption = None,
    source: SourceOption = Source.AUTO,
    formats: FormatOption = None,
    document: DocumentOption = None,
    booklet: BookletOption = False,
    output: OutputOption = DEFAULT_OUTPUT,
    report: ReportOption = None,
    strict: StrictOption = False,
    jobs: JobsOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Maak het profiel van een of meer gebieden.

    Voorbeelden:
      wijkprofiel build overvecht
      wijkprofiel build soesterkwartier stevenshof --format html
      wijkprofiel build mijn-wijk.yaml --output documenten
      wijkprofiel build ./mijn-wijken
      wijkprofiel build --gemeente utrecht --all --booklet --report verslag.json
      wijkprofiel build --ggd "regio utrecht" --all --format json
      wijkprofiel build --all --werkgebieden
      wijkprofiel build overvecht --document profiel,een_blad
      wijkprofiel build centrum --gemeente leiden --gemeente gouda --format html --format csv
    """
    wanted = parse_formats(formats or [DEFAULT_FORMATS])
    for_edition = booklet_formats(wanted) if booklet else []
    place = workplace(config, data_dir)
    names = named_by_paths(areas or [], place.search)
    asked = asked_for(names, list_file or [], every=every, work_areas=work_areas)
    chosen = edition_for(place, [item.name for item in asked], edition, source)
    chosen = fetch_if_asked(place, source, chosen, strict=strict, quiet=quiet)
    with Workshop(place, chosen) as shop:
        _keep_lists(shop, list_file or [])
        places = shop.areas.composed.places(gemeente, ggd, provincie)
        whole = all_work_areas if work_areas else whole_gemeenten
        tasks, missed = whole(shop, places) if every else find_all(shop, asked, places)
        tasks = in_documents(shop, tasks, document)
        planned = len(tasks) + len(missed) + booklet
        _plan(shop, tasks, wanted, for_edition, output)
        shop.before_naming = hold
        made = Report(shop.edition.info, strict, planned, report, shop.outputs)
        with made.kept():
            if not quiet:
                say(origin_of_figures(shop, source))
                _tell_unused_templates(config)
            first, tasks = _booklet_first(shop, tasks, for_edition, output)
            size = jobs or usual_jobs(len(tasks), wanted, _cores())
            with closing(processes.build(shop, tasks, wanted, output, size)) as outcomes:
                _follow(chain(first, missed, outcomes), made, planned, quiet=quiet)
    _finish(made, quiet=quiet)


def _keep_lists(shop: Workshop, lists: Sequence[Path]) -> None:
    """No document may be written over a list that was read."""
    for path in lists:
        shop.outputs.reads(path, "de lijst")


def _finish(made: Report, *, quiet: bool) -> None:
    """Sum up what became of several areas, and fail if something did."""
    if made.planned > 1 and not quiet:
        say(made.summary())
    made.raise_if_failed()


def _plan(
    shop: Workshop,
    tasks: Sequence[Task],
    formats: Sequence[OutputFormat],
    for_edition: Sequence[OutputFormat],
    output: Path,
) -> None:
    """Tell a clash of names before the work.

    Args:
        for_edition: the formats of the booklet; none if it is not asked for.
    """
    shop.plan(tasks, formats, output)
    if for_edition:
        shop.plan_edition(for_edition, output)


def _booklet_first(
    shop: Workshop, tasks: list[Task], formats: Sequence[OutputFormat], output: Path
) -> tuple[list[Made], list[Task]]:
    """What became of the booklet, if it is asked for, and the tasks that may refer to it."""
    if not formats:
        return [], tasks
    made = shop.build_edition(formats, output)
    return [made], beside_booklet(tasks, made)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tell_unused_templates(config: Path | None) -> None:
    if text := unused_templates(config):
        say(f"Let op: {text}")


def parse_formats(texts: Sequence[str]) -> list[OutputFormat]:
    """The formats in lists with commas, each once.

    Raises:
        UsageError: for a format that we do not make.
    """
    return formats_named(",".join(texts).split(","))


def in_documents(shop: Workshop, tasks: list[Task], names: Sequence[str] | None) -> list[Task]:
    """The same areas in the documents that were named; without names as their files ask.

    Raises:
        UsageError: for a document that there is not.
    """
    if not names:
        return tasks
    chosen = documents_named(",".join(names).split(","), shop.documents)
    return [replace(task, documents=chosen) for task in tasks]


def _follow(outcomes: Iterable[Made], made: Report, planned: int, *, quiet: bool) -> None:
    for outcome in tracked(outcomes, planned, quiet=quiet):
        made.add(outcome)
        release()
        tell(outcome, quiet=quiet)


def tell(outcome: Made, *, quiet: bool) -> None:
    """Print what was made, and what went wrong."""
    if outcome.error is not None and not outcome.files:
        say(f"Niet gemaakt: {outcome.label}.")
        return
    if outcome.error is not None:
        say(f"De PDF van {outcome.label} is niet gemaakt, de andere bestanden wel.")
    for path in outcome.files:
        typer.echo(str(path))
    for text in outcome.warnings:
        say(f"Waarschuwing: {text}")
    for text in () if quiet else outcome.notes:
        say(f"Let op: {text}")
