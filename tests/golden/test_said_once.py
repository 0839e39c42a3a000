"""What holds for several figures is said once, and nobody too few to be judged is an extreme."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.support.rendering import render_html
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.buurten_page import Buurten
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.findings.parts import Parts
from wijkprofiel.workshop.workshop import Workshop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


def profile_of(shop: Workshop, code: str) -> Profile:
    region = shop.edition.region(code)
    assert region is not None
    return shop.profile(region)


def test_a_changed_border_is_named_at_the_row_and_measured_once_per_table(shop: Workshop) -> None:
    tables = [t for theme in profile_of(shop, "WK030703").themes for t in theme.tables]
    changed = [t for t in tables if any("grens gewijzigd na 2020" in r.remarks for r in t.rows)]
    assert len(changed) > 1
    for table in changed:
        measured = [note for note in table.notes if "\u00a0ha, nu " in note]
        assert len(measured) == len(set(measured)) >= 1
        assert not [row for row in table.rows for text in row.remarks if "\u00a0ha" in text]
    assert not [
        t for t in tables if t not in changed and any("\u00a0ha, nu " in n for n in t.notes)
    ]


def test_the_caution_of_a_small_wijk_is_said_once_per_table(shop: Workshop) -> None:
    profile = profile_of(shop, "WK030722")
    tables = [t for theme in profile.themes for t in theme.tables if t.shared_caution]
    assert len(tables) >= 5
    for table in tables:
        assert table.notes.count("Weinig inwoners, grovere schatting.") == 1
    parts = re.findall(
        r'<table class="cijfers.*?</table>\s*</div>\s*<p class="noot">.*?</p>',
        render_html(profile),
        re.DOTALL,
    )
    said = [part.lower().count("weinig inwoners, grovere schatting") for part in parts]
    assert max(said) == 1
    assert sum(said) == sum(
        any(judgement.caution for row in table.rows for judgement in row.judgements)
        for theme in profile.themes
        for table in theme.tables
    )


@pytest.mark.parametrize("code", ["WK034403", "GM0344"])
def test_why_65_plussers_matter_is_explained_in_the_first_theme_with_health(
    code: str, shop: Workshop
) -> None:
    themes = profile_of(shop, code).themes
    explained = ["komen beperkingen en aandoeningen" in " ".join(t.notes) for t in themes]
    counted = ["Aandeel 65-plussers" in " ".join(t.notes) for t in themes]
    assert sum(explained) == 1
    assert sum(counted) > 1
    assert explained.index(True) == counted.index(True)


def each_place(region: Region) -> tuple[str | None, str | None]:
    return region.wijk_code, region.gemeente_code


def parts_of(shop: Workshop, code: str) -> Parts:
    found = shop.findings([shop.areas.find(code)]).only.parts
    assert found is not None
    return found


def buurten_of(shop: Workshop, code: str) -> Buurten:
    page = profile_of(shop, code).buurten
    assert page is not None
    return page


@pytest.mark.parametrize("code", ["WK029601", "WK034403", "WK007401", "GM0363"])
def test_an_area_with_too_few_adults_has_no_figure_and_is_no_extreme(
    code: str, shop: Workshop
) -> None:
    page = buurten_of(shop, code)
    region = shop.areas.find(code)
    level = RegionLevel.WIJK if region.level is RegionLevel.GEMEENTE else RegionLevel.BUURT
    inside = [each for each in shop.edition.regions(level) if code in each_place(each)]
    few = {each.name for each in inside if (each.adults or 0) < 500}
    shown = {row.name for row in page.rows} | {b.name for c in page.charts for b in c.bars}
    assert few
    assert page.charts
    assert not shown & few
    named = {name for chart in page.charts for name in re.findall(r"\(([^()]+)\)", chart.text)}
    assert not named & few
    assert page.few
    assert "500 volwassenen" in page.few


def test_nothing_is_said_of_small_areas_where_there_are_none(shop: Workshop) -> None:
    assert buurten_of(shop, "WK001402").few is None


def test_a_number_that_several_parts_share_says_how_many(shop: Workshop) -> None:
    page = buurten_of(shop, "WK034403")
    shared = 0
    for chart in page.charts:
        place = [value.indicator for value in parts_of(shop, "WK034403").whole.values].index(
            chart.indicator
        )
        printed = [row.cells[place].cell.text for row in page.rows]
        for number, who in re.findall(r"(\S+) \(([^()]+)\)", chart.text):
            count = printed.count(number)
            assert (who == f"{count} buurten") == (count > 1), chart.text
            shared += count > 1
    assert shared


def test_a_wijk_with_only_a_number_has_the_name_of_its_gemeente(shop: Workshop) -> None:
    assert profile_of(shop, "WK006000").front.title == "Ameland"
    assert profile_of(shop, "WK034403").front.title == "Overvecht"


def test_how_figures_were_made_is_said_once(shop: Workshop) -> None:
    account = profile_of(shop, "WK034403").account
    assert "(modelschatting)" in account.indicators_note
    assert "(telling)" in account.indicators_note
    assert {item.method for item in account.indicators} == {None}


def test_a_figure_that_is_not_there_has_no_mark(shop: Workshop) -> None:
    page = render_html(profile_of(shop, "WK030705"))
    absent = re.findall(r'<td class="getal eigen">(–.*?)</td>', page, re.DOTALL)
    assert len(absent) > 5
    assert not any("teken" in cell for cell in absent)


def test_a_table_with_a_figure_says_at_each_row_why_it_has_none(shop: Workshop) -> None:
    tables = [t for theme in profile_of(shop, "WK030705").themes for t in theme.tables]
    mixed = [t for t in tables if {row.value.value is None for row in t.rows} == {True, False}]
    assert len(mixed) == 4
    assert not [table for table in mixed if table.shared_absence]
    assert all(row.value.note for t in mixed for row in t.rows if row.value.value is None)
