"""The JSON Schema of a profile's JSON, made from the model itself."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from wijkprofiel.documents.profile.model import FORMAT, Profile


def profile_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `to_json` writes."""
    schema = TypeAdapter(Profile).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"wijkgezondheidsprofiel, vorm {FORMAT}",
        **{key: value for key, value in schema.items() if key != "title"},
    }
