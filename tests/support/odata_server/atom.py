"""The XML that the service gives to who does not ask for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.support.odata_server.exchange import Payload, Reply

_NAMESPACES = (
    'xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" '
    'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
)
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_XML_TYPE = "application/xml;charset=utf-8"
_ATOM_TYPE = "application/atom+xml;type=feed;charset=utf-8"


def feed(payload: Payload, entity: str, base: str) -> Reply:
    """A service document (no entity) or a feed of entries."""
    records = payload.get("value")
    found = records if isinstance(records, list) else []
    if not entity:
        return Reply(200, (_HEAD + _service(found, base)).encode(), _XML_TYPE)
    entries = "".join(_entry(record) for record in found)
    link = payload.get("odata.nextLink")
    following = f'<link rel="next" href={quoteattr(str(link))} />' if link else ""
    text = f"<feed {_NAMESPACES}><title>{escape(entity)}</title>{entries}{following}</feed>"
    return Reply(200, (_HEAD + text).encode(), _ATOM_TYPE)


def error(status: int, message: str) -> Reply:
    text = (
        '<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">'
        f'<m:code /><m:message xml:lang="en-US">{escape(message)}</m:message></m:error>'
    )
    return Reply(status, (_HEAD + text).encode(), _XML_TYPE)


def _service(collections: Iterable[Mapping[str, object]], base: str) -> str:
    links = "".join(
        f"<collection href={quoteattr(str(item['name']))}>"
        f"<atom:title>{escape(str(item['name']))}</atom:title></collection>"
        for item in collections
    )
    return (
        f'<service xml:base={quoteattr(base)} xmlns="http://www.w3.org/2007/app" '
        'xmlns:atom="http://www.w3.org/2005/Atom"><workspace><atom:title>Default</atom:title>'
        f"{links}</workspace></service>"
    )


def _entry(record: Mapping[str, object]) -> str:
    properties = "".join(_property(name, value) for name, value in record.items())
    return (
        '<entry><content type="application/xml"><m:properties>'
        f"{properties}</m:properties></content></entry>"
    )


def _property(name: str, value: object) -> str:
    if value is None:
        return f'<d:{name} m:null="true" />'
    return f'<d:{name} xml:space="preserve">{escape(str(value))}</d:{name}>'
