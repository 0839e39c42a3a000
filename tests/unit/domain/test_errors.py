"""Errors travel between processes as they are."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import Pipe

import pytest

from wijkprofiel.domain.errors import (
    AmbiguousRegionError,
    ConfigurationError,
    InternalError,
    Problem,
    SourceUnreachableError,
    WayToChoose,
    WijkprofielError,
)
from wijkprofiel.domain.regions import Region

AREA = Region("WK034403", 2020, "Overvecht", "Wijk 03 Overvecht", "Utrecht")


def kinds(kind: type[WijkprofielError]) -> Iterator[type[WijkprofielError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from kinds(each)


OF_THEIR_OWN = {
    InternalError: InternalError(ValueError("mis")),
    ConfigurationError: ConfigurationError([Problem("a.yaml", 3, "naam", "is leeg")]),
    AmbiguousRegionError: AmbiguousRegionError("centrum", [AREA], WayToChoose.CODE),
    SourceUnreachableError: SourceUnreachableError("weg", temporary=True, wait_s=2.5),
}


@pytest.mark.parametrize("kind", list(kinds(WijkprofielError)))
def test_an_error_arrives_as_it_left(kind: type[WijkprofielError]) -> None:
    error = OF_THEIR_OWN.get(kind) or kind("Er is iets.", remedy="Doe iets.")
    ours, theirs = Pipe()
    ours.send(error)
    arrived = theirs.recv()
    assert type(arrived) is kind
    assert (str(arrived), arrived.exit_code) == (str(error), error.exit_code)
    assert vars(arrived) == vars(error)
