"""Texts of the page that says who live here, and where the area lies."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.fields import Key, Record, Text


class ResidentBlocks(Record):
    """Which indicators stand on the page with key figures."""

    getallen: Annotated[tuple[Key, ...], Field(min_length=2)]
    leeftijd: Annotated[tuple[Key, ...], Field(min_length=1)]
    huishoudens: Annotated[tuple[Key, ...], Field(min_length=1)]
    herkomst: tuple[Key, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every indicator on the page, in its order."""
        return (*self.getallen, *self.leeftijd, *self.huishoudens, *self.herkomst)


class ResidentMapTexts(Record):
    """Headings, texts and text alternatives of the two maps."""

    ligging: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]
    wijken: Annotated[Text, AfterValidator(fills("gebied"))]
    buren: Annotated[Text, AfterValidator(fills("gebied", "gemeente", "namen"))]
    geen_buren: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]
    buurten: Annotated[Text, AfterValidator(fills("gebied"))]
    kaart_buurten: Annotated[Text, AfterValidator(fills("gebied", "aantal", "namen"))]
    kaart_wijken: Annotated[Text, AfterValidator(fills("gebied", "aantal"))]
    gekleurd: Annotated[Text, AfterValidator(fills("gebied"))]
    zonder_nummer: Annotated[Text, AfterValidator(fills("namen"))]


class ResidentTexts(Record):
    """The page that says who live here."""

    titel: Text
    aanloop: Annotated[Text, AfterValidator(fills("gebied", "inwoners", "huishoudens"))]
    aanloop_zonder: Annotated[Text, AfterValidator(fills("gebied"))]
    bijschriften: dict[Key, Text]
    leeftijd: Text
    huishoudenstype: Text
    herkomst: Text
    voorbehoud: Annotated[Text, AfterValidator(fills("naam", "tekst"))]
    afgerond: Text
    kaarten: ResidentMapTexts
    blokken: ResidentBlocks
