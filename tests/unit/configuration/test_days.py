"""A day in YAML: jjjj-mm-dd, and a question only about a day that exists."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from wijkprofiel.yaml_files.fields import Day, Record


class Dated(Record):
    dag: Day


@pytest.mark.parametrize(
    ("written", "asked"),
    [("18-3-2027", " Bedoelde u 2027-03-18?"), ("03/18/2027", ""), ("31/02/2027", ""), ("x", "")],
)
def test_only_a_day_that_exists_is_asked_about(written: str, asked: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"dag": written})
    (error,) = caught.value.errors()
    assert error["msg"].endswith(f"'{written}' is geen datum; schrijf jjjj-mm-dd.{asked}")
