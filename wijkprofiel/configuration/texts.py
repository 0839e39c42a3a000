"""The words and sentence patterns of the document, from `configs/teksten/`.

Every pattern says here which names it may use between { }. Some texts are used by a maker of
content, others by a template, which has them all as `teksten`.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from wijkprofiel.configuration.booklet_texts import BookletTexts
from wijkprofiel.configuration.change_texts import EditionChangeTexts
from wijkprofiel.configuration.comparison_texts import ComparisonTexts
from wijkprofiel.configuration.cover_texts import ColophonTexts, CoverTexts, OnePageTexts
from wijkprofiel.configuration.definitions import Unit
from wijkprofiel.configuration.explanation_texts import StepTexts
from wijkprofiel.configuration.front_texts import FrontTexts
from wijkprofiel.configuration.kit_texts import KitTexts
from wijkprofiel.configuration.note_texts import NoteTexts
from wijkprofiel.configuration.opening_texts import OpeningTexts
from wijkprofiel.configuration.part_texts import PartsTexts
from wijkprofiel.configuration.patterns import covers, fills
from wijkprofiel.configuration.resident_texts import ResidentTexts
from wijkprofiel.configuration.story_texts import StoryPageTexts
from wijkprofiel.configuration.vocabulary import (
    AreaTexts,
    Sides,
    UnitText,
    VerdictWords,
    WritingTexts,
)
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.observation import ValueStatus
from wijkprofiel.domain.verdict import Reason
from wijkprofiel.methods.trend import DistanceChange
from wijkprofiel.yaml_files.fields import Record, Text, YesNo
from wijkprofiel.yaml_files.messages import shown

_ABSENT = [status for status in ValueStatus if status is not ValueStatus.AVAILABLE]


class TableTexts(Record):
    """Captions, source lines and remarks of tables."""

    titel: Text
    aanloop: Text
    gezondheid: Text
    bijschrift: Annotated[Text, AfterValidator(fills("thema", "kop", "gebied", "benchmarks"))]
    bron: Annotated[Text, AfterValidator(fills("kort", "tabel", "jaren"))]
    modelschatting: Text
    enquete: Text
    telling: Text
    klein: Text
    nul: Text
    ongeveer: Annotated[Text, AfterValidator(fills("getal"))]
    tussen_klassen: Annotated[Text, AfterValidator(fills("een", "ander"))]
    geen_cijfers: Annotated[Text, AfterValidator(fills("gebied", "reden"))]
    niet_vergeleken: Annotated[Text, AfterValidator(fills("naam", "reden"))]
    grens: Annotated[Text, AfterValidator(fills("jaar"))]
    grens_uitleg: Annotated[Text, AfterValidator(fills("jaar", "tabel", "hier", "daar"))]
    boven_de_grens: Annotated[Text, AfterValidator(fills("zonder"))]
    uit_wijken: Annotated[Text, AfterValidator(fills("zonder"))]
    marges: Text
    ouderen: Annotated[Text, AfterValidator(fills("aandelen"))]
    ouderen_uitleg: Text
    een_bron: Text
    meer_bronnen: Text
    onderwerp: Text
    plaats: Text
    minst_gunstig: Text
    meest_gunstig: Text
    ouderen_kop: Text
    een_van: Annotated[Text, AfterValidator(fills("bijschrift", "nummer", "aantal"))]


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


class SentenceTexts(Record):
    """Sentences about one figure and its comparison."""

    kop: Annotated[Text, AfterValidator(fills("getal", "wie", "doen"))]
    kop_een: Annotated[Text, AfterValidator(fills("wie", "doet"))]
    aantal_van: Annotated[Text, AfterValidator(fills("aantal", "wie", "doen"))]
    leeftijd_meer: Text
    leeftijd_minder: Text


class LegendTexts(Record):
    """What the marks mean; the words of verdicts themselves are those of `Words` and `Sides`."""

    spreiding: Text
    helft: Text
    open: Text
    vet: Text
    verschil: Text
    ouderen: Annotated[Text, AfterValidator(fills("benchmark"))]


class QuestionTexts(Record):
    """What stands with the questions for the meeting."""

    titel: Annotated[Text, AfterValidator(fills("thema"))]
    bewoners: Text
    professionals: Text


class TrendTexts(Record):
    """Rounds of the monitor beside each other."""

    kop: Annotated[Text, AfterValidator(fills("jaren"))]
    kop_18_64: Text
    noot_18_64: Annotated[Text, AfterValidator(fills("rondes"))]
    woorden: Annotated[dict[DistanceChange, Text], AfterValidator(covers(DistanceChange))]
    noot: Annotated[Text, AfterValidator(fills("rondes"))]
    plaatje: Annotated[Text, AfterValidator(fills("naam", "reeksen"))]
    reeks: Annotated[Text, AfterValidator(fills("gebied", "cijfers"))]
    verloop: Text
    afstand: Text


class Limitation(Record):
    """One thing that the profile cannot say; `gezondheid`: only beside health figures."""

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills("jaar", "dit"))]
    gezondheid: YesNo = False


class OpenSubject(Record):
    """A subject without open figures: where local ones may be, and what to ask for them.

    `ruimte`: whether print has lines to write an answer on; the page has room for six.
    """

    onderwerp: Text
    waar: Text
    vraag: Text
    ruimte: YesNo = True


class UnsaidTexts(Record):
    """What the profile cannot say."""

    titel: Text
    alineas: Annotated[tuple[Limitation, ...], Field(min_length=1)]
    gaten_aanloop: Text
    gaten: tuple[OpenSubject, ...]
    aanvullen: Text
    vindplaats: Annotated[Text, AfterValidator(fills("plek"))]
    zonder_ruimte: Annotated[Text, AfterValidator(fills("onderwerpen"))]


class NoticeTexts(Record):
    """What a reader or user must know first."""

    zonder_cijfers_reden: Annotated[Text, AfterValidator(fills("gebied", "reden", "gemeente"))]
    zonder_cijfers: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]
    weinig_inwoners: Annotated[Text, AfterValidator(fills("gebied", "gemeente"))]
    punt_kan_niet: Annotated[Text, AfterValidator(fills("naam"))]
    oude_bron: Annotated[Text, AfterValidator(fills("naam"))]


_LIMITS = (
    *("spreiding_vanaf", "iets", "gewoon", "duidelijk", "toon_rest", "niet_boven"),
    *("geen_oordeel", "alle_klassen"),
)


class Paragraph(Record):
    """One part of the account.

    Attributes:
        gezondheid: only beside health figures.
        werkgebied: only of a werkgebied, or only of any other area; without, of both.
        meer_gemeenten: likewise of an area in several gemeenten.
    """

    kop: Text
    tekst: Annotated[Text, AfterValidator(fills(*_LIMITS, "rondes", "marges"))]
    gezondheid: YesNo = False
    werkgebied: YesNo | None = None
    meer_gemeenten: YesNo | None = None

    def is_of(self, area: Area) -> bool:
        """Whether it is said of this area."""
        is_union = area.is_union and area.composed is None
        several = is_union and len(area.per_gemeente) > 1
        pairs = ((self.werkgebied, is_union), (self.meer_gemeenten, several))
        return all(wanted is None or wanted is found for wanted, found in pairs)


class UnionTexts(Record):
    """What is said of a werkgebied: what it consists of, and how its figures were made.

    Attributes:
        vergeleken_kop, vergeleken_tekst, vergeleken_hoe: heading of one that another area is
            compared with, what it is, and how its figures were made.
        deel_eerst, deel: a part with its inhabitants and share of the adults, in full and short.
        thuis: parts of which only who lives at home counts.
        gekozen: where nothing says who put the parts together but those who made the document.
        zonder, zonder_kort, zonder_een: parts that lack figures: many of them, on screen and on
            paper, and a few.
        rij_zonder, rij_deels: the same beside a figure.
        rij_uiteen, rij_niet_overal, rij_weging: beside a figure that its parts do not share, or
            whose weights do not give back what is published.
        uiteen, weging, weging_veel: the same in a sentence.
    """

    kop: Text
    vergeleken_kop: Text
    vergeleken_tekst: Annotated[Text, AfterValidator(fills("gebied", "delen", "indeling"))]
    vergeleken_hoe: Annotated[Text, AfterValidator(fills("aantal"))]
    tekst: Annotated[Text, AfterValidator(fills("gebied", "delen", "indeling"))]
    deel_eerst: Annotated[Text, AfterValidator(fills("naam", "code", "inwoners", "aandeel"))]
    deel: Annotated[Text, AfterValidator(fills("naam", "code", "inwoners", "aandeel"))]
    thuis: Annotated[Text, AfterValidator(fills("delen"))]
    aandeel: Annotated[Text, AfterValidator(fills("getal"))]
    minder: Text
    onbekend: Text
    bron: Annotated[Text, AfterValidator(fills("bron"))]
    gekozen: Text
    vastgesteld: Annotated[Text, AfterValidator(fills("wie"))]
    sinds: Annotated[Text, AfterValidator(fills("sinds"))]
    onzeker: Annotated[Text, AfterValidator(fills("onzeker"))]
    hoe_kop: Text
    hoe: Annotated[Text, AfterValidator(fills("aantal", "onbekend"))]
    zonder: Annotated[Text, AfterValidator(fills("delen", "aantal", "namen"))]
    zonder_kort: Annotated[Text, AfterValidator(fills("delen", "aantal"))]
    zonder_een: Annotated[Text, AfterValidator(fills("delen", "namen"))]
    rij_zonder: Annotated[Text, AfterValidator(fills("delen"))]
    rij_deels: Annotated[Text, AfterValidator(fills("aantal"))]
    rij_uiteen: Annotated[Text, AfterValidator(fills("min", "max"))]
    rij_niet_overal: Text
    rij_weging: Text
    uiteen: Annotated[Text, AfterValidator(fills("min", "max"))]
    weging: Annotated[Text, AfterValidator(fills("namen"))]
    weging_veel: Annotated[Text, AfterValidator(fills("aantal", "namen"))]


class ComposedTexts(Record):
    """What is said of a GGD region or province: how its figures were made, and of what.

    Attributes:
        rest: that the judgement is about the rest of it.
        gemeenten, gemeenten_kort: what it consists of, among the sources; and in print.
        zonder, zonder_een: gemeenten that lack figures, of many figures and of a few.
        meer: how many other gemeenten lack them too.
    """

    kop: Annotated[Text, AfterValidator(fills("voluit"))]
    hoe: Annotated[Text, AfterValidator(fills("gebied", "jaar"))]
    rest: Annotated[Text, AfterValidator(fills("gebied", "dit"))]
    gemeenten: Annotated[Text, AfterValidator(fills("naam", "gemeenten", "bron"))]
    gemeenten_kort: Annotated[Text, AfterValidator(fills("naam", "aantal", "bron"))]
    zonder: Annotated[Text, AfterValidator(fills("naam", "delen", "aantal", "namen"))]
    zonder_een: Annotated[Text, AfterValidator(fills("naam", "delen", "namen"))]
    meer: Annotated[Text, AfterValidator(fills("namen", "aantal"))]
    noot: Annotated[Text, AfterValidator(fills("voluit"))]


class AccountTexts(Record):
    """The account of how the figures were made and judged."""

    titel: Text
    bronnen: Text
    jaren: Text
    niet_in_profiel: Text
    boekje_kop: Text
    boekje: Annotated[Text, AfterValidator(fills("editie", "controlegetal"))]
    boekje_ernaast: Text
    boekje_maken: Annotated[Text, AfterValidator(fills("opdracht"))]
    een_voor_een: Text
    cijfer: Text
    uitleg: Text
    over: Annotated[Text, AfterValidator(fills("populatie"))]
    bron: Annotated[
        Text,
        AfterValidator(
            fills("producent", "titel", "tabel", "indeling", "gewijzigd", "licentie", "via")
        ),
    ]
    bron_kort: Annotated[Text, AfterValidator(fills("producent", "titel", "tabel", "licentie"))]
    gewijzigd: Annotated[str, AfterValidator(fills("datum"))]
    via: Annotated[str, AfterValidator(fills("via"))]
    werkgebied: UnionTexts
    samengesteld: ComposedTexts
    niet_gekoppeld: Annotated[Text, AfterValidator(fills("naam", "code", "bron", "reden"))]
    rest_onbekend: Annotated[Text, AfterValidator(fills("namen", "onbekend"))]
    rest_onbekend_veel: Annotated[Text, AfterValidator(fills("aantal", "namen", "onbekend"))]
    niet_gekoppeld_jaren: Annotated[Text, AfterValidator(fills("naam", "code", "reden"))]
    veel_cijfers: Annotated[Text, AfterValidator(fills("aantal", "namen", "reden"))]
    zonder_kaart: Text
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


_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def _language_tag(text: str) -> str:
    if not re.fullmatch(_LANGUAGE, text):
        raise ValueError(
            f"'{shown(text)}' is geen taal; schrijf haar zoals een webpagina: nl, nl-BE, en"
        )
    return text


Language = Annotated[
    str, AfterValidator(_language_tag), WithJsonSchema({"type": "string", "pattern": _LANGUAGE})
]


class Texts(Record):
    """All texts of the document, in one language for one kind of reader.

    Attributes:
        taal: language tag, for whoever has the document read aloud.
        lezer: the kind of reader, in words of one's own.
    """

    taal: Language
    lezer: Text
    schrijfwijze: WritingTexts
    oordeel: VerdictWords
    kanten: Sides
    redenen: Annotated[
        dict[Reason, Annotated[Text, AfterValidator(fills("gebied", "benchmark", "zonder"))]],
        AfterValidator(covers(Reason)),
    ]
    geen_cijfer: Annotated[dict[ValueStatus, Text], AfterValidator(covers(_ABSENT))]
    eenheden: Annotated[dict[Unit, UnitText], AfterValidator(covers(Unit))]
    gebieden: AreaTexts
    tabel: TableTexts
    plaatje: PictureTexts
    omslag: CoverTexts
    wie_wonen_hier: ResidentTexts
    zinnen: SentenceTexts
    opening: OpeningTexts
    verhalen: StoryPageTexts
    voorblad: FrontTexts
    leeswijzer: LegendTexts
    vragen: QuestionTexts
    trend: TrendTexts
    buurten: PartsTexts
    niet_gezegd: UnsaidTexts
    notitie: NoteTexts
    een_blad: OnePageTexts
    tafel: KitTexts
    boekje: BookletTexts
    vergelijking: ComparisonTexts
    colofon: ColophonTexts
    meldingen: NoticeTexts
    verantwoording: AccountTexts
    narekenen: StepTexts
    verschillen: EditionChangeTexts
