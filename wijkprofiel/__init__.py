"""Make a wijkgezondheidsprofiel: a Dutch neighbourhood health profile from open data.

    with wijkprofiel.open() as editie:
        editie.build("overvecht")

What can be used stands in `__all__` and is described in docs/python.md. Importing this package
loads none of it: the command line would wait for it.
"""

from __future__ import annotations

# As type checkers know it; the module `typing` itself takes ten times as long as all of this.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from wijkprofiel.library import (
        AmbiguousRegionError,
        Area,
        AreaProfile,
        ConfigurationError,
        EditionBooklet,
        EditionError,
        InternalError,
        Made,
        OutputError,
        PartialFailure,
        RegionError,
        RenderError,
        SourceChangedError,
        SourceGoneError,
        SourceUnreachableError,
        StrictFailure,
        UsageError,
        Wijkprofiel,
        WijkprofielError,
        open,
    )

__version__ = "0.1.0"

__all__ = [
    "AmbiguousRegionError",
    "Area",
    "AreaProfile",
    "ConfigurationError",
    "EditionBooklet",
    "EditionError",
    "InternalError",
    "Made",
    "OutputError",
    "PartialFailure",
    "RegionError",
    "RenderError",
    "SourceChangedError",
    "SourceGoneError",
    "SourceUnreachableError",
    "StrictFailure",
    "UsageError",
    "Wijkprofiel",
    "WijkprofielError",
    "open",
]


if not TYPE_CHECKING:  # with it, a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module 'wijkprofiel' has no attribute {name!r}")
        import wijkprofiel.library as library

        globals()[name] = value = getattr(library, name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
