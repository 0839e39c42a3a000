"""Texts of the pages with what goes well and what asks for attention."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.fields import Record, Text


class TogetherTexts(Record):
    """That points of one side tell fewer stories than there are points.

    `getallen`: small numbers as words, from 2.
    """

    een: Annotated[Text, AfterValidator(fills("aantal"))]
    meer: Annotated[Text, AfterValidator(fills("verhalen", "aantal"))]
    getallen: dict[Annotated[int, Field(ge=2, le=9)], Text]


class EmptySideTexts(Record):
    """What stands where a side has no points, and why."""

    geen_kracht: Text
    geen_zorg: Text
    maatstaf: Annotated[Text, AfterValidator(fills("gebied"))]
    geen_spreiding: Text
    zonder_gezondheid: Text


_EXTREME = fills("land", "aantal", "kant")


class ExtremeTexts(Record):
    """How few or how many adults of the country live where a figure is less favourable."""

    niemand: Annotated[Text, AfterValidator(_EXTREME)]
    een: Annotated[Text, AfterValidator(_EXTREME)]
    meer: Annotated[Text, AfterValidator(_EXTREME)]
    iedereen: Annotated[Text, AfterValidator(_EXTREME)]
    als_wijk: Annotated[Text, AfterValidator(fills("zin"))]
    ongunstiger: Text
    lager: Text


class StoryTableTexts(Record):
    """The small table of a story, and the axis with places in it."""

    titel: Annotated[Text, AfterValidator(fills("naam", "gebied"))]
    van_de_100: Text
    jaar: Annotated[Text, AfterValidator(fills("kop", "jaar"))]
    hier: Text
    plaats: Text
    links: Text
    rechts: Text
    woord: Annotated[Text, AfterValidator(fills("land"))]
    ouderen: Annotated[Text, AfterValidator(fills("getal", "woord"))]
    ander_jaar: Annotated[Text, AfterValidator(fills("jaar"))]
    marges: Annotated[Text, AfterValidator(fills("marges"))]
    delen: Text
    plaatje: Annotated[Text, AfterValidator(fills("naam", "plaats"))]


class StoryChartTexts(Record):
    """The bars and the line of a story, also for who hears them."""

    onderschrift: Annotated[Text, AfterValidator(fills("wie"))]
    hier: Text
    in_: Annotated[Text, AfterValidator(fills("naam")), Field(alias="in")]
    kilometer: Annotated[Text, AfterValidator(fills("getal"))]
    km_onderschrift: Text
    staven: Annotated[Text, AfterValidator(fills("kop", "delen"))]
    verloop: Annotated[Text, AfterValidator(fills("naam"))]
    reeks: Annotated[Text, AfterValidator(fills("naam", "delen"))]
    ronde: Annotated[Text, AfterValidator(fills("jaar", "getal"))]


class OtherTopicsTexts(Record):
    """The figures that head a story without a point."""

    kop: Text
    regel: Annotated[Text, AfterValidator(fills("naam", "hier", "land", "getal", "woord"))]
    zonder_woord: Annotated[Text, AfterValidator(fills("naam", "hier", "land", "getal"))]
    alleen: Annotated[Text, AfterValidator(fills("naam", "hier"))]


class WhoLivesThereTexts(Record):
    """How much of the differences between wijken goes together with who lives there."""

    zin: Annotated[Text, AfterValidator(fills("naam", "woord"))]
    bijna_helemaal: Text
    grotendeels: Text
    ongeveer_de_helft: Text


class StoryPageTexts(Record):
    """The pages as a whole."""

    krachten: Text
    er: Text
    zorgen: Text
    gekozen: Text
    uitleg: Annotated[Text, AfterValidator(fills("jaar"))]
    plaats_uitleg: Annotated[Text, AfterValidator(fills("land"))]
    bronnen: Annotated[Text, AfterValidator(fills("bronnen"))]
    samen: TogetherTexts
    leeg: EmptySideTexts
    uiterste: ExtremeTexts
    samenhang: WhoLivesThereTexts
    tabel: StoryTableTexts
    beeld: StoryChartTexts
    andere: OtherTopicsTexts
    vraag: Text
    vraag_zonder_zorg: Text
    professionals: Text
    schrijfruimte: Text
    ruimte: Text
