"""The booklet says what an edition holds, and that it does not hold something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.imprints import fixed_edition_imprint
from wijkprofiel.configuration.booklet_texts import BookletChapter, BookletParagraph, BookletPart
from wijkprofiel.configuration.limit_names import limit_names, named_limits
from wijkprofiel.documents.booklet.content import Booklet
from wijkprofiel.documents.booklet.maker import BOOKLET, make_booklet
from wijkprofiel.domain.calibration import Calibration, CalibrationStep
from wijkprofiel.domain.figures import Residents
from wijkprofiel.findings.edition_findings import EditionFindings, edition_findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.render.formats import Look, OutputFormat, Sheet, render
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.workshop import Workshop

CALIBRATION = Calibration(
    rule="0" * 12,
    wijken=3020,
    points=1.96,
    with_point=0.834,
    steps=(
        CalibrationStep(0.0, 0.01, 0.006),
        CalibrationStep(0.25, 0.06, 0.05),
        CalibrationStep(0.5, 0.76, 0.4),
    ),
)


@pytest.fixture
def found(shop: Workshop) -> EditionFindings:
    return edition_findings(shop._findings.book, shop.catalogue)


def made(shop: Workshop, found: EditionFindings) -> Booklet:
    voice, scope = Voice.of(shop.catalogue), Scope(shop.catalogue, USUAL)
    return make_booklet(found, voice, scope, shop.catalogue.limits, fixed_edition_imprint(BOOKLET))


def page_of(shop: Workshop, found: EditionFindings) -> str:
    sheet = Sheet(BOOKLET, made(shop, found), Look(shop.catalogue.texts))
    return render(sheet, OutputFormat.HTML).decode()


def test_what_chance_gives_is_told_and_tabled(shop: Workshop, found: EditionFindings) -> None:
    table = made(shop, replace(found, calibration=CALIBRATION)).calibration
    assert table is not None
    assert (
        "hooguit 1 van de 100 wijken een gezondheidspunt geven; nu hebben 83 van de" in table.text
    )
    assert "Is die 0,5 keer de spreiding, dan zouden 39 van de 100 punten ook" in table.text
    assert [(row.points, row.with_point) for row in table.rows] == [
        ("1,96", "83"),
        ("0,01", "1"),
        ("0,06", "5"),
        ("0,76", "40"),
    ]
    assert "0,25 keer de spreiding" in table.rows[2].name
    page = page_of(shop, replace(found, calibration=CALIBRATION))
    assert shop.catalogue.texts.boekje.ijking.bijschrift in page
    assert shop.catalogue.texts.boekje.ijking.niet not in page


def test_without_a_calibration_it_says_so(shop: Workshop, found: EditionFindings) -> None:
    without = replace(found, calibration=None)
    assert made(shop, without).calibration is None
    page = page_of(shop, without)
    assert shop.catalogue.texts.boekje.ijking.niet in page
    assert shop.catalogue.texts.boekje.ijking.bijschrift not in page


def test_a_calibration_without_the_usual_steps_has_no_sentence_about_them(
    shop: Workshop, found: EditionFindings
) -> None:
    other = replace(CALIBRATION, steps=(CalibrationStep(0.75, 2.1, 0.7),))
    table = made(shop, replace(found, calibration=other)).calibration
    assert table is not None
    assert table.text == ""
    assert len(table.rows) == 2


def test_how_much_goes_together_with_who_lives_there(
    shop: Workshop, found: EditionFindings
) -> None:
    told = {"eenzaam": Residents(91.3, 88.1, 0.19, 3020), "roker": Residents(82.6, None, 0.3, 3020)}
    content = made(shop, replace(found, residents=told))
    rows = [(row.indicator, row.weighted, row.unweighted) for row in content.residents]
    assert rows == [("eenzaam", "91", "88"), ("roker", "83", "–")]
    page = page_of(shop, replace(found, residents={}))
    assert shop.catalogue.texts.boekje.bewoners.niet in page


def test_a_definition_that_changed_is_not_in_the_edition(
    shop: Workshop, found: EditionFindings
) -> None:
    figures = tuple(
        replace(each, is_outdated=True) if each.indicator == "eenzaam" else each
        for each in found.figures
    )
    content = made(shop, replace(found, figures=figures))
    (lonely,) = (
        each
        for group in content.groups
        for each in group.definitions
        if each.indicator == "eenzaam"
    )
    assert lonely.origin == "niet in deze editie"
    assert len(content.warnings) == 1
    assert "data compile" in content.warnings[0]


def test_a_figure_that_no_table_has_says_why(shop: Workshop, found: EditionFindings) -> None:
    figures = tuple(
        replace(each, newest=None, years=()) if each.indicator == "roker" else each
        for each in found.figures
    )
    content = made(shop, replace(found, figures=figures))
    origins = {
        each.indicator: each.origin for group in content.groups for each in group.definitions
    }
    assert origins["roker"] == "niet in deze editie"
    assert "50090NED" in origins["eenzaam"]


def test_a_spread_of_all_wijken_needs_no_remark(shop: Workshop, found: EditionFindings) -> None:
    figures = tuple(replace(each, wijken=each.of_wijken) for each in found.figures)
    content = made(shop, replace(found, figures=figures))
    assert content.spreads == (shop.catalogue.texts.boekje.geen_spreidingen,)
    assert made(shop, found).spreads != content.spreads


def test_an_edition_without_rounds_to_tell_of_says_so(
    shop: Workshop, found: EditionFindings
) -> None:
    content = made(shop, replace(found, rounds=()))
    assert content.rounds == (shop.catalogue.texts.boekje.geen_opmerkingen,)


def test_a_text_says_the_limits_of_the_configuration(
    shop: Workshop, found: EditionFindings
) -> None:
    paragraph = BookletParagraph(
        tekst="vanaf {grootte_iets} en {rest_niet_vergelijken_boven} van de 100",
        lijst=("meer dan {mensen_rest_van_gemeente}",),
    )
    chapter = BookletChapter(id="proef", titel="Proef", alineas=(paragraph,))
    texts = shop.catalogue.texts
    own = texts.boekje.model_copy(update={"hoofdstukken": (chapter,)})
    voice = replace(Voice.of(shop.catalogue), texts=texts.model_copy(update={"boekje": own}))
    scope = Scope(shop.catalogue, USUAL)
    content = make_booklet(
        found, voice, scope, shop.catalogue.limits, fixed_edition_imprint(BOOKLET)
    )
    (only,) = content.chapters
    assert only.part is None
    assert only.passages[0].text == "vanaf 0,5 en 80 van de 100"
    assert only.passages[0].enumerated == ("meer dan 1.000",)


def test_every_limit_has_a_name_before_it_is_read(shop: Workshop) -> None:
    limits = named_limits(shop.catalogue.limits)
    assert set(limits) == set(limit_names())
    assert limits["rest_toon_rest_vanaf"] == pytest.approx(10)
    assert limits["zekerheid_z"] == shop.catalogue.limits.zekerheid_z


@pytest.mark.parametrize("wrong", ["{grootte}", "{onbekend}", "{editie:>3}"])
def test_a_text_cannot_name_a_limit_that_is_not_there(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"toegestaan|alleen een naam"):
        BookletParagraph(tekst=f"vanaf {wrong}")


def test_each_part_is_printed_where_its_chapter_stands(shop: Workshop) -> None:
    parts = [chapter.onderdeel for chapter in shop.catalogue.texts.boekje.hoofdstukken]
    assert sorted(part for part in parts if part) == sorted(BookletPart)
