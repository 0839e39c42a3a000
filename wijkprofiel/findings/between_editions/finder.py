"""Lays one area of two editions beside each other and finds the cause of every difference."""

from __future__ import annotations

from wijkprofiel.domain.area import Area
from wijkprofiel.findings.between_editions.area_link import link_areas
from wijkprofiel.findings.between_editions.area_look import AreaLook
from wijkprofiel.findings.between_editions.area_side import EditionSide
from wijkprofiel.findings.between_editions.changed_area import EditionChanges, TableState
from wijkprofiel.findings.between_editions.editions_beside import EditionsBeside


def find_causes(both: EditionsBeside, before: Area | None, after: Area | None) -> EditionChanges:
    """What differs between two editions for one area.

    Args:
        before, after: what bears its code, or of a werkgebied its name, in each edition; None where
            an edition has nothing of the kind.

    Raises:
        ValueError: if neither edition has it, or they are two regions with codes of their own.
        RegionError: if an edition does not hold its area.
        RuntimeError: if a figure differs and nothing that we know of can have done that.
    """
    known = both.known
    codes = [area.code for area in (after, before) if area is not None]
    link = link_areas(
        before, after, known.is_renamed, known.successors(codes[0]) if codes else None
    )
    look = AreaLook(both, before, after, link)
    return EditionChanges(
        earlier=both.earlier.edition.info,
        later=both.later.edition.info,
        tables_before=_tables(both.earlier),
        tables_after=_tables(both.later),
        area=link,
        figures=tuple(look.figures()),
        questions=both.questions,
        old_members=look.old_list,
        dropped=both.dropped,
    )


def _tables(side: EditionSide) -> tuple[TableState, ...]:
    return tuple(
        TableState(
            key=record.snapshot,
            table=record.origin.table,
            title=record.origin.title,
            short=record.origin.short,
            modified=record.origin.modified,
            sha256=record.sha256,
        )
        for record in side.manifest.tables
    )
