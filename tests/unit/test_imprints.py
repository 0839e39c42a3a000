"""What a workshop says that its documents are made with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.support.shipped import open_shop
from wijkprofiel import __version__
from wijkprofiel.documents.registry import DOCUMENTS
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.render.html import render_html
from wijkprofiel.render.style import Style
from wijkprofiel.workshop.imprints import Imprints
from wijkprofiel.workshop.tasks import Task
from wijkprofiel.workshop.workshop import Workshop

PROFILE = DOCUMENTS["profiel"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def imprints(shop: Workshop) -> Imprints:
    return Imprints(shop.place, shop.catalogue, shop.edition)


def of(imprints: Imprints, task: Task, document: str = "profiel") -> Imprint:
    return imprints.of(DOCUMENTS[document], task)


def test_documents_of_one_task_have_one_fingerprint(shop: Workshop, imprints: Imprints) -> None:
    task = Task(shop.find("overvecht"))
    found = {name: of(imprints, task, name) for name in DOCUMENTS}
    assert len({each.configuration for each in found.values()}) == 1
    assert len({each.command for each in found.values()}) == len(DOCUMENTS)
    assert {each.version for each in found.values()} == {__version__}


def test_areas_do_not_change_it(shop: Workshop, imprints: Imprints) -> None:
    codes = ("WK034403", "GM0344", "BU03440311", "NL00")
    found = [of(imprints, Task(shop.find(code))) for code in codes]
    assert len({each.configuration for each in found}) == 1
    assert [each.command for each in found] == [
        f"wijkprofiel build {code} --edition 2020" for code in codes
    ]


@pytest.mark.parametrize(
    "change", [{"wishes": Wishes(title="Onze wijk")}, {"style": Style(accent="#1a5276")}]
)
def test_what_was_asked_in_python_has_no_command(
    change: dict[str, object], shop: Workshop, imprints: Imprints
) -> None:
    """A command that makes something else would be worse than none."""
    found = of(imprints, replace(Task(shop.find("overvecht")), **change))  # type: ignore[arg-type]
    assert found.command is None
    assert found.data_command is None


def test_wishes_of_python_count(shop: Workshop, imprints: Imprints) -> None:
    plain = Task(shop.find("overvecht"))
    first = replace(plain, wishes=Wishes(title="Een", left_out=frozenset({"roker", "eenzaam"})))
    again = replace(plain, wishes=Wishes(title="Een", left_out=frozenset({"eenzaam", "roker"})))
    other = replace(plain, wishes=Wishes(title="Twee"))
    numbers = [of(imprints, task).configuration for task in (plain, first, again, other)]
    assert numbers[1] == numbers[2]
    assert len(set(numbers)) == 3


def test_a_page_without_a_command_says_nothing_of_one(shop: Workshop, imprints: Imprints) -> None:
    area, wishes = shop.find("overvecht"), Wishes(title="Onze wijk")
    imprint = of(imprints, Task(area, wishes))
    made = shop.content(PROFILE, shop.findings([area], wishes), wishes, imprint)
    page = render_html(made, shop.catalogue.texts)
    assert imprint.short_configuration in page
    assert "opnieuw:" not in page
