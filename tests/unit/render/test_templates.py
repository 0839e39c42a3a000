from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import profiles
from tests.support.rendering import render_html
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES


def own_template(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_template_of_the_user_replaces_ours_whole(tmp_path: Path) -> None:
    own_template(tmp_path, "secties/kop.html.j2", "<h1>{{ profiel.front.title }}, anders</h1>")
    page = render_html(profiles.overvecht(), templates=tmp_path)
    assert "<h1>Overvecht, anders</h1>" in page
    assert "Hoe het gemaakt is" in page


def test_a_folder_without_templates_changes_nothing(tmp_path: Path) -> None:
    profile = profiles.overvecht()
    assert render_html(profile, templates=tmp_path) == render_html(profile)


def test_a_name_that_does_not_exist_stops_the_document(tmp_path: Path) -> None:
    own_template(tmp_path, "secties/kop.html.j2", "<p>x</p>\n<h1>{{ profiel.omslag }}</h1>\n")
    with pytest.raises(RenderError) as caught:
        render_html(profiles.overvecht(), templates=tmp_path)
    assert str(tmp_path / "secties" / "kop.html.j2") in caught.value.message
    assert "regel 2" in caught.value.message
    assert caught.value.remedy


def test_a_malformed_template_says_where(tmp_path: Path) -> None:
    own_template(tmp_path, "secties/thema.html.j2", "<p>x</p>\n{% if %}\n")
    with pytest.raises(RenderError, match=r"secties/thema\.html\.j2, regel 2"):
        render_html(profiles.overvecht(), templates=tmp_path)


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    own_template(tmp_path, "profiel.html.j2", "{% include 'secties/weg.html.j2' %}")
    with pytest.raises(RenderError, match=r"secties/weg\.html\.j2"):
        render_html(profiles.overvecht(), templates=tmp_path)


def test_text_in_a_template_of_the_user_is_escaped(tmp_path: Path) -> None:
    page = "<html><body>{{ profiel.area.name }}</body></html>"
    own_template(tmp_path, "profiel.html.j2", page)
    page = render_html(profiles.hostile_names(), templates=tmp_path)
    assert (
        page == "<html><body>&#39;t Zând &amp; &lt;script&gt;alert(1)&lt;/script&gt;</body></html>"
    )


def test_a_copy_of_our_templates_gives_the_same_page(tmp_path: Path) -> None:
    copy = tmp_path / "templates"
    shutil.copytree(SHIPPED_TEMPLATES, copy)
    assert render_html(profiles.overvecht(), templates=copy) == render_html(profiles.overvecht())


def test_one_block_of_ours_can_be_replaced(tmp_path: Path) -> None:
    own_template(
        tmp_path,
        "profiel.html.j2",
        '{% extends "wijkprofiel/profiel.html.j2" %}\n'
        "{% block kop %}<h1>{{ profiel.front.title }}, eigen kop</h1>{% endblock %}\n",
    )
    page = render_html(profiles.overvecht(), templates=tmp_path)
    assert "<h1>Overvecht, eigen kop</h1>" in page
    assert 'class="kop"' not in page
    ours = render_html(profiles.overvecht())
    assert page[page.index("<main") :] == ours[ours.index("<main") :]


@pytest.mark.parametrize(
    ("block", "gone"),
    [
        ("voorblad", 'id="voorblad"'),
        ("wie_wonen_hier", 'id="wie-wonen-hier"'),
        ("inhoud", 'class="inhoudsopgave"'),
        ("tabellen", 'id="tabellen"'),
        ("thema", 'class="thema"'),
        ("buurten", 'id="buurten"'),
        ("niet_gezegd", 'id="niet-gezegd"'),
        ("verantwoording", 'id="verantwoording"'),
    ],
)
def test_every_section_is_a_block(block: str, gone: str, tmp_path: Path) -> None:
    extends = '{% extends "wijkprofiel/profiel.html.j2" %}'
    own_template(tmp_path, "profiel.html.j2", f"{extends}{{% block {block} %}}{{% endblock %}}")
    page = render_html(profiles.overvecht(), templates=tmp_path)
    assert gone not in page
    assert gone in render_html(profiles.overvecht())


def test_a_block_for_a_theme_knows_its_theme(tmp_path: Path) -> None:
    own_template(
        tmp_path,
        "profiel.html.j2",
        '{% extends "wijkprofiel/profiel.html.j2" %}'
        "{% block thema %}<p>hier stond {{ thema.name }}</p>{% endblock %}",
    )
    page = render_html(profiles.overvecht(), templates=tmp_path)
    for theme in profiles.overvecht().themes:
        assert f"<p>hier stond {theme.name}</p>" in page


def test_ours_can_be_kept_within_a_block(tmp_path: Path) -> None:
    own_template(
        tmp_path,
        "profiel.html.j2",
        '{% extends "wijkprofiel/profiel.html.j2" %}'
        "{% block buurten %}{{ super() }}<p>Met dank aan de buurtraad.</p>{% endblock %}"
        "{% block extra_stijl %}<style>h2 { color: #7a1f5c; }</style>{% endblock %}",
    )
    page = render_html(profiles.overvecht(), templates=tmp_path)
    assert 'id="buurten"' in page
    assert "<p>Met dank aan de buurtraad.</p>" in page
    assert page.index("h2 { color: #7a1f5c; }") < page.index("<body")


@pytest.mark.parametrize(
    ("text", "missing"), [("", "<html> en <body>"), ("<html><p>x</p></html>", "<body>")]
)
def test_a_page_that_is_none_does_not_leave_the_house(
    text: str, missing: str, tmp_path: Path
) -> None:
    own_template(tmp_path, "profiel.html.j2", text)
    with pytest.raises(RenderError) as caught:
        render_html(profiles.overvecht(), templates=tmp_path)
    assert caught.value.message == (
        f"Sjabloon profiel.html.j2 geeft geen hele bladzijde: er is geen {missing}."
    )


EXTENDS = '{% extends "wijkprofiel/profiel.html.j2" %}\n'


def test_a_misspelt_block_is_reported(tmp_path: Path) -> None:
    own_template(
        tmp_path, "profiel.html.j2", f"{EXTENDS}{{% block verantwoordng %}}x{{% endblock %}}"
    )
    with pytest.raises(RenderError) as caught:
        render_html(profiles.overvecht(), templates=tmp_path)
    assert caught.value.message == (
        "Fout in sjabloon profiel.html.j2, regel 2: er is geen blok 'verantwoordng'. "
        "Bedoelde u verantwoording?"
    )


def test_new_blocks_within_a_block_and_in_a_page_of_ones_own_are_fine(tmp_path: Path) -> None:
    inner = "{% block eigen %}van ons{% endblock %}"
    own_template(tmp_path, "basis.html.j2", f"{EXTENDS}{{% block kop %}}{inner}{{% endblock %}}")
    own_template(
        tmp_path,
        "profiel.html.j2",
        '{% extends "basis.html.j2" %}{% block eigen %}van mij{% endblock %}',
    )
    assert "van mij" in render_html(profiles.overvecht(), templates=tmp_path)
    other = tmp_path / "anders"
    own_template(other, "profiel.html.j2", f"<html><body>{inner}</body></html>")
    assert "van ons" in render_html(profiles.overvecht(), templates=other)


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    own_template(tmp_path, "secties/thema.html.j2", "")
    (tmp_path / "secties" / "thema.html.j2").write_bytes("caf\xe9".encode("latin-1"))
    with pytest.raises(RenderError, match=r"Sjabloon secties/thema\.html\.j2 is geen tekst"):
        render_html(profiles.overvecht(), templates=tmp_path)


def test_an_open_block_and_an_unknown_tag_are_told_in_dutch(tmp_path: Path) -> None:
    own_template(tmp_path, "profiel.html.j2", f"{EXTENDS}{{% block kop %}}x")
    with pytest.raises(RenderError, match=r"sjabloon profiel.html.j2, regel 2: {% endblock %} ont"):
        render_html(profiles.overvecht(), templates=tmp_path)
    own_template(tmp_path, "profiel.html.j2", f"{EXTENDS}{{% blok kop %}}x")
    with pytest.raises(RenderError, match=r"regel 2: de opdracht {% blok %} is hier onbekend"):
        render_html(profiles.overvecht(), templates=tmp_path)
