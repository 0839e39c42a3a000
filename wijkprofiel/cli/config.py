"""`wijkprofiel config`: check what advisers edit, start a profile file, help their editor."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.console import say
from wijkprofiel.cli.dutch import DutchCommand, DutchGroup
from wijkprofiel.cli.options import ConfigOption, DataOption, EditionOption, GemeenteOption
from wijkprofiel.cli.places import workplace
from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.checking import STARTER
from wijkprofiel.configuration.profile_files import SUFFIXES, is_profile_file
from wijkprofiel.configuration.schema import SUFFIX, schema_files, schema_line
from wijkprofiel.disk.files import write_text
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError, OutputError, Problem, UsageError
from wijkprofiel.render.file_names import slug
from wijkprofiel.workshop.checking import check_everything
from wijkprofiel.workshop.places import OWN_CONFIG
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.loader import read_text

app = typer.Typer(
    cls=DutchGroup,
    help="Instellingen controleren, en een profielbestand beginnen.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
SCHEMAS = OWN_CONFIG / "schema"
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w .()/-]*")


@app.command(cls=DutchCommand)
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PAD", help="Profielbestanden, of mappen met profielbestanden."),
    ] = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Controleer instellingen en profielbestanden.

    Elke fout komt met bestand, regel en wat er wel kan.

    Voorbeelden:
      wijkprofiel config check
      wijkprofiel config check overvecht.yaml
      wijkprofiel config check --config eigen
    """
    count = check_everything(workplace(config, data_dir), paths or [], edition)
    files = "1 bestand" if count == 1 else f"{count} bestanden"
    say(f"In orde: {files} bekeken, geen fouten.")


@app.command(cls=DutchCommand)
def new(
    area: Annotated[
        str,
        typer.Argument(
            metavar="WIJK", help="Naam of code van het gebied.", autocompletion=completion.areas
        ),
    ],
    gemeente: GemeenteOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="BESTAND", help="Naam van het bestand; anders de naam van de wijk."
        ),
    ] = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Begin een profielbestand voor een wijk.

    Bij alles wat u kunt kiezen staat uitleg. Een bestaand bestand blijft zoals het is.

    Voorbeelden:
      wijkprofiel config new overvecht
      wijkprofiel config new binnenstad --gemeente utrecht --output binnenstad.yaml
    """
    with Workshop(workplace(config, data_dir), edition) as shop:
        found = shop.find(area, *(gemeente or ()))
        path = output or Path(f"{slug(found.name)}.yaml")
        _refuse_unless_new(path)
        write_text(path, _starter(shop, found, path))
    typer.echo(str(path))
    say(f"Pas {path} aan en maak het profiel met: wijkprofiel build {path}")


@app.command(cls=DutchCommand)
def schema(
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="Waar de schema's komen.", show_default=True)
    ] = SCHEMAS,
    config: ConfigOption = None,
) -> None:
    """Schrijf schema's voor een editor.

    Daarmee vult een editor sleutels aan en wijst hij fouten aan.

    Voorbeeld: wijkprofiel config schema
    """
    catalogue = load_catalogue(workplace(config, None).search)
    for name, content in schema_files(catalogue):
        write_text(folder / name, content)
        typer.echo(str(folder / name))
    line = schema_line("profielen", str(folder))
    say(f"Zet dit boven aan een profielbestand, met het pad vanaf dat bestand:\n{line}")


def _refuse_unless_new(path: Path) -> None:
    """Never write over somebody's work.

    Raises:
        UsageError, OutputError: if the name is not that of a new profile file.
    """
    if not is_profile_file(path.name):
        raise UsageError(
            f"Een profielbestand moet eindigen op {' of '.join(SUFFIXES)}, en {path} doet dat niet."
        )
    if os.path.lexists(path):
        raise OutputError(
            f"{path} bestaat al en blijft zoals het is.",
            remedy="Kies een andere naam met --output BESTAND.",
        )


def _starter(shop: Workshop, area: Area, path: Path) -> str:
    """The text of a new profile file: the starter of the configuration, filled in."""
    found = shop.place.search.find(STARTER)
    if found is None:
        raise ConfigurationError([Problem(STARTER, None, "", "dit bestand ontbreekt")])
    text = read_text(found)
    for name, value in _fillings(shop, area).items():
        text = text.replace(f"{{{name}}}", value)
    return _with_schema(text, path)


def _fillings(shop: Workshop, area: Area) -> dict[str, str]:
    catalogue: Catalogue = shop.catalogue
    is_clear = shop.areas.is_clear(area)
    return {
        "naam": area.name,
        "gebied": _scalar(area.name if is_clear else area.code),
        "indeling": f"{'# ' if is_clear else ''}indeling: {area.division}",
        "gemeente": _scalar(area.gemeente_name),
        "editie": _scalar(shop.edition.info.id),
        "stemmen": ", ".join(catalogue.voices),
        "indelingen": ", ".join(catalogue.theme_sets),
        "themas": ", ".join(each.sleutel for each in catalogue.default_theme_set.themas),
    }


def _with_schema(text: str, path: Path) -> str:
    """Point the editor at the schema where it lies in reach of the file."""
    name = f"profielen{SUFFIX}"
    if not (SCHEMAS / name).is_file():
        return text
    folder = os.path.relpath(SCHEMAS, path.parent).replace(os.sep, "/")
    return f"{schema_line('profielen', folder)}\n{text}"


def _scalar(value: str) -> str:
    """A text as YAML reads it back: bare where that is safe, else between quotes."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
