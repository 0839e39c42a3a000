"""What a configuration means, in a sha256 per part, and which parts differ from ours.

Records count, not files: a remark, a blank line, the order of the keys of a record or the folder in
which a file lies change nothing that is made of them, and nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256

from pydantic import BaseModel

from wijkprofiel.configuration.catalogue import Catalogue, load_catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.voices import DEFAULT_VOICE, FOLDER
from wijkprofiel.domain.imprint import OwnPart
from wijkprofiel.methods import VERSION as METHODS_VERSION
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

ALIASES = "aliassen"
"""Part that decides only which area a name stands for: the area itself is on the page."""

_FOLDERS = ("indicatoren", "themas", FOLDER)
_FILES = ("oordeel.yaml", "verhalen.yaml", "opmerkingen.yaml", "aliassen.yaml")


def fingerprints(catalogue: Catalogue, voice: str = DEFAULT_VOICE) -> dict[str, str]:
    """The sha256 of each part of a configuration, as a document in one voice uses it."""
    return {
        OwnPart.LIMITS: fingerprint([catalogue.limits]),
        OwnPart.TEXTS: fingerprint([catalogue.voice(voice)]),
        OwnPart.DEFINITIONS: fingerprint(_definitions(catalogue)),
        ALIASES: fingerprint([catalogue.aliases, *_work_areas(catalogue)]),
    }


def fingerprint(records: Iterable[BaseModel]) -> str:
    """The sha256 of what records say, in their order."""
    written = "\n".join(f"{type(each).__name__} {each.model_dump_json()}" for each in records)
    return sha256(written.encode()).hexdigest()


_SHORT = 12
"""Characters that are kept where a hash only has to differ from the one before."""
_OF_A_FIGURE = {"grootte", "mensen", "rest", "zekerheid_z", "trend", "werkgebieden"}
"""The limits by which one figure gets its word; the others choose among figures."""


def rule_of(definition: IndicatorDefinition) -> str:
    """Short hash of a definition but for where it comes from: what it is called, how it is judged.

    Where it comes from has a hash of its own, `IndicatorSource.fingerprint`.
    """
    written = definition.model_dump_json(exclude={"bron"})
    return sha256(written.encode()).hexdigest()[:_SHORT]


def judged_by(limits: JudgementLimits) -> str:
    """Short hash of what gives a figure its word: the limits, and the version of the methods."""
    written = f"{METHODS_VERSION} {limits.model_dump_json(include=_OF_A_FIGURE)}"
    return sha256(written.encode()).hexdigest()[:_SHORT]


def own_parts(
    search: SearchPath,
    found: dict[str, str],
    tables: Collection[str],
    voice: str = DEFAULT_VOICE,
) -> tuple[OwnPart, ...]:
    """The parts of a configuration that say something else than ours.

    Args:
        found: the fingerprints of what was read along `search`, in that voice.
        tables: those of the edition: what is not of them is no part of a document.

    Raises:
        ConfigurationError: if ours is damaged.
    """
    if not _has_own(search):
        return ()
    ours = load_catalogue(SearchPath((SHIPPED_CONFIGS,))).of_tables(tables)
    theirs = fingerprints(ours, voice if voice in ours.voices else DEFAULT_VOICE)
    return tuple(part for part in OwnPart if part in found and found[part] != theirs[part])


def _has_own(search: SearchPath) -> bool:
    """Whether there is a file that is not ours, of those that make a catalogue."""
    own = [folder for folder in search.folders if folder.resolve() != SHIPPED_CONFIGS]
    return any(
        any((folder / name).is_file() for name in _FILES)
        or any(SearchPath((folder,)).list(name) for name in _FOLDERS)
        for folder in own
    )


def _work_areas(catalogue: Catalogue) -> Iterator[BaseModel]:
    yield from (catalogue.work_areas[name] for name in sorted(catalogue.work_areas))


def _definitions(catalogue: Catalogue) -> Iterator[BaseModel]:
    yield from catalogue.indicators.values()
    yield from (catalogue.theme_sets[name] for name in sorted(catalogue.theme_sets))
    yield from catalogue.stories.values()
    yield from catalogue.remarks.values()
