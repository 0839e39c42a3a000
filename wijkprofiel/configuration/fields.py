"""Field types shared by all configuration records."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from wijkprofiel.configuration.messages import KEY_PATTERN

_YES = {"ja": True, "nee": False}


def _yes_or_no(value: object) -> object:
    """Read ja/nee. Everything else is refused: `true`, `yes` and `on` are other people's words."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _YES:
        return _YES[value]
    raise ValueError("moet ja of nee zijn")


_WRITTEN_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TURNED_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")


def _day(value: object) -> object:
    """Read a date as jjjj-mm-dd. A bare number is no date, whatever it could count from."""
    if isinstance(value, date) or not isinstance(value, str):
        return value
    written = _WRITTEN_DAY.fullmatch(value.strip())
    if written is None:
        turned = _TURNED_DAY.fullmatch(value.strip())
        question = f" Bedoelde u {turned[3]}-{turned[2]:0>2}-{turned[1]:0>2}?" if turned else ""
        raise ValueError(f"'{value[:30]}' is geen datum; schrijf jjjj-mm-dd.{question}")
    try:
        return date(*(int(part) for part in written.groups()))
    except ValueError:
        raise ValueError(f"de dag {value} bestaat niet") from None


Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "string", "enum": list(_YES)})
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]


class Record(BaseModel):
    """A configuration record: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
