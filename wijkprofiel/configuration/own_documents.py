"""Documents of the user: the content of one of ours in another layout, from `documenten/`."""

from __future__ import annotations

from collections.abc import Sequence

from wijkprofiel.yaml_files.fields import Key, Line, Record
from wijkprofiel.yaml_files.messages import hint
from wijkprofiel.yaml_files.paths import SearchPath
from wijkprofiel.yaml_files.reading import Placed, Reader

FOLDER = "documenten"


class OwnDocument(Record):
    """A document of the user.

    Attributes:
        id: how it is asked for, and what it is called in a file name.
        inhoud: the document of ours whose content it shows.
        sjabloon: its page, in the user's folder of templates.
        een_bladzijde: anchor of the part that has to stay one page.
    """

    id: Key
    inhoud: Key
    sjabloon: Line
    een_bladzijde: Line | None = None


def load_own_documents(
    search: SearchPath, ours: Sequence[str], taken: Sequence[str] = ()
) -> dict[str, OwnDocument]:
    """All documents of the user, by their `id`.

    Args:
        ours: the names of our own, whose content can be shown and whose names are taken.
        taken: other names that are taken, of documents that are about no area.

    Raises:
        ConfigurationError: with every mistake of every file.
    """
    reader = Reader(search)
    found = reader.folder(FOLDER, OwnDocument)
    for placed in found.values():
        _check(reader, placed, ours, taken)
    reader.finish()
    return {name: placed.record for name, placed in found.items()}


def _check(
    reader: Reader, placed: Placed[OwnDocument], ours: Sequence[str], taken: Sequence[str]
) -> None:
    own = placed.record
    if own.id in (*ours, *taken):
        message = f"{own.id} is een document van wijkprofiel zelf; kies een andere naam"
        reader.problems.append(placed.problem(("id",), message))
    if own.inhoud not in ours:
        allowed = f"kies uit: {', '.join(ours)}.{hint(own.inhoud, ours)}"
        message = f"de inhoud '{own.inhoud}' is er niet; {allowed}"
        reader.problems.append(placed.problem(("inhoud",), message))
