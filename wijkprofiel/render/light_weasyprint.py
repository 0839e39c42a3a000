"""WeasyPrint without what our documents do not need: half of the time that importing it takes.

* What cuts weights out of variable fonts, leaves glyphs out of a font, unpacks web fonts and reads
  photographs is loaded when a document asks for it. Ours have static fonts, HarfBuzz leaves the
  glyphs out, and a logo is the only picture that is not our own.
* A library of the system that is not there under its first name is looked for with a compiler and
  a linker, some fifty times; here it is loaded by the name that Linux has for it.
* Every element gets six styles for footnotes, even where there are none.
* Where a library of the system is missing it prints where to read on, among the names of our files;
  what we say of that is enough.
"""

from __future__ import annotations

import ctypes.util
import importlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from copy import copy
from functools import cache
from importlib.util import LazyLoader, find_spec, module_from_spec
from io import StringIO
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import CSS, HTML

_RARELY_USED = (
    "fontTools.subset",
    "fontTools.ttLib.woff2",
    "PIL.Image",
    "PIL.ImageFile",
    "PIL.ImageOps",
    "PIL.EpsImagePlugin",
)
_PICKED_FROM = {
    "fontTools.varLib.instancer": "instantiateVariableFont",
    "PIL.ImageCms": "ImageCmsProfile",
}
"""Modules of which WeasyPrint takes one function while it is imported."""

_NOTE = re.compile(r"\b(?:foot)?note\b")


def import_weasyprint() -> Any:
    """The module, imported the quick way.

    Raises:
        ImportError, OSError: WeasyPrint or a library of the system is missing.
    """
    if (loaded := sys.modules.get("weasyprint")) is not None:
        return loaded
    for name in _RARELY_USED:
        _load_later(name)
    with _stand_ins(), _libraries_by_name(), redirect_stdout(StringIO()):
        import weasyprint
    return weasyprint


def page_class(text: str) -> type[HTML]:
    """WeasyPrint's class for a page; without styles for notes if the page has no notes."""
    from weasyprint import HTML

    return HTML if _NOTE.search(text) else _without_notes()


@cache
def _without_notes() -> type[HTML]:
    from weasyprint import HTML
    from weasyprint.html import UA_STYLESHEET

    sheet, rules = copy(UA_STYLESHEET), copy(UA_STYLESHEET.matcher)
    rules.other_selectors = [rule for rule in rules.other_selectors if not _is_for_notes(rule)]
    sheet.matcher = rules

    class PageWithoutNotes(HTML):  # type: ignore[misc]
        """A page whose elements get no styles for footnotes."""

        def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
            return [sheet, *super()._ua_stylesheets(forms)[1:]]

    return PageWithoutNotes


def _is_for_notes(rule: tuple[Any, ...]) -> bool:
    """Whether a rule of a style sheet is about `::footnote-call`, `::note-marker` and the like."""
    _test, _specificity, _order, pseudo_element, _declarations = rule
    return pseudo_element is not None and _NOTE.match(pseudo_element) is not None


def _load_later(name: str) -> None:
    spec = find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    sys.modules[name] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
    package, _, short = name.rpartition(".")
    setattr(sys.modules[package], short, module)  # so that `from package import` does not load it


class _StandIn(ModuleType):
    """Takes the place of a module while WeasyPrint picks one function from it."""

    def __init__(self, name: str, function: str) -> None:
        super().__init__(name)
        setattr(self, function, self._call)
        self._function = function

    def _call(self, *arguments: Any, **options: Any) -> Any:
        real = getattr(importlib.import_module(self.__name__), self._function)
        return real(*arguments, **options)


@contextmanager
def _stand_ins() -> Iterator[None]:
    names = _PICKED_FROM.keys() - sys.modules.keys()
    sys.modules.update({name: _StandIn(name, _PICKED_FROM[name]) for name in names})
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Find no path of a library with compilers, where the loader itself finds it by its name."""
    find = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = find
