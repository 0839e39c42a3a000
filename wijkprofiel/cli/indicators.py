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
    GgdOption,
    ProvincieOption,
)
from wijkprofiel.cli.places import workplace
from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.definitions import Method
from wijkprofiel.documents.profile.explanation import explanation
from wijkprofiel.words.formatting import number
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.indicator_search import search_indicators
from wijkprofiel.workshop.named import indicator_named
from wijkprofiel.workshop.workshop import Workshop

_DECIMALS = 4
"""More than any value of ours has."""

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
def list_indicators(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WOORD", help="Delen van woorden die in naam, uitleg of zinnen staan."
        ),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(
            "--theme",
            metavar="THEMA",
            help="Alleen dit thema.",
            autocompletion=completion.themes,
        ),
    ] = None,
    method: Annotated[
        Method | None,
        typer.Option(
            "--method",
            metavar="KEUZE",
            help="Alleen cijfers uit een register, enquete of modelschatting.",
        ),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Zoek indicatoren, of toon ze alle.

    Bij elke staan haar thema en hoe de bron haar maakte.

    Voorbeelden:
      wijkprofiel indicators list
      wijkprofiel indicators list huisarts
      wijkprofiel indicators list --theme voorzieningen --method register
    """
    catalogue = load_catalogue(workplace(config, None).search)
    found = search_indicators(catalogue, " ".join(words or ()), theme, method)
    width = max(len(definition.id) for definition, _ in found)
    for definition, shown_in in found:
        what = f"{definition.naam} ({shown_in.naam}; {definition.methode})"
        typer.echo(f"{definition.id:<{width}}  {what}")


@app.command(cls=DutchCommand)
def show(indicator: IndicatorArgument, config: ConfigOption = None) -> None:
    """Toon alles wat over een indicator vastligt.

    Wat hij is, waar hij vandaan komt en hoe hij mag worden beoordeeld.

    Voorbeeld: wijkprofiel indicators show eenzaam
    """
    definition = indicator_named(load_catalogue(workplace(config, None).search), indicator)
    # How a share is computed says nothing of a figure that the source gives itself.
    hidden = set() if definition.bron.is_counted else {"vermenigvuldig", "afronding"}
    hidden |= set() if definition.bron.uit_wijken else {"uit_wijken"}
    for key, value in definition.model_dump(mode="json", exclude={"bron": hidden}).items():
        if text := _plain(value):
            typer.echo(f"{key}: {text}")


@app.command(cls=DutchCommand)
def explain(
    indicator: IndicatorArgument,
    area: Annotated[
        str,
        typer.Argument(
            metavar="GEBIED",
            help="Naam, code of bekende naam, of een profielbestand (.yaml).",
            autocompletion=completion.areas,
        ),
    ],
    gemeente: GemeenteOption = None,
    ggd: GgdOption = None,
    provincie: ProvincieOption = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Reken stap voor stap voor hoe een oordeel ontstaat.

    Met een profielbestand: tegenover alles waarmee dat vergelijkt.

    Voorbeelden:
      wijkprofiel indicators explain moeite_met_rondkomen overvecht
      wijkprofiel indicators explain eenzaam mijn-wijk.yaml
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        definition = indicator_named(shop.catalogue, indicator)
        places = shop.areas.composed.places(gemeente, ggd, provincie)
        task = shop.asked(area, places)
        profile = shop.profile(task.area, task.wishes)
        voice = Voice.of(shop.catalogue, task.wishes.voice)
        for line in explanation(profile, definition.id, voice, shop.catalogue.limits):
            typer.echo(line)


def _plain(value: object) -> str:
    """A value of YAML on one line; empty if it says nothing."""
    match value:
        case None:
            return ""
        case dict():
            told = ((key, _plain(item)) for key, item in value.items())
            return ", ".join(f"{key} {text}" for key, text in told if text)
        case list():
            return ", ".join(_plain(item) for item in value)
        case bool():
            return "ja" if value else "nee"
        case float():
            return number(value, _DECIMALS).rstrip("0").rstrip(",")
        case _:
            return str(value)
