from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.source_tree import ROOT

RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
MEASURING = ROOT / "requirements-bench.lock"
LOCKS = (RUNTIME, DEVELOPMENT, MEASURING)
PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\$", re.MULTILINE)
ABSOLUTE_PATH = re.compile(r"(?<![\w.])(/|~/|[A-Za-z]:\\)\w")


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text()))


def addresses(text: str) -> list[str]:
    return [
        line
        for line in text.splitlines()
        if "://" in line or ABSOLUTE_PATH.search(line) is not None
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_names_no_address_and_no_path(lock: Path) -> None:
    assert addresses(lock.read_text()) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "numpy @ file:///srv/wheels/numpy.whl",
        "# via -r /home/someone/requirements.in",
        "--find-links ~/wheels",
    ],
)
def test_an_address_or_path_is_seen(line: str) -> None:
    assert addresses(line) == [line]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_pins_every_package_with_hashes(lock: Path) -> None:
    lines = [line for line in lock.read_text().splitlines() if not line.startswith("#")]
    heads = [n for n, line in enumerate(lines) if not line.startswith("    --hash=sha256:")]
    assert heads
    for n in heads:
        assert PIN.match(lines[n]), lines[n]
        assert lines[n + 1].startswith("    --hash=sha256:")


def test_development_keeps_the_versions_that_run() -> None:
    assert pins(RUNTIME).items() <= pins(DEVELOPMENT).items()


def test_measuring_changes_no_version() -> None:
    development = pins(DEVELOPMENT)
    shared = {name: version for name, version in pins(MEASURING).items() if name in development}
    assert shared
    assert shared.items() <= development.items()


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    wanted = {
        RUNTIME: [*project["project"]["dependencies"], *groups["build"]],
        DEVELOPMENT: [item for item in groups["dev"] if isinstance(item, str)],
        MEASURING: groups["bench"],
    }
    for lock, requirements in wanted.items():
        locked = pins(lock)
        for requirement in map(Requirement, requirements):
            version = locked.get(canonicalize_name(requirement.name))
            assert version, f"{requirement.name} is not in {lock.name}; run `make lock`"
            assert version in requirement.specifier, f"{requirement} in {lock.name}: {version}"
