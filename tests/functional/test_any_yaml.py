"""Two thousand profile files that went wrong somewhere: a task, or a clear message."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wijkprofiel.domain.errors import ConfigurationError, Problem
from wijkprofiel.workshop.tasks import Task
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

WHOLE: dict[str, Any] = {
    "gebied": "Overvecht",
    "gemeente": "Utrecht",
    "editie": "2020",
    "titel": "Zo gezond is Overvecht",
    "kernboodschap": "Een zin: met een dubbele punt.",
    "bijeenkomst": {"aanleiding": "Eerste bijeenkomst", "datum": "2027-03-18", "plaats": "Hier"},
    "makers": ["GGD", "Wijkteam"],
    "contact": {"naam": "Wijkteam", "email": "a@b.nl", "telefoon": "030 123"},
    "themas": "rivm",
    "alleen_themas": ["bevolking", "sociale_omgeving"],
    "weglaten": ["ondergewicht", "roker"],
    "vergelijken_met": ["gemeente", {"gebied": "Oost", "gemeente": "Utrecht"}, "land"],
    "punten": {"vast": ["eenzaam"], "weg": ["veel_stress"]},
    "huisstijl": {"lettertype": "Verdana", "accentkleur": "#1a5276"},
}
TEXT = yaml.safe_dump(WHOLE, allow_unicode=True, sort_keys=False)
ODD = [
    *("", "~", "null", "ja", "nee", "true", "19:30", "0344", "1e400", "nan", ".inf", "2027-02-30"),
    *("#ffffff", "{naam}", "%s", "Overvegt", "WK999999", "../..", "a" * 5000, "\u202e", "é", "😀"),
    *("\x00", "\x85", "\ufeff", "\ud7ff", "'", '"', "&a", "*a", "!x", "- a", "? a", "[", "}", "\t"),
]
SCALARS = st.one_of(
    st.sampled_from(ODD), st.text(max_size=12), st.integers(), st.booleans(), st.none(), st.floats()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every key and item of the profile."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


PLACES = sorted(places(WHOLE), key=str)


@st.composite
def changed_values(draw: st.DrawFn) -> str:
    """A valid profile with some values and keys replaced, removed or added, written as YAML."""
    profile = copy.deepcopy(WHOLE)
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3)):
        node: Any = profile
        for part in path[:-1]:
            node = node[part] if _has(node, part) else None
        if not _has(node, path[-1]):
            continue
        match draw(st.sampled_from(["replace", "replace", "remove", "rename", "add"])):
            case "replace":
                node[path[-1]] = draw(VALUES)
            case "remove":
                del node[path[-1]]
            case "rename" if isinstance(node, dict):
                node[draw(st.text(max_size=8))] = node.pop(path[-1])
            case "add" if isinstance(node, dict):
                node[draw(st.text(max_size=8))] = draw(VALUES)
    return yaml.safe_dump(profile, allow_unicode=True, sort_keys=draw(st.booleans()))


def _has(node: Any, part: Any) -> bool:
    if isinstance(node, dict):
        return part in node
    return isinstance(node, list) and isinstance(part, int) and part < len(node)


@st.composite
def changed_text(draw: st.DrawFn) -> bytes:
    """The text of a valid profile with pieces cut out, doubled, or put in."""
    text = TEXT
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(st.sampled_from([*ODD, text[start:end] * 2]) | st.text(max_size=4))
        text = text[:start] + piece + text[end:]
    ending = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    coding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"]))
    return text.replace("\n", ending).encode(coding, "ignore")


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    place = Workplace(SearchPath.with_user_folder(None), SHIPPED_DATA)
    with Workshop(place) as opened:
        yield opened


def ends_well(shop: Workshop, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    problems: tuple[Problem, ...] = ()
    try:
        assert isinstance(shop.task(path), Task)
    except ConfigurationError as error:
        problems = error.problems
    for problem in problems:
        assert problem.file == str(path)
        assert problem.message.strip()


LOTS = settings(
    max_examples=1000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@LOTS
@given(text=changed_values())
def test_wrong_values_give_a_task_or_a_message(shop: Workshop, tmp_path: Path, text: str) -> None:
    ends_well(shop, tmp_path / "wijk.yaml", text.encode("utf-8", "surrogatepass"))


@LOTS
@given(content=changed_text())
def test_wrong_text_gives_a_task_or_a_message(
    shop: Workshop, tmp_path: Path, content: bytes
) -> None:
    ends_well(shop, tmp_path / "wijk.yaml", content)


def test_the_profile_they_start_from_is_right(shop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "wijk.yaml").write_text(TEXT, encoding="utf-8")
    assert shop.task(tmp_path / "wijk.yaml").area.code == "WK034403"
