"""Measurements of speed: CPU seconds and memory of whole processes, in one run on one machine."""
