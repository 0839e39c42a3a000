"""Sentence patterns of points, of the three things to begin with, and of what is there."""

from typing import Annotated

from pydantic import AfterValidator

from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.domain.area import AreaKind
from wijkprofiel.methods.trend import ChangeKind
from wijkprofiel.yaml_files.fields import Key, Record, Text

ByKind = dict[AreaKind, Text]
"""A text for each kind of area that it may be said of."""
ALL_KINDS = AfterValidator(covers(AreaKind))


class PointTexts(Record):
    """A point in words: the figure of its side, with near and country."""

    zin: Annotated[Text, AfterValidator(fills("kop", "plaatsen"))]
    zin_zonder: Annotated[Text, AfterValidator(fills("kop"))]
    plaats: Annotated[Text, AfterValidator(fills("naam", "getal"))]
    aantal: Annotated[Text, AfterValidator(fills("aantal"))]
    jongeren: Text


_CHANGE = fills(
    *("zin", "naam", "richting", "van", "was", "nu", "land", "land_was", "land_nu"),
)


class ChangeTexts(Record):
    """A change over the rounds: behind a point, and as a line of its own."""

    minder: Text
    meer: Text
    bij_punt: Annotated[
        dict[ChangeKind, Annotated[Text, AfterValidator(_CHANGE)]],
        AfterValidator(covers(ChangeKind)),
    ]
    op_zich: Annotated[
        dict[ChangeKind, Annotated[Text, AfterValidator(_CHANGE)]],
        AfterValidator(covers(ChangeKind)),
    ]


class AlikeTexts(Record):
    """That an area looks like others, a little different from all of them, or is not compared."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills("gebied", "namen"))]
    op: Annotated[Text, AfterValidator(fills("naam"))]
    anders_kop: Text
    anders: Annotated[Text, AfterValidator(fills("namen"))]
    zonder_kop: Text
    zonder: Annotated[Text, AfterValidator(fills("gebied"))]
    van: Annotated[Text, AfterValidator(fills("naam"))]


class ApartTexts(Record):
    """That the parts of an area differ."""

    kop: Annotated[ByKind, ALL_KINDS]
    tekst: Annotated[Text, AfterValidator(fills("naam", "laag", "hoog"))]


_ALSO = fills("zin", "aantal", "land", "getal")


class AlsoTexts(Record):
    """What touches many people everywhere."""

    kop: Annotated[Text, AfterValidator(fills("naam"))]
    aantal: Annotated[str, AfterValidator(fills("aantal"))]
    zonder: Annotated[Text, AfterValidator(fills("zin", "aantal"))]
    gelijk: Annotated[Text, AfterValidator(_ALSO)]
    minder: Annotated[Text, AfterValidator(_ALSO)]
    meer: Annotated[Text, AfterValidator(_ALSO)]
    meer_met_leeftijd: dict[Key, Annotated[Text, AfterValidator(_ALSO)]]


class NearbyTexts(Record):
    """Services at a short distance."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills("afstand", "lijst"))]
    een_kilometer: Text
    kilometer: Annotated[Text, AfterValidator(fills("km"))]
    dienst: Annotated[Text, AfterValidator(fills("naam", "km"))]


class MessageTexts(Record):
    """A message without a figure: its title and one sentence."""

    kop: Text
    tekst: Text


class SmallTexts(Record):
    """That too few people live in a place for a picture of its own."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills("gebied", "aantal", "gemeente"))]
    niemand: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]


class NoFiguresTexts(Record):
    """That there are no health figures."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills("reden"))]


class OpeningQuestions(Record):
    """Questions that hang on no figure."""

    er: Text
    lijkt: Text


class OpeningTexts(Record):
    """What a meeting begins with."""

    titel: Text
    kader: Text
    verder: Text
    klein: Annotated[ByKind, ALL_KINDS]
    punt: PointTexts
    verandering: ChangeTexts
    lijkt: AlikeTexts
    verschillen: ApartTexts
    ook: AlsoTexts
    dichtbij: NearbyTexts
    zorgzaam: Annotated[Text, AfterValidator(fills("zin"))]
    te_klein: SmallTexts
    geen_cijfers: NoFiguresTexts
    rond: Annotated[ByKind, ALL_KINDS]
    eigen: MessageTexts
    vraag: MessageTexts
    niet_getoond: MessageTexts
    vragen: OpeningQuestions
