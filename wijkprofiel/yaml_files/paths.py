"""The one place that knows where configuration, templates and shipped editions lie.

In a checkout they are the top-level folders, because people edit them there; in an installed
wheel they lie in `wijkprofiel/_bundled`. A folder of the user's own goes first: a file of the
same name replaces ours whole.
"""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped_root() -> Path:
    # An editable install would serve stale copies from _bundled: the checkout wins.
    checkout = _PACKAGE.parent
    return checkout if (checkout / "pyproject.toml").is_file() else _PACKAGE / "_bundled"


SHIPPED_CONFIGS = _shipped_root() / "configs"
SHIPPED_TEMPLATES = _shipped_root() / "templates"
SHIPPED_DATA = _shipped_root() / "data"


@dataclass(frozen=True, slots=True)
class SearchPath:
    """Configuration folders in order: the user's first, ours last."""

    folders: tuple[Path, ...]

    @classmethod
    def with_user_folder(cls, user_folder: Path | None) -> SearchPath:
        """The user's folder if there is one, then the shipped folder."""
        own = (user_folder,) if user_folder is not None and user_folder.is_dir() else ()
        shipped = () if own and own[0].resolve() == SHIPPED_CONFIGS else (SHIPPED_CONFIGS,)
        return cls((*own, *shipped))

    def find(self, relative: str) -> Path | None:
        """What bears this name first, or None; a pipe or a broken link too, so that it is told."""
        return next((p for f in self.folders if os.path.lexists(p := f / relative)), None)

    def list(self, subfolder: str) -> list[Path]:
        """All YAML files of a subfolder by name; the user's version where both exist."""
        found: dict[str, Path] = {}
        for path in self._all(subfolder):
            found.setdefault(path.stem, path)
        return [found[name] for name in sorted(found)]

    def versions(self, subfolder: str, name: str) -> builtins.list[Path]:
        """All YAML files of one name in a subfolder, the user's first."""
        return [path for path in self._all(subfolder) if path.stem == name]

    def _all(self, subfolder: str) -> Iterator[Path]:
        for folder in self.folders:
            for pattern in ("*.yaml", "*.yml"):
                yield from sorted((folder / subfolder).glob(pattern))
