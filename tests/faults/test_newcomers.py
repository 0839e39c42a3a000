"""An edition that takes a newer table by itself, as `data pull` makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.faults.commands import addresses_sent, answer_commands, dump, impatient_sources
from tests.faults.world import definition, serve
from tests.functional.conftest import Run, command
from tests.support.odata_server import ALWAYS, FakeStatline
from wijkprofiel.edition.reader import Edition

__all__ = ["command"]  # a fixture
KWB, NEWER = "84799NED", "86999NED"
PULL = ("data", "pull", "--edition", "klein")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStatline]:
    """The services, with a newer table of the series."""
    with serve() as running:
        answer_commands(running, monkeypatch)
        running.offer(KWB, NEWER, "Kerncijfers wijken en buurten 2027")
        yield running


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """A user's folder with an edition that follows that series."""
    own = tmp_path / "configs"
    (own / "edities").mkdir(parents=True)
    sources = impatient_sources(("kwb_2020", "rivm_50090ned"))
    sources["tabellen"]["rivm_50090ned"]["perioden"] = ["2020JJ00"]
    dump(own / "bronnen.yaml", sources)
    edition = definition().model_dump(mode="json", exclude={"stand"})
    texts = {"vereenvoudig_m": "60", "indeling": "2020", "neemt_nieuwer": ["kwb"]}
    dump(own / "edities/klein.yaml", edition | texts)
    return tmp_path


def _years(folder: Path) -> dict[str, int]:
    with Edition.open(folder / "eigen/klein.sqlite") as edition:
        return {key.indicator: key.period for key, each in edition.figures.items() if each.newest}


def test_a_newer_table_joins_by_itself(command: Run, server: FakeStatline, folder: Path) -> None:
    ended = command(*PULL, "--strict")
    assert ended.code == 0, ended.err
    assert "kwb_2027 doet mee, voor " in ended.err
    assert server.asked(NEWER, "UntypedDataSet")
    years = _years(folder)
    assert (years["inwoners"], years["bijstand_per_1000"], years["eenzaam"]) == (2027, 2027, 2020)
    status = command("data", "status").out
    assert "met 2027; indeling 2020" in status
    assert command("data", "verify", "klein").code == 0
    assert command("data", "prune").out == "", "no edition names it, and yet it is used"
    assert command("data", "compile", "klein").code == 0
    assert _years(folder) == years, "the same without asking anything"
    assert command("build", "GM0277", "--format", "json").code == 0


def test_what_it_does_not_have_stays_and_is_told(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    server.misbehave("missing_column", table=NEWER, key="PersonenautoSPerHuishouden")
    server.misbehave("other_unit", table=NEWER, key="Omgevingsadressendichtheid")
    ended = command(*PULL, "--strict")
    assert ended.code == 0, ended.err
    said = " ".join(ended.err.split())
    told = said.partition("Zij heeft niet, of in een andere eenheid: ")[2].partition(".")[0]
    assert "autos_per_huishouden" in told
    assert "omgevingsadressendichtheid" in told
    years = _years(folder)
    assert (years["autos_per_huishouden"], years["inwoners"]) == (2020, 2027)


def test_a_newer_table_with_nothing_that_fits_stays_away(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    base, needed = server.tables[KWB], ("AantalInwoners", "OppervlakteLand", "OppervlakteTotaal")
    kept = [topic for topic in base.topics if topic.datatype == "String" or topic.stem in needed]
    server.offer(KWB, NEWER, "Kerncijfers wijken en buurten 2027", topics=kept)
    server.misbehave("other_unit", table=NEWER, key="AantalInwoners")
    ended = command(*PULL)
    assert ended.code == 0, ended.err
    assert "kwb_2027 doet niet mee." in ended.err
    assert _years(folder)["inwoners"] == 2020
    assert not server.asked(NEWER, "UntypedDataSet")


@pytest.mark.parametrize(
    ("fault", "entity", "says"),
    [
        ("new_dimension", None, "kwb_2027 doet niet mee. Tabel 86999NED"),
        ("http_503", "Tables", "Of er een nieuwere tabel van kwb is, is niet bekend."),
        ("empty_table", "UntypedDataSet", "kwb_2027 is niet opgehaald."),
    ],
)
def test_a_newer_table_that_cannot_be_had_leaves_the_edition_as_it_is(
    command: Run, server: FakeStatline, folder: Path, fault: str, entity: str | None, says: str
) -> None:
    table = None if entity == "Tables" else NEWER
    server.misbehave(fault, table=table, entity=entity, times=ALWAYS)
    ended = command(*PULL)
    assert ended.code == 0, ended.err
    assert says in ended.err
    assert _years(folder)["inwoners"] == 2020


def test_a_series_that_does_not_exist_is_told(
    command: Run, server: FakeStatline, folder: Path
) -> None:
    path = folder / "configs/edities/klein.yaml"
    path.write_text(path.read_text().replace("- kwb\n", "- kwbb\n"))
    for words in (PULL, ("config", "check")):
        ended = command(*words)
        assert ended.code == 10, ended.err
        assert "reeks 'kwbb' kennen we niet. Bedoelde u kwb?" in ended.err
    assert server.requests == []


def test_a_dry_run_shows_what_is_asked_of_a_table_that_may_join(
    command: Run, server: FakeStatline, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "configs/bronnen.yaml"
    sources = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    sources["tabellen"]["kwb_2027"] = {"reeks": "kwb", "jaar": "2027", "tabel": NEWER}
    dump(path, sources)
    planned = command(*PULL, "--dry-run").out
    assert server.requests == []
    assert "kwb_2027\tTableInfos; kijken of zij al bruikbaar is\thttps://" in planned
    assert "kwb_2027\trijen: wijken; alleen als zij dat is\thttps://" in planned
    sent = addresses_sent(monkeypatch)
    assert command(*PULL, "--no-compile").code == 0
    following = [url for url in sent if "skip" in url]
    urls = [line.rpartition("\t")[2] for line in planned.splitlines()]
    for part in (NEWER, "ODataCatalog"):
        shown, asked = (Counter(u for u in each if part in u) for each in (urls, sent))
        assert shown == asked - Counter(following), part
