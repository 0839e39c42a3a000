"""What services become in years, from the service to the terminal.

Each ends in the right edition, or in an error that says what and where and what to do, with the
edition that there was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.faults.commands import answer_commands, dump, impatient_sources
from tests.faults.world import definition, figures, serve
from tests.functional.conftest import Run, command
from tests.support.odata_server import ALWAYS, FakeStatline
from wijkprofiel.cli.app import run

__all__ = ["command"]  # a fixture
KWB, HEALTH, DRAWN = "84799NED", "50090NED", "wijken-en-buurten-2022"
PULL = ("data", "pull", "--edition", "klein")


@pytest.fixture(scope="module")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder with an edition of their own, as it was before anything changed."""
    folder = tmp_path_factory.mktemp("eerder")
    own = folder / "configs"
    (own / "edities").mkdir(parents=True)
    sources = impatient_sources(("kwb_2020", "rivm_50090ned"))
    sources["tabellen"]["rivm_50090ned"]["perioden"] = ["2020JJ00"]
    dump(own / "bronnen.yaml", sources)
    edition = definition().model_dump(mode="json", exclude={"stand"})
    dump(own / "edities/klein.yaml", edition | {"vereenvoudig_m": "60", "indeling": "2020"})
    with serve() as server, pytest.MonkeyPatch.context() as patch:
        answer_commands(server, patch)
        patch.chdir(folder)
        patch.setenv("WIJKPROFIEL_DATA", str(folder / "eigen"))
        assert run([*PULL, "--quiet"]) == 0
    return folder


@pytest.fixture
def folder(pulled: Path, tmp_path: Path, command: Run) -> Path:
    assert command is not None
    shutil.copytree(pulled, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStatline]:
    """The services, where all tables were delivered anew."""
    with serve(modified="2026-11-30T02:00:00") as running:
        answer_commands(running, monkeypatch)
        yield running


@dataclass(frozen=True)
class Case:
    """A fault, the command that meets it, and how that ends.

    Attributes:
        says: what stands on the terminal: which table, area or column, and what to do.
        code: exit code; a pull that fails leaves the edition as it was.
    """

    fault: str
    words: tuple[str, ...]
    says: tuple[str, ...]
    code: int = 0
    options: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.fault}: {' '.join(self.words)}"


def _said(text: str) -> str:
    return " ".join(text.split())


def _pull(fault: str, table: str, *says: str, code: int = 13, **options: Any) -> Case:
    return Case(fault, PULL, says, code, {"table": table, **options})


CHECK, DOCTOR = ("data", "status", "--check"), ("doctor", "--all")
KEPT = "wat er was, staat er nog"

CATALOGUE = [
    Case("catalogue_empty", CHECK, ("De catalogus van opendata.cbs.nl is leeg.", "storing"), 13),
    Case("catalogue_empty", PULL, ("opendata.cbs.nl is leeg", "Opgehaald: rivm_50090ned, kwb")),
    Case("catalogue_forgets", CHECK, ("noemt onze eigen 84799NED niet onder",),
         options={"gone": KWB}),
    Case("catalogue_forgets", DOCTOR, ("noemt onze eigen 84799NED niet onder", "0 fouten"),
         options={"gone": KWB}),
    Case("catalogue_retitled", CHECK, ("84799NED niet onder", "pas `catalogus` van de reeks kwb")),
    Case("catalogue_retitled", PULL, ("niet bekend of er een nieuwere tabel is", "Opgehaald: ")),
    Case("http_404", CHECK, ("ODataCatalog/Tables bestaat niet (meer)",), 13,
         {"entity": "Tables", "times": ALWAYS}),
    Case("html_with_200", PULL, ("niet bekend of er een nieuwere tabel is", "Opgehaald: "), 0,
         {"entity": "Tables", "times": ALWAYS}),
]  # fmt: skip
DESCRIPTION = [
    Case("modified_goes_back", CHECK, ("84799NED: van 2021-03-26; bij de bron staat nu een oudere",
         "2019-01-01"), options={"table": KWB}),
    _pull("modified_goes_back", KWB, "Opgehaald: rivm_50090ned, kwb_2020", code=0),
    _pull("discontinued", KWB, "Opgehaald: rivm_50090ned, kwb_2020", code=0),
    _pull("lower_case_identifier", KWB, "Opgehaald: rivm_50090ned, kwb_2020", code=0),
    _pull("http_410", KWB, "84799NED", "bestaat niet (meer)", "`tabel` en `adres`", times=ALWAYS),
    Case("http_410", CHECK, ("84799NED: niet bekend of er iets nieuwers is", "`tabel` en `adres`"),
         13, {"table": KWB, "times": ALWAYS}),
]  # fmt: skip
KEYS = [
    _pull("dimension_renamed", HEALTH, "mist Leeftijd; gevonden: Marges, NieuwLeeftijd",
          "Pas de dimensies van de reeks aan", key="Leeftijd"),
    _pull("member_renumbered", HEALTH, "Leeftijd heeft 20300 niet (meer); gevonden: 53210",
          "Pas `leeftijden` aan", key="Leeftijd", member="20300", new="53210"),
    _pull("lower_case_codes", KWB, "84799NED (kwb_2020): de lijst van WijkenEnBuurten",
          "kleine letters in codes, zoals nl00", "meld het de maker"),
    _pull("member_missing", HEALTH, "Perioden heeft 2020JJ00 niet (meer); gevonden: 2012JJ00",
          "Pas `perioden` aan", key="Perioden", member="2020JJ00"),
    Case("round_without_rows", CHECK, ("nieuwe ronde: 2028",), options={"table": HEALTH}),
]  # fmt: skip
FIGURES = [
    _pull("as_fractions", HEALTH, "Indicator roker: kolom Roker_", "tabel rivm_50090ned",
          "alleen cijfers van 0 tot 1", "verwacht: procenten", KEPT, key="Roker"),
    _pull("thousands_point", KWB, "84799NED (kwb_2020): kolom AantalInwoners_5", "gehele getallen",
          "punt voor duizendtallen", "Er is niets vervangen.", key="AantalInwoners"),
    _pull("other_scale", KWB, "inwoners: verwacht in kwb_2020: AantalInwoners_5 in aantal",
          "gevonden: AantalInwoners_5 in x 1 000", "Er is niets vervangen", key="AantalInwoners"),
    _pull("point_lost", HEALTH, "onwaarschijnlijk in de bron en dus weggelaten",
          "tabel rivm_50090ned, kolom ErvarenGezondheidGoedZeerGoed_4, WK027700 (2020, 18+)",
          code=0, key="ErvarenGezondheidGoedZeerGoed", area="WK027700"),
    _pull("copied_column", KWB, "tabel kwb_2020, BU02770000: de leeftijdsgroepen zijn samen 2.965",
          "de inwoners 1.690 (175%)", KEPT, key="k_65JaarOfOuder", other="AantalInwoners"),
    _pull("rows_swapped", KWB, "tabel kwb_2020, GM0277: inwoners 2020: de wijken zijn samen 1.705",
          "het geheel is 947", KEPT, first="GM0088", second="GM0277"),
]  # fmt: skip
MAPS = [
    Case("http_404", DOCTOR, ("fout pdok_2022: De kaart pdok_2022 is niet op te halen",
         "jaar bij `grenzen` en `tabellen`"), 13, {"table": DRAWN, "times": ALWAYS}),
    Case("boundary_collection_gone", (*PULL, "--again"), ("collections/buurten/items bestaat niet",
         "blijft de momentopname van"), 0, {"table": DRAWN, "collection": "buurten"}),
    Case("boundary_gathered", (*PULL, "--again"), ("Opgehaald: rivm_50090ned, kwb_2020, pdok",),
         0, {"table": DRAWN}),
    Case("boundary_with_height", (*PULL, "--again"), ("Opgehaald: rivm_50090ned, kwb_2020, pdok",),
         0, {"table": DRAWN}),
]  # fmt: skip


@pytest.mark.parametrize("case", [*CATALOGUE, *DESCRIPTION, *KEYS, *FIGURES, *MAPS], ids=str)
def test_what_changed_in_years_is_told_and_breaks_nothing(
    command: Run, server: FakeStatline, folder: Path, case: Case
) -> None:
    server.offer(KWB, "70000NED", "Iets anders")
    path = folder / "eigen/klein.sqlite"
    before = path.read_bytes(), path.with_suffix(".json").read_bytes()
    known = _values(path)
    server.misbehave(case.fault, **case.options)
    ended = command(*case.words)
    assert ended.code == case.code, ended.err
    text = _said(f"{ended.out} {ended.err}")
    for words in case.says:
        assert words in text
    assert ended.err.count("Fout: ") <= 2 * bool(case.code), "one for each service"
    if case.code or case.words[:2] != PULL[:2]:
        assert (path.read_bytes(), path.with_suffix(".json").read_bytes()) == before
        return
    now = _values(path)
    lost = {key for key in known if now[key] != known[key]}
    assert {code for code, _ in lost} <= {case.options.get("area")}, "only what cannot be"
    assert all(now[key] is None for key in lost)
    assert command("data", "verify", "klein").code == 0


def _values(path: Path) -> dict[tuple[str, object], object]:
    return {key: getattr(found, "value", found) for key, found in figures(path).items()}


@pytest.mark.usefixtures("folder")
def test_a_table_that_is_listed_twice_is_told_once(command: Run, server: FakeStatline) -> None:
    server.offer(KWB, "86999NED", "Kerncijfers wijken en buurten 2027")
    server.misbehave("catalogue_twice")
    for words in (CHECK, DOCTOR):
        ended = command(*words)
        assert ended.code == 0, ended.err
        assert ended.out.count("kwb_2027: {reeks: kwb, jaar: 2027, tabel: 86999NED}") == 1


def test_a_round_without_rows_says_to_wait(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    before = (folder / "eigen/klein.sqlite").read_bytes()
    server.misbehave("round_without_rows", table=HEALTH)
    own = folder / "configs/bronnen.yaml"
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("- 2020JJ00", "- 2020JJ00\n    - 2028JJ00"), encoding="utf-8")
    ended = command(*PULL)
    assert ended.code == 13
    said = _said(ended.err)
    assert "2028" in said
    assert "een leeg antwoord" in said
    assert "`perioden` (als een ronde er nog niet is)" in said
    assert (folder / "eigen/klein.sqlite").read_bytes() == before
    own.write_text(text, encoding="utf-8")
    assert command(*PULL).code == 0, "what was advised, works"


@pytest.mark.usefixtures("folder")
def test_titles_of_more_lines_stay_on_one(command: Run, server: FakeStatline) -> None:
    server.misbehave("line_breaks", table=KWB, code="BU02770000")
    ended = command(*PULL)
    assert ended.code == 0, ended.err
    (line,) = [each for each in command(*DOCTOR).out.splitlines() if "kwb_2020 (84799" in each]
    assert "Kerncijfers wijken en buurten 2020 tweede regel" in line
    built = command("build", "BU02770000", "--edition", "klein", "--format", "json")
    assert built.code == 0, built.err
    assert '"name": "tweede regel"' in Path(built.out.strip()).read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_areas_that_left_the_map_are_counted(command: Run, server: FakeStatline) -> None:
    server.misbehave("boundary_fewer", table=DRAWN)
    assert command(*PULL, "--again").code == 0
    assert "niet gekoppeld pdok_2022: buurt 1, gemeente 1" in command("data", "status").out
    assert command("build", "GM0088", "--edition", "klein", "--format", "html").code == 0
