"""When a meeting is and whom to ask about it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from wijkprofiel.configuration.profiles import Contact, Meeting
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.words.formatting import Notation


def when(meeting: Meeting, texts: Texts) -> str | None:
    """The day and the hour, as far as they are known."""
    return _joined(*_moment(meeting, texts))


def when_and_where(meeting: Meeting, texts: Texts) -> str | None:
    """What it is for, when and where."""
    return _joined(meeting.aanleiding, *_moment(meeting, texts), meeting.plaats)


def reached_at(contact: Contact | None) -> str | None:
    """Whom to ask, and how."""
    if contact is None:
        return None
    return _joined(contact.naam, contact.organisatie, contact.email, contact.telefoon)


def _moment(meeting: Meeting, texts: Texts) -> Iterator[str]:
    if meeting.datum is not None:
        yield Notation.of(texts).long_date(meeting.datum.isoformat())
    if meeting.tijd is not None:
        hour, minutes = meeting.tijd.split(":")
        yield texts.omslag.om.format(uur=hour, minuten=minutes)


def _joined(*parts: str | None) -> str | None:
    return ", ".join(part for part in parts if part) or None
