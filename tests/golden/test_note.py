"""Two pages on an area without a picture of its own: what is said, and that nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw as pdfium

from tests.golden.areas import sample
from tests.support.browser import browser, open_page, violations
from tests.support.pdf_pages import seen
from tests.support.pdf_structure import faults
from tests.support.rendering import render_html, render_pdf
from tests.support.shipped import open_shop
from wijkprofiel.areas.parts import people_of
from wijkprofiel.configuration.profiles import Contact, Meeting
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.note import Note
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.findings.wishes import USUAL, Wishes
from wijkprofiel.workshop.workshop import Workshop

FEW, WITHOUT_FIGURES = "WK030723", "BU04847102"
AREAS = (
    FEW,
    WITHOUT_FIGURES,
    "WK001008",  # nobody at all
    "BU07960798",  # the most words
    "BU08200009",  # a gemeente of another printed name
    "BU01710114",
)
SMALLEST_TYPE = 9.0
Box = tuple[float, float, float, float]
DRAWINGS = (pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)
A_LETTER, A_LINE, A_BAND, A_PAGE = 7, 3, 300, 700
"""Points: words are wider, a picture is higher, the band is wider, the background is higher."""
MOST_LETTERS = 80
BUSY = Wishes(
    key_message="Wij beginnen met wat er is, en vragen daarna pas wat er ontbreekt aan de mensen.",
    meeting=Meeting(
        aanleiding="Eerste bijeenkomst met de buren",
        datum=date(2026, 12, 8),
        plaats="Buurthuis De Nieuwe Sleutel",
    ),
    makers=("Huisartsenpraktijk De Groote Wielen", "Wijkteam Noord", "GGD Hart voor Brabant"),
    contact=Contact(naam="Wijkteam Noord", email="wijkteam@example.org", telefoon="073 123 45 67"),
)
"""As much as a profile file can put on the first page."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("notitie"))


def profile_of(shop: Workshop, code: str, wishes: Wishes = USUAL) -> Profile:
    return shop.profile(shop.areas.find(code), wishes)


def note_of(shop: Workshop, code: str) -> Note:
    note = profile_of(shop, code).note
    assert note is not None
    return note


def words_of(page: str) -> str:
    body = page.partition("<body")[2]
    drawn = re.sub(r"<svg.*?</svg>", " ", body, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", drawn)).replace("\xa0", " ")


def test_who_gets_a_note(shop: Workshop) -> None:
    """Those with too few adults, or without health figures; everybody else a whole profile."""
    fewest = shop.catalogue.limits.mensen.geen_oordeel_onder
    notes = 0
    for code in (*sample(shop.edition), *AREAS):
        region = shop.edition.region(code)
        assert region is not None
        found = shop.findings([region]).only
        lies_in_one = found.gemeente is not None and found.gemeente.code != code
        people = people_of(found.area, AgeGroup.ADULTS)
        lacks = people is None or people < fewest or not found.values.health()
        profile = shop.profile(region)
        assert (profile.note is not None) == (lies_in_one and lacks), code
        assert bool(profile.themes) == (profile.note is None), code
        notes += profile.note is not None
    assert notes > len(AREAS)


def test_park_schothorst_in_full(shop: Workshop) -> None:
    profile, note = profile_of(shop, FEW), note_of(shop, FEW)
    assert (profile.front.title, profile.front.subtitle) == (
        "Park Schothorst",
        "gemeente Amersfoort",
    )
    assert note.people == "Ongeveer 55 inwoners"
    assert [f"{each.title}. {each.text}" for each in note.statements] == [
        (
            "Te weinig inwoners. In Park Schothorst wonen ongeveer 55 mensen: te weinig voor een"
            " eigen beeld. De cijfers hieronder gaan over Amersfoort."
        ),
        "Om de wijk heen. In Amersfoort sporten ongeveer 64.000 volwassenen elke week.",
        "Vraag het de mensen zelf. Wat gaat hier goed, en wat missen zij?",
    ]
    assert note.question == "Wat is er nog meer?"
    table = note.table
    assert table.heading == "De cijfers van Amersfoort"
    assert table.lead == "Dit zijn de cijfers van heel Amersfoort, niet van Park Schothorst."
    assert (table.unit, table.gemeente, table.country, table.years) == (
        *("Van de 100 volwassenen", "Amersfoort", "Nederland"),
        "Cijfers van 2020",
    )
    assert [(row.indicator, row.gemeente.text, row.country.text) for row in table.rows] == [
        ("ervaren_gezondheid_goed", "80", "78"),
        ("langdurige_aandoening", "31", "33"),
        ("beperkt_door_gezondheid", "28", "31"),
        ("eenzaam", "46", "47"),
        ("veel_stress", "19", "18"),
        ("risico_angst_depressie_matig_of_hoog", "41", "46"),
        ("moeite_met_rondkomen", "13", "14"),
        ("vrijwilligerswerk", "26", "25"),
        ("mantelzorger", "14", "14"),
        ("beweegrichtlijn", "52", "50"),
        ("sport_elke_week", "52", "49"),
        ("roker", "17", "18"),
    ]
    assert table.rows[3].name == "Voelt zich eenzaam"
    assert note.unsaid == (
        (
            "In Park Schothorst wonen minder dan 100 volwassenen. Van zo weinig mensen geven wij"
            " geen cijfers: een schatting zegt dan te weinig, en het zou over herkenbare mensen"
            " gaan."
        ),
        (
            "Het kan in Park Schothorst anders gaan dan in Amersfoort als geheel. Dat is uit deze"
            " cijfers niet af te leiden."
        ),
        "De cijfers zeggen ook niet waar een verschil vandaan komt, en niet of een aanpak helpt.",
    )
    assert "Park Schothorst (WK030723)" in note.made_with
    cited = " ".join(note.sources)
    for source in ("50090NED", "84799NED", "Kadaster"):
        assert source in cited
    assert "85984NED" not in cited, "no figure of 2024 is printed"


def test_a_buurt_without_figures_says_so_and_why(shop: Workshop) -> None:
    note = note_of(shop, WITHOUT_FIGURES)
    first, second, third = note.statements
    assert first.title == "Geen gezondheidscijfers"
    assert first.text == "De reden: ontbreekt of is door de bron niet gegeven."
    assert second.title == "Dicht bij huis"
    assert third.title == "Vraag het de mensen zelf"
    assert note.people == "Ongeveer 470 inwoners"
    assert note.table.heading == "De cijfers van Alphen aan den Rijn"
    assert note.unsaid[0] == (
        "Van Hooge Burch zelf hebben wij geen gezondheidscijfers. Wij verzinnen ze niet, en leiden"
        " ze niet af uit die van Alphen aan den Rijn."
    )
    assert "85984NED" in " ".join(note.sources), "the distances are of 2024"


def test_where_nobody_lives_no_number_is_made_up(shop: Workshop) -> None:
    note = note_of(shop, "WK001008")
    assert note.people == "(Bijna) geen inwoners"
    assert "(bijna) niemand" in note.statements[0].text


@pytest.mark.parametrize("code", AREAS)
def test_the_figures_are_those_of_the_gemeente(code: str, shop: Workshop) -> None:
    profile, note = profile_of(shop, code), note_of(shop, code)
    assert profile.gemeente is not None
    theirs = {
        record.indicator: record.printed
        for record in profile_of(shop, profile.gemeente.code).figures
        if record.observation.age is AgeGroup.ADULTS and record.judgements
    }
    assert len(note.table.rows) == 12
    for row in note.table.rows:
        assert float(row.gemeente.text) == theirs[row.indicator]


@pytest.mark.parametrize("code", AREAS)
def test_no_figure_chart_or_count_of_the_area_is_printed(code: str, shop: Workshop) -> None:
    profile = profile_of(shop, code)
    page = render_html(profile)
    assert page.count("<table") == 1
    assert page.count("<svg") == (profile.front.locator.map is not None), "only the map"
    assert 'class="punt' not in page
    assert profile.buurten is None
    said = words_of(page)
    assert "volwassenen voelen" not in said
    for word in ("gunstiger", "ongeveer gelijk", "niet vergeleken", "2012"):
        assert word not in said.replace("2012/2016/2020", "")
    for heading in ("Wat gaat goed", "Wat vraagt aandacht", "In één oogopslag", "Verantwoording"):
        assert heading not in said


@pytest.mark.parametrize("code", [FEW, WITHOUT_FIGURES])
def test_exports_keep_what_the_source_gave(code: str, shop: Workshop) -> None:
    profile, found = profile_of(shop, code), shop.findings([shop.areas.find(code)]).only
    given = {(value.indicator, value.age): value.observation for value in found.values.all}
    kept = {
        (record.indicator, record.observation.age): record.observation
        for record in profile.figures
        if record.judgements
    }
    assert kept
    assert all(given[key] == observation for key, observation in kept.items())
    assert len(profile.figures) >= len(given)


@pytest.mark.parametrize("wishes", [USUAL, BUSY], ids=["usual", "busy"])
@pytest.mark.parametrize("code", AREAS)
def test_it_is_two_pages_in_readable_type(code: str, wishes: Wishes, shop: Workshop) -> None:
    pdf = render_pdf(profile_of(shop, code, wishes))
    assert faults(pdf) == []
    document = seen(pdf)
    assert len(document) == 2
    texts = [page.get_textpage() for page in document]
    assert min(size for text in texts for size in sizes(text)) >= SMALLEST_TYPE
    first, second = (text.get_text_bounded() for text in texts)
    note = note_of(shop, code)
    assert note.table.heading in first
    assert shop.catalogue.texts.notitie.aanvullen.kop in second
    assert max(len(line) for text in texts for line in lines(text)) <= MOST_LETTERS


@pytest.mark.parametrize("wishes", [USUAL, BUSY], ids=["usual", "busy"])
@pytest.mark.parametrize("code", AREAS)
def test_nothing_lies_on_anything_else(code: str, wishes: Wishes, shop: Workshop) -> None:
    """No words on other words, on the map or half on the band of the question."""
    first, *_ = seen(render_pdf(profile_of(shop, code, wishes)))
    text = first.get_textpage()
    runs = (text.get_rect(number) for number in range(text.count_rects()))
    # Of the caption, which is only read aloud, one letter is left in the text of the page.
    words = [box for box in runs if box[2] - box[0] > A_LETTER]
    found = (each.get_bounds() for each in first.get_objects(DRAWINGS, max_depth=1))
    drawn = [box for box in found if A_LINE < box[3] - box[1] < A_PAGE]
    (band,) = (box for box in drawn if box[2] - box[0] > A_BAND)
    shapes = [box for box in drawn if box != band]
    for number, word in enumerate(words):
        for other in (*words[number + 1 :], *shapes):
            assert not overlap(word, other), (word, other)
        inside = band[1] <= word[1] and word[3] <= band[3]
        assert inside or not overlap(word, band), word


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than the edge of a letter."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 1


def lines(text: pypdfium2.PdfTextPage) -> Iterator[str]:
    """Every run of letters on one line; what stands in another column is another run."""
    for number in range(text.count_rects()):
        yield text.get_text_bounded(*text.get_rect(number))


def sizes(text: pypdfium2.PdfTextPage) -> set[float]:
    """The sizes in points of every letter."""
    return {
        round(pdfium.FPDFText_GetFontSize(text.raw, index), 2)
        for index in range(text.count_chars())
        if chr(pdfium.FPDFText_GetUnicode(text.raw, index)).strip()
    }


def test_print_and_screen_say_the_same(shop: Workshop) -> None:
    profile, note = profile_of(shop, FEW, BUSY), note_of(shop, FEW)
    screen = plain(words_of(render_html(profile)))
    pages = seen(render_pdf(profile))
    paper = plain(" ".join(page.get_textpage().get_text_bounded() for page in pages))
    said = [note.question, note.made, note.table.lead, *note.unsaid, *note.prompts, *note.sources]
    said += [f"{each.title}. {each.text}" for each in note.statements]
    said += [BUSY.key_message or "", "Eerste bijeenkomst met de buren", "073 123 45 67"]
    for sentence in map(plain, said):
        assert sentence in screen
        assert sentence in paper


def plain(text: str) -> str:
    """A text without what only serves the lines."""
    text = text.replace("&#39;", "'").replace("&amp;", "&")
    return re.sub(r"[\s\xad\x02\ufffe\u2011-]+", "", text)


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_a_phone_and_a_desk(width: int, shop: Workshop, tmp_path: Path) -> None:
    with browser() as opened:
        for code in (FEW, "BU08200009"):
            file = tmp_path / f"{code}.html"
            file.write_text(render_html(profile_of(shop, code, BUSY)), encoding="utf-8")
            page = open_page(opened, file, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(page) == []
