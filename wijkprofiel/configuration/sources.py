"""The services and their tables: where they are, what they are called, how politely we ask."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from wijkprofiel.configuration.editions import RegionColumns
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Reader

FILE = "bronnen.yaml"

Host = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
Seconds = Annotated[float, Field(ge=0)]
Number = Annotated[int, Field(ge=1)]
Margin = Literal["waarde", "ondergrens", "bovengrens"]


class Connection(Record):
    """How long we wait, how often we try, and how much we take in.

    Attributes:
        pogingen: tries of one request, the first one included.
        proberen_hoogstens_s: after this long one request is not tried again.
        wachten_s: before the second try; each next wait is longer, to `wachten_hoogstens_s`.
        op_verzoek_hoogstens_s: longest wait that a service may ask for (Retry-After).
        herhalingen_samen: retries of all requests of one run together.
        gelijktijdig: requests at the same time.
        herstarts: times that a table may change while it is being fetched.
    """

    verbinden_hoogstens_s: Seconds
    antwoord_hoogstens_s: Seconds
    ophalen_hoogstens_s: Seconds
    pogingen: Number
    proberen_hoogstens_s: Annotated[float, Field(gt=0)]
    wachten_s: Seconds
    wachten_hoogstens_s: Seconds
    op_verzoek_hoogstens_s: Seconds
    herhalingen_samen: Annotated[int, Field(ge=0)]
    gelijktijdig: Annotated[int, Field(ge=1, le=16)]
    antwoord_hoogstens_mb: Number
    bladzijden_hoogstens: Number
    url_hoogstens_tekens: Number
    herstarts: Annotated[int, Field(ge=0)]


class Service(Record):
    """One service on the internet; `adres` is its host name, always over https.

    Attributes:
        http_als_https: whether its own links and redirects to http are asked over https, instead of
            refused.
    """

    naam: Text
    adres: Host
    http_als_https: YesNo = False


class Improbable(Record):
    """What is done with figures that cannot be.

    Attributes:
        hoogstens_deel: part of the figures of one column that is left out; if there are more, the
            column is not what it was. One cell is always left out.
    """

    hoogstens_deel: Annotated[float, Field(ge=0, le=1)] = 0.01


class SliceKey(Record):
    """One combination of age and year."""

    leeftijd: Text
    periode: Text


class CatalogueSearch(Record):
    """How the tables of a series are known in the catalogue of their service.

    In `titel` stands `{jaar}` for a year and `*` for anything.
    """

    titel: Text
    thema: Text | None = None

    @model_validator(mode="after")
    def _one_year(self) -> Self:
        if self.titel.count("{jaar}") > 1:
            raise ValueError("in titel staat {jaar} hoogstens één keer")
        return self


class Series(Record):
    """What tables of one series have in common.

    In texts `{jaar}` stands for the year of a table, `{indeling}` for that of its division.

    Attributes:
        regio: columns with the identity of areas; `code` is the dimension of areas.
        kies: dimensions of which only one key is used.
        kolommen: whether to ask for all columns or only for those that indicators use.
        verdeling: requests for the whole country, per level of area or per gemeente.
        catalogus: how newer tables of the series are found; without it nobody looks for them.
    """

    dienst: Key
    titel: Text
    producent: Text
    kort: Text
    licentie: Text
    regio: RegionColumns
    leeftijd: Text | None = None
    leeftijden: dict[Text, AgeGroup] = Field(default_factory=dict)
    marges: Text | None = None
    marge_sleutels: dict[Margin, Text] = Field(default_factory=dict)
    perioden: Text | None = None
    kies: dict[Text, Text] = Field(default_factory=dict)
    kolommen: Literal["alle", "gebruikt"] = "alle"
    verdeling: Literal["geheel", "niveau", "gemeente"] = "geheel"
    catalogus: CatalogueSearch | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.leeftijd is None) != (not self.leeftijden):
            raise ValueError("leeftijd en leeftijden horen bij elkaar")
        if (self.marges is None) != (not self.marge_sleutels):
            raise ValueError("marges en marge_sleutels horen bij elkaar")
        if self.marges is not None and "waarde" not in self.marge_sleutels:
            raise ValueError("in marge_sleutels ontbreekt waarde")
        return self


class TableEntry(Record):
    """One table of a series.

    Attributes:
        jaar: year of its figures, where the table has no dimension for it, and in its texts.
        indeling: year of its division; the same year unless it is named.
        perioden: keys of the years that are fetched.
        leeg: combinations of age and year that the table lists but has no rows of.
        heet_hier: topics that have another key in this table, by the stem that indicators use; a
            key with its number picks one of several columns of one stem.
    """

    reeks: Key
    tabel: Text
    jaar: Number
    indeling: Number | None = None
    perioden: tuple[Text, ...] = ()
    leeg: tuple[SliceKey, ...] = ()
    heet_hier: dict[Text, Text] = Field(default_factory=dict)

    @property
    def division(self) -> int:
        """Year of the division that its codes are of."""
        return self.indeling or self.jaar


class MapCollection(Record):
    """One collection of areas of a map: the level, and where code and name stand."""

    collectie: Text
    code: Text
    naam: Text


class MapSource(Record):
    """Boundaries as OGC API Features.

    Attributes:
        pad: path of the service on its host, with `{jaar}`.
        stelsel: the coordinate system that is asked for, as an address.
        water: attribute that says `JA` for areas of water only.
    """

    dienst: Key
    pad: Text
    jaren: tuple[Number, ...]
    titel: Text
    producent: Text
    kort: Text
    licentie: Text
    stelsel: Text
    bladzijde: Number
    collecties: tuple[MapCollection, ...]
    gemeente: Text
    inwoners: Text
    water: Text


class ServiceTable(Record):
    """A table with all that its series says, ready to be asked for.

    Attributes:
        most_improbable: part of the figures of a column that may be left out.
    """

    id: Key
    entry: TableEntry
    series: Series
    host: Host
    most_improbable: float

    def text(self, pattern: str) -> str:
        """A text of the series for the year and the division of this table."""
        text = pattern.replace("{jaar}", str(self.entry.jaar))
        return text.replace("{indeling}", str(self.entry.division))

    def fixed_dimensions(self) -> list[str]:
        """Dimensions that a row must be filtered on, besides the area."""
        series = self.series
        named = (series.leeftijd, series.marges, series.perioden)
        return [*(name for name in named if name), *series.kies]


class MapTable(Record):
    """The boundaries of one year."""

    id: Key
    jaar: int
    map: MapSource
    host: Host


class Sources(Record):
    """Everything in `bronnen.yaml`.

    Attributes:
        eenheden: how services write a unit, by unit of an indicator; `telling` is for counts.
        kaarten: maps by the first part of their name: `pdok` gives pdok_2024.
    """

    verbinding: Connection
    onwaarschijnlijk: Improbable = Improbable()
    diensten: dict[Key, Service]
    eenheden: dict[Key, tuple[Text, ...]]
    reeksen: dict[Key, Series]
    tabellen: dict[Key, TableEntry]
    kaarten: dict[Key, MapSource] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _known_names(self) -> Self:
        if wrong := [*self._wrong_tables(), *self._wrong_services()]:
            raise ValueError("; ".join(wrong))
        return self

    def _wrong_tables(self) -> Iterator[str]:
        for name, entry in self.tabellen.items():
            if entry.reeks not in self.reeksen:
                yield f"tabel {name}: reeks {entry.reeks} bestaat niet"
            elif (self.reeksen[entry.reeks].perioden is None) == bool(entry.perioden):
                yield f"tabel {name}: perioden horen bij een reeks met perioden"

    def _wrong_services(self) -> Iterator[str]:
        named = {name: series.dienst for name, series in self.reeksen.items()}
        named |= {name: source.dienst for name, source in self.kaarten.items()}
        for name, service in named.items():
            if service not in self.diensten:
                yield f"{name}: dienst {service} bestaat niet"

    def hosts(self) -> list[str]:
        """The only hosts that may be spoken to."""
        return [service.adres for service in self.diensten.values()]

    def secured_hosts(self) -> list[str]:
        """The hosts whose own links with http are asked over https."""
        return [service.adres for service in self.diensten.values() if service.http_als_https]

    def table(self, name: str) -> ServiceTable | None:
        """A table by the name of its snapshot; None if it is not configured."""
        entry = self.tabellen.get(name)
        if entry is None:
            return None
        series = self.reeksen[entry.reeks]
        return ServiceTable(
            id=name,
            entry=entry,
            series=series,
            host=self.diensten[series.dienst].adres,
            most_improbable=self.onwaarschijnlijk.hoogstens_deel,
        )

    def tables(self) -> Iterator[ServiceTable]:
        """All tables, in the order of the file."""
        return (table for name in self.tabellen if (table := self.table(name)) is not None)

    def map_table(self, name: str) -> MapTable | None:
        """Boundaries by the name of their snapshot, such as pdok_2024."""
        first, _, year = name.rpartition("_")
        source = self.kaarten.get(first)
        if source is None or not year.isdigit() or int(year) not in source.jaren:
            return None
        return MapTable(
            id=name, jaar=int(year), map=source, host=self.diensten[source.dienst].adres
        )

    def other_names(self) -> dict[str, dict[str, str]]:
        """Per table the topics that are called something else there."""
        return {name: dict(entry.heet_hier) for name, entry in self.tabellen.items()}


def load_sources(search: SearchPath) -> Sources:
    """Read `bronnen.yaml`.

    Raises:
        ConfigurationError: if it does not exist or holds mistakes.
    """
    reader = Reader(search)
    sources = reader.file(FILE, Sources)
    reader.finish()
    assert sources is not None
    return sources.record
