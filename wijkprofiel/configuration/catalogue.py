"""Everything that is laid down about indicators, themes, verhalen and judging, read at once.

This is what a build needs; editions and import recipes are read apart (`editions`), because only
compiling needs them. All mistakes of all files come in one error, so that one round of
editing is enough.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from wijkprofiel.configuration.aliases import Aliases
from wijkprofiel.configuration.crosscheck import check_references, check_remarks
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.remarks import RoundRemark
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Story, ThemeSet
from wijkprofiel.configuration.voices import DEFAULT_VOICE, read_voices
from wijkprofiel.configuration.work_areas import FOLDER as WORK_AREAS
from wijkprofiel.configuration.work_areas import PlacedWorkArea, WorkArea, without_source
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Reader, plain


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All definitions, checked against each other.

    Attributes:
        indicators: by id, in the order of the document (of the default themes).
        theme_sets: by id.
        stories: by id, in the order of their numbers.
        remarks: what holds for one round, by id, in the order of the file.
        voices: the texts of the document, by the name of a voice.
        work_areas: wijken and buurten that are one area together, by name.
        work_area_places: where these stand: only beside an edition it shows what is wrong with one.
        elsewhere: indicators that the tables at hand do not have, and others do.
    """

    indicators: dict[str, IndicatorDefinition]
    theme_sets: dict[str, ThemeSet]
    stories: dict[str, Story]
    limits: JudgementLimits
    aliases: Aliases
    voices: dict[str, Texts]
    remarks: dict[str, RoundRemark] = field(default_factory=dict)
    elsewhere: dict[str, IndicatorDefinition] = field(default_factory=dict)
    work_areas: dict[str, WorkArea] = field(default_factory=dict)
    work_area_places: dict[str, PlacedWorkArea] = field(
        default_factory=dict, compare=False, repr=False
    )

    def of_tables(self, tables: Collection[str]) -> Catalogue:
        """The same for an edition of these tables: without indicators that only others have."""
        known = {key: each for key, each in self.indicators.items() if each.is_of(tables)}
        other = {key: each for key, each in self.indicators.items() if key not in known}
        return replace(self, indicators=known, elsewhere={**self.elsewhere, **other})

    def voice(self, name: str) -> Texts:
        """The texts of one language for one kind of reader.

        Raises:
            UsageError: if there is no such voice.
        """
        if name not in self.voices:
            raise UsageError(
                f"Stem '{name}' is er niet.", remedy=f"Kies uit: {', '.join(self.voices)}."
            )
        return self.voices[name]

    @property
    def texts(self) -> Texts:
        """The texts of the default voice."""
        return self.voices[DEFAULT_VOICE]

    @property
    def default_theme_set(self) -> ThemeSet:
        """The themes that are used unless a profile asks for others."""
        return _default(self.theme_sets.values())


def load_catalogue(search: SearchPath) -> Catalogue:
    """Read and check all definitions.

    Raises:
        ConfigurationError: with every mistake of every file.
    """
    reader = Reader(search)
    theme_sets = reader.folder("themas", ThemeSet)
    indicators = reader.folder_of_records("indicatoren", IndicatorDefinition)
    stories = reader.records("verhalen.yaml", Story)
    limits = reader.file("oordeel.yaml", JudgementLimits)
    aliases = reader.file("aliassen.yaml", Aliases)
    voices = read_voices(reader)
    remarks = reader.records("opmerkingen.yaml", RoundRemark)
    work_areas = reader.folder_of_records(WORK_AREAS, WorkArea)
    reader.compare(check_references(indicators, theme_sets, stories, limits, voices))
    reader.compare(check_remarks(remarks, indicators))
    reader.problems.extend(without_source(work_areas.values()))
    reader.finish()
    assert limits is not None
    assert aliases is not None
    return Catalogue(
        indicators=_document_order(plain(indicators), plain(theme_sets)),
        theme_sets=plain(theme_sets),
        stories=dict(sorted(plain(stories).items(), key=lambda each: each[1].nummer)),
        limits=limits.record,
        aliases=aliases.record,
        voices=plain(voices),
        remarks=plain(remarks),
        work_areas=plain(work_areas),
        work_area_places=work_areas,
    )


def _default(theme_sets: Iterable[ThemeSet]) -> ThemeSet:
    return next(themes for themes in theme_sets if themes.standaard)


def _document_order(
    indicators: Mapping[str, IndicatorDefinition], theme_sets: Mapping[str, ThemeSet]
) -> dict[str, IndicatorDefinition]:
    """By theme and sub-heading of the default themes; within those as they stand in the files."""
    themes = _default(theme_sets.values())
    rank = {
        (theme.sleutel, heading): (number, place)
        for number, theme in enumerate(themes.themas)
        for place, heading in enumerate([None, *theme.koppen])
    }

    def position(indicator: IndicatorDefinition) -> tuple[int, int]:
        placed = indicator.themas[themes.id]
        return rank[placed.thema, placed.kop]

    return {each.id: each for each in sorted(indicators.values(), key=position)}
