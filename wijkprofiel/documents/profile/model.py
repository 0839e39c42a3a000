"""The profile of one area: complete, frozen, serialisable. Everything rendered comes from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkprofiel.documents.profile.buurten_page import Buurten
from wijkprofiel.documents.profile.front_page import Front
from wijkprofiel.documents.profile.note import Note
from wijkprofiel.documents.profile.pages import (
    Account,
    KeyFigures,
    ThemeSection,
    Unsaid,
)
from wijkprofiel.documents.profile.story_pages import StoryPages
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.origin import Origin
from wijkprofiel.findings.joined import Joined
from wijkprofiel.findings.portions import Portion
from wijkprofiel.findings.union_about import UnionAbout
from wijkprofiel.words.cells import Column, Judgement

FORMAT = 3
"""Version of the profile's JSON; raised when a key changes meaning or goes."""


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure with everything that is known of it, for the exports.

    Attributes:
        percentile: mid-rank percentile (0-100) among the wijken of the country.
        judgements: one per benchmark; none for older rounds, which are only shown.
        benchmark_figures: the figures of the whole benchmark areas, in the same order.
        scale: `lineair` or `wortel`: whether differences are measured on square roots.
        printed, printed_benchmarks: what stands on the page for the figure and each benchmark, in
            the unit of the figure: of a benchmark the whole, or the rest of it.
        joined: how the figure of a werkgebied was put together; None of one region, and of older
            rounds, which are made with the same weights.
        portions: per benchmark what it rests on in each of several gemeenten; else nothing.
    """

    indicator: str
    name: str
    unit: str
    method: str
    observation: Observation
    percentile: float | None
    benchmark_figures: tuple[Observation, ...]
    judgements: tuple[Judgement, ...]
    scale: str
    printed: float | None
    printed_benchmarks: tuple[float | None, ...]
    joined: Joined | None = None
    portions: tuple[tuple[Portion, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of one area on one edition.

    Attributes:
        origins: the tables behind the figures, by key.
        this_area: what the area is called above its column ("deze wijk").
        notice: something every page's reader must know first (an area without figures), or None.
        stories: every point as a story; None for an area without figures of its own.
        prints_tables: whether the tables of the themes are in print too.
        union: what a werkgebied consists of, and who says so; None of one region.
        composed: the GGD region or province that it is or is compared with, with its gemeenten.
        note: two pages, all that is printed of an area without a picture of its own.
        notes: the notice, for whoever builds; shown on screen after a build.
        warnings: what somebody can mend in the configuration or the edition, likewise.
    """

    format: int
    area: Area
    gemeente: Area | None
    edition: EditionInfo
    imprint: Imprint
    origins: Mapping[str, Origin]
    this_area: str
    columns: tuple[Column, ...]
    front: Front
    notice: str | None
    key_figures: KeyFigures
    stories: StoryPages | None
    themes: tuple[ThemeSection, ...]
    buurten: Buurten | None
    unsaid: Unsaid
    account: Account
    prints_tables: bool
    figures: tuple[FigureRecord, ...]
    union: UnionAbout | None = None
    composed: tuple[ComposedArea, ...] = ()
    note: Note | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
