"""Contrast between two colours.

Source: WCAG 2.2, definitions of relative luminance and contrast ratio. Text needs 4.5 to 1.
"""

from __future__ import annotations

TEXT_CONTRAST = 4.5


def contrast_ratio(one: str, other: str) -> float:
    """Contrast ratio (1 to 21) of two colours written as `#rrggbb`."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (_linear(channel) for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
