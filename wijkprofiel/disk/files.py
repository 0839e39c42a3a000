"""Writing files so that no reader ever sees half of one."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wijkprofiel.domain.errors import OutputError
from wijkprofiel.domain.reasons import reason


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a new file beside `path` to write; it takes that name when all went well.

    Raises:
        OutputError: if the folder or the file cannot be written.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _new_file(path)
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise OutputError(
            f"{path} is niet te schrijven ({reason(error)}).",
            remedy="Controleer of de map bestaat, of u er mag schrijven en of er ruimte is.",
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _new_file(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    # mkstemp makes a file that only its owner may read; an edition is for everybody.
    created = Path(name)
    created.chmod(0o644)
    return created


def write_json(path: Path, value: object) -> None:
    """Write readable JSON, the same bytes for the same value."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def read_json(path: Path) -> Any:
    """Read JSON.

    Raises:
        OSError, ValueError: if it cannot be read or is no JSON.
    """
    return json.loads(path.read_text(encoding="utf-8"))


def sha256_of(path: Path) -> str:
    """Hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
