"""The way to the services, as the environment of this machine says."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from wijkprofiel.cli.console import say
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.errors import SourceUnreachableError
from wijkprofiel.sources.session import GuardedSession, Proxies

CERTIFICATES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


def open_session(sources: Sources) -> GuardedSession:
    """A session for the configured hosts, through the proxy of this machine if it has one.

    Raises:
        SourceUnreachableError: if the environment names a proxy or certificates that cannot be.
    """
    return GuardedSession(
        sources.hosts(),
        sources.verbinding,
        secured=sources.secured_hosts(),
        proxies=proxies(),
        ca_bundle=_certificates(),
        listen=say,
    )


def _certificates() -> str | None:
    """The certificates that the environment names."""
    for name in CERTIFICATES:
        if path := os.environ.get(name):
            if Path(path).exists():
                return path
            raise SourceUnreachableError(
                f"{name} wijst naar {path}, en dat is er niet.",
                remedy=f"Zet {name} op het bestand met de certificaten van uw netwerk, of haal de"
                " instelling weg; vraag uw beheerder.",
            )
    return None


def proxies() -> Proxies:
    """The proxy that the environment names.

    Raises:
        SourceUnreachableError: if that is no address; it is not repeated, for it may hold a
            password.
    """
    address = _setting("HTTPS_PROXY") or _setting("ALL_PROXY")
    if address and _parts(address) is None:
        raise SourceUnreachableError(
            "De instelling HTTPS_PROXY of ALL_PROXY is geen adres van een proxy.",
            remedy="Schrijf haar als http://proxy.voorbeeld.nl:8080; vraag uw beheerder.",
        )
    bypass = (_setting("NO_PROXY") or "").split(",")
    return Proxies(address or None, tuple(name for name in bypass if name.strip()))


def _setting(name: str) -> str | None:
    """A variable, in capitals or not: both are in use."""
    return os.environ.get(name.lower()) or os.environ.get(name)


def without_password(address: str) -> str:
    """The address of a proxy as it may be shown."""
    parts = _parts(address)
    assert parts is not None  # `proxies` has looked
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.hostname}{port}" + (" (met wachtwoord)" if parts.password else "")


def _parts(address: str) -> SplitResult | None:
    """The parts of an address; None if it is none."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        known = parts.scheme in ("", "http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if known else None
