"""What a benchmark is to the area that is compared with it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a benchmark is to an area. Meaning hangs on this, never on a place in a list.

    NEAR and COUNTRY decide what stands out, whether or not the page shows them; the others are
    only shown.
    """

    NEAR = "nabij"
    """The gemeente that the area lies in, or the rest of it."""
    WHOLE = "geheel"
    """The area that a part lies in, where parts are put beside each other."""
    COUNTRY = "land"
    REGION = "ggd_regio"
    """The GGD region that the area lies in."""
    PROVINCE = "provincie"
    """The province that it lies in."""
    OTHER = "ander"
    """Any other area that was chosen, or the wijk that a buurt lies in."""
