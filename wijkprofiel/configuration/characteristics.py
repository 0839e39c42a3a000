"""Who lives where: what health figures are laid beside, from `configs/wie_wonen_hier.yaml`."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from wijkprofiel.configuration.definitions import Topics
from wijkprofiel.yaml_files.fields import Key, Record
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Reader

FILE = "wie_wonen_hier.yaml"


class CharacteristicScale(StrEnum):
    """How a characteristic is taken, so that a few very high values do not decide."""

    PLAIN = "gewoon"
    ROOT = "wortel"
    LOGARITHM = "logaritme"


class Characteristic(Record):
    """One characteristic of the people of a wijk, from the core table of an edition.

    `onderwerp`: a published figure; several stems are names of one topic over the years.
    `teller`/`noemer`: a share of sums of counts.

    Attributes:
        ontbreekt: what stands for a figure that the source does not give; without it a wijk that
            has none is left out.
    """

    onderwerp: Topics | None = None
    teller: Topics | None = None
    noemer: Topics | None = None
    schaal: CharacteristicScale = CharacteristicScale.PLAIN
    ontbreekt: float | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.onderwerp is None) == (self.teller is None):
            raise ValueError("geef precies één van onderwerp of teller (met noemer)")
        if (self.teller is None) != (self.noemer is None):
            raise ValueError("teller en noemer horen bij elkaar")
        return self


class ResidentsDefinition(Record):
    """Which characteristics, and of how many wijken they have to be known.

    Attributes:
        jongeren: the characteristic that is the share of young people.
    """

    minstens_wijken: Annotated[int, Field(gt=0)]
    jongeren: Key
    kenmerken: dict[Key, Characteristic]

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.jongeren not in self.kenmerken:
            raise ValueError(f"jongeren: '{self.jongeren}' is geen van de kenmerken")
        if self.minstens_wijken <= len(self.kenmerken) + 1:
            raise ValueError("minstens_wijken moet groter zijn dan het aantal kenmerken en nog een")
        return self


def load_residents(search: SearchPath) -> ResidentsDefinition:
    """Read `wie_wonen_hier.yaml`.

    Raises:
        ConfigurationError: with every mistake of the file.
    """
    reader = Reader(search)
    found = reader.file(FILE, ResidentsDefinition)
    reader.finish()
    assert found is not None
    return found.record
