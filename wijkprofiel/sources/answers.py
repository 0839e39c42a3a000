"""Is this an answer? Status, kind of content, and whether the JSON is whole."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from requests import Response

from wijkprofiel.domain.errors import SourceChangedError, SourceGoneError, SourceUnreachableError

_TOO_LARGE = ("10000 records", "10.000 records", "more than 10000")
_NOT_ALLOWED = (401, 403, 407)
_AGAIN = (408, 425, 429)
_SHOWN = 160
_LATER = "Probeer het later opnieuw; `wijkprofiel doctor` zegt wat er te bereiken is."


def place(url: str) -> str:
    """Host and path of an address: what a message may name."""
    parts = urlsplit(url)
    return readable(f"{parts.hostname or '?'}{parts.path}")


def readable(text: str, width: int = _SHOWN) -> str:
    """Text of a service on one line, without anything that steers a terminal."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:width]


def check_answer(response: Response, url: str, body: bytes) -> None:
    """See whether status and kind of content are those of an answer.

    Raises:
        SourceUnreachableError: if asking again may help, or if we are not let through.
        SourceChangedError: if the question itself does not fit the service.
    """
    if response.status_code != 200:
        raise _refusal(response, url, body.decode("utf-8", "replace"))
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json" or kind.endswith("+json"):
        return
    if kind.endswith("xml") and "html" not in kind:
        raise SourceChangedError(
            f"{place(url)} antwoordt in XML, hoewel wij om JSON vragen.",
            remedy="De dienst is veranderd; zoek naar een nieuwere versie van wijkprofiel.",
        )
    what = "een webpagina" if "html" in kind else f"'{readable(kind) or 'iets zonder soort'}'"
    raise SourceUnreachableError(
        f"{place(url)} geeft {what} in plaats van cijfers.",
        remedy="Vaak is dat een storing, of een aanmeldpagina van het netwerk. " + _LATER,
        temporary=True,
    )


def check_whole(url: str, body: bytes) -> None:
    """See whether a JSON object has a beginning and an end; parsing is left to who uses it.

    Raises:
        SourceUnreachableError: if it was cut off.
    """
    text = body.strip()
    if not (text.startswith(b"{") and text.endswith(b"}") and _is_utf8(text)):
        raise SourceUnreachableError(
            f"Het antwoord van {place(url)} is afgebroken of beschadigd.",
            remedy=_LATER,
            temporary=True,
        )


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refusal(response: Response, url: str, text: str) -> Exception:
    status = response.status_code
    if any(words in text for words in _TOO_LARGE):
        return SourceChangedError(
            f"De vraag aan {place(url)} is te groot: de dienst geeft hoogstens 10.000 rijen.",
            remedy="Zet `verdeling: gemeente` bij de reeks van deze tabel in configs/bronnen.yaml.",
        )
    if status in _AGAIN or status >= 500:
        asked = _asked_to_wait(response)
        wish = "" if asked is None else f" en vraagt {asked:.0f} seconden te wachten"
        return SourceUnreachableError(
            f"{place(url)} geeft een storing (HTTP {status}){wish}.",
            remedy=_LATER,
            temporary=True,
            wait_s=asked,
        )
    if status in _NOT_ALLOWED:
        return SourceUnreachableError(
            f"{place(url)} laat ons niet toe (HTTP {status}).",
            remedy="Meestal is dat de proxy of de beveiliging van het netwerk; vraag uw beheerder.",
        )
    if status in (404, 410):
        return SourceGoneError(
            f"{place(url)} bestaat niet (meer).",
            remedy="Controleer `tabel` en `adres` in configs/bronnen.yaml.",
        )
    return SourceChangedError(
        f"{place(url)} begrijpt de vraag niet (HTTP {status}: {readable(text)}).",
        remedy="Controleer de tabel in configs/bronnen.yaml met `wijkprofiel doctor`.",
    )


def _asked_to_wait(response: Response) -> float | None:
    """Seconds that Retry-After asks for: a number, or a moment after the answer's own Date."""
    header = response.headers.get("retry-after", "").strip()
    if header.isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
        sent = parsedate_to_datetime(response.headers.get("date", ""))
        return max(0.0, (moment - sent).total_seconds())
    except (ValueError, TypeError):
        return None
