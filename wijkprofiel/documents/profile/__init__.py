"""The neighbourhood health profile."""
