"""Mistakes that only show when files are laid side by side: names that point nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from wijkprofiel.configuration.definitions import IndicatorDefinition, Kind, TrendRounds
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
_WORDS_OF: dict[tuple[str | int, ...], tuple[str, ...]] = {
    ("opening", "wat_mensen_doen"): ("er", "rond"),
    ("opening", "nabijheid"): ("dichtbij",),
    ("opening", "ook_hier"): ("ook",),
}
"""The words that an indicator needs to stand in a list of the limits."""
_SIDES = {1: "kracht", -1: "zorg"}
_ORDERS = {1: "volgorde_krachten", -1: "volgorde_zorgen"}


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
        yield from _check_together(indicator, indicators)
    for name, story in stories.items():
        yield from _check_order(name, story, indicators)
    yield from _check_default_theme_set(theme_sets)
    if limits is not None:
        yield from _check_limits(limits, indicators)
    for texts in voices.values():
        yield from _check_blocks(texts, indicators)


def _check_together(
    indicator: Placed[IndicatorDefinition], indicators: Indicators
) -> Iterator[Problem]:
    """Figures that those of a werkgebied are made with."""
    rule = indicator.record.together
    named: dict[tuple[str, ...], str] = {
        ("werkgebied", "weging", name): name for name in rule.weging
    }
    if rule.anders is not None:
        named |= {("werkgebied", "anders", "weging", name): name for name in rule.anders.weging}
    if rule.klasse_van is not None:
        named[("werkgebied", "klasse_van")] = rule.klasse_van
    for key, name in named.items():
        if name not in indicators:
            yield indicator.problem(key, unknown("indicator", name, indicators))
        elif "weging" in key and not _is_counted(indicators[name].record):
            yield indicator.problem(key, f"{name} is geen aantal, en ook geen deel van een aantal")


def _is_counted(definition: IndicatorDefinition) -> bool:
    return definition.soort is Kind.COUNT or definition.bron.computed


def _check_limits(limits: Placed[JudgementLimits], indicators: Indicators) -> Iterator[Problem]:
    """Indicators that the limits name."""
    for key, name in _named_in(limits.record):
        if name not in indicators:
            yield limits.problem(key, unknown("indicator", name, indicators))
            continue
        for word in _WORDS_OF.get(key[:-1], ()):
            if getattr(indicators[name].record.zin, word) is None:
                message = f"{name} heeft daarvoor bij zin de sleutel {word} nodig"
                yield limits.problem(key, message)


def _named_in(limits: JudgementLimits) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every indicator that the limits name, with the place where."""
    opening, young, trend = limits.opening, limits.jongeren, limits.trend
    for name, silenced_by in opening.wat_mensen_doen.items():
        yield ("opening", "wat_mensen_doen", name), name
        for number, other in enumerate(silenced_by):
            yield ("opening", "wat_mensen_doen", name, number), other
    together = limits.werkgebieden
    for part in ("inwoners", "huishoudens", "huishoudensgrootte"):
        yield ("werkgebieden", part), getattr(together, part)
    single = {("opening", "zorgzaam"): opening.zorgzaam, ("opening", "neutraal"): opening.neutraal}
    for key, one in {**single, ("jongeren", "cijfer"): young.cijfer}.items():
        if one is not None:
            yield key, one
    lists = {
        ("opening", "nabijheid"): opening.nabijheid,
        ("opening", "ook_hier"): opening.ook_hier,
        ("opening", "uiteen"): opening.uiteen,
        ("jongeren", "krachten"): young.krachten,
        ("jongeren", "zorgen"): young.zorgen,
        ("trend", "ook_hier"): trend.ook_hier,
        ("trend", "anders"): trend.anders,
        ("trend", "in_de_doos"): trend.in_de_doos,
        ("lijkt_op", "kenmerken"): limits.lijkt_op.kenmerken,
    }
    for key, names in lists.items():
        for number, name in enumerate(names):
            yield (*key, number), name


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
    blocks, compared = texts.record.wie_wonen_hier.blokken, texts.record.vergelijking
    lists: dict[tuple[str, ...], tuple[str, ...]] = {
        ("wie_wonen_hier", "blokken", "getallen"): blocks.getallen,
        ("wie_wonen_hier", "blokken", "leeftijd"): blocks.leeftijd,
        ("wie_wonen_hier", "blokken", "huishoudens"): blocks.huishoudens,
        ("notitie", "cijfers", "rijen"): texts.record.notitie.cijfers.rijen,
        ("wie_wonen_hier", "blokken", "herkomst"): blocks.herkomst,
        ("buurten", "cijfers"): texts.record.buurten.cijfers,
        ("vergelijking", "wie_wonen_er", "cijfers"): compared.wie_wonen_er.cijfers,
        ("vergelijking", "gezondheid", "grafiek_cijfers"): compared.gezondheid.grafiek_cijfers,
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
    """A figure of which something can be said on a side stands in a story, on that side."""
    record = indicator.record
    name, sides = record.verhaal, record.sides
    if name is None:
        for side in sides:
            key = ("zin", _SIDES[side])
            yield indicator.problem(key, "wat kan opvallen, heeft een verhaal nodig")
    elif name not in stories:
        yield indicator.problem(("verhaal",), unknown("verhaal", name, stories))
    else:
        for side in sides:
            if record.id not in stories[name].record.order(side):
                message = f"zet {record.id} in verhalen.yaml onder {name}, bij {_ORDERS[side]}"
                yield indicator.problem(("zin", _SIDES[side]), message)


def _check_order(name: str, story: Placed[Story], indicators: Indicators) -> Iterator[Problem]:
    for side in _ORDERS:
        for number in range(len(story.record.order(side))):
            yield from _check_candidate(name, story, side, number, indicators)
    head = story.record.rij
    if head is not None and head not in indicators:
        yield story.problem(("rij",), unknown("indicator", head, indicators))
    yield from _check_rows(name, story, indicators)
    for asked in story.record.vragen_per_cijfer:
        if asked not in story.record.candidates:
            message = f"{asked} staat niet bij volgorde_krachten of volgorde_zorgen"
            yield story.problem(("vragen_per_cijfer", asked), message)


def _check_rows(name: str, story: Placed[Story], indicators: Indicators) -> Iterator[Problem]:
    """Figures that a story puts under another one or leaves out: all of that same story."""
    parts, without = story.record.delen, story.record.zonder_rij
    named: list[tuple[tuple[str | int, ...], str]] = [
        *((("delen", part), each) for part, whole in parts.items() for each in (part, whole)),
        *((("zonder_rij", number), left) for number, left in enumerate(without)),
    ]
    for key, figure in named:
        if figure not in indicators:
            yield story.problem(key, unknown("indicator", figure, indicators))
        elif indicators[figure].record.verhaal != name:
            yield story.problem(key, f"{figure} hoort niet bij het verhaal {name}")


def _check_candidate(
    name: str, story: Placed[Story], side: int, number: int, indicators: Indicators
) -> Iterator[Problem]:
    """One figure that may stand out on a side."""
    wanted, key = story.record.order(side)[number], (_ORDERS[side], number)
    found = indicators.get(wanted)
    if found is None:
        yield story.problem(key, unknown("indicator", wanted, indicators))
    elif found.record.verhaal != name:
        yield story.problem(key, f"{wanted} hoort bij het verhaal {found.record.verhaal}")
    elif side not in found.record.sides:
        yield story.problem(key, f"{wanted} heeft geen {_SIDES[side]} onder zin")
    elif found.record.trend is TrendRounds.NONE and found.record.is_health:
        message = f"{wanted} wisselt te veel tussen rondes om op te vallen (trend: geen)"
        yield story.problem(key, message)


def _check_default_theme_set(theme_sets: ThemeSets) -> Iterator[Problem]:
    defaults = [placed for placed in theme_sets.values() if placed.record.standaard]
    if theme_sets and not defaults:
        yield Problem("themas", None, "standaard", "zet bij precies één indeling standaard: ja")
    for placed in defaults[1:]:
        yield placed.problem(("standaard",), "er is al een andere indeling met standaard: ja")
