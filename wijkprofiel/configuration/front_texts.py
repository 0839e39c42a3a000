"""Texts of the first page, beside those of what it begins with."""

from typing import Annotated

from pydantic import AfterValidator

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.fields import Key, Record, Text

_MARKED = fills("naam", "plaats", "land")


class FrontChartTexts(Record):
    """The figures on one axis: heads of its columns, and what a place on it counts."""

    titel: Text
    uitleg: Annotated[Text, AfterValidator(fills("land"))]
    eenheid: Text
    hier: Text
    afstand: Annotated[Text, AfterValidator(fills("naam"))]
    kracht: Annotated[Text, AfterValidator(_MARKED)]
    zorg: Annotated[Text, AfterValidator(_MARKED)]
    gewoon: Annotated[Text, AfterValidator(_MARKED)]


class HonestTexts(Record):
    """What kind of figures these are; `toen` where an earlier year is told."""

    zonder_marges: Annotated[Text, AfterValidator(fills("jaar", "dit"))]
    met_marges: Annotated[Text, AfterValidator(fills("jaar", "dit"))]
    toen: Annotated[Text, AfterValidator(fills("jaar"))]
    bron: Annotated[Text, AfterValidator(fills("bronnen"))]
    kaart: Annotated[Text, AfterValidator(fills("noot"))]


class FrontTexts(Record):
    """The first page; `kinderen_uit` is the share whose numerator is the number of children."""

    kinderen: Text
    kinderen_uit: Key
    kernboodschap: Text
    vastgezet: Annotated[Text, AfterValidator(fills("punten"))]
    weggelaten: Annotated[Text, AfterValidator(fills("punten"))]
    vraag_bewoners: Text
    vraag_iedereen: Text
    rij: FrontChartTexts
    eerlijk: HonestTexts
