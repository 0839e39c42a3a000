"""Write docs/bevindingen.schema.json and docs/veranderingen.schema.json again.

python -m tools.findings_schema
"""

from __future__ import annotations

from pathlib import Path

from wijkprofiel.disk.files import write_json
from wijkprofiel.findings.as_data import findings_schema
from wijkprofiel.findings.between_editions.as_json import changes_schema

if __name__ == "__main__":
    write_json(Path("docs/bevindingen.schema.json"), findings_schema())
    write_json(Path("docs/veranderingen.schema.json"), changes_schema())
