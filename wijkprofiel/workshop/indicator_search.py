"""Which indicators somebody is looking for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.crosscheck import unknown_name
from wijkprofiel.configuration.definitions import IndicatorDefinition, Method
from wijkprofiel.configuration.themes import Theme
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.names import search_key
from wijkprofiel.words.formatting import capitalised
from wijkprofiel.yaml_files.messages import hint

_MOST_OFFERED = 3


def search_indicators(
    catalogue: Catalogue, text: str = "", theme: str | None = None, method: Method | None = None
) -> list[tuple[IndicatorDefinition, Theme]]:
    """The indicators in which every word of a text stands, with the theme that shows them.

    Args:
        text: parts of words of the name, the definition, the sentences or the theme; without, all
            fit.
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
        used = {"--theme": theme, "--method": method}
        options = [option for option, value in used.items() if value is not None]
        raise UsageError(
            f"Geen indicator past bij wat u zoekt.{_nearest(catalogue, wanted)}",
            remedy=_remedy(options, searched=bool(wanted)),
        )
    return found


def _nearest(catalogue: Catalogue, wanted: Sequence[str]) -> str:
    """A question with the words nearest to the first that stands nowhere, if there are any."""
    texts = [_searched(definition, theme) for definition, theme in _with_themes(catalogue)]
    strange = (word for word in wanted if not any(word in text for text in texts))
    known = sorted({word for text in texts for word in text.split()})
    return hint(next(strange, ""), known, _MOST_OFFERED)


def _remedy(options: Sequence[str], *, searched: bool) -> str:
    """What can be left out or shortened of what was asked."""
    shorter = ["zoek met een kort deel van een woord"] if searched else []
    without = [f"laat {' of '.join(options)} weg"] if options else []
    return f"{capitalised(', of '.join([*shorter, *without]))}."


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
    said = definition.zin
    sides = (side.kort for side in definition.sides.values())
    texts = (
        *(definition.id, definition.naam, definition.definitie, theme.naam),
        *(text for text in (said.kort, said.onderwerp, said.ook, *sides) if text),
    )
    return " ".join(search_key(word) for text in texts for word in _words(text))


def _words(text: str) -> list[str]:
    return text.replace("_", " ").split()
