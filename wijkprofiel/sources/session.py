"""The one way to the network: a session that asks politely and trusts little.

Only configured hosts, only over https with a verified certificate; no redirect and no next page
leads to another host than the one that was asked, and one that says http is asked over https or
not at all; an answer is JSON of a limited size. Connection
errors, 429 and 5xx are tried again with growing waits, within a bound; a question that is too large
for the service never is.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
import stamina
import stamina.instrumentation
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3.exceptions import DecodeError, HTTPError, ProtocolError, TimeoutError

from wijkprofiel import __version__
from wijkprofiel.configuration.sources import Connection
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.sources.answers import (
    check_answer,
    check_whole,
    led_elsewhere,
    not_secure,
    place,
    proxy_refusal,
    without_mark,
)

__all__ = ["GuardedSession", "Proxies"]

_REDIRECTS = 5
_PIECE = 32_768
_MEGABYTE = 1_000_000
_ERROR_TEXT = 65_536
_PROXY_SAYS = re.compile(r"Tunnel connection failed: (\d{3})")

Listener = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Proxies:
    """The proxy of this machine, as its environment says.

    Attributes:
        address: of the proxy for https, or None.
        bypass: hosts that are reached without it; a name covers its subdomains.
    """

    address: str | None = None
    bypass: tuple[str, ...] = ()

    def for_host(self, host: str) -> dict[str, str]:
        """What `requests` wants to hear for one host."""
        names = [name.strip().lstrip(".").lower() for name in self.bypass]
        direct = any(name and (name == "*" or f".{host}".endswith(f".{name}")) for name in names)
        return {} if direct or not self.address else {"https": self.address}


class _Talk(threading.local):
    """The pages of the question that this thread is asking, and the host that it was put to."""

    def __init__(self) -> None:
        self.seen: set[str] | None = None
        self.home: str | None = None


class GuardedSession(requests.Session):
    """A `requests.Session` with the guards; `cbsodata` sends its requests through it.

    Args:
        hosts: the only hosts that are spoken to.
        settings: time-outs, retries and limits.
        secured: those of the hosts whose own links with http are asked over https.
        proxies: the proxy to go through, if any.
        ca_bundle: file with certificates to trust instead of the usual ones.
        listen: is told in Dutch when something is tried again, once per address.
    """

    def __init__(
        self,
        hosts: Collection[str],
        settings: Connection,
        *,
        secured: Collection[str] = (),
        proxies: Proxies | None = None,
        ca_bundle: str | None = None,
        listen: Listener | None = None,
    ) -> None:
        super().__init__()
        stamina.instrumentation.set_on_retry_hooks([])  # we tell it ourselves, in Dutch
        self.trust_env = False
        self._hosts, self._secured = frozenset(hosts), frozenset(secured)
        self._settings = settings
        self._proxies = proxies or Proxies()
        self._certificates: str | bool = ca_bundle or True
        self._listen = listen or (lambda _: None)
        self._talk = _Talk()
        self._retries_left = settings.herhalingen_samen
        self._told: set[str] = set()
        self._lock = threading.Lock()
        self.headers.update(
            {"Accept": "application/json", "User-Agent": f"wijkprofiel/{__version__}"}
        )
        self.mount("https://", HTTPAdapter(pool_maxsize=settings.gelijktijdig))

    @contextmanager
    def question(self) -> Iterator[None]:
        """One question with all its pages: no page twice, and no endless row of pages."""
        self._talk.seen, self._talk.home = set(), None
        try:
            yield
        finally:
            self._talk.seen = None

    def ask(self, url: str, params: Mapping[str, str] | None = None) -> Response:
        """Ask one page."""
        return self.send(requests.Request("GET", url, params=params).prepare())

    def send(self, request: PreparedRequest, **_: Any) -> Response:
        """Send a request; settings that a caller gives along do not weaken the guards.

        Raises:
            SourceUnreachableError: if there is no usable answer, after trying again where that
                may help.
            SourceChangedError: if the service answers what it should not.
        """
        request.url = self._over_https(str(request.url), self._talk.home)
        home = self._visit(request.url)
        request.headers.update(dict(self.headers))
        settings = self._settings
        for attempt in stamina.retry_context(
            on=self._wait_before_retry,
            attempts=settings.pogingen,
            timeout=settings.proberen_hoogstens_s,
            wait_initial=settings.wachten_s,
            wait_max=settings.wachten_hoogstens_s,
            wait_jitter=settings.wachten_s / 2,
        ):
            with attempt:
                if attempt.num > 1:
                    self._count_retry(str(request.url))
                return self._follow(request, home)
        raise AssertionError("the last attempt returns or raises")

    def _visit(self, url: str) -> str:
        """Note a page of this question; the host that all of its pages have to be on."""
        seen, host = self._talk.seen, urlsplit(url).hostname or ""
        if seen is None:
            return host  # a question of one page
        self._talk.home = self._talk.home or host
        if url in seen:
            raise SourceChangedError(
                f"{place(url)} verwijst naar een bladzijde die al geweest is.",
                remedy="De dienst is in de war; probeer het later opnieuw.",
            )
        seen.add(url)
        if len(seen) > self._settings.bladzijden_hoogstens:
            raise SourceChangedError(
                f"{place(url)} heeft meer dan {self._settings.bladzijden_hoogstens} bladzijden.",
                remedy="Kies een andere `verdeling` of verhoog `bladzijden_hoogstens` in"
                " configs/bronnen.yaml.",
            )
        return self._talk.home

    def _wait_before_retry(self, error: Exception) -> bool | float:
        """Whether to try again, or after how many seconds."""
        if not isinstance(error, SourceUnreachableError) or not error.temporary:
            return False
        if (error.wait_s or 0) > self._settings.op_verzoek_hoogstens_s:
            return False
        if self._retries_left <= 0:
            return False
        return True if error.wait_s is None else error.wait_s

    def _count_retry(self, url: str) -> None:
        where = place(url)
        with self._lock:
            self._retries_left -= 1
            is_told = where in self._told
            self._told.add(where)
        if not is_told:
            most = self._settings.pogingen - 1
            self._listen(
                f"{where} antwoordt niet goed; wij proberen het nog hoogstens {most} keer."
            )

    def _follow(self, request: PreparedRequest, home: str) -> Response:
        for hop in range(_REDIRECTS):
            response = self._once(request, home, led_here=hop > 0)
            if not response.is_redirect:
                return response
            request = request.copy()
            request.url = self._led_to(response, str(request.url), home)
        raise SourceChangedError(
            f"{place(str(request.url))} blijft doorverwijzen.",
            remedy="De dienst is in de war; probeer het later opnieuw.",
        )

    def _led_to(self, response: Response, url: str, home: str) -> str:
        """Where a redirect leads, if that is on the host that was asked."""
        to = self._over_https(urljoin(url, response.headers["location"]), home)
        parts = urlsplit(to)
        if parts.hostname != home or parts.scheme != "https":
            raise led_elsewhere(url, to, response.status_code)
        return to

    def _over_https(self, url: str, home: str | None) -> str:
        """A link with http on the host that was asked: over https, where that is configured."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "http" or host != home or not _plain(parts, 80):
            return url
        if host not in self._secured:
            raise not_secure(url)
        return parts._replace(scheme="https", netloc=host).geturl()

    def _once(self, request: PreparedRequest, home: str, *, led_here: bool) -> Response:
        url = str(request.url)
        host = self._check_address(url, home)
        settings = self._settings
        try:
            response = super().send(
                request,
                stream=True,
                allow_redirects=False,
                timeout=(settings.verbinden_hoogstens_s, settings.antwoord_hoogstens_s),
                verify=self._certificates,
                proxies=self._proxies.for_host(host),
            )
            with response:
                self._take_in(response, url, led_here=led_here)
        except (requests.RequestException, HTTPError) as error:
            raise _unreachable(url, error) from error
        return response

    def _check_address(self, url: str, home: str) -> str:
        parts = urlsplit(url)
        host = parts.hostname or ""
        sound = parts.scheme == "https" and _plain(parts, 443)
        if not sound or host != home or host not in self._hosts:
            raise SourceChangedError(
                f"Een dienst verwijst naar {place(url)}; daar halen wij niets op.",
                remedy="Alleen de adressen onder `diensten` in configs/bronnen.yaml worden"
                " gebruikt, en alleen via https.",
            )
        return host

    def _take_in(self, response: Response, url: str, *, led_here: bool) -> None:
        """Read the body within the limits, then see whether it is an answer."""
        if response.is_redirect:
            response._content = b""  # `requests` keeps the body here once it is read
            return
        limit = self._settings.antwoord_hoogstens_mb * _MEGABYTE
        body = without_mark(self._body(response, url, limit if response.ok else _ERROR_TEXT))
        response._content = body
        check_answer(response, url, body, led_here=led_here)
        check_whole(url, body)

    def _body(self, response: Response, url: str, limit: int) -> bytes:
        end = monotonic() + self._settings.ophalen_hoogstens_s
        body = bytearray()
        # What has come so far, however little: a body that drips may not outlive its time.
        while piece := response.raw.read1(_PIECE, decode_content=True):
            body += piece
            if len(body) > limit and not response.ok:
                break
            if len(body) > limit:
                raise SourceChangedError(
                    f"Het antwoord van {place(url)} is groter dan {limit // _MEGABYTE} MB.",
                    remedy="Kies een fijnere `verdeling`, of verhoog `antwoord_hoogstens_mb` in"
                    " configs/bronnen.yaml.",
                )
            if monotonic() > end:
                seconds = f"{self._settings.ophalen_hoogstens_s:g}".replace(".", ",")
                raise SourceUnreachableError(
                    f"{place(url)} is te traag: het antwoord was na {seconds} seconden nog niet"
                    " binnen.",
                    remedy="Probeer het later opnieuw, of verhoog `ophalen_hoogstens_s` in"
                    " configs/bronnen.yaml.",
                    temporary=True,
                )
        return bytes(body)


def _plain(parts: SplitResult, port: int) -> bool:
    """Whether an address has no port but the usual one, and no name or password."""
    return parts.port in (None, port) and not parts.username


def _unreachable(url: str, error: Exception) -> SourceUnreachableError:
    """An error of the connection in words; its own text may name a proxy with its password."""
    if isinstance(error, requests.exceptions.SSLError):
        return SourceUnreachableError(
            f"Het certificaat van {place(url)} is niet te vertrouwen.",
            remedy="Gaat het verkeer langs een eigen beveiliging? Zet dan REQUESTS_CA_BUNDLE op het"
            " bestand met haar certificaten; vraag uw beheerder.",
        )
    if said := _PROXY_SAYS.search(str(error)):
        return proxy_refusal(url, int(said[1]))
    what, silent = "is niet te bereiken, of verbreekt de verbinding", True
    if isinstance(error, requests.exceptions.ProxyError):
        what = "is niet te bereiken: de proxy laat ons niet door"
    elif isinstance(error, requests.Timeout | TimeoutError):
        what = "antwoordt niet binnen de tijd"
    elif isinstance(error, DecodeError):
        what, silent = "stuurt een beschadigd antwoord", False
    elif isinstance(error, ProtocolError):
        what, silent = "breekt het antwoord halverwege af", False
    return SourceUnreachableError(
        f"{place(url)} {what}.",
        remedy="Probeer het later opnieuw; `wijkprofiel doctor` zegt wat er te bereiken is.",
        temporary=True,
        silent=silent,
    )
