"""The JSON Schemas of documents, made from their models themselves."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from wijkprofiel.documents.comparison.content import FORMAT as COMPARISON_FORMAT
from wijkprofiel.documents.comparison.content import ComparisonContent
from wijkprofiel.documents.profile.model import FORMAT, Profile


def profile_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `to_json` writes of a profile."""
    return _schema(Profile, f"wijkgezondheidsprofiel, vorm {FORMAT}")


def comparison_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `to_json` writes of a comparison."""
    return _schema(ComparisonContent, f"vergelijking van gebieden, vorm {COMPARISON_FORMAT}")


def _schema(model: type, title: str) -> dict[str, Any]:
    schema = TypeAdapter(model).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **{key: value for key, value in schema.items() if key != "title"},
    }
