"""The small print: what a document was made with, in the words of its voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.catalogue import CATALOGUE
from tests.support.imprints import FIXED
from tests.support.profiles import EDITION
from wijkprofiel.domain.imprint import OwnPart, short
from wijkprofiel.words.colophon import made_again, made_with

TEXTS = CATALOGUE.texts
CONTENT, SETTINGS = "0123456789ab" + "c" * 52, "ba9876543210" + "d" * 52
IMPRINT = replace(FIXED, version="7.8.9", configuration=SETTINGS)
OURS = "zijn die van wijkprofiel"
OTHER = "Anders dan bij wijkprofiel zelf"


@pytest.mark.parametrize("brief", [False, True])
def test_it_names_version_edition_and_both_numbers_in_short(brief: bool) -> None:
    text = made_with(TEXTS, replace(EDITION, content=CONTENT), IMPRINT, brief=brief)
    assert "wijkprofiel 7.8.9" in text
    assert "editie 2020" in text
    assert "cijfers: 0123456789ab;" in text
    assert "instellingen: ba9876543210." in text
    assert "cc" not in text
    assert "dd" not in text


def test_that_all_is_ours_is_said_where_there_is_room() -> None:
    assert OURS in made_with(TEXTS, EDITION, IMPRINT)
    brief = made_with(TEXTS, EDITION, IMPRINT, brief=True)
    assert OURS not in brief
    assert OTHER not in brief
    assert brief == brief.strip()


@pytest.mark.parametrize("brief", [False, True])
def test_what_is_not_ours_is_always_said(brief: bool) -> None:
    own = replace(IMPRINT, own=(OwnPart.LIMITS, OwnPart.TEXTS, OwnPart.TEMPLATES))
    text = made_with(TEXTS, EDITION, own, brief=brief)
    assert f"{OTHER}: de grenzen van een oordeel, de teksten en de sjablonen." in text
    assert OURS not in text


def test_without_a_command_nothing_is_said_of_it() -> None:
    assert made_again(TEXTS, IMPRINT) == (
        "Zo maakt u dit document opnieuw: wijkprofiel build WK034403 --edition 2020"
    )
    assert made_again(TEXTS, replace(IMPRINT, command=None)) is None


def test_a_short_number_begins_the_long_one() -> None:
    assert SETTINGS.startswith(short(SETTINGS))
    assert len(short(SETTINGS)) == 12
