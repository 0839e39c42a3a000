"""The Dutch that readers see: words to avoid, and sentences that are sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from tests.spec.shipped import CATALOGUE
from wijkprofiel.configuration.definitions import IndicatorDefinition, Sentence

AVOID = [
    r"beter\w*", r"slechter\w*", r"verbeter\w*", r"verslechter\w*", r"scoor\w*",
    r"kampt?(en)?", r"(blijf|blijft|blijven) achter", r"gemiddelde wijk",
    r"achterstand\w*", r"krachtwijk\w*", r"prachtwijk\w*", r"kwetsbare\w*", r"lage ses",
    r"minima", r"bijstandstrekkers?", r"uitkeringstrekkers?", r"armen", r"werklozen",
    r"(laag|hoog|lager|hoger|middelbaar)\s?opgeleid\w*", r"alleenstaanden?", r"ouderen",
    r"obese", r"dikke", r"normaal gewicht", r"drinke?n? te veel", r"(zijn|is) (\w+ )?eenzaam",
    r"eenzamen", r"(zijn|is) depressief", r"allochtonen?", r"migratieachtergrond",
    r"(niet-)?westers\w*", r"bejaarden?",
    r"daardoor", r"omdat", r"dankzij", r"werkt", r"effect\w*", r"leidt tot", r"ten gevolge",
    r"oorzaak", r"veroorzaakt?",
]  # fmt: skip
BANNED = re.compile(rf"\b(?:{'|'.join(AVOID)})\b", re.IGNORECASE)

PLURAL_AND_SINGULAR = {
    "bestaan": "bestaat",
    "bewegen": "beweegt",
    "doen": "doet",
    "drinken": "drinkt",
    "ervaren": "ervaart",
    "gaan": "gaat",
    "geven": "geeft",
    "hadden": "had",
    "krijgen": "krijgt",
    "hebben": "heeft",
    "horen": "hoort",
    "roken": "rookt",
    "sporten": "sport",
    "voelen": "voelt",
    "zijn": "is",
}
# The only words that may differ besides the verb: possessives and the noun itself.
REWORDED = {
    "door hun gezondheid": "vanwege de gezondheid",
    "over hun leven": "over het eigen leven",
    "hun woning": "de woning",
    "hun woonomgeving": "de woonomgeving",
    "koopwoningen": "een koopwoning",
    "eengezinswoningen": "een eengezinswoning",
}
INDICATORS = list(CATALOGUE.indicators.values())
IN_PARTS = [each for each in INDICATORS if each.zin.heel is None]
WHOLE = [each for each in INDICATORS if each.zin.heel is not None]


def texts(record: BaseModel, place: str) -> Iterator[tuple[str, str]]:
    """Every text of a record that readers may see, with the place where it stands."""
    yield from _texts(record.model_dump(exclude={"bron", "id"}), place)


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{place}.{key}")
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner, place)


def all_texts() -> list[tuple[str, str]]:
    groups: list[dict[str, BaseModel]] = [
        dict(CATALOGUE.indicators),
        dict(CATALOGUE.theme_sets),
        dict(CATALOGUE.stories),
    ]
    return [
        found for group in groups for name, each in group.items() for found in texts(each, name)
    ]


def by_id(indicator: IndicatorDefinition) -> str:
    return indicator.id


def test_words_to_avoid_are_avoided() -> None:
    found = [
        f"{place}: {hit[0]}: {text}" for place, text in all_texts() if (hit := BANNED.search(text))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "De wijk scoort slechter",
        "Zij zijn vaak eenzaam",
        "mensen met een lage SES",
        "Laagopgeleiden roken vaker",
        "Daardoor is het cijfer hoger",
        "De aanpak werkt",
    ],
)
def test_the_check_of_words_finds_them(text: str) -> None:
    assert BANNED.search(text)


@pytest.mark.parametrize("indicator", IN_PARTS, ids=by_id)
def test_one_person_gets_the_singular_of_the_same_sentence(indicator: IndicatorDefinition) -> None:
    many, one = _predicates(indicator.zin)
    verb, _, rest = many.partition(" ")
    expected = " ".join(filter(None, [PLURAL_AND_SINGULAR[verb], rest]))
    for plural, singular in REWORDED.items():
        expected = expected.replace(plural, singular)
    assert one == expected
    assert not re.search(r"\b(hun|zij|hen)\b", one)


def _predicates(sentence: Sentence) -> tuple[str, str]:
    assert sentence.doen is not None
    assert sentence.doet is not None
    return sentence.doen, sentence.doet


@pytest.mark.parametrize("indicator", IN_PARTS, ids=by_id)
def test_parts_read_as_a_sentence(indicator: IndicatorDefinition) -> None:
    parts = [indicator.zin.wie or "", *_predicates(indicator.zin)]
    for part in parts:
        assert part[0].islower(), part
        assert part[-1] not in ".,;:", part


@pytest.mark.parametrize("indicator", WHOLE, ids=by_id)
def test_whole_sentences_fit_one_as_well_as_many(indicator: IndicatorDefinition) -> None:
    sentence = indicator.zin.heel or ""
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert not re.search(r"\b(zijn|hebben|er wonen|er staan)\b[^.]*\{waarde\}", sentence)


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_names_fit_their_places(indicator: IndicatorDefinition) -> None:
    assert len(indicator.korte_naam) <= 34
    assert len(indicator.naam) <= 60
    for name in (indicator.naam, indicator.korte_naam):
        assert name[0].isupper() or name[0].isdigit()
        assert not name.endswith(".")
    assert indicator.zin.kort[0].islower() or indicator.zin.kort[0].isdigit()
    assert "volwassenen" not in indicator.zin.kort


def test_no_two_indicators_have_the_same_name() -> None:
    for part in ("naam", "korte_naam"):
        names = [getattr(each, part) for each in INDICATORS]
        assert len(names) == len(set(names)), part


@pytest.mark.parametrize("indicator", INDICATORS, ids=by_id)
def test_explanations_are_short_whole_sentences(indicator: IndicatorDefinition) -> None:
    for text in filter(None, [indicator.definitie, indicator.voorbehoud]):
        assert text[0].isupper()
        assert text.endswith(".")
        longest = max(re.split(r"(?<=[.:;?])\s", text), key=lambda each: len(each.split()))
        assert len(longest.split()) <= 25, longest


def test_adults_are_never_called_inhabitants_and_children_never_adults() -> None:
    for each in IN_PARTS:
        assert (each.zin.wie == "volwassenen") is (each.bron.groep == "gezondheid")


UNIT = re.compile(r"\} (km|ha|m²|%)(?!\w)|€ \{")


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    """Between them stands a blank at which no line ends, but in the rules of the account."""
    voice = list(texts(CATALOGUE.texts, "nl"))
    assert any("\u00a0km" in text for _, text in voice)
    loose = [
        f"{place}: {text}"
        for place, text in [*voice, *all_texts()]
        if UNIT.search(text) and "punten_verschil" not in text
    ]
    assert not loose, "\n".join(loose)
