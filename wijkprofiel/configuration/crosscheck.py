"""Mistakes that only show when files are laid side by side: names that point nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from wijkprofiel.configuration.definitions import IndicatorDefinition, PointUse
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.remarks import RoundRemark
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Story, ThemeSet
from wijkprofiel.domain.errors import Problem
from wijkprofiel.yaml_files.messages import hint, shown
from wijkprofiel.yaml_files.reading import Placed

Indicators = Mapping[str, Placed[IndicatorDefinition]]
ThemeSets = Mapping[str, Placed[ThemeSet]]
Stories = Mapping[str, Placed[Story]]
Titles = Mapping[str, tuple[str, ...]]
"""What people call something, by its id."""
_LONGEST = 100


def check_references(
    indicators: Indicators,
    theme_sets: ThemeSets,
    stories: Stories,
    limits: Placed[JudgementLimits] | None,
    voices: Mapping[str, Placed[Texts]],
) -> Iterator[Problem]:
    """All names that do not exist, or that two files do not agree on."""
    for indicator in indicators.values():
        yield from _check_places(indicator, theme_sets)
        yield from _check_story(indicator, stories)
    for name, story in stories.items():
        yield from _check_order(name, story, indicators)
    yield from _check_default_theme_set(theme_sets)
    if limits is not None:
        for number, name in enumerate(limits.record.punten.zonder_zorgpunt):
            if name not in indicators:
                key = ("punten", "zonder_zorgpunt", number)
                yield limits.problem(key, unknown("indicator", name, indicators))
    for texts in voices.values():
        yield from _check_blocks(texts, indicators)


def check_remarks(
    remarks: Mapping[str, Placed[RoundRemark]], indicators: Indicators
) -> Iterator[Problem]:
    """Remarks about indicators that do not exist."""
    for remark in remarks.values():
        for number, name in enumerate(remark.record.indicatoren):
            if name not in indicators:
                key = ("indicatoren", number)
                yield remark.problem(key, unknown("indicator", name, indicators))


def _check_blocks(texts: Placed[Texts], indicators: Indicators) -> Iterator[Problem]:
    """Indicators that pages show by name."""
    blocks = texts.record.wie_wonen_hier.blokken
    lists: dict[tuple[str, ...], tuple[str, ...]] = {
        ("wie_wonen_hier", "blokken", "getallen"): blocks.getallen,
        ("wie_wonen_hier", "blokken", "leeftijd"): blocks.leeftijd,
        ("wie_wonen_hier", "blokken", "huishoudens"): blocks.huishoudens,
        ("wie_wonen_hier", "blokken", "herkomst"): blocks.herkomst,
        ("buurten", "cijfers"): texts.record.buurten.cijfers,
    }
    for path, names in lists.items():
        for number, name in enumerate(names):
            if name not in indicators:
                yield texts.problem((*path, number), unknown("indicator", name, indicators))


def unknown(kind: str, name: str, known: Iterable[str], most: int = 1) -> str:
    """What is said of a name that does not exist, with the nearest that do."""
    return f"{kind} '{shown(name)}' kennen we niet.{hint(name, known, most)}"


def unknown_name(kind: str, name: str, known: Titles, most: int = 1) -> str:
    """The same, where people may have typed a title in the place of its id."""
    return f"{kind} '{shown(name)}' kennen we niet.{_meant(name, known, most)}"


def _meant(name: str, known: Titles, most: int) -> str:
    """A question that offers the id of what was typed as people call it."""
    ids = {title.casefold(): key for key, titles in known.items() for title in titles}
    typed = " ".join(name[:_LONGEST].split()).casefold()
    exact = ids.get(typed) or next((key for key in known if key == typed.replace(" ", "_")), None)
    if exact is not None:
        return f" Bedoelde u {exact}?"
    if near := hint(name, known, most):
        return near
    close = get_close_matches(typed, ids, n=1)
    return f" Bedoelde u {ids[close[0]]}?" if close else ""


def _check_places(
    indicator: Placed[IndicatorDefinition], theme_sets: ThemeSets
) -> Iterator[Problem]:
    places = indicator.record.themas
    for name in sorted(theme_sets.keys() - places.keys()):
        yield indicator.problem(("themas",), f"de plaats in de indeling '{name}' ontbreekt")
    for name, place in places.items():
        if name not in theme_sets:
            yield indicator.problem(("themas", name), unknown("indeling", name, theme_sets))
            continue
        themes = {theme.sleutel: theme for theme in theme_sets[name].record.themas}
        theme = themes.get(place.thema)
        if theme is None:
            yield indicator.problem(("themas", name), unknown("thema", place.thema, themes))
        elif place.kop is not None and place.kop not in theme.koppen:
            yield indicator.problem(("themas", name), unknown("kop", place.kop, theme.koppen))
        elif place.kop is None and theme.koppen:
            choice = ", ".join(theme.koppen)
            yield indicator.problem(("themas", name), f"kop ontbreekt; kies uit {choice}")


def _check_story(indicator: Placed[IndicatorDefinition], stories: Stories) -> Iterator[Problem]:
    name, may_be_point = indicator.record.verhaal, indicator.record.punt is not PointUse.NO
    if name is None:
        if may_be_point:
            yield indicator.problem(("punt",), "een gesprekspunt heeft een verhaal nodig")
    elif name not in stories:
        yield indicator.problem(("verhaal",), unknown("verhaal", name, stories))
    elif may_be_point and not stories[name].record.punt:
        yield indicator.problem(("punt",), f"uit het verhaal {name} komt nooit een gesprekspunt")
    elif may_be_point and indicator.record.id not in stories[name].record.volgorde:
        message = f"zet {indicator.record.id} in verhalen.yaml onder {name}, bij volgorde"
        yield indicator.problem(("punt",), message)


def _check_order(name: str, story: Placed[Story], indicators: Indicators) -> Iterator[Problem]:
    for number, wanted in enumerate(story.record.volgorde):
        key = ("volgorde", number)
        found = indicators.get(wanted)
        if found is None:
            yield story.problem(key, unknown("indicator", wanted, indicators))
        elif found.record.verhaal != name:
            yield story.problem(key, f"{wanted} hoort bij het verhaal {found.record.verhaal}")
        elif found.record.punt is PointUse.NO:
            yield story.problem(key, f"{wanted} mag geen gesprekspunt zijn (punt: nee)")
    for asked in story.record.vragen_per_cijfer:
        if asked not in story.record.volgorde:
            yield story.problem(("vragen_per_cijfer", asked), f"{asked} staat niet bij volgorde")


def _check_default_theme_set(theme_sets: ThemeSets) -> Iterator[Problem]:
    defaults = [placed for placed in theme_sets.values() if placed.record.standaard]
    if theme_sets and not defaults:
        yield Problem("themas", None, "standaard", "zet bij precies één indeling standaard: ja")
    for placed in defaults[1:]:
        yield placed.problem(("standaard",), "er is al een andere indeling met standaard: ja")
