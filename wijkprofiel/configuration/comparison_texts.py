"""Texts of the document that lays areas beside each other."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.limit_names import limit_names
from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.domain.apart import ApartSize
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.methods.apart import ApartChange
from wijkprofiel.yaml_files.fields import Key, Record, Text

_Limits = fills(*limit_names())


class ComparedNameTexts(Record):
    """What areas are beside each other, and what two of one name are called."""

    soorten: Annotated[
        dict[AreaKind, Annotated[Text, AfterValidator(fills("gemeente", "wijk", "delen"))]],
        AfterValidator(covers(AreaKind)),
    ]

    plaats: Annotated[Text, AfterValidator(fills("naam", "gemeente"))]
    soort: Annotated[Text, AfterValidator(fills("soort", "naam"))]


class ApartWords(Record):
    """Words for a difference.

    Attributes:
        twee: between two areas, with {kant} where it has one: `hoger` or `lager`.
        meer: between the highest and the lowest of more.
        tussen: those two themselves.
    """

    kop: Text
    kop_meer: Text
    uitleg: Annotated[Text, AfterValidator(fills("een", "ander"))]
    uitleg_meer: Text
    twee: Annotated[
        dict[ApartSize, Annotated[Text, AfterValidator(fills("kant"))]],
        AfterValidator(covers(ApartSize)),
    ]
    meer: Annotated[dict[ApartSize, Text], AfterValidator(covers(ApartSize))]
    hoger: Text
    lager: Text
    te_onzeker: Text
    tussen: Annotated[Text, AfterValidator(fills("laagste", "hoogste"))]
    leeftijd_meer: Annotated[Text, AfterValidator(fills("gebied"))]
    weinig_volwassenen: Annotated[Text, AfterValidator(fills("gebieden", "mensen"))]
    weinig_ouderen: Annotated[Text, AfterValidator(fills("gebieden", "mensen"))]


class ComparedResidentsTexts(Record):
    """Who live there: which figures, in their order."""

    titel: Text
    bijschrift: Annotated[Text, AfterValidator(fills("gebieden"))]
    volwassenen: Text
    ongeveer: Annotated[Text, AfterValidator(fills("aantal"))]
    noot: Text
    cijfers: Annotated[tuple[Key, ...], Field(min_length=1)]


class ComparedAgeTexts(Record):
    """What the difference in age means."""

    titel: Text
    aandelen: Annotated[Text, AfterValidator(fills("aandelen"))]
    aandeel: Annotated[Text, AfterValidator(fills("getal", "gebied"))]
    onbekend: Annotated[Text, AfterValidator(fills("gebied"))]
    geen: Text
    enkele: Annotated[Text, AfterValidator(fills("namen"))]
    apart: Text


class ComparedHealthTexts(Record):
    """Health: the table, and what always has to be said with it."""

    titel: Text
    altijd: Text
    bijschrift: Annotated[Text, AfterValidator(fills("gebieden"))]
    teken: Annotated[Text, AfterValidator(fills("land"))]
    ouderen: Text
    ouderen_rij: Annotated[Text, AfterValidator(fills("naam"))]
    geen: Text
    grafiek: Annotated[Text, AfterValidator(fills("gebieden"))]
    grafiek_beeld: Annotated[Text, AfterValidator(fills("naam", "cijfers"))]
    grafiek_cijfer: Annotated[Text, AfterValidator(fills("gebied", "getal"))]
    grafiek_cijfers: tuple[Key, ...] = ()


class ComparedRoundsTexts(Record):
    """Rounds beside each other."""

    titel: Text
    aanloop: Text
    bijschrift: Annotated[Text, AfterValidator(fills("gebieden", "jaren"))]
    kop: Text
    woorden: Annotated[dict[ApartChange, Text], AfterValidator(covers(ApartChange))]
    zonder_woord: Annotated[Text, AfterValidator(_Limits)]
    geen: Text


class ComparedNearTexts(Record):
    """Each area against its own gemeente."""

    titel: Text
    aanloop: Text
    bijschrift: Text
    zelf: Annotated[Text, AfterValidator(fills("gebied"))]
    geen: Annotated[Text, AfterValidator(fills("gebied"))]


class ComparedParagraph(Record):
    """One part of the account."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(_Limits)]


class ComparisonTexts(Record):
    """The document that lays two to four areas beside each other."""

    aanhef: Text
    titel_twee: Annotated[Text, AfterValidator(fills("een", "ander"))]
    titel_meer: Annotated[Text, AfterValidator(fills("gebieden"))]
    omschrijving: Text
    namen: ComparedNameTexts
    onderwerp: Text
    land: Text
    verschil: ApartWords
    wie_wonen_er: ComparedResidentsTexts
    leeftijd: ComparedAgeTexts
    gezondheid: ComparedHealthTexts
    rondes: ComparedRoundsTexts
    gemeenten: ComparedNearTexts
    verantwoording: Text
    gebieden: Text
    in_de_cijfers: Annotated[Text, AfterValidator(fills("gebieden", "indeling"))]
    bronnen: Text
    werkgebied_kop: Text
    werkgebied: Annotated[Text, AfterValidator(fills("onbekend"))]
    alineas: Annotated[tuple[ComparedParagraph, ...], Field(min_length=1)]
