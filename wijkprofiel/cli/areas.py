"""`wijkprofiel areas`: find areas and their codes."""

from __future__ import annotations

from collections.abc import Sequence
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
    GgdOption,
    ProvincieOption,
)
from wijkprofiel.cli.places import workplace
from wijkprofiel.cli.similar_areas import show_similar, told_of
from wijkprofiel.domain.area import COMPOSED_KINDS, Area
from wijkprofiel.domain.errors import UsageError
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
    ggd: GgdOption = None,
    provincie: ProvincieOption = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Zoek gebieden op naam of code.

    Voorbeeld: wijkprofiel areas search centrum --gemeente utrecht
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        places = shop.areas.composed.places(gemeente, ggd, provincie)
        found = shop.areas.search(text, *places)
        if not found:
            shop.find(text, *places)  # says what comes nearest
        show_areas(found)
        if (told := shop.areas.told(text)) is not None:
            say(f"{told.message} {told.remedy}")


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
    *,
    gemeente: GemeenteOption = None,
    ggd: GgdOption = None,
    provincie: ProvincieOption = None,
    buurten: Annotated[bool, typer.Option("--buurten", help="Toon ook de buurten.")] = False,
    regios: Annotated[
        bool, typer.Option("--regios", help="Toon de GGD-regio's en de provincies.")
    ] = False,
    work_areas: Annotated[
        bool, typer.Option("--werkgebieden", help="Toon alleen de werkgebieden.")
    ] = False,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Toon de gemeenten, of de wijken van een gemeente. De werkgebieden staan onderaan.

    Met --ggd of --provincie: de gemeenten daarvan.

    Voorbeelden:
      wijkprofiel areas list --gemeente Utrecht
      wijkprofiel areas list --regios
      wijkprofiel areas list --ggd "hollands midden"
      wijkprofiel areas list --werkgebieden
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        if regios:
            show_areas(_regions(shop, [*(gemeente or ()), *(ggd or ()), *(provincie or ())]))
            return
        places = shop.areas.composed.places(gemeente, ggd, provincie)
        if work_areas:
            show_areas(shop.areas.work_areas_in(places))
            return
        if ggd or provincie:
            show_areas(shop.areas.gemeenten(places))
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


def _regions(shop: Workshop, beside: Sequence[str]) -> list[Area]:
    """All GGD regions, and after them all provinces.

    Raises:
        UsageError: if something stands beside it that picks areas.
        RegionError: if the edition has none.
    """
    if beside:
        raise UsageError(
            "Bij --regios hoort geen --gemeente, --ggd of --provincie.",
            remedy="Laat --regios weg om de gemeenten van een regio te zien.",
        )
    return [each.area for kind in COMPOSED_KINDS for each in shop.areas.composed.all(kind)]
