"""What is odd about an edition, in lines for a terminal: its map, cells that were left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijkprofiel.domain.improbable import ImprobableCell
from wijkprofiel.edition.manifest import Manifest
from wijkprofiel.words.formatting import number

_SHOWN = 10


def oddities(manifest: Manifest, warnings: Iterable[str] | None = None) -> Iterator[str]:
    """Everything odd that an edition knows of itself; nothing for most editions.

    Args:
        warnings: what was found now; None is what was found when it was compiled.
    """
    yield from manifest.warnings if warnings is None else warnings
    yield from (f"kaart: {note}" for note in manifest.map_notes)
    if manifest.without_map is not None:
        yield _without_map(manifest)
    if manifest.improbable_count:
        yield from _left_out(manifest.improbable, manifest.improbable_count)


def _without_map(manifest: Manifest) -> str:
    name = manifest.info.id
    if not manifest.without_map:
        return f"kaart: geen; configs/edities/{name}.yaml noemt geen `grenzen`"
    gemeente = ""
    if manifest.only is not None:
        name = name.removesuffix(f"-{manifest.only.lower()}")
        gemeente = f" --gemeente {manifest.only}"
    return (
        f"kaart: geen; {manifest.without_map} is er niet, of past niet bij de cijfers. Haal haar op"
        f" met `wijkprofiel data pull --edition {name}{gemeente}`"
    )


def _left_out(cells: tuple[ImprobableCell, ...], count: int) -> Iterator[str]:
    what = "één cijfer" if count == 1 else f"{number(count)} cijfers"
    yield f"onwaarschijnlijk in de bron en dus weggelaten: {what}"
    for cell in cells[:_SHOWN]:
        yield f"  {cell}"
    if count > _SHOWN:
        yield f"  en nog {number(count - _SHOWN)} andere"
