from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pypdfium2
import pytest

from tests.support import profiles
from tests.support.pdf_structure import TaggedPdf, faults, link_annotations
from tests.support.rendering import print_page, render_pdf
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.errors import RenderError

VARIANTS: tuple[Callable[[], Profile], ...] = (
    profiles.overvecht,
    profiles.longest_names,
    profiles.hostile_names,
    profiles.everything_missing,
)


@cache
def rendered(variant: Callable[[], Profile]) -> bytes:
    """A document takes a second or two, so each is made once."""
    return render_pdf(variant())


def text_of(content: bytes) -> str:
    """All text of a PDF, lines joined."""
    document = pypdfium2.PdfDocument(content)
    pages = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    return re.sub(r"\s+", " ", " ".join(pages))


@pytest.fixture(params=VARIANTS, ids=lambda one: one.__name__)
def made(request: pytest.FixtureRequest) -> tuple[Profile, bytes]:
    return request.param(), rendered(request.param)


@pytest.fixture
def overvecht() -> bytes:
    return rendered(profiles.overvecht)


def test_it_is_valid_pdf_ua(made: tuple[Profile, bytes], tmp_path: Path) -> None:
    path = tmp_path / "profiel.pdf"
    path.write_bytes(made[1])
    result = validator.validate_pdf(str(path), profile="ua1")
    assert [(one.rule_id, one.message) for one in result.failures] == []
    assert result.is_compliant


def test_a_screen_reader_can_walk_it(made: tuple[Profile, bytes]) -> None:
    assert faults(made[1]) == []


def test_a_table_over_the_page_is_one_table(made: tuple[Profile, bytes]) -> None:
    profile, content = made
    read = TaggedPdf.read(content)
    tables = read.of("Table")
    assert len(tables) == print_page(profile).text.count("<table")
    pages = [{row.Pg.objgen for row in _rows(table.item)} for table in tables]
    if profile == profiles.longest_names():
        assert any(len(each) > 1 for each in pages)


def _rows(item: Any) -> Iterator[Any]:
    for kid in item.K:
        if kid.S == pikepdf.Name.TR:
            yield kid
        elif kid.S in (pikepdf.Name.THead, pikepdf.Name.TBody):
            yield from _rows(kid)


def test_names_are_complete_and_text_can_be_selected(made: tuple[Profile, bytes]) -> None:
    profile, content = made
    text = text_of(content)
    assert profile.front.title in text
    assert profile.themes[1].name in text
    assert profile.account.made_with in text


def test_nothing_falls_off_the_page(made: tuple[Profile, bytes]) -> None:
    document = pypdfium2.PdfDocument(made[1])
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        texts = page.get_textpage()
        for index in range(texts.count_rects()):
            left, bottom, right, top = texts.get_rect(index)
            assert 0 <= left < right <= width, number
            assert 0 <= bottom < top <= height, number


def test_eight_pages_need_no_list_of_contents(overvecht: bytes) -> None:
    assert not link_annotations(pikepdf.open(BytesIO(overvecht)))


def test_running_headers_are_no_part_of_the_text(overvecht: bytes) -> None:
    read = pikepdf.open(BytesIO(overvecht))
    marked = [page.Contents.read_bytes().count(b"/Pagination") for page in read.pages]
    assert marked[0] == 0
    assert all(count >= 3 for count in marked[1:])


def test_bookmarks_follow_the_headings(overvecht: bytes) -> None:
    with pikepdf.open(BytesIO(overvecht)).open_outline() as outline:
        (top,) = outline.root
        titles = [item.title for item in top.children]
    assert top.title == "Overvecht"
    assert titles[:2] == ["Drie dingen om mee te beginnen", "Wie wonen hier"]
    assert titles[-2:] == ["Hoe het gemaakt is", "De cijfers per thema"]


def test_figures_carry_the_text_of_the_profile(overvecht: bytes) -> None:
    read = TaggedPdf.read(overvecht)
    texts = {str(tag.item.Alt) for tag in read.of("Figure")}
    profile = profiles.overvecht()
    assert profile.front.locator.text in texts
    spine = profile.themes[1].tables[0].rows[0].spine
    assert spine is not None
    assert spine.text in texts


def test_it_is_small(overvecht: bytes) -> None:
    assert len(overvecht) < 250_000


def test_the_same_profile_gives_the_same_bytes(overvecht: bytes) -> None:
    assert render_pdf(profiles.overvecht()) == overvecht


def test_another_process_gives_the_same_bytes(overvecht: bytes) -> None:
    code = (
        "import sys; from tests.support import profiles; from tests.support.rendering import "
        "render_pdf; sys.stdout.buffer.write(render_pdf(profiles.overvecht()))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert shown.stdout == overvecht


def test_the_date_is_that_of_the_edition(overvecht: bytes) -> None:
    with pikepdf.open(BytesIO(overvecht)).open_metadata() as metadata:
        assert str(metadata["xmp:CreateDate"]).startswith("2026-11-24")


@pytest.mark.parametrize("before", [None, "1"])
def test_environment_and_collector_are_as_before(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if before is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", before)
    render_pdf(replace(profiles.overvecht(), themes=()))
    assert os.environ.get("SOURCE_DATE_EPOCH") == before  # noqa: TID251
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("p { groote: 3 }", "groote"),
        ('p { background: url("http://example.invalid/x.png") }', "example.invalid"),
    ],
)
def test_what_weasyprint_complains_of_is_a_failure(fault: str, said: str, tmp_path: Path) -> None:
    sheet = tmp_path / "stijl" / "druk.css"
    sheet.parent.mkdir()
    sheet.write_text(fault, encoding="utf-8")
    with pytest.raises(RenderError, match=said) as caught:
        render_pdf(replace(profiles.overvecht(), themes=()), templates=tmp_path)
    assert caught.value.remedy


def test_without_pango_html_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(RenderError, match="Pango") as caught:
        render_pdf(profiles.overvecht())
    assert "--format html" in (caught.value.remedy or "")
