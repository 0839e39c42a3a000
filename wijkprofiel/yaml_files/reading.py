"""Read the files of a search path into records, collecting every mistake on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from wijkprofiel.domain.errors import ConfigurationError, Problem
from wijkprofiel.yaml_files.kinds import DEFAULTS, KINDS, misplaced
from wijkprofiel.yaml_files.loader import Data, KeyPath, YamlDocument, load, validate
from wijkprofiel.yaml_files.paths import SearchPath

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A record and where it stands, for mistakes that only show beside other records."""

    record: R
    document: YamlDocument
    path: KeyPath = ()

    def problem(self, key: KeyPath, message: str) -> Problem:
        """A mistake at a key of this record."""
        return self.document.problem((*self.path, *key), message)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files of one search path; `problems` grows until `finish` raises them all.

    Attributes:
        lost: files that could not be read, so that nobody knows what is in them.
        broken: names of records that hold mistakes: they exist, though they were not taken in.
    """

    search: SearchPath
    problems: list[Problem] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def file(self, relative: str, model: type[R]) -> Placed[R] | None:
        """A file that is one record and has to be there."""
        document = self._required(relative)
        return self.placed(model, document, document.data, ()) if document else None

    def folder(self, subfolder: str, model: type[R]) -> dict[str, Placed[R]]:
        """A folder of files that are one record each, by their `id`."""
        found: dict[str, Placed[R]] = {}
        for path in self.search.list(subfolder):
            document = self.load(path)
            placed = self.placed(model, document, document.data, ()) if document else None
            if placed:
                self._keep(found, str(placed.document.data["id"]), placed, ("id",))
            elif document and isinstance(name := document.data.get("id"), str):
                self.broken.add(name)
            elif document:
                self.lost.append(document.file)
        return found

    def records(self, relative: str, model: type[R]) -> dict[str, Placed[R]]:
        """A file of records by key, that has to be there."""
        found: dict[str, Placed[R]] = {}
        document = self._required(relative)
        if document:
            self._add_records(found, document, model)
        return found

    def folder_of_records(self, subfolder: str, model: type[R]) -> dict[str, Placed[R]]:
        """All records by key of all files of a folder, in the order in which they stand."""
        found: dict[str, Placed[R]] = {}
        for path in self.search.list(subfolder):
            document = self.load(path)
            if document:
                self._add_records(found, document, model)
        return found

    def compare(self, problems: Iterable[Problem]) -> None:
        """Take in what shows beside other records, without what only follows from a mistake.

        A record that holds a mistake exists: that another one names it is no mistake.
        """
        if self.lost:
            return
        known = tuple(f"'{name}' kennen we niet" for name in self.broken)
        for problem in problems:
            follows = any(each in problem.message for each in known)
            if not follows and not (self.broken and problem.line is None):
                self.problems.append(problem)

    def finish(self) -> None:
        """Raise all mistakes, each once, in the order of files and lines.

        Raises:
            ConfigurationError: if there was any.
        """
        if self.problems:
            once = dict.fromkeys(self.problems)
            raise ConfigurationError(sorted(once, key=lambda each: (each.file, each.line or 0)))

    def _required(self, relative: str) -> YamlDocument | None:
        path = self.search.find(relative)
        if path is None:
            self.problems.append(Problem(relative, None, "", "dit bestand ontbreekt"))
            self.lost.append(relative)
            return None
        return self.load(path)

    def load(self, path: Path) -> YamlDocument | None:
        """One file; None if it cannot be read as YAML."""
        try:
            document = load(path)
        except ConfigurationError as error:
            self.problems.extend(error.problems)
            self.lost.append(str(path))
            return None
        elsewhere = misplaced(document.file, document.data, _kind_here(path))
        self.problems.extend([elsewhere] if elsewhere else document.problems)
        if elsewhere:
            self.lost.append(str(path))
        return None if elsewhere else document

    def placed(
        self, model: type[R], document: YamlDocument, data: Data, path: KeyPath
    ) -> Placed[R] | None:
        """One record of a file; None if anything in it is wrong."""
        record = validate(model, document, data, path, self.problems)
        return None if record is None else Placed(record, document, path)

    def _add_records(
        self, found: dict[str, Placed[R]], document: YamlDocument, model: type[R]
    ) -> None:
        defaults = document.data.get(DEFAULTS) or {}
        for name, own in document.data.items():
            if name == DEFAULTS:
                continue
            if not isinstance(own, dict) or not isinstance(defaults, dict):
                self.problems.append(document.problem((name,), "verwacht sleutels met waarden"))
                self.broken.add(name)
            elif "id" in own:
                message = "weglaten: de naam waar dit onder staat is het kenmerk al"
                self.problems.append(document.problem((name, "id"), message))
                self.broken.add(name)
            else:
                borrowed = {key: value for key, value in defaults.items() if key not in own}
                placed = self._with_defaults(model, document, name, borrowed)
                if placed:
                    self._keep(found, name, placed, ())
                else:
                    self.broken.add(name)

    def _with_defaults(
        self, model: type[R], document: YamlDocument, name: str, borrowed: dict[str, Data]
    ) -> Placed[R] | None:
        """A record with what it borrows; a mistake in that is told where it stands."""
        own = document.data[name]
        assert isinstance(own, dict)
        for key in borrowed:
            document.lines[(name, key)] = document.lines[(DEFAULTS, key)]
        before = len(self.problems)
        data = {**borrowed, **own, "id": name}
        record = validate(model, document, data, (name,), self.problems)
        self.problems[before:] = [_at_home(p, name, borrowed) for p in self.problems[before:]]
        return None if record is None else Placed(record, document, (name,))

    def _keep(
        self, found: dict[str, Placed[R]], name: str, placed: Placed[R], key: KeyPath
    ) -> None:
        if name in found:
            earlier = found[name].document.file
            message = f"{name} bestaat al in {earlier}"
            self.problems.append(placed.problem(key, message))
        else:
            found[name] = placed


def _kind_here(path: Path) -> str:
    """Which kind of file belongs in this place: that of its folder, or of its own name."""
    return path.parent.name if path.parent.name in KINDS else path.stem


def _at_home(problem: Problem, name: str, borrowed: Mapping[str, Data]) -> Problem:
    """The problem under the key where its value was typed."""
    inside = problem.key.removeprefix(f"{name}.")
    if inside.split(".")[0] not in borrowed:
        return problem
    return replace(problem, key=f"{DEFAULTS}.{inside}")


def plain(placed: Mapping[str, Placed[R]]) -> dict[str, R]:
    """The records, once their places are no longer needed."""
    return {name: each.record for name, each in placed.items()}
