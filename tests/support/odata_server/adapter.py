"""A transport for `requests` that takes the real addresses and asks the local server.

What happens before a connection stands can only be played here: no such host, refused, no TLS,
a proxy that is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter, HTTPAdapter
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import ConnectTimeout, ProxyError

from tests.support.odata_server.exchange import Asked
from tests.support.odata_server.fault_book import Situation, Stage, fault

BASE_HEADER = "X-Asked-Base"
"""Tells the server which scheme and host its links must begin with."""


class RewritingAdapter(BaseAdapter):
    """Answers any host from the server at `base_url`; the response keeps the real address.

    Args:
        refuse: given method, address and headers, raises what a due fault of the connection
            raises, and says where to connect to instead if the fault needs a real attempt.
    """

    def __init__(self, base_url: str, refuse: Callable[[str, str, Mapping[str, str]], str]) -> None:
        super().__init__()
        self._base_url, self._refuse = base_url, refuse
        self._inner = HTTPAdapter()

    def send(self, request: PreparedRequest, *_: Any, **settings: Any) -> Response:
        asked = request.url or ""
        parts = urlsplit(asked)
        headers = {str(name): str(value) for name, value in request.headers.items()}
        to = self._refuse(request.method or "GET", asked, headers) or self._base_url
        local = request.copy()
        query = f"?{parts.query}" if parts.query else ""
        local.url = f"{to}/{parts.hostname}{parts.path or '/'}{query}"
        local.headers[BASE_HEADER] = f"{parts.scheme}://{parts.netloc}"
        response = self._inner.send(local, **{**settings, "proxies": {}})
        response.url, response.request = asked, request
        return response

    def close(self) -> None:
        self._inner.close()


ConnectionFault = Callable[[Asked, Situation], str]


def _connecting(name: str, about: str) -> Callable[[ConnectionFault], ConnectionFault]:
    return fault(name, f"{about} (directly: reset)", Stage.CONNECTION)


@_connecting("refused", "nobody listens")
def _refused(_: Asked, situation: Situation) -> str:
    return f"http://127.0.0.1:{situation.options['closed_port']}"


@_connecting("no_such_host", "the name of the host is not known")
def _no_such_host(asked: Asked, _: Situation) -> str:
    raise NoConnection(f"Failed to resolve '{asked.host}' ([Errno -2] Name or service not known)")


@_connecting("no_tls", "the other side does not speak TLS")
def _no_tls(_: Asked, situation: Situation) -> str:
    return f"https://127.0.0.1:{situation.options['port']}"


@_connecting("connect_timeout", "the connection does not come about in time")
def _connect_timeout(asked: Asked, _: Situation) -> str:
    raise ConnectTimeout(f"Connection to {asked.host} timed out.")


@_connecting("proxy_refused", "the proxy is not there")
def _proxy_refused(asked: Asked, _: Situation) -> str:
    raise ProxyError(f"Unable to connect to proxy for {asked.host}: connection refused")


@_connecting("proxy_wants_login", "the proxy answers 407")
def _proxy_wants_login(_: Asked, __: Situation) -> str:
    raise ProxyError("Tunnel connection failed: 407 Proxy Authentication Required")
