"""`wijkprofiel data pull` and `data prune`: the newest tables from the services, and tidying up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from wijkprofiel.cli import network
from wijkprofiel.cli.console import say, show_all_and_raise
from wijkprofiel.cli.odd import oddities
from wijkprofiel.cli.options import ConfigOption, DataOption, QuietOption
from wijkprofiel.cli.places import workplace
from wijkprofiel.cli.progress import watching
from wijkprofiel.configuration.editions import EditionDefinition, edition_named
from wijkprofiel.domain.errors import SourceUnreachableError, StrictFailure, WijkprofielError
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.words.formatting import enumeration, number
from wijkprofiel.workshop import fetching
from wijkprofiel.workshop.editions import compile_edition, current_edition
from wijkprofiel.workshop.workplace import Workplace

if TYPE_CHECKING:
    from wijkprofiel.sources.newer import Comparison
    from wijkprofiel.sources.news import News

NEWEST = "nieuwste"
_MEGABYTE = 1_000_000

NOT_NOW = (
    "Er is geen editie vervangen. Geef later dezelfde opdracht nog eens; zij gaat verder waar zij"
    " was."
)
LOCAL_COST = (
    "Alleen {gemeente} is opgehaald, met het cijfer van Nederland ernaast. Zonder de andere"
    " gemeenten is er geen spreiding tussen de wijken van Nederland. Daarom staan er in profielen"
    " uit deze editie wel cijfers, maar geen oordeel en geen plaats tussen de wijken. Haal voor een"
    " volledig profiel het hele land op: laat --gemeente weg."
)


def pull(
    edition: Annotated[
        str, typer.Option("--edition", metavar="NAAM", help="Editie uit configs/edities.")
    ] = NEWEST,
    gemeente: Annotated[
        str | None,
        typer.Option("--gemeente", metavar="NAAM", help="Haal alleen deze gemeente op."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Toon elk verzoek, zonder iets te vragen.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Haal ook op wat niet is gewijzigd.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Laat waarschuwingen de opdracht doen mislukken.")
    ] = False,
    no_compile: Annotated[
        bool, typer.Option("--no-compile", help="Haal op, maar maak nog geen editie.")
    ] = False,
    config: ConfigOption = None,
    data_dir: DataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Haal de nieuwste cijfers en grenzen op, en maak er een editie van.

    Een afgebroken opdracht gaat verder waar zij was. Wat er al is, blijft staan tot de nieuwe
    cijfers heel en gecontroleerd zijn.

    Voorbeelden:
      wijkprofiel data pull
      wijkprofiel data pull --edition 2024 --dry-run
      wijkprofiel data pull --gemeente utrecht
    """
    place = workplace(config, data_dir)
    definition = edition_named(place.search, edition)
    code = None if gemeente is None else fetching.gemeente_code(place, gemeente)
    if dry_run:
        show_plan(place, definition, code)
        return
    manifest = refresh(
        place, definition, code, again=again, strict=strict, no_compile=no_compile, quiet=quiet
    )
    if manifest is not None:
        typer.echo(str(place.data / f"{manifest.info.id}.sqlite"))


def show_plan(place: Workplace, definition: EditionDefinition, gemeente: str | None) -> None:
    """Print every request of a pull on stdout."""
    found, guessed = fetching.planned(place, definition, gemeente)
    for request in found:
        typer.echo(f"{request.table}\t{request.what}\t{request.url}")
    if guessed:
        say(
            f"Nog niet bekend zijn de kolommen van {enumeration(guessed)}. De verzoeken om rijen"
            " daarvan kunnen iets anders luiden dan hier staat."
        )
    say(
        f"{len(found)} verzoeken; een lang antwoord komt in meer bladzijden. Wat niet is gewijzigd,"
        " wordt overgeslagen."
    )


def refresh(
    place: Workplace,
    definition: EditionDefinition,
    gemeente: str | None = None,
    *,
    again: bool = False,
    strict: bool = False,
    no_compile: bool = False,
    quiet: bool = False,
) -> Manifest | None:
    """Fetch an edition and compile it; None if it was only fetched.

    Raises:
        SourceUnreachableError, SourceChangedError: if a table cannot be had; the edition that there
            was stays.
        StrictFailure: if it is strict and there were warnings.
    """
    order = fetching.Order(
        edition=definition,
        gemeente=gemeente,
        retrieved_at=datetime.now(UTC).isoformat(timespec="seconds"),
        again=again,
        strict=strict,
    )
    with watching(quiet=quiet) as watcher:
        try:
            pulled = fetching.fetch(place, order, network.open_session, watcher)
        except SourceUnreachableError as error:
            remedy = f"{error.remedy or ''} {NOT_NOW}".strip()
            raise SourceUnreachableError(error.message, remedy=remedy) from error
    _tell("opgehaald", pulled.fetched, quiet=quiet)
    _tell("niet gewijzigd", pulled.current, quiet=quiet)
    _tell("eerder ingelezen kopie", pulled.imported, quiet=quiet)
    for note in () if quiet else pulled.notes:
        say(note)
    for warning in pulled.warnings:
        say(f"Waarschuwing: {warning}")
    if strict and pulled.warnings:
        raise StrictFailure(
            f"Er zijn waarschuwingen ({len(pulled.warnings)}), en --strict staat aan. Er is geen"
            " editie gemaakt.",
            remedy="Verhelp wat de waarschuwingen noemen, of laat --strict weg.",
        )
    if not quiet:
        _show_news(place, definition)
    return None if no_compile else _compile(place, definition, gemeente, strict=strict, quiet=quiet)


def _show_news(place: Workplace, definition: EditionDefinition) -> None:
    """Say what is newer than is configured; that it is not known is no failure of the pull."""
    for found in fetching.news_of(place, definition, network.open_session):
        for item in found.news:
            say(in_yaml(item))
        if found.error is not None or found.doubt is not None:
            why = found.error.message if found.error is not None else f"{found.doubt}."
            say(f"{found.series}: niet bekend of er een nieuwere tabel is: {why}")


def _compile(
    place: Workplace,
    definition: EditionDefinition,
    gemeente: str | None,
    *,
    strict: bool,
    quiet: bool,
) -> Manifest:
    """The edition of what was fetched; made only if it is not there yet."""
    there = current_edition(place, definition.id, gemeente=gemeente, strict=strict)
    if there is not None and not quiet:
        say(f"Niets nieuws: editie {there.info.id} is al van deze cijfers en instellingen.")
    manifest = there or compile_edition(place, definition.id, gemeente=gemeente, strict=strict)
    for line in oddities(manifest):
        say(f"Waarschuwing: {line.strip()}")
    if there is not None:
        return there
    if gemeente is not None:
        say(LOCAL_COST.format(gemeente=gemeente))
        say(f"Gebruik haar met: wijkprofiel build … --edition {manifest.info.id}")
    return manifest


def _tell(what: str, names: Iterable[str], *, quiet: bool) -> None:
    if (text := ", ".join(names)) and not quiet:
        say(f"{what.capitalize()}: {text}.")


def prune(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Toon wat weg kan, zonder iets weg te gooien.")
    ] = False,
    config: ConfigOption = None,
    data_dir: DataOption = None,
) -> None:
    """Gooi weg wat geen editie meer nodig heeft: onvoltooide ophalingen en losse tabellen.

    Ook wat een afgebroken opdracht in de datamap achterliet. Edities zelf blijven altijd staan.

    Voorbeeld: wijkprofiel data prune --dry-run
    """
    found = fetching.tidy(workplace(config, data_dir), only_look=dry_run)
    for item in found:
        typer.echo(f"{item.path}\t{item.why}\t{_megabytes(item.size)}")
    total = _megabytes(sum(item.size for item in found))
    say(f"{'Kan weg' if dry_run else 'Weggegooid'}: {number(len(found))} bestanden, {total}.")


def _megabytes(size: int) -> str:
    return f"{number(size / _MEGABYTE, 1)} MB"


def show_newer(place: Workplace) -> None:
    """Say of every table of the stored editions whether its source has a newer one.

    Raises:
        SourceUnreachableError, SourceChangedError: the last reason why that is not known of some
            table; the others are shown as well.
    """
    from wijkprofiel.sources.newer import Comparison

    errors: dict[str, WijkprofielError] = {}
    news: list[News] = []
    for found in fetching.newer(place, network.open_session):
        if isinstance(found, Comparison):
            typer.echo(f"{found.table}: {_in_words(found)}")
        elif found.doubt is not None:
            typer.echo(f"{found.series}: niet bekend of er een nieuwere tabel is: {found.doubt}")
        news += found.news
        if found.error is not None:
            errors[found.error.message] = found.error
    for item in news:
        typer.echo(in_yaml(item))
    show_all_and_raise(list(errors.values()))


def in_yaml(news: News) -> str:
    """Something new, with the lines to paste."""
    lines = [f"{news.about}: {news.text}. In bronnen.yaml wordt dat:", *news.paste.splitlines()]
    return "\n".join([lines[0], *(f"  {line}" for line in lines[1:])])


def _in_words(found: Comparison) -> str:
    have, there = found.have, found.there
    if there is None:
        return "niet op te vragen" if found.error is None else "niet bekend of er iets nieuwers is"
    if have is None:
        return f"bij de bron van {there}; van onze kopie is de datum niet bekend"
    if have < there:
        return f"van {have}; nieuw: {there}"
    if have > there:
        return f"van {have}; bij de bron staat nu een oudere: {there}"
    return f"van {have}; {'dat is het nieuwste' if found.is_newest else 'niet gewijzigd'}"
