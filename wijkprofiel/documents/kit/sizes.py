"""In what size a claim fits on its poster: WeasyPrint does not shrink a text to its room."""

from __future__ import annotations

from wijkprofiel.yaml_files.text_size import lines

_WIDE_MM, _MOST_LINES = 259.0, 3
_SIZES = (56, 52, 48, 42, 36)
"""Points on A3; the last one is taken for whatever is longer still."""
_MM = 25.4 / 72
_BOLD = 1.07
"""Heavy letters are at most this much wider than those that are measured."""


def title_points(text: str) -> int:
    """The largest size in which a text takes at most three lines."""
    for points in _SIZES:
        if lines(text, _WIDE_MM / (points * _MM * _BOLD)) <= _MOST_LINES:
            return points
    return _SIZES[-1]
