"""WeasyPrint without the code for variable fonts, until a variable font asks for it.

On import WeasyPrint loads what fontTools needs to cut weights out of variable fonts, to leave
glyphs out of a font and to unpack web fonts: half a second, a tenth of a PDF. Our fonts are static
and not packed, and HarfBuzz leaves the glyphs out. So the first is replaced by a stand-in that
loads the real one when it is called, and the others are loaded when they are used.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Any

_RARELY_USED = ("fontTools.subset", "fontTools.ttLib.woff2")
_INSTANCER = "fontTools.varLib.instancer"
_FUNCTION = "instantiateVariableFont"


def import_weasyprint() -> Any:
    """The module, imported the quick way.

    Raises:
        ImportError, OSError: WeasyPrint or a library of the system is missing.
    """
    if "weasyprint" not in sys.modules:
        for name in _RARELY_USED:
            _load_later(name)
        _stand_in()
    try:
        import weasyprint
    finally:
        if isinstance(sys.modules.get(_INSTANCER), _StandIn):
            del sys.modules[_INSTANCER]
    return weasyprint


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


def _stand_in() -> None:
    if _INSTANCER in sys.modules:
        return
    module = _StandIn(_INSTANCER)
    setattr(module, _FUNCTION, _instantiate)
    sys.modules[_INSTANCER] = module


def _instantiate(*arguments: Any, **options: Any) -> Any:
    real = getattr(importlib.import_module(_INSTANCER), _FUNCTION)
    return real(*arguments, **options)
