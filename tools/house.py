"""Write the tables of docs/huis.md from the rules of the house: `python -m tools.house`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from tests.architecture.rules import BANS, BUILD_TIME, COMPILE_TIME, ORDER, Ban, may_import
from tools.messages import PACKAGE, ROOT

PAGE = ROOT / "docs" / "huis.md"
BEGIN, END = "<!-- begin -->", "<!-- end -->"
_MOST_MISSING = 4


def page(text: str) -> str:
    """The page with its tables made anew."""
    front, _, rest = text.partition(BEGIN)
    _, _, back = rest.partition(END)
    return f"{front}{BEGIN}\n\n{_rooms()}\n{_kept()}\n{END}{back}"


def _rooms() -> str:
    """A line per room, from the floor up."""
    rows = ([f"`{room}`", sentence(room), _time(room), _known(room)] for room in ORDER)
    return _table(("room", "what it is", "when", "may know"), rows)


def sentence(room: str) -> str:
    """What the room says of itself."""
    source = (PACKAGE / room / "__init__.py").read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(source))
    return said.partition("\n\n")[0].replace("\n", " ") if said else ""


def _time(room: str) -> str:
    if room in COMPILE_TIME:
        return "compile"
    return "build" if room in BUILD_TIME else "both"


def _known(room: str) -> str:
    """The rooms that a room may know, in few words."""
    before = ORDER[: ORDER.index(room)]
    known = [name for name in before if name in may_import(room)]
    missing = [name for name in before if name not in known]
    if not known:
        return "no room"
    if not missing:
        return "all above"
    if len(missing) <= _MOST_MISSING:
        return f"all above, but not {_names(missing)}"
    return _names(known)


def _kept() -> str:
    """A line per ban."""
    rows = ([_names(ban.names), _places(ban), ban.instead] for ban in BANS)
    return _table(("only here", "where", "elsewhere"), rows)


def _places(ban: Ban) -> str:
    return _names(ban.allowed_in) or "nowhere"


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: Sequence[str], rows: Iterator[list[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(PAGE)
