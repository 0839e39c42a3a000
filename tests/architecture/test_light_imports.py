"""Heavy libraries load only where they are needed: `--help` and a build stay instant."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT, read_package

TABLES = {"openpyxl", "pandas", "geopandas", "pyarrow", "shapely", "numpy", "cbsodata"}
DOCUMENTS = {"weasyprint", "pydyf"}
LIGHT = {
    "wijkprofiel.edition.reader": TABLES | DOCUMENTS,
    "wijkprofiel.render.html": TABLES | DOCUMENTS,
    "wijkprofiel.render.pdf": TABLES,
    "wijkprofiel.cli.app": TABLES | DOCUMENTS,
    "wijkprofiel.library": TABLES | DOCUMENTS,
}
EXISTING = {
    ".".join(("wijkprofiel", *module.path.with_suffix("").parts)).removesuffix(".__init__")
    for module in read_package()
}


@pytest.mark.parametrize("name", sorted(LIGHT.keys() & EXISTING))
def test_imports_without_heavy_libraries(name: str) -> None:
    program = f"import sys, {name}; sys.stdout.write(' '.join(sys.modules))"
    assert LIGHT[name].isdisjoint(loaded_by(program))


def test_help_shows_without_any_command(tmp_path: Path) -> None:
    loaded = loaded_by(a_run(["--help"], tmp_path), tmp_path / "modules")
    assert (TABLES | DOCUMENTS | {"rich", "pydantic", "jinja2", "yaml"}).isdisjoint(loaded)
    assert "wijkprofiel.workshop.workshop" not in loaded


def test_html_is_built_without_heavy_libraries(tmp_path: Path) -> None:
    build = ["build", "overvecht", "--format", "html", "--edition", "2020"]
    folders = ["--output", str(tmp_path / "out"), "--data-dir", str(tmp_path)]
    loaded = loaded_by(a_run([*build, *folders], tmp_path), tmp_path / "modules")
    assert list((tmp_path / "out").glob("*.html"))
    assert (TABLES | DOCUMENTS | {"rich", "PIL", "fontTools"}).isdisjoint(loaded)


def a_run(arguments: list[str], folder: Path) -> str:
    """A program that runs a command line and then writes down what is loaded."""
    return (
        "import pathlib, sys\n"
        "from wijkprofiel.cli.app import run\n"
        f"assert run({arguments!r}) == 0\n"
        f"pathlib.Path({str(folder / 'modules')!r}).write_text(' '.join(sys.modules))"
    )


def loaded_by(program: str, written: Path | None = None) -> list[str]:
    """The modules that a fresh process has loaded; from its output, or from what it wrote."""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return (run.stdout if written is None else written.read_text()).split()
