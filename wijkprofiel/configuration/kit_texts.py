"""Texts of what lies on the table of a meeting: posters, cards, the praatplaat, worksheets."""

from typing import Annotated

from pydantic import AfterValidator, Field

from wijkprofiel.configuration.opening_texts import ALL_KINDS, ByKind
from wijkprofiel.configuration.patterns import fills
from wijkprofiel.yaml_files.fields import Record, Text

Two = Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)]
Three = Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)]
Four = Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]
Five = Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]


class MessageParts(Record):
    """The parts of one message, and what stands before its numbers."""

    van_de_100: Annotated[Text, AfterValidator(fills("wie", "doen"))]
    in_jaar: Annotated[Text, AfterValidator(fills("jaar"))]
    van_tot: Annotated[Text, AfterValidator(fills("laag", "hoog"))]
    overal: Annotated[Text, AfterValidator(fills("getal"))]
    schatting: Annotated[Text, AfterValidator(fills("jaar"))]
    geteld: Annotated[Text, AfterValidator(fills("jaar"))]
    rondje: Annotated[Text, AfterValidator(fills("wie"))]
    rondjes: Annotated[Text, AfterValidator(fills("aantal"))]
    elders: Text
    eerder: Annotated[Text, AfterValidator(fills("gebied"))]
    binnen: Annotated[ByKind, ALL_KINDS]


class PosterTexts(Record):
    """Posters for a walk along the figures."""

    titel: Text
    halte: Annotated[Text, AfterValidator(fills("nummer"))]
    herkent: Text
    schaal: Three
    verhaal: Text
    leeg_kop: Text
    leeg_tekst: Text


class PlateTexts(Record):
    """The sheet that lies on the table, to draw and stick on."""

    titel: Annotated[Text, AfterValidator(fills("gebied"))]
    uitleg: Text
    teken: Text
    omtrek: Annotated[Text, AfterValidator(fills("gebied"))]
    strook: Four


class CardTexts(Record):
    """Cards with a question, and their backs."""

    titel: Text
    bewoners: Text
    professionals: Text
    iedereen: Text
    leeg: Text
    achter: Two


class WorksheetTexts(Record):
    """Sheets to fill in: the conversation, the choice, the agreements."""

    titel: Text
    gesprek_kop: Text
    gesprek_uitleg: Text
    gesprek: Four
    kiezen_kop: Text
    kiezen_uitleg: Text
    kiezen_onderwerp: Text
    kiezen: Five
    anders: Text
    afspraken_kop: Text
    afspraken_uitleg: Text
    afspraken: Five


class ProgrammeRow(Record):
    """One part of a meeting."""

    tijd: Text
    wat: Text
    hoe: Text
    klaar: Text


class Answer(Record):
    """What is said at a meeting, and what to say to it."""

    gezegd: Text
    antwoord: Text


class ScriptChapter(Record):
    """Something that a chair has to know, in lines."""

    kop: Text
    regels: Annotated[tuple[Text, ...], Field(min_length=1)]


class ScriptTexts(Record):
    """How the meeting goes: minutes, roles, what to say."""

    titel: Text
    inleiding: Annotated[Text, AfterValidator(fills("gebied"))]
    programma_kop: Text
    kolommen: Four
    programma: Annotated[tuple[ProgrammeRow, ...], Field(min_length=1)]
    antwoorden_kop: Text
    antwoorden: Annotated[tuple[Answer, ...], Field(min_length=1)]
    hoofdstukken: Annotated[tuple[ScriptChapter, ...], Field(min_length=1)]


class InvitationTexts(Record):
    """The invitation, on A4 and on A5."""

    titel: Text
    kop: Annotated[Text, AfterValidator(fills("gebied"))]
    inleiding: Annotated[Text, AfterValidator(fills("gebied"))]
    wanneer: Text
    waar: Text
    meer: Text
    vragen_kop: Text
    vragen: Annotated[tuple[Text, ...], Field(min_length=1)]
    slot: Text


class BoardTexts(Record):
    """One page for the alderman."""

    titel: Text
    kop: Annotated[Text, AfterValidator(fills("gebied"))]
    afgesproken_kop: Text
    niets: Text
    gevraagd_kop: Text
    gevraagd: Annotated[tuple[Text, ...], Field(min_length=1)]
    borging_kop: Text
    borging: Annotated[tuple[Answer, ...], Field(min_length=1)]


class KitTexts(Record):
    """Everything that lies on the table."""

    boodschap: MessageParts
    zonder_cijfers: Annotated[Text, AfterValidator(fills("gebied", "posters", "kaarten"))]
    bron: Annotated[Text, AfterValidator(fills("bronnen"))]
    posters: PosterTexts
    praatplaat: PlateTexts
    vraagkaarten: CardTexts
    werkbladen: WorksheetTexts
    draaiboek: ScriptTexts
    uitnodiging: InvitationTexts
    bestuursblad: BoardTexts
