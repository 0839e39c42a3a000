"""A file with areas, as people type it or as a spreadsheet saves it.

On a line stands a name, a name and its gemeente, a code, or a profile file. Between columns stands
a semicolon, a tab or a comma; a first line may say what is in them.
"""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.disk.regular_files import read_regular
from wijkprofiel.domain.errors import RegionError, UsageError
from wijkprofiel.domain.names import same_name
from wijkprofiel.domain.reasons import reason
from wijkprofiel.domain.regions import Region, level_of

LARGEST = 1_000_000
_TEXT_CONTROLS = "\t\n\r\f"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins: that of today, and that of before 2007."""

_CODE, _NAME, _GEMEENTE = "code", "naam", "gemeente"
_HEADINGS = {
    _CODE: ("code", "wijkcode", "buurtcode", "gebiedscode", "regiocode", "gwb_code"),
    _NAME: (
        *("naam", "gebied", "gebiedsnaam", "buurt", "buurtnaam", "wijk", "wijknaam", "regio"),
        *("profiel", "profielbestand", "bestand"),
    ),
    _GEMEENTE: ("gemeente", "gemeentenaam", "gm_naam", "gemeentecode"),
}
"""What people write above a column, in the order in which columns of one kind are looked at."""

_NAME_AND_GEMEENTE = 2
"""Columns that need no heading."""

_WITH_GEMEENTE = re.compile(
    r"(?P<name>.*[^\s,])\s*(?:,\s*(?P<comma>[^,]+)|\((?P<brackets>[^()]+)\))"
)
"""`Centrum, Utrecht` and `Centrum (Utrecht)`."""

Columns = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Listed:
    """What one line asks for, or what was typed as such a line.

    Attributes:
        line: its number in the file; 0 if it is in none.
        name: a name, code or profile file.
        gemeente: where the area lies; empty if the line does not say so.
        whole: what stands there, if the gemeente is only what follows a comma or stands in
            brackets; there are names with those too.
        beside: the name and the gemeente that stand beside a code.
        may_be_heading: whether it looks like a heading, in words that we do not know.
    """

    line: int
    name: str
    gemeente: str = ""
    whole: str = ""
    beside: tuple[str, ...] = ()
    may_be_heading: bool = False

    def among(self, areas: AreaSearch) -> Listed:
        """The same line, as one name where that is what it is: `Lasonder, Zeggelt`."""
        if areas.knows(self.whole) and not areas.is_gemeente(self.gemeente):
            return Listed(self.line, self.whole, may_be_heading=self.may_be_heading)
        return self

    def contradiction(self, areas: AreaSearch, found: Region) -> str:
        """What is told where a code is that of another area than the name beside it.

        Raises:
            RegionError: if that is the name of the code in another division.
        """
        others = [] if areas.elsewhere is None else areas.elsewhere.others(found)
        is_of_here = any(same_name(text, found.name) for text in self.beside)
        for other in others:
            if not is_of_here and any(same_name(text, other.name) for text in self.beside):
                raise RegionError(
                    f"De code {found.code} is {other.name} in de indeling van {other.division}, en"
                    f" {found.name} in die van {found.division}, waar deze editie op is.",
                    remedy=f"Zoek de code van {other.name} op met `wijkprofiel areas search`, of"
                    f" kies een editie op de indeling van {other.division}.",
                )
        if all(areas.may_be(text, found) for text in self.beside):
            return ""
        gemeente = "" if found.gemeente_code == found.code else found.gemeente_name
        is_of, said = _with_home(found.name, gemeente), _with_home(*self.beside)
        return f"{found.code} is {is_of}, niet {said}. De code geldt."


def as_typed(text: str) -> Listed:
    """What was typed as a line of its own: `Centrum, Utrecht`."""
    return _named(0, text)


def _with_home(name: str, gemeente: str = "") -> str:
    return f"{name} ({gemeente})" if gemeente else name


def read_list(path: Path) -> list[Listed]:
    """Everything that a file asks for; empty lines and what follows # do not count.

    Raises:
        UsageError: it cannot be read, is no text, or does not say which column is the name.
    """
    lines = list(_lines(_text(path)))
    separator = _separator([line for _, line in lines])
    if lines and lines[0][1].lower().startswith("sep="):
        del lines[0]  # Excel's own word about the separator
    cut = ((number, _cells(line, separator, path, number)) for number, line in lines)
    rows = [(number, cells) for number, cells in cut if any(cells)]
    columns = _columns(rows[0][1]) if rows else {}
    found = (
        _by_columns(cells, columns, number) if columns else _by_place(cells, separator, number)
        for number, cells in (rows[1:] if columns else rows)
    )
    listed = list(_sound(found, path))
    if listed and not columns:
        listed[0] = replace(listed[0], may_be_heading=_looks_like_heading(rows[0][1]))
    return listed


def _text(path: Path) -> str:
    try:
        content = read_regular(path, LARGEST)
    except OSError as error:
        raise UsageError(f"{path} is niet te lezen ({reason(error)}).") from None
    if content is None:
        raise UsageError(f"{path} is groter dan 1 MB; dat is geen lijst met namen.")
    if content.startswith(_WORKBOOKS):
        raise UsageError(
            f"{path} is een werkmap, en geen tekst.",
            remedy="Kies in Excel Opslaan als, soort CSV UTF-8, en noem dat bestand.",
        )
    text = _decoded(content)
    if text is None or any(_is_control(char) for char in set(text)):
        raise UsageError(
            f"{path} is geen tekstbestand.",
            remedy="Bewaar de lijst als gewone tekst, of uit Excel als CSV.",
        )
    return text


def _decoded(content: bytes) -> str | None:
    """The text: UTF-8, else what Excel calls Unicode text, else what Windows writes here."""
    coding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
    for each in (coding, "cp1252"):
        try:
            return content.decode(each)
        except UnicodeDecodeError:
            continue
    return None


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc" and char not in _TEXT_CONTROLS


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if said := line.split("#")[0].strip(" \r\n"):
            yield number, said


def _separator(lines: Sequence[str]) -> str:
    """No name has a tab or a semicolon in it; a comma many have."""
    return next((mark for mark in "\t;" if any(mark in line.strip() for line in lines)), ",")


def _cells(line: str, separator: str, path: Path, number: int) -> list[str]:
    """One line at a time: a quote that is not closed must not swallow the rest of the list."""
    try:
        cells, *after = csv.reader([f"{line}\n", ""], delimiter=separator, skipinitialspace=True)
    except csv.Error:
        raise UsageError(f"{path}:{number} is veel te lang voor een naam.") from None
    if not after:  # the empty line was taken for a part of what stands between quotes
        raise UsageError(
            f"{path}:{number}: een aanhalingsteken wordt niet gesloten.",
            remedy='Zet achter de naam ook een aanhalingsteken ("Oost";Utrecht), of haal het weg.',
        )
    return [cell.strip() for cell in cells]


def _looks_like_heading(cells: Sequence[str]) -> bool:
    """Whether a line has words in it that are nearly those of a heading: `Naam wijk;Gem`."""
    known = [each for words in _HEADINGS.values() for each in words]
    typed = [word for cell in cells for word in re.findall(r"\w{3,}", cell.lower())]
    return any(each.startswith(word) or word.startswith(each) for word in typed for each in known)


def _columns(cells: Sequence[str]) -> Columns:
    """Where each kind of column stands, if this is a line that says so."""
    heads = [cell.lower() for cell in cells]
    found = {
        kind: [heads.index(word) for word in words if word in heads]
        for kind, words in _HEADINGS.items()
    }
    if not found[_CODE] and not found[_NAME]:  # a list of gemeenten
        return {_NAME: found[_GEMEENTE]} if found[_GEMEENTE] else {}
    return found


def _by_columns(cells: Sequence[str], columns: Columns, number: int) -> Listed:
    def first(kind: str) -> str:
        filled = (cells[at] for at in columns.get(kind, ()) if at < len(cells) and cells[at])
        return next(filled, "")

    code, name, gemeente = first(_CODE), first(_NAME), first(_GEMEENTE)
    if code:
        return _coded(number, code, [name, gemeente])
    return _named(number, name, gemeente)


def _by_place(cells: Sequence[str], separator: str, number: int) -> Listed:
    filled = [cell for cell in cells if cell]
    if code := next((cell for cell in filled if level_of(cell.upper()) is not None), None):
        return _coded(number, code, [cell for cell in filled if cell != code])
    if separator == ",":
        return _named(number, ", ".join(filled))
    if len(filled) > _NAME_AND_GEMEENTE:
        return Listed(number, "")
    return _named(number, *filled)


def _coded(number: int, code: str, beside: Sequence[str]) -> Listed:
    """A code; with more columns beside it than two any of those may be the name."""
    said = tuple(filter(None, beside))
    return Listed(number, code, beside=said if len(said) <= _NAME_AND_GEMEENTE else ())


def _named(number: int, text: str, gemeente: str = "") -> Listed:
    """A name with its gemeente, from a column of its own or else from the text itself."""
    is_whole = gemeente or is_profile_file(text)
    found = None if is_whole else _WITH_GEMEENTE.fullmatch(text)
    if found is None:
        return Listed(number, text, gemeente)
    return Listed(number, found["name"], found["comma"] or found["brackets"], text)


def _sound(found: Iterator[Listed], path: Path) -> Iterator[Listed]:
    """Everything on a list, if each line says which area it is about.

    Raises:
        UsageError: a line has no name, or so many columns that any may be it.
    """
    for each in found:
        if not each.name:
            raise UsageError(
                f"{path}:{each.line}: wij zien niet wat hier de naam van het gebied is.",
                remedy="Zet een eerste regel boven de lijst die zegt wat erin staat: naam;gemeente,"
                " of alleen code; en vul die kolom op elke regel.",
            )
        yield each
