"""A local server that answers as opendata.cbs.nl, dataderden.cbs.nl and api.pdok.nl do.

    with FakeStatline(tables=[...], boundaries=[...]) as statline:
        statline.mount(session)                      # https://opendata.cbs.nl/... now comes here
        session.get("https://opendata.cbs.nl/ODataFeed/odata/84799NED/TableInfos?$format=json")
        statline.misbehave("http_503", table="84799NED", entity="TypedDataSet", nth=2, times=3)
        statline.asked("84799NED", "TypedDataSet")   # the requests, each with its faults
        statline.heal()

Without `mount`, `statline.catalogs["CBS"]` stands for `https://opendata.cbs.nl` and so on: the
host is the first part of the path. Hosts that do not exist answer as if they were the real ones,
so that a client that lets itself be sent there is seen in `requests`.

What is known to be odd about the real services is odd here:

- Keys are padded. A `$filter` with a key of another width finds nothing: status 200, `[]`.
- A filter on the data may name dimensions only. Another column gives status 500 with the text of
  the 10,000 records; `Codering` is passed over, as is the order (`ge`, `lt`) of regions.
- ODataApi gives at most 10,000 records and then that same 500; `$skip` does not work there.
  ODataFeed gives pages, linked by `odata.nextLink`.
- Without `$format=json`, or `Accept: application/json`, there is Atom.
- In UntypedDataSet every value is text, right-aligned: `'       .'` is unknown or secret and null
  cannot occur or was not asked. TypedDataSet makes both null, but keeps the dots of text columns.
- An address that is too long gets a connection reset.
- A table is on the host of its catalogue only.
- PDOK gives longitude and latitude unless `crs` asks for EPSG:28992, by its URI.

What was reported both ways is a setting (`Quirks`). What can go wrong is listed in `FAULTS`, each
with what happens and its options. `from_edition` makes tables out of an edition of ours.

Not here: OData version 4, `$metadata`, `$orderby`, `$inlinecount` (status 501), WFS, the
Locatieserver, TLS, holes in boundaries.
"""

from tests.support.odata_server import (
    adapter,
    faults_in_boundaries,
    faults_in_figures,
    faults_in_pages,
    faults_in_replies,
    faults_in_tables,
    faults_of_time,
    wire,
)
from tests.support.odata_server.fault_book import ALWAYS, FAULTS, Fault, Stage
from tests.support.odata_server.features import BoundariesFixture, BoundaryFixture
from tests.support.odata_server.odata import HOSTS, Quirks
from tests.support.odata_server.server import FakeStatline
from tests.support.odata_server.tables import Dimension, Member, TableFixture, TopicFixture

_ALL_FAULTS_ARE_ENTERED = (
    adapter,
    faults_in_boundaries,
    faults_in_figures,
    faults_in_pages,
    faults_in_replies,
    faults_in_tables,
    faults_of_time,
    wire,
)

__all__ = [
    "ALWAYS",
    "FAULTS",
    "HOSTS",
    "BoundariesFixture",
    "BoundaryFixture",
    "Dimension",
    "FakeStatline",
    "Fault",
    "Member",
    "Quirks",
    "Stage",
    "TableFixture",
    "TopicFixture",
]
