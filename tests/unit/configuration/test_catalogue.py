"""Files laid side by side: what one names, another has."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.checking import check_configuration
from wijkprofiel.configuration.editions import load_editions, load_recipe
from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

Change = Callable[[str, str, str], None]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of one's own with everything we ship."""
    return Path(shutil.copytree(SHIPPED_CONFIGS, tmp_path / "configs"))


@pytest.fixture
def change(own: Path) -> Change:
    def apply(file: str, old: str, new: str) -> None:
        text = (own / file).read_text(encoding="utf-8")
        assert old in text
        (own / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return apply


def read(own: Path) -> Catalogue:
    return load_catalogue(SearchPath((own,)))


def mistakes(own: Path) -> list[str]:
    """All messages, without the folder and the line."""
    with pytest.raises(ConfigurationError) as caught:
        read(own)
    return [f"{Path(p.file).name}: {p.key}: {p.message}" for p in caught.value.problems]


def line_of(own: Path, file: str, text: str) -> int:
    lines = (own / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_a_copy_of_what_we_ship_reads_the_same(own: Path) -> None:
    assert read(own) == load_catalogue(SearchPath.with_user_folder(None))


def test_a_mistake_names_file_line_key_and_remedy(own: Path, change: Change) -> None:
    change("indicatoren/sociale_omgeving.yaml", "  trend: drie_rondes", "  trend: drie rondes")
    line = line_of(own, "indicatoren/sociale_omgeving.yaml", "drie rondes")
    with pytest.raises(ConfigurationError) as caught:
        read(own)
    (problem,) = caught.value.problems
    place = f"{own}/indicatoren/sociale_omgeving.yaml:{line}: eenzaam.trend: "
    choice = "'drie_rondes', 'twee_rondes', 'een_ronde' of 'geen'. Bedoelde u drie_rondes?"
    assert str(problem) == f"{place}'drie rondes' kan hier niet; toegestaan: {choice}"
    assert caught.value.exit_code == 10


def test_mistakes_of_all_files_come_together(own: Path, change: Change) -> None:
    change("oordeel.yaml", "iets: 0.5", "iets: half")
    change("themas/rivm.yaml", "standaard: ja", "standaard: yes")
    change("verhalen.yaml", "nummer: 3", "numer: 3")
    (own / "aliassen.yaml").unlink()
    assert len(mistakes(own)) == 5


def test_a_wrong_value_does_not_hide_names_that_do_not_exist(own: Path, change: Change) -> None:
    """And what names the record with the mistake is no mistake itself."""
    change("indicatoren/sociale_omgeving.yaml", "  trend: drie_rondes", "  trend: drie rondes")
    change("indicatoren/fysieke_omgeving.yaml", "verhaal: samenleven", "verhaal: samen_leven")
    change("themas/rivm.yaml", "standaard: ja", "standaard: yes")
    change("opmerkingen.yaml", "[geluidhinder_buren]", "[geluidhinder_buur]")
    told = mistakes(own)
    assert [each.split(": ")[1] for each in told] == [
        "geluidhinder_buren.verhaal",
        "eenzaam.trend",
        "meer_thuis_in_2020.indicatoren.1",
        "standaard",
        "samenleven.volgorde_krachten.2",
        "samenleven.volgorde_zorgen.1",
    ]
    assert "indicator 'geluidhinder_buur' kennen we niet. Bedoelde u geluidhinder_buren?" in told[2]


def test_a_remark_is_about_a_table_that_there_is(own: Path, change: Change) -> None:
    change("opmerkingen.yaml", "[rivm_50090ned, rivm_50120ned", "[rivm_50090, rivm_50120ned")
    (problem,) = check_configuration(SearchPath((own,))).problems
    assert problem.key == "vanaf_19_jaar.tabellen.1"
    assert problem.message == "tabel 'rivm_50090' kennen we niet. Bedoelde u rivm_50090ned?"


def test_a_remark_about_a_copy_says_of_whom(own: Path, change: Change) -> None:
    change("opmerkingen.yaml", "  leeftijden: [18-64]\n", "")
    assert "bij ontbreekt: ja horen leeftijden, en geen indicatoren" in mistakes(own)[0]


def test_a_mistake_under_standaard_is_told_once_and_where_it_stands(
    own: Path, change: Change
) -> None:
    file = "indicatoren/voorzieningen.yaml"
    change(file, "  methode: register", "  methode: geteld")
    with pytest.raises(ConfigurationError) as caught:
        read(own)
    (problem,) = caught.value.problems
    assert problem.line == line_of(own, file, "methode: geteld")
    assert problem.key == "standaard.methode"


def test_own_value_goes_before_the_one_under_standaard(own: Path, change: Change) -> None:
    change("indicatoren/voorzieningen.yaml", "  drempel: 0.3", "  drempel: 0.3\n  decimalen: 2")
    found = read(own).indicators
    assert (found["afstand_huisarts"].decimalen, found["afstand_school"].decimalen) == (2, 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "indicatoren/sociale_omgeving.yaml",
            "positieve_gezondheid: meedoen",
            "positieve_gezondheid: medoen",
            "thema 'medoen' kennen we niet. Bedoelde u meedoen?",
        ),
        (
            "indicatoren/sociale_omgeving.yaml",
            ", positieve_gezondheid: meedoen",
            "",
            "de plaats in de indeling 'positieve_gezondheid' ontbreekt",
        ),
        (
            "indicatoren/sociale_omgeving.yaml",
            "rivm: sociale_omgeving",
            "rvim: sociale_omgeving",
            "indeling 'rvim' kennen we niet. Bedoelde u rivm?",
        ),
        (
            "indicatoren/gezondheid_en_leefstijl.yaml",
            "kop: lichamelijk",
            "kop: lichamelijke",
            "kop 'lichamelijke' kennen we niet. Bedoelde u lichamelijk?",
        ),
        (
            "indicatoren/gezondheid_en_leefstijl.yaml",
            ", kop: lichamelijk",
            "",
            "kop ontbreekt; kies uit lichamelijk, mentaal, leefstijl",
        ),
        (
            "indicatoren/fysieke_omgeving.yaml",
            "verhaal: samenleven",
            "verhaal: samen_leven",
            "verhaal 'samen_leven' kennen we niet. Bedoelde u samenleven?",
        ),
        (
            "verhalen.yaml",
            "obesitas: overgewicht",
            "obesitas: overgewicht_",
            "indicator 'overgewicht_' kennen we niet. Bedoelde u overgewicht?",
        ),
        (
            "verhalen.yaml",
            "zonder_rij: [drinker]",
            "zonder_rij: [eenzaam]",
            "eenzaam hoort niet bij het verhaal alcohol",
        ),
        (
            "indicatoren/sociale_omgeving.yaml",
            "  voorbehoud: Zich eenzaam voelen is iets anders dan alleen wonen.\n",
            "  voorbehoud_kort: Niet hetzelfde als alleen wonen.\n",
            "voorbehoud_kort hoort bij een voorbehoud",
        ),
        (
            "oordeel.yaml",
            "grotendeels: 65",
            "grotendeels: 95",
            "grotendeels moet lager zijn dan bijna_helemaal",
        ),
        (
            "verhalen.yaml",
            "- geluidhinder_buren",
            "- geluidhinder",
            "indicator 'geluidhinder' kennen we niet. Bedoelde u geluidhinder_buren?",
        ),
        (
            "verhalen.yaml",
            "    - geluidhinder_buren\n",
            "",
            "zet geluidhinder_buren in verhalen.yaml onder samenleven, bij volgorde_krachten",
        ),
        (
            "verhalen.yaml",
            "- geluidhinder_buren",
            "- mantelzorger",
            "mantelzorger hoort bij het verhaal mantelzorg",
        ),
        (
            "verhalen.yaml",
            "    - zware_drinker\n",
            "    - zware_drinker\n    - drinker\n",
            "drinker heeft geen zorg onder zin",
        ),
        (
            "indicatoren/participatie.yaml",
            "  verhaal: samenleven\n",
            "",
            "wat kan opvallen, heeft een verhaal nodig",
        ),
        (
            "indicatoren/voorzieningen.yaml",
            "      kort: Huisarts verder weg\n",
            "      kort: De huisarts is hier verder weg\n",
            "kort heeft hoogstens 4 woorden",
        ),
        (
            "indicatoren/voorzieningen.yaml",
            "    dichtbij: huisarts\n",
            "",
            "afstand_huisarts heeft daarvoor bij zin de sleutel dichtbij nodig",
        ),
        (
            "indicatoren/gezondheid_en_leefstijl.yaml",
            "      vorm: roken niet\n",
            "",
            "geef precies één van vorm en heel",
        ),
        (
            "verhalen.yaml",
            "  rij: eenzaam\n",
            "  rij: eenzaamheid\n",
            "indicator 'eenzaamheid' kennen we niet. Bedoelde u eenzaam?",
        ),
        (
            "oordeel.yaml",
            "[eenzaam, ",
            "[eenzaamheid, ",
            "indicator 'eenzaamheid' kennen we niet. Bedoelde u eenzaam?",
        ),
        (
            "themas/rivm.yaml",
            "standaard: ja",
            "standaard: nee",
            "zet bij precies één indeling standaard: ja",
        ),
        (
            "themas/positieve_gezondheid.yaml",
            "standaard: nee",
            "standaard: ja",
            "er is al een andere indeling met standaard: ja",
        ),
        (
            "aliassen.yaml",
            "[WK054609]",
            "[WK54609]",
            "'WK54609' is geen code van een gebied (zoals WK034403)",
        ),
        (
            "indicatoren/voorzieningen.yaml",
            "afstand_huisarts:\n",
            "afstand_huisarts:\n  id: huisarts\n",
            "weglaten: de naam waar dit onder staat is het kenmerk al",
        ),
        (
            "indicatoren/voorzieningen.yaml",
            "afstand_huisarts:",
            "eenzaam:",
            "eenzaam bestaat al in ",
        ),
        (
            "indicatoren/bevolking.yaml",
            "heel: Het aantal inwoners is {waarde}.",
            "heel: Het aantal inwoners is {getal}.",
            "in heel moet {waarde} één keer staan, en niets anders tussen { }",
        ),
        (
            "indicatoren/bevolking.yaml",
            "heel: Het aantal inwoners is {waarde}.",
            "heel: Het aantal inwoners is {waarde:d}.",
            "in heel moet {waarde} één keer staan, en niets anders tussen { }",
        ),
        (
            "indicatoren/bevolking.yaml",
            "    doet: is jonger dan 15 jaar\n",
            "",
            "geef wie, doen en doet, of alleen heel",
        ),
        (
            "indicatoren/bevolking.yaml",
            ", noemer: AantalInwoners",
            "",
            "teller en noemer horen bij elkaar",
        ),
        (
            "indicatoren/bevolking.yaml",
            "teller: k_0Tot15Jaar,",
            "teller: k_0Tot15Jaar, onderwerp: AantalInwoners,",
            "geef precies één van onderwerp, teller (met noemer) of verandering",
        ),
        (
            "indicatoren/participatie.yaml",
            "    doet: geeft mantelzorg\n",
            "    doet: geeft mantelzorg\n    zorg: {kort: Meer zorg, vorm: geven mantelzorg}\n",
            "een indicator zonder oordeel heeft geen kracht of zorg onder zin",
        ),
        (
            "verhalen.yaml",
            "    roker:\n",
            "    eenzaam:\n",
            "eenzaam staat niet bij volgorde_krachten of volgorde_zorgen",
        ),
        (
            "indicatoren/voorzieningen.yaml",
            "  richting: geen_oordeel",
            "  richting: geen_oordeel\n  drempel: 0.3",
            "een drempel is alleen bedoeld voor een afstand",
        ),
        (
            "indicatoren/fysieke_omgeving.yaml",
            "  soort: klasse",
            "  soort: aantal",
            "klassen horen bij soort: klasse, en alleen daarbij",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_remedy(
    own: Path, change: Change, file: str, old: str, new: str, expected: str
) -> None:
    change(file, old, new)
    assert any(expected in each for each in mistakes(own)), mistakes(own)


def test_a_file_of_ones_own_replaces_ours_whole(tmp_path: Path) -> None:
    (tmp_path / "aliassen.yaml").write_text(
        "wijken:\n  Ons dorp: {gemeente: Leiden, indeling: 2020, codes: [WK054609]}\n",
        encoding="utf-8",
    )
    found = load_catalogue(SearchPath.with_user_folder(tmp_path)).aliases
    assert list(found.wijken) == ["Ons dorp"]
    assert not found.gemeenten


def test_an_indicator_of_ones_own_comes_beside_ours(tmp_path: Path) -> None:
    shipped = (SHIPPED_CONFIGS / "indicatoren/voorzieningen.yaml").read_text(encoding="utf-8")
    head, _, body = shipped.partition("afstand_huisarts:")
    record = "afstand_bibliotheek:" + body.partition("\nafstand_supermarkt:")[0]
    record = record.partition("    zorg:\n")[0]
    (tmp_path / "indicatoren").mkdir()
    (tmp_path / "indicatoren/eigen.yaml").write_text(head + record, encoding="utf-8")
    names = list(load_catalogue(SearchPath.with_user_folder(tmp_path)).indicators)
    assert "afstand_bibliotheek" in names
    assert "afstand_huisarts" in names


def test_editions_and_recipes_are_read_apart(own: Path, change: Change) -> None:
    change("edities/2020.yaml", "kerntabel: kwb_2020", "kerntabel: kwb_2021")
    read(own)
    with pytest.raises(ConfigurationError, match="niet onder tabellen genoemd: kwb_2021"):
        load_editions(SearchPath((own,)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: kwb_2020", "id: kwb_2021", "id: moet kwb_2020 zijn, net als de bestandsnaam"),
        ("  jaar: 2020", "  perioden: Perioden\n  jaar: 2020", "geef perioden .* of jaar"),
        ("vorm: parquet", "vorm: excel", "'excel' kan hier niet"),
    ],
)
def test_mistakes_in_a_recipe(own: Path, change: Change, old: str, new: str, expected: str) -> None:
    change("import/kwb_2020.yaml", old, new)
    with pytest.raises(ConfigurationError, match=expected):
        load_recipe(SearchPath((own,)), "kwb_2020")


def test_a_recipe_that_is_not_there(own: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"import/kwb_1999.yaml: dit bestand ontbreekt"):
        load_recipe(SearchPath((own,)), "kwb_1999")


def test_a_date_that_is_no_date(own: Path, change: Change) -> None:
    change("edities/2020.yaml", "stand: 2026", "stand: 24 november 2026")
    with pytest.raises(ConfigurationError, match="geen datum"):
        load_editions(SearchPath((own,)))


def test_fingerprint_changes_with_the_source_and_not_with_the_texts(
    own: Path, change: Change
) -> None:
    before = read(own).indicators["afstand_school"]
    change("indicatoren/voorzieningen.yaml", "naam: Afstand tot de basisschool", "naam: School")
    renamed = read(own).indicators["afstand_school"]
    change("indicatoren/voorzieningen.yaml", "AfstandTotSchool}", "AfstandTotSchoolgebouw}")
    moved = read(own).indicators["afstand_school"]
    assert before.bron.fingerprint() == renamed.bron.fingerprint()
    assert before.bron.fingerprint() != moved.bron.fingerprint()
