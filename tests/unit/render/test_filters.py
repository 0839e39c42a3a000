from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from wijkprofiel.documents.registry import DOCUMENTS
from wijkprofiel.render import environment
from wijkprofiel.render.environment import Context, breakable, whole_phone_numbers

DOCS = Path(__file__).parents[3] / "docs" / "sjablonen.md"


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        (
            "Mensen met een arbeidsongeschiktheidsuitkering",
            "Mensen met een arbeidsongeschiktheids-uitkering",
        ),
        ("Eengezinswoningen", "Eengezinswoningen"),
        ("Beperkt door gezondheid", "Beperkt door gezondheid"),
    ],
)
def test_only_the_longest_words_may_be_broken(name: str, broken: str) -> None:
    assert breakable(name).replace("\N{SOFT HYPHEN}", "-") == broken


@pytest.mark.parametrize("phone", ["071 / 123 45 67", "(071) 123 45 67", "+31 71 123 45 67"])
def test_a_phone_number_stays_on_one_line(phone: str) -> None:
    text = whole_phone_numbers(f"Sanne, GGD in 2020, {phone}")
    assert text == "Sanne, GGD in 2020, " + phone.replace(" ", "\N{NO-BREAK SPACE}")


def test_the_manual_names_everything_that_a_template_can_use(tmp_path: Path) -> None:
    manual = DOCS.read_text(encoding="utf-8")
    shared = set(Context.__annotations__) - {"called", "content"}
    for name in shared | {document.called for document in DOCUMENTS.values()}:
        assert f"| `{name}` |" in manual
    ours = set(environment._environment(tmp_path, environment.PAGE).filters)
    for name in ours - set(Environment().filters):
        assert re.search(rf"\\\| {name}[`(]", manual), name
