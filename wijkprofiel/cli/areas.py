"""`wijkprofiel areas`: find areas and their codes."""

from __future__ import annotations

from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.console import say, show_areas
from wijkprofiel.cli.dutch import DutchCommand, DutchGroup
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
)
from wijkprofiel.cli.places import workplace
from wijkprofiel.cli.similar_areas import show_similar, told_of
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.workshop.comparing import name_and_gemeente
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


@app.command(cls=DutchCommand)
def similar(
    text: Annotated[
        str,
        typer.Argument(
            metavar="GEBIED",
            help="Een wijk, buurt, gemeente of werkgebied: code, naam, of naam@gemeente.",
            autocompletion=completion.areas,
        ),
    ],
    gemeente: GemeenteOption = None,
    among: Annotated[
        list[str] | None,
        typer.Option(
            "--among",
            metavar="GEMEENTE",
            help="Kies alleen uit de gebieden van deze gemeente; mag vaker.",
            autocompletion=completion.gemeenten,
        ),
    ] = None,
    number: Annotated[
        int | None,
        typer.Option("--number", metavar="AANTAL", min=1, help="Hoeveel; anders vijf."),
    ] = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Zoek gebieden die op een gebied lijken.

    Het gaat om wie er wonen: leeftijd, huishoudens, herkomst, dichtheid en inkomen. Gezondheid telt
    nooit mee. Zo vindt u met wie u ervaringen kunt delen; `wijkprofiel compare` legt de gebieden
    naast elkaar.

    Voorbeelden:
      wijkprofiel areas similar overvecht
      wijkprofiel areas similar centrum@arnhem --number 10
      wijkprofiel areas similar stevenshof --among leiden --among utrecht
    """
    name, home = name_and_gemeente(text)
    with Workshop(workplace(config, data_dir), edition) as shop:
        area = shop.find(name, *([home] if home else gemeente or ()))
        alike = shop.similar(area, number, among or ())
        if not alike.areas:
            say("Er is geen gebied om mee te vergelijken; kies een andere gemeente bij --among.")
            return
        show_similar(shop, alike)
        for line in told_of(shop, alike):
            say(line)


@app.command("list", cls=DutchCommand)
def list_areas(
    gemeente: GemeenteOption = None,
    buurten: Annotated[bool, typer.Option("--buurten", help="Toon ook de buurten.")] = False,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Toon de gemeenten, of de wijken van een gemeente.

    Voorbeeld: wijkprofiel areas list --gemeente Utrecht
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
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
