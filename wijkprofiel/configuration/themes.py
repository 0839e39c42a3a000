"""Themes (the order of the document) and verhalen (figures that tell one story)."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo


class ThemeQuestions(Record):
    """Two open questions for the meeting: one for residents, one for professionals."""

    bewoners: Text
    professionals: Text


class SidedQuestions(Record):
    """What is asked about a strength, about a concern, and about a point that is neither.

    A strength asks what makes it work here; a concern asks residents what would help, and
    professionals who is there already.
    """

    kracht: ThemeQuestions | None = None
    zorg: ThemeQuestions | None = None
    anders: ThemeQuestions | None = None

    def of(self, side: int) -> ThemeQuestions | None:
        """The questions of a side (+1 a strength, -1 a concern, 0 neither)."""
        return {1: self.kracht, -1: self.zorg}.get(side, self.anders)


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
    vragen: SidedQuestions
    vragen_per_cijfer: dict[Key, SidedQuestions] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _asks_on_every_side(self) -> Self:
        needed = {
            "kracht": self.volgorde_krachten,
            "zorg": self.volgorde_zorgen,
            "anders": (self.id,),
        }
        lacking = [side for side in needed if needed[side] and getattr(self.vragen, side) is None]
        if lacking:
            raise ValueError(f"onder vragen ontbreekt {' en '.join(lacking)}")
        return self

    def order(self, side: int) -> tuple[str, ...]:
        """The figures that may stand out on a side (+1 strengths, -1 concerns)."""
        return self.volgorde_krachten if side > 0 else self.volgorde_zorgen

    @property
    def candidates(self) -> tuple[str, ...]:
        """The figures that may stand out on either side."""
        return tuple(dict.fromkeys((*self.volgorde_krachten, *self.volgorde_zorgen)))

    def questions_of(self, indicator: str, side: int = 0) -> ThemeQuestions:
        """What is asked at the meeting about one of its figures.

        Args:
            indicator: the figure, whose own questions go before those of the story.
            side: +1 for a strength, -1 for a concern, 0 for a point that is neither.
        """
        own = self.vragen_per_cijfer.get(indicator, SidedQuestions())
        asked = (own.of(side), self.vragen.of(side), own.anders, self.vragen.anders)
        return next(each for each in asked if each is not None)
