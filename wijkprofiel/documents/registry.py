"""Every kind of document that can be made."""

from __future__ import annotations

from wijkprofiel.documents.document import Document
from wijkprofiel.documents.een_blad.maker import EEN_BLAD
from wijkprofiel.documents.profile.maker import PROFILE

DOCUMENTS: dict[str, Document] = {each.name: each for each in (PROFILE, EEN_BLAD)}
