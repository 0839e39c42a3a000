"""Checking the configuration, and every profile file against its edition."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from wijkprofiel.areas.compositions import Division
from wijkprofiel.configuration.checking import (
    Mistakes,
    check_configuration,
    is_configuration,
)
from wijkprofiel.configuration.composition_records import load_compositions
from wijkprofiel.configuration.profile_files import PROFILES, read_alone
from wijkprofiel.disk.reachable import real
from wijkprofiel.documents.registry import own_documents
from wijkprofiel.domain.errors import ConfigurationError
from wijkprofiel.domain.regions import RegionLevel
from wijkprofiel.workshop.profile_folder import profile_files
from wijkprofiel.workshop.wanted_edition import edition_in
from wijkprofiel.workshop.work_area_check import check_work_areas
from wijkprofiel.workshop.workplace import Workplace
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.loader import load


def check_everything(place: Workplace, paths: Iterable[Path], edition: str | None) -> int:
    """Check the configuration and profile files, and count the files.

    Raises:
        ConfigurationError: with every mistake of every file.
        UsageError: if a path is neither a YAML file nor a folder.
    """
    given = [file for path in paths for file in profile_files(path)]
    found = check_configuration(place.search)
    found.attempt(lambda: own_documents(place.search))
    profiles = [
        *place.search.list(PROFILES),
        *(path for path in given if not is_configuration(path, place.search)),
    ]
    once = {real(path): path for path in profiles}
    if found.catalogue is None:
        for path in once.values():
            found.attempt(lambda path=path: _check_alone(path))  # type: ignore[misc]
    else:
        _check_profiles(place, once.values(), edition, found)
        found.problems.extend(check_work_areas(place, found.catalogue, edition).problems)
        found.attempt(lambda: _check_compositions(place, edition))
    found.files.update(once.values())
    found.finish()
    return len({real(path) for path in found.files})


def _check_alone(path: Path) -> None:
    """A profile file on its own, where there is no sound catalogue to hold it against."""
    _, problems = read_alone(load(path))
    if problems:
        raise ConfigurationError(problems)


def _check_profiles(
    place: Workplace, paths: Iterable[Path], edition: str | None, found: Mistakes
) -> None:
    with ExitStack() as opened:
        shops: dict[str | None, Workshop] = {}
        for path in paths:
            wanted = edition
            try:
                wanted = edition or edition_in(place, path)
            except ConfigurationError as error:
                found.problems.extend(error.problems)
            if wanted not in shops:
                shops[wanted] = opened.enter_context(Workshop(place, wanted))
            found.attempt(lambda shop=shops[wanted], path=path: _check(shop, path))  # type: ignore[misc]


def _check_compositions(place: Workplace, edition: str | None) -> None:
    """Every GGD region and province of the edition's division, if it is of the whole country."""
    try:
        records = load_compositions(place.search)
    except ConfigurationError:  # told before
        return
    with place.open_edition(edition) as opened:
        division = Division(opened.regions(RegionLevel.GEMEENTE), opened.info.division)
        problems = list(division.problems(records))
        if problems and division.is_whole(records):
            raise ConfigurationError(problems)


def _check(shop: Workshop, path: Path) -> None:
    """A profile file has to be fit for every format."""
    if unprintable := shop.task(path).unprintable:
        raise ConfigurationError(unprintable)
