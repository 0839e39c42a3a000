"""`wijkprofiel areas`: find areas and their codes."""

from __future__ import annotations

from typing import Annotated

import typer

from wijkprofiel.cli.console import say, show_areas
from wijkprofiel.cli.dutch import DutchCommand, DutchGroup
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
)
from wijkprofiel.cli.places import workplace
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.workshop.workshop import Workshop

app = typer.Typer(
    cls=DutchGroup, help="Gebieden zoeken en tonen.", no_args_is_help=True, rich_markup_mode=None
)


@app.command(cls=DutchCommand)
def search(
    text: Annotated[str, typer.Argument(metavar="NAAM", help="(Deel van) een naam, of een code.")],
    gemeente: GemeenteOption = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Zoek gebieden op naam of code.

    Voorbeeld: wijkprofiel areas search centrum --gemeente utrecht
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        found = shop.areas.search(text, *(gemeente or ()))
        if not found:
            shop.find(text, *(gemeente or ()))  # says what comes nearest
        show_areas(found)


@app.command("list", cls=DutchCommand)
def list_areas(
    *,
    gemeente: GemeenteOption = None,
    buurten: Annotated[bool, typer.Option("--buurten", help="Toon ook de buurten.")] = False,
    work_areas: Annotated[
        bool, typer.Option("--werkgebieden", help="Toon alleen de werkgebieden.")
    ] = False,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Toon de gemeenten, of de wijken van een gemeente. De werkgebieden staan onderaan.

    Voorbeelden:
      wijkprofiel areas list --gemeente Utrecht
      wijkprofiel areas list --werkgebieden
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        if work_areas:
            show_areas(shop.areas.work_areas_in(gemeente or ()))
            return
        if not gemeente:
            homes = map(Area.of, shop.edition.regions(RegionLevel.GEMEENTE))
            show_areas([*homes, *shop.areas.work_areas_in()])
            say("Kies een gemeente om haar wijken te zien: --gemeente NAAM.")
            return
        regions = [
            area
            for home in shop.areas.gemeenten(gemeente)
            for area in shop.edition.regions(gemeente=home.code)
            if buurten or area.level is not RegionLevel.BUURT
        ]
        show_areas([*map(Area.of, regions), *shop.areas.work_areas_in(gemeente)])
