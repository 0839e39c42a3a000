"""What a profile file asks for: which benchmarks, themes and points, and who made it for whom."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.configuration.profiles import Contact, Meeting, ProfileDefinition
from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.configuration.work_areas import WorkArea
from wijkprofiel.domain.area import Area


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that may differ between two profiles of one area.

    Attributes:
        benchmarks: areas to compare with by key, the first one first; None for the usual ones.
        theme_set: division into themes; None for the default.
        themes: only these themes, and who live here; empty for all.
        left_out: indicators that are not shown.
        pinned, dropped: talking points that the working group added or took away.
        key_message: one sentence by the working group.
        tables: whether the full tables are in print too.
        voice: which texts, by the name that the catalogue has for them.
        work_area: the werkgebied that the profile file itself lays down.
    """

    benchmarks: dict[str, Area] | None = None
    theme_set: str | None = None
    themes: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    pinned: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    title: str | None = None
    key_message: str | None = None
    meeting: Meeting | None = None
    makers: tuple[str, ...] = ()
    contact: Contact | None = None
    tables: bool = False
    voice: str = DEFAULT_VOICE
    work_area: WorkArea | None = None

    @classmethod
    def asked(
        cls,
        record: ProfileDefinition,
        benchmarks: dict[str, Area] | None,
        work_area: WorkArea | None = None,
    ) -> Wishes:
        """What a profile file asks for, once the areas in it have been found."""
        return cls(
            benchmarks=benchmarks,
            theme_set=record.themas,
            themes=record.alleen_themas,
            left_out=frozenset(record.weglaten),
            pinned=record.punten.vast,
            dropped=frozenset(record.punten.weg),
            title=record.titel,
            key_message=record.kernboodschap,
            meeting=record.bijeenkomst,
            makers=record.makers,
            contact=record.contact,
            tables=record.tabellen,
            voice=record.stem or DEFAULT_VOICE,
            work_area=work_area,
        )


USUAL = Wishes()
"""A profile without a file of its own."""
