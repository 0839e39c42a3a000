"""The folders of a run: what was named, else what is usual."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wijkprofiel.disk.reachable import reachable
from wijkprofiel.disk.regular_files import is_inside
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

DATA_VARIABLE = "WIJKPROFIEL_DATA"
OWN_CONFIG = Path("configs")
"""Where one's own configuration is looked for, unless another is named; no templates."""
TEMPLATES = "templates"


def usual_workplace(
    config: Path | None, data: Path | None, environment: Mapping[str, str], option: str
) -> Workplace:
    """The folders of a run, found the same way from a terminal and from Python.

    Args:
        config: the user's configuration folder; None for `configs` here, without its templates.
        data: the user's folder with editions; None for the usual one.
        environment: of the process, which may name that folder.
        option: how the configuration folder is named, for a message.

    Raises:
        UsageError: if a folder that was named does not exist or cannot be looked at.
    """
    if config is not None and not reachable(config).is_dir():
        raise UsageError(f"De map {config} ({option}) bestaat niet.")
    return Workplace(
        search=SearchPath.with_user_folder(config if config is not None else OWN_CONFIG),
        data=reachable(data_folder(data, environment)),
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


def data_folder(named: Path | None, environment: Mapping[str, str]) -> Path:
    """What was named, else the environment, else `./data` with editions, else the user's own."""
    if named is not None:
        return named
    if variable := environment.get(DATA_VARIABLE):
        return Path(variable)
    here = Path("data")
    if any(here.glob("*.sqlite")) and here.resolve() != SHIPPED_DATA:
        return here
    from platformdirs import user_data_path

    return user_data_path("wijkprofiel", appauthor=False)
