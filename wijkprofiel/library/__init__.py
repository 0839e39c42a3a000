"""For Python what `cli` is for a terminal: values and errors instead of words and exit codes.

`import wijkprofiel` gives everything that is named here.
"""

from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import (
    AmbiguousRegionError,
    ConfigurationError,
    EditionError,
    InternalError,
    OutputError,
    PartialFailure,
    RegionError,
    RenderError,
    SourceChangedError,
    SourceGoneError,
    SourceUnreachableError,
    StrictFailure,
    UsageError,
    WijkprofielError,
)
from wijkprofiel.findings.similar import AlikeAreas
from wijkprofiel.library.area_comparison import AreaComparison
from wijkprofiel.library.area_profile import AreaProfile
from wijkprofiel.library.edition_booklet import EditionBooklet
from wijkprofiel.library.opened import Wijkprofiel, open
from wijkprofiel.workshop.tasks import Made

__all__ = [
    "AlikeAreas",
    "AmbiguousRegionError",
    "Area",
    "AreaComparison",
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
