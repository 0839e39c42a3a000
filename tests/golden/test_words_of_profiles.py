"""Words that no profile may use, in any sentence of any area."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from tests.golden.areas import sample
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.observation import Observation
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.outlines import GemeenteMap
from wijkprofiel.domain.regions import Region
from wijkprofiel.domain.verdict import Verdict
from wijkprofiel.words.cells import SourceNote
from wijkprofiel.workshop.workshop import Workshop

AVOID = (
    # a judgement on people or places
    *(r"beter(e|en)?", r"slechter\w*", r"verbeter\w*", r"verslechter\w*", r"scoor\w*", r"scores?"),
    *(r"kampt?(en)?", r"(blijf|blijft|blijven) achter", r"gemiddelde wijk(en)?", r"achterstand\w*"),
    *(r"(kracht|pracht|probleem)wijk\w*", r"kwetsba(ar|re)\w*", r"(lage|hoge) ses"),
    # a name for people
    *(r"minima", r"armen", r"werklozen", r"\w*trekkers?", r"alleenstaanden?", r"eenzamen"),
    *(r"ouderen", r"bejaarden?", r"obese", r"dikke", r"allochto\w+", r"migratieachtergrond"),
    *(r"(niet-)?westers\w*", r"(laag|lager|hoog|hoger|middelbaar)[ -]?opgeleid\w*"),
    # a state of people that is an answer to a question
    *(r"(zijn|is) (\w+ )?(eenzaam|depressief)", r"drink(t|en) te veel", r"normaal gewicht"),
    # a cause, an effect or a rank
    *(r"daardoor", r"waardoor", r"omdat", r"dankzij", r"doordat", r"leid(t|en) tot", r"gevolg van"),
    *(
        r"veroorza\w+",
        r"effect(en|ief)?",
        r"ranglijst",
        r"plaats \d+ van",
        r"in \d+ van de 100 wijken",
    ),
)
BANNED = re.compile(rf"\b(?:{'|'.join(AVOID)})\b", re.IGNORECASE)

# Titles of tables and names of areas are not ours to word.
CITED = (Origin, Region, GemeenteMap, EditionInfo, SourceNote)
WITHOUT_SENTENCES = (Observation, Verdict)
MONITOR = "Gezondheidsmonitor Volwassenen en Ouderen"


def sentences(part: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a profile with the place where it stands."""
    if type(part) is str:
        yield place, part.replace(MONITOR, "")
    elif isinstance(part, (*CITED, *WITHOUT_SENTENCES)):
        return
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from sentences(getattr(part, field.name), f"{place}.{field.name}")
    elif isinstance(part, tuple):
        for each in part:
            yield from sentences(each, place)


def without_names(text: str, profile: Profile) -> str:
    """The text without names of areas, which may be anything."""
    names = [profile.region.name, profile.region.gemeente_name]
    if profile.buurten is not None:
        names += [row.name for row in profile.buurten.rows]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "X")
    return text


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def test_no_profile_uses_a_word_to_avoid(shop: Workshop) -> None:
    seen, found = set(), set()
    for code in sample(shop.edition):
        region = shop.edition.region(code)
        assert region is not None
        profile = shop.profile(region)
        for place, text in sentences(profile):
            if text in seen:
                continue
            seen.add(text)
            hit = BANNED.search(without_names(text, profile)) if BANNED.search(text) else None
            if hit is not None:
                found.add(f"{place}: {hit[0]!r} in {text!r}")
    assert len(seen) > 5_000
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize(
    "text",
    [
        "Deze wijk scoort beter dan de gemeente.",
        "Hier wonen veel ouderen en alleenstaanden.",
        "Zij zijn vaak eenzaam.",
        "7 van de 100 volwassenen drinken te veel.",
        "Daardoor is het cijfer hoger.",
        "Laagopgeleiden roken vaker, omdat",
        "een achterstandswijk met veel minima",
        "De wijk kampt met schulden",
        "meer dan in 98 van de 100 wijken",
    ],
)
def test_words_to_avoid_are_found(text: str) -> None:
    assert BANNED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "58 van de 100 volwassenen voelen zich eenzaam",
        "bij de 5 van de 100 wijken met de hoogste cijfers",
        "hangt samen met meer 65-plussers",
        "7 van de 100 volwassenen drinken overmatig",
    ],
)
def test_words_that_are_wanted_are_let_through(text: str) -> None:
    assert not BANNED.search(text)
