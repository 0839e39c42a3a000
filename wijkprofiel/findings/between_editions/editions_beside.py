"""Two editions beside each other: what each knows, and what was made by the same rules.

What an edition does not remember, because it was made before it was kept, is taken to be the same:
a cause is seen, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.edition.manifest import FigureRecipe
from wijkprofiel.findings.between_editions.area_link import IsRenamed, never_renamed
from wijkprofiel.findings.between_editions.area_side import EditionSide, same_tables
from wijkprofiel.findings.between_editions.changed_area import OtherQuestion, QuestionThen


def no_successors(_code: str) -> Mapping[str, str]:
    """What is known of where areas went, where there is no list."""
    return {}


@dataclass(frozen=True, slots=True)
class KnownAreas:
    """What lists with sources say of areas that are not simply the same.

    Attributes:
        is_renamed: whether both names of a code are of one area.
        successors: what the gemeente of a code went up in, or came from: names by code.
    """

    is_renamed: IsRenamed = never_renamed
    successors: Callable[[str], Mapping[str, str]] = no_successors


@dataclass(frozen=True)
class EditionsBeside:
    """Two editions, and the configuration of today by which both are read and judged."""

    earlier: EditionSide
    later: EditionSide
    catalogue: Catalogue
    known: KnownAreas = KnownAreas()

    @property
    def sides(self) -> tuple[EditionSide, EditionSide]:
        """The earlier one and the later one."""
        return self.earlier, self.later

    @cached_property
    def indicators(self) -> Mapping[str, IndicatorDefinition]:
        """All that the configuration knows, whichever tables have them, in its order."""
        return {**self.catalogue.indicators, **self.catalogue.elsewhere}

    @cached_property
    def same_tables(self) -> bool:
        """Whether both were made of the same deliveries of the same tables."""
        return same_tables(self.earlier, self.later)

    def knows(self, side: EditionSide, definition: IndicatorDefinition) -> bool:
        """Whether an edition was made by a configuration that had this indicator."""
        return definition.id in side.edition.fingerprints

    def has_table(self, side: EditionSide, definition: IndicatorDefinition) -> bool:
        """Whether an edition has a table that can have this indicator."""
        return definition.is_of(side.edition.origins)

    def same_source(self, indicator: str) -> bool:
        """Whether both editions asked the source the same thing, as far as they remember it."""
        one, other = (each.edition.fingerprints for each in self.sides)
        if indicator in one and indicator in other and one[indicator] != other[indicator]:
            return False
        before, after = self._recipes(indicator)
        if before is None or after is None or not before.topics or not after.topics:
            return True
        return set(before.topics) == set(after.topics)

    def same_rule(self, indicator: str) -> bool:
        """Whether both editions were made by the same definition, limits and methods."""
        limits = {each.manifest.judged_by for each in self.sides} - {None}
        recipes = {each.rule for each in self._recipes(indicator) if each is not None}
        return len(limits) < 2 and len(recipes) < 2

    def _recipes(self, indicator: str) -> tuple[FigureRecipe | None, FigureRecipe | None]:
        one, other = (each.manifest.recipes for each in self.sides)
        return one.get(indicator), other.get(indicator)

    @cached_property
    def questions(self) -> dict[str, OtherQuestion]:
        """Per indicator whose question is another one, both of them."""
        return {
            indicator: OtherQuestion(*(_question(each) for each in self._recipes(indicator)))
            for indicator in self.indicators
            if not self.same_source(indicator)
        }

    @cached_property
    def same_content(self) -> bool:
        """Whether both say the same of everything."""
        return self.earlier.edition.info.content == self.later.edition.info.content

    @cached_property
    def dropped(self) -> tuple[str, ...]:
        """Indicators that one of them was made with, and the configuration no longer knows."""
        made_with = {name for side in self.sides for name in side.edition.fingerprints}
        return tuple(sorted(made_with - set(self.indicators)))


def _question(recipe: FigureRecipe | None) -> QuestionThen | None:
    return None if recipe is None else QuestionThen(dict(recipe.topics), recipe.definition)
