"""`wijkprofiel doctor`: is everything here that is needed, and do the sources still fit?"""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Callable, Iterator
from ctypes import CDLL
from ctypes.util import find_library
from importlib import metadata
from pathlib import Path
from textwrap import wrap
from typing import Annotated

import typer

from wijkprofiel import __version__
from wijkprofiel.cli import completion, network
from wijkprofiel.cli.checkup_report import WIDTH, Sections, short_report, totals, whole_report
from wijkprofiel.cli.console import say
from wijkprofiel.cli.options import ConfigOption, DataOption
from wijkprofiel.cli.places import workplace
from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.characteristics import load_residents
from wijkprofiel.configuration.editions import edition_named, load_editions
from wijkprofiel.configuration.sources import load_sources
from wijkprofiel.disk.reachable import reachable
from wijkprofiel.domain.errors import (
    ConfigurationError,
    OutputError,
    UsageError,
    WijkprofielError,
)
from wijkprofiel.edition.restoring import how_to_restore
from wijkprofiel.render.pango import HOW_TO_INSTALL
from wijkprofiel.sources.checkup import Finding, Health
from wijkprofiel.words.formatting import enumeration, number
from wijkprofiel.workshop.editions import status
from wijkprofiel.workshop.fetching import PROPOSAL, SERVICES, checked
from wijkprofiel.workshop.proposing import REMARK
from wijkprofiel.workshop.work_area_check import check_work_areas
from wijkprofiel.workshop.workplace import Workplace

_NAME = re.compile(r"[\w.-]+")
"""Of a package, before the versions that will do."""

_OLDEST_PANGO = (1, 44)
_FREE_SPACE = 2_000_000_000
_FAILED = 1


def doctor(
    *,
    offline: Annotated[
        bool, typer.Option("--offline", help="Vraag niets aan de diensten op internet.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Toon alles, ook wat goed is en wat kan wachten.")
    ] = False,
    edition: Annotated[
        str | None,
        typer.Option(
            "--edition",
            metavar="NAAM",
            help="Beoordeel ook een editie uit configs/edities die u nog wilt ophalen.",
            autocompletion=completion.edition_recipes,
        ),
    ] = None,
    proposal: Annotated[
        Path | None,
        typer.Option(
            "--propose",
            metavar="MAP",
            help="Schrijf wat er te veranderen is als eigen configuratie, om na te kijken.",
            file_okay=False,
        ),
    ] = None,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Controleer deze machine, de edities en de diensten.

    Van elke ingestelde tabel wordt de beschrijving opgevraagd en naast de indicatoren gelegd, en de
    catalogus van elke dienst zegt of er iets nieuwers is. Een fout is alleen wat een editie raakt
    die er is; de rest is een opmerking.

    Voorbeelden:
      wijkprofiel doctor
      wijkprofiel doctor --edition nieuwste --all
      wijkprofiel doctor --edition nieuwste --propose voorstel
      wijkprofiel doctor --offline
    """
    place = workplace(config, data_dir)
    if edition is not None:
        edition_named(place.search, edition)
    if proposal is not None and offline:
        raise UsageError("Met --offline is er niets om voor te stellen; laat --propose weg.")
    if proposal is not None:
        reachable(proposal)
    sections: dict[str, list[Finding]] = {"Deze machine": list(_machine(place))}
    if not offline:
        sections |= _services(place, edition, proposal)
    told = [] if proposal is None else _proposed(sections, proposal, place)
    for line in whole_report(sections) if everything else short_report(sections, len(told)):
        typer.echo(line)
    typer.echo(f"\n{totals(sections)}")
    for line in told:
        say(line)
    _end([item for found in sections.values() for item in found])


def _proposed(sections: Sections, folder: Path, place: Workplace) -> list[str]:
    """What was written, what to do with it, and what is not in it."""
    text = _about_proposal(sections, folder, place)
    return wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _about_proposal(sections: Sections, folder: Path, place: Workplace) -> str:
    found = sections.get(PROPOSAL)
    if found is None:
        return "Er is geen voorstel: los eerst op wat hierboven fout is."
    files = [item.what for item in found if item.health is Health.GOOD]
    left = ", ".join(item.what for item in found if item.health is Health.NOTE)
    rest = f" Niet erin, want dat moet u zelf doen: {left}." if left else ""
    answered = [item.health is Health.GOOD for item in sections[SERVICES]]
    if not files and not all(answered):
        which = "niet alle diensten zijn" if any(answered) else "de diensten zijn niet"
        return f"Er is geen voorstel gemaakt: {which} te bereiken. Er is niets geschreven.{rest}"
    if not files:
        return f"Er is niets voor te stellen; er is niets geschreven.{rest}"
    if not all(answered):
        rest += " Niet alle diensten waren te bereiken: er kan meer te veranderen zijn."
    own, *ours = place.search.folders
    use = f"zet de bestanden daarna in {own}" if ours else f"gebruik het met --config {folder}"
    return (
        f"Geschreven: {', '.join(files)}. Het is een voorstel, gemaakt op grond van titels: kijk"
        f" elke regel met `# {REMARK}` na, en {use}.{rest}"
    )


def _end(found: list[Finding]) -> None:
    """The exit code: that of the first error of a source, else 1 if something is wrong."""
    bad = [item for item in found if item.health is Health.BAD]
    codes = [item.error.exit_code for item in bad if item.error is not None]
    if bad:
        raise typer.Exit(codes[0] if codes else _FAILED)


def _machine(place: Workplace) -> Iterator[Finding]:
    yield Finding("wijkprofiel", Health.GOOD, __version__)
    yield Finding("Python", Health.GOOD, platform.python_version())
    yield from _libraries()
    yield _pango()
    yield _fonts()
    yield _folder(place.data)
    yield from _configuration(place)
    yield from _work_areas(place)
    yield from _editions(place)
    yield _proxy()


def _libraries() -> Iterator[Finding]:
    """Everything that wijkprofiel says it needs."""
    for requirement in metadata.requires("wijkprofiel") or ():
        if name := _NAME.match(requirement):
            yield _library(name[0])


def _library(name: str) -> Finding:
    try:
        return Finding(name, Health.GOOD, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, Health.BAD, "ontbreekt", "installeer wijkprofiel opnieuw")


def _pango() -> Finding:
    advice = f"nodig voor PDF; {HOW_TO_INSTALL}"
    found = find_library("pango-1.0") or find_library("pango")
    if found is None:
        return Finding("Pango", Health.BAD, "niet gevonden", advice)
    code = int(CDLL(found).pango_version())
    version = (code // 10_000, code // 100 % 100, code % 100)
    text = ".".join(str(part) for part in version)
    if version < _OLDEST_PANGO:
        return Finding("Pango", Health.BAD, f"{text} is te oud", advice)
    return Finding("Pango", Health.GOOD, text)


def _fonts() -> Finding:
    try:
        import font_source_sans_pro
    except ImportError:
        return Finding("lettertype", Health.BAD, "ontbreekt", "installeer wijkprofiel opnieuw")
    files = list(Path(font_source_sans_pro.__file__).parent.rglob("*.ttf"))
    if not files:
        return Finding("lettertype", Health.BAD, "zonder bestanden", "installeer het opnieuw")
    return Finding("lettertype", Health.GOOD, f"Source Sans Pro, {len(files)} bestanden")


def _folder(data: Path) -> Finding:
    home = next((each for each in (data, *data.parents) if each.is_dir()), None)
    if home is None or not os.access(home, os.W_OK):
        return Finding(
            "datamap", Health.BAD, f"{data} is niet te schrijven", "kies een map met --data-dir"
        )
    free = shutil.disk_usage(home).free
    text = f"{data}; vrij: {number(free / 1e9)} GB"
    if free < _FREE_SPACE:
        return Finding("datamap", Health.NOTE, text, "een landelijke editie vraagt zo'n 2 GB")
    return Finding("datamap", Health.GOOD, text)


def _configuration(place: Workplace) -> Iterator[Finding]:
    loads: dict[str, Callable[[], object]] = {
        "indicatoren en teksten": lambda: load_catalogue(place.search),
        "bronnen": lambda: load_sources(place.search),
        "edities (configuratie)": lambda: load_editions(place.search),
        "wie wonen hier": lambda: load_residents(place.search),
    }
    for name, load in loads.items():
        try:
            load()
            yield Finding(name, Health.GOOD, "in orde")
        except WijkprofielError as error:
            yield _bad(name, error)


def _work_areas(place: Workplace) -> Iterator[Finding]:
    """Werkgebieden beside the editions that are there; what cannot be read is told elsewhere."""
    try:
        catalogue = load_catalogue(place.search)
        found = check_work_areas(place, catalogue)
    except WijkprofielError:
        return
    if found.problems:
        yield _bad("werkgebieden", ConfigurationError(found.problems))
        return
    years = enumeration([str(year) for year in sorted(found.divisions)])
    there = f"; {len(found.areas)} nagekeken op de indeling van {years}" if years else ""
    yield Finding("werkgebieden", Health.GOOD, f"{len(catalogue.work_areas)}{there}")


def _editions(place: Workplace) -> Iterator[Finding]:
    found = status(place)
    for item in found:
        name = f"editie {item.path.stem}"
        if item.problem is not None or item.manifest is None:
            advice = how_to_restore(item.path.stem)
            yield Finding(name, Health.BAD, item.problem or "onleesbaar", advice)
        else:
            info = item.manifest.info
            yield Finding(name, Health.GOOD, f"{info.title}; stand {info.as_of}; {item.path}")
    if not found:
        yield Finding("edities", Health.BAD, "geen", "voer uit: wijkprofiel data pull")


def _proxy() -> Finding:
    try:
        found = network.proxies()
    except WijkprofielError as error:
        return _bad("proxy", error)
    if found.address is None:
        return Finding("proxy", Health.GOOD, "geen")
    bypass = f"; niet voor {', '.join(found.bypass)}" if found.bypass else ""
    return Finding("proxy", Health.GOOD, network.without_password(found.address) + bypass)


def _bad(what: str, error: WijkprofielError) -> Finding:
    return Finding(what, Health.BAD, error.message, error.remedy or "", error)


def _services(
    place: Workplace, edition: str | None, proposal: Path | None
) -> dict[str, list[Finding]]:
    try:
        return dict(checked(place, network.open_session, edition, proposal))
    except ConfigurationError:
        return {}  # told above
    except OutputError:
        raise
    except WijkprofielError as error:
        return {SERVICES: [_bad("verbinding", error)]}
