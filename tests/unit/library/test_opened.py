from __future__ import annotations

import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

import wijkprofiel
from tests.support.source_tree import ROOT
from tests.support.tampered import alter, copy_of_shipped
from wijkprofiel import Wijkprofiel
from wijkprofiel.cli.app import run
from wijkprofiel.disk.files import sha256_of
from wijkprofiel.domain import errors

PROFILE_FILE = "gebied: ruinen\ntitel: Samen in Ruinen\ndocumenten: [profiel, een_blad]\n"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_importing_it_loads_nothing() -> None:
    program = "import sys, wijkprofiel; dir(wijkprofiel); sys.stdout.write(' '.join(sys.modules))"
    command = [sys.executable, "-S", "-c", program]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    others = {name.partition(".")[0] for name in ended.stdout.split()} - sys.stdlib_module_names
    assert others <= {"wijkprofiel", "__main__"}
    assert "wijkprofiel." not in ended.stdout
    assert not {"sqlite3", "json", "logging", "pathlib"} & set(ended.stdout.split())


@pytest.mark.parametrize("name", wijkprofiel.__all__)
def test_what_is_named_is_there(name: str) -> None:
    assert getattr(wijkprofiel, name) is not None
    assert name in dir(wijkprofiel)


def test_what_is_not_named_is_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'opne'"):
        wijkprofiel.opne  # type: ignore[attr-defined]  # noqa: B018


def test_every_error_of_the_tree_is_named() -> None:
    tree = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.WijkprofielError)
    }
    assert tree <= set(wijkprofiel.__all__)


def test_it_writes_what_the_command_line_writes(empty_folder: Path) -> None:
    """For an area and for a profile file, with a configuration and templates of one's own."""
    own = empty_folder / "instellingen"
    (own / "templates" / "stijl").mkdir(parents=True)
    (own / "templates" / "stijl" / "scherm.css").write_text("p { color: #123456 }")
    (empty_folder / "ruinen.yaml").write_text(PROFILE_FILE, encoding="utf-8")
    asked = ("ruinen.yaml", "WK034403")
    command = ["build", *asked, "--format", "html,json", "--config", str(own)]
    assert run([*command, "--edition", "2020", "--output", "opdracht"]) == 0
    with wijkprofiel.open("2020", config=own) as opened:
        made = opened.build(*asked, formats=("html", "json"), output="python")
    assert files_in(empty_folder / "opdracht") == files_in(empty_folder / "python")
    assert [len(each.files) for each in made] == [4, 2]


@pytest.mark.parametrize(("document", "kind"), [("een_blad", "pdf"), ("profiel", "csv")])
def test_so_it_does_in_the_other_formats(
    shared: Wijkprofiel, empty_folder: Path, document: str, kind: str
) -> None:
    command = ["build", "overvecht", "--format", kind, "--document", document]
    assert run([*command, "--edition", "2020", "--output", "opdracht"]) == 0
    shared.build("overvecht", formats=kind, documents=document, output="python")
    assert files_in(empty_folder / "opdracht") == files_in(empty_folder / "python")


def test_a_profile_is_what_its_files_would_be(shared: Wijkprofiel) -> None:
    (made,) = shared.build("overvecht", formats=["html", "pdf", "json", "csv"])
    profile = shared.profile("overvecht")
    shown = (profile.html().encode(), profile.pdf(), profile.json().encode())
    assert (*shown, profile.csv().encode()) == tuple(path.read_bytes() for path in made.files)
    assert {path.parent for path in made.files} == {Path("profielen")}
    assert profile.data["area"]["code"] == profile.area.code == "WK034403"
    assert (profile.notes, profile.warnings) == (made.notes, made.warnings)


def test_a_notebook_shows_it_in_a_frame_of_its_own(shared: Wijkprofiel, empty_folder: Path) -> None:
    path = empty_folder / "wijk.yaml"
    path.write_text('gebied: WK034403\ntitel: "Een \\"><script>alert(1)</script>"\n')
    profile = shared.profile(path)
    frame = profile._repr_html_()
    source = frame.removeprefix('<iframe srcdoc="').partition('"')[0]
    assert unescape(source) == profile.html()
    assert frame.count("<") == 2
    assert 'sandbox=""' in frame
    assert repr(profile) == "<profiel van Overvecht (WK034403)>"


def test_another_document(shared: Wijkprofiel) -> None:
    sheet = shared.profile("overvecht", document="een_blad")
    assert "een_blad" in repr(sheet)
    with pytest.raises(wijkprofiel.UsageError, match="een_blad is er niet als csv"):
        sheet.csv()
    with pytest.raises(wijkprofiel.UsageError, match="'poster' is er niet"):
        shared.profile("overvecht", document="poster")


def test_areas_are_found_as_on_the_command_line(shared: Wijkprofiel) -> None:
    assert shared.find("Binnenstad", gemeente="utrecht").code == "WK034406"
    found = shared.find("den haag")
    assert shared.profile(found).area is found
    with pytest.raises(wijkprofiel.AmbiguousRegionError) as caught:
        shared.find("binnenstad", gemeente=["utrecht", "delft"])
    assert [each.gemeente_name for each in caught.value.candidates] == ["Utrecht", "Delft"]


@pytest.mark.parametrize(
    ("areas", "options", "told"),
    [
        ((), {}, "Er is geen gebied genoemd"),
        (("overvecht",), {"formats": "docx"}, "Het formaat 'docx' kennen we niet"),
        (("overvecht",), {"formats": ()}, "Het formaat '' kennen we niet"),
        (("overvecht",), {"documents": "poster"}, "Het document 'poster' is er niet"),
        (("overvecht", "een.yaml"), {}, "krijgen dezelfde bestandsnaam"),
    ],
)
def test_what_cannot_be_asked_is_told_before_the_work(
    shared: Wijkprofiel,
    empty_folder: Path,
    areas: tuple[str, ...],
    options: dict[str, str],
    told: str,
) -> None:
    (empty_folder / "een.yaml").write_text("gebied: overvecht\n")
    with pytest.raises(wijkprofiel.UsageError, match=told):
        shared.build(*areas, **options)  # type: ignore[arg-type]
    assert not (empty_folder / "profielen").exists()


def test_an_area_that_is_named_twice_is_made_once(shared: Wijkprofiel) -> None:
    (made,) = shared.build("overvecht", shared.find("WK034403"), formats="json")
    assert len(made.files) == 1


def test_one_failure_leaves_the_others_alone(shared: Wijkprofiel, empty_folder: Path) -> None:
    (empty_folder / "uit" / "wijkprofiel-utrecht-overvecht-2020.json").mkdir(parents=True)
    areas = ("overvecht", "soesterkwartier")
    with pytest.raises(wijkprofiel.PartialFailure, match="1 van de 2 profielen is niet gemaakt"):
        shared.build(*areas, formats="json", output="uit")
    assert (empty_folder / "uit" / "wijkprofiel-amersfoort-soesterkwartier-2020.json").is_file()
    failed, made = shared.build(*areas, formats="json", output="uit", errors="keep")
    assert isinstance(failed.error, wijkprofiel.OutputError)
    assert (made.error, len(made.files)) == (None, 1)
    with pytest.raises(wijkprofiel.OutputError):
        shared.build("overvecht", formats="json", output="uit")


def test_a_profile_file_gets_the_edition_that_it_asks_for(empty_folder: Path) -> None:
    copy_of_shipped(empty_folder / "eigen", "later")
    (empty_folder / "wijk.yaml").write_text("gebied: overvecht\neditie: '2020'\n")
    told = "om editie '2020', en geopend is 'later'"
    with wijkprofiel.open() as opened, pytest.raises(wijkprofiel.UsageError, match=told):
        opened.profile("wijk.yaml")
    with wijkprofiel.open("later") as opened:  # what is named goes first, as on the command line
        assert opened.profile("wijk.yaml").area.code == "WK034403"


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(wijkprofiel.UsageError, match=r"De map nergens \(config\) bestaat niet"):
        wijkprofiel.open(config="nergens")
    with pytest.raises(wijkprofiel.EditionError, match="Editie '1999' is er niet"):
        wijkprofiel.open("1999")


def test_once_closed_it_says_so() -> None:
    with wijkprofiel.open("2020") as opened:
        assert repr(opened).startswith("<wijkprofiel, editie 2020 (")
        profile = opened.profile("overvecht")
    opened.close()
    assert repr(opened) == "<wijkprofiel, gesloten>"
    with pytest.raises(wijkprofiel.UsageError, match="Deze editie is gesloten"):
        opened.find("overvecht")
    with pytest.raises(wijkprofiel.UsageError, match="Deze editie is gesloten"):
        profile.html()


def test_what_was_opened_stays_as_it_was(empty_folder: Path) -> None:
    path = copy_of_shipped(empty_folder / "eigen", "x")
    with wijkprofiel.open("x") as opened:
        before = sha256_of(path)
        alter(path, "UPDATE regions SET name = 'Elders' WHERE code = 'WK034403'")
        assert sha256_of(path) != before
        assert opened.find("WK034403").name == "Overvecht"
