"""Which areas are looked at: the hard ones by name, and a fixed choice of every size."""

from __future__ import annotations

from collections import Counter

from wijkprofiel.domain.regions import NEDERLAND, Region, RegionLevel
from wijkprofiel.edition.reader import Edition

HARD = (
    *("WK034403", "WK030703", "WK054609", "WK010930", "WK169008", "WK007401", "WK030722"),
    *("WK030723", "WK006000", NEDERLAND, "GM0344", "GM0060", "BU03440311", "BU00600000"),
)
SIZES = (0, 100, 150, 300, 500, 750, 1_000, 2_500, 5_000, 10_000, 20_000, 40_000)
WIJKEN_PER_SIZE = 2
BUURTEN_PER_SIZE = 1


def sample(edition: Edition) -> list[str]:
    """About sixty codes, the same on every run."""
    wijken = edition.regions(RegionLevel.WIJK)
    gemeenten = sorted(edition.regions(RegionLevel.GEMEENTE), key=_size)
    codes = [
        *HARD,
        *with_longest_names(wijken, 1),
        *per_size(wijken, WIJKEN_PER_SIZE),
        *per_size(edition.regions(RegionLevel.BUURT), BUURTEN_PER_SIZE),
        *(gemeenten[place].code for place in (0, len(gemeenten) // 2, -1)),
        *_nearly_whole(wijken, gemeenten),
    ]
    return list(dict.fromkeys(codes))


def all_wijken(edition: Edition) -> list[str]:
    return [region.code for region in edition.regions(RegionLevel.WIJK)]


def with_longest_names(regions: list[Region], number: int) -> list[str]:
    """The regions with the longest names."""
    ordered = sorted(regions, key=lambda region: (len(region.name), region.code), reverse=True)
    return [region.code for region in ordered[:number]]


def with_most_parts(edition: Edition, number: int) -> list[str]:
    """The wijken with the most buurten, and the gemeenten with the most wijken."""
    buurten = Counter(buurt.wijk_code for buurt in edition.regions(RegionLevel.BUURT))
    wijken = Counter(wijk.gemeente_code for wijk in edition.regions(RegionLevel.WIJK))
    codes = [*buurten.most_common(number), *wijken.most_common(number)]
    return [code for code, _ in codes if code is not None]


def _size(region: Region) -> tuple[float, str]:
    return region.adults or 0.0, region.code


def per_size(regions: list[Region], number: int) -> list[str]:
    """From every size the first codes by their end, so that provinces mix."""
    codes = []
    for low, high in zip(SIZES, (*SIZES[1:], float("inf")), strict=True):
        inside = [region for region in regions if low <= _size(region)[0] < high]
        inside.sort(key=lambda region: (region.code[::-1], region.code))
        codes += [region.code for region in inside[:number]]
    return codes


def _nearly_whole(wijken: list[Region], gemeenten: list[Region]) -> list[str]:
    """The wijken nearest to the shares at which the rest is guarded, and no longer judged."""
    adults = {region.code: region.adults or 0.0 for region in gemeenten}
    shares = {
        region.code: (region.adults or 0.0) / adults[region.gemeente_code]
        for region in wijken
        if region.gemeente_code and adults.get(region.gemeente_code)
    }
    return [
        min(shares, key=lambda code: (abs(shares[code] - limit), code))
        for limit in (0.0995, 0.1005, 0.499, 0.501, 0.799, 0.801, 0.99)
    ]
