"""The search for areas of one edition with the names that a configuration adds."""

from __future__ import annotations

from wijkprofiel.areas.elsewhere import Elsewhere
from wijkprofiel.areas.search import AreaSearch
from wijkprofiel.areas.work_areas import WorkAreas
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.edition.reader import Edition


def area_search(
    edition: Edition, catalogue: Catalogue, elsewhere: Elsewhere | None = None
) -> AreaSearch:
    """Finds regions by name, code or alias, and werkgebieden by name.

    Args:
        elsewhere: what is known beside this edition, for who asks for what it does not have.
    """
    plain = AreaSearch(edition, catalogue.aliases, elsewhere=elsewhere)
    own = WorkAreas(
        edition,
        catalogue.work_area_places,
        catalogue.aliases,
        catalogue.limits.werkgebieden,
        plain.gemeente,
    )
    return AreaSearch(edition, catalogue.aliases, own, elsewhere)
