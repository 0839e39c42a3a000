"""`wijkprofiel booklet`: make the booklet of an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.build import DEFAULT_FORMATS, DEFAULT_OUTPUT, parse_formats, tell
from wijkprofiel.cli.console import say
from wijkprofiel.cli.editions import origin_of_figures
from wijkprofiel.cli.options import ConfigOption, DataOption, EditionOption, QuietOption
from wijkprofiel.cli.places import unused_templates, workplace
from wijkprofiel.cli.signals import hold, release
from wijkprofiel.workshop.tasks import failure_of
from wijkprofiel.workshop.workshop import Workshop

FormatOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="LIJST",
        help="Een of meer van html, pdf en json, met komma's; mag vaker.",
        show_default=DEFAULT_FORMATS,
        autocompletion=completion.booklet_formats,
    ),
]
OutputOption = Annotated[Path, typer.Option("--output", metavar="MAP", help="Map voor het boekje.")]


def booklet(
    edition: EditionOption = None,
    formats: FormatOption = None,
    output: OutputOption = DEFAULT_OUTPUT,
    config: ConfigOption = None,
    data_dir: DataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Maak het boekje van een editie.

    Daarin staat wat voor elk gebied hetzelfde is: wat elk cijfer is, hoe een verschil een woord
    krijgt, hoe punten worden gekozen, en de bronnen. Met `build --booklet` komt het naast de
    profielen te liggen, en verwijzen die ernaar.

    Voorbeelden:
      wijkprofiel booklet
      wijkprofiel booklet --edition 2020 --format pdf
      wijkprofiel build --gemeente utrecht --all --booklet
    """
    wanted = parse_formats(formats or [DEFAULT_FORMATS])
    with Workshop(workplace(config, data_dir), edition) as shop:
        shop.plan_edition(wanted, output)
        shop.before_naming = hold
        if not quiet:
            say(origin_of_figures(shop))
            if text := unused_templates(config):
                say(f"Let op: {text}")
        made = shop.build_edition(wanted, output)
        release()
        tell(made, quiet=quiet)
    if (failure := failure_of([made])) is not None:
        raise failure
