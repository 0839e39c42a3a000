"""Reading what our own charts write, for tests: numbers, paths and titles of a picture."""

from __future__ import annotations

import re
from html import unescape


def view_box(svg: str) -> tuple[float, float]:
    """Width and height of a picture."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found is not None
    return float(found[1]), float(found[2])


def title(svg: str) -> str:
    """The text alternative, which has to be the first child."""
    found = re.match(r"<svg [^>]*><title>(.*?)</title>", svg, re.DOTALL)
    assert found is not None, svg[:200]
    return unescape(found[1])


def paths(svg: str, **attributes: str) -> list[str]:
    """Outlines of the paths with these attributes."""
    tags = re.findall(r"<path [^>]*>", svg)
    wanted = [f'{name}="{value}"' for name, value in attributes.items()]
    chosen = [tag for tag in tags if all(one in tag for one in wanted)]
    return [found[1] for tag in chosen if (found := re.search(r' d="([^"]*)"', tag))]


def corners(outline: str) -> list[tuple[float, float]]:
    """The absolute points of an outline made of M, L, H, V and Z; a circle gives its left side."""
    x = y = 0.0
    found = []
    for command, numbers in re.findall(r"([MLHVZa])([^MLHVZa]*)", outline):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command in "ML":
            x, y = values
        elif command == "H":
            x = values[0]
        elif command == "V":
            y = values[0]
        else:
            continue
        found.append((x, y))
    return found


def texts(svg: str) -> list[str]:
    """Every text that is drawn, in order."""
    return [unescape(content) for content in re.findall(r"<text [^>]*>(.*?)</text>", svg)]
