"""How much of a difference the share of 65-plussers explains.

18+ figures are crude: an area with more 65-plussers has more limitations whatever else. With two
age groups the figure of the 18-64 year olds follows from the two that are published, for the
benchmark (s is its share of 65-plussers among adults):

    p_y = (p18 - s p65) / (1 - s)

and the part of the difference that age composition explains is, for the whole benchmark,

    c = (s_W - s_B) (p65_B - p_y)

and for the rest of the gemeente c / (1 - w), as its share differs from the gemeente's by that much
more. This is direct standardisation with two strata (Breslow and Day 1987, chapter 2). p_y itself
is never shown where 18-64 was not published.
"""

from __future__ import annotations


def explained_by_age(
    *,
    share_area: float,
    share_benchmark: float,
    all_adults: float,
    elderly: float,
    part: float = 0.0,
) -> float:
    """Difference that the share of 65-plussers alone would give, in the figure's unit.

    Args:
        share_area, share_benchmark: 65-plussers per adult (0..1), of the area and the whole
            benchmark.
        all_adults, elderly: the benchmark's figures for 18+ and 65+.
        part: w, the area's share of the benchmark's adults, where the rest is compared with.

    Raises:
        ValueError: if the benchmark has no people under 65, or the part is all of it.
    """
    if not 0 <= share_benchmark < 1 or not 0 <= part < 1:
        raise ValueError("shares lie in [0, 1)")
    young = (all_adults - share_benchmark * elderly) / (1 - share_benchmark)
    return (share_area - share_benchmark) * (elderly - young) / (1 - part)
