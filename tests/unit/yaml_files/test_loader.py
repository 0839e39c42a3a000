"""Reading YAML: what is typed is what is read, and every mistake has a place."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from wijkprofiel.domain.errors import MOST_TOLD, ConfigurationError, Problem
from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo
from wijkprofiel.yaml_files.loader import YamlDocument, load, validate

NO_LIST = "proef.yaml:1: lijst: moet een lijst zijn"


class Inner(Record):
    naam: Text
    getal: float = Field(default=1, gt=0)


class Outer(Record):
    sleutel: Key = "a"
    aan: YesNo = True
    soort: Literal["een", "twee"] = "een"
    jaar: int = 2020
    binnen: Inner | None = None
    lijst: tuple[Inner, ...] = ()
    tabel: dict[str, Inner] = Field(default_factory=dict)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "proef.yaml"


def read(file: Path, text: str) -> YamlDocument:
    file.write_text(text, encoding="utf-8")
    return load(file)


def mistakes(file: Path, text: str) -> list[str]:
    """Messages without the folder, as `proef.yaml:line: key: message`."""
    problems: tuple[Problem, ...]
    try:
        problems = read(file, text).problems
    except ConfigurationError as error:
        problems = error.problems
    return [str(each).replace(f"{file.parent}/", "") for each in problems]


def judged(file: Path, text: str) -> list[str]:
    problems: list[Problem] = []
    document = read(file, text)
    validate(Outer, document, document.data, (), problems)
    return [str(each).replace(f"{file.parent}/", "") for each in problems]


@pytest.mark.parametrize(
    "typed",
    ["19:30", "0344", "nee", "no", "true", "1_000", "1e3", "2020-01-01", "0x10", ".5", "~", "NULL"],
)
def test_scalars_stay_what_was_typed(file: Path, typed: str) -> None:
    assert read(file, f"waarde: {typed}\n").data == {"waarde": typed}


def test_nothing_is_nothing_and_an_empty_string_is_text(file: Path) -> None:
    assert read(file, 'a:\nb: ""\n').data == {"a": None, "b": ""}


def test_an_empty_file_has_no_keys(file: Path) -> None:
    assert read(file, "# alleen een opmerking\n").data == {}


def test_lines_are_remembered_for_keys_and_items(file: Path) -> None:
    document = read(file, "a:\n  b: 1\n\n  c:\n    - x\n    - y\n")
    assert document.line_of(("a", "b")) == 2
    assert document.line_of(("a", "c", 1)) == 6
    assert document.line_of(("a", "c", 1, "onbekend")) == 6
    assert document.line_of(("nergens",)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "proef.yaml:3: a: deze sleutel staat er twee keer"),
        ("x:\n  a: 1\n  a: 2\n", "proef.yaml:3: x.a: deze sleutel staat er twee keer"),
        (
            "a:\n\tb: 1\n",
            "proef.yaml:2: hier staat een tab; gebruik spaties om in te springen",
        ),
        (
            "a: &ik\n  b: *ik\n",
            "proef.yaml:1: a.b: verwijzen met & en * kan hier niet; schrijf de waarde uit",
        ),
        (
            "a: &x 1\nb: *x\n",
            "proef.yaml:1: b: verwijzen met & en * kan hier niet; schrijf de waarde uit",
        ),
        (
            "a: !!python/object:os.system x\n",
            "proef.yaml:1: a: een type met ! kan hier niet; schrijf alleen de waarde",
        ),
        ("a: !mijn x\n", "proef.yaml:1: a: een type met ! kan hier niet; schrijf alleen de waarde"),
        ("? [a, b]\n: 1\n", "proef.yaml:1: een sleutel moet gewone tekst zijn"),
        ("- a\n- b\n", "proef.yaml:1: verwacht sleutels met waarden"),
    ],
)
def test_mistakes_in_yaml_have_a_line_and_a_remedy(file: Path, text: str, expected: str) -> None:
    assert mistakes(file, text) == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("titel: Top #1 van de stad\n", "1: titel"),
        ("titel: #1 van de stad\n", "1: titel"),
        ("titel: Top ##1\n", "1: titel"),
        ("titel: Top\t#1\n", "1: titel"),
        ("\ufeffa: b\r\ntitel: Top #1\r\n", "2: titel"),
        ("titel: Top\n  van #de stad\n", "2: titel"),
        ("a:\n  lijst:\n    - x\n    - Team #3\n", "4: a.lijst.2"),
        ("é: {a: 1, b: 2 #3\n  }\n", "1: é.b"),
    ],
)
def test_text_that_would_be_lost_as_a_remark_is_told(file: Path, text: str, place: str) -> None:
    (message,) = mistakes(file, text)
    assert message.startswith(f"proef.yaml:{place}: wat achter # staat valt weg; ")


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("Top # de beste", "Top"),
        ("Top ## de beste", "Top"),
        ("Top #", "Top"),
        ("Top#1", "Top#1"),
        ("'Top #1'", "Top #1"),
        ('"Top" #1', "Top"),
        ("|\n  Top #1", "Top #1\n"),
        ("Top\n#b: 2", "Top"),
        ("#", None),
    ],
)
def test_other_signs_stay_what_they_are(file: Path, typed: str, read_as: str | None) -> None:
    assert read(file, f"a: {typed}\n").data == {"a": read_as}


def test_how_it_is_written_does_not_hide_what_is_written(file: Path) -> None:
    document = read(file, "sleutel: A B\njaar: 1\njaar: 2\naan: &x ja\nsoort: Top #1\nlijst: *x\n")
    problems = list(document.problems)
    validate(Outer, document, document.data, (), problems)
    told = [(each.line, each.key, each.message.split(";")[0]) for each in problems]
    assert told == [
        (3, "jaar", "deze sleutel staat er twee keer"),
        (5, "soort", "wat achter # staat valt weg"),
        (4, "lijst", "verwijzen met & en * kan hier niet"),
        (1, "sleutel", "'A B': gebruik kleine letters, cijfers en _"),
    ]


def test_finding_near_names_stops_where_nothing_more_is_printed(file: Path) -> None:
    told = judged(file, "".join(f"sleutl{number}: a\n" for number in range(60)))
    assert sum("Bedoelde u sleutel?" in each for each in told) == MOST_TOLD
    assert len(told) == 60


def test_all_mistakes_of_a_file_are_told_at_once(file: Path) -> None:
    assert len(mistakes(file, "a: 1\na: 2\nb: 1\nb: 2\n")) == 2


def test_broken_yaml_says_where(file: Path) -> None:
    (message,) = mistakes(file, "a: 1\nb: 'open\n")
    assert message.startswith("proef.yaml:")
    assert "geen geldige YAML" in message


OPEN_QUOTE = "geen geldige YAML; een aanhalingsteken wordt niet gesloten"
NO_SPACE = "geen geldige YAML; achter de dubbele punt ontbreekt een spatie"
HIDDEN = "hier staat een onzichtbaar teken, zoals een vaste spatie;"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\nc: 'd\ne: f\ng: h\n", f"2: {OPEN_QUOTE}"),
        ('a: "b\nc:\n  d: "033"\n', f"1: {OPEN_QUOTE}"),
        ("a: 's-Graven\nb: 's-Herto\nc: d\n", f"1: {OPEN_QUOTE}"),
        ('a: "een\n  twee"\nb: c: d\n', "3: geen geldige YAML; er staat een dubbele punt te veel"),
        ("a: b\ntitel:Zo\n", f"2: {NO_SPACE}"),
        ("titel:Zo\na: b\n", f"1: {NO_SPACE}"),
        ("titel:Zo\n\n# x\na: b\n", f"1: {NO_SPACE}"),
        ("a:\n  naam:Zo\n  b: c\n", f"2: {NO_SPACE}"),
        ("a:\n  - naam:Zo\n    b: c\n", f"2: {NO_SPACE}"),
        ("a: b\nmakers\nc: d\n", "2: geen geldige YAML; achter een sleutel hoort een dubbele punt"),
        ("https://ggd.nl\na: b\n", "2: geen geldige YAML; er staat een dubbele punt te veel"),
        ("a: b\ntitel:\u00a0Zo\nc: d\n", f"2: {HIDDEN}"),
        ("a:\n\u00a0 b: c\n  d: e\n", f"2: {HIDDEN}"),
        ("a:\n  - b\n  -\u00a0c\n", f"3: {HIDDEN}"),
        ("a: b\ntitel\u00a0: c\n", f"2: titel: {HIDDEN}"),
        ("a:\n  b: c\n\u00a0\u00a0d: e\n", f"3: d: {HIDDEN}"),
        ("a: b\nti\u200btel: c\n", f"2: titel: {HIDDEN}"),
    ],
)
def test_a_mistake_is_told_where_it_was_made(file: Path, text: str, expected: str) -> None:
    (message,) = mistakes(file, text)
    assert message.startswith(f"proef.yaml:{expected}")


def test_invisible_characters_in_a_text_are_left_alone(file: Path) -> None:
    text = "a: voor\u00a05 euro\nb: 'een\u200btwee'\n"
    assert read(file, text).data == {"a": "voor\u00a05 euro", "b": "een\u200btwee"}


def test_a_billion_laughs_is_refused_at_the_first(file: Path) -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n"
        for old, new in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    assert all("verwijzen met" in each for each in mistakes(file, text))


def test_text_that_is_not_utf8_and_files_that_are_not_there(file: Path) -> None:
    file.write_bytes("naam: Súdwest".encode("latin-1"))
    with pytest.raises(ConfigurationError, match="in UTF-8; bewaar het opnieuw"):
        load(file)
    with pytest.raises(ConfigurationError, match="kan niet worden gelezen"):
        load(file.parent / "bestaat_niet.yaml")


def test_a_byte_order_mark_of_notepad_is_no_mistake(file: Path) -> None:
    file.write_bytes("\ufeffa: 1\r\nb: 2\r\n".encode())
    assert load(file).data == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aan: true\n", "proef.yaml:1: aan: moet ja of nee zijn"),
        (
            "jaar: 2020\nsoort: drie\n",
            "proef.yaml:2: soort: 'drie' kan hier niet; toegestaan: 'een' of 'twee'",
        ),
        ("jaar: twintig\n", "proef.yaml:1: jaar: 'twintig' is geen heel getal"),
        (
            "binnen:\n  naam: x\n  getal: 0,5\n",
            "proef.yaml:3: binnen.getal: '0,5' is geen getal (gebruik een punt, geen komma)",
        ),
        (
            "binnen: {naam: x, getal: -1}\n",
            "proef.yaml:1: binnen.getal: moet groter zijn dan 0.0",
        ),
        ("binnen:\n  getal: 1\n", "proef.yaml:1: binnen: naam ontbreekt"),
        ("binnen:\n  naam: ''\n", "proef.yaml:2: binnen.naam: mag niet leeg zijn"),
        (
            "binnen:\n  naam:\n",
            "proef.yaml:2: binnen.naam: is leeg; vul een waarde in of haal de regel weg",
        ),
        ("binnen:\n  naam: [x]\n", "proef.yaml:2: binnen.naam: moet tekst zijn"),
        ("binnen: x\n", "proef.yaml:1: binnen: moet sleutels met waarden hebben"),
        (
            "lijst: x\n",
            f"{NO_LIST}; zet elk deel op een eigen regel, met een streepje en een spatie: - Naam",
        ),
        (
            "lijst:\n  -een deel\n  -twee\n",
            f"{NO_LIST}; achter het streepje ontbreekt een spatie: - een deel",
        ),
        (
            "lijst:\n  - naam: x\n  - naam: y\n    getal: nul\n",
            "proef.yaml:4: lijst.2.getal: 'nul' is geen getal (gebruik een punt, geen komma)",
        ),
        (
            "sleutel: Groot\n",
            "proef.yaml:1: sleutel: 'Groot': gebruik kleine letters, cijfers en _",
        ),
        ("jar: 1\n", "proef.yaml:1: jar: deze sleutel kennen we niet. Bedoelde u jaar?"),
        (
            "binnen:\n  naam: x\n  getall: 1\n",
            "proef.yaml:3: binnen.getall: deze sleutel kennen we niet. Bedoelde u getal?",
        ),
        (
            "lijst:\n  - naam: x\n    xyz: 1\n",
            "proef.yaml:3: lijst.1.xyz: deze sleutel kennen we niet. Toegestaan: naam, getal.",
        ),
        (
            "tabel:\n  een:\n    naam: x\n    nam: y\n",
            "proef.yaml:4: tabel.een.nam: deze sleutel kennen we niet. Bedoelde u naam?",
        ),
    ],
)
def test_mistakes_in_values_have_file_line_key_and_message(
    file: Path, text: str, expected: str
) -> None:
    assert judged(file, text) == [expected]


@pytest.mark.parametrize("word", ["nee", "Nee", "NEE", "ja", "Ja", "JA"])
def test_yes_and_no_are_ja_and_nee(file: Path, word: str) -> None:
    document = read(file, f"aan: {word}\n")
    found = validate(Outer, document, document.data, (), [])
    assert found is not None
    assert found.aan is (word.lower() == "ja")
