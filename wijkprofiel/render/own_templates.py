"""What goes wrong in templates of a user, in Dutch: mistakes that the engine passes over too.

The engine takes an empty page for a page, and a block whose name is misspelt for a block that
nobody asks for; either way a profile would leave the house without what it should say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound, nodes
from jinja2.loaders import split_template_path

from wijkprofiel.disk.regular_files import is_inside, read_regular
from wijkprofiel.domain.errors import RenderError
from wijkprofiel.domain.reasons import reason
from wijkprofiel.render.template_files import LARGEST_TEMPLATE
from wijkprofiel.yaml_files.messages import hint

TEMPLATE_REMEDY = "Verbeter het sjabloon, of haal het weg: dan geldt dat van wijkprofiel zelf."

_OPEN = re.compile(r"looking for the following tags: .*'(end\w+)'")
_TAG = re.compile(r"Encountered unknown tag '(\w+)'")


class OwnTemplates(BaseLoader):
    """The templates of a user's folder, and of nowhere else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(
        self, _environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Text and file of a template, and whether it is still the same.

        Raises:
            TemplateNotFound: there is no such file in the folder.
            RenderError: it is no regular file, too large, or lies outside of the folder.
        """
        path = self._folder.joinpath(*split_template_path(template))
        if not path.exists() or path.is_dir():
            raise TemplateNotFound(template)
        text = template_text(path, template, self._folder)
        changed = _changed(path)
        return text, str(path), lambda: _changed(path) == changed


class OursUnlessOwn(BaseLoader):
    """Our templates, each until the user has one of that name: also one that comes later."""

    def __init__(self, ours: BaseLoader, folder: Path) -> None:
        self._ours, self._folder = ours, folder

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Text and file of a template, and whether it is still the one to use."""
        text, file, is_same = self._ours.get_source(environment, template)
        own = self._folder.joinpath(*split_template_path(template))
        return text, file, lambda: not own.exists() and (is_same is None or is_same())


def _changed(path: Path) -> int | None:
    """When a file was last changed; None once it is gone."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def template_text(path: Path, name: str, folder: Path) -> str:
    """What a template holds.

    Raises:
        UnicodeDecodeError: it is no text.
        RenderError: it is no regular file, too large, or lies outside of the folder.
    """
    if not is_inside(path, [folder]):
        raise RenderError(
            f"Sjabloon {name} wijst naar een bestand buiten {folder}.",
            remedy="Zet het bestand zelf in de map met sjablonen.",
        )
    try:
        content = read_regular(path, LARGEST_TEMPLATE)
    except OSError as error:
        raise RenderError(
            f"Sjabloon {name} is niet te lezen ({reason(error)}).", remedy=TEMPLATE_REMEDY
        ) from None
    if content is None:
        size = LARGEST_TEMPLATE // 1_000_000
        raise RenderError(f"Sjabloon {name} is groter dan {size} MB.", remedy=TEMPLATE_REMEDY)
    return content.decode("utf-8")


def require_page(text: str, name: str) -> None:
    """A page has to be one, or a browser and WeasyPrint make something of it themselves.

    Args:
        name: the template that made it.

    Raises:
        RenderError: elements that every page has are missing.
    """
    missing = [tag for tag in ("html", "body") if not re.search(rf"<{tag}[\s>]", text)]
    if missing:
        tags = " en ".join(f"<{tag}>" for tag in missing)
        raise RenderError(
            f"Sjabloon {name} geeft geen hele bladzijde: er is geen {tags}.",
            remedy="Begin uw sjabloon met het onze (zie docs/sjablonen.md), of haal het weg.",
        )


def require_known_blocks(environment: Environment, name: str) -> None:
    """Every block of a template that extends another has to replace one of that other.

    Raises:
        RenderError: a block has a name that is not known there.
    """
    parents = _parents(environment, name)
    known = {block.name for parent in parents for block in parent.find_all(nodes.Block)}
    for block in _tree(environment, name).body if known else ():
        if isinstance(block, nodes.Block) and block.name not in known:
            raise RenderError(
                f"Fout in sjabloon {name}, regel {block.lineno}: "
                f"er is geen blok '{block.name}'.{hint(block.name, known)}",
                remedy=f"Deze blokken zijn er: {', '.join(sorted(known))}.",
            )


def not_utf8(folder: Path) -> str | None:
    """The template that cannot be read as text, relative to its folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".j2", ".css"} and path.is_file():
            name = path.relative_to(folder).as_posix()
            try:
                template_text(path, name, folder)
            except UnicodeDecodeError:
                return name
    return None


def malformed(message: str | None) -> str:
    """What the engine says of a template that it cannot read."""
    if found := _OPEN.search(message or ""):
        return f"{{% {found[1]} %}} ontbreekt."
    if found := _TAG.search(message or ""):
        return f"de opdracht {{% {found[1]} %}} is hier onbekend of niet op zijn plaats."
    return f"de schrijfwijze klopt niet (Jinja: {message})."


def _parents(environment: Environment, name: str) -> Iterator[nodes.Template]:
    """The templates that this one builds on, nearest first."""
    seen = {name}
    while (extends := _tree(environment, name).find(nodes.Extends)) is not None:
        if not isinstance(extends.template, nodes.Const) or extends.template.value in seen:
            return  # the engine tells what is wrong, or works the name out
        name = extends.template.value
        seen.add(name)
        yield _tree(environment, name)


def _tree(environment: Environment, name: str) -> nodes.Template:
    assert environment.loader is not None
    source, filename, _ = environment.loader.get_source(environment, name)
    return environment.parse(source, name, filename)
