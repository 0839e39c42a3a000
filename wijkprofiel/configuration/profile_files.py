"""Read a profile file and hold it against the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.crosscheck import unknown
from wijkprofiel.configuration.profiles import ProfileDefinition
from wijkprofiel.domain.errors import ConfigurationError, Problem
from wijkprofiel.yaml_files.loader import Data, Document, KeyPath, load, validate
from wijkprofiel.yaml_files.reading import Placed

SUFFIXES = (".yaml", ".yml")
_NEAREST = 3
"""How many names are offered where there are too many to list."""


def is_profile_file(text: str) -> bool:
    """Whether an argument names a profile file: only its ending counts."""
    return text.lower().endswith(SUFFIXES)


def read_profile(
    path: Path, catalogue: Catalogue
) -> tuple[Placed[ProfileDefinition], list[Problem]]:
    """Read one profile file, with the names in it that the catalogue does not know.

    The names come apart, so that they can be told together with areas that are not found.

    Raises:
        ConfigurationError: with every mistake, if it is no profile file.
    """
    document = load(path)
    problems: list[Problem] = []
    record = validate(ProfileDefinition, document, document.data, (), problems)
    record = record or _without_mistakes(document, problems)
    if record is None:
        raise ConfigurationError(problems)
    placed = Placed(record, document)
    return placed, [*problems, *_references(placed, catalogue)]


def _without_mistakes(document: Document, problems: list[Problem]) -> ProfileDefinition | None:
    """What is left without the keys that hold mistakes, so that the rest is looked at as well."""
    wrong = {problem.key.split(".")[0] for problem in problems}
    rest: Data = {key: value for key, value in document.data.items() if key not in wrong}
    return validate(ProfileDefinition, document, rest, (), [])


def _references(profile: Placed[ProfileDefinition], catalogue: Catalogue) -> Iterator[Problem]:
    """Names of voices, themes and indicators that do not exist."""
    record = profile.record
    if record.stem is not None and record.stem not in catalogue.voices:
        yield profile.problem(("stem",), _listed("stem", record.stem, list(catalogue.voices)))
    if record.themas is not None and record.themas not in catalogue.theme_sets:
        message = unknown("indeling", record.themas, catalogue.theme_sets)
        yield profile.problem(("themas",), message)
        return
    theme_set = (
        catalogue.theme_sets[record.themas] if record.themas else catalogue.default_theme_set
    )
    themes = [theme.sleutel for theme in theme_set.themas]
    no_theme = partial(_listed, "thema")
    yield from _unknown(profile, ("alleen_themas",), record.alleen_themas, themes, no_theme)
    no_indicator = partial(_no_figure, "indicator")
    known = list(catalogue.indicators)
    yield from _unknown(profile, ("weglaten",), record.weglaten, known, no_indicator)
    yield from _impossible_points(profile, catalogue)
    yield from _points_not_shown(profile, catalogue, theme_set.id)


def _impossible_points(
    profile: Placed[ProfileDefinition], catalogue: Catalogue
) -> Iterator[Problem]:
    """Talking points that can never be one."""
    possible = [name for story in catalogue.stories.values() for name in story.volgorde]
    points, no_point = profile.record.punten, partial(_no_figure, "gesprekspunt")
    for key, names in (("vast", points.vast), ("weg", points.weg)):
        path = ("punten", key)
        known = [*possible, *(name for name in names if name in catalogue.indicators)]
        yield from _unknown(profile, path, names, known, no_point)
        for number, name in enumerate(names):
            if name in catalogue.indicators and name not in possible:
                message = f"{name} wordt nooit een gesprekspunt; kies een ander cijfer"
                yield profile.problem((*path, number), message)


def _points_not_shown(
    profile: Placed[ProfileDefinition], catalogue: Catalogue, theme_set: str
) -> Iterator[Problem]:
    """Pinned talking points about figures that the same file leaves out."""
    record = profile.record
    for number, name in enumerate(record.punten.vast):
        key = ("punten", "vast", number)
        definition = catalogue.indicators.get(name)
        if name in record.weglaten:
            yield profile.problem(key, f"{name} staat ook bij weglaten")
        elif record.alleen_themas and definition and theme_set in definition.themas:
            theme = definition.themas[theme_set].thema
            if theme not in record.alleen_themas:
                message = f"{name} hoort bij {theme}, en dat staat niet bij alleen_themas"
                yield profile.problem(key, message)


def _unknown(
    profile: Placed[ProfileDefinition],
    path: KeyPath,
    names: Iterable[str],
    known: list[str],
    message: Callable[[str, list[str]], str],
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name not in known:
            yield profile.problem((*path, number), message(name, known))


def _listed(kind: str, name: str, known: list[str]) -> str:
    """What is said where there are few enough to name them all."""
    return f"{unknown(kind, name, known)} Toegestaan: {', '.join(known)}."


def _no_figure(kind: str, name: str, known: list[str]) -> str:
    near = unknown(kind, name, known, most=_NEAREST)
    return f"{near} Alle namen: `wijkprofiel indicators list`."
