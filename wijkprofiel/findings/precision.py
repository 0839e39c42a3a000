"""How precise a figure is that was put together: no more than its rule and its parts are."""

from __future__ import annotations

from dataclasses import replace

from wijkprofiel.configuration.definitions import IndicatorDefinition, Unit
from wijkprofiel.domain.observation import Observation
from wijkprofiel.methods.rounding import half_up, significant
from wijkprofiel.methods.union import FEW_FIGURES


def as_published(definition: IndicatorDefinition, value: float) -> float:
    """A mean without digits that no source gives: thousands of euros are printed in full."""
    in_full = definition.eenheid is Unit.THOUSAND_EUR
    return half_up(value, definition.decimalen) if in_full else value


def no_more_precise(
    found: Observation, definition: IndicatorDefinition, cover: float
) -> Observation:
    """A figure without what the rule does not know, and its parts did not say."""
    rule = definition.together
    if found.value is None:
        return found
    if rule.cijfers is not None:
        value = significant(found.value, rule.cijfers)
        return replace(found, value=value, approximate=rule.cijfers < FEW_FIGURES)
    if rule.rougher(cover) is not None:
        return replace(found, value=half_up(found.value), approximate=True)
    return replace(found, value=as_published(definition, found.value))
