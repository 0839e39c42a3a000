"""Areas beside each other: which may be, and the document that is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from wijkprofiel.areas.parts import shared
from wijkprofiel.documents.comparison.maker import VERGELIJKING
from wijkprofiel.documents.document import Content
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.errors import UsageError
from wijkprofiel.findings.findings import MOST_AREAS, Findings
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.wishes import Wishes
from wijkprofiel.render.formats import Look, OutputFormat
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.tasks import Finished, Made, as_failure
from wijkprofiel.workshop.workshop import Workshop, placed

_AT = "@"
_FEWEST_AREAS = 2
_HOW_MANY = f"Noem twee tot {['', '', 'twee', 'drie', 'vier'][MOST_AREAS]} gebieden."
_HOW = (
    "Noem ze met een naam, een code, of naam@gemeente: wijkprofiel compare centrum@arnhem wk034403."
)


def name_and_gemeente(text: str) -> tuple[str, str | None]:
    """What was typed as `naam@gemeente`; without an @ there is no gemeente.

    Raises:
        UsageError: if one of the two is missing.
    """
    name, at, gemeente = (part.strip() for part in text.rpartition(_AT))
    if not at:
        return text.strip(), None
    if not name or not gemeente:
        missing = "de naam van een gebied" if not name else "de gemeente"
        raise UsageError(f"In '{text}' ontbreekt {missing}.", remedy=_HOW)
    return name, gemeente


def require_comparable(areas: Sequence[Area]) -> None:
    """Refuse areas that cannot stand beside each other.

    Raises:
        UsageError: for too few or too many, one that is there twice, one that is part of another
            or has a part in common with it, and areas of two divisions.
    """
    if len(areas) < _FEWEST_AREAS:
        raise UsageError("Naast één gebied staat niets.", remedy=f"{_HOW_MANY} {_HOW}")
    _refuse_doubles(areas)
    if len(areas) > MOST_AREAS:
        raise UsageError(
            f"U noemde {len(areas)} gebieden; meer dan {MOST_AREAS} passen niet naast elkaar.",
            remedy=_HOW_MANY,
        )
    for one, other in combinations(areas, 2):
        _refuse_overlap(one, other)
    divisions = sorted({area.division for area in areas})
    if len(divisions) > 1:
        years = " en ".join(map(str, divisions))
        raise UsageError(
            f"Deze gebieden zijn van verschillende indelingen ({years}).",
            remedy="In één vergelijking past één editie: zoek alle gebieden in dezelfde op.",
        )


def _refuse_doubles(areas: Sequence[Area]) -> None:
    seen: set[str] = set()
    for area in areas:
        if area.code in seen:
            raise UsageError(
                f"{area.name} ({area.code}) staat er twee keer.",
                remedy="Noem elk gebied één keer; gebieden van één naam onderscheidt u met"
                " naam@gemeente of met hun code.",
            )
        seen.add(area.code)


def _refuse_overlap(one: Area, other: Area) -> None:
    common = shared(one, other)
    if common is None:
        return
    for whole, part in ((one, other), (other, one)):
        if part.lies_in(whole):
            raise UsageError(
                f"{part.name} is een deel van {whole.name}; een geheel en zijn deel staan niet"
                " naast elkaar.",
                remedy=f"Kies een gebied dat geen deel is van {whole.name}."
                if whole.is_union
                else f"In het profiel van {part.name} staat {whole.name} al naast het gebied.",
            )
    raise UsageError(
        f"{one.name} en {other.name} overlappen elkaar: {common.name} ({common.code}) hoort bij"
        " allebei.",
        remedy="Kies gebieden die niets gemeen hebben.",
    )


@dataclass(frozen=True, slots=True)
class Comparing:
    """A comparison that can be made: of areas that may stand beside each other, in a voice.

    Raises:
        UsageError: see `require_comparable`, and if there is no such voice.
    """

    shop: Workshop
    areas: tuple[Area, ...]
    wishes: Wishes

    def __post_init__(self) -> None:
        require_comparable(self.areas)
        self.shop.catalogue.voice(self.wishes.voice)

    @property
    def label(self) -> str:
        """What it is, for people."""
        return f"de vergelijking van {' en '.join(area.name for area in self.areas)}"

    @property
    def look(self) -> Look:
        """What it is dressed in."""
        return Look(self.shop.catalogue.voice(self.wishes.voice))

    def findings(self) -> Findings:
        """Everything that is so for the areas, and for them together."""
        return self.shop.findings(self.areas, self.wishes)

    def content(self, findings: Findings) -> Content:
        """What the document says of them."""
        catalogue, voice = self.shop.catalogue, self.wishes.voice
        return VERGELIJKING.make(
            findings,
            Voice.of(catalogue, voice),
            Scope(catalogue, self.wishes),
            catalogue.limits,
            self.shop.areas_imprint(VERGELIJKING, self.areas, voice),
        )

    def plan(self, formats: Sequence[OutputFormat], output: Path) -> None:
        """Set the names of its files apart; see `Workshop.plan`."""
        self.shop.files(formats, output).claim_areas(self.areas, VERGELIJKING)

    def build(self, formats: Sequence[OutputFormat], output: Path) -> Made:
        """Make and write it; what goes wrong is told in what comes back."""
        return placed(self._drawn(formats, output), self.shop.files(formats, output))

    def _drawn(self, formats: Sequence[OutputFormat], output: Path) -> Finished:
        try:
            content = self.content(self.findings())
            files = self.shop.files(formats, output)
            drawn = files.draw_areas(self.areas, VERGELIJKING, content, self.look)
        except Exception as error:
            return Finished(Made(None, error=as_failure(error), asked=self.label))
        made = Made(
            None,
            notes=content.notes,
            warnings=content.warnings,
            error=drawn.error,
            asked=self.label,
            imprints={VERGELIJKING.name: content.imprint},
        )
        return Finished(made, drawn.files)
