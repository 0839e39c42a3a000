"""The words and sentence patterns of the document, from `configs/teksten/nl.yaml`.

Every pattern says here which names it may use between { }, so that a typing mistake in YAML is
found when it is read and not in the middle of a document.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from string import Formatter
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.definitions import Unit
from wijkprofiel.domain.observation import ValueStatus
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.domain.verdict import Certainty, Position, Reason, Side
from wijkprofiel.methods.trend import DistanceChange
from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo

K = TypeVar("K")
V = TypeVar("V")


def fills(*names: str) -> Callable[[str], str]:
    """Validator of a pattern that may use these names between { } and no others."""

    def check(text: str) -> str:
        try:
            gaps = [gap for gap in Formatter().parse(text) if gap[1] is not None]
        except ValueError as error:
            raise ValueError("een { of } te veel of te weinig") from error
        if any(form or conversion for _, _, form, conversion in gaps):
            raise ValueError("tussen { } mag alleen een naam staan, zonder : of !")
        if unknown := sorted({str(name) for _, name, _, _ in gaps} - set(names)):
            allowed = ", ".join(f"{{{name}}}" for name in names) or "geen"
            raise ValueError(f"{{{unknown[0]}}} kennen we hier niet; toegestaan: {allowed}")
        return text

    return check


def covers(members: Iterable[StrEnum]) -> Callable[[dict[K, V]], dict[K, V]]:
    """Validator of a mapping that has to have a text for each of these keys."""
    wanted = frozenset(members)

    def check(texts: dict[K, V]) -> dict[K, V]:
        if missing := sorted(member.value for member in wanted if member not in texts):
            raise ValueError(f"{missing[0]} ontbreekt")
        return texts

    return check


_ABSENT = [status for status in ValueStatus if status is not ValueStatus.AVAILABLE]


class VerdictWords(Record):
    """Verdict words; `kant` is a word of `Sides`."""

    ongeveer_gelijk: Text
    niet_vergeleken: Text
    te_onzeker: Text
    iets: Annotated[Text, AfterValidator(fills("kant"))]
    gewoon: Annotated[Text, AfterValidator(fills("kant"))]
    duidelijk: Annotated[Text, AfterValidator(fills("kant"))]


class SideWords(Record):
    """One word per side of a benchmark."""

    gunstiger: Text
    ongunstiger: Text
    hoger: Text
    lager: Text

    def word(self, side: Side) -> str:
        """The word of one side."""
        return str(getattr(self, side.value))


class Sides(Record):
    """Words for sides: in general, and for distances."""

    gunstig: SideWords
    afstand: SideWords


class UnitText(Record):
    """How a number with its unit stands in a cell; `duizendtal`: the source gives thousands."""

    cel: Annotated[Text, AfterValidator(fills("getal"))]
    tabel: Text | None = None
    duizendtal: YesNo = False


class AreaTexts(Record):
    """Names of what is compared."""

    rest: Annotated[Text, AfterValidator(fills("naam"))]
    de_rest: Annotated[Text, AfterValidator(fills("naam"))]
    gelijknamig: Annotated[Text, AfterValidator(fills("niveau", "naam"))]
    hele: Annotated[Text, AfterValidator(fills("niveau"))]
    hele_uitleg: Annotated[Text, AfterValidator(fills("naam"))]
    niveaus: Annotated[dict[RegionLevel, Text], AfterValidator(covers(RegionLevel))]
    dit: Annotated[dict[RegionLevel, Text], AfterValidator(covers(RegionLevel))]


class TableTexts(Record):
    """Captions, source lines and remarks of tables."""

    gezondheid: Text
    bijschrift: Annotated[Text, AfterValidator(fills("thema", "kop", "gebied", "benchmarks"))]
    bron: Annotated[Text, AfterValidator(fills("kort", "tabel", "jaren"))]
    modelschatting: Text
    enquete: Text
    telling: Text
    klein: Text
    nul: Text
    geen_cijfers: Annotated[Text, AfterValidator(fills("gebied", "reden"))]
    niet_vergeleken: Annotated[Text, AfterValidator(fills("naam", "reden"))]
    grens: Annotated[Text, AfterValidator(fills("jaar"))]
    grens_uitleg: Annotated[Text, AfterValidator(fills("jaar", "tabel", "hier", "daar"))]
    marges: Text
    ouderen: Annotated[Text, AfterValidator(fills("aandelen"))]
    ouderen_uitleg: Text


class PictureTexts(Record):
    """Text alternatives of charts and maps."""

    spine: Annotated[
        Text,
        AfterValidator(
            fills(
                *("naam", "jaar", "gebied", "waarde", "benchmarks", "p5", "p95", "p25", "p75"),
                *("mediaan", "oordelen"),
            )
        ),
    ]
    oordeel: Annotated[Text, AfterValidator(fills("benchmark", "woord"))]
    oordeel_reden: Annotated[Text, AfterValidator(fills("benchmark", "woord", "reden"))]
    kaart: Annotated[Text, AfterValidator(fills("gemeente", "gebied"))]
    kaart_gemeente: Annotated[Text, AfterValidator(fills("gemeente"))]


class CoverTexts(Record):
    """The cover and the note under its map."""

    aanhef: Text
    wijk: Annotated[Text, AfterValidator(fills("gemeente"))]
    buurt: Annotated[Text, AfterValidator(fills("wijk", "gemeente"))]
    gemeente: Text
    land: Text
    cijfers: Annotated[Text, AfterValidator(fills("bronnen"))]
    bijeenkomst: Text
    op: Annotated[Text, AfterValidator(fills("aanleiding", "datum"))]
    makers: Text
    contact: Text
    grenzen: Annotated[Text, AfterValidator(fills("jaar"))]
    grens_gewijzigd: Annotated[Text, AfterValidator(fills("jaar", "indeling", "hier", "daar"))]
    ander_gebied: Annotated[Text, AfterValidator(fills("jaar", "gebied"))]
    geen_omtrek: Annotated[Text, AfterValidator(fills("jaar", "gebied"))]
    buurt_in_wijk: Annotated[Text, AfterValidator(fills("wijk"))]
    geen_kaart: Annotated[Text, AfterValidator(fills("jaar", "indeling"))]


class ResidentBlocks(Record):
    """Which indicators stand on the page with key figures."""

    getallen: Annotated[tuple[Key, ...], Field(min_length=2)]
    leeftijd: Annotated[tuple[Key, ...], Field(min_length=1)]
    huishoudens: Annotated[tuple[Key, ...], Field(min_length=1)]

    def all(self) -> tuple[str, ...]:
        """Every indicator on the page, in its order."""
        return (*self.getallen, *self.leeftijd, *self.huishoudens)


class ResidentTexts(Record):
    """The page that says who live here."""

    titel: Text
    aanloop: Annotated[Text, AfterValidator(fills("gebied", "inwoners", "huishoudens"))]
    aanloop_zonder: Annotated[Text, AfterValidator(fills("gebied"))]
    bijschriften: dict[Key, Text]
    leeftijd: Text
    huishoudenstype: Text
    vergelijking: Annotated[Text, AfterValidator(fills("benchmarks"))]
    afgerond: Text
    blokken: ResidentBlocks


class SentenceTexts(Record):
    """Sentences about one figure and its comparison."""

    kop: Annotated[Text, AfterValidator(fills("getal", "wie", "doen"))]
    kop_een: Annotated[Text, AfterValidator(fills("wie", "doet"))]
    vergelijking: Annotated[Text, AfterValidator(fills("delen"))]
    vergelijking_een: Annotated[Text, AfterValidator(fills("delen"))]
    vergelijking_gelijk: Annotated[Text, AfterValidator(fills("delen"))]
    meer: Annotated[Text, AfterValidator(fills("verschil", "plaats", "getal"))]
    minder: Annotated[Text, AfterValidator(fills("verschil", "plaats", "getal"))]
    evenveel: Annotated[Text, AfterValidator(fills("plaats", "getal"))]
    evenveel_afgerond: Annotated[Text, AfterValidator(fills("plaats", "getal"))]
    onzeker: Annotated[Text, AfterValidator(fills("plaats", "getal"))]
    niet_vergeleken: Annotated[Text, AfterValidator(fills("naam", "reden"))]
    in_: Annotated[Text, AfterValidator(fills("naam")), Field(alias="in")]
    in_rest: Annotated[Text, AfterValidator(fills("naam"))]
    aantal: Annotated[Text, AfterValidator(fills("aantal"))]
    aantal_van: Annotated[Text, AfterValidator(fills("aantal", "wie", "doen"))]
    positie: Annotated[Text, AfterValidator(fills("gebied", "positie"))]
    positie_anders: Annotated[Text, AfterValidator(fills("gebied", "positie"))]
    zekerheid: Annotated[
        dict[Certainty, Annotated[Text, AfterValidator(fills("laag", "hoog"))]],
        AfterValidator(covers(Certainty)),
    ]
    leeftijd_meer: Text
    leeftijd_minder: Text


class GlanceTexts(Record):
    """The page that reads in two minutes."""

    titel: Text
    kernboodschap: Text
    krachten: Text
    zorgen: Text
    gekozen: Text
    klein: Text
    vastgezet: Text
    weggelaten: Annotated[Text, AfterValidator(fills("punten"))]
    doorsnee: Annotated[Text, AfterValidator(fills("gebied", "benchmarks"))]
    doorsnee_geen: Text
    geen_kracht: Text
    geen_zorg: Annotated[Text, AfterValidator(fills("zin"))]
    geen_zorg_genoemd: Annotated[Text, AfterValidator(fills("zin"))]
    geen_zorg_zonder_aantal: Annotated[Text, AfterValidator(fills("zin"))]
    geen_zorg_kaal: Text
    zonder_gezondheid: Text
    te_klein: Annotated[Text, AfterValidator(fills("gebied"))]
    geen_spreiding: Text
    maatstaf: Annotated[Text, AfterValidator(fills("gebied"))]
    samenhang: Annotated[Text, AfterValidator(fills("een", "ander"))]
    samenhang_andersom: Annotated[Text, AfterValidator(fills("een", "ander"))]
    stroken: Text
    strook: Annotated[Text, AfterValidator(fills("kop", "tekens"))]
    strook_teken: Annotated[Text, AfterValidator(fills("naam", "woord"))]
    bron: Annotated[Text, AfterValidator(fills("jaar"))]
    bron_met_marges: Annotated[Text, AfterValidator(fills("jaar"))]


class TrendTexts(Record):
    """Rounds of the monitor beside each other."""

    kop: Annotated[Text, AfterValidator(fills("jaren"))]
    kop_18_64: Text
    noot_18_64: Text
    woorden: Annotated[dict[DistanceChange, Text], AfterValidator(covers(DistanceChange))]
    zinnen: Annotated[
        dict[DistanceChange, Annotated[Text, AfterValidator(fills("van", "tot"))]],
        AfterValidator(covers(DistanceChange)),
    ]
    noot: Text
    plaatje: Annotated[Text, AfterValidator(fills("naam", "reeksen"))]
    reeks: Annotated[Text, AfterValidator(fills("gebied", "cijfers"))]


class PartTexts(Record):
    """A word for a wijk with its buurten, and for a gemeente with its wijken."""

    wijk: Text
    gemeente: Text

    def word(self, level: RegionLevel) -> str:
        """The word of one level."""
        return self.gemeente if level is RegionLevel.GEMEENTE else self.wijk


class PartsTexts(Record):
    """The parts of an area beside each other; `cijfers` are the indicators that are shown."""

    titel: PartTexts
    delen: PartTexts
    aanloop: Annotated[Text, AfterValidator(fills("gebied", "aantal", "delen"))]
    hele: PartTexts
    uiteen: Annotated[Text, AfterValidator(fills("naam", "laag", "hoog"))]
    met_naam: Annotated[Text, AfterValidator(fills("getal", "deel"))]
    gelijk: Annotated[Text, AfterValidator(fills("naam", "laag"))]
    noot: Annotated[Text, AfterValidator(fills("benchmark"))]
    weinig: Annotated[Text, AfterValidator(fills("delen", "vanaf"))]
    cijfers: Annotated[tuple[Key, ...], Field(min_length=1)]


class Limitation(Record):
    """One thing that the profile cannot say; `gezondheid`: only beside health figures."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills("jaar", "dit"))]
    gezondheid: YesNo = False


class OpenSubject(Record):
    """A subject without open figures, and where local ones may be found."""

    onderwerp: Text
    waar: Text


class UnsaidTexts(Record):
    """What the profile cannot say."""

    titel: Text
    alineas: Annotated[tuple[Limitation, ...], Field(min_length=1)]
    gaten_aanloop: Text
    gaten: tuple[OpenSubject, ...]


class NoticeTexts(Record):
    """What a reader or user must know first."""

    zonder_cijfers: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]
    weinig_inwoners: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]
    punt_kan_niet: Annotated[Text, AfterValidator(fills("naam"))]
    oude_bron: Annotated[Text, AfterValidator(fills("naam"))]


_LIMITS = (
    *("spreiding_vanaf", "iets", "gewoon", "duidelijk", "toon_rest", "niet_boven"),
    *("geen_oordeel", "alle_klassen"),
)


class Paragraph(Record):
    """One part of the account; `gezondheid`: only beside health figures."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills(*_LIMITS, "marges"))]
    gezondheid: YesNo = False


class AccountTexts(Record):
    """The account of how the figures were made and judged."""

    gemaakt_met: Annotated[Text, AfterValidator(fills("versie", "editie", "titel", "code"))]
    bron: Annotated[
        Text,
        AfterValidator(
            fills("producent", "titel", "tabel", "indeling", "gewijzigd", "licentie", "via")
        ),
    ]
    gewijzigd: Annotated[str, AfterValidator(fills("datum"))]
    via: Annotated[str, AfterValidator(fills("via"))]
    niet_gekoppeld: Annotated[Text, AfterValidator(fills("naam", "code", "bron", "reden"))]
    gekozen_cijfers: Annotated[Text, AfterValidator(fills("namen"))]
    gekozen_themas: Annotated[Text, AfterValidator(fills("namen"))]
    marges_niet: Text
    marges_wel: Text
    cijfers_noot: Annotated[
        Text,
        AfterValidator(fills("monitor", "monitor_methode", "register", "register_methode")),
    ]
    cijfers_noot_een_soort: Annotated[Text, AfterValidator(fills("wie", "methode"))]
    alineas: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class Texts(Record):
    """All texts of the document."""

    oordeel: VerdictWords
    kanten: Sides
    redenen: Annotated[
        dict[Reason, Annotated[Text, AfterValidator(fills("gebied", "benchmark"))]],
        AfterValidator(covers(Reason)),
    ]
    geen_cijfer: Annotated[dict[ValueStatus, Text], AfterValidator(covers(_ABSENT))]
    posities: Annotated[dict[Position, Text], AfterValidator(covers(Position))]
    eenheden: Annotated[dict[Unit, UnitText], AfterValidator(covers(Unit))]
    gebieden: AreaTexts
    tabel: TableTexts
    plaatje: PictureTexts
    omslag: CoverTexts
    wie_wonen_hier: ResidentTexts
    zinnen: SentenceTexts
    oogopslag: GlanceTexts
    trend: TrendTexts
    buurten: PartsTexts
    niet_gezegd: UnsaidTexts
    meldingen: NoticeTexts
    verantwoording: AccountTexts
