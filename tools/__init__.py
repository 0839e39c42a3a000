"""Scripts for developers: run one with `python -m tools.NAME`."""
