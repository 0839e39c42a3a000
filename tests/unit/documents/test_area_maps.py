"""Which maps a page has, what is named on them, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.buurten_pages import made_up_wijk, square
from tests.support.rendering import render_html
from tests.unit.documents.conftest import MakeProfile
from wijkprofiel.documents.locator import LocatorMaker
from wijkprofiel.documents.profile.area_maps import AreaMap, AreaMapMaker
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.outlines import OutlineMatch, WijkMap
from wijkprofiel.findings.findings import AreaFindings
from wijkprofiel.words.voice import Voice
from wijkprofiel.words.wording import Wording
from wijkprofiel.workshop.workshop import Workshop


def wording_of(shop: Workshop, found: AreaFindings) -> Wording:
    voice = Voice.of(shop.catalogue)
    return Wording.of(voice, found.area, found.benchmarks, found.namesakes)


def maps(shop: Workshop, code: str, wijk_map: WijkMap | None = None) -> tuple[AreaMap, ...]:
    """The maps of an area, with outlines of buurten that the edition does not have."""
    findings = shop.findings([shop.areas.find(code)])
    found = findings.only
    wording = wording_of(shop, found)
    return tuple(
        AreaMapMaker(
            wording=wording,
            area=found.area,
            wijk=found.wijk,
            locator=LocatorMaker(wording, found, findings.origins).locator(),
            wijk_map=wijk_map,
        ).maps()
    )


def test_a_wijk_lies_among_its_neighbours(shop: Workshop) -> None:
    (found,) = maps(shop, "WK034403")
    assert found.heading == "Waar Overvecht ligt"
    assert found.text == "Overvecht grenst binnen Utrecht aan Noordoost en Noordwest."
    assert found.note == "Grenzen van 2022."
    assert found.map.chosen == "WK034403"
    assert {found.map.names[code] for code in found.map.named} == {"Noordoost", "Noordwest"}


def test_a_buurt_lies_in_its_wijk(shop: Workshop) -> None:
    (found,) = maps(shop, "BU03440341")
    assert found.map.chosen == "WK034403"
    assert found.note is not None
    assert "Gekleurd is de wijk Overvecht, waarin de buurt ligt." in found.note


def test_a_gemeente_shows_all_its_wijken_and_none_stands_out(shop: Workshop) -> None:
    (found,) = maps(shop, "GM0344")
    assert found.map.chosen is None
    assert len(found.map.named) == len(found.map.outlines) == 10
    assert found.map.numbers
    assert found.map.text == "Kaart van Utrecht met 10 wijken."


def test_a_gemeente_of_very_many_wijken_has_no_list_of_numbers(shop: Workshop) -> None:
    (found,) = maps(shop, "GM0363")
    assert not found.map.numbers


@pytest.mark.parametrize("code", ["WK006000", "GM0060", "NL00"])
def test_one_wijk_is_no_map(shop: Workshop, code: str) -> None:
    assert maps(shop, code) == ()


def test_an_outline_of_another_area_is_not_shown_as_this_one(
    shop: Workshop, profile: MakeProfile
) -> None:
    other = [
        code
        for gemeente in ("GM0307", "GM1696", "GM0037")
        if (drawn := shop.findings([shop.areas.find(gemeente)]).only.map) is not None
        for code, match in drawn.matches.items()
        if match in (OutlineMatch.OTHER_AREA, OutlineMatch.NO_OUTLINE)
    ]
    assert other
    for code in other[:3]:
        assert maps(shop, code) == ()
        assert profile(code).key_figures.maps == ()


def test_the_buurten_of_a_wijk_are_drawn_where_their_outlines_are_known(shop: Workshop) -> None:
    _, found = maps(shop, "WK034403", made_up_wijk())
    assert found.heading == "De buurten van Overvecht"
    assert set(found.map.names.values()) == {
        *("Taag- en Rubicondreef", "Kanaalstrook", "Tigrisdreef", "Eilandje"),
    }
    assert found.map.chosen is None
    assert found.map.text == (
        "Kaart van Overvecht met 4 buurten: Eilandje, Kanaalstrook, Taag- en Rubicondreef en"
        " Tigrisdreef."
    )


def test_a_buurt_stands_out_among_the_others(shop: Workshop) -> None:
    drawn = made_up_wijk()
    own = {**drawn.matches, "BU03440341": OutlineMatch.BOUNDARY_CHANGED}
    _, found = maps(shop, "BU03440341", replace(drawn, matches=own))
    assert found.map.chosen == "BU03440341"
    assert found.map.text.endswith("Zambesidreef en omgeving is gekleurd.")
    changed = {**drawn.matches, "BU03440341": OutlineMatch.OTHER_AREA}
    _, found = maps(shop, "BU03440341", replace(drawn, matches=changed))
    assert found.map.chosen is None


def test_buurten_of_another_wijk_are_not_drawn(shop: Workshop) -> None:
    drawn = replace(made_up_wijk(), outer_match=OutlineMatch.OTHER_AREA)
    assert len(maps(shop, "WK034403", drawn)) == 1


def test_every_name_of_the_map_of_buurten_stands_on_the_page(
    shop: Workshop, profile: MakeProfile
) -> None:
    made = profile("WK034403")
    both = replace(made.key_figures, maps=maps(shop, "WK034403", made_up_wijk()))
    page = render_html(replace(made, key_figures=both))
    part = page[page.index('id="wie-wonen-hier"') :].split("</section>")[0]
    assert part.count("<figure") == 2
    for name in ("Taag- en Rubicondreef", "Kanaalstrook", "Tigrisdreef", "Eilandje"):
        assert name in part.replace("</text>", " ")
    assert "Te klein voor een nummer op de kaart: Eilandje" in part


def test_a_werkgebied_of_wijken_and_buurten_is_coloured_as_one(shop: Workshop) -> None:
    """Its buurten lie over the map, where the edition has their outlines."""
    wijk, buurt = (shop.areas.find(code) for code in ("WK034404", "BU03440341"))
    findings = shop.findings([Area((wijk, buurt), "Samen", "Samen")])
    found = findings.only
    assert found.map is not None
    outline = square(buurt.code, buurt.title, 136_400, 458_700, 137_400, 459_300)
    matches = {**found.map.matches, buurt.code: OutlineMatch.SAME}
    found = replace(found, map=replace(found.map, buurten=(outline,), matches=matches))
    wording = wording_of(shop, found)
    locator = LocatorMaker(wording, found, findings.origins).locator()
    assert locator.codes == ("WK034404", buurt.code)
    assert locator.note == "Grenzen van 2022."
    maker = AreaMapMaker(
        wording=wording, area=found.area, wijk=found.wijk, locator=locator, wijk_map=None
    )
    (shown,) = maker.maps()
    assert shown.map.members == ("WK034404", buurt.code)
    assert shown.map.outlines[-1].code == buurt.code
    assert shown.map.together == "Samen"
    assert "WK034403" in shown.map.named  # the wijk around the buurt
    assert shown.text is None  # what lies beside a buurt is not on this map


def test_without_outlines_of_buurten_the_note_says_which_are_not_coloured(shop: Workshop) -> None:
    wijk, buurt = (shop.areas.find(code) for code in ("WK034404", "BU03440341"))
    findings = shop.findings([Area((wijk, buurt), "Samen", "Samen")])
    found = findings.only
    locator = LocatorMaker(wording_of(shop, found), found, findings.origins).locator()
    assert locator.codes == ("WK034404",)
    assert locator.note is not None
    assert "Niet gekleurd: " in locator.note
