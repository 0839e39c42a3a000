"""The folders of a run: what the options and the environment point at."""

from __future__ import annotations

import os
from pathlib import Path

from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.workshop.workshop import Workplace
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

DATA_VARIABLE = "WIJKPROFIEL_DATA"
OWN_CONFIG = Path("configs")
"""Where one's own configuration is looked for, unless `--config` says otherwise."""


def workplace(config: Path | None, data: Path | None) -> Workplace:
    """The folders that the options and the environment point at.

    Raises:
        UsageError: if a folder that was named does not exist or cannot be looked at.
    """
    if config is not None and not reachable(config).is_dir():
        raise UsageError(f"De map {config} (--config) bestaat niet.")
    own = config if config is not None else OWN_CONFIG
    templates = own / "templates"
    return Workplace(
        search=SearchPath.with_user_folder(own),
        data=reachable(data_folder(data)),
        templates=templates if templates.is_dir() else None,
    )


def reachable(path: Path) -> Path:
    """A path that was named, whether something is there or not.

    Raises:
        UsageError: if this machine does not let us look: a name too long, a folder that is closed.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return path
    except OSError as error:
        raise UsageError(f"{path} is niet te lezen ({reason(error)}).") from None
    return path


def data_folder(named: Path | None) -> Path:
    """The option, else the environment, else `./data` if it has editions, else the user's own."""
    if named is not None:
        return named
    if variable := os.environ.get(DATA_VARIABLE):
        return Path(variable)
    here = Path("data")
    if any(here.glob("*.sqlite")) and here.resolve() != SHIPPED_DATA:
        return here
    from platformdirs import user_data_path

    return user_data_path("wijkprofiel", appauthor=False)
