"""Why something could not be read or written, in Dutch.

The words of the system and of libraries are English, and differ per version.
"""

from __future__ import annotations

import errno
import json
import sqlite3

_REASONS = {
    errno.ENOENT: "bestaat niet",
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EROFS: "hier mag alleen worden gelezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "een verwijzing wijst naar zichzelf",
    errno.EIO: "de schijf geeft een fout",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ENFILE: "er zijn te veel bestanden open",
    errno.EINVAL: "zo'n naam kan niet",
    errno.ENXIO: "dit is geen gewoon bestand",
}


def reason(error: OSError) -> str:
    """The reason behind an error of the operating system, to stand between brackets."""
    if error.errno is None:
        return "oorzaak onbekend"
    return _REASONS.get(error.errno, f"foutcode {error.errno}")


def detail(error: Exception) -> str:
    """What is wrong with a stored file that could not be read, to stand between brackets."""
    if isinstance(error, OSError):
        return reason(error)
    if isinstance(error, json.JSONDecodeError):
        return f"geen geldige JSON, regel {error.lineno}"
    if isinstance(error, UnicodeDecodeError):
        return "geen tekst in UTF-8"
    if isinstance(error, KeyError):
        return f"{error.args[0]} ontbreekt"
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "de inhoud klopt niet")
    return "de inhoud is anders dan verwacht"


_SQLITE = {
    sqlite3.SQLITE_ABORT: "het lezen is onderbroken",
    sqlite3.SQLITE_AUTH: "geen toestemming",
    sqlite3.SQLITE_BUSY: "een ander programma gebruikt het",
    sqlite3.SQLITE_CANTOPEN: "kan niet worden geopend",
    sqlite3.SQLITE_CORRUPT: "het bestand is beschadigd",
    sqlite3.SQLITE_ERROR: "dit is geen editie",
    sqlite3.SQLITE_FULL: "de schijf is vol",
    sqlite3.SQLITE_INTERRUPT: "het lezen is onderbroken",
    sqlite3.SQLITE_IOERR: "de schijf geeft een fout",
    sqlite3.SQLITE_LOCKED: "een ander programma gebruikt het",
    sqlite3.SQLITE_NOMEM: "er is te weinig geheugen",
    sqlite3.SQLITE_NOTADB: "dit is geen editie",
    sqlite3.SQLITE_PERM: "geen toestemming",
    sqlite3.SQLITE_PROTOCOL: "een ander programma gebruikt het",
    sqlite3.SQLITE_READONLY: "hier mag alleen worden gelezen",
}
