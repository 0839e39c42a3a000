"""The map keeps to the page that it stands on: on paper it becomes lower where it must."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from tests.support.pdf_pages import chapters
from tests.support.rendering import render_pdf
from tests.unit.documents.conftest import MakeProfile
from wijkprofiel.documents.profile.pages import KeyFigures
from wijkprofiel.documents.profile.residents_fit import height_of_names, room_for_map
from wijkprofiel.render.pictures import Pictures


def height_of(page: KeyFigures) -> float:
    """Pixels that the first map of a page takes on paper."""
    pictures = Pictures(as_images=True)
    pictures.namenkaart(page.maps[0].map, 0, page)
    (svg,) = pictures.handed_over.values()
    return float(svg.split('height="')[1].split('"')[0])


@pytest.mark.parametrize("name", ["Den Haag Zuidwest", "GM0599", "WK051836"])
def test_the_map_stands_under_the_charts(profile: MakeProfile, name: str) -> None:
    made = profile(name)
    pdf = pypdfium2.PdfDocument(render_pdf(made))
    (heading,) = (each.heading for each in made.key_figures.maps)
    page = chapters(pdf)[made.key_figures.title] - 1
    text = pdf[page].get_textpage().get_text_bounded()
    assert heading in text
    assert "Grenzen van 2022" in text


def test_it_becomes_lower_by_what_stands_above_it(profile: MakeProfile) -> None:
    page = profile("Den Haag Zuidwest").key_figures
    usual = height_of(replace(page, charts=page.charts[:1]))
    lower = height_of(page)
    assert usual == 390
    assert 250 < lower < usual
    more = replace(
        page, notes=(*page.notes, "Nog een zin die een regel van de bladzijde vult. " * 6)
    )
    assert height_of(more) < lower


def test_what_would_be_too_low_is_as_usual_and_goes_to_the_next_page(profile: MakeProfile) -> None:
    page = profile("Den Haag Zuidwest").key_figures
    assert height_of(replace(page, charts=page.charts * 3)) == 390


def test_what_stands_under_a_map_takes_of_its_room(profile: MakeProfile) -> None:
    page = profile("Den Haag Zuidwest").key_figures
    (shown,) = page.maps
    bare = replace(shown, text=None, note=None)
    alone = replace(page, maps=(bare,))
    assert room_for_map(alone, bare) > room_for_map(page, shown) + 8
    assert height_of_names(page, shown, ["Een", "Twee"], "") == pytest.approx(4.13, abs=0.01)
    assert height_of_names(page, shown, ["Een lange naam van een wijk"] * 8, "") > 8
    assert height_of_names(page, shown, [], "Eilandje") == pytest.approx(8.26, abs=0.01)
