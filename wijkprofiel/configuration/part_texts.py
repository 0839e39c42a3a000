"""Texts of the page that puts the parts of an area beside each other."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.domain.area import COMPOSED_KINDS, AreaKind
from wijkprofiel.yaml_files.fields import Key, Record, Text


class PartTexts(Record):
    """A word for a wijk with its buurten, a gemeente with its wijken, a werkgebied, or a region."""

    wijk: Text
    gemeente: Text
    werkgebied: Text
    regio: Text

    def word(self, kind: AreaKind) -> str:
        """The word for one kind of area."""
        others = {AreaKind.GEMEENTE: self.gemeente, AreaKind.UNION: self.werkgebied}
        others |= dict.fromkeys(COMPOSED_KINDS, self.regio)
        return others.get(kind, self.wijk)


_RANGE = AfterValidator(fills("laag", "hoog", "wie", "land"))


class PartsTexts(Record):
    """The parts of an area beside each other; `cijfers` are the indicators that are shown.

    Attributes:
        uiteen, uiteen_procent, uiteen_ander: from the lowest part to the highest: of every 100
            people, in percent, and for anything that is no share.
        met_naam, met_aantal: one of those numbers, with the one part that has it, or how many.
    """

    titel: PartTexts
    delen: PartTexts
    deel: PartTexts
    in_: Annotated[PartTexts, Field(alias="in")]
    aanloop: Annotated[Text, AfterValidator(fills("gebied", "aantal", "delen"))]
    geen_twee: Annotated[Text, AfterValidator(fills("gebied", "aantal", "delen", "vanaf"))]
    hele: PartTexts
    uiteen: Annotated[Text, _RANGE]
    uiteen_procent: Annotated[Text, _RANGE]
    uiteen_ander: Annotated[Text, _RANGE]
    land: Annotated[Text, AfterValidator(fills("naam", "getal"))]
    gelijk: Annotated[Text, AfterValidator(fills("delen", "getal", "land"))]
    met_naam: Annotated[Text, AfterValidator(fills("getal", "deel"))]
    met_aantal: Annotated[Text, AfterValidator(fills("getal", "aantal", "delen"))]
    keuze: Annotated[Text, AfterValidator(fills("delen", "aantal"))]
    keuze_scherm: Annotated[Text, AfterValidator(fills("delen"))]
    keuze_druk: Annotated[Text, AfterValidator(fills("delen"))]
    minder_uiteen: Annotated[Text, AfterValidator(fills("delen", "namen"))]
    weinig_aantal: Annotated[Text, AfterValidator(fills("aantal", "delen", "vanaf"))]
    weinig: Annotated[Text, AfterValidator(fills("vanaf", "namen"))]
    streep: PartTexts
    tekens: Annotated[Text, AfterValidator(fills("deel", "in"))]
    grof: Text
    vraag: Annotated[Text, AfterValidator(fills("delen"))]
    tabel: Annotated[Text, AfterValidator(fills("delen"))]
    grafiek: Annotated[Text, AfterValidator(fills("cijfer", "delen"))]
    open: Text
    naam: Text
    getal: Text
    inwoners: Text
    koppen: Annotated[dict[Key, Text], Field(default_factory=dict)]
    cijfers: Annotated[tuple[Key, ...], Field(min_length=1)]
