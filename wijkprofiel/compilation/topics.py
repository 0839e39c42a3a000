"""Find the column of a topic; pulling a table asks the same, so it stands with the sources."""

from wijkprofiel.sources.topics import find_topic, not_found, renamed

__all__ = ["find_topic", "not_found", "renamed"]
