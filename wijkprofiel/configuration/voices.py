"""Voices: the texts of the document by language and kind of reader, from `configs/teksten/`.

`nl.yaml` is complete; another file may say only what differs from the one it builds on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.domain.errors import Problem
from wijkprofiel.yaml_files.layers import Layers
from wijkprofiel.yaml_files.reading import Placed, Reader

FOLDER = "teksten"
DEFAULT_VOICE = "nl"
"""The voice of a profile that asks for no other."""


def read_voices(reader: Reader) -> dict[str, Placed[Texts]]:
    """All voices by the names of their files, without those that hold mistakes."""
    if not reader.search.versions(FOLDER, DEFAULT_VOICE):
        missing = Problem(f"{FOLDER}/{DEFAULT_VOICE}.yaml", None, "", "dit bestand ontbreekt")
        reader.problems.append(missing)
    voices = Layers(reader, FOLDER, Texts).all()
    reader.problems.extend(_of_another_language(voices))
    return voices


def _of_another_language(voices: dict[str, Placed[Texts]]) -> Iterator[Problem]:
    """Voices whose name begins with another language than their words are said to be in.

    Left unnoticed, a screen reader pronounces one language as if it were the other.
    """
    for name, voice in voices.items():
        language, said = name.split("-")[0], voice.record.taal
        if said.split("-")[0] != language:
            message = (
                f"de taal is hier {said}, en de naam van het bestand begint met {language};"
                f" zet er taal: {language} in, of begin de naam met {said}"
            )
            problem = voice.problem(("taal",), message)
            here = problem.file == voice.document.file
            yield problem if here else replace(problem, file=voice.document.file, line=None)
