from __future__ import annotations

import pytest
import requests

from tests.support.odata_server import FakeStatline, Quirks
from tests.support.odata_server.query import QueryError, parse_filter
from tests.unit.odata_server.conftest import Ask, asking

ROW = {"WijkenEnBuurten": "WK000101  ", "Perioden": "2020JJ00", "Titel": "'s-Gravenhage"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("WijkenEnBuurten eq 'WK000101  '", True),
        ("WijkenEnBuurten eq 'WK000101'", False),
        ("startswith(WijkenEnBuurten,'WK0001')", True),
        ("startswith(WijkenEnBuurten, 'WK0001') eq true", True),
        ("substringof('JJ',Perioden)", True),
        ("substring(WijkenEnBuurten,2,4) eq '0001'", True),
        ("Perioden ge '2019JJ00' and Perioden lt '2021JJ00'", True),
        ("Perioden eq '2016JJ00' or Perioden eq '2020JJ00'", True),
        ("(Perioden eq '2016JJ00' or Perioden eq '2020JJ00') and Titel eq 'x'", False),
        ("Perioden eq '2020JJ00' or Perioden eq '2020JJ00' and Titel eq 'x'", True),
        ("not (Perioden eq '2016JJ00')", True),
        ("Titel eq '''s-Gravenhage'", True),
    ],
)
def test_filters_read_as_odata_says(text: str, holds: bool) -> None:
    assert parse_filter(text).holds(ROW) is holds


@pytest.mark.parametrize("text", ["", "Perioden", "Perioden is 'x'", "(Perioden eq 'x'", "a eq 'b"])
def test_a_malformed_filter_is_refused(text: str, feed: Ask) -> None:
    with pytest.raises(QueryError):
        parse_filter(text)
    assert feed("84799NED", "TypedDataSet", filter=text).status_code == 400


def test_a_key_of_the_wrong_width_finds_nothing(feed: Ask) -> None:
    wrong = feed("84799NED", "TypedDataSet", filter="WijkenEnBuurten eq 'WK000101'")
    assert (wrong.status_code, wrong.json()["value"]) == (200, [])
    right = feed("84799NED", "TypedDataSet", filter="WijkenEnBuurten eq 'WK000101  '")
    assert len(right.json()["value"]) == 1


def test_the_api_stops_at_its_limit_with_an_error(api: Ask) -> None:
    answer = api("50090NED", "TypedDataSet")
    assert answer.status_code == 500
    assert "query returns more than 10000 records" in answer.text
    wanted = "startswith(WijkenEnBuurten,'GM') and Marges eq 'MW00000'"
    assert len(api("50090NED", "TypedDataSet", filter=wanted).json()["value"]) == 4
    assert len(api("50090NED", "TypedDataSet", top=10).json()["value"]) == 10


def test_a_filter_on_another_column_is_that_same_error(feed: Ask, api: Ask) -> None:
    for ask in (feed, api):
        answer = ask("84799NED", "TypedDataSet", filter="SoortRegio_2 eq 'Wijk      '")
        assert answer.status_code == 500
        assert "more than 10000 records" in answer.text


def test_a_filter_on_the_coding_or_the_order_of_regions_is_passed_over(api: Ask) -> None:
    for text in ("Codering_3 eq 'GM0001    '", "WijkenEnBuurten ge 'WK'"):
        assert len(api("84799NED", "TypedDataSet", filter=text).json()["value"]) == 7
    periods = api("50090NED", "Perioden", filter="Key ge '2020JJ00'").json()["value"]
    assert [period["Key"] for period in periods] == ["2020JJ00"]


def test_skip_fails_on_the_api(api: Ask, feed: Ask) -> None:
    assert api("84799NED", "TypedDataSet", skip=2).status_code == 500
    assert [row["ID"] for row in feed("84799NED", "TypedDataSet", skip=5).json()["value"]] == [5, 6]


def test_the_feed_gives_linked_pages(feed: Ask, session: requests.Session) -> None:
    wanted = "startswith(WijkenEnBuurten,'WK')"
    answer = feed("50090NED", "TypedDataSet", filter=wanted, select="ID,WijkenEnBuurten")
    rows, link, pages = answer.json()["value"], answer.json()["odata.nextLink"], 1
    while link:
        assert link.startswith("https://dataderden.cbs.nl/ODataFeed/odata/50090NED/TypedDataSet?")
        page = session.get(link, timeout=5).json()
        rows, link, pages = rows + page["value"], page.get("odata.nextLink"), pages + 1
    assert (len(rows), pages) == (18, 5)
    assert rows[0] == {"ID": 4, "WijkenEnBuurten": "WK000101  "}
    assert len({row["ID"] for row in rows}) == 18


def test_select_of_an_unknown_column_is_refused_or_passed_over() -> None:
    from tests.support.odata_server.samples import register_table

    for refuse, status in ((True, 400), (False, 200)):
        quirks = Quirks(refuse_unknown_column=refuse)
        with FakeStatline([register_table()], quirks=quirks) as server, requests.Session() as own:
            server.mount(own)
            answer = asking(own, "ODataFeed")("84799NED", "TypedDataSet", select="ID,Weg_9")
            assert answer.status_code == status


def test_an_address_that_is_too_long_gets_a_reset(feed: Ask) -> None:
    text = " or ".join(["WijkenEnBuurten eq 'WK000101  '"] * 120)
    with pytest.raises(requests.ConnectionError):
        feed("84799NED", "TypedDataSet", filter=text)


def test_what_is_not_here_says_so(feed: Ask) -> None:
    assert feed("84799NED", "TypedDataSet", orderby="ID").status_code == 501
