"""Texts at the head of a document, and of the document that is one page."""

from typing import Annotated

from pydantic import AfterValidator

from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.domain.imprint import OwnPart
from wijkprofiel.yaml_files.fields import Record, Text


class CoverTexts(Record):
    """The cover and the note under its map."""

    aanhef: Text
    wijk: Annotated[Text, AfterValidator(fills("gemeente"))]
    wijk_gelijknamig: Annotated[Text, AfterValidator(fills("gemeente"))]
    buurt: Annotated[Text, AfterValidator(fills("wijk", "gemeente"))]
    gemeente: Text
    land: Text
    werkgebied: Annotated[Text, AfterValidator(fills("gemeente", "delen"))]
    ggd_regio: Annotated[Text, AfterValidator(fills("aantal"))]
    provincie: Annotated[Text, AfterValidator(fills("aantal"))]
    werkgebied_in_meer: Annotated[Text, AfterValidator(fills("delen"))]
    deel_in_gemeente: Annotated[Text, AfterValidator(fills("naam", "gemeente"))]
    bijeenkomst: Text
    om: Annotated[Text, AfterValidator(fills("uur", "minuten"))]
    makers: Text
    contact: Text
    grenzen: Annotated[Text, AfterValidator(fills("jaar"))]
    grens_gewijzigd: Annotated[Text, AfterValidator(fills("jaar", "indeling", "hier", "daar"))]
    ander_gebied: Annotated[Text, AfterValidator(fills("jaar", "gebied"))]
    geen_omtrek: Annotated[Text, AfterValidator(fills("jaar", "gebied"))]
    delen_zonder_omtrek: Annotated[Text, AfterValidator(fills("delen"))]
    geen_delen: Annotated[Text, AfterValidator(fills("jaar", "gebied"))]
    buurt_in_wijk: Annotated[Text, AfterValidator(fills("wijk"))]
    werkgebied_in_wijk: Annotated[Text, AfterValidator(fills("wijk"))]
    geen_kaart: Annotated[Text, AfterValidator(fills("jaar", "indeling"))]
    zonder_kaart: Text
    kopregel: Annotated[Text, AfterValidator(fills("aanhef", "editie"))]
    editie: Annotated[Text, AfterValidator(fills("editie", "datum"))]
    inhoud: Text
    naar_de_inhoud: Text


class OnePageTexts(Record):
    """The document of one page."""

    ruimte: Text
    bron: Annotated[Text, AfterValidator(fills("bronnen"))]
    bron_schatting: Annotated[Text, AfterValidator(fills("bronnen"))]


_MADE_WITH = fills("versie", "editie", "titel", "cijfers", "instellingen", "herkomst")


class ColophonTexts(Record):
    """What a document is made with, in small print; `ons` or `eigen` goes where `herkomst` is."""

    gebied: Annotated[Text, AfterValidator(fills("gebieden", "indeling"))]
    een_gebied: Annotated[Text, AfterValidator(fills("naam", "code"))]
    samengesteld: Annotated[Text, AfterValidator(fills("naam", "code", "indeling"))]
    gemaakt: Annotated[Text, AfterValidator(_MADE_WITH)]
    kort: Annotated[Text, AfterValidator(_MADE_WITH)]
    ons: Text
    eigen: Annotated[Text, AfterValidator(fills("delen"))]
    delen: Annotated[dict[OwnPart, Text], AfterValidator(covers(OwnPart))]
    opnieuw: Annotated[Text, AfterValidator(fills("opdracht"))]
