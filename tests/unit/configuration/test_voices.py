"""Voices: a language or a kind of reader, laid over ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.errors import ConfigurationError, UsageError
from wijkprofiel.words.formatting import DUTCH, Notation
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

HEAD = "basis: nl\ntaal: en\nlezer: tests\n"


def read(folder: Path, **files: str) -> Catalogue:
    """Our configuration with these files in `teksten` of a folder of one's own."""
    (folder / "teksten").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"teksten/{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return load_catalogue(SearchPath.with_user_folder(folder))


def mistakes(folder: Path, **files: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        read(folder, **files)
    return [str(each).replace(f"{folder}/", "") for each in caught.value.problems]


def test_a_voice_says_what_differs_and_ours_the_rest(tmp_path: Path) -> None:
    catalogue = read(tmp_path, en_test=HEAD + "omslag:\n  inhoud: Contents\n")
    voice = catalogue.voice("en-test")
    assert (voice.taal, voice.lezer, voice.omslag.inhoud) == ("en", "tests", "Contents")
    ours = {"taal", "lezer", "omslag"}
    assert voice.model_dump(exclude=ours) == catalogue.texts.model_dump(exclude=ours)
    assert voice.omslag.aanhef == catalogue.texts.omslag.aanhef


def test_without_another_wish_it_is_the_complete_dutch_one(tmp_path: Path) -> None:
    catalogue = read(tmp_path)
    assert catalogue.texts == catalogue.voice("nl")
    assert list(catalogue.voices) == ["nl"]


def test_a_voice_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Stem 'fr' is er niet") as caught:
        read(tmp_path, en=HEAD).voice("fr")
    assert caught.value.remedy == "Kies uit: en, nl."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "vragen:\n  titel: About {theme}",
            "5: vragen.titel: {theme} kennen we hier niet; toegestaan: {thema}",
        ),
        (
            "omslag: {inhuod: x}",
            "4: omslag.inhuod: deze sleutel kennen we niet. Bedoelde u inhoud?",
        ),
        (
            "buurten:\n  cijfers: [roker, rookt]",
            "5: buurten.cijfers.2: indicator 'rookt' kennen we niet. Bedoelde u roker?",
        ),
        ("schrijfwijze:\n  maanden: [January]", "5: schrijfwijze.maanden: heeft minstens 12 nodig"),
        ("schrijfwijze:\n  decimaal: ''", "5: schrijfwijze.decimaal: mag niet leeg zijn"),
    ],
)
def test_a_mistake_names_the_file_and_line_of_the_voice(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert mistakes(tmp_path, en=f"{HEAD}{text}\n") == [f"teksten/en.yaml:{expected}"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "en",
            "basis: nl\n",
            (
                "en.yaml: taal: de taal is hier nl, en de naam van het bestand begint met en;"
                " zet er taal: en in, of begin de naam met nl"
            ),
        ),
        (
            "nl_kort",
            HEAD,
            (
                "nl-kort.yaml:2: taal: de taal is hier en, en de naam van het bestand begint met"
                " nl; zet er taal: nl in, of begin de naam met en"
            ),
        ),
        ("en", HEAD.replace("taal: en", "taal: Engels"), None),
    ],
)
def test_words_are_in_the_language_that_the_name_says(
    tmp_path: Path, name: str, text: str, expected: str | None
) -> None:
    found = mistakes(tmp_path, **{name: text})
    wrong = (
        "en.yaml:2: taal: 'Engels' is geen taal; schrijf haar zoals een webpagina: nl, nl-BE, en"
    )
    assert found == [f"teksten/{expected or wrong}"]


def test_a_regional_language_is_one(tmp_path: Path) -> None:
    belgian = read(tmp_path, nl_BE="basis: nl\ntaal: nl-BE\n").voice("nl-BE")
    assert belgian.taal == "nl-BE"


def test_a_copy_of_ours_that_lacks_a_key_names_it(tmp_path: Path) -> None:
    ours = (SHIPPED_CONFIGS / "teksten/nl.yaml").read_text(encoding="utf-8")
    (mistake,) = mistakes(tmp_path, nl=ours.replace("  inhoud: Inhoud\n", ""))
    assert re.fullmatch(r"teksten/nl\.yaml:\d+: omslag: inhoud ontbreekt", mistake)
    assert read(tmp_path, nl="basis: nl\nomslag: {inhoud: Wat u vindt}\n").texts.omslag.inhoud


def english(folder: Path) -> Texts:
    written = """schrijfwijze:
  decimaal: "."
  duizendtal: ","
  maanden: [January, February, March, April, May, June,
    July, August, September, October, November, December]
  dag: "{maand} {dag}, {jaar}"
  opsomming: {tussen: "; ", laatste: " and "}
"""
    return read(folder, en=HEAD + written).voice("en")


def test_numbers_days_and_lists_are_written_as_the_voice_says(tmp_path: Path) -> None:
    notation = Notation.of(english(tmp_path))
    assert notation.number(1234567.25, 1) == "1,234,567.3"
    assert notation.number(-1234) == "−1,234"
    assert (notation.signed(4), notation.signed(0.04, 1), notation.signed(-2)) == (
        "+4",
        "0.0",
        "−2",
    )
    assert notation.long_date("2026-11-24T10:00:00") == "November 24, 2026"
    assert notation.enumeration(["a", "b", "c"]) == "a; b and c"
    assert (notation.enumeration(["a"]), notation.enumeration([])) == ("a", "")
    assert notation.years([2020, 2012, 2016, 2012]) == "2012; 2016 and 2020"


def test_the_terminal_writes_as_our_dutch_voice(tmp_path: Path) -> None:
    assert Notation.of(read(tmp_path).texts) == DUTCH
