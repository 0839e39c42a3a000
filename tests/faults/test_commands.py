"""The commands that fetch, as a user types them, against the local server."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from tests.faults.commands import addresses_sent, answer_commands, dump, impatient_sources
from tests.faults.world import definition, serve
from tests.functional.conftest import Run, command
from tests.support.odata_server import ALWAYS, FakeStatline
from tests.support.source_tree import ROOT
from wijkprofiel.compilation import edition
from wijkprofiel.edition.restoring import pull_command

__all__ = ["command"]  # a fixture
TABLES = ("kwb_2020", "rivm_50090ned")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStatline]:
    """The services; every session that the commands open comes there."""
    with serve() as running:
        answer_commands(running, monkeypatch)
        yield running


@pytest.fixture
def folder(tmp_path: Path, command: Run) -> Path:
    """The user's folder, with an edition of their own and an impatient configuration."""
    own = tmp_path / "configs"
    (own / "edities").mkdir(parents=True)
    sources = impatient_sources(TABLES)
    sources["tabellen"]["rivm_50090ned"]["perioden"] = ["2020JJ00"]
    dump(own / "bronnen.yaml", sources)
    edition = definition().model_dump(mode="json", exclude={"stand"})
    edition["vereenvoudig_m"] = "60"
    edition["indeling"] = "2020"
    dump(own / "edities/klein.yaml", edition)
    assert command is not None
    return tmp_path


def test_a_pull_gives_an_edition_that_build_uses(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    ended = command("data", "pull", "--edition", "klein")
    assert ended.code == 0, ended.err
    assert ended.out.strip() == str(folder / "eigen/klein.sqlite")
    assert "Opgehaald: rivm_50090ned, kwb_2020, pdok_2022." in ended.err
    asked = len(server.requests)
    built = command("build", "GM0277", "--format", "html")
    assert built.code == 0, built.err
    assert "Cijfers: editie klein" in built.err
    page = Path(built.out.strip()).read_text(encoding="utf-8")
    assert "en de cijfers van editie klein" in page
    assert len(server.requests) == asked, "a build asks nothing"
    again = command("data", "pull", "--edition", "klein", "--quiet")
    assert again.code == 0
    assert not server.asked("50090NED", "UntypedDataSet")[asked:]
    assert command("data", "verify", "klein").code == 0


def test_a_second_pull_without_news_compiles_nothing(
    command: Run, server: FakeStatline, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("data", "pull", "--edition", "klein")
    first = command(*words)
    assert first.code == 0, first.err
    path = folder / "eigen/klein.sqlite"
    made = (path.read_bytes(), path.stat().st_mtime_ns)
    asked = len(server.asked("50090NED", "UntypedDataSet"))
    with monkeypatch.context() as patch:
        patch.setattr(edition, "compile_content", lambda *_, **__: pytest.fail("it compiled"))
        again = command(*words)
    assert again.code == 0, again.err
    assert again.out == first.out
    assert "Niets nieuws: editie klein" in again.err
    assert (path.read_bytes(), path.stat().st_mtime_ns) == made
    path.write_bytes(made[0][:-1])
    assert command(*words).code == 0, "a damaged edition is made anew"
    assert path.read_bytes() == made[0]
    own = yaml.safe_load((folder / "configs/edities/klein.yaml").read_text())
    dump(folder / "configs/edities/klein.yaml", own | {"titel": "Anders"})
    renewed = command(*words)
    assert "Niets nieuws" not in renewed.err
    assert len(server.asked("50090NED", "UntypedDataSet")) == asked, "nothing was fetched again"


def test_a_dry_run_asks_nothing(command: Run, server: FakeStatline, folder: Path) -> None:
    ended = command("data", "pull", "--edition", "klein", "--dry-run")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert len(lines) == 7 + 6 + 1 + 4 + 4 + 1 + 3 + 2 + 2
    assert sum("\thttps://" in line and "ODataCatalog/Tables" in line for line in lines) == 2
    assert all(line.count("\t") == 2 and "https://" in line for line in lines)
    assert server.requests == []
    assert not (folder / "eigen").exists()


@pytest.mark.parametrize("gemeente", [(), ("--gemeente", "rozendaal")])
@pytest.mark.usefixtures("folder")
def test_a_dry_run_shows_what_is_sent_byte_for_byte(
    command: Run,
    server: FakeStatline,
    monkeypatch: pytest.MonkeyPatch,
    gemeente: tuple[str, ...],
) -> None:
    server.misbehave("other_width", table="50090NED", key="Leeftijd", width=8)
    words = ("data", "pull", "--edition", "klein", *gemeente)
    before = command(*words, "--dry-run")
    assert "Nog niet bekend zijn de kolommen van rivm_50090ned." in before.err
    assert command(*words).code == 0
    planned = command(*words, "--dry-run")
    assert "Nog niet bekend" not in planned.err
    urls = [line.rpartition("\t")[2] for line in planned.out.splitlines()]
    assert any("%2720300+++%27" in url and "%24select=" in url for url in urls)
    sent = addresses_sent(monkeypatch)
    assert command(*words, "--again", "--no-compile").code == 0
    following = [url for url in sent if "skip" in url or "offset" in url]
    assert Counter(urls) == Counter(sent) - Counter(following)


def test_a_dry_run_refuses_what_cannot_be_pulled(command: Run, server: FakeStatline) -> None:
    ended = command("data", "pull", "--edition", "2020", "--dry-run")
    assert ended.code == 13
    assert ended.out == ""
    assert "Tabel grenzen_2022 van editie 2020 staat niet in configs/bronnen.yaml" in ended.err
    assert server.requests == []


def test_refresh_fetches_first(command: Run, server: FakeStatline, folder: Path) -> None:
    words = ("build", "GM0277", "--format", "json", "--edition", "klein")
    assert command(*words, "--source", "offline").code == 14
    assert server.requests == []
    ended = command(*words, "--source", "refresh")
    assert ended.code == 0, ended.err
    assert server.requests
    assert (folder / "eigen/klein.sqlite").is_file()


def test_refresh_fetches_the_edition_that_a_profile_file_asks_for(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    (folder / "wijk.yaml").write_text("gebied: GM0277\neditie: klein\n")
    words = ("build", "wijk.yaml", "--format", "json")
    here = command(*words)
    assert here.code == 10
    assert "editie 'klein' is nog niet opgehaald; dat doet u met" in here.err
    assert "`wijkprofiel data pull --edition klein`, of kies uit: 2020." in " ".join(
        here.err.split()
    )
    assert server.requests == []
    ended = command(*words, "--source", "refresh")
    assert ended.code == 0, ended.err
    assert "Cijfers: editie klein" in ended.err


def test_an_edition_that_cannot_be_fetched_is_told_before_fetching(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    (folder / "wijk.yaml").write_text("gebied: GM0277\neditie: kleim\n")
    ended = command("build", "wijk.yaml", "--source", "refresh")
    assert ended.code == 10
    assert "wijk.yaml:2: editie: editie 'kleim' staat niet in de configuratie" in ended.err
    assert "Bedoelde u klein?" in ended.err
    assert server.requests == []


@pytest.mark.usefixtures("folder")
def test_one_gemeente_is_an_edition_apart(command: Run, server: FakeStatline) -> None:
    ended = command("data", "pull", "--edition", "klein", "--gemeente", "rozendaal")
    assert ended.code == 0, ended.err
    assert "geen spreiding tussen de wijken" in ended.err
    assert "--edition klein-gm0277" in ended.err
    assert all("0088" not in asked.url for asked in server.asked("84799NED", "UntypedDataSet"))
    usual = command("build", "overvecht", "--format", "json")
    assert usual.code == 0, usual.err
    assert "editie 2020" in usual.err
    local = command("build", "WK027700", "--format", "html", "--edition", "klein-gm0277")
    assert local.code == 0, local.err
    page = Path(local.out.strip()).read_text(encoding="utf-8")
    assert "Deze editie kent niet alle wijken van Nederland." in page
    assert "te weinig mensen." not in page, "that is not why nothing is judged"
    assert command("data", "verify", "klein-gm0277").code == 0


@pytest.mark.parametrize(
    ("fault", "code"), [("http_503", 12), ("missing_column", 13), ("html_with_200", 12)]
)
@pytest.mark.usefixtures("folder")
def test_errors_have_their_exit_codes(
    command: Run, server: FakeStatline, fault: str, code: int
) -> None:
    server.misbehave(fault, table="50090NED", times=ALWAYS)
    ended = command("data", "pull", "--edition", "klein")
    assert ended.code == code
    assert ended.err.count("Fout: ") == 1


@pytest.mark.parametrize(
    ("table", "number", "stem", "says"),
    [
        ("kwb_2020", "84799NED", "AantalInwoners", "AantalInwoners past op meer kolommen"),
        ("kwb_2020", "84799NED", "k_65JaarOfOuder", "meer keer"),
        ("rivm_50090ned", "50090NED", "Eenzaam", "meer keer"),
    ],
)
def test_a_stem_that_is_there_twice_comes_with_the_line_that_picks_one(
    command: Run, server: FakeStatline, folder: Path, table: str, number: str, stem: str, says: str
) -> None:
    server.misbehave("column_twice", table=number, key=stem)
    refused = command("data", "pull", "--edition", "klein")
    assert refused.code == 13, refused.err
    text = " ".join(refused.err.split())
    assert says in text
    lines = re.findall(r"`heet_hier: \{(\w+): (\w+)\}`", text)
    assert {name for name, _ in lines} == {stem}
    assert {key.rpartition("_")[0] for _, key in lines} == {stem}
    assert f"`heet_hier` van {table}" in text
    own = folder / "configs/bronnen.yaml"
    sources = yaml.safe_load(own.read_text())
    sources["tabellen"][table]["heet_hier"] = dict(lines[:1])
    dump(own, sources)
    ended = command("data", "pull", "--edition", "klein")
    assert ended.code == 0, ended.err


def test_strict_fails_on_a_stale_table(command: Run, server: FakeStatline, folder: Path) -> None:
    assert command("data", "pull", "--edition", "klein").code == 0
    edition = (folder / "eigen/klein.sqlite").read_bytes()
    server.misbehave("http_503", table="50090NED", times=ALWAYS)
    lax = command("data", "pull", "--edition", "klein")
    assert lax.code == 0
    assert "Waarschuwing: " in lax.err
    assert "in gebruik" in lax.err
    strict = command("data", "pull", "--edition", "klein", "--strict")
    assert strict.code == 12
    last = strict.err.splitlines()[-1]
    assert "Er is geen editie vervangen. Geef later dezelfde opdracht nog eens;" in last
    assert len(re.findall("proberen het nog hoogstens 2 keer", strict.err)) == 1
    assert (folder / "eigen/klein.sqlite").read_bytes() == edition


@pytest.mark.usefixtures("folder", "server")
def test_an_edition_with_a_copy_says_how_to_get_it(command: Run) -> None:
    ended = command("data", "pull", "--edition", "2020")
    assert ended.code == 13
    assert "data import" in ended.err


@pytest.mark.usefixtures("folder", "server")
def test_an_edition_that_is_not_there(command: Run) -> None:
    ended = command("data", "pull", "--edition", "kleim")
    assert ended.code == 2
    assert "Bedoelde u klein?" in ended.err


@pytest.mark.usefixtures("folder")
def test_status_says_what_is_newer(command: Run, server: FakeStatline) -> None:
    assert command("data", "pull", "--edition", "klein").code == 0
    table = server.tables["84799NED"]
    server.tables["84799NED"] = replace(table, modified="2026-12-24T02:00:00")
    ended = command("data", "status", "--check")
    assert ended.code == 0, ended.err
    assert ended.out.count(" (vandaag)") == 3
    assert "84799NED: van 2021-03-26; nieuw: 2026-12-24" in ended.out
    assert "50090NED: van 2026-03-30; dat is het nieuwste" in ended.out


def test_status_says_what_to_do_when_a_service_is_silent(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    assert command("data", "pull", "--edition", "klein").code == 0
    dump(folder / "configs/bronnen.yaml", impatient_sources((*TABLES, "kwb_2024")))
    server.misbehave("no_answer", table="84799NED", times=ALWAYS)
    ended = command("data", "status", "--check")
    assert ended.code == 12
    assert "84799NED: niet bekend of er iets nieuwers is" in ended.out
    assert "85984NED: niet bekend of er iets nieuwers is" in ended.out, "on the same host"
    assert "50090NED: van 2026-03-30; dat is het nieuwste" in ended.out, "on another"
    assert not server.asked("85984NED", "TableInfos")
    assert ended.err.count("Fout: ") == 1
    assert "Probeer het later opnieuw; `wijkprofiel doctor` zegt wat er" in ended.err


@pytest.mark.usefixtures("folder")
def test_status_fails_on_a_table_that_is_gone(command: Run, server: FakeStatline) -> None:
    assert command("data", "pull", "--edition", "klein").code == 0
    server.misbehave("http_404", table="84799NED", times=ALWAYS)
    ended = command("data", "status", "--check")
    assert ended.code == 13
    assert "bestaat niet (meer)." in ended.err
    assert "Controleer `tabel` en `adres` in configs/bronnen.yaml." in ended.err


@pytest.mark.usefixtures("folder", "server")
def test_status_fails_where_no_connection_can_be(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy:poort")
    ended = command("data", "status", "--check")
    assert ended.code == 12
    assert "Schrijf haar als http://proxy.voorbeeld.nl:8080" in ended.err


def test_prune_shows_and_throws_away(command: Run, server: FakeStatline, folder: Path) -> None:
    server.misbehave("http_503", table="84799NED", entity="UntypedDataSet", times=ALWAYS)
    assert command("data", "pull", "--edition", "klein").code == 12
    shown = command("data", "prune", "--dry-run")
    assert "onvoltooide ophaling" in shown.out
    assert re.search(r"^\S+\tonvoltooide ophaling\t\d+,\d MB$", shown.out, re.MULTILINE)
    assert re.fullmatch(r"Kan weg: 1 bestanden, \d+,\d MB\.\n", shown.err)
    assert command("data", "prune").code == 0
    assert command("data", "prune").out == ""
    assert (folder / "eigen/momentopnamen/rivm_50090ned.json").is_file()


# --- doctor --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_the_doctor_finds_everything_well(command: Run, server: FakeStatline) -> None:
    ended = command("doctor", "--all")
    assert ended.code == 0, ended.out
    assert "0 fouten" in ended.out
    for name in (
        "Python",
        "Pango",
        "lettertype",
        "datamap",
        "CBS StatLine",
        "PDOK",
        "editie klein",
    ):
        assert name in ended.out
    assert not server.asked("50090NED", "UntypedDataSet")


@pytest.mark.usefixtures("folder")
def test_the_doctor_looks_at_what_the_project_needs_and_no_more(command: Run) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split("[>=]", each)[0] for each in project["dependencies"]}
    found = command("doctor", "--offline", "--all").out
    named = set(re.findall(r"^goed +([\w-]+):", found, re.MULTILINE))
    assert needed <= named
    assert not named & {"pikepdf", "pytest", "hypothesis"}


@pytest.mark.usefixtures("folder")
def test_the_doctor_writes_numbers_in_dutch(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_500_000_000_000))
    assert "vrij: 1.500 GB" in " ".join(command("doctor", "--offline", "--all").out.split())


@pytest.mark.usefixtures("folder")
def test_the_doctor_misses_a_library(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _: ["jinja2>=3", "bestaat-niet>=1"])
    ended = command("doctor", "--offline")
    assert ended.code == 1
    assert re.search(r"fout +bestaat-niet: ontbreekt", ended.out)


@pytest.mark.usefixtures("folder")
def test_the_doctor_tells_what_changed_indicator_by_indicator(
    command: Run, server: FakeStatline
) -> None:
    server.misbehave("renamed_column", table="50090NED", key="Roker", new="RooktTabak")
    ended = command("doctor")
    assert ended.code == 1
    text = " ".join(ended.out.split())
    assert "roker" in text
    assert "RooktTabak" in text
    assert "niet gekoppeld" in text
    assert "heet_hier" in text


@pytest.mark.usefixtures("folder")
def test_the_doctor_tells_which_service_is_silent(command: Run, server: FakeStatline) -> None:
    server.misbehave("no_answer", table="50090NED", times=ALWAYS)
    ended = command("doctor")
    assert ended.code == 12
    text = " ".join(ended.out.split())
    assert "StatLine van derden" in text
    assert "1 fout," in text


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("HTTPS_PROXY", "http://gebruiker:geheim@proxy:poort", "geen adres van een proxy"),
        ("ALL_PROXY", "socks5://gebruiker:geheim@proxy:1080", "geen adres van een proxy"),
        ("REQUESTS_CA_BUNDLE", "/er/niet/bundel.pem", "dat is er niet"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_settings_of_the_network_that_cannot_be_are_named(
    command: Run,
    server: FakeStatline,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    says: str,
) -> None:
    monkeypatch.setenv(name, value)
    for words in (("doctor",), ("data", "pull", "--edition", "klein")):
        ended = command(*words)
        assert ended.code == 12, ended.err
        text = " ".join(f"{ended.out}{ended.err}".split())
        assert name in text
        assert says in text
        assert "geheim" not in text
    assert server.requests == []


@pytest.mark.usefixtures("folder")
def test_the_doctor_tells_which_table_does_not_fit(command: Run, server: FakeStatline) -> None:
    server.misbehave("new_dimension", table="84799NED")
    ended = command("doctor")
    assert ended.code == 13
    assert "Geslacht" in ended.out


@pytest.mark.usefixtures("folder")
def test_the_doctor_asks_nothing_when_offline(
    command: Run, server: FakeStatline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://gebruiker:geheim@proxy.gemeente.nl:8080")
    monkeypatch.setenv("NO_PROXY", "localhost")
    ended = command("doctor", "--offline", "--all")
    assert ended.code == 0, ended.out
    assert "proxy.gemeente.nl:8080 (met wachtwoord); niet voor localhost" in ended.out
    assert "geheim" not in ended.out
    assert server.requests == []


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("damaged", ["klein.sqlite", "klein.json"])
def test_what_is_said_of_a_damaged_edition_mends_it(
    command: Run, folder: Path, damaged: str
) -> None:
    pull, build = ("data", "pull", "--edition", "klein"), ("build", "GM0277", "--format", "json")
    assert command(*pull).code == 0
    (folder / "eigen" / damaged).write_text("{", encoding="utf-8")
    ended = command(*build, "--edition", "klein")
    assert ended.code == 14
    assert f"`wijkprofiel {' '.join(pull)}`" in ended.err
    assert command(*build, "--edition", "2020").code == 0, "another one meanwhile"
    assert command(*pull).code == 0
    assert command(*build, "--edition", "klein").code == 0


def test_an_edition_of_one_gemeente_is_pulled_as_it_was() -> None:
    told = "wijkprofiel data pull --edition klein --gemeente GM0277"
    assert pull_command("klein-gm0277") == told


def test_status_says_of_a_copy_that_it_is_one(command: Run) -> None:
    told = command("data", "status").out
    assert "Kerncijfers wijken en buurten 2020): 2020; ingelezen uit een kopie" in told
