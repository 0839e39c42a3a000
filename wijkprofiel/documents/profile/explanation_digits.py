"""Numbers of an explanation: so exact that what comes out can be had from what is printed."""

from __future__ import annotations

from dataclasses import dataclass

from wijkprofiel.words.formatting import MINUS, Notation

DECIMALS = 6
SHARE_DECIMALS = 8
"""Of a share that much is multiplied by; of w near 1 its last decimals count for much."""


@dataclass(frozen=True, slots=True)
class Digits:
    """Numbers with the decimals they have, six at most."""

    notation: Notation

    def exact(self, value: float) -> str:
        """A number as it is."""
        return self._bare(self.notation.number(value, DECIMALS))

    def signed(self, value: float) -> str:
        """A difference, with its sign."""
        return self._bare(self.notation.signed(value, DECIMALS))

    def term(self, value: float) -> str:
        """A figure that something is taken off or multiplied by."""
        text = self.exact(value)
        return f"({text})" if text.startswith(MINUS) else text

    def _bare(self, text: str) -> str:
        return text.rstrip("0").rstrip(self.notation.decimal)
