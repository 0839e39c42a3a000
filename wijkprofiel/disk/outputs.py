"""What one run reads and writes, so that it never writes over the one or twice over the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wijkprofiel.disk.reachable import real
from wijkprofiel.domain.errors import OutputError

_Identity = tuple[int, int]
"""Device and number of a file."""

YAML = frozenset({".yaml", ".yml"})
TABLES = frozenset({".json", ".parquet"})


@dataclass
class Outputs:
    """The files of one run, by what they are for (in Dutch, for the message)."""

    _inputs: dict[Path | _Identity, str] = field(default_factory=dict)
    _folders: list[tuple[Path, frozenset[str], str]] = field(default_factory=list)
    _owners: dict[Path, str] = field(default_factory=dict)

    def reads(self, path: Path, what: str) -> None:
        """A file that this run reads."""
        for name in _names(path):
            self._inputs[name] = what

    def reads_folder(self, folder: Path, suffixes: frozenset[str], what: str) -> None:
        """A folder of which this run reads the files that end so; all of them without suffixes."""
        self._folders.append((real(folder), suffixes, what))

    def claim(self, path: Path, owner: str) -> None:
        """Set a name apart for one output, before the work starts.

        Args:
            owner: what it will be; only the same one may be written there again.

        Raises:
            OutputError: if it is an input of this run, or the name of another output.
        """
        self.refuse_input(path)
        first = self._owners.setdefault(real(path), owner)
        if first != owner:
            raise OutputError(
                f"{path} zou twee keer worden geschreven: als {first} en als {owner}.",
                remedy="Geef een van de twee een andere naam of een andere map.",
            )

    def refuse_input(self, path: Path) -> None:
        """Keep what this run reads as it is.

        Raises:
            OutputError: if the file is an input of this run, under whatever name.
        """
        what = self._read_as(path)
        if what is not None:
            raise OutputError(
                f"{path} is {what} van deze opdracht en blijft zoals het is.",
                remedy="Kies een andere naam voor het bestand dat u wilt maken.",
            )

    def _read_as(self, path: Path) -> str | None:
        for name in _names(path):
            if name in self._inputs:
                return self._inputs[name]
        place = real(path)
        for folder, suffixes, what in self._folders:
            inside = place.is_relative_to(folder) and place.exists()
            if inside and (not suffixes or place.suffix.lower() in suffixes):
                return what
        return None


def _names(path: Path) -> Iterator[Path | _Identity]:
    """Where a file lies, and what it is under any other name: another spelling, a second link."""
    yield real(path)
    with suppress(OSError, ValueError):
        found = path.stat()
        yield found.st_dev, found.st_ino
