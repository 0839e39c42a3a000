"""A folder of profile files, for whoever checks them and whoever builds them."""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.configuration.checking import is_configuration
from wijkprofiel.configuration.profile_files import SUFFIXES, is_profile_file
from wijkprofiel.disk.reachable import reachable
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.yaml_files.paths import SearchPath

_HELPERS = (".", "~")
"""How files begin that are hidden, or that programs keep beside one that is open."""


def profile_files(path: Path) -> list[Path]:
    """The profile files that a path stands for: itself, or all that lie in the folder.

    Raises:
        UsageError: if it stands for none, or cannot be looked at.
    """
    if not reachable(path).is_dir():
        if not is_profile_file(path.name):
            raise UsageError(
                f"{path} is geen profielbestand: de naam moet eindigen op {' of '.join(SUFFIXES)}."
            )
        return [path]
    try:
        files = sorted(file for file in path.iterdir() if _is_of_people(file.name))
    except OSError as error:
        raise UsageError(f"{path} is niet te lezen ({reason(error)}).") from None
    return _some(files, path)


def _is_of_people(name: str) -> bool:
    """Whether a name is a profile file, and not what a computer lays beside one: `._a.yaml`."""
    return is_profile_file(name) and not name.startswith(_HELPERS)


def profiles_in(folder: Path, search: SearchPath) -> list[Path]:
    """The same of a folder that is built; files of the configuration are no profiles.

    Raises:
        UsageError: if there are none, or the folder cannot be looked at.
    """
    files = profile_files(folder)
    return _some([file for file in files if not is_configuration(file, search)], folder)


def _some(files: list[Path], folder: Path) -> list[Path]:
    if not files:
        raise UsageError(f"In de map {folder} staan geen profielbestanden ({', '.join(SUFFIXES)}).")
    return files
