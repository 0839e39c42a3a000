"""What each document of a run is made with: a fingerprint, what is not ours, and the command."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from shlex import join
from typing import Any

from pydantic import BaseModel

from wijkprofiel import __version__
from wijkprofiel.areas.work_areas import code_of
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.fingerprint import fingerprint, fingerprints, own_parts
from wijkprofiel.configuration.voices import DEFAULT_VOICE
from wijkprofiel.documents.booklet.maker import BOOKLET
from wijkprofiel.documents.document import AreasDocument, Document, EditionDocument, Layout
from wijkprofiel.documents.profile.maker import PROFILE
from wijkprofiel.documents.registry import AREAS_DOCUMENTS, DOCUMENTS, EDITION_DOCUMENTS
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.imprint import Imprint, OwnPart
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.render.formats import OutputFormat, formats_of
from wijkprofiel.render.style import PLAIN
from wijkprofiel.render.template_files import our_templates
from wijkprofiel.workshop.tasks import Task
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.yaml_files.letters import missing

_EDITION_COMMANDS = {BOOKLET.name: "booklet"}
"""What is typed for a document of the edition: commands are English, names of documents Dutch."""
_FOR_PEOPLE = (OutputFormat.HTML, OutputFormat.PDF)


class Imprints:
    """Says of every document of a run what it is made with."""

    def __init__(self, place: Workplace, catalogue: Catalogue, edition: Edition) -> None:
        self._place = place
        self._catalogue = catalogue
        self._edition = edition
        self._configured = cache(self._configuration)

    def of(self, document: Document, task: Task) -> Imprint:
        """What one document of one area is made with."""
        return self._imprint(
            document, task.wishes.voice, _asked(task), self._command(document, task)
        )

    def of_edition(self, document: EditionDocument) -> Imprint:
        """What a document of the edition is made with."""
        return self._imprint(document, DEFAULT_VOICE, None, self._edition_command(document))

    def of_areas(self, document: AreasDocument, areas: Sequence[Area], voice: str) -> Imprint:
        """What a document about several areas together is made with."""
        asked = {"gebieden": [area.code for area in areas]}
        return self._imprint(document, voice, asked, self._areas_command(areas, voice))

    def _imprint(
        self,
        document: Layout,
        voice: str,
        asked: dict[str, Any] | None,
        command: list[str] | None,
    ) -> Imprint:
        parts, own = self._configured(voice)
        templates = self._templates(document)
        meant = {
            "configuratie": parts,
            "sjablonen": {"ons": our_templates(), "eigen": templates},
            "document": _own_document(document),
            "gevraagd": asked,
        }
        machines = [kind for kind in formats_of(document) if kind not in _FOR_PEOPLE]
        return Imprint(
            version=__version__,
            configuration=_digest(json.dumps(meant, sort_keys=True)),
            own=(*own, OwnPart.TEMPLATES) if templates else own,
            command=join(command) if command else None,
            data_command=join([*command, "--format", ",".join(machines)]) if command else None,
            booklet_command=join(self._edition_command(BOOKLET)),
        )

    def _configuration(self, voice: str) -> tuple[dict[str, str], tuple[OwnPart, ...]]:
        found = fingerprints(self._catalogue, voice)
        return found, own_parts(self._place.search, found, self._edition.origins, voice)

    def _templates(self, document: Layout) -> dict[str, str]:
        """The user's own files of a page; read each time, since the page is filled in anew."""
        if self._place.templates is None:
            return {}
        from wijkprofiel.render.used_templates import own_files  # only they pay for the engine

        return own_files(self._place.templates, document.template)

    def _command(self, document: Document, task: Task) -> list[str] | None:
        """The words of the command; None for what was asked for in Python, and in no file."""
        file = task.file
        if file is None and not (
            self._can_be_named(task.area) and task.wishes == USUAL and task.style == PLAIN
        ):
            return None
        words = [task.area.code if file is None else _argument(file.name, "profielbestand.yaml")]
        words += self._of_this_edition()
        if task.booklet:
            words.append("--booklet")
        if document.name != PROFILE.name or (file is not None and file.record.documenten):
            words += ["--document", document.name]
        return ["wijkprofiel", "build", *words, *self._folders()]

    def _can_be_named(self, area: Area) -> bool:
        """Whether its code finds it: a union that was made in Python has none that does."""
        codes = {code_of(each.gemeente, name) for name, each in self._catalogue.work_areas.items()}
        return not area.is_union or area.composed is not None or area.code in codes

    def _edition_command(self, document: EditionDocument) -> list[str]:
        """The words of the command that makes a document of the edition."""
        command = _EDITION_COMMANDS[document.name]
        return ["wijkprofiel", command, *self._of_this_edition(), *self._folders()]

    def _areas_command(self, areas: Sequence[Area], voice: str) -> list[str] | None:
        """The words of the command that lays areas beside each other."""
        if not all(map(self._can_be_named, areas)):
            return None
        words = [area.code for area in areas]
        if voice != DEFAULT_VOICE:
            words += ["--voice", voice]
        return ["wijkprofiel", "compare", *words, *self._of_this_edition(), *self._folders()]

    def _of_this_edition(self) -> list[str]:
        return ["--edition", self._edition.info.id]

    def _folders(self) -> list[str]:
        """The folders that have to be named for the same document."""
        words = []
        if (config := self._place.own_configuration()) is not None:
            words += ["--config", _argument(config.resolve().name, "configuratie")]
        if (data := self._place.named_data(self._edition.path)) is not None:
            words += ["--data-dir", _argument(data.resolve().name, "data")]
        return words


def _own_document(document: Layout) -> list[str | None] | None:
    """What the user says of a document of his own; ours are part of the version."""
    if document.name in (*DOCUMENTS, *AREAS_DOCUMENTS, *EDITION_DOCUMENTS):
        return None
    return [document.name, document.called, document.template, document.rules.one_page]


def _asked(task: Task) -> dict[str, Any]:
    """What is asked for: by a profile file, with the logo that it names, or in Python."""
    wishes = {each.name: _plain(getattr(task.wishes, each.name)) for each in fields(task.wishes)}
    return {
        "bestand": None if task.file is None else fingerprint([task.file.record]),
        "wensen": wishes,
        "huisstijl": None if task.style == PLAIN else _digest(repr(task.style)),
    }


def _plain(value: Any) -> Any:
    """A wish as JSON has it: a set in one order, an area by its code."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dict):
        return [[key, area.code] for key, area in value.items()]
    return value.model_dump_json() if isinstance(value, BaseModel) else value


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _argument(name: str, instead: str) -> str:
    """A name as it can be typed after a command, or another one where it cannot be printed."""
    if not name or not name.isprintable() or missing(name):
        return instead
    return f"./{name}" if name.startswith("-") else name
