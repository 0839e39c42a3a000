"""Logo, font and accent colour of an organisation, on screen and in print."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import profiles
from tests.support.pdf_structure import TaggedPdf
from tests.support.rendering import render_html, render_pdf
from wijkprofiel.charts.palette import TONES
from wijkprofiel.documents.profile.front_page import KeyMessage
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.errors import OutputError, RenderError
from wijkprofiel.render.pdf_fonts import require_font
from wijkprofiel.render.style import Style, read_logo

ACCENT = "#7a1f5c"
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9Z"/></svg>'


def short() -> Profile:
    """A profile that is quickly printed."""
    profile = profiles.overvecht()
    account = replace(profile.account, indicators=())
    return replace(profile, themes=(), buurten=None, account=account)


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(DOT, encoding="utf-8")
    return path


def test_nothing_changes_without_a_house_style() -> None:
    assert render_html(short()) == render_html(short(), style=Style())
    assert "De huisstijl uit het profielbestand" not in render_html(short())


def test_the_accent_colours_titles_and_no_verdict() -> None:
    plain = render_html(profiles.overvecht())
    page = render_html(profiles.overvecht(), style=Style(accent=ACCENT))
    rules = [line for line in page.splitlines() if ACCENT in line]
    assert rules == [".aanhef, h2 { border-top-color: " + ACCENT + "; }"]
    for colour in TONES.values():
        assert page.count(colour) == plain.count(colour)


def test_the_font_comes_first_on_screen() -> None:
    page = render_html(short(), style=Style(font="Fira Sans"))
    assert 'html { font-family: "Fira Sans", "Source Sans Pro", system-ui, sans-serif; }' in page


@pytest.mark.parametrize("name", ['X"; } body { display: none', "</style>", "A, B", "url(x)", ""])
def test_a_font_name_cannot_hold_style_rules(name: str) -> None:
    with pytest.raises(OutputError, match="mag alleen letters"):
        Style(font=name)


def test_a_font_that_the_machine_lacks_stops_the_pdf() -> None:
    with pytest.raises(RenderError, match="'Bestaat Niet Grotesk' is op deze computer") as caught:
        render_pdf(short(), style=Style(font="Bestaat Niet Grotesk"))
    assert "Installeer" in (caught.value.remedy or "")


def test_a_font_that_is_there_is_used() -> None:
    assert render_pdf(short(), style=Style(font="Source Sans Pro")).startswith(b"%PDF")


def test_fonts_are_known_by_their_letters() -> None:
    require_font(["/ABCDEF+Fira-Sans-Bold"], "Fira Sans", "Source Sans Pro")
    require_font(["/ABCDEF+Fira-Sans", "/GHIJKL+Source-Sans-Pro"], "fira sans", "Source Sans Pro")


def test_a_third_font_is_a_failure() -> None:
    found = ["/ABCDEF+Fira-Sans", "/GHIJKL+DejaVu-Sans"]
    with pytest.raises(RenderError, match="DejaVu-Sans"):
        require_font(found, "Fira Sans", "Source Sans Pro")


def test_a_font_hidden_behind_ours_is_a_failure() -> None:
    with pytest.raises(RenderError, match="niet gevonden"):
        require_font(["/ABCDEF+Source-Sans-Pro"], "Fira Sans", "Source Sans Pro")


def test_a_logo_is_part_of_the_page_and_says_what_it_is(logo: Path) -> None:
    style = Style(logo=read_logo(logo, "GGD & partners", [logo.parent]))
    page = render_html(short(), style=style)
    assert f'<img src="data:image/svg+xml;base64,{b64encode(DOT.encode()).decode()}"' in page
    assert 'alt="GGD &amp; partners"' in page
    read = TaggedPdf.read(render_pdf(short(), style=style))
    assert "GGD & partners" in {str(tag.item.Alt) for tag in read.of("Figure")}


def test_who_made_it_for_what_stands_under_the_name() -> None:
    profile = short()
    details = (("Voor", "eerste wijkbijeenkomst, 21 januari 2027"), ("Gemaakt door", "GGD & wijk"))
    page = render_html(replace(profile, front=replace(profile.front, details=details)))
    head = re.sub(r"<[^>]*>", "", page[page.index('class="kop"') : page.index("</header>")])
    assert "Voor eerste wijkbijeenkomst, 21 januari 2027" in head
    assert "Gemaakt door GGD &amp; wijk" in head


def test_the_message_of_the_working_group_comes_before_any_figure() -> None:
    profile = short()
    message = KeyMessage("Kernboodschap van de werkgroep", "Ontmoeten staat voorop.")
    page = render_html(replace(profile, front=replace(profile.front, key_message=message)))
    assert page.index("Ontmoeten staat voorop.") < page.index('class="dingen"')
    assert "Kernboodschap van de werkgroep" in page
