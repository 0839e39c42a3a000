"""What holds for one round of a table, from `configs/opmerkingen.yaml`."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from wijkprofiel.configuration.patterns import fills
from wijkprofiel.domain.observation import AgeGroup
from wijkprofiel.yaml_files.fields import Key, Record, Text, YesNo

_Pattern = Annotated[Text, AfterValidator(fills("jaren"))]


class RoundRemark(Record):
    """A remark that stands where a figure of this table and year stands, and nowhere else.

    Attributes:
        leeftijden: only of these age groups; empty for all.
        indicatoren: only of these indicators, named before it; empty for all.
        ontbreekt: that our copy of the table is without these figures, whatever the source has.
        kort: the same in a few words, for under the rounds.
    """

    id: Key
    tabellen: Annotated[tuple[Key, ...], Field(min_length=1)]
    perioden: Annotated[tuple[int, ...], Field(min_length=1)]
    leeftijden: tuple[AgeGroup, ...] = ()
    indicatoren: tuple[Key, ...] = ()
    ontbreekt: YesNo = False
    tekst: _Pattern
    kort: _Pattern | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.ontbreekt and (self.indicatoren or not self.leeftijden):
            raise ValueError("bij ontbreekt: ja horen leeftijden, en geen indicatoren")
        return self

    def is_about(self, table: str | None, age: AgeGroup) -> bool:
        """Whether it is about figures of a table and an age group at all."""
        return table in self.tabellen and (not self.leeftijden or age in self.leeftijden)


def lacking_in_copies(remarks: Iterable[RoundRemark]) -> frozenset[tuple[str, AgeGroup, int]]:
    """Table, age group and year of everything that our copies are without."""
    return frozenset(
        (table, age, year)
        for each in remarks
        if each.ontbreekt
        for table in each.tabellen
        for age in each.leeftijden
        for year in each.perioden
    )
