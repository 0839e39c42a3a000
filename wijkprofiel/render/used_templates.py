"""Which files of a user's own a page is really made with, and what is in them.

A page is followed from template to template without filling it in. Where a name is only known when
the page is filled in, every file of the folder counts. What is wrong in a template is not told
here: filling it in tells that, with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateError, nodes
from jinja2.meta import find_referenced_templates

from wijkprofiel.disk.regular_files import is_inside
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.render.template_files import OURS, content, digest, files_in
from wijkprofiel.yaml_files.paths import SHIPPED_TEMPLATES

_EMBED = "bestand"


def own_files(templates: Path, page: str) -> dict[str, str]:
    """The sha256 of each file of a folder of templates that a page uses and that is not ours.

    Args:
        page: the template of the whole page.
    """
    found = {name: digest(templates / name, templates.parent) for name in _used(templates, page)}
    return {
        name: each
        for name, each in sorted(found.items())
        if each is not None and each != digest(SHIPPED_TEMPLATES / name)
    }


def require_known(templates: Path, name: str) -> None:
    """A file that a page embeds has to be one that can be counted before the page is made.

    Raises:
        RenderError: it lies beside the folder of templates, and no template has its whole name.
    """
    if not is_inside(templates / name, [templates]) and name not in _everything(templates):
        raise RenderError(
            f"Het bestand {name} ligt buiten de map met sjablonen, en zijn naam staat nergens"
            " voluit in een sjabloon.",
            remedy="Schrijf de naam voluit voor `| bestand`, of zet het bestand in die map.",
        )


def _used(templates: Path, page: str) -> set[str]:
    """The names of all that a page is made with, seen from the folder of the user."""
    used: set[str] = set()
    to_see = [page]
    while to_see:
        name = to_see.pop()
        if name in used:
            continue
        used.add(name)
        named = _named_in(_text(templates, name))
        if None in named:
            return used | _everything(templates)
        to_see.extend(each for each in named if each is not None)
    return used


def _everything(templates: Path) -> set[str]:
    """All files of the folder, and what any of them embeds by name from beside it."""
    files = files_in(templates)
    named = (each for name in files for each in _named_in(_text(templates, name)))
    return {*files, *(each for each in named if each is not None)}


def _text(templates: Path, name: str) -> str:
    """What a template holds, the user's first, as the engine finds it; nothing if there is none."""
    plain = name.removeprefix(f"{OURS}/")
    places = (templates / name, SHIPPED_TEMPLATES / name, SHIPPED_TEMPLATES / plain)
    found = next((each for path in places if (each := content(path)) is not None), b"")
    return found.decode("utf-8", "replace")


@lru_cache(maxsize=256)
def _named_in(text: str) -> frozenset[str | None]:
    """The templates and files that a template names; None among them for one not known yet."""
    try:
        tree = Environment(autoescape=True).parse(text)
    except (TemplateError, RecursionError):
        return frozenset()
    embedded = (each.node for each in tree.find_all(nodes.Filter) if each.name == _EMBED)
    return frozenset([*find_referenced_templates(tree), *_constants(embedded)])


def _constants(found: Iterable[nodes.Expr | None]) -> Iterator[str | None]:
    for node in found:
        yield str(node.value) if isinstance(node, nodes.Const) else None
