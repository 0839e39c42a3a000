"""Write docs/bevindingen.schema.json again: `python -m tools.findings_schema`."""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.disk.files import write_json
from wijkprofiel.findings.as_data import findings_schema

if __name__ == "__main__":
    write_json(Path("docs/bevindingen.schema.json"), findings_schema())
