"""The booklet of the edition beside the documents of areas: made once, and referred to by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.render.formats import OutputFormat, formats_of
from wijkprofiel.workshop.tasks import Made, Task


def booklet_formats(asked: Sequence[OutputFormat]) -> list[OutputFormat]:
    """Those of the formats of a run that the booklet can be had in.

    Raises:
        UsageError: if there is none.
    """
    known = formats_of(BOOKLET)
    if fitting := [kind for kind in asked if kind in known]:
        return fitting
    raise UsageError(
        f"Het boekje is er niet als {', '.join(asked)}.",
        remedy=f"Vraag ook om een van {', '.join(known)}, of laat het boekje weg.",
    )


def beside_booklet(tasks: Sequence[Task], made: Made) -> list[Task]:
    """The same tasks, with documents that refer to the booklet: only if all of it was made."""
    return [replace(task, booklet=made.error is None) for task in tasks]
