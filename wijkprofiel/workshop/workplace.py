"""The folders of a run, and the editions in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from wijkprofiel.disk.outputs import TABLES, YAML, Outputs
from wijkprofiel.domain.errors import EditionError
from wijkprofiel.edition.choosing import newest, no_such_edition, open_checked
from wijkprofiel.edition.manifest import manifest_path
from wijkprofiel.edition.reader import Edition
from wijkprofiel.edition.status import edition_files
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SHIPPED_DATA, SearchPath


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folders of one run.

    Attributes:
        search: configuration folders, the user's first.
        data: folder with the user's own editions; the shipped one is always found too.
        templates: the user's own templates, if any; ours come after.
        data_is_named: whether the folder was named; another one is found again by itself.
    """

    search: SearchPath
    data: Path
    templates: Path | None = None
    data_is_named: bool = False

    def pinned(self) -> Workplace:
        """The same folders, also when the process goes to another one."""
        return replace(
            self,
            search=SearchPath(tuple(folder.absolute() for folder in self.search.folders)),
            data=self.data.absolute(),
            templates=self.templates and self.templates.absolute(),
        )

    @property
    def snapshots(self) -> Path:
        """Folder with snapshots."""
        return self.data / "momentopnamen"

    def own_configuration(self) -> Path | None:
        """The folder to name for the same configuration; None where that is ours.

        Templates of a folder count only if it is named: one that was not named and has them is
        found again by itself, in the folder where it lies.
        """
        if self.templates is not None:
            return self.templates.parent
        own = [folder for folder in self.search.folders if folder.resolve() != SHIPPED_CONFIGS]
        return next((folder for folder in own if not (folder / "templates").is_dir()), None)

    def named_data(self, edition: Path) -> Path | None:
        """The folder to name for an edition that lies in it; None where it is found by itself."""
        return self.data if self.data_is_named and edition.parent == self.data else None

    def editions(self) -> list[Path]:
        """All edition files by name; the user's where both have one."""
        return sorted(edition_files([self.data, SHIPPED_DATA]), key=lambda path: path.stem)

    def inputs(self) -> Outputs:
        """What every run keeps as it is: configuration, templates, editions, snapshots."""
        outputs = Outputs()
        for folder in self.search.folders:
            outputs.reads_folder(folder, YAML, "een instelling")
        if self.templates is not None:
            outputs.reads_folder(self.templates, frozenset(), "een sjabloon")
        outputs.reads_folder(self.snapshots, TABLES, "een momentopname")
        for edition in self.editions():
            outputs.reads(edition, "een editie")
            outputs.reads(manifest_path(edition), "het manifest van een editie")
        return outputs

    def open_edition(self, name: str | None = None) -> Edition:
        """Open an edition by name, or the newest there is.

        Raises:
            EditionError: if there is none of that name, or none at all.
        """
        paths = self.editions()
        if name is not None:
            chosen = next((path for path in paths if path.stem == name), None)
            if chosen is None:
                raise no_such_edition(name, [path.stem for path in paths])
            return open_checked(chosen)
        if not paths:
            raise EditionError(
                f"Er is geen editie in {self.data}.",
                remedy="Maak er een met `wijkprofiel data import` en `wijkprofiel data compile`.",
            )
        return open_checked(newest(paths, SHIPPED_DATA))
