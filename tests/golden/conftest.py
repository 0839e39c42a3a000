"""Golden tests go over the same lines for many areas: coverage is not measured in them."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; the tracer would make them half as slow again."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.no_cover)
