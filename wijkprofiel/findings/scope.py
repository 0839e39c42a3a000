"""What a profile shows after what its file asks for: themes, indicators, and tables to cite."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Theme, ThemeSet
from wijkprofiel.domain.origin import Origin
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.wishes import Wishes


class Scope:
    """The themes and indicators of one profile; every part of the document follows these."""

    def __init__(self, catalogue: Catalogue, wishes: Wishes) -> None:
        self._catalogue = catalogue
        self.wishes = wishes

    @property
    def _texts(self) -> Texts:
        return self._catalogue.voice(self.wishes.voice)

    @cached_property
    def _whole_theme_set(self) -> ThemeSet:
        asked = self.wishes.theme_set
        return self._catalogue.theme_sets[asked] if asked else self._catalogue.default_theme_set

    @cached_property
    def theme_set(self) -> ThemeSet:
        """The division into themes, with only the themes that are asked for."""
        wanted, themes = self.wishes.themes, self._whole_theme_set
        kept = tuple(theme for theme in themes.themas if not wanted or theme.sleutel in wanted)
        return themes.model_copy(update={"themas": kept})

    @cached_property
    def definitions(self) -> tuple[IndicatorDefinition, ...]:
        """The indicators that are shown, in the order of the catalogue."""
        return tuple(
            definition
            for definition in self._catalogue.indicators.values()
            if definition.id not in self.wishes.left_out and self._is_asked_for(definition)
        )

    def _is_asked_for(self, definition: IndicatorDefinition) -> bool:
        """Whether it is of a chosen theme; who live here stands in every profile."""
        if not self.wishes.themes:
            return True
        if definition.id in self._texts.wie_wonen_hier.blokken.all():
            return True
        place = definition.themas.get(self._whole_theme_set.id)
        return place is not None and place.thema in self.wishes.themes

    @property
    def part_definitions(self) -> tuple[IndicatorDefinition, ...]:
        """The indicators by which the parts of an area are put beside each other."""
        shown = {definition.id: definition for definition in self.definitions}
        wanted = self._texts.buurten.cijfers
        return tuple(shown[key] for key in wanted if key in shown)

    def origins(self, edition: Edition, map_years: Collection[int]) -> dict[str, Origin]:
        """The tables of an edition without those that serve only what is not shown.

        Args:
            edition: the edition of the profile.
            map_years: years of the outlines that are drawn; their tables are cited too.
        """
        shown = {definition.id for definition in self.definitions}
        serving: dict[str, bool] = {}
        for key, figure in edition.figures.items():
            if figure.origin is not None:
                used = serving.get(figure.origin, False) or key.indicator in shown
                serving[figure.origin] = used
        return {
            key: origin
            for key, origin in edition.origins.items()
            if serving.get(key, True) or origin.division in map_years
        }

    @property
    def left_out(self) -> tuple[IndicatorDefinition, ...]:
        """The indicators that the profile file leaves out by name."""
        return tuple(
            definition
            for definition in self._catalogue.indicators.values()
            if definition.id in self.wishes.left_out
        )

    @property
    def themes_left_out(self) -> tuple[Theme, ...]:
        """The themes that the profile file does not ask for."""
        shown = self.theme_set.themas
        return tuple(each for each in self._whole_theme_set.themas if each not in shown)
