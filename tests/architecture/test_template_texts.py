"""Nothing that a reader of a document sees stands in a template: a voice has it."""

from __future__ import annotations

import pytest

from tests.support.template_texts import in_style_sheet, in_template, texts_of
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES

TEMPLATES = sorted(path for kind in ("*.j2", "*.css") for path in SHIPPED_TEMPLATES.rglob(kind))


def test_no_template_has_a_text_of_its_own() -> None:
    found = [
        f"templates/{path.relative_to(SHIPPED_TEMPLATES)}: '{text}'"
        for path in TEMPLATES
        for text in texts_of(path)
    ]
    assert not found, (
        "another language or another reader cannot change these; put them in "
        "configs/teksten/nl.yaml, declare them in wijkprofiel/configuration/texts.py, and print "
        "them with {{ teksten.… }}:\n" + "\n".join(found)
    )


def test_all_templates_are_looked_at() -> None:
    assert len(TEMPLATES) >= 15


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2>Bronnen</h2>", ["Bronnen"]),
        ("<p>{{ een }} van de {{ ander }}</p>", ["van de"]),
        ('<div aria-label="Inhoud"></div>', ["Inhoud"]),
        ("<img alt=\"{{ 'kaart' }}\"/>", ["kaart"]),
        ("<th>{{ tabel.unit or 'onderwerp' }}</th>", ["onderwerp"]),
        ("<b>Bron{{ 'nen' if meer }}: </b>", ["Bronnen:"]),
        ("{{ deel('plek', 'Verantwoording') }}", ["Verantwoording"]),
        ("{{ namen | join(' en ') }}", ["en"]),
        ("{% if een %}ja{% else %}<i>nee</i>{% endif %}", ["ja", "nee"]),
        ("{% macro deel() %}<p>tekst</p>{% endmacro %}", ["tekst"]),
    ],
)
def test_a_text_is_found(source: str, expected: list[str]) -> None:
    assert [text.strip() for text in in_template(source)] == expected


@pytest.mark.parametrize(
    "source",
    [
        "{# Een opmerking #}<!-- nog een -->",
        "<p>{{ teksten.omslag.inhoud }}: {{ getal }} km&nbsp;&#8239;(+4), 12%</p>",
        "<td class=\"getal{{ ' klein' if klein else 'groot' }}\" id=\"plek\"></td>",
        "{{ deel('in-een-oogopslag', profiel.titel) }}",
        "{{ rijen | map(attribute='text') | join(', ') }}",
        "<style>.teken { color: red }</style>",
        '<meta name="viewport" content="width=device-width"/>',
    ],
)
def test_what_is_no_text_is_left_alone(source: str) -> None:
    assert list(in_template(source)) == []


def test_a_style_sheet_adds_no_text() -> None:
    sheet = '/* "uitleg" */ a::after { content: "bladzijde " counter(page); } b { content: "–" }'
    assert list(in_style_sheet(sheet)) == ["bladzijde "]
