"""`wijkprofiel kit`: make what lies on the table of a meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from wijkprofiel.cli.build import (
    DEFAULT_OUTPUT,
    AllOption,
    AreasArgument,
    FormatOption,
    JobsOption,
    ListOption,
    OutputOption,
    ReportOption,
    SourceOption,
    StrictOption,
    build,
)
from wijkprofiel.cli.options import (
    ConfigOption,
    DataOption,
    EditionOption,
    GemeenteOption,
    QuietOption,
)
from wijkprofiel.documents.kit.maker import KIT
from wijkprofiel.workshop.wanted_edition import Source

WithProfile = Annotated[
    bool, typer.Option("--with-profile", help="Maak ook het profiel zelf, in dezelfde map.")
]


def kit(
    areas: AreasArgument = None,
    gemeente: GemeenteOption = None,
    every: AllOption = False,
    list_file: ListOption = None,
    edition: EditionOption = None,
    source: SourceOption = Source.AUTO,
    formats: FormatOption = None,
    with_profile: WithProfile = False,
    output: OutputOption = DEFAULT_OUTPUT,
    report: ReportOption = None,
    strict: StrictOption = False,
    jobs: JobsOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Maak wat er bij een bijeenkomst op tafel ligt en aan de muur hangt.

    Een uitnodiging, posters, een praatplaat, vraagkaarten, werkbladen, een draaiboek en een blad
    voor de wethouder: allemaal met de boodschappen en cijfers van het profiel.

    Voorbeelden:
      wijkprofiel kit overvecht
      wijkprofiel kit overvecht --format pdf --with-profile
      wijkprofiel kit mijn-wijk.yaml --output bijeenkomst
    """
    names = [*(["profiel"] if with_profile else []), *(sheet.name for sheet in KIT)]
    build(
        areas=areas,
        gemeente=gemeente,
        every=every,
        list_file=list_file,
        edition=edition,
        source=source,
        formats=formats,
        document=names,
        booklet=False,
        output=output,
        report=report,
        strict=strict,
        jobs=jobs,
        config=config,
        data_dir=data_dir,
        quiet=quiet,
    )
