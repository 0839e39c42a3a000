"""What a profile shows after what its file asks for: themes, indicators, and tables to cite."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.texts import AccountTexts
from wijkprofiel.configuration.themes import ThemeSet
from wijkprofiel.domain.origin import Origin
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.words.formatting import enumeration


class Choice:
    """The themes and indicators of one profile; every part of the document follows these."""

    def __init__(self, catalogue: Catalogue, wishes: Wishes) -> None:
        self._catalogue = catalogue
        self._wishes = wishes

    @cached_property
    def _whole_theme_set(self) -> ThemeSet:
        asked = self._wishes.theme_set
        return self._catalogue.theme_sets[asked] if asked else self._catalogue.default_theme_set

    @cached_property
    def theme_set(self) -> ThemeSet:
        """The division into themes, with only the themes that are asked for."""
        wanted, themes = self._wishes.themes, self._whole_theme_set
        kept = tuple(theme for theme in themes.themas if not wanted or theme.sleutel in wanted)
        return themes.model_copy(update={"themas": kept})

    @cached_property
    def definitions(self) -> tuple[IndicatorDefinition, ...]:
        """The indicators that are shown, in the order of the catalogue."""
        return tuple(
            definition
            for definition in self._catalogue.indicators.values()
            if definition.id not in self._wishes.left_out and self._is_asked_for(definition)
        )

    def _is_asked_for(self, definition: IndicatorDefinition) -> bool:
        """Whether it is of a chosen theme; who live here stands in every profile."""
        if not self._wishes.themes:
            return True
        if definition.id in self._catalogue.texts.wie_wonen_hier.blokken.all():
            return True
        place = definition.themas.get(self._whole_theme_set.id)
        return place is not None and place.thema in self._wishes.themes

    def origins(self, edition: Edition, map_year: int | None) -> dict[str, Origin]:
        """The tables of an edition without those that serve only what is not shown.

        Args:
            edition: the edition of the profile.
            map_year: year of the outlines on the cover; their table is cited too.
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
            if serving.get(key, True) or origin.division == map_year
        }

    def left_out(self) -> Iterator[str]:
        """What the profile file leaves out, in sentences."""
        if self._wishes.left_out:
            names = [
                definition.naam
                for definition in self._catalogue.indicators.values()
                if definition.id in self._wishes.left_out
            ]
            yield self._texts.gekozen_cijfers.format(namen=enumeration(names))
        shown = self.theme_set.themas
        if names := [each.naam for each in self._whole_theme_set.themas if each not in shown]:
            yield self._texts.gekozen_themas.format(namen=enumeration(names))

    @property
    def _texts(self) -> AccountTexts:
        return self._catalogue.texts.verantwoording
