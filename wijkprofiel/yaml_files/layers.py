"""Files that hold only what differs from another one, which they name with `basis`.

Mappings are laid over each other key by key; a list or a text replaces the other whole. Every
value keeps the place where it was typed, so that a mistake is told there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from wijkprofiel.yaml_files.loader import Data, KeyPath, YamlDocument
from wijkprofiel.yaml_files.messages import hint, shown
from wijkprofiel.yaml_files.reading import Placed, Reader

BASE = "basis"
"""Key that names the file which this one is laid over."""

R = TypeVar("R", bound=BaseModel)


@dataclass(slots=True)
class Layers(Generic[R]):
    """Reads a folder of files that are one record each; mistakes go to the reader."""

    reader: Reader
    folder: str
    model: type[R]
    _done: dict[Path, Placed[R] | None] = field(default_factory=dict)
    _open: list[Path] = field(default_factory=list)

    def all(self) -> dict[str, Placed[R]]:
        """The records by the names of their files, without those that hold mistakes."""
        found = {path.stem: self._placed(path) for path in self.reader.search.list(self.folder)}
        return {name: placed for name, placed in found.items() if placed is not None}

    def _placed(self, path: Path) -> Placed[R] | None:
        """The record of a file; each file is read once, also where others build on it."""
        if path not in self._done:
            self._open.append(path)
            document = self._document(path)
            self._open.pop()
            self._done[path] = (
                self.reader.placed(self.model, document, document.data, ()) if document else None
            )
        return self._done[path]

    def _document(self, path: Path) -> YamlDocument | None:
        """A file on top of what it builds on; None if one of the two holds mistakes."""
        own = self.reader.load(path)
        if own is None or BASE not in own.data:
            return own
        under = self._under(path, own)
        base = None if under is None else self._placed(under)
        return None if base is None else laid_over(own, base.document)

    def _under(self, path: Path, own: YamlDocument) -> Path | None:
        """The file to build on; for a file of one's own with our name, that is ours."""
        name = own.data[BASE]
        found = self._named(name, path) if isinstance(name, str) else None
        if found is not None and found not in self._open:
            return found
        self.reader.problems.append(own.problem((BASE,), self._refusal(name, path, found)))
        return None

    def _named(self, name: str, path: Path) -> Path | None:
        versions = self.reader.search.versions(self.folder, name)
        if name == path.stem:
            versions = versions[versions.index(path) + 1 :]
        return next(iter(versions), None)

    def _refusal(self, name: Data, path: Path, found: Path | None) -> str:
        if not isinstance(name, str):
            return "moet de naam van één bestand hiernaast zijn"
        if found is not None:
            return f"{name} bouwt zelf voort op {path.stem}; kies een andere basis"
        known = [each.stem for each in self.reader.search.list(self.folder) if each != path]
        near = hint(name, known) or f" Kies uit: {', '.join(known)}."
        return f"'{shown(name)}' is er niet om op voort te bouwen.{near}"


def laid_over(own: YamlDocument, base: YamlDocument) -> YamlDocument:
    """One document of two: what `own` says, and for the rest what `base` says."""
    replaced: set[KeyPath] = set()
    said: dict[str, Data] = {key: value for key, value in own.data.items() if key != BASE}
    data = _merged(base.data, said, (), replaced)
    kept = {path: line for path, line in base.lines.items() if not _is_in(path, replaced)}
    return YamlDocument(
        own.file,
        data,
        {**kept, **own.lines},
        unread=base.unread | own.unread,
        files={path: base.file_of(path) for path in kept if path not in own.lines},
    )


def _merged(
    base: dict[str, Data], own: dict[str, Data], path: KeyPath, replaced: set[KeyPath]
) -> dict[str, Data]:
    """Two mappings as one; `replaced` grows by every key of which the value is another."""
    result = dict(base)
    for key, value in own.items():
        under, here = base.get(key), (*path, key)
        if isinstance(value, dict) and isinstance(under, dict):
            result[key] = _merged(under, value, here, replaced)
        else:
            result[key] = value
            replaced.add(here)
    return result


def _is_in(path: KeyPath, places: set[KeyPath]) -> bool:
    """Whether a key is one of these, or lies inside one of these."""
    return any(path[:length] in places for length in range(1, len(path) + 1))
