from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import requests

from tests.faults.world import fast_sources
from tests.support.odata_server import ALWAYS, FakeStatline
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.domain.errors import SourceChangedError, SourceUnreachableError
from wijkprofiel.sources.answers import place, readable
from wijkprofiel.sources.session import GuardedSession, Proxies

INFO = "https://opendata.cbs.nl/ODataFeed/odata/84799NED/TableInfos"
JSON = {"$format": "json"}


@pytest.mark.parametrize(
    "url",
    [
        "https://elders.nl/ODataFeed",
        "http://opendata.cbs.nl/ODataFeed",
        "https://opendata.cbs.nl:8443/ODataFeed",
        "https://opendata.cbs.nl@elders.nl/",
        "https://iemand:geheim@opendata.cbs.nl/ODataFeed",
        "https://opendata.cbs.nl.elders.nl/",
        "https://xopendata.cbs.nl/",
    ],
)
def test_only_configured_hosts_over_https(
    session: GuardedSession, server: FakeStatline, url: str
) -> None:
    with pytest.raises(SourceChangedError, match="daar halen wij niets op"):
        session.ask(url)
    assert server.requests == []


def test_a_redirect_stays_on_the_host_that_was_asked(
    session: GuardedSession, server: FakeStatline
) -> None:
    """Also where the other host is one of ours: what it answers was not asked of it."""
    server.misbehave("redirect_elsewhere", table="84799NED", host="dataderden.cbs.nl")
    with pytest.raises(
        SourceUnreachableError, match=r"dataderden\.cbs\.nl.*daar halen wij niets op"
    ):
        session.ask(INFO, JSON)
    assert {asked.host for asked in server.requests} == {"opendata.cbs.nl"}


def test_a_question_stays_on_the_host_that_it_was_put_to(
    session: GuardedSession, server: FakeStatline
) -> None:
    with session.question():
        session.ask(INFO, JSON)
        with pytest.raises(SourceChangedError, match="daar halen wij niets op"):
            session.ask(INFO.replace("opendata", "dataderden"), JSON)
    assert {asked.host for asked in server.requests} == {"opendata.cbs.nl"}


def test_passwords_in_addresses_are_not_repeated() -> None:
    assert place("https://iemand:geheim@elders.nl/pad?code=geheim") == "elders.nl/pad"


def test_text_of_a_service_cannot_steer_a_terminal() -> None:
    assert readable("\x1b[31mrood\x07\r\nop  één regel") == "[31mrood op één regel"
    assert len(readable("x" * 999)) == 160


def test_that_an_address_is_tried_again_is_told_once(
    server: FakeStatline, sources: Sources
) -> None:
    told: list[str] = []
    with GuardedSession(sources.hosts(), sources.verbinding, listen=told.append) as session:
        server.mount(session)
        server.misbehave("http_503", table="84799NED", times=2)
        session.ask(INFO, JSON)
    place = INFO.removeprefix("https://")
    assert told == [f"{place} antwoordt niet goed; wij proberen het nog hoogstens 2 keer."]
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_statuses_that_may_pass_are_tried_again(
    session: GuardedSession, server: FakeStatline, status: int
) -> None:
    server.misbehave(f"http_{status}", table="84799NED", times=ALWAYS)
    with pytest.raises(SourceUnreachableError, match=f"HTTP {status}"):
        session.ask(INFO, JSON)
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 406, 410])
def test_statuses_that_stay_are_not(
    session: GuardedSession, server: FakeStatline, status: int
) -> None:
    server.misbehave(f"http_{status}", table="84799NED", times=ALWAYS)
    with pytest.raises((SourceUnreachableError, SourceChangedError)):
        session.ask(INFO, JSON)
    assert len(server.requests) == 1


def test_the_budget_of_retries_is_for_the_whole_run(server: FakeStatline) -> None:
    sources = fast_sources(herhalingen_samen=3)
    with GuardedSession(sources.hosts(), sources.verbinding) as session:
        server.mount(session)
        server.misbehave("http_503", times=ALWAYS)
        for _ in range(4):
            with pytest.raises(SourceUnreachableError):
                session.ask(INFO, JSON)
    assert len(server.requests) == 4 + 3


class Answer(requests.adapters.BaseAdapter):
    """Answers everything with one status and these headers."""

    def __init__(self, status: int, headers: dict[str, str]) -> None:
        super().__init__()
        self.status, self.headers, self.asked = status, headers, 0

    def send(self, request: Any, **_: Any) -> Any:  # type: ignore[override]
        from urllib3 import HTTPResponse

        self.asked += 1
        status = self.status if self.asked == 1 else 200
        body = b"wacht" if self.asked == 1 else b'{"value": []}'
        raw = HTTPResponse(_Body(body), headers=self.headers, status=status, preload_content=False)
        response = requests.Response()
        response.status_code, response.raw, response.url = status, raw, request.url
        response.headers.update({"content-type": "application/json", **self.headers})
        return response

    def close(self) -> None:
        """Nothing is open."""


def _Body(content: bytes) -> Any:  # noqa: N802
    from io import BytesIO

    return BytesIO(content)


@pytest.mark.parametrize("seconds", [1, 2])
def test_retry_after_as_a_moment_counts_from_the_answers_own_clock(
    sources: Sources, seconds: int
) -> None:
    sent = datetime(2001, 1, 1, tzinfo=UTC)
    headers = {
        "date": format_datetime(sent, usegmt=True),
        "retry-after": format_datetime(sent + timedelta(seconds=seconds), usegmt=True),
    }
    answer = Answer(429, headers)
    with GuardedSession(sources.hosts(), sources.verbinding) as session:
        session.mount("https://", answer)
        if seconds > sources.verbinding.op_verzoek_hoogstens_s:
            with pytest.raises(SourceUnreachableError, match="vraagt 2 seconden te wachten"):
                session.ask(INFO)
        else:
            session.ask(INFO)
            assert answer.asked == 2


@pytest.mark.parametrize(
    ("bypass", "expected"),
    [
        ((), {"https": "http://proxy:8080"}),
        (("cbs.nl",), {}),
        ((".cbs.nl",), {}),
        (("opendata.cbs.nl",), {}),
        (("*",), {}),
        (("bs.nl", "localhost"), {"https": "http://proxy:8080"}),
    ],
)
def test_proxies_and_what_goes_around_them(
    bypass: tuple[str, ...], expected: dict[str, str]
) -> None:
    proxies = Proxies("http://proxy:8080", bypass)
    assert proxies.for_host("opendata.cbs.nl") == expected
    assert Proxies().for_host("opendata.cbs.nl") == {}


def test_the_proxy_is_used(sources: Sources) -> None:
    proxies = Proxies("http://gebruiker:geheim@127.0.0.1:9")
    with (
        GuardedSession(sources.hosts(), sources.verbinding, proxies=proxies) as session,
        pytest.raises(SourceUnreachableError) as caught,
    ):
        session.ask(INFO, JSON)
    assert "de proxy laat ons niet door" in caught.value.message
    assert "geheim" not in f"{caught.value.message}{caught.value.remedy}"


def test_the_environment_is_not_read(monkeypatch: pytest.MonkeyPatch, sources: Sources) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://elders:1")
    with GuardedSession(sources.hosts(), sources.verbinding) as session:
        assert session.trust_env is False


def test_pages_are_limited(server: FakeStatline) -> None:
    sources = fast_sources(bladzijden_hoogstens=2)
    with GuardedSession(sources.hosts(), sources.verbinding) as session:
        server.mount(session)
        with session.question():
            for number in range(2):
                session.ask(INFO, {**JSON, "$top": str(number + 1)})
            with pytest.raises(SourceChangedError, match="meer dan 2 bladzijden"):
                session.ask(INFO, {**JSON, "$top": "3"})
