"""The imprint of documents that tests look at: the same for every version and configuration."""

from __future__ import annotations

from wijkprofiel.documents.document import Document, EditionDocument
from wijkprofiel.domain.imprint import Imprint
from wijkprofiel.workshop.tasks import Task

VERSION = "0.0.0"
BOOKLET = "wijkprofiel booklet --edition 2020"


def fixed_imprint(document: Document, task: Task) -> Imprint:
    """What every document of a task says that it was made with."""
    command = f"wijkprofiel build {task.area.code} --edition 2020"
    if not document.is_main:
        command += f" --document {document.name}"
    return Imprint(VERSION, "0" * 64, (), command, f"{command} --format json,csv", BOOKLET)


def fixed_edition_imprint(_: EditionDocument) -> Imprint:
    """What every document of the edition says that it was made with."""
    return Imprint(VERSION, "0" * 64, (), BOOKLET, f"{BOOKLET} --format json", BOOKLET)


FIXED = Imprint(
    VERSION,
    "0" * 64,
    (),
    "wijkprofiel build WK034403 --edition 2020",
    "wijkprofiel build WK034403 --edition 2020 --format json,csv",
    BOOKLET,
)
"""That of Overvecht's profile, for content that is written by hand."""
