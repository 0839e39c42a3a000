"""Every pattern of the texts may use all the names that it allows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any, get_args, get_origin

import pytest
from pydantic import AfterValidator

from tests.support.imprints import FIXED
from wijkprofiel.configuration.resident_texts import ResidentBlocks
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.vocabulary import EnumerationMarks
from wijkprofiel.documents.een_blad.content import OnePage
from wijkprofiel.documents.een_blad.maker import EEN_BLAD, make_one_page
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.domain.area import Area
from wijkprofiel.domain.imprint import short
from wijkprofiel.findings.scope import Scope
from wijkprofiel.findings.wishes import USUAL
from wijkprofiel.render.html import render_html
from wijkprofiel.words.voice import Voice
from wijkprofiel.workshop.workshop import Workshop
from wijkprofiel.yaml_files.fields import Record


def allowed(metadata: list[Any]) -> tuple[str, ...]:
    """The names of a pattern, out of the validator that `fills` makes."""
    for each in metadata:
        check = each.func if isinstance(each, AfterValidator) else None
        if check is not None and "fills" in check.__qualname__:
            cells = dict(zip(check.__code__.co_freevars, check.__closure__ or (), strict=True))
            return tuple(cells["names"].cell_contents)
    return ()


def filled(value: Any, annotation: Any, metadata: list[Any]) -> Any:
    """The same texts, in which each pattern uses every name that it may use."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        return value.model_copy(
            update={
                name: filled(getattr(value, name), field.annotation, field.metadata)
                for name, field in fields.items()
            }
        )
    if isinstance(value, str):
        return value + "".join(f" {{{name}}}" for name in allowed(metadata))
    if isinstance(value, (dict, tuple)) and get_origin(annotation) in (dict, tuple):
        inner = [part for part in get_args(annotation) if part is not ...][-1]
        extra = list(getattr(inner, "__metadata__", []))
        if isinstance(value, dict):
            return {key: filled(each, inner, extra) for key, each in value.items()}
        return tuple(filled(each, inner, extra) for each in value)
    return value


def test_patterns_that_use_all_their_names_are_found(shop: Workshop) -> None:
    texts = filled(shop.catalogue.texts, Texts, [])
    assert texts.tabel.bron.endswith("{kort} {tabel} {jaren}")
    assert texts.redenen["geen_cijfer"].endswith("{gebied} {benchmark} {zonder}")
    assert texts.verantwoording.alineas[0].tekst.endswith("{marges}")


@pytest.mark.parametrize(
    "code", ["WK034403", "WK030703", "WK030722", "WK030723", "WK007401", "WK169008", "GM0344"]
)
def test_a_profile_is_made_with_every_name_in_every_pattern(
    code: str, shop: Workshop, profile: Callable[..., Profile]
) -> None:
    texts = filled(shop.catalogue.texts, Texts, [])
    made = profile(code, texts=texts, dropped=frozenset({"roker"}), pinned=("sport_elke_week",))
    assert made.area.code == code
    page = render_html(made, texts)
    assert page.count("{") == page.count("}"), "every name between { } of a template is filled in"
    for key in ("kopregel", "editie"):
        assert getattr(texts.omslag, key).partition("{")[0].strip() in page


WORD = re.compile(r"[^\W\d_]+")


def crossed_out(value: Any) -> Any:
    """The same texts with an x for every letter; the names between { } and of indicators stay."""
    if isinstance(value, ResidentBlocks | EnumerationMarks):
        return value
    if isinstance(value, Record):
        fields = type(value).model_fields
        kept = {"taal", "cijfers", "dag"}
        return value.model_copy(
            update={name: crossed_out(getattr(value, name)) for name in fields if name not in kept}
        )
    if isinstance(value, str):
        parts = re.split(r"(\{\w+\})", value)
        return "".join(part if part[:1] == "{" else WORD.sub("x", part) for part in parts)
    if isinstance(value, dict):
        return {key: crossed_out(each) for key, each in value.items()}
    return tuple(map(crossed_out, value)) if isinstance(value, tuple) else value


class Visible(HTMLParser):
    """The words that a reader sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in {"alt", "aria-label", "title", "data-kopregel"}:
                self.words.update(WORD.findall(value or ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.words.update(WORD.findall(data))


def said_elsewhere(shop: Workshop, made: Profile | OnePage) -> set[str]:
    """Words of indicators, themes, questions and rounds, and names of areas and sources."""
    catalogue = shop.catalogue
    records = [
        *catalogue.indicators.values(),
        *catalogue.theme_sets.values(),
        *catalogue.stories.values(),
        *catalogue.remarks.values(),
    ]
    gemeente = made.area.gemeente_code or None
    names = [region.name for region in shop.edition.regions(None, gemeente)] + ["Nederland"]
    sources = [str(origin) for origin in made.origins.values()]
    texts = [*(str(each.model_dump()) for each in records), *names, *sources, str(made.edition)]
    texts += [str(made.imprint), short(made.edition.content)]
    locator = made.locator if isinstance(made, OnePage) else made.front.locator
    if (drawn := locator.map) is not None:
        texts += [drawn.outer.name, *(each.name for each in drawn.wijken)]
    return {word.lower() for text in texts for word in WORD.findall(text)}


@pytest.mark.parametrize("code", ["WK034403", "WK030722", "BU03440411", "GM0344"])
def test_what_a_reader_sees_and_no_record_says_is_said_by_the_voice(
    code: str, shop: Workshop, profile: Callable[..., Profile]
) -> None:
    texts = crossed_out(shop.catalogue.texts)
    made = profile(code, texts=texts, dropped=frozenset({"roker"}), pinned=("sport_elke_week",))
    page = Visible()
    page.feed(render_html(made, texts).replace("\N{SOFT HYPHEN}", ""))
    known = said_elsewhere(shop, made) | {"x", code[:2].lower()}
    own = {word for word in page.words if word.lower() not in known}
    assert not own, f"these words are in Python or in a template: {sorted(own)}"


@pytest.mark.parametrize("code", ["WK034403", "WK030703", "WK030723", "BU03440411", "GM0344"])
def test_the_one_page_says_only_what_the_voice_and_the_records_say(
    code: str, shop: Workshop
) -> None:
    texts = crossed_out(shop.catalogue.texts)
    region = shop.edition.region(code)
    assert region is not None
    findings = shop.findings([Area.of(region)])
    voice = replace(Voice.of(shop.catalogue), texts=texts)
    scope = Scope(shop.catalogue, USUAL)
    made = make_one_page(findings, voice, scope, shop.catalogue.limits, FIXED)
    page = Visible()
    page.feed(render_html(made, texts, document=EEN_BLAD).replace("\N{SOFT HYPHEN}", ""))
    known = said_elsewhere(shop, made) | {"x", code[:2].lower()}
    own = {word for word in page.words if word.lower() not in known}
    assert not own, f"these words are in Python or in a template: {sorted(own)}"
    assert "x" in page.words
