"""Read a profile file and hold it against the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.crosscheck import Titles, unknown_name
from wijkprofiel.configuration.profiles import ProfileDefinition
from wijkprofiel.configuration.themes import ThemeSet
from wijkprofiel.domain.errors import MOST_TOLD, ConfigurationError, Problem
from wijkprofiel.yaml_files.kinds import misplaced
from wijkprofiel.yaml_files.letters import missing, named, replacement, steering
from wijkprofiel.yaml_files.loader import Data, KeyPath, YamlDocument, load, validate
from wijkprofiel.yaml_files.reading import Placed
from wijkprofiel.yaml_files.text_size import lines

SUFFIXES = (".yaml", ".yml")
PROFILES = "profielen"
_PRINTED = ("titel", "kernboodschap", "bijeenkomst", "makers", "contact")
"""What is printed as it was typed; names of areas are those of the edition."""
_MOST_NAMES = 500
_FIRST_PAGE_LINES = 12
"""Lines of the first page that are the working group's."""
_DETAIL_ROOM, _MESSAGE_ROOM, _TITLE_ROOM = 32.0, 39.0, 15.0
"""Em in a line of each, where a title is set as small as it may be."""
_LINES_OF_TITLE = 2
"""What a line of the title takes of them."""
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
    record, problems = read_alone(document)
    problems.extend(_references(document, catalogue, problems))
    record = record or _without_mistakes(document)
    if record is None:
        raise ConfigurationError(sorted(problems, key=lambda each: each.line or 0))
    placed = Placed(record, document)
    return placed, [*problems, *_too_much_for_first_page(placed)]


def read_alone(document: YamlDocument) -> tuple[ProfileDefinition | None, list[Problem]]:
    """A profile file on its own: what it says, and what is wrong in it without a catalogue.

    Raises:
        ConfigurationError: if it is another kind of file.
    """
    if elsewhere := misplaced(document.file, document.data, PROFILES):
        raise ConfigurationError([elsewhere])
    problems = list(document.problems)
    return validate(ProfileDefinition, document, document.data, (), problems), problems


def unprintable(profile: Placed[ProfileDefinition]) -> list[Problem]:
    """Texts with a character that the PDF cannot show; HTML can."""
    return [
        problem
        for key in _PRINTED
        if key in profile.document.data
        for problem in unprintable_in(profile.document, (key,), profile.document.data[key])
    ]


def unprintable_in(document: YamlDocument, path: KeyPath, data: Data) -> Iterator[Problem]:
    """The same for all texts under a place in a file."""
    if isinstance(data, str):
        if lacking := missing(data):
            message = (
                f"de PDF kan dit niet tonen: {named(lacking)};"
                f" {replacement(lacking)}, of maak alleen HTML met --format html"
            )
            yield document.problem(path, message)
        return
    items = data.items() if isinstance(data, dict) else enumerate(data or ())
    for key, inner in items:
        yield from unprintable_in(document, (*path, key), inner)


def _without_mistakes(document: YamlDocument) -> ProfileDefinition | None:
    """What is left without what holds mistakes, so that the rest is looked at as well."""
    try:
        return ProfileDefinition.model_validate(document.data)
    except ValidationError as error:
        places = [each["loc"] for each in error.errors(include_url=False, include_context=False)]
    rest = _without(document.data, places)
    return validate(ProfileDefinition, document, rest, (), [])


def _without(data: dict[str, Data], places: Iterable[tuple[str | int, ...]]) -> dict[str, Data]:
    """Data without the innermost keys of some places; a list with a mistake goes as a whole."""
    inside: dict[str, list[tuple[str | int, ...]]] = {}
    for first, *rest in places:
        inside.setdefault(str(first), []).append(tuple(rest))
    kept = {key: value for key, value in data.items() if key not in inside}
    for key, deeper in inside.items():
        inner = data.get(key)
        if isinstance(inner, dict) and all(deeper):
            kept[key] = _without(inner, deeper)
    return kept


def _too_much_for_first_page(profile: Placed[ProfileDefinition]) -> Iterator[Problem]:
    """Texts that do not fit on the first page together, where each on its own would."""
    record = profile.record
    taken = {key: lines(text, _DETAIL_ROOM) for key, text in record.small_print().items()}
    taken["titel"] = _LINES_OF_TITLE * lines(record.titel or "", _TITLE_ROOM)
    if record.kernboodschap:
        taken["kernboodschap"] = lines(record.kernboodschap, _MESSAGE_ROOM)
    if (total := sum(taken.values())) > _FIRST_PAGE_LINES:
        longest = max(taken, key=lambda key: taken[key])
        message = (
            f"titel, kernboodschap, bijeenkomst, makers en contact nemen samen {total} regels in"
            f" op de eerste bladzijde, en er passen er {_FIRST_PAGE_LINES}; kort ze in"
        )
        yield profile.problem((longest,), message)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of one list of a profile file, with their numbers; what is no name is not here."""

    document: YamlDocument
    path: KeyPath
    names: tuple[tuple[int, str], ...]

    @classmethod
    def at(cls, document: YamlDocument, *path: str) -> _Names:
        """The names at a place, as far as it holds any."""
        node: Data = document.data
        for part in path:
            node = node.get(part) if isinstance(node, dict) else None
        items = node[:_MOST_NAMES] if isinstance(node, list) else []
        found = [(n, each.strip()) for n, each in enumerate(items) if isinstance(each, str)]
        return cls(
            document, path, tuple((n, name) for n, name in found if name and not steering(name))
        )

    def __contains__(self, name: str) -> bool:
        return any(name == each for _, each in self.names)

    def problem(self, number: int, message: str) -> Problem:
        """A mistake in one of them."""
        return self.document.problem((*self.path, number), message)

    def unknown(self, known: Titles, message: Callable[[str, Titles], str]) -> Iterator[Problem]:
        """The names that do not exist; the first are told with what may have been meant."""
        strange = [(number, name) for number, name in self.names if name not in known]
        for place, (number, name) in enumerate(strange):
            near: Titles = known if place < MOST_TOLD else {}
            yield self.problem(number, message(name, near))


def _references(
    document: YamlDocument, catalogue: Catalogue, told: Iterable[Problem]
) -> Iterator[Problem]:
    """Names of voices, themes and indicators that do not exist; what is no name at all was told."""
    voice = document.data.get("stem")
    if isinstance(voice, str) and voice.strip() and not _was_told(told, "stem"):
        voices = {name: (name,) for name in catalogue.voices}
        if voice.strip() not in voices:
            yield document.problem(("stem",), _listed("stem", voice.strip(), voices))
    sets = {key: (each.naam,) for key, each in catalogue.theme_sets.items()}
    chosen = document.data.get("themas")
    theme_set: ThemeSet | None = catalogue.default_theme_set
    if isinstance(chosen, str) and chosen.strip() and not _was_told(told, "themas"):
        theme_set = catalogue.theme_sets.get(chosen.strip())
        if theme_set is None:
            yield document.problem(("themas",), unknown_name("indeling", chosen.strip(), sets))
    only = _Names.at(document, "alleen_themas")
    if theme_set is not None:
        yield from only.unknown({t.sleutel: (t.naam,) for t in theme_set.themas}, _no_theme)
    everywhere = {**catalogue.indicators, **catalogue.elsewhere}
    known = {key: (i.naam, i.korte_naam) for key, i in everywhere.items()}
    left_out = _Names.at(document, "weglaten")
    yield from left_out.unknown(known, partial(_no_figure, "indicator"))
    yield from _impossible_points(document, catalogue, known)
    if theme_set is not None:
        yield from _points_not_shown(document, catalogue, theme_set.id)


def _was_told(told: Iterable[Problem], key: str) -> bool:
    return any(problem.key == key for problem in told)


def _impossible_points(
    document: YamlDocument, catalogue: Catalogue, indicators: Titles
) -> Iterator[Problem]:
    """Talking points that can never be one."""
    possible = {name for story in catalogue.stories.values() for name in story.candidates}
    for key in ("vast", "weg"):
        names = _Names.at(document, "punten", key)
        points = {
            name: title for name, title in indicators.items() if name in possible or name in names
        }
        yield from names.unknown(points, partial(_no_figure, "punt"))
        for number, name in names.names:
            if name in indicators and name not in possible:
                message = f"{name} wordt nooit een punt; kies een ander cijfer"
                yield names.problem(number, message)


def _points_not_shown(
    document: YamlDocument, catalogue: Catalogue, theme_set: str
) -> Iterator[Problem]:
    """Pinned talking points about figures that the same file leaves out."""
    left_out, only = _Names.at(document, "weglaten"), _Names.at(document, "alleen_themas")
    points = _Names.at(document, "punten", "vast")
    for number, name in points.names:
        definition = catalogue.indicators.get(name)
        if name in left_out:
            yield points.problem(number, f"{name} staat ook bij weglaten")
        elif only.names and definition and theme_set in definition.themas:
            theme = definition.themas[theme_set].thema
            if theme not in only:
                message = f"{name} hoort bij {theme}, en dat staat niet bij alleen_themas"
                yield points.problem(number, message)


def _no_theme(name: str, themes: Titles) -> str:
    return _listed("thema", name, themes)


def _listed(kind: str, name: str, known: Titles) -> str:
    """What is said where there are few enough to name them all."""
    allowed = f" Toegestaan: {', '.join(known)}." if known else ""
    return f"{unknown_name(kind, name, known)}{allowed}"


def _no_figure(kind: str, name: str, known: Titles) -> str:
    near = unknown_name(kind, name, known, most=_NEAREST)
    return f"{near} Alle namen: `wijkprofiel indicators list`."
