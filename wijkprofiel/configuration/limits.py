"""The limits of judging, as an epidemiologist may read and change them."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from wijkprofiel.yaml_files.fields import Key, Record

Positive = Annotated[float, Field(gt=0)]
Fraction = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(gt=0)]


class SizeLimits(Record):
    """From how many spreads a difference gets its word."""

    iets: Positive
    gewoon: Positive
    duidelijk: Positive

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        if not self.iets < self.gewoon < self.duidelijk:
            raise ValueError("iets, gewoon en duidelijk moeten oplopen")
        return self


class PeopleLimits(Record):
    """How many people an area needs before anything is said of it."""

    geen_oordeel_onder: Positive
    alle_klassen_vanaf: Positive
    rest_van_gemeente: Positive
    noemer_van_aandeel: Positive
    spreiding_vanaf: Positive


class RestLimits(Record):
    """When the rest of the gemeente is printed, guarded or not used."""

    toon_rest_vanaf: Fraction
    rem_vanaf: Fraction
    niet_vergelijken_boven: Fraction


class PositionLimits(Record):
    """Percentiles at which the position among all wijken gets another word.

    `tot_mensen`: the adults up to which an area is so like a wijk that its place gets a sentence.
    """

    uiterste: Fraction
    tot_mensen: Positive


class PointLimits(Record):
    """When a difference may become a talking point, and how many there are.

    Strength S is the mean of the differences with near and country, in spreads, each clipped to
    `hoogstens_z`. `verschil_land` is in printed points out of 100, `verschil_land_km` in km.
    """

    sterkte: Positive
    sterkte_klein_gebied: Positive
    drager_z: Positive
    verschil_land: Positive
    verschil_land_km: Positive
    deel_van_sterkste: Fraction
    hoogstens_z: Positive
    hoogstens: Count
    per_kant: Count
    per_kant_klein_gebied: Count
    per_signaal: Count
    ruimte_voor_krachten: Count
    noemer_register: Positive

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        if not self.sterkte <= self.sterkte_klein_gebied <= self.hoogstens_z:
            raise ValueError("sterkte, sterkte_klein_gebied en hoogstens_z moeten oplopen")
        if self.ruimte_voor_krachten > self.hoogstens:
            raise ValueError("ruimte_voor_krachten mag niet groter zijn dan hoogstens")
        return self


class OpeningLimits(Record):
    """What may stand among the three things to begin with, and in the box under them.

    Attributes:
        wat_mensen_doen: figures that tell what is there, whatever the comparison, each with the
            concerns beside which it is not told.
        nabijheid: distances to services; near ones are told likewise.
        zorgzaam: a figure that is beautiful and heavy, and never has a side.
        dichtbij_km: printed distance up to which a service is near; `dichtbij_aantal` of them.
        neutraal, neutraal_plaats: a figure that is told without a side, from that place on.
        ook_hier: figures that are told where there is too little else, in order of preference.
        ook_verschil, ook_laatst: printed points from which they are told first or last.
        uiteen, uiteen_spreiding: figures of parts, and how many spreads they lie apart at least.
        doos_hoogstens, rijen_hoogstens: lines of the box, rows of the chart.
    """

    wat_mensen_doen: dict[Key, tuple[Key, ...]] = Field(default_factory=dict)
    nabijheid: tuple[Key, ...] = ()
    dichtbij_km: Positive
    dichtbij_aantal: Count
    zorgzaam: Key | None = None
    neutraal: Key | None = None
    neutraal_plaats: Annotated[float, Field(ge=0, le=100)]
    ook_hier: tuple[Key, ...] = ()
    ook_verschil: Positive
    ook_laatst: Positive
    uiteen: tuple[Key, ...] = ()
    uiteen_spreiding: Positive
    doos_hoogstens: Count
    rijen_hoogstens: Count


class YoungLimits(Record):
    """Where many young people live, and which points hang together with that on which side."""

    cijfer: Key | None = None
    plaats: Annotated[float, Field(ge=0, le=100)]
    krachten: tuple[Key, ...] = ()
    zorgen: tuple[Key, ...] = ()

    def of(self, side: int) -> tuple[str, ...]:
        """The points of a side (+1 strengths, -1 concerns)."""
        return self.krachten if side > 0 else self.zorgen


class AgeLimits(Record):
    """How much of a difference must be left once the share of 65-plussers is accounted for."""

    houdt_over: Fraction


class ResidentsLimits(Record):
    """The R² (0-100) from which "hangt samen met wie er wonen" gets another word."""

    bijna_helemaal: Annotated[float, Field(gt=0, le=100)]
    grotendeels: Annotated[float, Field(gt=0, le=100)]

    @model_validator(mode="after")
    def _descending(self) -> Self:
        if not self.grotendeels < self.bijna_helemaal:
            raise ValueError("grotendeels moet lager zijn dan bijna_helemaal")
        return self


class TrendLimits(Record):
    """When a change of the distance to the Netherlands gets a word, and when a change is told.

    `ook_hier` are figures whose change is told where the whole country changed as well, `anders`
    those where the area changed otherwise; both from a printed change of `verschil` points.
    """

    mensen: Positive
    verandering_z: Positive
    hoogstens_z: Positive
    verschil: Positive
    ook_hier: tuple[Key, ...] = ()
    anders: tuple[Key, ...] = ()
    in_de_doos: tuple[Key, ...] = ()

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        if not self.verandering_z <= self.hoogstens_z:
            raise ValueError("verandering_z en hoogstens_z moeten oplopen")
        return self


class CountLimits(Record):
    """When a share may be told as a number of people, and how roughly."""

    mensen: Positive
    niet_onder: Positive
    cijfers: Count


class CoverageLimits(Record):
    """Which share of the people must have a figure for one of the whole to be given."""

    stil: Fraction
    zonder: Fraction
    noemen: Fraction
    cijfer: Fraction

    @model_validator(mode="after")
    def _descending(self) -> Self:
        if not self.stil >= self.zonder >= self.noemen >= self.cijfer:
            raise ValueError("stil, zonder, noemen en cijfer moeten aflopen")
        return self


class CanaryLimits(Record):
    """How far published figures of wholes may lie from those that their parts give, in points."""

    voorbehoud: Positive
    geen_cijfer: Positive

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        if not self.voorbehoud <= self.geen_cijfer:
            raise ValueError("voorbehoud en geen_cijfer moeten oplopen")
        return self


class UnionLimits(Record):
    """When wijken and buurten may be put together, and what is told of their figures.

    Attributes:
        inwoners, huishoudens, huishoudensgrootte: the figures from which it follows how many
            people live at home.
        genoemd_vanaf: the difference in spreads from which a figure of fewer parts gets a word.
        uiteen: how many spreads parts lie apart where that is told of a figure.
    """

    inwoners: Key
    huishoudens: Key
    huishoudensgrootte: Key
    delen_hoogstens: Count
    mensen: Positive
    dekking: CoverageLimits
    genoemd_vanaf: Positive
    uiteen: Positive
    kanarie: CanaryLimits


class ApartLimits(Record):
    """From how many spreads something is told of areas of one gemeente, and of different ones."""

    zelfde_gemeente: Positive
    andere_gemeente: Positive


class BesideLimits(Record):
    """When the difference between two areas gets a word.

    Without published limits the wobble of the estimates decides. From `grootte.iets` a difference
    is small and has no side; from `iets` here it has one, where both areas have `mensen` people.
    Where one has fewer, only from `grootte.gewoon`.

    Attributes:
        trend: how far a difference must have changed to get a word.
        ouderen: difference of the shares of 65-plussers from which their own figures are shown.
    """

    mensen: Positive
    iets: ApartLimits
    trend: ApartLimits
    ouderen: Fraction


class SimilarLimits(Record):
    """What makes areas alike: figures of who lives there, and never of their health.

    Attributes:
        kenmerken: the figures; differences in them are counted in spreads.
        minstens: how many of them both areas must have.
        mensen: adults that an area must have to be offered.
        aantal: how many areas are offered.
    """

    kenmerken: Annotated[tuple[Key, ...], Field(min_length=1)]
    minstens: Count
    mensen: Positive
    aantal: Count

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.minstens > len(self.kenmerken):
            raise ValueError("minstens mag niet groter zijn dan het aantal kenmerken")
        return self


class JudgementLimits(Record):
    """All limits that turn a figure into a word."""

    grootte: SizeLimits
    mensen: PeopleLimits
    rest: RestLimits
    positie: PositionLimits
    zekerheid_z: Positive
    punten: PointLimits
    opening: OpeningLimits
    jongeren: YoungLimits
    leeftijd: AgeLimits
    samenhang: ResidentsLimits
    trend: TrendLimits
    aantallen: CountLimits
    werkgebieden: UnionLimits
    naast_elkaar: BesideLimits
    lijkt_op: SimilarLimits
