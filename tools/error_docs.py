"""Write the part of docs/fouten.md that comes from the code: `python -m tools.error_docs`."""

from __future__ import annotations

import re
from itertools import groupby

from tools.messages import GAP, ROOT, Message, messages

PAGE = ROOT / "docs" / "fouten.md"
BEGIN, END = "<!-- begin -->", "<!-- einde -->"
_HEADINGS = {
    2: "De opdracht",
    10: "Configuratie",
    11: "Gebieden",
    12: "Diensten op internet",
    13: "Tabellen en diensten die anders zijn dan verwacht",
    14: "Edities",
    15: "Document",
    16: "Waarschuwingen",
    17: "Schrijven",
    18: "Meer gebieden",
}


def page(text: str) -> str:
    """The page with its last part made anew."""
    front, _, rest = text.partition(BEGIN)
    _, _, back = rest.partition(END)
    return f"{front}{BEGIN}\n{_tables(front)}{END}{back}"


def _tables(front: str) -> str:
    """A table per exit code, without what the page says already."""
    said = re.findall(r"^\| `(.+?)` \|", front, re.MULTILINE)
    fresh = [each for each in messages() if not any(_covers(one, each.text) for one in said)]
    return "".join(_table(code, list(rows)) for code, rows in groupby(fresh, lambda m: m.code))


def _covers(written: str, text: str) -> bool:
    """Whether what the page says already is the beginning of a message."""
    pattern = re.escape(written.rstrip(f". {GAP}")).replace(GAP, ".*")
    return re.match(pattern, text) is not None and written.strip(f"{GAP} .") != ""


def _table(code: int, rows: list[Message]) -> str:
    heading = f"\n### {_HEADINGS.get(code, 'Overig')} (code {code})\n\n"
    lines = (f"| `{_cell(row.text)}` | {_cell(row.cure)} |\n" for row in rows)
    return f"{heading}| melding | wat u doet |\n|---|---|\n{''.join(lines)}\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(PAGE)
