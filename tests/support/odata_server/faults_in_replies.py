"""Whole answers that are not the answer: statuses, redirects, bytes of another kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from tests.support.odata_server import atom
from tests.support.odata_server.exchange import (
    MAINTENANCE,
    MAINTENANCE_PATH,
    Reply,
    html_reply,
)
from tests.support.odata_server.fault_book import ALWAYS, Situation, Stage, fault
from tests.support.odata_server.faults_in_pages import ELSEWHERE, elsewhere
from tests.support.odata_server.odata import TOO_MANY, refuse

ReplyFault = Callable[[Reply, Situation], Reply]

_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    410: "Gone",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
HTML = (
    "<!DOCTYPE html><html lang='nl'><head><title>Welkom</title></head>"
    "<body><h1>Meld u aan op dit netwerk</h1></body></html>"
)


def _on_reply(
    name: str, about: str, *, times: int | None = None
) -> Callable[[ReplyFault], ReplyFault]:
    return fault(name, about, Stage.REPLY, times=times)


def _status(code: int) -> None:
    title = _TITLES[code]

    @_on_reply(f"http_{code}", f"status {code}, {title}, with a page of HTML")
    def answer(_: Reply, __: Situation) -> Reply:
        return html_reply(code, title)


for _code in _TITLES:
    _status(_code)


def _wait(code: int) -> None:
    @_on_reply(f"http_{code}_retry_after", f"status {code} with Retry-After (after: seconds, date)")
    def answer(_: Reply, situation: Situation) -> Reply:
        wait = str(situation.option("after", 1))
        return replace(html_reply(code, _TITLES[code]), headers={"Retry-After": wait})


_wait(429)
_wait(503)


@_on_reply("record_limit", "status 500: the query returns more than 10000 records")
def _record_limit(_: Reply, situation: Situation) -> Reply:
    return refuse(situation.asked, 500, TOO_MANY)


@_on_reply("next_link_refused", "status 500 to every page with `$skip`", times=ALWAYS)
def _no_skip(reply: Reply, situation: Situation) -> Reply:
    if "$skip" not in situation.asked.query:
        return reply
    return refuse(situation.asked, 500, "An error has occurred.")


@_on_reply("http_204", "status 204: nothing to say")
def _nothing(_: Reply, __: Situation) -> Reply:
    return Reply(204, b"")


@_on_reply("http_304", "status 304 to a client that has no copy")
def _not_modified(_: Reply, __: Situation) -> Reply:
    return Reply(304, b"")


def _redirect(address: str, situation: Situation) -> Reply:
    code = situation.option("status", 302)
    return replace(html_reply(code, "Object moved"), headers={"Location": address})


@_on_reply("redirect", "to another path on the same host, where the answer is (status)")
def _same_host(_: Reply, situation: Situation) -> Reply:
    return _redirect(situation.asked.link(), situation)


@_on_reply("redirect_elsewhere", "to another host, which answers as this one does (status, host)")
def _other_host(_: Reply, situation: Situation) -> Reply:
    host = situation.option("host", ELSEWHERE)
    return _redirect(elsewhere(situation.asked, situation.asked.link(), host), situation)


@_on_reply("redirect_to_http", "from https to http (through the adapter; status)")
def _to_http(_: Reply, situation: Situation) -> Reply:
    return _redirect(situation.asked.link().replace("https:", "http:", 1), situation)


@_on_reply("redirect_to_file", "to file:///etc/hostname (status)")
def _to_file(_: Reply, situation: Situation) -> Reply:
    return _redirect("file:///etc/hostname", situation)


@_on_reply("redirect_loop", "to itself, again and again (status)", times=1000)
def _loop(_: Reply, situation: Situation) -> Reply:
    return _redirect(situation.asked.link(), situation)


@_on_reply("html_with_200", "a page of HTML with status 200")
def _html(_: Reply, __: Situation) -> Reply:
    return Reply(200, HTML.encode())


@_on_reply("maintenance_page", "a page of HTML about maintenance (status)", times=ALWAYS)
def _maintenance(_: Reply, situation: Situation) -> Reply:
    return Reply(situation.option("status", 200), MAINTENANCE.encode())


@_on_reply("maintenance_redirect", "to a page about maintenance on the same host (status)",
           times=ALWAYS)  # fmt: skip
def _to_maintenance(reply: Reply, situation: Situation) -> Reply:
    asked = situation.asked
    if asked.path == MAINTENANCE_PATH:
        return reply
    return _redirect(f"{asked.base}{MAINTENANCE_PATH}", situation)


@_on_reply("html_as_json", "a page of HTML that says it is JSON")
def _html_as_json(reply: Reply, __: Situation) -> Reply:
    return Reply(200, HTML.encode(), reply.type)


@_on_reply("wrong_content_type", "the right answer with another content type (type)")
def _other_type(reply: Reply, situation: Situation) -> Reply:
    return replace(reply, type=situation.option("type", "text/plain; charset=iso-8859-1"))


@_on_reply("no_content_type", "the right answer without a content type")
def _no_type(reply: Reply, _: Situation) -> Reply:
    return replace(reply, type="")


@_on_reply("empty_body", "status 200 and no bytes")
def _empty(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=b"")


@_on_reply("invalid_json", "JSON with a comma too many")
def _invalid(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=reply.body.replace(b"}", b",}", 1))


@_on_reply("cut_json", "JSON that ends halfway, with the length of what is there")
def _cut(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=reply.body[: len(reply.body) // 2])


@_on_reply("twice_json", "the same JSON document twice in one answer")
def _twice(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=reply.body * 2)


@_on_reply("scalar_json", "valid JSON that is only a number")
def _scalar(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=b"42")


@_on_reply("deep_json", "lists in lists, a hundred thousand deep")
def _deep(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=b"[" * 100_000)


@_on_reply("bom", "JSON with a byte order mark before it")
def _bom(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=b"\xef\xbb\xbf" + reply.body)


@_on_reply("nan", "NaN where a figure may be null")
def _nan(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=reply.body.replace(b": null", b": NaN"))


@_on_reply("repeated_names", "records give each of their fields twice, the second one null")
def _repeated(reply: Reply, _: Situation) -> Reply:
    document = json.loads(reply.body)
    found = document.get("value", document.get("features", []))
    records = ", ".join(_with_each_name_twice(record) for record in found)
    return replace(reply, body=f'{{"value": [{records}]}}'.encode())


def _with_each_name_twice(record: dict[str, object]) -> str:
    first = json.dumps(record, ensure_ascii=False)[:-1]
    return f"{first}, {json.dumps(dict.fromkeys(record))[1:]}"


@_on_reply("latin_1", "the text is Latin-1 although the header says UTF-8")
def _latin(reply: Reply, _: Situation) -> Reply:
    text = reply.body.decode().replace("{", '{"é": "één", ', 1)
    return replace(reply, body=text.encode("latin-1", errors="replace"))


@_on_reply("utf_16", "the text is UTF-16 although the header says UTF-8")
def _utf_16(reply: Reply, _: Situation) -> Reply:
    return replace(reply, body=reply.body.decode().encode("utf-16"))


@_on_reply("atom_despite_json", "Atom although `$format=json` was asked")
def _atom(reply: Reply, situation: Situation) -> Reply:
    asked = situation.asked
    try:
        payload = json.loads(reply.body)
    except ValueError:
        return reply
    return atom.feed(payload, asked.entity, asked.base)
