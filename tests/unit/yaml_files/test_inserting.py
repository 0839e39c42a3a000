"""A line is put where it belongs, and all else stays as somebody wrote it."""

from __future__ import annotations

import pytest
import yaml

from wijkprofiel.yaml_files.inserting import (
    Value,
    has,
    with_items,
    with_remarks,
    with_value,
    written,
)

TEXT = """# Van ons.
tabellen:
  kwb: {reeks: kwb, jaar: 2020}  # de eerste
  monitor:
    perioden: [a,  # de eerste ronde
               b,
              ]
    namen:
      A: B
  # Hierna komt iets anders.

lijst:
- een  # blijft

- twee
kort: [x]
leeg: {}
uitleg: |
  Een regel.
# Het einde.
"""
REMARKS = ("# Van ons.", "# de eerste\n", "# blijft\n\n", "  # Hierna komt iets anders.\n\nlijst:")


@pytest.mark.parametrize(
    ("keys", "value", "line"),
    [
        (("tabellen", "nieuw"), {"jaar": "1"}, "  nieuw: {jaar: 1}"),
        (
            ("tabellen", "kwb", "titel"),
            "T: #1",
            '  kwb: {reeks: kwb, jaar: 2020, titel: "T: #1"}  # de eerste',
        ),
        (("tabellen", "kwb", "jaar"), "x1", "  kwb: {reeks: kwb, jaar: x1}  # de eerste"),
        (("tabellen", "monitor", "namen", "A"), "D", "      A: D"),
        (("tabellen", "monitor", "namen", "C"), "D", "      C: D"),
        (("tabellen", "monitor", "titel"), "T", "    titel: T"),
        (("leeg", "a"), "b", "leeg: {a: b}"),
        (("na",), "tekst", "na: tekst"),
    ],
)
def test_a_value_is_put_in_its_place(keys: tuple[str, ...], value: Value, line: str) -> None:
    changed = with_value(TEXT, keys, value)
    assert line in changed.splitlines()
    found = yaml.load(changed, Loader=yaml.BaseLoader)
    for key in keys:
        found = found[key]
    assert found == value
    assert has(changed, keys)
    assert all(remark in changed for remark in REMARKS)


@pytest.mark.parametrize(
    "keys", [("lijst",), ("kort",), ("anders",), ("tabellen", "monitor", "perioden")]
)
def test_items_are_put_at_the_end_of_a_list(keys: tuple[str, ...]) -> None:
    before = _under(TEXT, keys)
    changed = with_items(TEXT, keys, [*before, "nog", "een: meer"])
    assert _under(changed, keys) == [*before, "nog", "een: meer"]
    lost = [line for line in TEXT.splitlines() if line not in changed.splitlines()]
    assert len(lost) <= 1, "no more than the line that it is put in"
    assert all(remark in changed for remark in REMARKS)


def test_a_list_without_news_stays() -> None:
    assert with_items(TEXT, ("lijst",), ["een"]) == TEXT


def _under(text: str, keys: tuple[str, ...]) -> list[str]:
    found = yaml.load(text, Loader=yaml.BaseLoader)
    for key in keys:
        found = found.get(key, [])
    return list(found)


def test_a_text_without_a_last_line_end() -> None:
    assert with_value("a:\n  b: 1", ("a", "c"), "2") == "a:\n  b: 1\n  c: 2\n"


def test_a_text_between_brackets() -> None:
    assert with_items("{a: {b: 1}}", ("c",), ["x"]) == "{a: {b: 1}, c: [x]}"


@pytest.mark.parametrize("value", ["a b", "", "[x]", "é", 'met "', "# geen", "Tabel-1.2"])
def test_what_is_written_is_what_is_read(value: str) -> None:
    assert yaml.load(written({value: [value]}), Loader=yaml.BaseLoader) == {value: [value]}


def test_what_changed_bears_a_remark() -> None:
    after = with_value(with_value(TEXT, ("tabellen", "kwb", "jaar"), "2021"), ("na",), "tekst")
    remarked = with_remarks(TEXT, after, "kijk na")
    assert yaml.safe_load(remarked) == yaml.safe_load(after)
    assert [line for line in remarked.splitlines() if line.endswith("  # kijk na")] == [
        "  kwb: {reeks: kwb, jaar: 2021}  # de eerste  # kijk na",
        "na: tekst  # kijk na",
    ]
