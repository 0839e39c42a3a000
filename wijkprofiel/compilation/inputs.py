"""What an edition was made of, as one number: the same inputs give the same edition."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from wijkprofiel import __version__
from wijkprofiel.archive.snapshots import sidecar_hash
from wijkprofiel.compilation.tables_of_edition import Terms
from wijkprofiel.configuration.characteristics import ResidentsDefinition
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.themes import Story


def inputs_of(
    definition: EditionDefinition,
    indicators: Sequence[IndicatorDefinition],
    limits: JudgementLimits,
    snapshots: Path,
    *,
    terms: Terms | None = None,
    residents: ResidentsDefinition | None = None,
    stories: Iterable[Story] | None = None,
) -> str | None:
    """The sha256 of everything that decides what an edition holds; None if a snapshot is not there.

    Words count along: who changes one compiles once more than was needed, and never once too few.
    """
    tables = {t.momentopname: sidecar_hash(snapshots, t.momentopname) for t in definition.tabellen}
    if any(found is None for name, found in tables.items() if name != definition.only_map):
        return None
    terms = terms or Terms()
    records = [
        definition,
        *indicators,
        limits,
        *([residents] if residents else []),
        *(stories or ()),
        terms.renames,
        *(placed.record for placed in terms.compositions.values()),
    ]
    inputs = {
        "version": __version__,
        "tables": tables,
        "names": {name: dict(own) for name, own in terms.names.items() if name in tables},
        "most_improbable": terms.most_improbable,
        "records": [record.model_dump(mode="json") for record in records],
    }
    return sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()
