"""The way to the services, as the environment of this machine says."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from wijkprofiel.cli.console import say
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.sources.session import GuardedSession, Proxies

CERTIFICATES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


def open_session(sources: Sources) -> GuardedSession:
    """A session for the configured hosts, through the proxy of this machine if it has one."""
    return GuardedSession(
        sources.hosts(),
        sources.verbinding,
        proxies=proxies(),
        ca_bundle=next((path for name in CERTIFICATES if (path := os.environ.get(name))), None),
        listen=say,
    )


def proxies() -> Proxies:
    """The proxy that the environment names."""
    address = _setting("HTTPS_PROXY") or _setting("ALL_PROXY")
    bypass = (_setting("NO_PROXY") or "").split(",")
    return Proxies(address or None, tuple(name for name in bypass if name.strip()))


def _setting(name: str) -> str | None:
    """A variable, in capitals or not: both are in use."""
    return os.environ.get(name.lower()) or os.environ.get(name)


def without_password(address: str) -> str:
    """The address of a proxy as it may be shown."""
    parts = urlsplit(address if "//" in address else f"//{address}")
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.hostname or '?'}{port}" + (" (met wachtwoord)" if parts.password else "")
