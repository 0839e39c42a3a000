"""A file on top of another: what each says, and where it says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import Field

from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.yaml_files.fields import Record, Text
from wijkprofiel.yaml_files.layers import Layers
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Placed, Reader


class Inner(Record):
    een: Text
    twee: Text


class Outer(Record):
    naam: Text
    getal: int = 1
    binnen: Inner
    lijst: tuple[Text, ...] = ()
    tabel: dict[str, Text] = Field(default_factory=dict)


COMPLETE = """\
naam: basis
getal: 2
binnen:
  een: a
  twee: b
lijst: [x, y, z]
tabel: {p: 1, q: 2}
"""


class Folders:
    """Two folders, the user's own and ours, with files of `Outer`."""

    def __init__(self, own: Path, ours: Path) -> None:
        self.search = SearchPath((own, ours))
        for folder in self.search.folders:
            (folder / "map").mkdir(parents=True)

    def write(self, place: int, name: str, text: str) -> None:
        (self.search.folders[place] / "map" / name).write_text(text, encoding="utf-8")

    def read(self) -> dict[str, Placed[Outer]]:
        reader = Reader(self.search)
        found = Layers(reader, "map", Outer).all()
        reader.finish()
        return found

    def mistakes(self) -> list[str]:
        with pytest.raises(ConfigurationError) as caught:
            self.read()
        root = self.search.folders[0].parent
        return [str(each).replace(f"{root}/", "") for each in caught.value.problems]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(tmp_path / "eigen", tmp_path / "onze")
    made.write(1, "nl.yaml", COMPLETE)
    return made


def test_what_is_not_said_is_that_of_the_base(folders: Folders) -> None:
    folders.write(0, "en.yaml", "basis: nl\nnaam: other\nbinnen: {twee: c}\nlijst: [w]\n")
    record = folders.read()["en"].record
    assert record == Outer(
        naam="other",
        getal=2,
        binnen=Inner(een="a", twee="c"),
        lijst=("w",),
        tabel={"p": "1", "q": "2"},
    )


def test_a_base_may_have_a_base(folders: Folders) -> None:
    folders.write(0, "en.yaml", "basis: nl\nnaam: other\nbinnen: {een: z}\n")
    folders.write(0, "en-kort.yml", "basis: en\nbinnen: {twee: y}\n")
    record = folders.read()["en-kort"].record
    assert (record.naam, record.binnen, record.getal) == ("other", Inner(een="z", twee="y"), 2)


def test_a_file_of_ones_own_builds_on_ours_of_the_same_name(folders: Folders) -> None:
    folders.write(0, "nl.yaml", "basis: nl\nnaam: eigen\n")
    found = folders.read()
    assert list(found) == ["nl"]
    assert (found["nl"].record.naam, found["nl"].record.getal) == ("eigen", 2)


def test_a_file_without_base_still_replaces_ours_whole(folders: Folders) -> None:
    folders.write(0, "nl.yaml", "naam: eigen\n")
    assert folders.mistakes() == ["eigen/map/nl.yaml: binnen ontbreekt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("getal: veel", "eigen/map/en.yaml:2: getal: 'veel' is geen heel getal"),
        (
            "binnen:\n  drie: x",
            "eigen/map/en.yaml:3: binnen.drie: deze sleutel kennen we niet. Toegestaan: een, twee.",
        ),
        ("binnen: x", "eigen/map/en.yaml:2: binnen: moet sleutels met waarden hebben"),
        ("lijst: [a, '']", "eigen/map/en.yaml:2: lijst.2: mag niet leeg zijn"),
        ("naam:", "eigen/map/en.yaml:2: naam: is leeg; vul een waarde in of haal de regel weg"),
    ],
)
def test_a_mistake_is_told_where_it_stands(folders: Folders, text: str, expected: str) -> None:
    folders.write(0, "en.yaml", f"basis: nl\n{text}\n")
    assert folders.mistakes() == [expected]


def test_every_value_keeps_its_own_place(folders: Folders) -> None:
    folders.write(0, "en.yaml", "basis: nl\nbinnen:\n  twee: c\nlijst:\n  - w\n")
    placed = folders.read()["en"]
    places = {
        key: str(placed.problem(key, "m")).rpartition("/")[2]
        for key in [("naam",), ("binnen", "een"), ("binnen", "twee"), ("lijst", 0), ("lijst", 2)]
    }
    assert places == {
        ("naam",): "nl.yaml:1: naam: m",
        ("binnen", "een"): "nl.yaml:4: binnen.een: m",
        ("binnen", "twee"): "en.yaml:3: binnen.twee: m",
        ("lijst", 0): "en.yaml:5: lijst.1: m",
        ("lijst", 2): "en.yaml:4: lijst.3: m",
    }


def test_mistakes_of_a_base_are_told_once(folders: Folders) -> None:
    folders.write(1, "nl.yaml", COMPLETE.replace("getal: 2", "getal: twee"))
    folders.write(0, "en.yaml", "basis: nl\nbinnen: {een: z}\n")
    folders.write(0, "fr.yaml", "basis: en\n")
    assert folders.mistakes() == ["onze/map/nl.yaml:2: getal: 'twee' is geen heel getal"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"nl-kort.yaml": "basis: nl\n", "en.yaml": "basis: nl-krot\n"},
            ["en.yaml:1: basis: 'nl-krot' is er niet om op voort te bouwen. Bedoelde u nl-kort?"],
        ),
        (
            {"en.yaml": "basis: zweeds\n"},
            ["en.yaml:1: basis: 'zweeds' is er niet om op voort te bouwen. Kies uit: nl."],
        ),
        (
            {"en.yaml": "basis: [nl]\n"},
            ["en.yaml:1: basis: moet de naam van één bestand hiernaast zijn"],
        ),
        (
            {"en.yaml": "basis:\n"},
            ["en.yaml:1: basis: moet de naam van één bestand hiernaast zijn"],
        ),
        (
            {"en.yaml": "basis: en\n"},
            ["en.yaml:1: basis: 'en' is er niet om op voort te bouwen. Kies uit: nl."],
        ),
        (
            {"en.yaml": "basis: fr\n", "fr.yaml": "basis: en\n"},
            ["fr.yaml:1: basis: en bouwt zelf voort op fr; kies een andere basis"],
        ),
    ],
)
def test_a_base_that_cannot_be_one(
    folders: Folders, files: dict[str, str], expected: list[str]
) -> None:
    for name, text in files.items():
        folders.write(0, name, text)
    assert folders.mistakes() == [f"eigen/map/{each}" for each in expected]
