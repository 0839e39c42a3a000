"""docs/cli.md: the help of every command, as it is."""

from __future__ import annotations

from tools.cli_docs import PAGE, page


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tools.cli_docs`"
