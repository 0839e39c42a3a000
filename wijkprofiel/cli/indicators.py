"""`wijkprofiel indicators`: what each figure is, and how its judgement came about."""

from __future__ import annotations

from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.dutch import DutchCommand, DutchGroup
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
)
from wijkprofiel.cli.places import workplace
from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.documents.profile.explanation import explanation
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.named import indicator_named
from wijkprofiel.workshop.workshop import Workshop

app = typer.Typer(
    cls=DutchGroup,
    help="Indicatoren tonen en uitleggen.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
IndicatorArgument = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR",
        help="Naam van de indicator, zoals in `indicators list`.",
        autocompletion=completion.indicators,
    ),
]


@app.command("list", cls=DutchCommand)
def list_indicators(config: ConfigOption = None) -> None:
    """Toon alle indicatoren met hun thema.

    Voorbeeld: wijkprofiel indicators list
    """
    catalogue = load_catalogue(workplace(config, None).search)
    themes = catalogue.default_theme_set
    names = {theme.sleutel: theme.naam for theme in themes.themas}
    width = max(len(key) for key in catalogue.indicators)
    for key, definition in catalogue.indicators.items():
        theme = names[definition.themas[themes.id].thema]
        typer.echo(f"{key:<{width}}  {definition.naam} ({theme})")


@app.command(cls=DutchCommand)
def show(indicator: IndicatorArgument, config: ConfigOption = None) -> None:
    """Toon alles wat over een indicator vastligt.

    Wat hij is, waar hij vandaan komt en hoe hij mag worden beoordeeld.

    Voorbeeld: wijkprofiel indicators show eenzaam
    """
    definition = indicator_named(load_catalogue(workplace(config, None).search), indicator)
    for key, value in definition.model_dump(mode="json", exclude_none=True).items():
        typer.echo(f"{key}: {_plain(value)}")


@app.command(cls=DutchCommand)
def explain(
    indicator: IndicatorArgument,
    area: Annotated[
        str,
        typer.Argument(
            metavar="GEBIED", help="Naam, code of bekende naam.", autocompletion=completion.areas
        ),
    ],
    gemeente: GemeenteOption = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Reken stap voor stap voor hoe een oordeel ontstaat.

    Voorbeeld: wijkprofiel indicators explain moeite_met_rondkomen overvecht
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        definition = indicator_named(shop.catalogue, indicator)
        profile = shop.profile(shop.areas.find(area, *(gemeente or ())))
        voice = Voice.of(shop.catalogue)
        for line in explanation(profile, definition.id, voice, shop.catalogue.limits):
            typer.echo(line)


def _plain(value: object) -> str:
    """A value of YAML on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(item)}" for key, item in value.items() if item is not None)
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)
