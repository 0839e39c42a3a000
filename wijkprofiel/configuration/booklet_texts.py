"""Texts of the booklet of an edition: what is the same for every area."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.limit_names import limit_names
from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.yaml_files.fields import Key, Record, Text


class BookletPart(StrEnum):
    """What a chapter shows below its paragraphs: something that comes from the edition."""

    SPREADS = "spreidingen"
    CALIBRATION = "ijking"
    RESIDENTS = "bewoners"
    ROUNDS = "rondes"
    FIGURES = "cijfers"
    SOURCES = "bronnen"
    IMPRINT = "colofon"


_Pattern = Annotated[Text, AfterValidator(fills("editie", *limit_names()))]


class BookletParagraph(Record):
    """A paragraph, with what it enumerates below it."""

    kop: Text | None = None
    tekst: _Pattern
    lijst: tuple[_Pattern, ...] = ()


class BookletChapter(Record):
    """A chapter; `id` is where links to it lead."""

    id: Key
    titel: Text
    alineas: tuple[BookletParagraph, ...] = ()
    onderdeel: BookletPart | None = None


class CalibrationTexts(Record):
    """Points of wijken beside what chance gives: sentences, and a table with its heads and rows."""

    zin: Annotated[Text, AfterValidator(fills("toeval", "nu"))]
    zin_blijvend: Annotated[Text, AfterValidator(fills("fout", "deel"))]
    bijschrift: Text
    geval: Text
    punten: Text
    met_punt: Text
    editie: Text
    toeval: Text
    blijvend: Annotated[Text, AfterValidator(fills("fout"))]
    niet: Text


class BookletResidentTexts(Record):
    """How much of the differences goes together with who lives there: a table with its heads."""

    bijschrift: Text
    cijfer: Text
    gewogen: Text
    ongewogen: Text
    niet: Text


class BookletTexts(Record):
    """The booklet: its chapters in order, and the patterns for what comes from the edition."""

    aanhef: Text
    titel: Text
    ondertitel: Annotated[Text, AfterValidator(fills("editie", "titel"))]
    stand: Annotated[Text, AfterValidator(fills("datum"))]
    hoofdstukken: Annotated[tuple[BookletChapter, ...], Field(min_length=1)]
    leeftijden: Annotated[dict[AgeGroup, Text], AfterValidator(covers(AgeGroup))]
    over: Annotated[Text, AfterValidator(fills("populatie", "leeftijden"))]
    over_alle: Annotated[Text, AfterValidator(fills("populatie"))]
    herkomst: Annotated[Text, AfterValidator(fills("tabel", "jaren", "methode"))]
    drempel: Annotated[Text, AfterValidator(fills("drempel"))]
    deel_van_wijken: Annotated[Text, AfterValidator(fills("aantal", "van"))]
    spreiding: Annotated[Text, AfterValidator(fills("naam", "jaar", "aantal", "van"))]
    geen_spreidingen: Text
    ijking: CalibrationTexts
    bewoners: BookletResidentTexts
    opmerking_van: Annotated[Text, AfterValidator(fills("over", "tekst"))]
    geen_opmerkingen: Text
    controlegetal: Annotated[Text, AfterValidator(fills("controlegetal"))]
