"""The smallest parts of a voice: how numbers are written, units, verdict words, names of areas."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.domain.area import COMPOSED_KINDS, AreaKind
from wijkprofiel.domain.verdict import Side
from wijkprofiel.yaml_files.fields import Record, Text, YesNo

Mark = Annotated[str, Field(min_length=1)]
"""A text in which a space counts: the comma of a list, the word before its last item."""


class EnumerationMarks(Record):
    """What stands between the items of `a, b en c`: between most, and before the last."""

    tussen: Mark
    laatste: Mark


class WritingTexts(Record):
    """How numbers, days and enumerations are written."""

    decimaal: Mark
    duizendtal: Mark
    maanden: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    dag: Annotated[Text, AfterValidator(fills("dag", "maand", "jaar"))]
    opsomming: EnumerationMarks


class VerdictWords(Record):
    """Verdict words; `kant` is a word of `Sides`."""

    ongeveer_gelijk: Text
    niet_vergeleken: Text
    te_onzeker: Text
    iets: Annotated[Text, AfterValidator(fills("kant"))]
    gewoon: Annotated[Text, AfterValidator(fills("kant"))]
    duidelijk: Annotated[Text, AfterValidator(fills("kant"))]

    @property
    def slight_word(self) -> str:
        """The word of a slight difference, without its side."""
        return self.iets.format(kant="").strip()

    @property
    def clear_word(self) -> str:
        """The word of a clear difference, without its side."""
        return self.duidelijk.format(kant="").strip()


class SideWords(Record):
    """One word per side of a benchmark."""

    gunstiger: Text
    ongunstiger: Text
    hoger: Text
    lager: Text

    def word(self, side: Side) -> str:
        """The word of one side."""
        return str(getattr(self, side.value))


class Sides(Record):
    """Words for sides: in general, and for distances."""

    gunstig: SideWords
    afstand: SideWords


class UnitText(Record):
    """How a number with its unit stands in a cell; `duizendtal`: the source gives thousands."""

    cel: Annotated[Text, AfterValidator(fills("getal"))]
    tabel: Text | None = None
    duizendtal: YesNo = False


class ToldApartTexts(Record):
    """Two areas of one name in one gemeente: a wijk by a buurt of it, a buurt by its wijk."""

    wijk: Annotated[Text, AfterValidator(fills("naam", "ander"))]
    buurt: Annotated[Text, AfterValidator(fills("naam", "ander"))]
    code: Annotated[Text, AfterValidator(fills("naam", "code"))]


class ComposedNames(Record):
    """What a GGD region or province is called: alone, behind "rest van", and in a sentence."""

    kolom: Annotated[Text, AfterValidator(fills("naam"))]
    rest: Annotated[Text, AfterValidator(fills("naam"))]
    zin: Annotated[Text, AfterValidator(fills("naam"))]


class AreaTexts(Record):
    """Names of areas, and of what is compared.

    Attributes:
        werkgebied: one beside which another area is put, in a sentence.
        samen, naar_verhouding, per_gemeente, hele_gemeenten: several gemeenten that one area lies
            in: their names, that they are weighed by it, the figure of each, and all of them.
    """

    rest: Annotated[Text, AfterValidator(fills("naam"))]
    gelijknamig: Annotated[Text, AfterValidator(fills("niveau", "naam"))]
    andere: dict[AreaKind, Annotated[Text, AfterValidator(fills("naam"))]]
    met_lidwoord: Annotated[Text, AfterValidator(fills("naam"))]
    werkgebied: Annotated[Text, AfterValidator(fills("naam"))]
    omgeving: Annotated[Text, AfterValidator(fills("naam"))]
    uiteengehouden: ToldApartTexts
    samen: Annotated[Text, AfterValidator(fills("namen", "laatste"))]
    naar_verhouding: Annotated[Text, AfterValidator(fills("naam"))]
    per_gemeente: Annotated[Text, AfterValidator(fills("naam", "getal"))]
    hele_gemeenten: Text
    hele: Annotated[Text, AfterValidator(fills("niveau"))]
    hele_uitleg: Annotated[Text, AfterValidator(fills("naam"))]
    tegenover: Annotated[Text, AfterValidator(fills("naam"))]
    niveaus: Annotated[dict[AreaKind, Text], AfterValidator(covers(AreaKind))]
    dit: Annotated[dict[AreaKind, Text], AfterValidator(covers(AreaKind))]
    samengesteld: Annotated[dict[AreaKind, ComposedNames], AfterValidator(covers(COMPOSED_KINDS))]
    voluit: Annotated[Text, AfterValidator(fills("naam", "aantal"))]
