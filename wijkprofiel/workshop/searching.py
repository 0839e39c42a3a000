"""The search for areas of one edition with the names that a configuration adds."""

from __future__ import annotations

from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.areas.work_areas import WorkAreas
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.edition.reader import Edition


def area_search(edition: Edition, catalogue: Catalogue) -> AreaSearch:
    """Finds regions by name, code or alias, and werkgebieden by name."""
    plain = AreaSearch(edition, catalogue.aliases)
    own = WorkAreas(
        edition,
        catalogue.work_area_places,
        catalogue.aliases,
        catalogue.limits.werkgebieden,
        plain.gemeente,
    )
    return AreaSearch(edition, catalogue.aliases, own)
