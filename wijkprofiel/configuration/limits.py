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
    """Percentiles at which the position among all wijken gets another word."""

    uiterste: Fraction
    vijfde_deel: Fraction


class PointLimits(Record):
    """When a difference may become a talking point, and how many there are.

    Strength S is the mean of the differences with both benchmarks, in spreads, each clipped to
    `hoogstens_z`. Class words that are asked for come from `SizeLimits`.
    """

    sterkte: Positive
    sterkte_klein: Positive
    klein_vanaf_mensen: Positive
    opvallend_z: Positive
    opvallend_plaats: Fraction
    deel_van_sterkste: Fraction
    hoogstens_z: Positive
    hoogstens: Count
    hoogstens_per_signaal: Count
    ruimte_voor_krachten: Count
    zonder_zorgpunt: tuple[Key, ...] = ()

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        if not self.sterkte_klein < self.sterkte <= self.hoogstens_z:
            raise ValueError("sterkte_klein, sterkte en hoogstens_z moeten oplopen")
        if self.ruimte_voor_krachten > self.hoogstens:
            raise ValueError("ruimte_voor_krachten mag niet groter zijn dan hoogstens")
        return self


class AgeLimits(Record):
    """How much of a difference must be left once the share of 65-plussers is accounted for."""

    houdt_over: Fraction


class TrendLimits(Record):
    """When a change of the distance to the Netherlands gets a word."""

    mensen: Positive
    verandering_z: Positive


class CountLimits(Record):
    """When a share may be told as a number of people, and how roughly."""

    mensen: Positive
    niet_onder: Positive
    cijfers: Count


class JudgementLimits(Record):
    """All limits that turn a figure into a word."""

    grootte: SizeLimits
    mensen: PeopleLimits
    rest: RestLimits
    positie: PositionLimits
    zekerheid_z: Positive
    punten: PointLimits
    leeftijd: AgeLimits
    trend: TrendLimits
    aantallen: CountLimits
