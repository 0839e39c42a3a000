from __future__ import annotations

import itertools
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support import profiles
from tests.support.catalogue import CATALOGUE
from tests.support.rendering import print_page, render_html
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render.environment import Context, fill
from wijkprofiel.render.pictures import Pictures
from wijkprofiel.render.style import PLAIN
from wijkprofiel.words.cells import Row

VARIANTS: tuple[Callable[[], Profile], ...] = (
    profiles.overvecht,
    profiles.longest_names,
    profiles.hostile_names,
    profiles.without_map,
    profiles.everything_missing,
)


def text_of(html: str) -> str:
    """What a reader sees, without styles."""
    body = html[html.index("<body") :]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))


@pytest.fixture(scope="module")
def page() -> str:
    return render_html(profiles.overvecht())


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: one.__name__)
def test_the_same_profile_gives_the_same_page(variant: Callable[[], Profile]) -> None:
    assert render_html(variant()) == render_html(variant())


def test_the_page_needs_nothing_from_outside(page: str) -> None:
    assert "<script" not in page
    assert "<link" not in page
    assert "@import" not in page
    assert not re.findall(r'(?:src|href)="(?!#|data:)', page)
    assert not re.findall(r"url\((?!data:)", page)


def test_the_page_is_small(page: str) -> None:
    assert len(page.encode()) < 300_000


def test_the_page_is_in_dutch_and_has_a_title(page: str) -> None:
    assert '<html lang="nl">' in page
    assert "<title>Wijkgezondheidsprofiel Overvecht, gemeente Utrecht</title>" in page


def test_headings_are_in_order(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels.count(1) == 1
    assert all(other <= one + 1 for one, other in itertools.pairwise(levels))


def test_every_entry_of_the_contents_leads_somewhere(page: str) -> None:
    places = re.findall(r'<a href="#([^"]+)"', page)
    assert len(places) > 5
    assert all(f'id="{place}"' in page for place in places)


def test_no_identifier_stands_twice(page: str) -> None:
    identifiers = re.findall(r' id="([^"]+)"', page)
    assert len(set(identifiers)) == len(identifiers)


def test_a_row_shows_its_figures_words_and_difference() -> None:
    text = text_of(render_html(profiles.overvecht()))
    assert (
        "Voelt zich gezond 70 81 (−11) duidelijk ongunstiger 78 (−8) duidelijk ongunstiger" in text
    )


def test_tables_have_one_header_row_with_scopes(page: str) -> None:
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        head, body = table.split("</thead>")
        assert head.count("<tr>") == 1
        assert head.count('<th scope="col"') == head.count("<th ")
        assert body.count('<th scope="row"') == len(re.findall(r"<tr[ >]", body))
    assert "colspan" not in page


def test_every_row_has_as_many_cells_as_its_table_has_columns(page: str) -> None:
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        columns = len(re.findall(r'<th scope="col"', table))
        for row in re.findall(r"<tr[ >].*?</tr>", table.split("</thead>")[1], re.DOTALL):
            assert len(re.findall(r"<t[hd][ >]", row)) == columns


def test_markup_in_a_name_is_text() -> None:
    page = render_html(profiles.hostile_names())
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&#39;t Zând" in page


def test_a_notice_stands_above_the_tables() -> None:
    page = render_html(profiles.everything_missing())
    assert page.count('class="mededeling"') == 1
    assert page.index('id="tabellen"') < page.index('class="mededeling"')


def test_what_is_missing_says_why() -> None:
    text = text_of(render_html(profiles.everything_missing()))
    assert "Voelt zich gezond ontbreekt of is door de bron niet gegeven – 81 78" in text


def test_what_is_not_compared_says_why() -> None:
    profile = profiles.overvecht()
    row = profile.themes[1].tables[0].rows[0]
    ring = profiles.not_compared("gemeente")
    table = replace(
        profile.themes[1].tables[0], rows=(replace(row, judgements=(ring, row.judgements[1])),)
    )
    theme = replace(profile.themes[1], tables=(table,))
    text = text_of(render_html(replace(profile, themes=(theme,))))
    assert "70 81 niet vergeleken te weinig inwoners om te vergelijken 78 (−8)" in text


def test_without_a_map_there_is_no_figure() -> None:
    assert '<figure class="kaart">' not in render_html(profiles.without_map())


def test_what_the_marks_mean_stands_once_above_the_tables(page: str) -> None:
    assert page.count('class="leeswijzer"') == 1
    assert page.index('class="leeswijzer"') > page.index('id="tabellen"')


def test_the_tables_are_folded_on_screen_and_in_print_only_where_asked_for() -> None:
    profile = profiles.overvecht()
    page = page_of(profile, in_print=False)
    assert page.count('<details class="thema"') == len(profile.themes)
    printed = page_of(profile, in_print=True)
    assert "<details" not in printed
    assert printed.count('class="thema"') == len(profile.themes)
    without = replace(profile, prints_tables=False)
    assert 'id="tabellen"' not in page_of(without, in_print=True)
    assert 'id="tabellen"' in page_of(without, in_print=False)


def test_html_needs_neither_weasyprint_nor_pydyf() -> None:
    code = (
        "import sys; import wijkprofiel.render.html; "
        "print([name for name in ('weasyprint', 'pydyf') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_three_things_come_in_their_order_with_their_message_first(page: str) -> None:
    text, front = text_of(page), profiles.overvecht().front
    said = [f"{each.title}. {each.text}" for each in front.statements]
    places = [text.index(" ".join(each.split())) for each in said]
    assert places == sorted(places)
    assert text.index(front.heading) < places[0]
    assert text.index(front.question.text) > places[-1]


def test_a_row_of_the_first_page_has_its_name_its_place_and_its_numbers(page: str) -> None:
    table = page[page.index('class="plaatsen') :].split("</table>")[0]
    chart = profiles.overvecht().front.chart
    assert chart is not None
    assert table.count("<svg") == len(chart.rows)
    for row in chart.rows:
        line = table[table.index(row.name) :].split("</tr>")[0]
        assert re.findall(r'<td class="getal[^"]*">([^<]*)</td>', line) == [
            row.here,
            row.near,
            row.country,
        ]
        assert f"<title>{row.text}</title>" in line


def test_without_figures_there_is_no_chart_and_still_a_question() -> None:
    page = render_html(profiles.everything_missing())
    assert 'class="plaatsen' not in page
    assert 'class="vraag"' in page


def test_rounds_are_printed_in_their_order() -> None:
    text = text_of(render_html(profiles.overvecht()))
    assert "2012, 2016, 2020" in text
    assert re.search(r"Voelt zich eenzaam .*? 53 54 58 40 43 49 40 43 47", text)
    assert "Beweegt genoeg: –, 44, 50" in text, "a round that was not measured is a dash"


def test_a_buurt_without_figures_has_no_mark() -> None:
    page = render_html(profiles.overvecht())
    rows = [row for row in page.split("<tr")[1:] if "Wolga- en Donaudreef" in row]
    assert len(rows) == 4
    for row in rows:
        assert "<svg" not in row[: row.index("</tr>")]


def test_gaps_ask_a_question_and_leave_room_to_write_on_paper() -> None:
    profile = profiles.overvecht()
    page, printed = render_html(profile), print_page(profile).text
    first, second = profile.unsaid.gaps
    assert first.prompt in page
    assert second.prompt in page
    assert "schrijflijn" not in page.split("</style>")[-1]
    assert first.prompt in printed
    assert second.prompt not in printed
    assert printed.count('<div class="schrijflijn">') == 2
    assert (profile.unsaid.gaps_without_room or "?") in printed


def test_the_legend_explains_open_and_bold_and_the_elderly() -> None:
    page = render_html(profiles.overvecht())
    legend = text_of("<body>" + page[page.rindex('<p class="leeswijzer"') :].split("</p>")[0])
    for words in ("open: iets", "vet : duidelijk", "65-plus: tegenover Utrecht"):
        assert words in legend


def test_the_charts_of_buurten_say_what_their_line_and_marks_are() -> None:
    page = render_html(profiles.overvecht())
    below = page[page.index('class="bijstaven"') :].split("</div>")[0]
    assert "De streep is de hele wijk." in below
    assert "vergelijkt een buurt met de rest van de wijk" in below
    for word, name in (("gunstiger", "omhoog-vol-gunstig"), ("ongunstiger", "omlaag-vol")):
        assert re.search(rf'teken-{name}[^"]*">{word}<', below)


def test_65_plussers_are_explained_only_where_they_are_judged() -> None:
    profile = profiles.overvecht()

    def without_verdict(row: Row) -> Row:
        ring = (profiles.not_compared("gemeente"), profiles.not_compared("land"))
        return replace(row, elderly=row.elderly and replace(row.elderly, judgements=ring))

    def without_column(row: Row) -> Row:
        return replace(row, elderly=None)

    for change in (without_verdict, without_column):
        themes = tuple(
            replace(
                theme,
                tables=tuple(
                    replace(table, rows=tuple(change(row) for row in table.rows))
                    for table in theme.tables
                ),
            )
            for theme in profile.themes
        )
        for in_print in (False, True):
            page = page_of(replace(profile, themes=themes), in_print=in_print)
            assert "open: iets" in page
            assert "65-plus: tegenover" not in page
            assert "65-plus: tegenover" in page_of(profile, in_print=in_print)


def page_of(profile: Profile, *, in_print: bool) -> str:
    context = Context(
        called="profiel",
        content=profile,
        teksten=CATALOGUE.texts,
        beeld=Pictures(as_images=in_print),
        tekens="",
        huisstijl=PLAIN,
        druk=in_print,
        dichtheid=0,
    )
    return fill(context, None)


def test_a_name_with_an_apostrophe_is_read_aloud_as_it_is() -> None:
    profile = profiles.overvecht()
    (first, *rows) = profile.front.chart.rows if profile.front.chart else ()
    named = replace(first, text="Kaart van 's-Gravenhage")
    chart = profile.front.chart and replace(profile.front.chart, rows=(named, *rows))
    page = page_of(replace(profile, front=replace(profile.front, chart=chart)), in_print=True)
    assert "&amp;#" not in page
    assert "Kaart van &#x27;s-Gravenhage" in page
