"""Themes (the order of the document) and verhalen (figures that tell one story)."""

from typing import Annotated

from pydantic import Field

from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo


class ThemeQuestions(Record):
    """Two open questions for the meeting: one for residents, one for professionals."""

    bewoners: Text
    professionals: Text


class Theme(Record):
    """One theme of a division into themes.

    `waarover` says what the theme is about; `koppen` are sub-headings in order; `leeg` is the
    text shown where open data has no figure for the theme.
    """

    sleutel: Key
    naam: Text
    waarover: Text
    koppen: dict[Key, Text] = Field(default_factory=dict)
    vragen: ThemeQuestions
    leeg: Text | None = None


class ThemeSet(Record):
    """A complete division into themes, in the order of the document.

    `standaard`: the one that is used unless a profile asks for another; exactly one set is.
    """

    id: Key
    naam: Text
    uitleg: Text
    standaard: YesNo = False
    themas: Annotated[tuple[Theme, ...], Field(min_length=1)]


class Story(Record):
    """A verhaal: indicators that move together, so that at most one a side becomes a talking point.

    `volgorde_krachten` and `volgorde_zorgen` are the order of preference as headline on each side;
    `rij` is the figure that has a row on the first page; `signaal` groups verhalen that share one
    underlying signal. `delen` says of a figure which other one counts the same people as well, so
    that it stands under that one; `zonder_rij` are figures that would say the same once more.
    `vragen_per_cijfer` are asked instead of `vragen` where the point is about that figure.
    """

    id: Key
    nummer: int
    naam: Text
    signaal: Text | None = None
    rij: Key | None = None
    volgorde_krachten: tuple[Key, ...] = ()
    volgorde_zorgen: tuple[Key, ...] = ()
    delen: dict[Key, Key] = Field(default_factory=dict)
    zonder_rij: tuple[Key, ...] = ()
    vragen: ThemeQuestions
    vragen_per_cijfer: dict[Key, ThemeQuestions] = Field(default_factory=dict)

    def order(self, side: int) -> tuple[str, ...]:
        """The figures that may stand out on a side (+1 strengths, -1 concerns)."""
        return self.volgorde_krachten if side > 0 else self.volgorde_zorgen

    @property
    def candidates(self) -> tuple[str, ...]:
        """The figures that may stand out on either side."""
        return tuple(dict.fromkeys((*self.volgorde_krachten, *self.volgorde_zorgen)))

    def questions_of(self, indicator: str) -> ThemeQuestions:
        """What is asked at the meeting about one of its figures."""
        return self.vragen_per_cijfer.get(indicator, self.vragen)
