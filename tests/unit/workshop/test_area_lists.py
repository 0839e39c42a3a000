"""Lists of areas, as people type them and as spreadsheets save them."""

from __future__ import annotations

from pathlib import Path

import pytest

from wijkprofiel.domain.errors import UsageError
from wijkprofiel.workshop.area_lists import Listed, read_list

EXPECTED = [("Overvecht", "Utrecht"), ("Súdwest", "Súdwest-Fryslân")]
ROWS = "Overvecht{0}Utrecht\r\nSúdwest{0}Súdwest-Fryslân\r\n"
HEADED = "Wijk{0}Gemeente\r\n" + ROWS


def read(folder: Path, content: str | bytes) -> list[Listed]:
    path = folder / "lijst.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_list(path)


def asked(folder: Path, content: str | bytes) -> list[tuple[str, str]]:
    return [(each.name, each.gemeente) for each in read(folder, content)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HEADED.format(";").encode("utf-8-sig"), id="CSV UTF-8"),
        pytest.param(HEADED.format(";").encode("cp1252"), id="CSV of Windows"),
        pytest.param(HEADED.format("\t").encode("utf-16"), id="Unicode text"),
        pytest.param(HEADED.format("\t").encode("cp1252"), id="text with tabs"),
        pytest.param(HEADED.format(",").encode(), id="CSV with commas"),
        pytest.param(ROWS.format(";").encode(), id="no heading"),
        pytest.param(ROWS.format(", ").encode(), id="typed"),
        pytest.param(b"sep=;\r\n" + HEADED.format(";").encode(), id="separator told"),
        pytest.param(
            '"gemeente";"naam"\n"Utrecht";"Overvecht"\n"Súdwest-Fryslân";"Súdwest"\n'.encode(),
            id="quotes, columns turned",
        ),
        pytest.param(
            "nr;gemeente;naam;inwoners\n1;Utrecht;Overvecht;35.000\n2;Súdwest-Fryslân;Súdwest;\n"
            ";;;\n".encode(),
            id="other columns, an empty row",
        ),
        pytest.param(
            "Overvecht (Utrecht)\n# en verder\nSúdwest (Súdwest-Fryslân) # zuid\n".encode(),
            id="brackets",
        ),
    ],
)
def test_a_name_and_its_gemeente(content: bytes, tmp_path: Path) -> None:
    assert asked(tmp_path, content) == EXPECTED


@pytest.mark.parametrize(
    "content",
    [
        "code;naam\nWK034403;Overvecht\n",
        "naam;wijkcode\nOvervecht;WK034403\n",
        "Overvecht;Utrecht;WK034403\n",
        "wk034403\n",
        "WK034403\tOvervecht\n",
    ],
)
def test_a_code_goes_before_a_name(content: str, tmp_path: Path) -> None:
    [(name, gemeente)] = asked(tmp_path, content)
    assert (name.upper(), gemeente) == ("WK034403", "")


def test_a_row_without_a_code_has_its_name(tmp_path: Path) -> None:
    content = "code;naam;gemeente\nWK034403;;\n;Centrum;Leiden\n"
    assert asked(tmp_path, content) == [("WK034403", ""), ("Centrum", "Leiden")]


def test_a_list_of_gemeenten(tmp_path: Path) -> None:
    assert asked(tmp_path, "Gemeente\nUtrecht\nLeiden\n") == [("Utrecht", ""), ("Leiden", "")]


def test_a_quote_inside_a_name_is_a_part_of_it(tmp_path: Path) -> None:
    assert asked(tmp_path, 'Wijk 3";Utrecht\n"Oost";Utrecht\n') == [
        ('Wijk 3"', "Utrecht"),
        ("Oost", "Utrecht"),
    ]


def test_a_profile_file_with_a_comma_in_its_name_is_one_name(tmp_path: Path) -> None:
    assert asked(tmp_path, "a, b.yaml\n") == [("a, b.yaml", "")]


def test_lines_keep_their_number(tmp_path: Path) -> None:
    found = read(tmp_path, "naam\n\n# weg\nOvervecht\n")
    assert [each.line for each in found] == [4]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x00\x01", "is geen tekstbestand."),
        (b"\xff\xfe\x00", "is geen tekstbestand."),
        (b"PK\x03\x04 en meer", "is een werkmap, en geen tekst."),
        (b"\xd0\xcf\x11\xe0", "is een werkmap, en geen tekst."),
        (b"a;b;c\n", "lijst.csv:1: wij zien niet wat hier de naam van het gebied is."),
        (
            b'naam;gemeente\n"Oost;Utrecht\n',
            "lijst.csv:2: een aanhalingsteken wordt niet gesloten.",
        ),
        (b"naam;gemeente\nOost;Utrecht\n;Utrecht\n", "lijst.csv:3: wij zien niet"),
        (b"x" * 200_000, "lijst.csv:1 is veel te lang voor een naam."),
    ],
)
def test_what_is_no_list(content: bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, content)
    assert told in caught.value.message
