"""What holds for a round stands where a figure of that round stands, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wijkprofiel.configuration.remarks import RoundRemark, lacking_in_copies
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.words.formatting import DUTCH
from wijkprofiel.words.remarks import RoundRemarks, Shown
from wijkprofiel.workshop.workshop import Workshop

MakeProfile = Callable[..., Profile]
AUTUMN = "De vragen van 2020 zijn gesteld in het najaar, tijdens de coronacrisis."
AT_HOME = "De vragen van 2020 zijn gesteld in het najaar, toen mensen meer thuis waren."
NOT_OURS = "Van 2020 staan er geen cijfers van deze leeftijdsgroep in deze editie."
FROM_19 = "In 2012 en 2016 begint de groep bij 19 jaar."


def remark(name: str, **changed: object) -> RoundRemark:
    usual = {"id": name, "tabellen": ("t",), "perioden": (2020,), "tekst": f"{name} {{jaren}}."}
    return RoundRemark.model_validate({**usual, **changed})


def shown(period: int, table: str = "t", age: AgeGroup = AgeGroup.ADULTS) -> Shown:
    return Shown(table, period, age, "eenzaam")


def test_a_remark_is_about_a_table_and_a_year() -> None:
    remarks = RoundRemarks(
        (remark("een", perioden=(2016, 2020)), remark("ander", tabellen=("u",))), DUTCH
    )
    assert remarks.sentences([shown(2020), shown(2016), shown(2024)]) == ("een 2016 en 2020.",)
    assert remarks.sentences([shown(2020, "u")]) == ("ander 2020.",)
    assert remarks.sentences([shown(2024), shown(2016, "u")]) == ()


def test_what_is_said_beside_it_is_not_said_again() -> None:
    remarks = RoundRemarks((remark("een", perioden=(2016, 2020)),), DUTCH)
    assert remarks.sentences([shown(2020)], said=[shown(2020), shown(2016)]) == ()
    assert remarks.sentences([shown(2020)], said=[shown(2016)]) == ("een 2020.",)


def test_a_remark_may_be_about_one_age_group() -> None:
    remarks = RoundRemarks((remark("een", leeftijden=("65+",), kort="{jaren} anders"),), DUTCH)
    assert remarks.sentences([shown(2020)]) == remarks.in_short([shown(2020)]) == ()
    assert remarks.in_short([shown(2020, age=AgeGroup.ELDERLY)]) == ("2020 anders",)


def test_what_our_copy_lacks_is_said_only_while_it_is_lacking() -> None:
    lacking = remark("kopie", leeftijden=("18-64",), ontbreekt="ja")
    remarks = RoundRemarks((lacking,), DUTCH)
    young = AgeGroup.WORKING_AGE
    assert remarks.absences([shown(2016, age=young)]) == ("kopie 2020.",)
    assert remarks.absences([shown(2016, age=young), shown(2020, age=young)]) == ()
    assert remarks.absences([shown(2016)]) == remarks.absences([shown(2016, "u", young)]) == ()
    assert remarks.sentences([shown(2020, age=young)]) == ()
    assert lacking_in_copies([lacking]) == {("t", young, 2020)}


@pytest.mark.parametrize("code", ["WK034403", "GM0344", "BU03440321", "NL00"])
def test_autumn_2020_stands_once_on_every_page_that_it_touches(
    code: str, profile: MakeProfile
) -> None:
    made = profile(code)
    assert sum(AUTUMN in note for note in made.front.notes) == 1
    touched = [
        theme
        for theme in made.themes
        if any("Gezondheidsmonitor" in note.text for t in theme.tables for note in t.sources)
    ]
    assert touched
    for theme in touched:
        trend = theme.trend.note if theme.trend else ""
        assert ("najaar" in trend) + sum(AUTUMN in note for note in theme.notes) == 1
    for theme in made.themes:
        if theme not in touched:
            assert not any("najaar" in note for note in theme.notes)
    if made.buurten is not None:
        assert sum(AUTUMN in note for note in made.buurten.notes) == 1


def test_a_remark_about_one_indicator_bears_its_name(profile: MakeProfile) -> None:
    caveats = [c for t in profile("WK034403").themes for each in t.tables for c in each.caveats]
    assert [c.names for c in caveats if c.text == AT_HOME] == ["Ernstige geluidhinder van buren"]
    assert not any("najaar" in c.text for c in caveats if c.text != AT_HOME)


def test_without_health_figures_no_page_speaks_of_it(profile: MakeProfile) -> None:
    made = profile("WK034403", themes=("bevolking",))
    assert not any("najaar" in note for theme in made.themes for note in theme.notes)


def test_what_we_do_not_have_is_not_said_of_the_source(
    profile: MakeProfile, shop: Workshop
) -> None:
    table = profile("WK034403").account.working_age
    assert table is not None
    assert table.note.startswith(
        "Modelschattingen, uit dezelfde tabel als de andere gezondheidscijfers."
        f" {NOT_OURS} {FROM_19}"
    )
    book = FigureBook(shop.edition, lacking_in_copies(shop.catalogue.remarks.values()))
    region = shop.edition.region("WK034403")
    assert region is not None
    young = FigureKey("eenzaam", AgeGroup.WORKING_AGE, 2020)
    assert book.observation(Area.of(region), young).status is ValueStatus.NOT_IN_EDITION
    texts = shop.catalogue.texts.geen_cijfer
    assert texts[ValueStatus.NOT_IN_EDITION] == "niet in deze editie"
    older = FigureKey("eenzaam", AgeGroup.WORKING_AGE, 2016)
    assert book.observation(Area.of(region), older).value is not None
