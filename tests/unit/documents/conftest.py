"""The shipped edition, and profiles of it with wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.support.imprints import FIXED
from tests.support.shipped import open_shop
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.documents.profile.maker import make_profile
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.findings.maker import FindingsMaker
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.workshop import Workshop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    yield from open_shop(tmp_path_factory.mktemp("data"))


MakeProfile = Callable[..., Profile]


@pytest.fixture
def profile(shop: Workshop) -> MakeProfile:
    """Makes the profile of a code or a name; `texts` are other texts, the rest are wishes."""

    def make(code: str, texts: Texts | None = None, **wishes: Any) -> Profile:
        region = shop.edition.region(code)
        area = shop.find(code) if region is None else Area.of(region)
        catalogue = shop.catalogue
        if texts is not None:
            catalogue = replace(catalogue, voices={DEFAULT_VOICE: texts})
        wanted = Wishes(**wishes)
        findings = FindingsMaker(shop.edition, catalogue).of([area], wanted)
        scope = Scope(catalogue, wanted)
        return make_profile(findings, Voice.of(catalogue), scope, catalogue.limits, FIXED)

    return make
