"""The wheel alone is enough: it carries templates, configuration and the shipped edition."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.source_tree import ROOT

NO_NETWORK = """\
import socket


def refuse(*_):
    raise RuntimeError("the installed wheel reached for the network")


socket.socket.connect = socket.getaddrinfo = refuse
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run with nothing of the caller's environment."""
    words = [str(part) for part in command]
    environment = {"PATH": os.defpath, "HOME": str(cwd)}
    result = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the source distribution, so that this one is proven complete as well."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert [path.suffixes[-1] for path in sorted(folder.iterdir())] == [".whl", ".gz"]
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment's bin folder: the wheel, only what it asks for, no network.

    So lies what `pipx install` and `uv tool install` make of it.
    """
    home = tmp_path_factory.mktemp("machine") / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=home)
    site = Path(
        run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=home).strip()
    )
    libraries = home.parent / "libraries"
    lend_libraries(wheel, libraries)
    # A path added by a .pth file has its own .pth files ignored: no way back to the checkout.
    (site / "libraries.pth").write_text(f"{libraries}\nimport no_network\n")
    (site / "no_network.py").write_text(NO_NETWORK)
    return python.parent


def lend_libraries(wheel: Path, folder: Path) -> None:
    """Lay what a wheel asks for, and what that asks for, in a folder; nothing else of here."""
    folder.mkdir()
    [own] = metadata.distributions(path=[str(wheel)])
    todo, done = list(own.requires or ()), set[str]()
    while todo:
        wanted = Requirement(todo.pop())
        name = canonicalize_name(wanted.name)
        if name not in done and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            done.add(name)
            library = metadata.distribution(name)
            todo += library.requires or ()
            for top in {file.parts[0] for file in library.files or ()} - {"..", "__pycache__"}:
                if not (link := folder / top).is_symlink():
                    link.symlink_to(Path(str(library.locate_file(top))))
    assert "weasyprint" in done
    assert "pytest" not in done


def carried(wheel: Path, folder: str) -> Iterator[str]:
    prefix = f"wijkprofiel/_bundled/{folder}/"
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith(prefix):
                yield name.removeprefix(prefix)


@pytest.mark.parametrize("folder", ["templates", "configs"])
def test_carries_every_file_that_people_edit(wheel: Path, folder: str) -> None:
    here = ROOT / folder
    expected = {str(path.relative_to(here)) for path in here.rglob("*") if path.is_file()}
    assert set(carried(wheel, folder)) == expected


def test_carries_the_shipped_edition_and_no_other(wheel: Path) -> None:
    assert set(carried(wheel, "data")) == {"2020.json", "2020.sqlite"}


def test_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(
        installed / "python", "-c", "import wijkprofiel; print(wijkprofiel.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_builds_a_profile_offline_from_any_folder(installed: Path, tmp_path: Path) -> None:
    run(installed / "wijkprofiel", "build", "overvecht", "--format", "html", cwd=tmp_path)
    [document] = tmp_path.glob("profielen/wijkprofiel-*overvecht*.html")
    assert "Overvecht" in document.read_text("utf-8")


def test_a_profile_file_can_be_begun_checked_and_built_in_print(
    installed: Path, tmp_path: Path
) -> None:
    program = installed / "wijkprofiel"
    run(program, "config", "new", "stevenshof", cwd=tmp_path)
    [file] = tmp_path.glob("*.yaml")
    run(program, "config", "check", file.name, cwd=tmp_path)
    run(program, "build", file.name, "--format", "pdf", cwd=tmp_path)
    [document] = tmp_path.glob("profielen/*.pdf")
    assert document.read_bytes().startswith(b"%PDF-")
