"""Which indicators somebody is looking for."""

from __future__ import annotations

from collections.abc import Iterator

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.crosscheck import unknown_name
from wijkprofiel.configuration.definitions import IndicatorDefinition, Method
from wijkprofiel.configuration.themes import Theme
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.names import search_key


def search_indicators(
    catalogue: Catalogue, text: str = "", theme: str | None = None, method: Method | None = None
) -> list[tuple[IndicatorDefinition, Theme]]:
    """The indicators in which every word of a text stands, with the theme that shows them.

    Args:
        text: parts of words of the name, the definition or the theme; without, all fit.
        theme: the key or the title of the only theme that is wanted.
        method: the only way of making figures that is wanted.

    Raises:
        UsageError: if there is no such theme, or nothing fits.
    """
    only = _theme_named(catalogue, theme) if theme is not None else None
    wanted = [search_key(word) for word in _words(text)]
    found = [
        (definition, shown_in)
        for definition, shown_in in _with_themes(catalogue)
        if only in (None, shown_in)
        and method in (None, definition.methode)
        and all(word in _searched(definition, shown_in) for word in wanted)
    ]
    if not found:
        raise UsageError(
            "Geen indicator past bij wat u zoekt.",
            remedy="Zoek met een kort deel van een woord, of laat --theme of --method weg.",
        )
    return found


def _with_themes(catalogue: Catalogue) -> Iterator[tuple[IndicatorDefinition, Theme]]:
    themes = catalogue.default_theme_set
    by_key = {theme.sleutel: theme for theme in themes.themas}
    for definition in catalogue.indicators.values():
        yield definition, by_key[definition.themas[themes.id].thema]


def _theme_named(catalogue: Catalogue, name: str) -> Theme:
    themes = catalogue.default_theme_set.themas
    for theme in themes:
        if search_key(name) in (search_key(theme.sleutel), search_key(theme.naam)):
            return theme
    known = {theme.sleutel: (theme.naam,) for theme in themes}
    raise UsageError(unknown_name("Thema", name, known), remedy=f"Kies uit: {', '.join(known)}.")


def _searched(definition: IndicatorDefinition, theme: Theme) -> str:
    """Everything that is looked in, word by word without case and accents."""
    texts = (definition.id, definition.naam, definition.definitie, theme.naam)
    return " ".join(search_key(word) for text in texts for word in _words(text))


def _words(text: str) -> list[str]:
    return text.replace("_", " ").split()
