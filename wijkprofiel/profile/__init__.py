"""Indicator values become a Profile: what is shown, in which order, in which words."""
