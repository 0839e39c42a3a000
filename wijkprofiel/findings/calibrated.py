"""The calibration of an edition, as far as it is of the rule that is used now."""

from __future__ import annotations

from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.choice_rule import ChoiceRule
from wijkprofiel.domain.calibration import Calibration
from wijkprofiel.edition.reader import Edition


def calibration_of(edition: Edition, catalogue: Catalogue) -> Calibration | None:
    """Points of the wijken beside what chance gives.

    None where the edition has none, or counted them with other limits or stories than these.
    """
    found = edition.calibration
    rule = ChoiceRule.of(
        catalogue.limits, catalogue.stories.values(), catalogue.indicators.values()
    )
    return found if found is not None and found.rule == rule.fingerprint() else None
