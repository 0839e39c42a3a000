"""Write docs/vergelijking.schema.json again: `python -m tools.comparison_schema`."""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.disk.files import write_json
from wijkprofiel.render.schema import comparison_schema

if __name__ == "__main__":
    write_json(Path("docs/vergelijking.schema.json"), comparison_schema())
