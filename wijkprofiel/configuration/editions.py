"""Editions and import recipes: which tables, on which division, in which order."""

import re
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from wijkprofiel.domain.errors import UsageError
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.yaml_files.fields import Day, Key, Record, Text, YesNo
from wijkprofiel.yaml_files.messages import hint
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Reader, plain


class EmptyColumn(StrEnum):
    """What it means when a source column is empty for a whole year."""

    NOT_ASKED = "niet_gevraagd"
    NOT_DELIVERED = "nog_niet_geleverd"


class TableSource(Record):
    """What is cited: the publisher's table."""

    tabel: Text
    titel: Text
    producent: Text
    kort: Text
    licentie: Text
    indeling: int
    via: Text | None = None


class TableFile(Record):
    """One file of a copy: format and the role it plays; `blad` is a sheet of a workbook."""

    bestand: Text
    vorm: Literal["parquet", "csv", "xlsx", "geojson", "json"]
    scheiding: Text = ","
    blad: Text | None = None
    niveau: Literal["gemeente", "wijk"] | None = None


class CopyNotation(Record):
    """How a copy writes its numbers, and what it writes where there is none.

    Without it a point is the decimal sign, nothing stands between thousands, and a cell without a
    figure is empty or a point.
    """

    decimaal: Literal[".", ","] = "."
    duizendtal: Literal[".", ",", " ", "'"] | None = None
    leeg: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _two_signs(self) -> Self:
        if self.decimaal == self.duizendtal:
            raise ValueError("decimaal en duizendtal kunnen niet hetzelfde teken zijn")
        return self


class ColumnRecipe(Record):
    """One column of a copy and the source topic that it holds."""

    kolom: Text
    stam: Text
    titel: Text
    pad: Text | None = None
    eenheid: Text


class RegionColumns(Record):
    """Where a copy keeps the identity of its areas.

    A column is named in full or, where its number may move, by its stem (`AantalInwoners` finds
    `AantalInwoners_5`). Without `naam` the names come from the region list; without either, the
    codes only mean something on the division of the edition itself. `gemeente` holds the name of
    the gemeente. Land area is only ever compared with land area, total with total.
    """

    code: Text
    naam: Text | None = None
    gemeente: Text | None = None
    inwoners: Text | None = None
    oppervlakte_land: Text | None = None
    oppervlakte_totaal: Text | None = None
    oppervlakte_eenheid: Literal["ha", "km2"] = "ha"


class Dimensions(Record):
    """Columns of the dimensions, and the ages their keys stand for."""

    leeftijd: Text | None = None
    leeftijden: dict[Text, AgeGroup] = Field(default_factory=dict)
    marges: Text | None = None
    perioden: Text | None = None
    jaar: int | None = None

    @model_validator(mode="after")
    def _period(self) -> Self:
        if (self.perioden is None) == (self.jaar is None):
            raise ValueError("geef perioden (een kolom) of jaar (een vast jaar)")
        return self


class ImportRecipe(Record):
    """How a local copy of a table becomes a snapshot.

    Where the copy carries the table's own description (`eigenschappen`: its DataProperties) the
    topics come from there; otherwise every column is named in `kolommen` or, if `alle_kolommen`,
    by its own key with the number taken off. Nothing about a topic is made up.

    `bereik` (lowest and highest value) and `optelbaar` (whether parts add up to the whole) say by
    stem what a column has to be, where its unit does not tell or tells it wrongly. `water` is the
    column of a map that says which areas are water or lie abroad: these are left out.
    """

    id: Key
    bron: TableSource
    gegevens: tuple[TableFile, ...]
    eigenschappen: Text | None = None
    metadata: Text | None = None
    regiolijst: Text | None = None
    regio: RegionColumns
    dimensies: Dimensions
    kolommen: tuple[ColumnRecipe, ...] = ()
    alle_kolommen: YesNo = False
    eenheid: Text | None = None
    notatie: CopyNotation | None = None
    bereik: dict[Text, tuple[float, float]] = Field(default_factory=dict)
    optelbaar: dict[Text, YesNo] = Field(default_factory=dict)
    leeg_is_ook_nul: YesNo = False
    grenzen: YesNo = False
    water: Text | None = None


def _file_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", value):
        raise ValueError(f"'{value[:30]}' kan geen bestandsnaam zijn: alleen a-z, 0-9, . _ en -")
    return value


class EditionTable(Record):
    """One snapshot of an edition."""

    momentopname: Key
    lege_kolom: EmptyColumn


class EditionDefinition(Record):
    """Which snapshots make an edition, and which goes first for each group of indicators.

    `stand` is the date that documents made from this edition bear; without it, the day on which its
    newest table was fetched. `mag_ontbreken` names indicators that the tables may be without: an
    edition is made all the same, and a profile says that its source does not have them. Of the
    series in `neemt_nieuwer` a newer table than those named here goes first where it has the
    topics.
    """

    id: Annotated[str, AfterValidator(_file_name)]
    titel: Text
    stand: Day | None = None
    indeling: int
    kerntabel: Key
    grenzen: Key | None = None
    tabellen: tuple[EditionTable, ...]
    volgorde: dict[Key, tuple[Key, ...]]
    mag_ontbreken: tuple[Key, ...] = ()
    neemt_nieuwer: tuple[Key, ...] = ()
    vereenvoudig_m: Annotated[float, Field(ge=0)] = 60.0

    @model_validator(mode="after")
    def _known_snapshots(self) -> Self:
        known = {table.momentopname for table in self.tabellen}
        used = {name for order in self.volgorde.values() for name in order}
        named = {self.kerntabel} | ({self.grenzen} if self.grenzen else set())
        unknown = sorted((used | named) - known)
        if unknown:
            raise ValueError(f"niet onder tabellen genoemd: {', '.join(unknown)}")
        return self

    @property
    def only_map(self) -> str | None:
        """The table of outlines, if no figure comes from it: an edition can do without."""
        used = {self.kerntabel, *(name for order in self.volgorde.values() for name in order)}
        return None if self.grenzen in used else self.grenzen


def load_editions(search: SearchPath) -> dict[str, EditionDefinition]:
    """Read all editions, by id.

    Raises:
        ConfigurationError: with every mistake of every file.
    """
    reader = Reader(search)
    editions = reader.folder("edities", EditionDefinition)
    reader.finish()
    return plain(editions)


def edition_named(search: SearchPath, name: str) -> EditionDefinition:
    """One edition of the configuration.

    Raises:
        ConfigurationError: with every mistake of every file.
        UsageError: if there is none of that name.
    """
    known = load_editions(search)
    if name not in known:
        raise UsageError(
            f"Editie '{name}' staat niet in de configuratie.{hint(name, known)}",
            remedy=f"Kies uit: {', '.join(known)}, of voeg edities/{name}.yaml toe.",
        )
    return known[name]


def load_recipe(search: SearchPath, name: str) -> ImportRecipe:
    """Read one import recipe, `import/<name>.yaml`.

    Raises:
        ConfigurationError: if it does not exist or holds mistakes.
    """
    reader = Reader(search)
    recipe = reader.file(f"import/{name}.yaml", ImportRecipe)
    if recipe is not None and recipe.record.id != name:
        message = f"moet {name} zijn, net als de bestandsnaam"
        reader.problems.append(recipe.problem(("id",), message))
    reader.finish()
    assert recipe is not None
    return recipe.record
