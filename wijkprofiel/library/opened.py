"""An edition and a configuration, opened from Python."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from wijkprofiel.configuration.profile_files import is_profile_file
from wijkprofiel.domain.area import Area, AreaKind
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError, UsageError
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.library.area_profile import AreaProfile
from wijkprofiel.library.edition_booklet import EditionBooklet
from wijkprofiel.library.several_areas import Names, SeveralAreas, listed
from wijkprofiel.render.formats import OutputFormat
from wijkprofiel.workshop.beside import beside_booklet, booklet_formats
from wijkprofiel.workshop.named import (
    age_named,
    documents_named,
    formats_named,
    indicator_named,
    kind_named,
)
from wijkprofiel.workshop.places import usual_workplace
from wijkprofiel.workshop.tasks import Made, Task, failure_of, refuse_second
from wijkprofiel.workshop.wanted_edition import edition_in
from wijkprofiel.workshop.workshop import Workshop

if TYPE_CHECKING:
    from wijkprofiel.library.frames import DataFrame

Asked = str | Path | Area
"""An area by name, code or alias; a profile file (.yaml); or an area that was found before."""


def open(
    edition: str | None = None,
    *,
    config: str | Path | None = None,
    data: str | Path | None = None,
) -> Wijkprofiel:
    """Open an edition, with the configuration by which it is judged and worded.

    It takes some tenths of a second and some tens of MB: open it once and keep it. What is read
    now does not change while it is open, whatever happens to the files.

    Args:
        edition: its name, such as `2020`; None for the newest that there is.
        config: folder with your own configuration, as `--config` on the command line; None for
            `configs` where you are, if it is there, and else ours.
        data: folder with your own editions; None for what the environment variable
            WIJKPROFIEL_DATA names, or the usual folder. Ours are always found too.

    Raises:
        UsageError: if a folder that you name is not there.
        ConfigurationError: with every mistake in the configuration.
        EditionError: if there is no such edition, or it is damaged.
    """
    return Wijkprofiel(edition, config=_path(config), data=_path(data))


class Wijkprofiel(SeveralAreas):
    """An edition and a configuration at work; made by `wijkprofiel.open`.

    Threads may share one: PDFs are drawn one at a time, and the documents are the same as those of
    one thread. A copy of the process (`fork`) may go on with it; another process that gets one
    passed (`spawn`) opens the same edition again.

    Use it in a `with` block, or close it when you are done.
    """

    def __init__(self, edition: str | None, *, config: Path | None, data: Path | None) -> None:
        # The environment names the user's folder, as it does for the command line.
        place = usual_workplace(config, data, os.environ, "config").pinned()  # noqa: TID251
        self._named = edition
        self._config, self._data = config and config.absolute(), data and data.absolute()
        self._shop: Workshop | None = Workshop(place, edition)

    @property
    def shop(self) -> Workshop:
        """What does the work; inside, and free to change.

        Raises:
            UsageError: if this was closed.
        """
        if self._shop is None:
            raise UsageError(
                "Deze editie is gesloten.", remedy="Open haar opnieuw met wijkprofiel.open()."
            )
        return self._shop

    @property
    def edition(self) -> EditionInfo:
        """Which edition it is: its name, title, date, division and checksum."""
        return self.shop.edition.info

    @property
    def indicators(self) -> dict[str, str]:
        """The names of the indicators, by key, in the order of the document."""
        return {key: each.naam for key, each in self.shop.catalogue.indicators.items()}

    def close(self) -> None:
        """Let go of the edition; again is no mistake."""
        if self._shop is not None:
            self._shop.close()
            self._shop = self._between = None

    def __enter__(self) -> Wijkprofiel:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        if self._shop is None:
            return "<wijkprofiel, gesloten>"
        return f"<wijkprofiel, editie {self.edition.id} ({self.edition.title})>"

    def __reduce__(self) -> tuple[Any, ...]:
        info = self.shop.edition
        return _reopened, (info.path.stem, self._config, self._data, info.info.content)

    def find(
        self, area: str, *, gemeente: Names = (), ggd: Names = (), provincie: Names = ()
    ) -> Area:
        """The one area that a name, code or alias stands for.

        Args:
            area: capitals, accents and hyphens do not matter; nor does `Wijk 03` before it.
            gemeente: name, code or alias of the gemeente to look in, or of several.
            ggd, provincie: the same of a GGD region or province; all of its gemeenten.

        Raises:
            RegionError: if nothing fits; what comes nearest is in the message.
            AmbiguousRegionError: if several areas fit; they are in its `candidates`.
        """
        return self.shop.find(area, *self._places(gemeente, ggd, provincie))

    def profile(
        self,
        area: Asked,
        *,
        gemeente: Names = (),
        ggd: Names = (),
        provincie: Names = (),
        document: str | None = None,
    ) -> AreaProfile:
        """A document of one area, without writing it.

        Args:
            area: what it is about; a profile file also says what it shows.
            gemeente, ggd, provincie: where to look for a name.
            document: `profiel`, `een_blad` or one of your own; None for the first one of the
                profile file, else the profile.

        Raises:
            RegionError: if there is no such area, or more than one.
            ConfigurationError: with every mistake in the profile file.
            UsageError: if there is no such document, or the file asks for another edition.
        """
        task = self._task(area, self._places(gemeente, ggd, provincie))
        kind = task.documents[0] if document is None else self._documents([document])[0]
        findings = self.shop.findings([task.area], task.wishes)
        return AreaProfile(
            opened=self,
            task=task,
            document=kind,
            findings=findings,
            content=self.shop.content(
                kind, findings, task.wishes, self.shop.imprint_of(kind, task)
            ),
        )

    def build(
        self,
        *areas: Asked,
        gemeente: Names = (),
        ggd: Names = (),
        provincie: Names = (),
        formats: Names = ("html", "pdf"),
        documents: Names = (),
        booklet: bool = False,
        output: str | Path = "profielen",
        errors: Literal["raise", "keep"] = "raise",
    ) -> list[Made]:
        """Write documents, the same bytes as `wijkprofiel build` writes.

        All names are looked up before anything is written. What goes wrong with one area then
        leaves the others alone; no half set of files is left of it.

        Args:
            areas: what is made, each in files of its own.
            gemeente, ggd, provincie: where to look for names.
            formats: `html`, `pdf`, `json` or `csv`.
            documents: as in `profile`; empty for what each profile file asks for, else the profile.
            booklet: whether the booklet of the edition is laid beside them, once; they refer to it.
            output: folder for the files; it is made if it is not there.
            errors: `raise` for an exception when all are done, `keep` to find each in what comes
                back, as `error`.

        Returns:
            Per area the `files` that were written, with `notes`, `warnings` and the `error`; that
            of the booklet is the first, and has no `area`.

        Raises:
            RegionError, ConfigurationError, UsageError: as in `profile`, before the work.
            OutputError: if a file cannot be written or would take the place of an input.
            RenderError: if a document cannot be drawn.
            PartialFailure: if some of several areas failed, or only the PDF of one.
        """
        tasks = self._tasks(areas, self._places(gemeente, ggd, provincie))
        if kinds := listed(documents):
            chosen = self._documents(kinds)
            tasks = [replace(task, documents=chosen) for task in tasks]
        wanted = formats_named(listed(formats))
        return self._written(tasks, wanted, Path(output), booklet=booklet, errors=errors)

    def booklet(self) -> EditionBooklet:
        """The booklet of the edition, without writing it: what is the same for every area.

        It says what each indicator is, how a difference gets a word, how points are chosen, and
        names the sources. Its bytes are those that `wijkprofiel booklet` writes.

        Raises:
            EditionError: if what is stored of the edition is damaged.
        """
        return EditionBooklet(self, self.shop.edition_content())

    def _written(
        self,
        tasks: Sequence[Task],
        formats: Sequence[OutputFormat],
        output: Path,
        *,
        booklet: bool,
        errors: str,
    ) -> list[Made]:
        for_edition = booklet_formats(formats) if booklet else []
        self.shop.plan(tasks, formats, output)
        made = []
        if booklet:
            self.shop.plan_edition(for_edition, output)
            made.append(self.shop.build_edition(for_edition, output))
            tasks = beside_booklet(tasks, made[0])
        made.extend(self.shop.build(tasks, formats, output))
        failure = failure_of(made)
        if failure is not None and errors == "raise":
            raise failure
        return made

    def figures(
        self, area: str | Area, *, gemeente: Names = (), ggd: Names = (), provincie: Names = ()
    ) -> DataFrame:
        """Every figure of one area: each indicator, for each age group, of each year that there is.

        Returns:
            A row per figure, in the order of the document and then by year, with the columns

            * `code`, `area`, `level`, `gemeente`, `inhabitants`: of the area;
            * `indicator`, `name`, `age`, `period`: of the figure; `base_period` is the first year
              of a change; `newest` tells whether it is of the year that a profile shows;
            * `value`, in `unit` and not rounded (`procent`: 0 to 100); `lower` and `upper`: the
              limits that the source published, NaN where it published none;
            * `status`: `beschikbaar`, or the cause for which `value` is NaN, and `reason`: the
              same in words; a missing figure is never zero;
            * `method` (`register`, `enquete`, `modelschatting`), `table` and `source`: where it
              comes from; `boundary_changed` where that table is of other boundaries.

        Raises:
            RegionError: if there is no such area, or more than one.
            EditionError: if what is stored of it is damaged.
        """
        from wijkprofiel.library.frames import frame_of

        where = self._places(gemeente, ggd, provincie)
        found = area if isinstance(area, Area) else self.find(area, gemeente=where)
        return frame_of(self.shop.figures_of(found), self.edition)

    def all_areas(
        self,
        level: str | RegionLevel,
        indicator: str,
        *,
        age: str | None = None,
        period: int | None = None,
        gemeente: Names = (),
        ggd: Names = (),
        provincie: Names = (),
    ) -> DataFrame:
        """One figure of all areas of a level, or of all werkgebieden.

        Args:
            level: `land`, `gemeente`, `wijk`, `buurt` or `werkgebied`.
            indicator: its key, one of `indicators`.
            age: `alle`, `18+`, `18-64` or `65+`; None for the first that the indicator is of.
            period: the year; None for the year that a profile shows.
            gemeente, ggd, provincie: only the areas in these; empty for the whole edition.

        Returns:
            A row per area in order of code (werkgebieden as they stand in the configuration), with
            the columns of `figures`.

        Raises:
            UsageError: if there is no such level, indicator or age group.
            RegionError: if there is no such gemeente.
            ConfigurationError: if a werkgebied does not fit the edition.
            EditionError: if what is stored is damaged.
        """
        from wijkprofiel.library.frames import frame_of

        shop = self.shop
        definition = indicator_named(shop.catalogue, indicator)
        group = age_named(definition, age)
        areas = self._areas(kind_named(level), self._places(gemeente, ggd, provincie))
        return frame_of(shop.figure_of_all(areas, definition, group, period), self.edition)

    def _areas(self, kind: AreaKind, gemeenten: Sequence[str]) -> Iterator[Area]:
        edition = self.shop.edition
        if kind is AreaKind.UNION:
            yield from self.shop.areas.work_areas_in(gemeenten)
            return
        homes = [each.gemeente_code for each in self.shop.areas.gemeenten(gemeenten)] or [None]
        for home in homes:
            yield from map(Area.of, edition.regions(RegionLevel(kind), home))

    def _places(self, gemeente: Names, ggd: Names, provincie: Names) -> list[str]:
        return self.shop.areas.composed.places(listed(gemeente), listed(ggd), listed(provincie))

    def _tasks(self, areas: Iterable[Asked], gemeenten: Sequence[str]) -> list[Task]:
        found: dict[str, tuple[str, Task]] = {}
        for asked in areas:
            task = self._task(asked, gemeenten)
            name = task.area.code if isinstance(asked, Area) else str(asked)
            first, _ = found.setdefault(task.area.code, (name, task))
            refuse_second(first, name, task)
        if not found:
            raise UsageError(
                "Er is geen gebied genoemd.",
                remedy="Noem een naam, een code of een profielbestand.",
            )
        return [task for _, task in found.values()]

    def _task(self, asked: Asked, gemeenten: Sequence[str]) -> Task:
        if isinstance(asked, Area):
            return Task(asked)
        if is_profile_file(str(asked)):
            self._refuse_other_edition(Path(asked))
        return self.shop.asked(str(asked), gemeenten)

    def _refuse_other_edition(self, path: Path) -> None:
        """An edition that was named goes before what a file asks for, as on the command line."""
        if self._named is not None:
            return
        ours, wanted = self.shop.edition.path.stem, edition_in(self.shop.place, path)
        if wanted not in (None, ours):
            raise UsageError(
                f"{path} vraagt om editie '{wanted}', en geopend is '{ours}'.",
                remedy=f"Open die editie: wijkprofiel.open(edition='{wanted}').",
            )

    def _documents(self, names: Sequence[str]) -> tuple[Any, ...]:
        return documents_named(names, self.shop.documents)


def _reopened(edition: str, config: Path | None, data: Path | None, content: str) -> Wijkprofiel:
    """The same edition in another process.

    Raises:
        EditionError: if it is another one by now.
    """
    opened = Wijkprofiel(edition, config=config, data=data)
    if opened.edition.content != content:
        opened.close()
        raise EditionError(
            f"De editie {edition} is veranderd sinds zij werd geopend.",
            remedy="Open haar opnieuw met wijkprofiel.open().",
        )
    return opened


def _path(path: str | Path | None) -> Path | None:
    return None if path is None else Path(path)
