"""How far figures put together from wijken or buurten lie from the published one of the whole.

    python -m tools.union_errors [wijk|gemeente]

Of every gemeente (or wijk) the figure that its own parts give by the rule of each indicator, minus
the figure that is published of it: number, median, 95th percentile and maximum, in the unit of the
figure. Health figures of one age group are taken together, as methode.md does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from wijkprofiel.areas.at_home import HomeShares
from wijkprofiel.configuration.catalogue import load_catalogue
from wijkprofiel.configuration.together import Way
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.figures import FigureKey
from wijkprofiel.domain.regions import Region, RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.findings.figure_book import FigureBook
from wijkprofiel.yaml_files.paths import SHIPPED_DATA, SearchPath

LEAST_PEOPLE = 1_000
"""Inhabitants of a wijk that is measured: in smaller ones rounding is all there is."""
MOST_UNKNOWN = 0.005


def errors(level: RegionLevel) -> dict[str, list[float]]:
    """Per indicator (health figures per age group) the differences, without their sign."""
    catalogue = load_catalogue(SearchPath.with_user_folder(None))
    found: dict[str, list[float]] = {}
    with Edition.open(SHIPPED_DATA / "2020.sqlite") as edition:
        indicators = catalogue.of_tables(edition.origins).indicators
        book = FigureBook(edition, (), indicators, catalogue.limits)
        homes = HomeShares(book._published, edition.figures, catalogue.limits.werkgebieden)
        keys = [key for key, each in edition.figures.items() if each.newest and each.origin]
        for whole, parts in wholes(edition, level):
            at_home = tuple(homes.of(each) for each in parts)
            area = Area(tuple(parts), whole.name, f"delen-{whole.code}", at_home)
            for key in keys:
                rule = indicators[key.indicator].together
                if rule.wijze in (Way.REFUSED, Way.CLASS):
                    continue
                off = difference(book, area, whole, key)
                if off is not None:
                    name = f"gezondheid {key.age}" if rule.wijze is Way.PEOPLE else key.indicator
                    found.setdefault(name, []).append(off)
    return found


def wholes(edition: Edition, level: RegionLevel) -> Iterator[tuple[Region, list[Region]]]:
    """Areas of a level with at least two parts, and those parts."""
    inner = RegionLevel.WIJK if level is RegionLevel.GEMEENTE else RegionLevel.BUURT
    for gemeente in edition.regions(RegionLevel.GEMEENTE):
        inside = edition.regions(inner, gemeente.code)
        for whole in [gemeente] if level is RegionLevel.GEMEENTE else wijken(edition, gemeente):
            parts = [each for each in inside if whole.code in (each.gemeente_code, each.wijk_code)]
            if len(parts) > 1:
                yield whole, parts


def wijken(edition: Edition, gemeente: Region) -> list[Region]:
    """The wijken of a gemeente in which enough people live."""
    inside = edition.regions(RegionLevel.WIJK, gemeente.code)
    return [each for each in inside if (each.inhabitants or 0) >= LEAST_PEOPLE]


def difference(book: FigureBook, area: Area, whole: Region, key: FigureKey) -> float | None:
    """What the parts give minus what is published, where nearly everybody lives in a known part."""
    published = book.observation(Area.of(whole), key)
    together, joined = book.observation(area, key), book.joined(area, key)
    if joined is None or joined.covered < 1 - MOST_UNKNOWN:
        return None
    if together.value is None or published.value is None:
        return None
    given = published.value if published.published is None else published.published.value
    return None if given is None else abs(together.value - given)


def main() -> int:
    """Print the table."""
    level = RegionLevel(sys.argv[1]) if len(sys.argv) > 1 else RegionLevel.GEMEENTE
    sys.stdout.write(f"{'cijfer':32} {'n':>6} {'mediaan':>9} {'p95':>9} {'hoogste':>9}\n")
    for name, off in sorted(errors(level).items()):
        off.sort()
        shown = (off[len(off) // 2], off[int(0.95 * (len(off) - 1))], off[-1])
        numbers = " ".join(f"{each:9.3f}" for each in shown)
        sys.stdout.write(f"{name:32} {len(off):6} {numbers}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
