"""Which edition a run uses: the option, else what profile files ask for, else the newest."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.domain.errors import ConfigurationError, UsageError
from wijkprofiel.words.formatting import long_date
from wijkprofiel.workshop.wanted_edition import Source, edition_in
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_DATA


def fetch_if_asked(
    place: Workplace, source: Source, edition: str | None, *, strict: bool, quiet: bool
) -> str | None:
    """Fetch and compile an edition first, if that was asked; the edition to build from.

    Raises:
        SourceUnreachableError, SourceChangedError: if the figures cannot be had.
    """
    if source is not Source.REFRESH:
        return edition
    # Only who asks for it loads what talks to the services.
    from wijkprofiel.cli.data_pull import NEWEST, refresh
    from wijkprofiel.configuration.editions import edition_named

    name = edition or NEWEST
    refresh(place, edition_named(place.search, name), strict=strict, quiet=quiet)
    return name


def edition_for(
    place: Workplace, names: Iterable[str], option: str | None, source: Source
) -> str | None:
    """The one edition for a run; None is the newest.

    Raises:
        ConfigurationError: if a profile file asks for an edition that cannot be had.
        UsageError: if the areas of one run need different editions.
    """
    if option is not None:
        return option
    asked = {
        name: _asked(place, Path(name), source) if is_profile_file(name) else None for name in names
    }
    wanted = set(asked.values())
    if len(wanted) > 1:
        lines = (f"{edition or 'de nieuwste'} ({name})" for name, edition in asked.items())
        raise UsageError(
            f"In één opdracht past één editie; gevraagd zijn: {', '.join(lines)}.",
            remedy="Maak deze profielen apart, of kies met --edition.",
        )
    return wanted.pop() if wanted else None


def _asked(place: Workplace, path: Path, source: Source) -> str | None:
    try:
        return edition_in(place, path, source)
    except ConfigurationError as error:
        if any(problem.key == "editie" for problem in error.problems):
            raise
        return None  # what is wrong with the file is told when all of it is read


def origin_of_figures(shop: Workshop, source: Source = Source.AUTO) -> str:
    """Which edition the figures are from, and how to get newer ones where there are none."""
    info = shop.edition.info
    line = f"Cijfers: editie {info.id} ({info.title}), stand {long_date(info.as_of)}."
    own = [path for path in shop.place.editions() if path.parent != SHIPPED_DATA]
    if own or source is Source.OFFLINE:
        return line
    return (
        f"{line}\nDit is de editie die met wijkprofiel meekomt."
        " Nieuwere cijfers haalt u op met `wijkprofiel data pull`."
    )
