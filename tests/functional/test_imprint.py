"""The imprint tells what a document was made with, and the printed command makes it again."""

from __future__ import annotations

import csv
import json
import re
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from wijkprofiel import __version__
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS

LOGO = Path(__file__).with_name("logo.svg")
LIMITS = (SHIPPED_CONFIGS / "oordeel.yaml").read_text(encoding="utf-8")
OTHER_LIMITS = re.sub(r"(?m)^(\s+duidelijk:\s*)[\d.]+", r"\g<1>1.75", LIMITS)
PROFILE = """
gebied: Overvecht
gemeente: Utrecht
titel: Overvecht aan tafel
punten: {weg: [roker]}
"""
VOICE = "basis: nl\nomslag: {aanhef: Onze buurt in cijfers}\n"
TEMPLATE = """{% extends "wijkprofiel/profiel.html.j2" %}
{% block verantwoording %}{{ super() }}<p>Met dank aan de buurtraad.</p>{% endblock %}
"""
OWN_PAGE = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"/><title>x</title></head>
<body><h1>{{ profiel.front.title }}</h1><p>{{ profiel.account.made_with }}</p>
<p>{{ profiel.account.made_again }}</p></body></html>
"""


@dataclass(frozen=True)
class Made:
    """One way to ask for a document: files in the folder, and the words of the command."""

    words: tuple[str, ...]
    files: dict[str, str] = field(default_factory=dict)
    document: str = "profiel"
    own: tuple[str, ...] = ()
    says: str = (
        "De grenzen van een oordeel, de uitleg van cijfers, de teksten en de sjablonen zijn die van"
        " wijkprofiel."
    )

    pdf: bool = False

    @property
    def formats(self) -> list[str]:
        """All that it can be had in; a PDF takes a second, so not of each way."""
        machines = ["json"] if self.document == "een_blad" else ["json", "csv"]
        return ["html", *(["pdf"] if self.pdf else []), *machines]


WAYS = {
    "a plain area": Made(("overvecht",), pdf=True),
    "a gemeente": Made(("GM0344",)),
    "one page": Made(
        ("overvecht", "--document", "een_blad"), document="een_blad", says="Gemaakt", pdf=True
    ),
    "a profile file": Made(("mijn wijk.yaml",), {"mijn wijk.yaml": PROFILE}, pdf=True),
    "a file that names its documents": Made(
        ("wijk.yaml", "--document", "profiel"),
        {"wijk.yaml": f"{PROFILE}documenten: [een_blad]\n"},
    ),
    "a file with a logo": Made(
        ("wijk.yaml",),
        {
            "wijk.yaml": f"{PROFILE}huisstijl: {{logo: {{bestand: l.svg, alt: De wijk}}}}\n",
            "l.svg": LOGO.read_text(encoding="utf-8"),
        },
    ),
    "own limits": Made(
        ("overvecht", "--config", "onze-map"),
        {"onze-map/oordeel.yaml": OTHER_LIMITS},
        own=("grenzen",),
        says="Anders dan bij wijkprofiel zelf: de grenzen van een oordeel.",
        pdf=True,
    ),
    "own limits in the folder that is always looked at": Made(
        ("overvecht",),
        {"configs/oordeel.yaml": OTHER_LIMITS},
        own=("grenzen",),
        says="Anders dan bij wijkprofiel zelf: de grenzen van een oordeel.",
    ),
    "that folder with templates, which do not count": Made(
        ("overvecht",),
        {"configs/oordeel.yaml": OTHER_LIMITS, "configs/templates/profiel.html.j2": TEMPLATE},
        own=("grenzen",),
        says="Anders dan bij wijkprofiel zelf: de grenzen van een oordeel.",
    ),
    "limits that only look different": Made(
        ("overvecht", "--config", "onze-map"),
        {"onze-map/oordeel.yaml": f"# Van ons\n\n{LIMITS}"},
    ),
    "own templates": Made(
        ("overvecht", "--config", "onze-map"),
        {"onze-map/templates/profiel.html.j2": TEMPLATE},
        own=("sjablonen",),
        says="Anders dan bij wijkprofiel zelf: de sjablonen.",
        pdf=True,
    ),
    "templates of another document": Made(
        ("overvecht", "--config", "onze-map"),
        {"onze-map/templates/een_blad/een_blad.css": "body { color: #000000; }"},
    ),
    "a voice": Made(
        ("wijk.yaml", "--config", "onze-map"),
        {"onze-map/teksten/nl-kort.yaml": VOICE, "wijk.yaml": f"{PROFILE}stem: nl-kort\n"},
        own=("teksten",),
        says="Anders dan bij wijkprofiel zelf: de teksten.",
        pdf=True,
    ),
    "a voice that nobody asks for": Made(
        ("overvecht", "--config", "onze-map"), {"onze-map/teksten/nl-kort.yaml": VOICE}
    ),
    "one page with own limits and texts": Made(
        ("overvecht", "--config", "onze-map", "--document", "een_blad"),
        {"onze-map/oordeel.yaml": OTHER_LIMITS, "onze-map/teksten/nl.yaml": VOICE},
        document="een_blad",
        own=("grenzen", "teksten"),
        says="Anders dan bij wijkprofiel zelf: de grenzen van een oordeel en de teksten.",
    ),
    "an own document": Made(
        ("overvecht", "--config", "onze-map", "--document", "kaartje"),
        {
            "onze-map/documenten/kaartje.yaml": (
                "id: kaartje\ninhoud: profiel\nsjabloon: kaartje.html.j2\n"
            ),
            "onze-map/templates/kaartje.html.j2": OWN_PAGE,
        },
        document="kaartje",
        own=("sjablonen",),
        says="Anders dan bij wijkprofiel zelf: de sjablonen.",
    ),
}


def lay_out(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def of_kind(files: dict[str, bytes], suffix: str) -> str:
    (found,) = (content for name, content in files.items() if name.endswith(suffix))
    return found.decode()


def printed_command(page: str) -> str:
    """The command as a reader finds it on the page."""
    text = unescape(re.sub(r"<[^>]*>", "", page))
    (command,) = re.findall(r"Zo maakt u dit document opnieuw: (.*)", text)
    return str(command).strip()


def words_of(command: str) -> list[str]:
    program, *words = shlex.split(command)
    assert program == "wijkprofiel"
    return words


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
def test_the_printed_command_makes_the_same_bytes(way: Made, command: Run, tmp_path: Path) -> None:
    lay_out(way.files, tmp_path)
    ended = command("build", *way.words, "--format", ",".join(way.formats), "--output", "eerst")
    assert ended.code == 0, ended.err
    first = written(tmp_path / "eerst")
    page = of_kind(first, ".html")
    assert way.says in unescape(page)
    imprint = json.loads(of_kind(first, ".json"))["imprint"]
    assert imprint["own"] == list(way.own)
    assert imprint["command"] == printed_command(page)
    for again in (printed_command(page), imprint["data_command"]):
        kinds = () if way.pdf or again != imprint["command"] else ("--format", "html")
        ended = command(*words_of(again), *kinds, "--output", "opnieuw")
        assert ended.code == 0, ended.err
    assert written(tmp_path / "opnieuw") == first


def test_nothing_of_the_makers_machine_is_told(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever way leads to the files, the document names them without their folders."""
    lay_out({"b/wijk.yaml": PROFILE, "b/onze-map/oordeel.yaml": OTHER_LIMITS}, tmp_path)
    home, formats = tmp_path / "b", ("--format", "html,json,csv")
    asked = {
        "heel": (str(home / "wijk.yaml"), "--config", str(home / "onze-map")),
        "half": ("b/wijk.yaml", "--config", "b/../b/onze-map"),
    }
    for output, words in asked.items():
        assert command("build", *words, *formats, "--output", output).code == 0
    assert written(tmp_path / "heel") == written(tmp_path / "half")
    for content in written(tmp_path / "heel").values():
        assert str(tmp_path).encode() not in content
    again = words_of(printed_command(of_kind(written(tmp_path / "heel"), ".html")))
    monkeypatch.chdir(home)
    assert command(*again, *formats, "--output", "opnieuw").code == 0
    assert written(home / "opnieuw") == written(tmp_path / "heel")


def test_a_data_folder_that_was_named_is_named_again(command: Run, tmp_path: Path) -> None:
    from wijkprofiel.yaml_files.paths import SHIPPED_DATA

    shutil.copytree(SHIPPED_DATA, tmp_path / "onze-cijfers")
    words = ("build", "overvecht", "--format", "html", "--data-dir", str(tmp_path / "onze-cijfers"))
    assert command(*words, "--output", "eerst").code == 0
    first = written(tmp_path / "eerst")
    again = printed_command(of_kind(first, ".html"))
    assert again.endswith("--edition 2020 --data-dir onze-cijfers")
    assert command(*words_of(again), "--format", "html", "--output", "opnieuw").code == 0
    assert written(tmp_path / "opnieuw") == first


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("-wijk.yaml", "./-wijk.yaml"),
        ("'t Zand; rm x.yaml", '"\'t Zand; rm x.yaml"'),
        ("wijk\N{PARTY POPPER}.yaml", "profielbestand.yaml"),
    ],
)
def test_a_name_that_asks_for_care(name: str, printed: str, command: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_text(PROFILE, encoding="utf-8")
    ended = command("build", f"./{name}", "--format", "html,pdf", "--output", "uit")
    assert ended.code == 0, ended.err
    found = printed_command(of_kind(written(tmp_path / "uit"), ".html"))
    assert words_of(found)[1] == shlex.split(printed)[0]


def test_page_json_and_report_say_the_same(command: Run, tmp_path: Path) -> None:
    lay_out({"onze-map/oordeel.yaml": OTHER_LIMITS}, tmp_path)
    words = ("--config", "onze-map", "--format", "html,json,csv", "--output", "uit")
    assert command("build", "overvecht", *words, "--report", "verslag.json").code == 0
    report = json.loads((tmp_path / "verslag.json").read_text(encoding="utf-8"))
    files = written(tmp_path / "uit")
    made = json.loads(of_kind(files, ".json"))
    imprint, (area,) = made["imprint"], report["gebieden"]
    assert (report["versie"], report["inhoud"]) == (__version__, made["edition"]["content"])
    assert imprint["version"] == __version__
    assert re.fullmatch("[0-9a-f]{64}", imprint["configuration"])
    assert area["documenten"]["profiel"] == {
        "instellingen": imprint["configuration"],
        "eigen": ["grenzen"],
        "opdracht": imprint["command"],
    }
    short = imprint["configuration"][:12], made["edition"]["content"][:12]
    assert all(each in of_kind(files, ".html") for each in short)
    lines = csv.DictReader(of_kind(files, ".csv").splitlines(), delimiter=";")
    told = ("editie", "controlegetal", "versie", "instellingen")
    assert {tuple(line[name] for name in told) for line in lines} == {
        ("2020", short[1], __version__, short[0])
    }


def fingerprint(command: Run, folder: Path, *words: str) -> str:
    """The fingerprint of a document that is made with these words."""
    output = folder / "uit"
    shutil.rmtree(output, ignore_errors=True)
    ended = command("build", *words, "--format", "json", "--output", str(output))
    assert ended.code == 0, ended.err
    found = json.loads(of_kind(written(output), ".json"))
    return str(found["imprint"]["configuration"])


SVG = LOGO.read_text(encoding="utf-8")
FILES = {
    "wijk.yaml": (
        "gebied: Overvecht\nstem: nl-kort\nhuisstijl: {logo: {bestand: logo.svg, alt: De wijk}}\n"
    ),
    "logo.svg": SVG,
    "onze-map/oordeel.yaml": LIMITS,
    "onze-map/opmerkingen.yaml": (SHIPPED_CONFIGS / "opmerkingen.yaml").read_text("utf-8"),
    "onze-map/verhalen.yaml": (SHIPPED_CONFIGS / "verhalen.yaml").read_text("utf-8"),
    "onze-map/aliassen.yaml": (SHIPPED_CONFIGS / "aliassen.yaml").read_text("utf-8"),
    "onze-map/teksten/nl-kort.yaml": VOICE,
    "onze-map/templates/profiel.html.j2": (
        TEMPLATE + "{% block extra_stijl %}<style>{% include 'eigen.css' %}\n"
        "p { background: url({{ '../beeld/plein.svg' | bestand }}) }</style>{% endblock %}\n"
    ),
    "onze-map/templates/eigen.css": "body { color: #111111; }\n",
    "onze-map/beeld/plein.svg": SVG,
}
OTHER_SVG = SVG.replace("</svg>", "<!-- anders --></svg>")
CHANGES: dict[str, Callable[[str], str]] = {
    "wijk.yaml": lambda text: text.replace("De wijk", "De buurt"),
    "logo.svg": lambda _: OTHER_SVG,
    "onze-map/oordeel.yaml": lambda _: OTHER_LIMITS,
    "onze-map/opmerkingen.yaml": lambda text: text.replace("kort: ", "kort: wel ", 1),
    "onze-map/verhalen.yaml": lambda text: text.replace("bewoners: ", "bewoners: Nou, ", 1),
    "onze-map/aliassen.yaml": lambda text: re.sub("Den Haag", "Haagje", text, count=1),
    "onze-map/teksten/nl-kort.yaml": lambda text: text.replace("Onze", "Uw"),
    "onze-map/templates/profiel.html.j2": lambda text: text + "\n",
    "onze-map/templates/eigen.css": lambda text: text.replace("1", "2", 1),
    "onze-map/beeld/plein.svg": lambda _: OTHER_SVG,
}
ASKED = ("wijk.yaml", "--config", "onze-map")


@pytest.fixture
def before(command: Run, tmp_path: Path) -> str:
    lay_out(FILES, tmp_path)
    return fingerprint(command, tmp_path, *ASKED)


def test_every_kind_of_file_is_changed_below() -> None:
    assert CHANGES.keys() == FILES.keys()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_in_what_is_used_changes_it(
    name: str, before: str, command: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    text = path.read_text(encoding="utf-8")
    changed = CHANGES[name](text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert fingerprint(command, tmp_path, *ASKED) != before


UNUSED = {
    "onze-map/templates/oud.html.j2": "<p>niet gebruikt</p>",
    "onze-map/beeld/oud.svg": SVG,
    "onze-map/teksten/nl-lang.yaml": VOICE,
    "onze-map/LEESMIJ.txt": "Van ons allemaal.",
    "onze-map/profielen/ander.yaml": PROFILE,
}


@pytest.mark.parametrize("name", UNUSED)
def test_what_is_not_used_changes_nothing(
    name: str, before: str, command: Run, tmp_path: Path
) -> None:
    lay_out({name: UNUSED[name]}, tmp_path)
    assert fingerprint(command, tmp_path, *ASKED) == before


WRITTEN = [name for name in FILES if name.endswith((".yaml", ".j2", ".css"))]


@pytest.mark.parametrize("name", WRITTEN)
def test_how_it_is_written_down_changes_nothing(
    name: str, before: str, command: Run, tmp_path: Path
) -> None:
    """Ends of lines as on Windows; in YAML a remark and blank lines as well."""
    text = FILES[name]
    if name.endswith(".yaml"):
        text = f"# Van ons\n\n{text}\n# Tot hier\n"
    (tmp_path / name).write_bytes(text.replace("\n", "\r\n").encode())
    assert fingerprint(command, tmp_path, *ASKED) == before


def test_another_folder_and_another_order_of_writing_change_nothing(
    before: str, command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "Mijn documenten" / "wijk"
    elsewhere.mkdir(parents=True)
    lay_out(dict(reversed(FILES.items())), elsewhere)
    monkeypatch.chdir(elsewhere)
    assert fingerprint(command, elsewhere, *ASKED) == before


def test_a_template_that_cannot_be_read_stops_the_page_and_not_the_figures(
    command: Run, tmp_path: Path
) -> None:
    lay_out({"onze-map/templates/profiel.html.j2": "{% block x %}"}, tmp_path)
    words = ("build", "overvecht", "--config", "onze-map", "--output", "uit", "--format")
    assert command(*words, "html").code == 15
    assert command(*words, "json").code == 0


def test_a_file_that_cannot_be_counted_is_refused(command: Run, tmp_path: Path) -> None:
    """A name that is put together is only known when the page is made: then it is too late."""
    page = TEMPLATE + (
        "{% block extra_stijl %}<style>p { background:"
        " url({{ ['..', 'beeld', 'plein.svg'] | join('/') | bestand }}) }</style>{% endblock %}"
    )
    lay_out({"onze-map/templates/profiel.html.j2": page, "onze-map/beeld/plein.svg": SVG}, tmp_path)
    words = ("build", "overvecht", "--config", "onze-map", "--format", "html", "--output", "uit")
    ended = command(*words)
    assert ended.code == 15
    assert "../beeld/plein.svg ligt buiten de map met sjablonen" in ended.err
    inside = page.replace("'..', ", "")
    lay_out({"onze-map/templates/profiel.html.j2": inside}, tmp_path)
    shutil.move(tmp_path / "onze-map" / "beeld", tmp_path / "onze-map" / "templates" / "beeld")
    assert command(*words).code == 0
