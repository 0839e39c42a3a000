"""The rules of the house as data, and functions that say where they are broken."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.source_tree import Module, Use

# Each room imports only from rooms before it.
ORDER = (
    "domain",
    "methods",
    "disk",
    "yaml_files",
    "configuration",
    "edition",
    "areas",
    "sources",
    "archive",
    "compilation",
    "findings",
    "charts",
    "words",
    "documents",
    "render",
    "workshop",
    "library",
    "cli",
)
COMPILE_TIME = frozenset({"sources", "archive", "compilation"})
BUILD_TIME = ("findings", "charts", "words", "documents", "render")
# What stands at the top of the package shows one room each: the command line, and the library.
FACES = {"__main__": "cli", "__init__": "library"}
STRICTER = {
    "methods": {"domain"},
    "disk": {"domain"},
    "edition": {"domain", "disk"},
    "areas": {"domain", "methods", "configuration", "edition"},
    "charts": {"domain"},
}


def may_import(room: str) -> frozenset[str]:
    """The rooms that a room may know, itself included."""
    if room in FACES:
        return frozenset({FACES[room]})
    if room not in ORDER:
        return frozenset()
    allowed = STRICTER.get(room, set(ORDER[: ORDER.index(room)]))
    hidden = COMPILE_TIME if room in BUILD_TIME else frozenset[str]()
    return frozenset(allowed - hidden | {room})


READERS_ROOMS = ("domain", "disk", "edition")


@dataclass(frozen=True)
class Ban:
    """Names that only some modules may use, and what the others do instead."""

    names: tuple[str, ...]
    allowed_in: tuple[str, ...]
    instead: str

    def covers(self, name: str) -> bool:
        """Whether a full name is one of these, or lies inside one of these."""
        return any(name == banned or name.startswith(f"{banned}.") for banned in self.names)

    def allows(self, module: Module) -> bool:
        """Whether this module is one of those that may."""
        return any(module.path.match(pattern) for pattern in self.allowed_in)


BANS = (
    Ban(
        ("requests", "urllib.request", "urllib3", "http", "socket", "cbsodata", "stamina"),
        ("sources/*.py",),
        "ask wijkprofiel.sources, through the workshop: only that room knows the network",
    ),
    Ban(
        ("pandas", "geopandas", "pyarrow", "shapely"),
        ("sources/*.py", "compilation/*.py", "archive/snapshots.py", "library/frames.py"),
        "use the dataclasses of wijkprofiel.domain: tables end where the edition is written, and"
        " begin again in library/frames.py",
    ),
    Ban(
        ("numpy",),
        (
            *("sources/*.py", "archive/*.py", "compilation/*.py"),
            *("edition/packing.py", "edition/area_rows.py"),
        ),
        "use lists: arrays end where the edition is written",
    ),
    Ban(
        ("weasyprint", "pydyf", "cssselect2"),
        (
            "render/pdf.py",
            "render/pdf_pictures.py",
            "render/pdf_tags.py",
            "render/page_tree.py",
            "render/light_weasyprint.py",
        ),
        "call wijkprofiel.render.pdf: HTML must keep working without these libraries",
    ),
    Ban(
        ("openpyxl",),
        ("render/xlsx.py", "sources/*.py"),
        "sheets are read in wijkprofiel.sources and written in render/xlsx.py",
    ),
    Ban(
        ("xlsxwriter",),
        ("render/xlsx.py",),
        "sheets are written in render/xlsx.py",
    ),
    Ban(
        ("docx",),
        ("render/docx.py",),
        "Word documents are written in render/docx.py",
    ),
    Ban(
        ("pptx",),
        ("render/pptx.py",),
        "slides are written in render/pptx.py",
    ),
    Ban(
        ("jinja2", "markupsafe"),
        ("render/*.py",),
        "return data; templates are filled in wijkprofiel.render",
    ),
    Ban(
        ("yaml",),
        ("yaml_files/*.py",),
        "read it with wijkprofiel.yaml_files, which keeps the lines for a message",
    ),
    Ban(
        ("sqlite3",),
        # Verification reads a file again as SQLite itself sees it; reasons.py words its errors.
        ("edition/*.py", "compilation/verification.py", "domain/reasons.py"),
        "use wijkprofiel.edition: one room knows the file format",
    ),
    Ban(
        ("filelock",),
        ("archive/exclusive.py",),
        "use wijkprofiel.archive.exclusive",
    ),
    Ban(
        ("dask", "distributed"),
        ("workshop/distributed.py",),
        "hand a task to wijkprofiel.workshop: how it is spread over machines stands in one module",
    ),
    Ban(
        ("watchfiles", "starlette", "uvicorn"),
        ("cli/serve.py",),
        "return a document; showing it while somebody works on it is one command's business",
    ),
    Ban(
        ("typer", "rich", "click"),
        ("cli/*.py",),
        "return a value or raise an error of wijkprofiel.domain.errors; only cli talks",
    ),
    Ban(
        ("print", "sys.stdout", "sys.stderr"),
        ("cli/*.py",),
        "use logging.getLogger(__name__), or return the text to cli",
    ),
    Ban(
        (
            "datetime.datetime.now",
            "datetime.datetime.today",
            "datetime.datetime.utcnow",
            "datetime.date.today",
            "time.time",
            "time.localtime",
            "time.strftime",
        ),
        ("cli/*.py",),
        "take the moment as an argument from cli: the same data must give the same bytes",
    ),
    Ban(
        ("os.environ", "os.getenv", "os.putenv"),
        # cbsodata takes its session's settings from the environment; WeasyPrint takes the
        # edition's date from SOURCE_DATE_EPOCH. Who opens an edition from Python has no cli.
        ("cli/*.py", "library/opened.py", "sources/cbs_odata.py", "render/pdf.py"),
        "take the setting as an argument from cli",
    ),
    Ban(
        (
            "requests.utils.get_environ_proxies",
            "requests.utils.getproxies",
            "requests.utils.should_bypass_proxies",
            "urllib.request.getproxies",
            "urllib.request.proxy_bypass",
        ),
        ("cli/*.py",),
        "take the proxies as an argument from cli",
    ),
    Ban(
        (
            "os.getcwd",
            "os.path.expanduser",
            "pathlib.Path.cwd",
            "pathlib.Path.home",
        ),
        ("cli/*.py",),
        "take the folder as an argument from cli",
    ),
    Ban(
        ("platformdirs",),
        ("workshop/places.py",),
        "ask workshop/places.py, so that the library finds the same folders as the command line",
    ),
    Ban(
        tuple(
            f"wijkprofiel.words.formatting.{name}"
            for name in ("DUTCH", "number", "signed", "long_date", "enumeration", "years")
        ),
        ("cli/*.py",),
        "use Notation.of(texts): another voice writes numbers, days and lists in its own way",
    ),
    Ban(
        ("random", "secrets", "uuid"),
        (),
        "order by a key or name by content: the same data must give the same bytes",
    ),
)


def layer_breaches(module: Module) -> Iterator[str]:
    """Imports of rooms that this module may not know."""
    allowed = may_import(module.room)
    for use in module.imports():
        room = _room_of(use)
        if room and room not in allowed:
            known = ", ".join(name for name in ORDER if name in allowed) or "no room"
            yield (
                f"{module.at(use.line)}: imports {use.name}, but {module.room} knows only {known}; "
                "move the code, or pass the value as an argument"
            )


def ban_breaches(module: Module) -> Iterator[str]:
    """Uses of names that are kept to other modules."""
    uses = sorted(module.uses(), key=lambda use: (use.line, use.name))
    for ban in BANS:
        if not ban.allows(module):
            for use in uses:
                if ban.covers(use.name):
                    yield f"{module.at(use.line)}: uses {use.name}; instead: {ban.instead}"


def edition_breaches(module: Module) -> Iterator[str]:
    """Imports of edition/reader.py beyond the standard library and the domain."""
    for use in module.imports():
        top = use.name.partition(".")[0]
        if top not in sys.stdlib_module_names and _room_of(use) not in READERS_ROOMS:
            yield (
                f"{module.at(use.line)}: imports {use.name}; instead: sqlite3, zlib and json, "
                "so that a profile is built in milliseconds"
            )


def misplaced_errors(module: Module) -> Iterator[str]:
    """Exception classes that live outside domain/errors.py."""
    for node in module.classes():
        bases = (ast.unparse(base) for base in node.bases)
        if any(base.endswith(("Error", "Exception", "Failure", "Warning")) for base in bases):
            yield (
                f"{module.at(node.lineno)}: class {node.name}; instead: put it in the tree of "
                "wijkprofiel/domain/errors.py, with its exit code"
            )


def _room_of(use: Use) -> str | None:
    """The room of our own package that an import names, if it names one."""
    top, _, rest = use.name.partition(".")
    room = rest.partition(".")[0]
    return None if top != "wijkprofiel" or room in ("", "__version__") else room
