"""Statistics of the field: one method per file, with its formula, preconditions and source."""

VERSION = 1
"""Raised when the same figures of a source get another value or another word by the methods."""
