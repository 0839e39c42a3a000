"""`wijkprofiel data`: from copies of tables to editions, and what there is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion, data_pull
from wijkprofiel.cli.console import say
from wijkprofiel.cli.dutch import DutchCommand, DutchGroup
from wijkprofiel.cli.odd import oddities
from wijkprofiel.cli.options import ConfigOption, DataOption
from wijkprofiel.cli.places import workplace
from wijkprofiel.disk.reachable import reachable
from wijkprofiel.domain.errors import EditionError, UsageError
from wijkprofiel.domain.map_flaws import told
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.edition.status import EditionStatus
from wijkprofiel.words.formatting import long_date, number
from wijkprofiel.workshop import editions
from wijkprofiel.yaml_files.messages import hint

app = typer.Typer(
    cls=DutchGroup,
    help="Tabellen inlezen, edities maken en controleren.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("import", cls=DutchCommand)
def import_(
    recipe: Annotated[
        str,
        typer.Argument(
            metavar="RECEPT",
            help="Naam van een recept in configs/import.",
            autocompletion=completion.recipes,
        ),
    ],
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="Map met de bestanden die het recept noemt.")
    ],
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Lees een kopie van een tabel in als momentopname.

    Voorbeeld: wijkprofiel data import kwb_2020 ~/tabellen/84799NED
    """
    if not reachable(folder).is_dir():
        raise UsageError(f"De map {folder} bestaat niet.")
    place = workplace(config, data_dir)
    known = [path.stem for path in place.search.list("import")]
    if recipe not in known:
        raise UsageError(
            f"Het recept '{recipe}' is er niet.{hint(recipe, known)}",
            remedy=f"Kies uit: {', '.join(known)}, of zet een eigen recept in de map import.",
        )
    info = editions.import_table(place, recipe, folder)
    say(f"{info.id}: {number(info.rows)} rijen uit tabel {info.origin.table}.")
    for line in told(info.map_remarks):
        say(f"kaart: {line}")
    typer.echo(str(place.snapshots / f"{info.id}.json"))


@app.command("compile", cls=DutchCommand)
def compile_(
    edition: Annotated[
        str,
        typer.Argument(
            metavar="EDITIE",
            help="Naam van een editie in configs/edities.",
            autocompletion=completion.edition_recipes,
        ),
    ],
    snapshots: Annotated[
        Path | None,
        typer.Option("--snapshots", metavar="MAP", help="Map met de momentopnamen."),
    ] = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Maak van momentopnamen een editie.

    Voorbeeld: wijkprofiel data compile 2020
    """
    place = workplace(config, data_dir)
    folder = None if snapshots is None else reachable(snapshots)
    manifest = editions.compile_edition(place, edition, folder)
    _tell(manifest)
    typer.echo(str(place.data / f"{manifest.info.id}.sqlite"))


@app.command(cls=DutchCommand)
def status(
    check: Annotated[
        bool, typer.Option("--check", help="Vraag de bronnen of er iets nieuwers is.")
    ] = False,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Toon welke edities er zijn, met hun jaren, ouderdom en dekking.

    Voorbeelden:
      wijkprofiel data status
      wijkprofiel data status --check
    """
    place = workplace(config, data_dir)
    found = editions.status(place)
    if not found:
        raise EditionError("Er is geen editie.", remedy="Zie `wijkprofiel data compile --help`.")
    for item in found:
        _show(item)
    if check:
        data_pull.show_newer(place)


@app.command(cls=DutchCommand)
def verify(
    edition: Annotated[
        str | None, typer.Argument(metavar="EDITIE", help="Naam van een editie; anders allemaal.")
    ] = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Reken na of een editie in orde is.

    Controlegetallen, en de samenhang van de cijfers.

    Voorbeeld: wijkprofiel data verify 2020
    """
    for checked in editions.verify(workplace(config, data_dir), edition):
        name = checked.manifest.info.id
        say(
            f"{name}: {number(checked.areas)} gebieden en {number(checked.values)} cijfers in orde."
        )
        for line in oddities(checked.manifest, checked.warnings):
            say(f"{name}: {line}")
        for indicator in checked.outdated:
            say(f"{name}: {indicator} heeft nu een andere bron; voer `data compile` uit.")
        typer.echo(name)


app.command(cls=DutchCommand)(data_pull.pull)
app.command(cls=DutchCommand)(data_pull.prune)


def _show(item: EditionStatus) -> None:
    typer.echo(str(item.path))
    if item.problem is not None:
        typer.echo(f"  niet in orde: {item.problem}")
    if item.manifest is not None:
        for line in _lines(item.manifest):
            typer.echo(f"  {line}")


def _lines(manifest: Manifest) -> list[str]:
    info = manifest.info
    lines = [f"{info.title}; indeling {info.division}; stand {long_date(info.as_of)}"]
    lines += [
        f"{table.origin.table} ({table.origin.short}):"
        f" {_years(table.first_year, table.last_year)}{_age(table.retrieved_at)}"
        for table in manifest.tables
    ]
    lines.append(f"gebieden: {_counts({**manifest.regions, **manifest.composed})}")
    lines += [f"cijfers {group}: {_counts(c)}" for group, c in manifest.coverage.items()]
    lines += [f"niet gekoppeld {table}: {_counts(c)}" for table, c in manifest.left_out.items()]
    lines += [
        f"grens gewijzigd {table}: {_counts(c)}" for table, c in manifest.boundary_changed.items()
    ]
    return [*lines, *oddities(manifest)]


def _age(retrieved_at: str | None) -> str:
    """When a table was fetched, and how long ago that is; a copy does not tell."""
    if retrieved_at is None:
        return "; ingelezen uit een kopie"
    fetched = date.fromisoformat(retrieved_at[:10])
    days = (datetime.now(UTC).date() - fetched).days
    ago = {0: "vandaag", 1: "gisteren"}.get(days, f"{number(days)} dagen geleden")
    return f"; opgehaald op {long_date(fetched.isoformat())} ({ago})"


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} tot en met {last}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{level} {number(count)}" for level, count in counts.items()) or "geen"


def _tell(manifest: Manifest) -> None:
    for line in _lines(manifest):
        say(line)
