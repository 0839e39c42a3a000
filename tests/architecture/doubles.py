"""Names that stand for two things: classes and files that occur twice, as data and as rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tests.support.source_tree import Module

# Classes of one name in two modules, with the reason.
SHARED_CLASSES: Mapping[str, str] = {}
# Files of one name in more than two rooms, with the reason.
SHARED_FILES: Mapping[str, str] = {
    "__init__.py": "says what a room is",
    "editions.py": "which editions there are: the name, the YAML record and the command",
    "figures.py": "the key of a figure, how one is compiled, and how a document lists them",
}
MOST_ROOMS = 2


def double_classes(
    modules: Sequence[Module], allowed: Mapping[str, str] = SHARED_CLASSES
) -> Iterator[str]:
    """Public classes of one name in several modules."""
    for name, places in sorted(_classes(modules).items()):
        if len(places) > 1 and name not in allowed:
            yield (
                f"class {name} stands at {', '.join(places)}; instead: give each the name of what "
                "only it is, or share one"
            )


def double_files(
    modules: Sequence[Module], allowed: Mapping[str, str] = SHARED_FILES
) -> Iterator[str]:
    """File names that occur in more rooms than a reader keeps apart."""
    for name, rooms in sorted(_files(modules).items()):
        if len(rooms) > MOST_ROOMS and name not in allowed:
            yield (
                f"{name} stands in {', '.join(sorted(rooms))}; instead: name a file after what "
                "it does in its room"
            )


def stale_reasons(modules: Sequence[Module]) -> Iterator[str]:
    """Exceptions that nothing needs any more."""
    classes, files = _classes(modules), _files(modules)
    yield from (
        f"class {name}" for name in SHARED_CLASSES if len(classes.get(name, ())) < MOST_ROOMS
    )
    yield from (f"file {name}" for name in SHARED_FILES if len(files.get(name, ())) <= MOST_ROOMS)


def _classes(modules: Sequence[Module]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules:
        for node in module.classes():
            if not node.name.startswith("_"):
                found[node.name].append(module.at(node.lineno))
    return found


def _files(modules: Sequence[Module]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        found[module.path.name].add(module.room)
    return found
