"""Changes between two editions as plain data: JSON for programs, without a text for readers."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from wijkprofiel.findings.between_editions.changed_area import FORMAT, EditionChanges


def changes_as_data(changes: EditionChanges) -> dict[str, Any]:
    """Everything that differs, as JSON would have it."""
    return asdict(changes)


def changes_to_json(changes: EditionChanges) -> str:
    """The same as text; the same changes give the same text."""
    return json.dumps(changes_as_data(changes), ensure_ascii=False, allow_nan=False) + "\n"


def changes_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of that text."""
    schema = TypeAdapter(EditionChanges).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"verschillen tussen twee edities, vorm {FORMAT}",
        **{key: value for key, value in schema.items() if key != "title"},
    }
