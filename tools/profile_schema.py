"""Write docs/profiel.schema.json again: `python -m tools.profile_schema`."""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.disk.files import write_json
from wijkprofiel.render.schema import profile_schema

if __name__ == "__main__":
    write_json(Path("docs/profiel.schema.json"), profile_schema())
