from __future__ import annotations

import pytest

from wijkprofiel.words.part_names import part_names


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Tigrisdreef en omgeving", "Tigrisdreef"),
        ("Zambesidreef e.o.", "Zambesidreef"),
        ("Bergen (NH.)", "Bergen"),
        ("Hil (noord", "Hil"),
        ("Vechtzoom-noord, Klopvaart", "Vechtzoom-noord, Klopvaart"),
        ("Omgeving", "Omgeving"),
    ],
)
def test_what_is_added_to_a_name_is_not_said(written: str, printed: str) -> None:
    assert part_names(["Ander", written]) == ("Ander", printed)


def test_names_that_would_become_the_same_stay_as_they_are() -> None:
    names = ("Centrum e.o.", "Centrum", "Zuid e.o.")
    assert part_names(names) == ("Centrum e.o.", "Centrum", "Zuid")
