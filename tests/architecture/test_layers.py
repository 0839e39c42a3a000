from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from tests.architecture.rules import (
    ORDER,
    ban_breaches,
    edition_breaches,
    layer_breaches,
    misplaced_errors,
)
from tests.support.source_tree import Module, read_package

MODULES = read_package()


def report(breaches: list[str]) -> str:
    return "\n".join(breaches)


def test_every_module_belongs_to_a_room() -> None:
    rooms = {module.room for module in MODULES} - {"__init__", "__main__"}
    assert rooms <= set(ORDER)


def test_rooms_import_only_what_they_may_know() -> None:
    breaches = [text for module in MODULES for text in layer_breaches(module)]
    assert not breaches, report(breaches)


def test_names_stay_where_they_belong() -> None:
    breaches = [text for module in MODULES for text in ban_breaches(module)]
    assert not breaches, report(breaches)


def test_the_edition_is_read_with_the_standard_library() -> None:
    editions = [module for module in MODULES if str(module.path) == "edition/reader.py"]
    breaches = [text for module in editions for text in edition_breaches(module)]
    assert not breaches, report(breaches)


def test_errors_live_in_one_tree() -> None:
    others = [module for module in MODULES if str(module.path) != "domain/errors.py"]
    breaches = [text for module in others for text in misplaced_errors(module)]
    assert not breaches, report(breaches)


def a_module(path: str, source: str) -> Module:
    return Module(PurePosixPath(path), source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("domain/x.py", "from wijkprofiel.methods import rest"),
        ("methods/x.py", "import wijkprofiel.yaml_files.loader"),
        ("configuration/x.py", "from wijkprofiel import sources"),
        ("findings/x.py", "from wijkprofiel.compilation.clean import clean"),
        ("render/x.py", "def f():\n    from wijkprofiel.sources import cbs"),
        ("charts/x.py", "from ..findings import judge"),
        ("charts/x.py", "from wijkprofiel.methods.rest import rest"),
        ("charts/x.py", "from wijkprofiel.documents.profile.model import Profile"),
        ("edition/x.py", "from wijkprofiel.sources.tables import SourceTable"),
        ("findings/x.py", "from wijkprofiel.archive.snapshots import read"),
        ("words/x.py", "from wijkprofiel.compilation.edition import compile_edition"),
        ("documents/x.py", "from wijkprofiel.sources.session import GuardedSession"),
        ("edition/x.py", "from wijkprofiel.configuration.editions import EditionDefinition"),
        ("words/x.py", "from wijkprofiel.documents.profile import pages"),
        ("workshop/x.py", "import importlib\nimportlib.import_module('wijkprofiel.cli.app')"),
        ("__init__.py", "from wijkprofiel.documents import registry"),
    ],
)
def test_a_forbidden_import_is_seen(path: str, source: str) -> None:
    assert list(layer_breaches(a_module(path, source)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("methods/x.py", "from wijkprofiel.domain.verdict import Verdict"),
        ("charts/x.py", "from wijkprofiel.domain.roles import Role\nimport math"),
        ("compilation/x.py", "from wijkprofiel.sources import plan\nfrom . import join"),
        ("cli/x.py", "from wijkprofiel import __version__, workshop"),
        ("__main__.py", "from wijkprofiel.cli.app import main"),
    ],
)
def test_an_allowed_import_is_left_alone(path: str, source: str) -> None:
    assert not list(layer_breaches(a_module(path, source)))


@pytest.mark.parametrize(
    ("path", "source", "advice"),
    [
        ("compilation/x.py", "import requests", "wijkprofiel.sources"),
        ("workshop/x.py", "from urllib import request", "wijkprofiel.sources"),
        ("edition/reader.py", "import numpy as np", "lists"),
        ("render/html.py", "def f():\n    import weasyprint", "render.pdf"),
        ("workshop/x.py", "from rich.console import Console", "domain.errors"),
        ("methods/x.py", "print('x')", "logging"),
        ("render/x.py", "from datetime import datetime\ndatetime.now()", "moment"),
        ("render/x.py", "import datetime as dt\nday = dt.date.today", "moment"),
        ("sources/x.py", "from os import environ", "setting"),
        ("archive/x.py", "import os\nos.environ['X']", "setting"),
        ("configuration/x.py", "from pathlib import Path\nPath.home()", "folder"),
        ("charts/x.py", "import uuid", "name by content"),
        ("words/x.py", "from wijkprofiel.words.formatting import number", "Notation.of"),
        ("sources/x.py", "from urllib.request import getproxies", "proxies"),
        ("workshop/x.py", "import os\nos.path.expanduser('~')", "folder"),
        ("archive/snapshots.py", "import openpyxl", "sources"),
        ("render/export.py", "import xlsxwriter", "render/xlsx.py"),
        ("documents/one_page/x.py", "from docx import Document", "render/docx.py"),
        ("render/x.py", "import pptx", "render/pptx.py"),
        ("words/x.py", "from jinja2 import Template", "wijkprofiel.render"),
        ("configuration/x.py", "import yaml", "wijkprofiel.yaml_files"),
        ("findings/x.py", "import sqlite3", "wijkprofiel.edition"),
        ("edition/x.py", "import filelock", "exclusive"),
        ("findings/x.py", "from dask import delayed", "wijkprofiel.workshop"),
        ("render/x.py", "import starlette", "one command"),
    ],
)
def test_a_banned_name_is_seen_with_advice(path: str, source: str, advice: str) -> None:
    breaches = list(ban_breaches(a_module(path, source)))
    assert breaches
    assert all(advice in breach for breach in breaches)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("sources/x.py", "import requests, pandas, openpyxl"),
        ("render/docx.py", "import docx"),
        ("workshop/distributed.py", "import distributed"),
        ("archive/snapshots.py", "import pyarrow.parquet"),
        ("render/pdf.py", "import weasyprint, os\nos.environ['SOURCE_DATE_EPOCH']"),
        ("cli/x.py", "import typer\nfrom datetime import date\ndate.today()"),
        ("cli/x.py", "from wijkprofiel.words.formatting import number"),
        ("words/x.py", "from datetime import date\ndate(2020, 1, 1)\nself.print()"),
    ],
)
def test_a_name_in_its_place_is_left_alone(path: str, source: str) -> None:
    assert not list(ban_breaches(a_module(path, source)))


def test_an_edition_that_needs_more_is_seen() -> None:
    assert list(edition_breaches(a_module("edition/reader.py", "import pydantic")))
    assert list(edition_breaches(a_module("edition/reader.py", "import wijkprofiel.methods.rest")))
    assert not list(edition_breaches(a_module("edition/reader.py", "import sqlite3, zlib, json")))


def test_an_error_elsewhere_is_seen() -> None:
    assert list(misplaced_errors(a_module("store/x.py", "class Broken(errors.EditionError): ...")))
    assert not list(misplaced_errors(a_module("store/x.py", "class Broken(Record): ...")))
