"""Which edition a profile file asks for, before anything else in it is looked at."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.letters import steering
from wijkprofiel.yaml_files.loader import load
from wijkprofiel.yaml_files.messages import hint


class Source(StrEnum):
    """Where the figures of a build may come from."""

    AUTO = "auto"
    OFFLINE = "offline"
    REFRESH = "refresh"


def edition_in(place: Workplace, path: Path, source: Source = Source.AUTO) -> str | None:
    """The edition that a profile file asks for; what else is in it is not looked at.

    Raises:
        ConfigurationError: if there is no such edition, or none that can be fetched where that
            will be done first; or if the file is no YAML.
    """
    document = load(path)
    edition = document.data.get("editie")
    if not isinstance(edition, str) or steering(edition):
        return None  # what is wrong with it is told with the rest of the file
    if source is Source.REFRESH:
        known, absence = _defined(place), "staat niet in de configuratie"
    else:
        known, absence = [each.stem for each in place.editions()], "is er niet"
    if edition in known:
        return edition
    choice = f"kies uit: {', '.join(known)}.{hint(edition, known)}"
    if edition in _defined(place):
        absence = "is nog niet opgehaald"
        choice = f"dat doet u met `wijkprofiel data pull --edition {edition}`, of {choice}"
    message = f"editie '{edition}' {absence}; {choice}"
    raise ConfigurationError([document.problem(("editie",), message)])


def _defined(place: Workplace) -> list[str]:
    # Reading definitions takes time that a build without fetching need not spend.
    from wijkprofiel.configuration.editions import load_editions

    return list(load_editions(place.search))
