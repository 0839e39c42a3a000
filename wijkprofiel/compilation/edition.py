"""Compile an edition: snapshots in, one file and its manifest out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from wijkprofiel.archive.snapshots import SnapshotInfo
from wijkprofiel.compilation.areas import rows_of
from wijkprofiel.compilation.calibration import calibrate
from wijkprofiel.compilation.counts import Counted, boundary_changed, coverage, left_out, per_level
from wijkprofiel.compilation.explained import health_of_adults, residents_of
from wijkprofiel.compilation.figure_column import FigureColumn
from wijkprofiel.compilation.figures import columns_of
from wijkprofiel.compilation.identity import Join
from wijkprofiel.compilation.inputs import inputs_of
from wijkprofiel.compilation.putting_together import Composer, Composing
from wijkprofiel.compilation.recipes import recipes_of
from wijkprofiel.compilation.regions import as_regions, lengthen
from wijkprofiel.compilation.spreads import spread_of
from wijkprofiel.compilation.tables import JoinedTable
from wijkprofiel.compilation.tables_of_edition import (
    TableReader,
    TablesOfEdition,
    Terms,
)
from wijkprofiel.compilation.verification import check_edition, listed
from wijkprofiel.compilation.wijken import held_against_wijken
from wijkprofiel.configuration.characteristics import ResidentsDefinition
from wijkprofiel.configuration.choice_rule import ChoiceRule
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition
from wijkprofiel.configuration.fingerprint import judged_by
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.themes import Story
from wijkprofiel.disk.files import sha256_of
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.domain.errors import SourceChangedError, StrictFailure
from wijkprofiel.domain.figures import Figure, Spread
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.manifest import (
    MOST_KEPT,
    Manifest,
    TableRecord,
    manifest_path,
    replacing_edition,
)
from wijkprofiel.edition.writer import EditionContent, write_edition
from wijkprofiel.sources.tables import SourceTable

# Whose number decides whether a wijk counts in the spread of an age group, and whose weighs it
# there; for 18-64 there are no verdicts and so no spreads.
_COUNTING = {AgeGroup.ALL: "inhabitants", AgeGroup.ADULTS: "adults", AgeGroup.ELDERLY: "elderly"}
_WEIGHING = {AgeGroup.ALL: "adults", AgeGroup.ADULTS: "adults", AgeGroup.ELDERLY: "elderly"}


@dataclass(frozen=True)
class Compiled:
    """An edition in memory.

    Attributes:
        manifest: its manifest, which still lacks what only the file can tell.
    """

    content: EditionContent
    manifest: partial[Manifest]


def compile_edition(
    definition: EditionDefinition,
    indicators: Sequence[IndicatorDefinition],
    limits: JudgementLimits,
    snapshots: Path,
    target: Path,
    *,
    terms: Terms | None = None,
    residents: ResidentsDefinition | None = None,
    stories: Iterable[Story] | None = None,
) -> Manifest:
    """Compile an edition and write it to `<target>/<id>.sqlite`, with its manifest beside it.

    The same snapshots and configuration give the same bytes.

    Args:
        snapshots: folder with the snapshots that the definition names.
        target: folder to write in.
        terms: on which terms it is made; None is those that we ship, without composed areas.
        residents: what health figures are laid beside; None leaves that out.
        stories: which figures may stand out; None leaves the calibration of that out.

    Raises:
        StrictFailure: if it is strict and there is something to tell.
        SourceChangedError: if a snapshot does not hold what the configuration expects.
        EditionError: if the result is not in order; the edition that was there stays.
        OutputError: if the edition cannot be written.
    """
    stories = None if stories is None else list(stories)
    given = (definition, indicators, limits, snapshots)
    made_of = inputs_of(*given, terms=terms, residents=residents, stories=stories)
    compiled = compile_content(*given, terms=terms, residents=residents, stories=stories)
    path = target / f"{definition.id}.sqlite"
    _keep_snapshots(definition, snapshots, path)
    with replacing_edition(path) as (temporary, keep_manifest):
        info = write_edition(temporary, compiled.content)
        manifest = compiled.manifest(
            info=info,
            size=temporary.stat().st_size,
            sha256=sha256_of(temporary),
            made_of=made_of,
        )
        checked = check_edition(temporary, manifest, {each.id: each for each in indicators})
        if (lines := checked.impossible()) is not None:
            raise SourceChangedError(
                f"De cijfers van de bron kunnen niet kloppen:\n{lines}",
                remedy="Er is geen editie gemaakt; wat er was, staat er nog. Vergelijk deze cijfers"
                " met de tabel bij de bron; staat het daar ook zo, meld het daar en wacht op een"
                " verbeterde levering.",
            )
        told = (*manifest.warnings, *checked.warnings)
        manifest = replace(manifest, warnings=told[:MOST_KEPT])
        if terms is not None and terms.strict:
            _refuse_odd(manifest)
        keep_manifest(manifest)
    return manifest


def _refuse_odd(manifest: Manifest) -> None:
    odd = [*manifest.warnings, *map(str, manifest.improbable)]
    if (lines := listed(odd)) is not None:
        raise StrictFailure(
            f"Er zijn waarschuwingen ({len(odd)}), en --strict staat aan. Er is geen editie"
            f" gemaakt:\n{lines}",
            remedy="Verhelp wat de waarschuwingen noemen, of laat --strict weg.",
        )


def _keep_snapshots(definition: EditionDefinition, snapshots: Path, edition: Path) -> None:
    """A manifest may have the name of a snapshot's sidecar, where both lie in one folder."""
    outputs = Outputs()
    for table in definition.tabellen:
        outputs.reads(snapshots / f"{table.momentopname}.json", "een momentopname")
    outputs.claim(manifest_path(edition), "manifest")


def compile_content(
    definition: EditionDefinition,
    indicators: Sequence[IndicatorDefinition],
    limits: JudgementLimits,
    snapshots: Path,
    *,
    terms: Terms | None = None,
    residents: ResidentsDefinition | None = None,
    stories: Iterable[Story] | None = None,
) -> Compiled:
    """Clean, join, check and compute everything that an edition holds.

    Raises:
        SourceChangedError: if a snapshot does not hold what the configuration expects.
    """
    terms = terms or Terms()
    read = TableReader(definition, snapshots, terms).read()
    tables, regions = read.joined, read.regions
    indicators = [each for each in indicators if each.is_of([table.id for table in tables])]
    only = _only_gemeente(definition, [table.source for table in tables])
    columns = _columns(definition, indicators, read, limits.mensen.noemer_van_aandeel)
    goes_together = partial(
        residents_of,
        core=next(table for table in tables if table.id == definition.kerntabel),
        regions=regions,
        figures=health_of_adults(columns, indicators),
        limits=limits.mensen,
    )
    named = as_regions(regions, _shown_names(regions, tables), definition.indeling)
    composing = Composing.of({} if only else terms.compositions, named, definition.indeling)
    composer = Composer(composing.areas, regions, columns, indicators, limits)
    return Compiled(
        content=EditionContent(
            id=definition.id,
            title=definition.titel,
            as_of=_as_of(definition, read.infos.values()),
            division=definition.indeling,
            origins={table.id: table.source.origin for table in tables},
            fingerprints={each.id: each.bron.fingerprint() for each in indicators},
            figures=[(column.figure, None) for column in columns]
            if only
            else _with_spreads(columns, indicators, regions, limits.mensen.spreiding_vanaf),
            regions=named,
            areas=rows_of(regions, columns, tables, read.outlines, composer),
            calibration=None
            if only or stories is None
            else calibrate(columns, regions, ChoiceRule.of(limits, stories, indicators)),
            residents={} if only or residents is None else goes_together(residents),
            composed=composing.areas,
        ),
        manifest=partial(
            _manifest,
            read,
            coverage(indicators, columns, regions),
            only,
            composing,
            recipes=recipes_of(indicators, columns, tables),
            judged_by=judged_by(limits),
        ),
    )


def _manifest(
    read: TablesOfEdition,
    covered: Counted,
    only: str | None,
    composing: Composing,
    **of_the_file: Any,
) -> Manifest:
    tables, regions = read.joined, read.regions
    cells = sorted({cell for table in tables for cell in table.sieve.cells})
    reason, drawn = read.map_problem, read.outlines
    lacks = () if drawn is None else tuple(f"kaart: {each}" for each in drawn.lacks)
    return Manifest(
        tables=tuple(_record(read.infos[table.id], table) for table in tables),
        regions=per_level(regions, np.ones(len(regions), dtype=np.bool_)),
        coverage=covered,
        left_out=left_out(tables, regions),
        boundary_changed=boundary_changed(tables, regions),
        only=only,
        without_map=read.without_map,
        improbable=tuple(cells[:MOST_KEPT]),
        improbable_count=len(cells),
        map_notes=() if drawn is None else drawn.notes[:MOST_KEPT],
        warnings=(
            *(lacks if reason is None else (f"Deze editie heeft geen kaart: {reason}",)),
            *composing.told,
        ),
        composed=dict(Counter(str(each.area.kind) for each in composing.areas)),
        **of_the_file,
    )


def _as_of(definition: EditionDefinition, infos: Iterable[SnapshotInfo]) -> str:
    """The date of the edition: its own, or the day on which its newest table was fetched."""
    if definition.stand is not None:
        return definition.stand.isoformat()
    fetched = [info.retrieved_at for info in infos if info.retrieved_at]
    if not fetched:
        raise SourceChangedError(
            f"Editie {definition.id} heeft geen datum: geen van haar tabellen is opgehaald.",
            remedy=f"Voeg `stand` toe in configs/edities/{definition.id}.yaml, of haal de tabellen"
            " op met `wijkprofiel data pull`.",
        )
    return max(fetched)[:10]


def _only_gemeente(definition: EditionDefinition, sources: Sequence[SourceTable]) -> str | None:
    """The only gemeente that was fetched; None for a whole country.

    A spread over the wijken of one gemeente is no spread of the country: then there is none.
    """
    fetched = {source.gemeente for source in sources}
    if len(fetched) > 1:
        raise SourceChangedError(
            f"De tabellen van editie {definition.id} zijn niet van hetzelfde gebied opgehaald.",
            remedy="Haal ze samen op met `wijkprofiel data pull`.",
        )
    return fetched.pop() if fetched else None


def _record(info: SnapshotInfo, table: JoinedTable) -> TableRecord:
    return TableRecord(
        snapshot=info.id,
        origin=info.origin,
        url=info.url,
        retrieved_at=info.retrieved_at,
        sha256=info.sha256,
        rows=info.rows,
        first_year=min(table.periods),
        last_year=max(table.periods),
    )


def _columns(
    definition: EditionDefinition,
    indicators: Sequence[IndicatorDefinition],
    read: TablesOfEdition,
    smallest_denominator: float,
) -> list[FigureColumn]:
    """All figures in the order of their slots: what a profile shows first, then the older years."""
    by_name = {table.id: table for table in read.joined}
    columns = []
    for indicator in indicators:
        order = definition.volgorde.get(indicator.bron.groep)
        optional = indicator.id in definition.mag_ontbreken
        if order is None and optional:
            continue
        if order is None:
            raise SourceChangedError(
                f"Indicator {indicator.id}: groep {indicator.bron.groep} heeft geen volgorde in"
                f" editie {definition.id}.",
                remedy="Voeg de groep toe onder `volgorde` in"
                f" configs/edities/{definition.id}.yaml.",
            )
        columns.extend(
            columns_of(
                indicator,
                [by_name[name] for name in order],
                smallest_denominator,
                optional=optional,
            )
        )
    ordered = sorted(columns, key=_slot_order)
    return held_against_wijken(ordered, indicators, read.regions)


def _slot_order(column: FigureColumn) -> tuple[bool, int, int]:
    figure = column.figure
    age = list(AgeGroup).index(figure.key.age)
    return (False, age, 0) if figure.newest else (True, -figure.key.period, age)


def _with_spreads(
    columns: Sequence[FigureColumn],
    indicators: Sequence[IndicatorDefinition],
    regions: pd.DataFrame,
    smallest: float,
) -> list[tuple[Figure, Spread | None]]:
    """Each figure with its spread over the wijken that have enough people of its age."""
    decimals = {indicator.id: indicator.decimalen + 1 for indicator in indicators}
    wijken = (regions["level"] == RegionLevel.WIJK).to_numpy()
    counting = {
        age: wijken & (regions[people].to_numpy(dtype=float) >= smallest)
        for age, people in _COUNTING.items()
    }
    weights = {
        age: regions[people].to_numpy(dtype=float)[counting[age]]
        for age, people in _WEIGHING.items()
    }

    def spread(column: FigureColumn) -> Spread | None:
        key = column.figure.key
        if key.age not in counting:
            return None
        figures = column.for_spread[counting[key.age]]
        return spread_of(figures, weights[key.age], decimals[key.indicator])

    return [(column.figure, spread(column)) for column in columns]


def _shown_names(regions: pd.DataFrame, tables: Sequence[JoinedTable]) -> pd.Series[str]:
    same = [
        table.areas["name"][table.areas.index.isin(regions.index[table.join == Join.JOINED])]
        for table in tables
        if table.identity is not None
    ]
    return lengthen(regions["name"], same)
