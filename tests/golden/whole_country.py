"""Every document of the country is made once; nothing may fail and no body may be too long.

It takes about a quarter of an hour, so it does not run with the tests but with `make country`, or
by itself:

    python -m tests.golden.whole_country

HTML of every wijk and gemeente and of a part of the buurten; PDF of the areas with the most parts
or the longest names, of small areas, and of the sample that the tests look at.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.golden.areas import sample, with_longest_names, with_most_parts
from tests.support.pdf_pages import page_counts
from tests.support.pdf_structure import faults
from tests.support.rendering import render_html, render_pdf
from tests.support.shipped import open_shop
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.edition.reader import Edition
from wijkprofiel.workshop.workshop import Workshop

MOST_PAGES = 12
MOST_PAGES_OF_ACCOUNT = 4

_ONE_BUURT_IN, _ONE_SMALL_WIJK_IN = 24, 16
_MOST_PARTS, _LONGEST_NAMES = 16, 4


def on_screen(edition: Edition) -> list[str]:
    """Codes of the areas of which HTML is made."""
    regions = [
        *edition.regions(RegionLevel.WIJK),
        *edition.regions(RegionLevel.GEMEENTE),
        *edition.regions(RegionLevel.BUURT)[::_ONE_BUURT_IN],
    ]
    return [region.code for region in regions]


def in_print(edition: Edition) -> list[str]:
    """Codes of the areas of which a PDF is made."""
    wijken = edition.regions(RegionLevel.WIJK)
    small = [region.code for region in wijken if (region.adults or 0) < 100]
    codes = [
        *with_most_parts(edition, _MOST_PARTS),
        *with_longest_names(wijken, _LONGEST_NAMES),
        *small[::_ONE_SMALL_WIJK_IN],
        *sample(edition),
    ]
    return list(dict.fromkeys(codes))


class Run:
    """What became of every document."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self.faults: list[str] = []
        self.kilobytes: list[int] = []
        self.bodies: Counter[int] = Counter()
        self.accounts: Counter[int] = Counter()

    def all(self) -> None:
        """Make all documents."""
        for code in on_screen(self._shop.edition):
            self._attempt(code, self._screen)
        for code in in_print(self._shop.edition):
            self._attempt(code, self._print)

    def _attempt(self, code: str, make: Callable[[Profile], None]) -> None:
        region = self._shop.edition.region(code)
        assert region is not None
        try:
            make(self._shop.profile(region))
        except Exception as error:  # one that fails must not hide the others
            self.faults.append(f"{code}: {error!r}")

    def _screen(self, profile: Profile) -> None:
        self.kilobytes.append(len(render_html(profile).encode()) // 1000)

    def _print(self, profile: Profile) -> None:
        pdf = render_pdf(profile)
        body, account = page_counts(pdf)
        self.bodies[body] += 1
        self.accounts[account] += 1
        code = profile.area.code
        self.faults += [f"{code}: {fault}" for fault in faults(pdf)]
        if body > MOST_PAGES or account > MOST_PAGES_OF_ACCOUNT:
            self.faults.append(f"{code}: {body} bladzijden, verantwoording {account}")

    def report(self) -> Iterator[str]:
        """How it went, in numbers."""
        sizes = sorted(self.kilobytes)
        yield f"{len(sizes)} x HTML: {sizes[0]}, {sizes[len(sizes) // 2]}, {sizes[-1]} kB"
        yield f"{self.bodies.total()} x PDF"
        for name, counts in (("romp", self.bodies), ("verantwoording", self.accounts)):
            spoken = (f"{number} bladzijden {counts[number]} x" for number in sorted(counts))
            yield f"{name}: {', '.join(spoken)}"
        yield f"{len(self.faults)} fouten"
        yield from self.faults


def main() -> int:
    """Make all documents and print how it went."""
    with tempfile.TemporaryDirectory() as folder:
        for shop in open_shop(Path(folder)):
            run = Run(shop)
            run.all()
            sys.stdout.write("\n".join([*run.report(), ""]))
            return 1 if run.faults else 0
    raise AssertionError("no workshop")


if __name__ == "__main__":
    sys.exit(main())
