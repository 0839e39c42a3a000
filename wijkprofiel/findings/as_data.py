"""Findings as plain data: JSON for programs, without a text for readers.

A value names its benchmarks by their keys; the benchmarks themselves stand once per area.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from wijkprofiel.findings.findings import FORMAT, Findings


def findings_as_data(findings: Findings) -> dict[str, Any]:
    """Everything that is so, as JSON would have it."""
    return asdict(findings)


def findings_to_json(findings: Findings) -> str:
    """The same as text; the same findings give the same text."""
    return json.dumps(findings_as_data(findings), ensure_ascii=False, allow_nan=False) + "\n"


def findings_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of that text."""
    schema = TypeAdapter(Findings).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"bevindingen, vorm {FORMAT}",
        **{key: value for key, value in schema.items() if key != "title"},
    }
