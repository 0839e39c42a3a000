"""What cannot be right in `hernoemd.yaml` and `herindelingen.yaml` is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from wijkprofiel.configuration.renames import Renames, load_renames
from wijkprofiel.configuration.reorganisations import load_reorganisations
from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.domain.identity import NameMatch, match_names
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath


def _renames(folder: Path, text: str) -> Renames:
    (folder / "hernoemd.yaml").write_text(text)
    return load_renames(SearchPath((folder, SHIPPED_CONFIGS)))


def _between(van: int, naar: int, line: str) -> str:
    return f"  - van: {van}\n    naar: {naar}\n    gebieden:\n      {line}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_between(2024, 2020, "WK000101: {was: A, werd: B, bron: x}"), "van is het oudste jaar"),
        (
            _between(2020, 2024, "WK000101: {was: Oud en Nieuw, werd: Oud, bron: x}"),
            "deze regel is niet nodig",
        ),
        (_between(2020, 2024, "WK000101: {was: A, werd: B}"), "bron ontbreekt"),
        (
            _between(2020, 2024, "Oud: {was: A, werd: B, bron: x}"),
            "'Oud' is geen code van een gebied",
        ),
        (
            _between(2020, 2024, "WK000101: {was: A, werd: B, bron: x}") * 2,
            "WK000101 staat al bij 2020 tot 2024",
        ),
    ],
)
def test_a_line_that_cannot_be_right(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        _renames(tmp_path, f"hernoemd:\n{text}")
    assert told in str(caught.value)
    assert "hernoemd.yaml:" in str(caught.value)


def test_a_rename_holds_both_ways_and_between_its_years() -> None:
    renames = load_renames(SearchPath((SHIPPED_CONFIGS,)))
    names = "Wijk 02", "Overstegen"
    for years in ((2020, 2024), (2024, 2020), (2020, 2022), (2022, 2025)):
        assert renames.is_renamed(years, "WK022202", *names)
        assert renames.is_renamed(years, "WK022202", *reversed(names))
    assert not renames.is_renamed((2024, 2025), "WK022202", *names)
    assert not renames.is_renamed((2020, 2024), "WK022203", *names)
    assert not renames.is_renamed((2020, 2024), "WK022202", "Wijk 02", "Elders")


def test_what_is_shipped_names_a_source_and_leaves_out_den_ham() -> None:
    (pair,) = load_renames(SearchPath((SHIPPED_CONFIGS,))).hernoemd
    assert all("buurt" in each.bron for each in pair.gebieden.values())
    assert all(match_names(e.was, e.werd) is NameMatch.OTHER for e in pair.gebieden.values())
    assert not {"WK170003", "WK170004"} & pair.gebieden.keys()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"indeling: 2023\n    van: {GM0501": "indeling: 2029\n    van: {GM0501"}, "het jaar erna"),
        ({"naar: {GM1979: Eemsdelta}": "naar: {GM0003: Appingedam}"}, "staat bij van en bij naar"),
        ({"datum: 2021-01-01": "datum: 1-1-2021"}, "geen datum"),
    ],
)
def test_a_reorganisation_that_cannot_be_right(
    tmp_path: Path, change: dict[str, str], told: str
) -> None:
    text = (SHIPPED_CONFIGS / "herindelingen.yaml").read_text("utf-8")
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "herindelingen.yaml").write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_reorganisations(SearchPath((tmp_path, SHIPPED_CONFIGS)))
    assert told in str(caught.value)
    assert "herindelingen.yaml:" in str(caught.value)
