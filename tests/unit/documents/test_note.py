"""The note: what it says where something is not known, or was left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.imprints import FIXED
from wijkprofiel.documents.profile.maker import make_profile
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.documents.profile.note import Note
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import ValueStatus
from wijkprofiel.domain.regions import Region
from wijkprofiel.findings.findings import AreaFindings, Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.values import BenchmarkFigure
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.words.cells import Cell
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.workshop import Workshop

FEW = "WK030723"
MakeProfile = Callable[..., Profile]


def note_of(shop: Workshop, change: Callable[[AreaFindings], AreaFindings]) -> Note:
    """The note of Park Schothorst, had something else been found."""
    found = shop.findings([shop.find(FEW)])
    findings: Findings = replace(found, areas=(change(found.only),))
    scope = Scope(shop.catalogue, USUAL)
    profile = make_profile(findings, Voice.of(shop.catalogue), scope, shop.catalogue.limits, FIXED)
    assert profile.note is not None
    return profile.note


def of_people(found: AreaFindings, inhabitants: int | None, adults: float | None) -> AreaFindings:
    region: Region = replace(found.area.members[0], inhabitants=inhabitants, adults=adults)
    return replace(found, area=Area.of(region))


def test_who_is_not_counted_is_not_called_few(shop: Workshop) -> None:
    note = note_of(shop, lambda found: of_people(found, None, None))
    assert note.people is None
    assert note.unsaid[0] == (
        "Hoeveel volwassenen er in Park Schothorst wonen, weten wij niet. Daarom geven wij geen"
        " cijfers."
    )


@pytest.mark.parametrize(
    ("inhabitants", "said"), [(0, "(Bijna) geen inwoners"), (1_230, "Ongeveer 1.230 inwoners")]
)
def test_how_many_people_live_there(shop: Workshop, inhabitants: int, said: str) -> None:
    assert note_of(shop, lambda found: of_people(found, inhabitants, 20.0)).people == said


def test_a_figure_that_the_gemeente_lacks_is_a_dash_with_its_reason(shop: Workshop) -> None:
    def without(found: AreaFindings) -> AreaFindings:
        values = tuple(
            replace(value, compared=tuple(withheld(item) for item in value.compared))
            if value.indicator == "roker"
            else value
            for value in found.values.all
        )
        return replace(found, values=type(found.values)(values))

    row = next(each for each in note_of(shop, without).table.rows if each.indicator == "roker")
    reason = shop.catalogue.texts.geen_cijfer[ValueStatus.WITHHELD]
    assert row.gemeente == Cell("–", None, ValueStatus.WITHHELD, reason)


def withheld(item: BenchmarkFigure) -> BenchmarkFigure:
    absent = replace(item.figure, value=None, status=ValueStatus.WITHHELD, lower=None, upper=None)
    return replace(item, figure=absent)


def test_what_the_makers_left_out_is_no_row(profile: MakeProfile) -> None:
    note = profile(FEW, left_out=frozenset({"roker"})).note
    assert note is not None
    assert "roker" not in {row.indicator for row in note.table.rows}
    assert len(note.table.rows) == 11
