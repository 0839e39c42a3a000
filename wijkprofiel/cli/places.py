"""The folders of a run: what the options and the environment point at."""

from __future__ import annotations

import os
from pathlib import Path

from wijkprofiel.workshop.places import OWN_CONFIG, TEMPLATES, usual_workplace
from wijkprofiel.workshop.workplace import Workplace


def workplace(config: Path | None, data: Path | None) -> Workplace:
    """The folders that the options and the environment point at.

    Raises:
        UsageError: if a folder that was named does not exist or cannot be looked at.
    """
    return usual_workplace(config, data, os.environ, "--config")


def unused_templates(config: Path | None) -> str | None:
    """What to tell of templates that nobody asked for: those of a folder that was not named."""
    templates = OWN_CONFIG / TEMPLATES
    if config is not None or not templates.is_dir():
        return None
    return (
        f"de sjablonen in {templates} worden niet gebruikt."
        f" Vertrouwt u ze, noem dan de map: --config {OWN_CONFIG}"
    )
