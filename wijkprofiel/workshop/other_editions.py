"""The other editions of a run: opened only when an area has to be looked up in another division."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from functools import cached_property

from wijkprofiel.areas.elsewhere import Elsewhere, OtherEdition
from wijkprofiel.configuration.editions import load_editions
from wijkprofiel.configuration.renames import Renames, load_renames
from wijkprofiel.configuration.reorganisations import Reorganisations, load_reorganisations
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.choosing import open_checked
from wijkprofiel.workshop.workplace import Workplace


class OtherEditions:
    """What lies beside the edition of a run; nothing is read before it is needed."""

    def __init__(self, place: Workplace, here: EditionInfo) -> None:
        self._place, self._here = place, here
        self._opened = ExitStack()

    def elsewhere(self) -> Elsewhere:
        """The same for who looks for areas."""
        return Elsewhere(
            here=self._here,
            changes=lambda: self._changes,
            renames=lambda: self._renames,
            definitions=lambda: self._definitions,
            at_hand=lambda: self._at_hand,
        )

    def close(self) -> None:
        """Let go of the editions that were opened."""
        self._opened.close()

    @cached_property
    def _changes(self) -> Reorganisations:
        return load_reorganisations(self._place.search)

    @cached_property
    def _renames(self) -> Renames:
        return load_renames(self._place.search)

    @cached_property
    def _definitions(self) -> Mapping[str, int]:
        return {name: each.indeling for name, each in load_editions(self._place.search).items()}

    @cached_property
    def _at_hand(self) -> Sequence[OtherEdition]:
        """One that is damaged says nothing here; who asks for it is told."""
        found = []
        for path in self._place.editions():
            if path.stem != self._here.id:
                with suppress(EditionError):
                    edition = self._opened.enter_context(open_checked(path))
                    info = edition.info
                    found.append(OtherEdition(info.id, info.division, edition.region))
        return found
