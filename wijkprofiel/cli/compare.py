"""`wijkprofiel compare`: two to four areas beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.asked import Asked, find_all
from wijkprofiel.cli.build import (
    DEFAULT_FORMATS,
    DEFAULT_OUTPUT,
    OutputOption,
    ReportOption,
    SourceOption,
    StrictOption,
    parse_formats,
    tell,
)
from wijkprofiel.cli.console import say
from wijkprofiel.cli.editions import edition_for, fetch_if_asked, origin_of_figures
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
    QuietOption,
)
from wijkprofiel.cli.places import unused_templates, workplace
from wijkprofiel.cli.report import Report
from wijkprofiel.cli.signals import hold, release
from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.workshop.area_lists import Listed
from wijkprofiel.workshop.comparing import Comparing, name_and_gemeente
from wijkprofiel.workshop.wanted_edition import Source
from wijkprofiel.workshop.workshop import Workshop

AreasArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="GEBIED",
        help="Twee tot vier gebieden: een code, een naam, of naam@gemeente.",
        autocompletion=completion.areas,
        show_default=False,
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
VoiceOption = Annotated[
    str,
    typer.Option(
        "--voice", metavar="STEM", help="In welke taal en voor welke lezers (map teksten)."
    ),
]


def compare(
    areas: AreasArgument,
    gemeente: GemeenteOption = None,
    edition: EditionOption = None,
    source: SourceOption = Source.AUTO,
    formats: FormatOption = None,
    voice: VoiceOption = DEFAULT_VOICE,
    output: OutputOption = DEFAULT_OUTPUT,
    report: ReportOption = None,
    strict: StrictOption = False,
    config: ConfigOption = None,
    data_dir: DataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Leg twee tot vier gebieden naast elkaar.

    Wijken, buurten, gemeenten en werkgebieden mogen door elkaar, ook van verschillende gemeenten.
    Zij staan in de volgorde waarin u ze noemt; er is geen rangorde.

    Voorbeelden:
      wijkprofiel compare overvecht soesterkwartier
      wijkprofiel compare centrum@arnhem centrum@apeldoorn --format pdf
      wijkprofiel compare wk034403 "koppel/schothorst" stevenshof --output bijeenkomst
      wijkprofiel compare west oost --gemeente utrecht --format json,csv
    """
    wanted = parse_formats(formats or [DEFAULT_FORMATS])
    _refuse_profile_files(areas)
    place = workplace(config, data_dir)
    chosen = edition_for(place, areas, edition, source)
    chosen = fetch_if_asked(place, source, chosen, strict=strict, quiet=quiet)
    with Workshop(place, chosen) as shop:
        found = _found(shop, areas, gemeente or [])
        comparing = Comparing(shop, found, replace(USUAL, voice=voice))
        comparing.plan(wanted, output)
        shop.before_naming = hold
        made = Report(shop.edition.info, strict, 1, report, shop.outputs)
        with made.kept():
            if not quiet:
                say(origin_of_figures(shop, source))
                if text := unused_templates(config):
                    say(f"Let op: {text}")
            outcome = comparing.build(wanted, output)
            made.add(outcome)
            release()
            tell(outcome, quiet=quiet)
    made.raise_if_failed()


def _refuse_profile_files(names: Sequence[str]) -> None:
    """A profile file asks for more than an area, none of which has a place here.

    Raises:
        UsageError: if one of the names is one.
    """
    for name in names:
        if is_profile_file(name):
            raise UsageError(
                f"{name} is een profielbestand; naast elkaar leggen gaat met gebieden.",
                remedy="Noem het gebied zelf: een naam, een code, of naam@gemeente.",
            )


def _found(shop: Workshop, names: Sequence[str], gemeenten: Sequence[str]) -> tuple[Area, ...]:
    """The areas in the order in which they were named, each as often as it was.

    Raises:
        WijkprofielError: the last name that does not fit; the others are shown as well.
    """
    asked = [_asked(name) for name in names]
    find_all(shop, asked, gemeenten)  # tells everything that is wrong, in order
    return tuple(each.found_in(shop, gemeenten).area for each in asked)


def _asked(text: str) -> Asked:
    """What one word asks for; the gemeente behind an @ goes before that of the whole command."""
    name, gemeente = name_and_gemeente(text)
    typed = replace(Asked.typed(name), is_area=True)
    if gemeente is None:
        return typed
    return replace(typed, listed=Listed(0, name, gemeente))
