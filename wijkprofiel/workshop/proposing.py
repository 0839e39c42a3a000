"""What `doctor` found, written as configuration of one's own: a proposal, for a person to check."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from wijkprofiel.configuration.sources import FILE as SOURCES
from wijkprofiel.disk.files import cannot_write, write_text
from wijkprofiel.domain.errors import OutputError
from wijkprofiel.yaml_files.inserting import has, with_items, with_remarks, with_value
from wijkprofiel.yaml_files.loader import load, read_text
from wijkprofiel.yaml_files.paths import SearchPath

if TYPE_CHECKING:
    from wijkprofiel.sources.catalogue import Mismatch
    from wijkprofiel.sources.lookalikes import Lookalike
    from wijkprofiel.sources.news import News

REMARK = "voorstel"
"""Behind every line that is not as it was."""


@dataclass
class Proposal:
    """Files as they may become.

    Attributes:
        files: those that change, by their name in a configuration folder, whole.
        left: what a person has to write, and where, with why.
    """

    files: dict[str, str] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)


def refuse_existing(folder: Path) -> None:
    """Never write over somebody's work.

    Raises:
        OutputError: if there is anything in the folder, or it is no folder.
    """
    try:
        taken = os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise cannot_write(folder, error) from error
    if taken:
        raise OutputError(
            f"{folder} bestaat al en blijft zoals het is.",
            remedy="Noem bij --propose een map die er nog niet is, of een lege.",
        )


def propose(
    search: SearchPath, news: Iterable[News], gaps: Iterable[tuple[str, Mismatch]]
) -> Proposal:
    """The files that are read now, the user's before ours, as they may become.

    Args:
        gaps: per edition what does not fit.
    """
    found = search.find(SOURCES)
    assert found is not None
    before, proposal = read_text(found), Proposal()
    text = _with_news(before, news, proposal)
    text, lacking = _with_names(text, gaps, proposal)
    if text != before:
        proposal.files[SOURCES] = with_remarks(before, text, REMARK)
    proposal.files |= _editions(search, lacking)
    return proposal


def write(proposal: Proposal, folder: Path) -> list[Path]:
    """Write the files, if there are any.

    Raises:
        OutputError: if the folder cannot be written, or holds something already.
    """
    refuse_existing(folder)
    for name, text in proposal.files.items():
        write_text(folder / name, text)
    return [folder / name for name in proposal.files]


def _with_news(text: str, news: Iterable[News], proposal: Proposal) -> str:
    """The sources with newer tables, divisions and rounds, as far as all of it is known."""
    for item in news:
        place = ("tabellen", item.table)
        if item.to_fill_in:
            names = ", ".join(f"`{key}`" for key in item.to_fill_in)
            proposal.left.append((f"reeks {item.about}", f"{item.text}; vul zelf {names} in"))
        elif not has(text, place):
            text = with_value(text, place, dict(item.values))
        else:
            for key, value in item.values:
                add = with_value if isinstance(value, str) else with_items
                text = add(text, (*place, key), value)
    return text


def _with_names(
    text: str, gaps: Iterable[tuple[str, Mismatch]], proposal: Proposal
) -> tuple[str, dict[str, list[str]]]:
    """The sources with other names for what is missing; and per edition what keeps missing.

    A topic is proposed for one thing only, first for what an edition cannot be made without.
    """
    lacking: dict[str, list[str]] = {}
    given: dict[tuple[str, str], str] = {}
    for edition, gap in sorted(gaps, key=lambda each: not each[1].fatal):
        likely = [each for each in gap.alike if each.is_likely]
        if name := _free(likely, gap.table, given):
            ours, theirs = str(name.wanted), name.topic.stem
            given[gap.table, theirs] = ours
            text = _named(text, gap.table, ours, theirs)
        elif gap.fatal and gap.is_gone and all(each.wanted for each in likely):
            lacking.setdefault(edition, []).append(gap.indicator)
        elif gap.fatal:
            proposal.left.append((f"{gap.indicator} (editie {edition})", f"pas {gap.edit} aan"))
    return text, lacking


def _free(
    likely: Iterable[Lookalike], table: str, given: Mapping[tuple[str, str], str]
) -> Lookalike | None:
    for each in likely:
        if each.wanted and given.get((table, each.topic.stem), each.wanted) == each.wanted:
            return each
    return None


def _named(text: str, table: str, ours: str, theirs: str) -> str:
    place = ("tabellen", table, "heet_hier")
    if has(text, place):
        return with_value(text, (*place, ours), theirs)
    return with_value(text, place, {ours: theirs})


def _editions(search: SearchPath, lacking: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Editions that may be made without what nothing clearly looks like."""
    for path in search.list("edities"):
        if indicators := lacking.get(str(load(path).data.get("id"))):
            before = read_text(path)
            text = with_items(before, ("mag_ontbreken",), list(dict.fromkeys(indicators)))
            yield f"edities/{path.name}", with_remarks(before, text, REMARK)
