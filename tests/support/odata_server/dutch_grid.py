"""From the Dutch grid (EPSG:28992) to longitude and latitude, to about a metre.

The series of Schreutelkamp and Strang van Hees (2001), around Amersfoort.
"""

from __future__ import annotations

Point = tuple[float, float]

_LATITUDE = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.2475),
    (2, 1, -0.84978),
    (0, 3, -0.0655),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.0053),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)
_LONGITUDE = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
)


def to_lonlat(point: Point) -> Point:
    x, y = (point[0] - 155_000) * 1e-5, (point[1] - 463_000) * 1e-5
    longitude = sum(factor * x**p * y**q for p, q, factor in _LONGITUDE)
    latitude = sum(factor * x**p * y**q for p, q, factor in _LATITUDE)
    return round(5.38720621 + longitude / 3600, 7), round(52.15517440 + latitude / 3600, 7)
