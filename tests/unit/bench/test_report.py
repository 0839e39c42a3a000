from __future__ import annotations

import pytest

from bench.measure import Cost, Job, run
from bench.report import BEGIN, END, report, table, written_into


def job(key: str, *cpu_s: float, parts: dict[str, list[float]] | None = None) -> Job:
    costs = [Cost(seconds, 2 * seconds, 50.0, parts or {}) for seconds in cpu_s]
    return Job(key, [], costs=costs)


def jobs() -> dict[str, Job]:
    warm = {"profile": [0.04], "html": [0.02, 0.01, 0.03], "pdf": [1.2]}
    found = [
        job("help", 0.1, 0.3, 0.2),
        job("html", 1.0, 1.1, 0.9),
        job("pdf", 3.0, 3.0, 2.0),
        job("naive_html", 8.0, 7.0, 9.0),
        job("naive_pdf", 12.0, 15.0, 13.0),
        job("lean_html", 6.0, 6.0, 6.0),
        job("lean_pdf", 9.0, 9.0, 9.0),
        job("ten_1", 10.0, 9.0, 12.0),
        job("ten_2", 6.0, 5.0, 4.0),
        job("warm", 9.0, 9.0, 9.0, parts=warm),
    ]
    return {each.key: each for each in found}


SIZES = {"html": 280.4, "pdf": 350.0, "naive_html": 683.0, "naive_pdf": 337.0}


def test_a_process_is_told_by_its_median_and_its_lowest() -> None:
    assert "| `--help` | 0.20 | 0.10 | 0.40 | 50 | 0.4 |" in report(jobs(), SIZES)


def test_ratios_are_of_medians_and_of_the_lowest() -> None:
    tables = report(jobs(), SIZES)
    assert "| HTML | 8.0× | 7.8× | 7× |" in tables
    assert "| HTML and PDF | 4.3× | 6.0× | 4× |" in tables
    assert "| HTML, script with one chart per table | 6.0× | 6.7× |  |" in tables


def test_two_processes_are_held_against_one_round_by_round() -> None:
    tables = report(jobs(), SIZES)
    assert "| `--jobs 1` | 20.0 | 18.0 | 50 |  |" in tables
    assert "| times as quick | 1.80× | 2.25× |  | 1.8× |" in tables


def test_what_a_process_measured_itself_is_in_milliseconds() -> None:
    assert "| filling in and writing the HTML | 20.0 | 20.0 | 20 |" in report(jobs(), SIZES)


def test_compiling_is_left_out_where_it_was_not_measured() -> None:
    assert "compiling" not in report(jobs(), SIZES)
    compiled = {**jobs(), "compile": job("compile", 20.0)}
    assert "| compiling the shipped edition | 20.00 | 20.00 | 40.00 | 50 | 60 |" in report(
        compiled, SIZES
    )


def test_a_table_is_markdown() -> None:
    assert table(("a", "b"), [("x", "1")]) == "| a | b |\n| --- | ---: |\n| x | 1 |"


def test_tables_come_between_the_marks() -> None:
    text = f"voor\n{BEGIN}\noud\n{END}\nna\n"
    once = written_into(text, "nieuw")
    assert once == f"voor\n{BEGIN}\n\nnieuw\n\n{END}\nna\n"
    assert written_into(once, "nieuw") == once


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{END}{BEGIN}"])
def test_without_both_marks_nothing_is_written(text: str) -> None:
    with pytest.raises(SystemExit, match="bench: begin"):
        written_into(text, "nieuw")


def test_a_run_is_measured_from_outside() -> None:
    program = "import json; print(json.dumps({'x': [0.5]}))"
    cost = run("proef", ["-c", program], reports=True)
    assert cost.parts == {"x": [0.5]}
    assert cost.cpu_s > 0
    assert cost.memory_mib > 1


def test_a_run_that_fails_stops_the_measuring() -> None:
    with pytest.raises(SystemExit, match="proef stopt met code 3"):
        run("proef", ["-c", "raise SystemExit(3)"], reports=False)
