"""Texts of the steps from a figure to its word."""

from typing import Annotated

from pydantic import AfterValidator

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.fields import Record, Text


class StepTexts(Record):
    """A figure, and per benchmark every step to the word."""

    cijfer: Annotated[Text, AfterValidator(fills("leeftijd", "jaar", "cijfer"))]
    met_herkomst: Annotated[Text, AfterValidator(fills("cijfer", "tabel", "indeling"))]
    zonder_cijfer: Annotated[Text, AfterValidator(fills("streep", "reden"))]
    met_marges: Annotated[Text, AfterValidator(fills("cijfer", "van", "tot"))]
    met_aantallen: Annotated[Text, AfterValidator(fills("cijfer", "maal", "teller", "noemer"))]
    met_verandering: Annotated[Text, AfterValidator(fills("cijfer", "maal", "teller", "noemer"))]
    plaats: Annotated[Text, AfterValidator(fills("percentiel"))]
    tegenover: Annotated[Text, AfterValidator(fills("gebied", "cijfer"))]
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
    afgedrukt: Annotated[Text, AfterValidator(fills("eigen", "ander", "verschil", "woord"))]
