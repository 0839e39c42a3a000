"""Field types shared by all configuration records."""

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)

from wijkprofiel.yaml_files.letters import named, steering
from wijkprofiel.yaml_files.messages import KEY_PATTERN

_YES = {"ja": True, "nee": False}
_WRITTEN = [way for word in _YES for way in (word, word.capitalize(), word.upper())]


def _yes_or_no(value: object) -> object:
    """Read ja/nee, however it is written. `true`, `yes` and `on` are other people's words."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _YES:
        return _YES[value.lower()]
    raise ValueError("moet ja of nee zijn")


_WRITTEN_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TURNED_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")


def _turned(written: str) -> str:
    """A date with the day first, asked about the right way round if there is such a day."""
    found = _TURNED_DAY.fullmatch(written.strip())
    if found is None:
        return ""
    day, month, year = (int(part) for part in found.groups())
    try:
        return f" Bedoelde u {date(year, month, day)}?"
    except ValueError:
        return ""


def _day(value: object) -> object:
    """Read a date as jjjj-mm-dd. A bare number is no date, whatever it could count from."""
    if isinstance(value, date) or not isinstance(value, str):
        return value
    written = _WRITTEN_DAY.fullmatch(value.strip())
    if written is None:
        raise ValueError(f"'{value[:30]}' is geen datum; schrijf jjjj-mm-dd.{_turned(value)}")
    try:
        return date(*(int(part) for part in written.groups()))
    except ValueError:
        raise ValueError(f"de dag {value} bestaat niet") from None


def _without_signals(value: str) -> str:
    """Signs that steer a terminal or turn the text around are no text."""
    if signals := steering(value):
        raise ValueError(
            f"er staat een onzichtbaar stuurteken in ({named(signals)});"
            " typ de tekst opnieuw in plaats van haar te plakken"
        )
    if not any(map(str.isprintable, value)):
        raise ValueError("mag niet leeg zijn")
    return value


Day = Annotated[date, BeforeValidator(_day)]
_HOUR = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"


def _hour(value: str) -> str:
    if not re.fullmatch(_HOUR, value):
        raise ValueError(f"'{value[:30]}' is geen tijd; schrijf uren en minuten, zoals 19:30")
    return value


Hour = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_hour),
    WithJsonSchema({"type": "string", "pattern": _HOUR}),
]
YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "string", "enum": _WRITTEN})
]
LONGEST_TEXT = 3000
"""Characters of any text, so that no file can make a document grow without end."""
LONGEST_LINE, LONGEST_MESSAGE, LONGEST_NAME = 100, 300, 60
_Visible = AfterValidator(_without_signals)
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT), _Visible
]
"""Any text. What a profile file says has to fit its box: `Line`, `Message`, `Short`."""
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE), _Visible
]
Message = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_MESSAGE),
    _Visible,
]
Short = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME), _Visible
]
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]


class Record(BaseModel):
    """A configuration record: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
