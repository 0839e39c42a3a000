"""Figures to SVG text: pure functions that know only `domain` and `profile`."""
