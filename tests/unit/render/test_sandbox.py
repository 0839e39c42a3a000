"""What a template of somebody else may not do, and what it still may."""

from __future__ import annotations

import os
import signal
import time
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.support import profiles
from tests.support.pdf_structure import fonts
from tests.support.pixels import png
from tests.support.rendering import render_html, render_pdf
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.render import environment, limits, pdf

EXTENDS = '{% extends "wijkprofiel/profiel.html.j2" %}'
BEGIN, END = "<html><body>", "</body></html>"


def lay_down(folder: Path, text: str, name: str = "profiel.html.j2") -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder / "templates"


def filled(folder: Path, text: str) -> str:
    templates = lay_down(folder, f"{BEGIN}{text}{END}")
    page = render_html(profiles.overvecht(), templates=templates)
    return page.removeprefix(BEGIN).removesuffix(END)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(RenderError) as caught:
        filled(folder, text)
    assert caught.value.remedy
    return caught.value.message


@pytest.mark.parametrize(
    "expression",
    [
        "cycler.__init__.__globals__.os.popen('id').read()",
        "joiner",
        "namespace(a=1)",
        "lipsum()",
        "dict(a=1)",
        "range(1000000000)",
        "config",
        "open('/etc/passwd')",
        "self.__init__",
        "self._TemplateReference__context",
        "profiel.__init__.__globals__",
        "profiel['__class__']",
        "profiel | attr('__class__')",
        "[profiel] | map(attribute='__class__') | list",
        "[profiel] | map(attribute='front.__class__.__mro__') | list",
        "[profiel] | groupby('__class__')",
        "[profiel] | sort(attribute='__class__')",
        "[profiel] | selectattr('__init__') | list",
        "[profiel] | sum(attribute='__class__')",
        "profiel.themes.__class__.mro()",
        "''.__class__.__mro__[1].__subclasses__()",
        "'{0.__class__}'.format(profiel)",
        "'{0.__class__}'.format_map({'0': profiel})",
        "'%s' % profiel",
        "beeld.__class__",
        "beeld._addresses",
        "beeld.handed_over",
        "beeld.plaats.__func__",
        "beeld.plaats.__globals__",
        "beeld.tekennaam.__globals__",
        "huisstijl.__post_init__()",
        "(profiel | string).encode('utf-16')",
        "profiel.themes.count(1)",
        "[1].append(2)",
        "{}.update({})",
        "profiel.area.kind.__class__",
        "profiel.area.kind.mro()",
        "''.join",
        "'a'.ljust(1000000000)",
        "'a' | center(1000000000)",
        "'a' | indent(1000000000)",
        "[1] | batch(1000000000, 1) | list",
        "'a' * 1000000000",
        "[1] * 1000000000",
        "9 ** 9 ** 9 ** 9",
        "9 ** 99999999",
        "profiel | tojson",
        "profiel | pprint",
        "[1, 2] | random",
        "1 is callable",
        "'upper' is filter",
    ],
)
def test_a_template_reads_the_profile_and_nothing_else(expression: str, tmp_path: Path) -> None:
    said = refused(tmp_path, f"{{{{ {expression} }}}}")
    assert said.startswith("Fout in ")
    assert "Jinja" not in said or "filter" in said or "test" in said


def test_statements_reach_no_further(tmp_path: Path) -> None:
    refused(tmp_path, "{% set profiel.area = 1 %}")
    refused(tmp_path, "{% macro m() %}{% endmacro %}{{ m.__globals__ }}")
    refused(tmp_path, "{% macro m() %}{% endmacro %}{{ m._func }}")
    refused(tmp_path, "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}")
    refused(tmp_path, "{% for x in [1] %}{{ loop._iterator }}{% endfor %}")
    refused(tmp_path, "{% import 'macros/delen.html.j2' as d with context %}{{ d._body_stream }}")
    refused(tmp_path, "{% import 'macros/delen.html.j2' as d with context %}{{ d.__class__ }}")
    refused(tmp_path, "{% do profiel %}")
    refused(tmp_path, "{% debug %}")


def test_what_is_not_for_templates_is_told_by_name(tmp_path: Path) -> None:
    said = refused(tmp_path, "\n{{ profiel.__init__ }}")
    assert said.endswith("profiel.html.j2, regel 2: '__init__' is niet voor sjablonen.")
    assert "kan alleen met getallen" in refused(tmp_path, "{{ 'a' * 3 }}")
    assert "te groot getal" in refused(tmp_path, "{{ 10 ** 9999 }}")


def test_a_template_computes_and_writes_as_before(tmp_path: Path) -> None:
    for text, made in (
        ("{{ 7 * 3 }} {{ 7 % 3 }} {{ 2 ** 5 }} {{ 7 // 2 }} {{ 1 + 1 }}", "21 1 32 3 2"),
        ("{{ 'a' ~ 'b' | upper }}{{ 'x y'.split()[1] }}{{ 'ab'[:1] }}", "aBya"),
        (
            "{% set d = {'a': 1} %}{{ d.a }}{{ d['a'] }}{{ d.get('b', 2) }}{{ d.items() | list }}",
            "",
        ),
        ("{% for x in [1, 2] %}{{ loop.index }}{{ ',' if not loop.last }}{% endfor %}", "1,2"),
        ("{% for x in [1, 2, 3] %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"),
        (
            "{% macro m(x) %}[{{ x }}{{ caller() }}]{% endmacro %}{% call m(1) %}2{% endcall %}",
            "[12]",
        ),
        ("{{ profiel.area.kind }} {{ profiel.area.kind.value }}", "wijk wijk"),
        ("{{ profiel.weg is defined }}", "False"),
        ("{% for k in [{'a': 1}] | groupby('a') %}{{ k.grouper }}{% endfor %}", "1"),
        ("{% filter upper %}a{% endfilter %}{% raw %}{{ x }}{% endraw %}", "A{{ x }}"),
        ("{{ profiel.themes | map(attribute='name') | join(', ') | length > 10 }}", "True"),
    ):
        assert made in filled(tmp_path, text), text


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in 'x' | list %}{{ a }}{% endfor %}<script>1</script>",
        "<img src='https://elders/x.png' alt=''/>",
        "{{ '<img src=file:///etc/passwd>' | safe }}",
        "{% autoescape false %}{{ '<script>' }}{% endautoescape %}",
    ],
)
def test_a_page_is_looked_at_in_html_and_pdf_alike(text: str, tmp_path: Path) -> None:
    said = refused(tmp_path, text)
    assert said.startswith("De bladzijde ")
    with pytest.raises(RenderError) as caught:
        render_pdf(profiles.overvecht(), templates=tmp_path / "templates")
    assert caught.value.message == said


NESTED = "{% for a in t %}" * 12 + "{{ a }}" + "{% endfor %}" * 12


@pytest.mark.parametrize("between", ["{{ a }}", ""])
def test_a_template_without_end_is_stopped(
    between: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_LONGEST_S", 0.5)
    start = time.process_time()
    loops = NESTED.replace("{{ a }}", between)
    said = refused(tmp_path, f"{{% set t = 'abcdefghij' | list %}}{loops}")
    assert said == "Uw sjablonen zijn na 0.5 seconden rekenen nog niet klaar."
    assert time.process_time() - start < 10
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL


def test_a_template_that_asks_for_all_memory_is_stopped(tmp_path: Path) -> None:
    doubled = "{% set a = a ~ a ~ a ~ a ~ a ~ a ~ a ~ a ~ a ~ a %}"
    said = refused(tmp_path, "{% set a = 'xxxxxxxxxx' %}" + doubled * 12)
    assert said.endswith("het sjabloon heeft te veel geheugen nodig.")
    macro = "{% macro d(n) %}{% if n %}{{ d(n - 1) }}{{ d(n - 1) }}{% else %}" + "x" * 1000
    refused(tmp_path, macro + "{% endif %}{% endmacro %}{{ d(14) }}")


def test_what_a_template_made_is_let_go_with_its_error(tmp_path: Path) -> None:
    templates = lay_down(tmp_path, f"{BEGIN}{{{{ 1 // 0 }}}}{END}")
    with pytest.raises(RenderError) as caught:
        render_html(profiles.overvecht(), templates=templates)
    assert caught.value.__cause__ is not None
    assert caught.value.__cause__.__traceback__ is None


def test_a_pdf_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_LONGEST_S", 1)
    templates = lay_down(
        tmp_path, f'{BEGIN}<p style="height:9000000mm">x</p>{"<p>x</p>" * 9999}{END}'
    )
    with pytest.raises(RenderError, match="na 1 seconden rekenen nog niet klaar"):
        render_pdf(profiles.overvecht(), templates=templates)


@pytest.mark.parametrize(
    "style", ["font-size: 99999999px", "background: repeating-radial-gradient(red 0, blue 1e-9px)"]
)
def test_what_weasyprint_cannot_draw_is_an_error(style: str, tmp_path: Path) -> None:
    templates = lay_down(tmp_path, f'{BEGIN}<p style="{style}">x</p>{END}')
    with pytest.raises(RenderError, match="kan van deze bladzijde geen PDF maken") as caught:
        render_pdf(profiles.overvecht(), templates=templates)
    assert caught.value.remedy


def test_limits_are_for_templates_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_LONGEST_S", 0.000_001)
    assert render_html(profiles.overvecht())
    with limits.limited_time(5), limits.limited_time(1):
        pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{% extends "profiel.html.j2" %}', "het sjabloon roept zichzelf aan."),
        ('{% extends "ander.j2" %}', "het sjabloon roept zichzelf aan."),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "het sjabloon roept zichzelf aan."),
        ("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}", "roept zichzelf aan."),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "het sjabloon roept zichzelf aan."),
        ("{{ " + "9" * 100_000 + " }}", "de berekening lukt niet"),
        ("{% extends profiel %}", "de berekening lukt niet"),
        ("{% extends weg %}", "'weg' bestaat niet."),
    ],
)
def test_what_never_comes_to_an_end_or_a_page_is_told(text: str, said: str, tmp_path: Path) -> None:
    lay_down(tmp_path, '{% extends "profiel.html.j2" %}', "ander.j2")
    templates = lay_down(tmp_path, text)
    with pytest.raises(RenderError, match="Fout in") as caught:
        render_html(profiles.overvecht(), templates=templates)
    assert said in caught.value.message


def test_a_page_may_choose_what_it_extends(tmp_path: Path) -> None:
    templates = lay_down(tmp_path, '{% extends "wijkprofiel/profiel" ~ ".html.j2" %}')
    assert render_html(profiles.overvecht(), templates=templates) == render_html(
        profiles.overvecht()
    )


@pytest.mark.parametrize("name", ["../geheim.j2", "/etc/passwd", "secties/../../geheim.j2"])
def test_templates_lie_in_their_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "geheim.j2").write_text("geheim", encoding="utf-8")
    assert "bestaat niet" in refused(tmp_path, f"{{% include '{name}' %}}")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "x.j2").write_text("geheim", encoding="utf-8")
    templates = lay_down(tmp_path, "hier", "hier.j2")
    (templates / "weg.j2").symlink_to(tmp_path / "geheim" / "x.j2")
    (templates / "map").symlink_to(tmp_path / "geheim")
    (templates / "ook.j2").symlink_to("hier.j2")
    (templates / "secties").mkdir()
    (templates / "secties" / "thema.html.j2").symlink_to("/etc/passwd")
    for name in ("weg.j2", "map/x.j2", "secties/thema.html.j2"):
        said = refused(tmp_path, f"{{% include '{name}' %}}")
        assert said.startswith(f"Sjabloon {name} wijst naar een bestand buiten ")
    assert filled(tmp_path, "{% include 'ook.j2' %}") == "hier"


def test_a_template_that_is_no_file_is_refused(tmp_path: Path) -> None:
    templates = lay_down(tmp_path, "x")
    os.mkfifo(templates / "pijp.j2")
    (templates / "groot.j2").write_text("x" * 1_000_001, encoding="utf-8")
    assert "pijp.j2 is niet te lezen (dit is geen" in refused(tmp_path, "{% include 'pijp.j2' %}")
    assert "groot.j2 is groter dan 1 MB" in refused(tmp_path, "{% include 'groot.j2' %}")


def test_a_file_of_the_configuration_travels_along(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "plein.png").write_bytes(png(2, 2))
    address = "data:image/png;base64," + b64encode(png(2, 2)).decode()
    text = "<img src=\"{{ '../beeld/plein.png' | bestand }}\" alt='x'/>"
    assert filled(tmp_path, text) == f"<img src=\"{address}\" alt='x'/>"
    templates = lay_down(tmp_path, f"{EXTENDS}{{% block kop %}}{text}{{% endblock %}}")
    assert address in render_html(profiles.overvecht(), templates=templates)
    (tmp_path / "beeld" / "plein.png").write_bytes(png(3, 3))
    assert address not in render_html(profiles.overvecht(), templates=templates)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/etc/hostname", "ligt buiten"),
        ("../../x.png", "ligt buiten"),
        ("weg.png", "ligt buiten"),
        ("file:///etc/hostname", "is niet te lezen (bestaat niet)"),
        ("pijp.png", "is niet te lezen (dit is geen gewoon bestand)"),
        ("nul.png", "ligt buiten"),
        ("profiel.html.j2", "is geen svg, png, jpeg, ttf, otf of woff2"),
        ("slecht.svg", "bevat <script>"),
        ("groot.png", "is groter dan 500 kB"),
        ("bom.png", "is 30000 bij 30000 punten groot"),
    ],
)
def test_files_that_do_not_travel_along(name: str, said: str, tmp_path: Path) -> None:
    templates = lay_down(tmp_path / "eigen", "x")
    (tmp_path / "x.png").write_bytes(png(2, 2))
    (templates / "weg.png").symlink_to(tmp_path / "x.png")
    (templates / "nul.png").symlink_to("/dev/zero")
    os.mkfifo(templates / "pijp.png")
    (templates / "slecht.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8"
    )
    (templates / "groot.png").write_bytes(png(2, 2) + bytes(500_001))
    (templates / "bom.png").write_bytes(png(30_000, 30_000))
    assert said in refused(tmp_path / "eigen", f"{{{{ '{name}' | bestand }}}}")


def test_a_font_of_the_configuration_is_set_in_the_pdf(tmp_path: Path) -> None:
    from importlib import resources

    font = resources.files("font_source_sans_pro") / "files" / "SourceSansPro-Bold.ttf"
    templates = lay_down(
        tmp_path,
        f"{EXTENDS}{{% block extra_stijl %}}<style>@font-face{{font-family:Huis;"
        "src:url({{ 'huis.ttf' | bestand }})}h1{font-family:Huis}</style>{% endblock %}",
    )
    (templates / "huis.ttf").write_bytes(font.read_bytes())
    before = render_pdf(profiles.overvecht())
    own = render_pdf(profiles.overvecht(), templates=templates)
    assert fonts_of(own) > fonts_of(before)
    # It stays with its own document.
    assert render_pdf(profiles.overvecht()) == before


def fonts_of(content: bytes) -> set[str]:
    with pikepdf.open(BytesIO(content)) as document:
        return {str(font.BaseFont).rpartition("+")[2] for font in fonts(document)}


def test_while_a_pdf_is_drawn_only_our_fonts_are_opened() -> None:
    for_page, for_fonts = pdf._fetchers()
    shipped = pdf._font_file("Regular").as_uri()
    good = "data:image/png;base64," + b64encode(png(2, 2)).decode()
    assert for_page.fetch(good).read() == png(2, 2)
    assert for_fonts.fetch(shipped).read()
    for url in (shipped, "file:///etc/hostname", "https://elders/x", "data:text/css,p{}"):
        with pytest.raises(ValueError, match="dit komt niet in een profiel"):
            for_page.fetch(url)
    for url in ("file:///etc/hostname", shipped + "?x", good):
        with pytest.raises(ValueError, match="dit is niet van ons"):
            for_fonts.fetch(url)


def test_our_own_templates_run_in_the_same_sandbox() -> None:
    assert environment._environment(None, environment.PAGE).globals == {}
