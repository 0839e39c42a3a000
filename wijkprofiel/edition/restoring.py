"""What to do about an edition that is not what was written."""

from __future__ import annotations

import re

_OF_ONE_GEMEENTE = re.compile(r"(.+)-(gm\d{4})")


def pull_command(name: str) -> str:
    """The command that makes an edition anew, whether or not its tables are still at hand."""
    local = _OF_ONE_GEMEENTE.fullmatch(name)
    rest = f"{local[1]} --gemeente {local[2].upper()}" if local else name
    return f"wijkprofiel data pull --edition {rest}"


def how_to_restore(name: str) -> str:
    """How to get an edition back: a damaged one tells not whether it is the user's or ours."""
    return (
        f"Hebt u haar zelf opgehaald, dan maakt `{pull_command(name)}` haar opnieuw; kwam zij"
        " met wijkprofiel mee, installeer dat dan opnieuw. Tot dan kunt u een andere"
        " gebruiken: noem bij --edition een naam uit `wijkprofiel data status`."
    )
