from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest

from wijkprofiel.cli.report import Report
from wijkprofiel.disk import files
from wijkprofiel.disk.outputs import Outputs
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.editions import EditionInfo
from wijkprofiel.domain.errors import EditionError, OutputError
from wijkprofiel.domain.regions import Region
from wijkprofiel.workshop.tasks import Made

EDITION = EditionInfo("2020", "Titel", "2021-04-01", 2020, "f" * 64)
REGION = Region("WK034403", 2020, "Overvecht", "Overvecht", "Utrecht")
MADE = Made(Area.of(REGION), (Path("profielen/a.html"),), ("een opmerking",), ("let\nop",))
FAILED = Made(Area.of(REGION), error=EditionError("stuk"))


def begun(path: Path | None, planned: int) -> Report:
    return Report(EDITION, False, planned, path, Outputs())


def test_a_report_is_the_same_however_it_is_put_together(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    made = begun(path, 3)
    with made.kept():
        for outcome in (MADE, FAILED, MADE):
            made.add(outcome)
    text = path.read_text(encoding="utf-8")
    assert text == files.json_text(json.loads(text)) + "\n"
    assert json.loads(text)["waarschuwingen"] == 2


def test_a_report_of_thousands_of_areas_takes_little_time(tmp_path: Path) -> None:
    made = begun(tmp_path / "r.json", 3000)
    start = process_time()
    with made.kept():
        for _ in range(3000):
            made.add(MADE)
    assert process_time() - start < 2
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["compleet"] is True


def test_a_report_that_does_not_fit_for_a_moment_is_kept_with_a_later_area(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = begun(tmp_path / "r.json", 2)
    whole = Path.write_text
    with made.kept():
        with monkeypatch.context() as full:
            full.setattr(Path, "write_text", refuse)
            made.add(MADE)
        assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["gemaakt"] == 0
        assert Path.write_text is whole
        made.add(MADE)
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["gemaakt"] == 2


def refuse(path: Path, *_: object, **__: object) -> int:
    raise OSError(28, "No space left on device", str(path))


def test_a_report_that_cannot_be_written_at_the_end_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = begun(tmp_path / "r.json", 1)

    def work() -> None:
        with made.kept():
            monkeypatch.setattr(Path, "write_text", refuse)
            made.add(MADE)

    with pytest.raises(OutputError, match="de schijf is vol"):
        work()


@pytest.mark.parametrize(
    ("stop", "why"),
    [
        (KeyboardInterrupt(), "gestopt met Ctrl-C"),
        (EditionError("stuk"), "stuk"),
        (
            OSError(28, "No space left on device"),
            "de uitvoer is niet te schrijven (de schijf is vol)",
        ),
        (SystemExit(141), "gestopt van buiten"),
        (ZeroDivisionError("x"), "Dit is een fout in wijkprofiel zelf (ZeroDivisionError: x, "),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_report_says_why_a_run_was_cut_short(
    tmp_path: Path, stop: BaseException, why: str
) -> None:
    made = begun(tmp_path / "r.json", 2)

    def work() -> None:
        with made.kept():
            made.add(MADE)
            raise stop

    with pytest.raises(type(stop)):
        work()
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert found["afgebroken"].startswith(why)
    assert (found["gemaakt"], found["compleet"]) == (1, False)


def test_without_a_report_nothing_is_written(tmp_path: Path) -> None:
    made = begun(None, 1)
    with made.kept():
        made.add(FAILED)
    assert not list(tmp_path.iterdir())
