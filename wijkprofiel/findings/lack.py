"""What an area lacks to be talked about by its own figures, and what age does to a difference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wijkprofiel.domain.observation import ValueStatus


class AgeEffect(StrEnum):
    """What most of a difference hangs together with, once 65-plussers are accounted for."""

    MORE_ELDERLY = "meer_65_plussers"
    FEWER_ELDERLY = "minder_65_plussers"


class LackKind(StrEnum):
    """What an area lacks to be talked about by its own figures."""

    NO_FIGURES = "geen_gezondheidscijfers"
    TOO_FEW_PEOPLE = "te_weinig_inwoners"


@dataclass(frozen=True, slots=True)
class Lack:
    """Why an area has no figures of its own, or none that may be judged.

    Attributes:
        statuses: why the health figures of adults are not there, the most frequent reason first;
            empty where they are.
        too_few_people: whether fewer people live there than a figure may be judged of.
    """

    kind: LackKind
    statuses: tuple[ValueStatus, ...]
    too_few_people: bool
