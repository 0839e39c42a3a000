"""Everything that can go wrong on the way, each with how it ends.

A fault ends in one of two ways: in the right edition, figure by figure, or in a clear error while
the snapshots and the edition that were there are byte for byte the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from tests.faults.world import LATER, World, definition, fast_sources, figures
from tests.support.odata_server import ALWAYS, FAULTS, FakeStatline
from wijkprofiel.domain.errors import (
    SourceChangedError,
    SourceUnreachableError,
    WijkprofielError,
)

REGISTER, HEALTH = "84799NED", "50090NED"
ROWS = "UntypedDataSet"


@dataclass(frozen=True)
class Case:
    """One fault, where it happens, and the error that it ends in; none if all ends well."""

    fault: str
    table: str | None = HEALTH
    entity: str | None = ROWS
    error: type[WijkprofielError] | None = None
    says: str = ""
    nth: int | None = None
    times: int | None = None
    options: dict[str, Any] = field(default_factory=dict)
    page: int | None = None

    def __str__(self) -> str:
        parts = [self.fault, self.table or "", self.entity or "", *map(str, self.options.values())]
        again = ["always"] if self.times == ALWAYS else []
        return "-".join(part for part in (*parts, *again) if part)


def passes(fault: str, **where: Any) -> Case:
    """A fault that happens once and is got over."""
    return Case(fault, **where)


def stays(fault: str, says: str, **where: Any) -> Case:
    """A fault that goes on until we give up."""
    return Case(fault, error=SourceUnreachableError, says=says, times=ALWAYS, **where)


def refused(fault: str, says: str, **where: Any) -> Case:
    """A fault that no second try can help."""
    return Case(fault, error=SourceChangedError, says=says, **where)


CONNECTION = [
    *(
        passes(fault)
        for fault in ("refused", "no_such_host", "connect_timeout", "connection_reset", "no_answer")
    ),
    passes("proxy_refused"),
    passes("connection_reset", table=REGISTER, entity="TableInfos"),
    passes("no_answer", table=REGISTER, entity="DataProperties"),
    passes("no_http"),
    stays("refused", "niet te bereiken"),
    stays("no_answer", "verbreekt de verbinding"),
    stays("connect_timeout", "antwoordt niet binnen de tijd"),
    Case("no_tls", error=SourceUnreachableError, says="certificaat"),
    Case("proxy_wants_login", error=SourceUnreachableError, says="naam en een wachtwoord"),
    Case("http_407", error=SourceUnreachableError, says="naam en een wachtwoord"),
    Case("http_401", error=SourceUnreachableError, says="laat ons niet toe"),
    Case("http_403", error=SourceUnreachableError, says="laat ons niet toe"),
]
BODY = [
    *(
        passes(fault)
        for fault in (
            *("slow_first_byte", "drip", "stalled_body", "reset_in_body", "truncated_body"),
            *("truncated_chunks", "truncated_gzip", "corrupt_gzip", "length_too_large"),
            *("length_too_small", "empty_body", "invalid_json", "cut_json", "twice_json"),
            *("scalar_json", "deep_json", "latin_1", "utf_16", "bare_list", "bom"),
        )
    ),
    passes("truncated_body", table=REGISTER, entity="WijkenEnBuurten"),
    stays("drip", "te traag"),
    stays("stalled_body", "antwoordt niet binnen de tijd"),
    stays("truncated_body", "breekt het antwoord halverwege af"),
    stays("cut_json", "afgebroken of beschadigd"),
    stays("invalid_json", "geen geldige JSON"),
    refused("huge_body", "groter dan 3 MB", options={"megabytes": 8}),
    refused("gzip_bomb", "groter dan 3 MB", options={"megabytes": 8}),
    refused("endless_body", "groter dan 3 MB"),
]
STATUS = [
    *(passes(fault) for fault in ("http_429", "http_500", "http_502", "http_503", "http_504")),
    passes("http_429_retry_after", options={"after": 1}),
    passes("http_503_retry_after", options={"after": 1}),
    passes("redirect"),
    passes("html_with_200"),
    passes("html_as_json"),
    passes("wrong_content_type"),
    passes("no_content_type"),
    passes("http_503", table=REGISTER, entity="TableInfos"),
    stays("http_503", "storing"),
    stays("http_429", "HTTP 429"),
    stays("html_with_200", "een webpagina in plaats van cijfers"),
    Case(
        "http_429_retry_after",
        error=SourceUnreachableError,
        says="vraagt 3600 seconden te wachten",
        options={"after": 3600},
    ),
    refused("record_limit", "te groot"),
    refused("http_400", "begrijpt de vraag niet"),
    refused("http_404", "bestaat niet"),
    refused("http_406", "begrijpt de vraag niet"),
    refused("http_410", "bestaat niet"),
    Case("redirect_elsewhere", error=SourceUnreachableError, says="tijdelijk door (HTTP 302)"),
    refused("redirect_elsewhere", "blijvend door (HTTP 301) naar", options={"status": 301}),
    Case(
        "redirect_elsewhere",
        error=SourceUnreachableError,
        says="naar opendata.cbs.nl",
        options={"host": "opendata.cbs.nl"},
    ),
    refused("redirect_to_http", "met http in plaats van https", options={"status": 301}),
    refused("redirect_to_http", "met http in plaats van https", options={"status": 302}),
    refused("redirect_to_file", "daar halen wij niets op"),
    *(
        Case("maintenance_page", error=SourceUnreachableError, says=says, options={"status": code})
        for code, says in ((200, "in onderhoud"), (503, "onderhoudspagina (HTTP 503)"))
    ),
    Case("maintenance_redirect", error=SourceUnreachableError, says="in onderhoud"),
    refused("redirect_loop", "blijft doorverwijzen"),
    refused("atom_despite_json", "XML"),
]
PAGES = [
    refused("next_link_loop", "die al geweest is"),
    refused("next_link_elsewhere", "daar halen wij niets op"),
    refused("next_link_elsewhere", "daar halen wij niets op", options={"host": "opendata.cbs.nl"}),
    refused("next_link_http", "met http in plaats van https"),
    refused("next_link_missing", "5 van de 9 gebieden", page=5),
    stays("next_link_refused", "een storing (HTTP 500)", page=5),
    refused("next_link_is_no_text", "geen adres"),
    refused("short_page", "van de 9 gebieden"),
    refused("empty_page", "een leeg antwoord"),
    refused("overlapping_page", "dubbel"),
    refused("no_untyped", "UntypedDataSet", entity=""),
    refused("no_records", "iets anders dan rijen"),
    refused("records_null", "iets anders dan rijen"),
    refused("records_object", "iets anders dan rijen"),
    refused("records_of_text", "iets anders dan rijen"),
    refused("error_with_200", "iets anders dan rijen"),
    refused("other_version", "ontbreekt in de rijen"),
    refused("record_keys_missing", "ontbreekt in de rijen"),
    refused("nan", "iets anders dan tekst"),
    refused("repeated_names", "terwijl wij 20300 vroegen"),
    refused("group_loop", "groepen", entity="DataProperties"),
    refused("group_missing", "groepen", entity="DataProperties"),
]
TABLE = [
    *(
        passes(fault, table=table, entity=None)
        for table in (REGISTER, HEALTH)
        for fault in (
            *("shifted_suffixes", "rows_reordered", "no_unit", "unpadded_keys", "other_width"),
            *("blank_as_text", "title_changed", "extra_period", "other_land_key"),
        )
    ),
    passes("modified_changes", table=REGISTER, entity=None),
    passes("modified_changes", entity=None),
    refused("missing_column", "ervaren_gezondheid_goed: verwacht", entity=None),
    refused("missing_column", "AantalInwoners ontbreekt", table=REGISTER, entity=None),
    refused("renamed_column", "NieuwErvarenGezondheidGoedZeerGoed", entity=None),
    refused("column_twice", "meer keer", entity=None),
    refused("column_twice", "meer kolommen", table=REGISTER, entity=None),
    refused("other_unit", "promille", entity=None),
    refused("other_unit", "promille", table=REGISTER, entity=None),
    refused("properties_missing", "verwacht", entity="DataProperties"),
    refused("new_dimension", "dimensie erbij: Geslacht", entity=None),
    refused("new_division", "staat op de indeling van 2028, niet 2020", entity=None),
    refused("dimension_gone", "mist Leeftijd", entity=None),
    refused("dimension_gone", "mist WijkenEnBuurten", table=REGISTER, entity=None),
    refused("member_missing", "80200", entity=None),
    refused("member_unlisted", "WK008800", table=REGISTER, entity=None),
    refused("no_modified", "wanneer zij is bijgewerkt", entity=None),
    refused("other_table", "47018NED", entity=None),
    refused("empty_names", "geen naam", table=REGISTER, entity=None),
]
FIGURES = [
    refused("out_of_range", "tussen 0 en 100", entity=None),
    refused("negative", "-1", entity=None),
    refused("negative", "-1", table=REGISTER, entity=None),
    refused("text_in_numbers", "een getal", entity=None),
    refused("decimal_comma", "een getal", entity=None),
    refused("infinite", "een getal", entity=None),
    # The first rows are of years that are not asked for here; these counts reach the others.
    refused("duplicate_rows", "dubbel", entity=None, options={"count": 200}),
    refused("conflicting_rows", "dubbel", entity=None, options={"count": 200}),
    refused("rows_missing", "", entity=None),
    refused("level_missing", "NL01 ontbreekt", entity=None),
    refused("level_missing", "leeg antwoord", table=REGISTER, entity=None),
    refused("unknown_regions", "niet vroegen", entity=None),
    refused("empty_table", "leeg antwoord", entity=None),
    refused("crossed_bounds", "buiten hun eigen marges", entity=None),
    refused("blank_column", "geen enkel gebied", table=REGISTER, entity=None),
    refused("suppressed_column", "geen enkel gebied", table=REGISTER, entity=None),
]
LATE = {"crossed_bounds", "blank_column", "suppressed_column", "empty_names"}
"""Faults that only show when the tables are laid side by side."""

_HEALTH, _REGISTER = "momentopnamen/rivm_50090ned", "momentopnamen/kwb_2020"
WHOLE: dict[tuple[bool, str | None], set[str]] = {
    (False, HEALTH): set(),
    (False, REGISTER): {_HEALTH},
    (True, HEALTH): {_HEALTH, _REGISTER},
    (True, REGISTER): {_HEALTH, _REGISTER},
}
"""Snapshots that may be new after an error, by whether it is late and the table it is in."""

ALL = [*CONNECTION, *BODY, *STATUS, *PAGES, *TABLE, *FIGURES]


def happen(server: FakeStatline, case: Case) -> None:
    """Order a fault."""
    if case.page is not None:
        server.quirks = replace(server.quirks, page_size=case.page)
    server.misbehave(
        case.fault,
        table=case.table,
        entity=case.entity,
        nth=case.nth,
        times=case.times,
        **case.options,
    )


@pytest.mark.parametrize("case", [case for case in ALL if case.error is None], ids=str)
def test_ends_in_the_right_edition(
    case: Case, first: World, world: World, server: FakeStatline
) -> None:
    happen(server, case)
    outcome = world.pull(server, when=LATER)
    assert any(case.fault in asked.faults for asked in server.requests)
    assert set(outcome.fetched) == {"rivm_50090ned", "kwb_2020"}
    world.compile()
    assert figures(world.edition) == figures(first.edition)


@pytest.mark.parametrize("case", [case for case in ALL if case.error is not None], ids=str)
def test_ends_in_a_clear_error_with_the_old_edition_intact(
    case: Case, world: World, server: FakeStatline
) -> None:
    assert case.error is not None
    happen(server, case)
    before = world.fingerprint()
    with pytest.raises(case.error) as caught:
        world.pull_and_compile(server)
    assert case.says in caught.value.message
    assert caught.value.remedy
    assert any(case.fault in asked.faults for asked in server.requests)
    after = world.fingerprint()
    changed = {name.split(".")[0] for name in before if before[name] != after[name]}
    # A table that is whole may be replaced before a later one fails; the edition never is.
    assert changed <= WHOLE[case.fault in LATE, case.table]


def test_ages_padded_to_eight_characters_are_asked_for_as_they_are_padded(
    first: World, world: World, server: FakeStatline
) -> None:
    server.misbehave("other_width", table=HEALTH, key="Leeftijd", width=8)
    world.pull(server, when=LATER)
    filters = [asked.query["$filter"] for asked in server.asked(HEALTH, ROWS)]
    assert any("Leeftijd eq '20300   '" in each for each in filters)
    world.compile()
    assert figures(world.edition) == figures(first.edition)


@pytest.mark.parametrize("table", [HEALTH, REGISTER])
def test_a_service_that_passes_our_filters_over_is_refused(
    world: World, server: FakeStatline, table: str
) -> None:
    """Ranges of areas are known to be passed over without a word; here everything is."""
    before = world.fingerprint()
    if table == REGISTER:
        del server.tables[HEALTH]
    server.quirks = replace(server.quirks, ignores_filter=True)
    tables = {HEALTH: "rivm_50090ned", REGISTER: "kwb_2020"}
    with pytest.raises(SourceChangedError) as caught:
        world.pull(server, when=LATER, edition=definition([tables[table]]))
    assert "slaat ons filter over" in str(caught.value.remedy)
    assert world.fingerprint() == before


@pytest.mark.parametrize(
    ("fault", "nth"),
    [("redirect_to_http", 1), ("next_link_http", 1), ("redirect_to_http", 2)],
)
def test_http_on_the_own_host_is_asked_over_https_where_that_is_configured(
    first: World, world: World, server: FakeStatline, fault: str, nth: int
) -> None:
    shipped = fast_sources()
    services = {
        name: service.model_copy(update={"http_als_https": True})
        for name, service in shipped.diensten.items()
    }
    server.quirks = replace(server.quirks, page_size=5)
    server.misbehave(fault, table=HEALTH, entity=ROWS, nth=nth, status=301)
    world.pull(server, when=LATER, sources=shipped.model_copy(update={"diensten": services}))
    assert any(fault in asked.faults for asked in server.requests)
    assert {asked.base.partition(":")[0] for asked in server.requests} == {"https"}
    world.compile()
    assert figures(world.edition) == figures(first.edition)


@pytest.mark.parametrize(
    "fault",
    [
        "proxy_wants_login",
        "http_407",
        "maintenance_page",
        "maintenance_redirect",
        "redirect_elsewhere",
    ],
)
def test_what_asking_again_cannot_help_is_told_at_once(
    world: World, server: FakeStatline, fault: str
) -> None:
    server.misbehave(fault, table=HEALTH, entity="TableInfos", times=ALWAYS)
    with pytest.raises(SourceUnreachableError) as caught:
        world.pull(server, when=LATER)
    assert caught.value.remedy
    assert len(server.asked(HEALTH, "TableInfos")) == 1


def test_after_an_error_the_next_pull_ends_in_the_right_edition(
    first: World, world: World, server: FakeStatline
) -> None:
    server.misbehave("http_503", table=HEALTH, entity=ROWS, nth=4, times=ALWAYS)
    with pytest.raises(SourceUnreachableError):
        world.pull(server, when=LATER)
    server.heal()
    world.pull(server, when=LATER)
    world.compile()
    assert figures(world.edition) == figures(first.edition)


def test_the_ten_thousand_records_error_is_never_tried_again(
    world: World, server: FakeStatline
) -> None:
    server.misbehave("record_limit", table=HEALTH, entity=ROWS, times=ALWAYS)
    with pytest.raises(SourceChangedError):
        world.pull(server, when=LATER)
    urls = [asked.url for asked in server.asked(HEALTH, ROWS)]
    assert len(urls) == len(set(urls))


def test_retries_are_bounded_over_the_whole_run(world: World, server: FakeStatline) -> None:
    server.misbehave("http_503", times=ALWAYS)
    with pytest.raises(SourceUnreachableError):
        world.pull(server, when=LATER)
    assert len(server.requests) == 3


def test_nobody_was_asked_anything_elsewhere(world: World, server: FakeStatline) -> None:
    server.misbehave("redirect_elsewhere", table=HEALTH, entity=ROWS)
    with pytest.raises(SourceUnreachableError):
        world.pull(server, when=LATER)
    assert {asked.host for asked in server.requests} <= {
        "opendata.cbs.nl",
        "dataderden.cbs.nl",
        "api.pdok.nl",
    }


def test_every_fault_here_exists_and_there_are_enough() -> None:
    assert {case.fault for case in ALL} <= FAULTS.keys()
    assert len({str(case) for case in ALL}) == len(ALL) >= 40
