"""Every pattern of the texts may use all the names that it allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args, get_origin

import pytest
from pydantic import AfterValidator

from wijkprofiel.configuration.texts import Texts
from wijkprofiel.documents.profile.model import Profile
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
    assert texts.redenen["geen_cijfer"].endswith("{gebied} {benchmark}")
    assert texts.verantwoording.alineas[0].tekst.endswith("{marges}")


@pytest.mark.parametrize(
    "code", ["WK034403", "WK030703", "WK030722", "WK030723", "WK007401", "WK169008", "GM0344"]
)
def test_a_profile_is_made_with_every_name_in_every_pattern(
    code: str, shop: Workshop, profile: Callable[..., Profile]
) -> None:
    texts = filled(shop.catalogue.texts, Texts, [])
    made = profile(code, texts=texts, dropped=frozenset({"roker"}), pinned=("sport_elke_week",))
    assert made.region.code == code
