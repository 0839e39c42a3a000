"""Definitions and observations become indicator values, each with its verdicts."""
