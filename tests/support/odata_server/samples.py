"""Two small tables and a small map, for tests that need no real figures."""

from __future__ import annotations

from tests.support.odata_server.features import UNKNOWN, BoundariesFixture, BoundaryFixture
from tests.support.odata_server.tables import Dimension, Member, Row, TableFixture, TopicFixture

AREAS = (
    ("NL00", "Nederland", "Nederland", "Land", 6000),
    ("GM0001", "Adam", "Adam", "Gemeente", 4000),
    ("WK000101", "Wijk 01 Oud", "Adam", "Wijk", 2500),
    ("BU00010101", "Haven", "Adam", "Buurt", 2500),
    ("WK000102", "Wijk 02 Één", "Adam", "Wijk", None),
    ("GM0002", "Bdam", "Bdam", "Gemeente", 2000),
    ("WK000201", "Wijk 01 Dorp", "Bdam", "Wijk", 2000),
)
IDENTITY = (
    TopicFixture("Gemeentenaam_1", "Gemeentenaam", "naam", "Regioaanduiding", "String", 0, 40),
    TopicFixture("SoortRegio_2", "Soort regio", "omschrijving", "Regioaanduiding", "String", 0, 10),
    TopicFixture("Codering_3", "Codering", "code", "Regioaanduiding", "String", 0, 10),
)
POSTCODE = TopicFixture(
    "MeestVoorkomendePostcode_8", "Meest voorkomende postcode", "code", "Postcode", "String", 0, 10
)
HEALTH = (
    TopicFixture("ErvarenGezondheidGoedZeerGoed_4", "Ervaren gezondheid", "%", (), "Double", 1),
    TopicFixture("Eenzaam_5", "Eenzaam", "%", (), "Double", 1),
)
REGISTER = (
    TopicFixture("AantalInwoners_5", "Aantal inwoners", "aantal", "Bevolking"),
    TopicFixture("Mannen_6", "Mannen", "aantal", ("Bevolking", "Geslacht")),
    TopicFixture("Afstand_7", "Afstand", "km", "Nabijheid", "Double", 1),
)


def regions(land: str) -> Dimension:
    members = [
        Member(_key(code, land), title, municipality="" if code == "NL00" else f"GM{code[2:6]}")
        for code, title, *_ in AREAS
    ]
    return Dimension("WijkenEnBuurten", "Wijken en buurten", "GeoDetail", 10, members)


def register_table(table: str = "84799NED") -> TableFixture:
    """As Kerncijfers wijken en buurten: one dimension, one column that was not delivered."""
    rows: list[Row] = [
        _identity(code, gemeente, kind, "NL00")
        | {
            "AantalInwoners_5": _figure(REGISTER[0], people),
            "Mannen_6": _figure(REGISTER[1], people and people // 2),
            "Afstand_7": None,
            POSTCODE.key: f"{'.':>10}",
        }
        for code, _, gemeente, kind, people in AREAS
    ]
    title = "Kerncijfers wijken en buurten 2020"
    topics = [*IDENTITY, *REGISTER, POSTCODE]
    return TableFixture(table, title, "2021-03-26T02:00:00", [regions("NL00")], topics, rows)


def health_table(table: str = "50090NED") -> TableFixture:
    """As Gezondheid per wijk en buurt: not asked in 2016 is blank, withheld is a dot."""
    ages = Dimension("Leeftijd", "Leeftijd", width=5, members=[Member("20300", "18 of ouder")])
    kinds = [Member("MW00000", "Waarde"), Member("MOG0095", "Onder"), Member("MBG0095", "Boven")]
    margins = Dimension("Marges", "Marges", width=7, members=kinds)
    years = [Member("2016JJ00", "2016"), Member("2020JJ00", "2020")]
    times = Dimension("Perioden", "Perioden", "TimeDimension", 8, years)
    rows: list[Row] = [
        _identity(code, gemeente, kind, "NL01")
        | {"Leeftijd": "20300", "Marges": margin, "Perioden": year}
        | _health(70 + number + away, year, known=people is not None)
        for margin, away in (("MW00000", 0), ("MOG0095", -2), ("MBG0095", 2))
        for number, (code, _, gemeente, kind, people) in enumerate(AREAS)
        for year in ("2016JJ00", "2020JJ00")
    ]
    dimensions = [ages, margins, regions("NL01"), times]
    title = "Gezondheid per wijk en buurt; 2016/2020 (indeling 2020)"
    topics = [*IDENTITY, *HEALTH]
    return TableFixture(table, title, "2022-06-01T02:00:00", dimensions, topics, rows, "RIVM")


def boundaries(year: int = 2022) -> BoundariesFixture:
    """Squares of a kilometre near the middle of the grid, and one of water."""
    areas = [
        _square(code, title, gemeente, number)
        for number, (code, title, gemeente, kind, _) in enumerate(AREAS)
        if kind != "Land"
    ]
    return BoundariesFixture(year, [*areas, _square("WK000199", "", "Adam", 9, water=True)])


def _square(
    code: str, name: str, gemeente: str, number: int, *, water: bool = False
) -> BoundaryFixture:
    x, y = 155_000 + 1000 * number, 463_000
    ring = ((x, y), (x + 1000, y), (x + 1000, y + 1000), (x, y + 1000), (x, y))
    return BoundaryFixture(
        code, name, f"GM{code[2:6]}", gemeente, [ring], water, {"aantal_inwoners": UNKNOWN}
    )


def _key(code: str, land: str) -> str:
    return land if code == "NL00" else code


def _identity(code: str, gemeente: str, kind: str, land: str) -> Row:
    key = _key(code, land)
    texts = zip(IDENTITY, (gemeente, kind, key), strict=True)
    row: Row = {"WijkenEnBuurten": f"{key:<10}"}
    return row | {topic.key: topic.text(text) for topic, text in texts}


def _figure(topic: TopicFixture, value: float | None) -> str | None:
    return topic.missing if value is None else topic.text(value)


def _health(value: float, year: str, *, known: bool) -> Row:
    good, lonely = HEALTH
    asked = None if year == "2016JJ00" else _figure(lonely, value / 2 if known else None)
    return {good.key: _figure(good, value if known else None), lonely.key: asked}
