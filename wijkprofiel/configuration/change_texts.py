"""Texts of what differs between two editions: what may be said, per cause."""

from typing import Annotated

from pydantic import AfterValidator

from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.methods.trend import DistanceChange
from wijkprofiel.yaml_files.fields import Record, Text

_EDITIONS = ("eerder", "later")
_AREAS = (*_EDITIONS, "naam", "ha_toen", "ha_nu", "mensen_toen", "mensen_nu")
_LINE = AfterValidator(fills("aantal", *_EDITIONS))
_LINE_ONE = AfterValidator(fills(*_EDITIONS))
_TOLD = DistanceChange.CLOSER, DistanceChange.FURTHER, DistanceChange.PASSED


class AreaChangeTexts(Record):
    """Causes that lie in the area.

    Attributes:
        grens, bewoners, onbewezen: its land differs; only its inhabitants do; and where nothing
            says that it is the same area.
        iets: its land differs so little that it is the same area all the same.
    """

    weg: Annotated[Text, AfterValidator(fills("naam", *_EDITIONS))]
    nieuw: Annotated[Text, AfterValidator(fills("naam", *_EDITIONS))]
    opgegaan: Annotated[Text, AfterValidator(fills("namen"))]
    ontstaan: Annotated[Text, AfterValidator(fills("namen"))]
    hergebruikt: Annotated[Text, AfterValidator(fills("code", "toen", "nu", *_EDITIONS))]
    hernoemd: Annotated[Text, AfterValidator(fills("toen", "nu", *_EDITIONS))]
    grens: Annotated[Text, AfterValidator(fills(*_AREAS))]
    bewoners: Annotated[Text, AfterValidator(fills(*_AREAS))]
    onbewezen: Annotated[Text, AfterValidator(fills("naam", *_EDITIONS))]
    iets: Annotated[Text, AfterValidator(fills(*_AREAS))]
    delen: Annotated[Text, AfterValidator(fills(*_AREAS))]


class FigureChangeTexts(Record):
    """Causes that lie in a figure; what may be said of one.

    Attributes:
        van_100: a list of shares of people.
        wel, geen: a figure with its year, and the absence of one.
        rondes, ronde: rounds of one table, and a round that stands on no line with another.
        land: what the country did meanwhile; the first word is the area's own way, or not.
        afstand: what became of the distance to the country, where that may be said.
        nauwelijks: another word for hardly another figure.
    """

    van_100: Annotated[Text, AfterValidator(fills("getallen"))]
    wel: Annotated[Text, AfterValidator(fills("getal", "jaar"))]
    geen: Annotated[Text, AfterValidator(fills("reden"))]
    nieuwe_reeks: Annotated[
        Text, AfterValidator(fills("naam", "toen", "nu", "tabel_toen", "tabel_nu"))
    ]
    andere_vraag: Annotated[Text, AfterValidator(fills("naam", "toen", "nu"))]
    andere_definitie: Annotated[Text, AfterValidator(fills("naam", "toen", "nu"))]
    rondes: Annotated[Text, AfterValidator(fills("naam", "jaren", "getallen", "land"))]
    ronde: Annotated[Text, AfterValidator(fills("naam", "nu"))]
    daalde: Text
    steeg: Text
    bleef: Text
    daalde_ook: Text
    steeg_ook: Text
    bleef_ook: Text
    afstand: Annotated[dict[DistanceChange, Text], AfterValidator(covers(_TOLD))]
    nauwelijks: Text
    herzien: Annotated[Text, AfterValidator(fills("naam", "toen", "nu", "gebied"))]
    stand: Annotated[Text, AfterValidator(fills("naam", "toen", "nu"))]
    maatstaf: Annotated[Text, AfterValidator(fills("naam"))]
    regel: Annotated[Text, AfterValidator(fills("naam", *_EDITIONS))]


class EditionChangeTexts(Record):
    """What differs between two editions.

    Attributes:
        tabel, vraag: a line for all figures of one cause; `tabel_een`, `vraag_een` for just one.
        losse_rondes, losse_ronde: the same for new rounds that stand on no line with another.
    """

    gebied: AreaChangeTexts
    cijfer: FigureChangeTexts
    tabel: Annotated[Text, _LINE]
    tabel_een: Annotated[Text, _LINE_ONE]
    vraag: Annotated[Text, _LINE]
    vraag_een: Annotated[Text, _LINE_ONE]
    losse_rondes: Annotated[Text, AfterValidator(fills("aantal", "jaren"))]
    losse_ronde: Annotated[Text, AfterValidator(fills("jaren"))]
