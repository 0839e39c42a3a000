"""Texts of the steps from a figure to its word."""

from typing import Annotated

from pydantic import AfterValidator

from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.configuration.together import Way
from wijkprofiel.yaml_files.fields import Record, Text


class UnionStepTexts(Record):
    """How the figure of a werkgebied was put together.

    Attributes:
        samen: the head, with one of `wijzen`.
        deel: a part with its figure; the other `deel_` say what it weighs, or what is counted.
        thuis: how many of the people of a part live at home.
        gemiddelde, som, aantallen, verandering, land: what comes out, by how it is done.
    """

    samen: Annotated[Text, AfterValidator(fills("aantal", "wijze"))]
    wijzen: Annotated[dict[Way, Text], AfterValidator(covers(Way))]
    deel: Annotated[Text, AfterValidator(fills("naam", "code", "inhoud"))]
    deel_gewicht: Annotated[Text, AfterValidator(fills("cijfer", "gewicht"))]
    deel_gewicht_van: Annotated[Text, AfterValidator(fills("cijfer", "gewicht", "naam"))]
    deel_gewicht_uit: Annotated[Text, AfterValidator(fills("cijfer", "termen", "gewicht"))]
    deel_gewicht_thuis: Annotated[
        Text, AfterValidator(fills("cijfer", "mensen", "thuis", "gewicht"))
    ]
    deel_aantallen: Annotated[Text, AfterValidator(fills("teller", "noemer"))]
    deel_land: Annotated[Text, AfterValidator(fills("inwoners", "land"))]
    deel_zonder: Text
    term: Annotated[Text, AfterValidator(fills("maal", "aantal", "naam"))]
    thuis: Annotated[Text, AfterValidator(fills("huishoudens", "grootte", "inwoners", "thuis"))]
    gemiddelde: Annotated[Text, AfterValidator(fills("producten", "gewichten", "cijfer"))]
    som: Annotated[Text, AfterValidator(fills("termen", "cijfer"))]
    aantallen: Annotated[Text, AfterValidator(fills("maal", "tellers", "noemers", "cijfer"))]
    verandering: Annotated[Text, AfterValidator(fills("maal", "tellers", "noemers", "cijfer"))]
    land: Annotated[Text, AfterValidator(fills("maal", "inwoners", "land", "cijfer"))]
    klasse: Annotated[Text, AfterValidator(fills("naam", "grenzen", "klasse"))]
    grens: Annotated[Text, AfterValidator(fills("naam", "grenzen", "marge"))]
    afgerond: Annotated[Text, AfterValidator(fills("cijfer"))]
    dekking: Annotated[Text, AfterValidator(fills("met", "alle", "deel"))]
    te_weinig: Annotated[Text, AfterValidator(fills("minstens"))]
    proef: Annotated[Text, AfterValidator(fills("afwijking"))]


class StepTexts(Record):
    """A figure, and per benchmark every step to the word."""

    cijfer: Annotated[Text, AfterValidator(fills("leeftijd", "jaar", "cijfer"))]
    met_herkomst: Annotated[Text, AfterValidator(fills("cijfer", "tabel", "indeling"))]
    zonder_cijfer: Annotated[Text, AfterValidator(fills("streep", "reden"))]
    met_marges: Annotated[Text, AfterValidator(fills("cijfer", "van", "tot"))]
    met_aantallen: Annotated[Text, AfterValidator(fills("cijfer", "maal", "teller", "noemer"))]
    met_verandering: Annotated[Text, AfterValidator(fills("cijfer", "maal", "teller", "noemer"))]
    plaats: Annotated[Text, AfterValidator(fills("percentiel"))]
    samengesteld: Annotated[Text, AfterValidator(fills("aantal"))]
    tegenover: Annotated[Text, AfterValidator(fills("gebied", "cijfer"))]
    uit_wijken: Annotated[Text, AfterValidator(fills("zonder", "cijfer"))]
    geen_oordeel: Annotated[Text, AfterValidator(fills("woord", "reden"))]
    rest_uit_aandeel: Annotated[Text, AfterValidator(fills("geheel", "deel", "rest", "aandeel"))]
    rest_uit_aantallen: Annotated[
        Text,
        AfterValidator(fills("maal", "teller", "min_teller", "noemer", "min_noemer", "rest")),
    ]
    per_gemeente: Annotated[Text, AfterValidator(fills("gemeente", "stap"))]
    geheel: Annotated[Text, AfterValidator(fills("geheel"))]
    naar_verhouding: Annotated[Text, AfterValidator(fills("som", "uitkomst"))]
    verschil: Annotated[Text, AfterValidator(fills("eigen", "ander", "verschil"))]
    afronding: Annotated[Text, AfterValidator(fills("rem", "verschil"))]
    wortelschaal: Annotated[
        Text, AfterValidator(fills("boven", "wortel_boven", "onder", "wortel_onder"))
    ]
    z: Annotated[Text, AfterValidator(fills("maat", "spreiding", "z", "afgekapt"))]
    verschil_van_wortels: Annotated[Text, AfterValidator(fills("wortel_boven", "wortel_onder"))]
    zekerheid: Annotated[Text, AfterValidator(fills("z"))]
    grenzen: Annotated[Text, AfterValidator(fills("iets", "gewoon", "duidelijk"))]
    werkgebied: UnionStepTexts
    afgedrukt: Annotated[Text, AfterValidator(fills("eigen", "ander", "verschil", "woord"))]
