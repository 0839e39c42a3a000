"""One name, one thing."""

from __future__ import annotations

from pathlib import PurePosixPath

from tests.architecture.doubles import double_classes, double_files, stale_reasons
from tests.support.source_tree import Module, read_package

MODULES = read_package()


def test_a_class_has_a_name_of_its_own() -> None:
    found = list(double_classes(MODULES))
    assert not found, "\n".join(found)


def test_a_file_name_says_where_one_is() -> None:
    found = list(double_files(MODULES))
    assert not found, "\n".join(found)


def test_every_exception_is_still_needed() -> None:
    assert list(stale_reasons(MODULES)) == []


def test_a_double_class_is_seen() -> None:
    modules = [
        Module(PurePosixPath("words/x.py"), "class Row: ...\nclass _Part: ..."),
        Module(PurePosixPath("render/y.py"), "class Row: ...\nclass _Part: ..."),
    ]
    (breach,) = double_classes(modules)
    assert "class Row stands at wijkprofiel/words/x.py:1, wijkprofiel/render/y.py:1" in breach
    assert "instead: give each the name of what only it is" in breach
    assert not list(double_classes(modules, {"Row": "a reason"}))


def test_a_file_name_in_a_third_room_is_seen() -> None:
    paths = ["words/rows.py", "render/rows.py", "render/deeper/rows.py", "sources/rows.py"]
    modules = [Module(PurePosixPath(path), "") for path in paths]
    assert not list(double_files(modules[:3]))
    assert "render, sources, words" in next(double_files(modules))
    assert not list(double_files(modules, {"rows.py": "a reason"}))
