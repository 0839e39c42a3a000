"""`wijkprofiel config`: check what advisers edit, start a profile file, help their editor."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from wijkprofiel.cli import completion
from wijkprofiel.cli.console import say
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
from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.checking import STARTER
from wijkprofiel.configuration.profile_files import SUFFIXES, is_profile_file
from wijkprofiel.configuration.schema import SUFFIX, schema_files, schema_line
from wijkprofiel.disk.files import write_text
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import ConfigurationError, OutputError, Problem, UsageError
from wijkprofiel.render.file_names import slug
from wijkprofiel.workshop.checking import check_everything
from wijkprofiel.workshop.new_work_area import NewWorkArea, file_for, text_with
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
NewAreaArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="WIJK", help="Naam of code van het gebied.", autocompletion=completion.areas
    ),
]
WorkAreaOption = Annotated[
    str | None,
    typer.Option(
        "--werkgebied",
        metavar="NAAM",
        help="Begin in plaats daarvan een werkgebied van deze naam; --gemeente hoort erbij.",
    ),
]
PartOption = Annotated[
    list[str] | None,
    typer.Option(
        "--deel",
        metavar="WIJK",
        help="Naam of code van een wijk of buurt die bij het werkgebied hoort; mag vaker.",
    ),
]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--bron", metavar="TEKST", help="Waar staat dat dit de delen van het werkgebied zijn."
    ),
]
NewOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="BESTAND",
        help=(
            "Naam van het bestand; anders de naam van de wijk. Van een werkgebied: anders het"
            " bestand van de gemeente in uw configuratie, en - toont het alleen."
        ),
    ),
]
_SHOWN = Path("-")
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
    area: NewAreaArgument = None,
    *,
    work_area: WorkAreaOption = None,
    parts: PartOption = None,
    source: SourceOption = None,
    gemeente: GemeenteOption = None,
    ggd: GgdOption = None,
    provincie: ProvincieOption = None,
    output: NewOutputOption = None,
    edition: EditionOption = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Begin een profielbestand voor een wijk, of een werkgebied.

    Bij alles wat u kunt kiezen staat uitleg. Een bestaand bestand blijft zoals het is; een
    werkgebied komt onder wat er al staat. Zonder --deel krijgt u alle wijken om uit te kiezen.

    Voorbeelden:
      wijkprofiel config new overvecht
      wijkprofiel config new binnenstad --gemeente utrecht --output binnenstad.yaml
      wijkprofiel config new --werkgebied "Zuid en Oost" --gemeente utrecht --deel zuid --deel oost
      wijkprofiel config new --werkgebied "Zuid en Oost" --gemeente utrecht
    """
    wanted = _wanted(area, work_area, parts or [], source, gemeente=gemeente or [])
    with Workshop(workplace(config, data_dir), edition) as shop:
        if isinstance(wanted, NewWorkArea):
            _begin_work_area(shop, wanted, output)
        else:
            places = shop.areas.composed.places(gemeente, ggd, provincie)
            _begin_profile(shop, shop.find(wanted, *places), output)


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


def _wanted(
    area: str | None,
    work_area: str | None,
    parts: Sequence[str],
    source: str | None,
    *,
    gemeente: Sequence[str],
) -> str | NewWorkArea:
    """What is begun: the name of an area for a profile file, or a werkgebied.

    Raises:
        UsageError: if it is neither, or half of both.
    """
    if work_area is None and (area is None or parts or source is not None):
        raise UsageError(
            "Het argument WIJK ontbreekt." if area is None else "Bij --deel hoort --werkgebied.",
            remedy="Noem een wijk, of begin een werkgebied met --werkgebied NAAM --gemeente NAAM.",
        )
    if work_area is None:
        return area or ""
    if area is not None or not gemeente:
        raise UsageError(
            "Een werkgebied begint u met een naam en de gemeente waarin het ligt.",
            remedy="Schrijf --werkgebied NAAM --gemeente NAAM, en elke wijk met --deel NAAM.",
        )
    return NewWorkArea(work_area.strip(), tuple(gemeente), tuple(parts), source)


def _begin_profile(shop: Workshop, area: Area, output: Path | None) -> None:
    """Write a new profile file."""
    path = output or Path(f"{slug(area.name)}.yaml")
    _refuse_unless_new(path)
    write_text(path, _starter(shop, area, path))
    typer.echo(str(path))
    say(f"Pas {path} aan en maak het profiel met: wijkprofiel build {path}")


def _begin_work_area(shop: Workshop, wanted: NewWorkArea, output: Path | None) -> None:
    """Show the record of a werkgebied, or put it in a file."""
    record = wanted.record(shop)
    if output == _SHOWN:
        typer.echo(record, nl=False)
        return
    if output is None:
        path = file_for(shop.place, shop.areas.gemeente(wanted.gemeenten[0]))
        text = text_with(path, record)
    else:
        _refuse_unless_new(output)
        path, text = output, record
    write_text(path, text)
    typer.echo(str(path))
    if not wanted.parts:
        say(f"Kies in {path} de wijken die erbij horen. Nakijken: wijkprofiel config check")
    else:
        say(f"Maak het profiel met: {wanted.command(shop)}")


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
