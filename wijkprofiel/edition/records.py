"""What the small tables of an edition hold: a table that is cited, a figure, an area, a spread.

Each is read as if somebody may have changed it: anything but what was written raises what
`edition.reading` calls damage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.calibration import Calibration, CalibrationStep
from wijkprofiel.domain.composed import ComposedArea
from wijkprofiel.domain.figures import Figure, FigureKey, Residents, Spread
from wijkprofiel.domain.observation import AgeGroup, ValueStatus
from wijkprofiel.domain.origin import Origin
from wijkprofiel.domain.regions import Region
from wijkprofiel.edition.reading import (
    MOST_PEOPLE,
    all_numbers,
    filled,
    keyed,
    listed,
    number,
    optional_text,
    parsed,
    people,
    text,
    whole,
    year,
)

_ROUNDED = 1e-6
"""What the marks of a spread may differ by when their figures are equal."""


def origin(stored: object) -> Origin:
    """A table as it is cited, checked.

    Raises:
        DAMAGE: if it is anything else.
    """
    found = Origin(**keyed(stored))
    for value in (found.table, found.title, found.producer, found.short, found.licence):
        text(value)
    optional_text(found.modified)
    optional_text(found.via)
    year(found.division)
    return found


def day(value: object) -> str:
    """A date as `jjjj-mm-dd`.

    Raises:
        DAMAGE: if it is anything else.
    """
    if date.fromisoformat(text(value)).isoformat() != value:
        raise ValueError("not a date")
    return text(value)


def read_figure(row: Sequence[Any], origins: Mapping[str, Origin]) -> Figure:
    """A figure that the edition knows of.

    Args:
        row: of the table, from the indicator on.
        origins: the tables that it can come from, by key.

    Raises:
        DAMAGE: if it is anything else.
    """
    indicator, age, period, origin_key, absent, base, newest = row
    if origin_key is not None and text(origin_key) not in origins:
        raise KeyError(origin_key)
    status = ValueStatus(absent)
    if status is ValueStatus.AVAILABLE:
        raise ValueError("no reason for an absence")
    key = FigureKey(filled(indicator), AgeGroup(age), year(period))
    base = None if base is None else year(base)
    return Figure(key, origin_key, status, base, bool(whole(newest, 0, 1)))


def read_region(row: Sequence[Any], division: int) -> Region:
    """An area, of the division of its edition.

    Raises:
        DAMAGE: if it is anything else.
    """
    code, name, title, gemeente, inhabitants, adults, elderly, land_ha = row
    return Region(
        code=text(code),
        division=division,
        name=filled(name),
        title=filled(title),
        gemeente_name=filled(gemeente),
        inhabitants=people(inhabitants),
        adults=None if adults is None else number(adults, 0, MOST_PEOPLE),
        elderly=people(elderly),
        land_ha=people(land_ha),
    )


def read_composed(row: Sequence[Any], gemeenten: Mapping[str, Region]) -> ComposedArea:
    """A GGD region or province, of gemeenten of its edition.

    Args:
        gemeenten: those of the edition, by code.

    Raises:
        DAMAGE: if it is anything else.
    """
    code, kind, name, data = row
    stored = keyed(parsed(data))
    members = tuple(gemeenten[filled(each)] for each in listed(stored["members"]))
    area = Area(members, filled(name), filled(code), composed=AreaKind(kind))
    also = tuple(filled(each) for each in listed(stored["also"]))
    return ComposedArea(area, also, filled(stored["source"]))


def read_spread(stored: dict[str, Any]) -> Spread:
    """How a figure lies spread over the wijken.

    Raises:
        DAMAGE: if it is anything else.
    """
    lists = {name: tuple(listed(stored[name])) for name in ("values", "counts", "people")}
    found = Spread(**{**stored, **lists})
    values, counts, weights = found.values, found.counts, found.people
    marks = (found.low, found.p5, found.p25, found.median, found.p75, found.p95, found.high)
    for sd in (found.sd, found.sd_root):
        if sd is not None:
            number(sd, 0)
    # A mark may differ from its neighbour by what was rounded away.
    in_order = all(number(one) <= number(other) + _ROUNDED for one, other in pairwise(marks))
    if not in_order or not all_numbers(values) or list(values) != sorted(set(values)):
        raise ValueError("not a spread")
    # Hundreds of spreads are read for a profile: their lists are checked as a whole.
    if len(values) != len(counts) or set(map(type, counts)) != {int} or min(counts) < 1:
        raise ValueError("not a number per value")
    if len(weights) != len(values) or not all_numbers(weights) or min(weights) < 0:
        raise ValueError("not people per value")
    if whole(found.count, 1, MOST_PEOPLE) != sum(counts):
        raise ValueError("not a spread of so many")
    whole(found.wijken_total, found.count, MOST_PEOPLE)
    return found


def read_residents(stored: dict[str, Any]) -> Residents:
    """How a figure goes together with who lives where.

    Raises:
        DAMAGE: if it is anything else.
    """
    found = Residents(**stored)
    number(found.explained_pct, 0, 100)
    if found.unweighted_pct is not None:
        number(found.unweighted_pct, 0, 100)
    number(found.young_r, -1, 1)
    whole(found.wijken, 1, MOST_PEOPLE)
    return found


def read_calibration(stored: dict[str, Any]) -> Calibration:
    """Points of wijken beside what chance gives.

    Raises:
        DAMAGE: if it is anything else.
    """
    steps = tuple(CalibrationStep(**keyed(step)) for step in listed(stored["steps"]))
    found = Calibration(**{**stored, "steps": steps})
    filled(found.rule)
    whole(found.wijken, 1, MOST_PEOPLE)
    for points, share in [(found.points, found.with_point)] + [
        (step.points, step.with_point) for step in steps
    ]:
        number(points, 0)
        number(share, 0, 1)
    sizes = [number(step.lasting, 0) for step in steps]
    if sizes != sorted(set(sizes)):
        raise ValueError("not one step per error")
    return found
