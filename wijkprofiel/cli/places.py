"""The folders of a run: what the options and the environment point at."""

from __future__ import annotations

import os
from pathlib import Path

from wijkprofiel.disk.reachable import reachable
from wijkprofiel.disk.regular_files import is_inside
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

DATA_VARIABLE = "WIJKPROFIEL_DATA"
OWN_CONFIG = Path("configs")
"""Where one's own configuration is looked for, unless `--config` says otherwise; no templates."""
TEMPLATES = "templates"


def workplace(config: Path | None, data: Path | None) -> Workplace:
    """The folders that the options and the environment point at.

    Raises:
        UsageError: if a folder that was named does not exist or cannot be looked at.
    """
    if config is not None and not reachable(config).is_dir():
        raise UsageError(f"De map {config} (--config) bestaat niet.")
    return Workplace(
        search=SearchPath.with_user_folder(config if config is not None else OWN_CONFIG),
        data=reachable(data_folder(data)),
        templates=own_templates(config) if config is not None else None,
        data_is_named=data is not None,
    )


def own_templates(config: Path) -> Path | None:
    """The folder with templates of a configuration folder that was named, if it has one.

    Raises:
        UsageError: if it leads to somewhere else.
    """
    templates = config / TEMPLATES
    if not templates.is_dir():
        return None
    if not is_inside(templates, [config]):
        raise UsageError(
            f"De map {templates} wijst naar een map buiten {config}.",
            remedy="Zet de sjablonen zelf in die map.",
        )
    return templates


def unused_templates(config: Path | None) -> str | None:
    """What to tell of templates that nobody asked for: those of a folder that was not named."""
    templates = OWN_CONFIG / TEMPLATES
    if config is not None or not templates.is_dir():
        return None
    return (
        f"de sjablonen in {templates} worden niet gebruikt."
        f" Vertrouwt u ze, noem dan de map: --config {OWN_CONFIG}"
    )


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
