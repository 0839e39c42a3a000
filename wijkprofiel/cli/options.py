"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion

GemeenteOption = Annotated[
    list[str] | None,
    typer.Option(
        "--gemeente",
        metavar="NAAM",
        help="Zoek alleen in deze gemeente (naam of code); mag vaker.",
        autocompletion=completion.gemeenten,
    ),
]
GgdOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ggd",
        metavar="NAAM",
        help="Zoek alleen in de gemeenten van deze GGD-regio; mag vaker.",
        autocompletion=completion.ggd_regions,
    ),
]
ProvincieOption = Annotated[
    list[str] | None,
    typer.Option(
        "--provincie",
        metavar="NAAM",
        help="Zoek alleen in de gemeenten van deze provincie; mag vaker.",
        autocompletion=completion.provinces,
    ),
]
EditionOption = Annotated[
    str | None,
    typer.Option(
        "--edition",
        metavar="NAAM",
        help="Welke editie; anders de nieuwste die er is.",
        autocompletion=completion.editions,
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="MAP",
        help="Map met eigen configuratie. Een bestand met dezelfde naam vervangt het onze.",
        file_okay=False,
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data-dir", metavar="MAP", help="Map met edities en momentopnamen.", file_okay=False
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Toon alleen fouten en bestanden.")]
