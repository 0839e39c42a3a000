"""Every kind of document that can be made: ours, and other layouts of ours by the user.

Most are about an area, one about several beside each other. What is the same for every area of an
edition is a document of the edition.
"""

from __future__ import annotations

from dataclasses import replace

from wijkprofiel.configuration.own_documents import load_own_documents
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.comparison.maker import VERGELIJKING
from wijkprofiel.documents.document import AreasDocument, Document, EditionDocument, Rules
from wijkprofiel.documents.een_blad.maker import EEN_BLAD
from wijkprofiel.documents.kit.maker import KIT
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.yaml_files.paths import SearchPath

OWN_DENSITIES = 3
"""In how many ways a layout by the user can be set: its template has `dichtheid` 0, 1 and 2."""
DOCUMENTS: dict[str, Document] = {each.name: each for each in (PROFILE, EEN_BLAD, *KIT)}
"""Ours about an area, by name."""

AREAS_DOCUMENTS: dict[str, AreasDocument] = {each.name: each for each in (VERGELIJKING,)}
"""Ours about several areas together, by name."""

EDITION_DOCUMENTS: dict[str, EditionDocument] = {each.name: each for each in (BOOKLET,)}
"""Ours about an edition, by name."""


def own_documents(search: SearchPath) -> dict[str, Document]:
    """The user's documents by name: the content of one of ours, in a layout of their own.

    Raises:
        ConfigurationError: with every mistake in their definitions.
    """
    return {
        name: replace(
            DOCUMENTS[own.inhoud],
            name=name,
            template=own.sjabloon,
            rules=Rules(own.een_bladzijde, OWN_DENSITIES),
            is_main=False,
        )
        for name, own in load_own_documents(
            search, tuple(DOCUMENTS), (*AREAS_DOCUMENTS, *EDITION_DOCUMENTS)
        ).items()
    }
