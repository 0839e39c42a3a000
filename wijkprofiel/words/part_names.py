"""What the parts of an area are called beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_AROUND = re.compile(r"\s+(\([^)]*\)?|e\.?\s?o\.?|en omgeving|en omstreken)$", re.IGNORECASE)


def part_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names without "en omgeving" and what stands in brackets, where they still differ.

    Beside the others of its wijk, the part of a name that people say is enough.
    """
    bare = [_AROUND.sub("", name) for name in names]
    used = Counter(bare)
    return tuple(
        short if used[short] == 1 else name for name, short in zip(names, bare, strict=True)
    )
