"""A profile of some themes, or without some figures, is about those in every part."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from tests.support.rendering import render_html, render_pdf
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render.export import to_csv
from wijkprofiel.workshop.workshop import Workshop

MakeProfile = Callable[..., Profile]


def chosen(made: Profile) -> set[str]:
    assert made.front.chart is not None
    return {row.indicator for row in made.front.chart.rows if row.mark.filled}


def in_rows(made: Profile) -> set[str]:
    return {row.indicator for theme in made.themes for t in theme.tables for row in t.rows}


def of_residents(shop: Workshop) -> set[str]:
    return set(shop.catalogue.texts.wie_wonen_hier.blokken.all())


def health(shop: Workshop) -> frozenset[str]:
    return frozenset(d.id for d in shop.catalogue.indicators.values() if d.is_health)


def test_all_parts_follow_the_chosen_themes(shop: Workshop, profile: MakeProfile) -> None:
    usual = profile("WK034403")
    made = profile("WK034403", themes=("participatie",))
    shown = in_rows(made) | of_residents(shop)
    names = {shop.catalogue.indicators[key].naam for key in shown}
    assert chosen(usual) > chosen(made) == {"moeite_met_rondkomen"}
    assert {record.indicator for record in made.figures} == shown
    assert {item.name for item in made.account.indicators} == names
    assert made.account.working_age is not None
    assert {line.indicator for line in made.account.working_age.lines} <= shown
    assert made.buurten is not None
    assert made.buurten.headers == ("Heeft moeite met rondkomen", "65 jaar en ouder")
    page = render_html(made) + to_csv(made)
    for word in ("rookt", "roker", "overgewicht"):
        assert word not in page.lower()


def test_a_profile_without_health_figures_does_not_speak_of_them(
    shop: Workshop, profile: MakeProfile
) -> None:
    for made in (
        profile("WK034403", themes=("voorzieningen",)),
        profile("WK034403", left_out=health(shop)),
    ):
        assert made.notice is None
        titles = [each.title for each in made.front.statements]
        assert "Geen gezondheidscijfers in dit profiel" in titles
        assert not any("modelschatting" in note for note in made.front.notes)
        assert {origin.table for origin in made.origins.values()} == {
            *("85318NED", "84799NED", "85984NED")
        }
        said = [*made.unsaid.paragraphs, *made.account.paragraphs]
        assert not [text for _, text in said if "monitor" in text or "modelschatting" in text]
        assert "gaan over alle inwoners (telling)" in made.account.indicators_note
        page = render_html(made).rpartition("</style>")[2]
        for wrong in ("Hiervoor wonen", "te weinig inwoners voor", "(–)"):
            assert wrong not in page
        assert "Gezondheidsmonitor" not in page


@pytest.mark.parametrize("themes", [(), ("participatie",), ("bevolking", "fysieke_omgeving")])
def test_a_table_is_cited_if_and_only_if_it_serves(
    themes: tuple[str, ...], profile: MakeProfile
) -> None:
    made = profile("WK034403", themes=themes)
    serving = {r.observation.origin for r in made.figures if r.observation.origin}
    drawn = {key for key, origin in made.origins.items() if origin.division == 2022}
    assert set(made.origins) == serving | drawn
    assert len(made.account.sources) == len(made.origins)


def test_who_live_here_stays_whatever_is_chosen(profile: MakeProfile) -> None:
    usual, made = profile("WK034403"), profile("WK034403", themes=("voorzieningen",))
    assert made.key_figures == usual.key_figures
    assert made.front.counts == usual.front.counts


def test_everything_may_be_left_out(shop: Workshop, profile: MakeProfile) -> None:
    made = profile("WK034403", left_out=frozenset(shop.catalogue.indicators))
    assert made.buurten is None
    assert not made.account.indicators
    assert render_html(made)


def test_how_it_was_made_never_has_a_page_to_itself(profile: MakeProfile) -> None:
    document = pypdfium2.PdfDocument(render_pdf(profile("WK034403", themes=("voorzieningen",))))
    words = document[len(document) - 1].get_textpage().get_text_bounded()
    on_one_line = " ".join(words.split())
    assert "Gemaakt met" in on_one_line
    assert "Kerncijfers wijken en buurten" in on_one_line
