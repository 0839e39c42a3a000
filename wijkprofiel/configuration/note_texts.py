"""Texts of the note: two pages on an area that has no picture of its own."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.fields import Key, Record, Text

_AREA = Annotated[Text, AfterValidator(fills("gebied"))]
_BOTH = Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]


class NoteFigureTexts(Record):
    """The figures of the gemeente; `rijen` are indicators of adults, in order."""

    kop: Annotated[Text, AfterValidator(fills("gemeente"))]
    aanloop: _BOTH
    eenheid: Text
    jaar: Annotated[Text, AfterValidator(fills("jaren"))]
    bijschrift: _BOTH
    rijen: Annotated[tuple[Key, ...], Field(min_length=1)]


class NoteUnsaidTexts(Record):
    """What cannot be said: one of the first three, and then all others."""

    kop: Text
    weinig: Annotated[Text, AfterValidator(fills("gebied", "vanaf"))]
    onbekend: _AREA
    zonder_cijfers: _BOTH
    altijd: tuple[_BOTH, ...]


class NoteOwnTexts(Record):
    """What somebody can add; each prompt has lines to write on."""

    kop: Text
    aanloop: Text
    vragen: Annotated[tuple[_AREA, ...], Field(min_length=1)]


class NoteMadeTexts(Record):
    """How it was made; `schatting` where a figure is an estimate of a model."""

    kop: Text
    schatting: Text
    altijd: Text
    bronnen: Text


class NoteTexts(Record):
    """The note."""

    inwoners: Annotated[Text, AfterValidator(fills("aantal"))]
    niemand: Text
    vraag: Text
    cijfers: NoteFigureTexts
    niet_gezegd: NoteUnsaidTexts
    aanvullen: NoteOwnTexts
    gemaakt: NoteMadeTexts
