"""`doctor` judges what is used, fits a screen, and says what looks like what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.faults.commands import answer_commands, dump, impatient_sources
from tests.faults.world import definition, serve
from tests.functional.conftest import Run, command
from tests.support.odata_server import ALWAYS, FakeStatline, TopicFixture
from wijkprofiel.edition.manifest import read_manifest
from wijkprofiel.yaml_files.paths import SHIPPED_DATA

__all__ = ["command"]  # a fixture
KWB, HEALTH = "84799NED", "50090NED"
UNUSED = ("kwb_2013", "kwb_2014", "kwb_2016")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStatline]:
    with serve() as running:
        answer_commands(running, monkeypatch)
        yield running


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Path:
    """A user's folder with an edition of their own that was never made; at hand is only ours."""
    own = tmp_path / "configs"
    (own / "edities").mkdir(parents=True)
    dump(own / "bronnen.yaml", _sources())
    edition = definition().model_dump(mode="json", exclude={"stand"})
    dump(own / "edities/klein.yaml", edition | {"vereenvoudig_m": "60", "indeling": "2020"})
    return own


def _sources(more: tuple[str, ...] = ()) -> dict[str, Any]:
    sources = impatient_sources(("kwb_2020", "rivm_50090ned", *more))
    sources["tabellen"]["rivm_50090ned"]["perioden"] = ["2020JJ00"]
    return sources


def _said(text: str) -> str:
    return " ".join(text.split())


def test_what_no_edition_uses_is_a_remark(command: Run, server: FakeStatline, own: Path) -> None:
    dump(own / "bronnen.yaml", _sources(UNUSED))
    ended = command("doctor", "--all")
    assert ended.code == 0, ended.out
    found = _said(ended.out)
    assert "let op kwb_2013 (82339NED): " in found
    assert found.count("Geen editie die er is, gebruikt dit.") >= len(UNUSED)
    assert "0 fouten" in found
    retired = server.tables.pop(KWB)
    ended = command("doctor")
    assert ended.code == 13, "edition 2020 is made of it"
    assert "fout kwb_2020 (84799NED): " in _said(ended.out)
    server.tables[KWB] = retired


def test_a_service_counts_by_what_is_made_of_it(command: Run, server: FakeStatline) -> None:
    server.misbehave("http_503", table="wijken-en-buurten-2022", times=ALWAYS)
    ended = command("doctor", "--all")
    assert ended.code == 0, ended.out
    assert "let op PDOK: " in _said(ended.out)
    assert command("doctor", "--edition", "klein").code == 12, "as if it were there"
    server.heal()
    assert command("data", "pull", "--edition", "klein", "--quiet").code == 0
    server.misbehave("http_503", table="wijken-en-buurten-2022", times=ALWAYS)
    ended = command("doctor")
    assert ended.code == 12
    assert "fout PDOK: " in _said(ended.out)


def test_a_map_that_an_edition_uses_is_judged(command: Run, server: FakeStatline) -> None:
    assert command("data", "pull", "--edition", "klein", "--quiet").code == 0
    ended = command("doctor", "--all")
    assert ended.code == 0, ended.out
    assert "goed pdok_2022: CBS Wijken en Buurten 2022" in _said(ended.out)
    assert "let op pdok_2025: " in _said(ended.out)
    del server.boundaries[2022]
    ended = command("doctor")
    assert ended.code == 13
    assert "fout pdok_2022: " in _said(ended.out)


def test_the_shipped_edition_is_always_at_hand() -> None:
    manifest = read_manifest(SHIPPED_DATA / "2020.sqlite")
    assert {KWB, HEALTH} <= {record.origin.table for record in manifest.tables}


def test_an_edition_that_is_not_there_has_no_failures(command: Run, server: FakeStatline) -> None:
    server.misbehave("missing_column", table=KWB, key="Bevolkingsdichtheid")
    ended = command("doctor", "--all")
    assert ended.code == 1, "edition 2020 is there"
    assert "fout editie 2020: bevolkingsdichtheid: " in _said(ended.out)
    assert "fout editie klein" not in _said(ended.out)
    assert "let op editie klein: bevolkingsdichtheid: " in _said(ended.out)


def test_what_to_do_first_fits_a_screen(command: Run, server: FakeStatline, own: Path) -> None:
    dump(own / "bronnen.yaml", _sources(UNUSED))
    health = server.tables[HEALTH]
    numbered = [
        replace(topic, key=f"Anders{number}_{number}", title=f"Anders {number}")
        for number, topic in enumerate(health.figures())
    ]
    texts = [topic for topic in health.topics if topic.datatype == "String"]
    server.tables[HEALTH] = health.with_topics([*texts, *numbered])
    server.offer(KWB, "86999NED", "Kerncijfers wijken en buurten 2027")
    short, whole = command("doctor"), command("doctor", "--all")
    assert short.code == whole.code == 1
    lines = short.out.splitlines()
    assert len(lines) < 40
    assert max(map(len, lines)) <= 80
    kinds = re.findall(r"^(fout|nieuw|let op) ", short.out, re.MULTILINE)
    assert kinds[0] == "fout"
    assert "`wijkprofiel doctor --all`" in short.out
    assert short.out.splitlines()[-1] == whole.out.splitlines()[-1], "the same counts"
    assert len(whole.out.splitlines()) > 40


def test_news_stands_before_remarks(command: Run, server: FakeStatline) -> None:
    server.offer(KWB, "86999NED", "Kerncijfers wijken en buurten 2027")
    server.misbehave("extra_period", table=HEALTH, period="2028JJ00")
    ended = command("doctor")
    assert ended.code == 0, ended.out
    first = ended.out.partition("Eerst doen:\n")[2]
    assert first.startswith("nieuw   reeks kwb: nieuwere tabel: ")
    assert "          tabellen:\n            kwb_2027: {reeks: kwb, jaar: 2027, " in first
    assert "nieuw   rivm_50090ned: nieuwe ronde: 2028\n" in first
    assert "is het nieuwste" not in command("doctor", "--all").out
    server.heal()
    assert "50090NED is het nieuwste" in command("doctor", "--all").out


def test_beside_what_is_missing_stands_what_looks_like_it(
    command: Run, server: FakeStatline
) -> None:
    health = server.tables[HEALTH]
    lonely = health.topic("Eenzaam")
    others = [
        replace(lonely, key="ErnstigEenzaamheid_90", title="Ernstig eenzaam"),
        replace(lonely, key="Eenzaamheid_91", title="Eenzaam"),
        TopicFixture("KrijgtSteun_92", "Krijgt steun van anderen", "%", (), "Double", 1),
    ]
    kept = [topic for topic in health.topics if topic is not lonely]
    server.tables[HEALTH] = health.with_topics([*kept, *others])
    ended = command("doctor")
    assert ended.code == 1
    text = _said(ended.out)
    best = "Eenzaamheid_91 (Eenzaam; %) heet_hier: {Eenzaam: Eenzaamheid}"
    narrower = "ErnstigEenzaamheid_90 (Ernstig eenzaam; %) heet_hier: {Eenzaam: ErnstigEenzaamheid}"
    assert best in text
    assert narrower in text
    assert text.index(best) < text.index(narrower)
    assert "heet_hier: {Eenzaam: KrijgtSteun}" not in ended.out
    pulled = command("data", "pull", "--edition", "klein")
    assert pulled.code == 13
    assert "het lijkt op Eenzaamheid_91 (Eenzaam; %), " in pulled.err


def test_a_proposal_is_configuration_that_fits(
    command: Run, server: FakeStatline, own: Path
) -> None:
    health = server.tables[HEALTH]
    lonely, sport = health.topic("Eenzaam"), health.topic("WekelijkseSporters")
    other = replace(lonely, key="Eenzaamheid_91", title="Eenzaam")
    kept = [topic for topic in health.topics if topic not in (lonely, sport)]
    rows = [{**row, other.key: row.get(lonely.key)} for row in health.rows]
    server.tables[HEALTH] = health.with_topics([*kept, other]).with_rows(rows)
    server.offer(KWB, "86999NED", "Kerncijfers wijken en buurten 2027")
    server.misbehave("extra_period", table=HEALTH, period="2028JJ00")
    before = (own / "bronnen.yaml").read_text(encoding="utf-8")
    ended = command("doctor", "--edition", "klein", "--propose", "voorstel")
    assert ended.code == 1, "what is wrong stays wrong until somebody takes it over"
    assert "kijk elke regel met `# voorstel` na" in _said(ended.err)
    folder = own.parent / "voorstel"
    proposed = (folder / "bronnen.yaml").read_text(encoding="utf-8")
    assert "Eenzaam: Eenzaamheid" in proposed
    assert "  kwb_2027: {reeks: kwb, jaar: 2027, tabel: 86999NED}  # voorstel\n" in proposed
    assert "    - 2020JJ00\n    - 2028JJ00  # voorstel\n" in proposed
    edition = (folder / "edities/klein.yaml").read_text(encoding="utf-8")
    assert "- sport_elke_week  # voorstel\n" in edition
    assert "zet de bestanden daarna in configs." in _said(ended.err)
    assert (own / "bronnen.yaml").read_text(encoding="utf-8") == before
    again = command("doctor", "--config", "voorstel", "--edition", "klein", "--all")
    found = _said(again.out)
    assert "fout editie klein" not in found
    assert "nieuw " not in found
    server.heal()  # that round has no rows here
    checked = proposed.replace("    - 2028JJ00  # voorstel\n", "")
    (folder / "bronnen.yaml").write_text(checked, encoding="utf-8")
    pulled = command("data", "pull", "--edition", "klein", "--config", "voorstel")
    assert pulled.code == 0, pulled.err


def test_a_proposal_writes_over_nothing(command: Run, server: FakeStatline, own: Path) -> None:
    (own.parent / "voorstel").mkdir()
    (own.parent / "voorstel/bronnen.yaml").write_text("van mij\n", encoding="utf-8")
    ended = command("doctor", "--propose", "voorstel")
    assert ended.code == 17, ended.err
    assert "voorstel bestaat al en blijft zoals het is." in ended.err
    assert server.requests == []
    assert command("doctor", "--offline", "--propose", "elders").code == 2


@pytest.mark.usefixtures("server")
def test_where_nothing_changed_there_is_nothing_to_propose(command: Run, own: Path) -> None:
    ended = command("doctor", "--propose", "voorstel")
    assert ended.code == 0, ended.out
    assert "niets voor te stellen" in ended.err
    assert not (own.parent / "voorstel").exists()


def test_a_proposal_says_what_it_leaves_to_a_person(command: Run, server: FakeStatline) -> None:
    health = server.tables[HEALTH]
    lonely = health.topic("Eenzaam")
    topics = [replace(each, unit="aantal") if each is lonely else each for each in health.topics]
    server.tables[HEALTH] = health.with_topics(topics)
    server.offer(HEALTH, "50199NED", "Gezondheid per wijk en buurt")
    ended = command("doctor", "--propose", "voorstel")
    assert ended.code == 1
    assert "niets geschreven. Niet erin, want dat moet u zelf doen: " in _said(ended.err)
    assert "doen: reeks gezondheid, eenzaam (editie 2020)." in _said(ended.err)
    assert "reeks gezondheid: tabel waarvan het jaar niet in de titel staat" in _said(ended.out)
    assert "mag_ontbreken" not in ended.out, "that would not help"
    assert not Path("voorstel").exists()


def test_what_lets_nobody_look_gives_no_proposal(command: Run, own: Path) -> None:
    (own / "bronnen.yaml").write_text("diensten: geen\n", encoding="utf-8")
    ended = command("doctor", "--propose", "voorstel")
    assert ended.code != 0
    assert "Er is geen voorstel: los eerst op wat hierboven fout is." in ended.err
    assert not Path("voorstel").exists()


def test_one_cause_is_told_once(command: Run, server: FakeStatline) -> None:
    server.misbehave("no_answer", times=ALWAYS)
    ended = command("doctor", "--edition", "klein", "--propose", "voorstel")
    assert ended.code == 12
    first = ended.out.partition("Eerst doen:\n")[2]
    assert first.startswith("fout    diensten: geen enkele dienst is te bereiken\n")
    assert "Heeft deze computer internet? Vraag anders uw beheerder om toegang tot" in _said(first)
    assert re.findall("^(fout|nieuw|let op) ", first, re.MULTILINE) == ["fout"]
    assert "1 fout, " in first
    refused = "Er is geen voorstel gemaakt: de diensten zijn niet te bereiken. Er is niets"
    assert f"{refused} geschreven." in _said(ended.err)
    assert not Path("voorstel").exists()
    whole = command("doctor", "--edition", "klein", "--all").out
    place = "api.pdok.nl/cbs/wijken-en-buurten-2022/ogc/v1/collections/gemeenten/items"
    assert any(place in line for line in whole.splitlines()), "an address stays whole"
    assert "Probeer het later opnieuw." in whole
    assert "`wijkprofiel doctor`" not in whole
    assert "let op  CBS StatLine: " in whole


def test_one_silent_service_is_told_once(command: Run, server: FakeStatline) -> None:
    server.misbehave("no_answer", table=HEALTH, times=ALWAYS)
    ended = command("doctor", "--propose", "voorstel")
    assert ended.code == 12
    assert "fout    StatLine van derden" in ended.out
    assert "reeks gezondheid" not in ended.out
    assert "reeks gezondheid" in command("doctor", "--all").out
    assert "geen voorstel gemaakt: niet alle diensten zijn te bereiken." in _said(ended.err)


def test_what_all_services_say_is_no_lack_of_internet(command: Run, server: FakeStatline) -> None:
    server.misbehave("http_503", times=ALWAYS)
    told = _said(command("doctor").out)
    assert "geen enkele dienst is te gebruiken: opendata.cbs.nl/ODataFeed" in told
    assert "internet" not in told
