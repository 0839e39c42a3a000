"""Make a wijkgezondheidsprofiel: a Dutch neighbourhood health profile from open data."""

__version__ = "0.1.0"
