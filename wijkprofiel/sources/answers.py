"""Is this an answer? Status, kind of content, and whether the JSON is whole."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urlsplit

from requests import Response

from wijkprofiel.domain.errors import (
    SourceChangedError,
    SourceGoneError,
    SourceUnreachableError,
    WijkprofielError,
)

_TOO_LARGE = ("10000 records", "10.000 records", "more than 10000")
_NOT_ALLOWED = (401, 403)
_MOVED = (301, 308)
_MAINTENANCE = re.compile(rb"onderhoud|maintenance|niet beschikbaar", re.IGNORECASE)
_AGAIN = (408, 425, 429)
_SHOWN = 160
OTHER_MAPS = (
    "Probeer het later opnieuw. Is de dienst veranderd, pas dan `pad`, `stelsel` of `bladzijde`"
    " aan bij `kaarten` in configs/bronnen.yaml."
)
_LATER = "Probeer het later opnieuw; `wijkprofiel doctor` zegt wat er te bereiken is."


def place(url: str) -> str:
    """Host and path of an address: what a message may name."""
    parts = urlsplit(url)
    return readable(f"{parts.hostname or '?'}{parts.path}")


def readable(text: str, width: int = _SHOWN) -> str:
    """Text of a service on one line, without anything that steers a terminal."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:width]


def without_mark(body: bytes) -> bytes:
    """The body without a byte order mark: it says nothing in UTF-8, and stops a reader of JSON."""
    return body.removeprefix(BOM_UTF8)


def about_map(name: str, year: int, error: WijkprofielError) -> WijkprofielError:
    """What went wrong with a question, told as of a map, with what to do about maps."""
    message = f"De kaart {name} is niet op te halen: {error.message}"
    if isinstance(error, SourceUnreachableError):
        return SourceUnreachableError(message, remedy=error.remedy)
    remedy = OTHER_MAPS
    if isinstance(error, SourceGoneError):
        remedy = (
            f"Misschien staat de kaart van {year} er nog niet, of niet meer: noem een ander"
            " jaar bij `grenzen` en `tabellen` in configs/edities. Of pas `pad` en `collecties` aan"
            " bij `kaarten` in configs/bronnen.yaml."
        )
    return SourceChangedError(message, remedy=remedy)


def check_answer(response: Response, url: str, body: bytes, *, led_here: bool = False) -> None:
    """See whether status and kind of content are those of an answer.

    Args:
        led_here: whether the service sent us on to this address.

    Raises:
        SourceUnreachableError: if asking again may help, or if we are not let through.
        SourceChangedError: if the question itself does not fit the service.
    """
    if response.status_code != 200:
        raise _refusal(response, url, body)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if "html" in kind or body.lstrip().startswith(b"<!"):
        raise _web_page(url, body, led_here=led_here)
    if kind == "application/json" or kind.endswith("+json"):
        return
    if kind.endswith("xml"):
        raise SourceChangedError(
            f"{place(url)} antwoordt in XML, hoewel wij om JSON vragen.",
            remedy="De dienst is veranderd; zoek naar een nieuwere versie van wijkprofiel.",
        )
    raise SourceUnreachableError(
        f"{place(url)} geeft '{readable(kind) or 'iets zonder soort'}' in plaats van cijfers.",
        remedy="Vaak is dat een storing. " + _LATER,
        temporary=True,
    )


def _web_page(url: str, body: bytes, *, led_here: bool) -> SourceUnreachableError:
    """The error for a page for people. Maintenance, or being led to one, takes more than a wait."""
    if _MAINTENANCE.search(body):
        return _in_maintenance(url, "een onderhoudspagina in plaats van cijfers")
    return SourceUnreachableError(
        f"{place(url)} geeft een webpagina in plaats van cijfers.",
        remedy="Vaak is dat een storing, of een aanmeldpagina van het netwerk: open het adres in"
        " een browser om te zien wat er staat. " + _LATER,
        temporary=not led_here,
    )


def _in_maintenance(url: str, what: str) -> SourceUnreachableError:
    return SourceUnreachableError(
        f"{place(url)} geeft {what}: de dienst is in onderhoud.",
        remedy="Opnieuw vragen helpt nu niet; probeer het over een paar uur opnieuw. Wat er al"
        " is, blijft staan, en het ophalen gaat verder waar het was.",
    )


def led_elsewhere(url: str, to: str, status: int) -> Exception:
    """The error for a redirect that leaves the host: for good, or only for now."""
    parts = urlsplit(to)
    if status in _MOVED or parts.scheme not in ("http", "https"):
        return SourceChangedError(
            f"{place(url)} verwijst blijvend door (HTTP {status}) naar {place(to)}; daar halen wij"
            " niets op.",
            remedy="Is de dienst verhuisd? Pas dan `adres` van de dienst aan in"
            " configs/bronnen.yaml: alleen adressen onder `diensten` worden gebruikt.",
        )
    return SourceUnreachableError(
        f"{place(url)} verwijst tijdelijk door (HTTP {status}) naar {place(to)}; daar halen wij"
        " niets op.",
        remedy="Meestal is dat een onderhoudspagina van de dienst of een aanmeldpagina van het"
        " netwerk: open het adres in een browser om te zien wat er staat. " + _LATER,
    )


def not_secure(url: str) -> SourceChangedError:
    """The error for a link on the service's own host that is not https."""
    host = urlsplit(url).hostname
    return SourceChangedError(
        f"De dienst verwijst naar {place(url)} met http in plaats van https: het goede adres, maar"
        " onbeveiligd; daar halen wij niets op.",
        remedy=f"Zet `http_als_https: ja` bij de dienst met adres {host} in configs/bronnen.yaml;"
        " dan vragen wij hetzelfde adres over https.",
    )


def proxy_refusal(url: str, status: int) -> SourceUnreachableError:
    """The error for a proxy that answers instead of the service."""
    if status == 407:
        return SourceUnreachableError(
            f"{place(url)} is niet te bereiken: de proxy wil een naam en een wachtwoord"
            " (HTTP 407).",
            remedy="Zet ze in HTTPS_PROXY: http://naam:wachtwoord@proxy.voorbeeld.nl:8080 (vreemde"
            " tekens als %-code, zoals %40 voor @); vraag uw beheerder.",
        )
    return SourceUnreachableError(
        f"{place(url)} is niet te bereiken: de proxy laat ons niet door (HTTP {status}).",
        remedy=f"Vraag uw beheerder om {urlsplit(url).hostname} toe te laten op poort 443.",
        temporary=status >= 500,
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


def _refusal(response: Response, url: str, body: bytes) -> Exception:
    status, text = response.status_code, body.decode("utf-8", "replace")
    if any(words in text for words in _TOO_LARGE):
        return SourceChangedError(
            f"De vraag aan {place(url)} is te groot: de dienst geeft hoogstens 10.000 rijen.",
            remedy="Zet `verdeling: gemeente` bij de reeks van deze tabel in configs/bronnen.yaml.",
        )
    if status in _AGAIN or status >= 500:
        asked = _asked_to_wait(response)
        if asked is None and status == 503 and _MAINTENANCE.search(body):
            return _in_maintenance(url, f"een onderhoudspagina (HTTP {status})")
        wish = "" if asked is None else f" en vraagt {asked:.0f} seconden te wachten"
        return SourceUnreachableError(
            f"{place(url)} geeft een storing (HTTP {status}){wish}.",
            remedy=_pages_refused(url) or _LATER,
            temporary=True,
            wait_s=asked,
        )
    if status == 407:
        return proxy_refusal(url, status)
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


def _pages_refused(url: str) -> str | None:
    """What to do about a next page that the service named itself and does not give."""
    if "skip" not in unquote(urlsplit(url).query).lower():
        return None
    return (
        "Het is een vervolgbladzijde (`$skip`) die de dienst zelf noemde. Probeer het later"
        " opnieuw. Blijft zij weigeren, zet dan een fijnere `verdeling` (niveau of gemeente) bij de"
        " reeks in configs/bronnen.yaml: dan past elk antwoord op één bladzijde."
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
