from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from tests.support import profiles
from wijkprofiel.documents.profile.model import Profile
from wijkprofiel.render.export import to_json


def test_the_same_profile_gives_the_same_text() -> None:
    assert to_json(profiles.overvecht()) == to_json(profiles.overvecht())


def test_keys_are_those_of_the_model_in_its_order() -> None:
    exported = json.loads(to_json(profiles.overvecht()))
    assert list(exported) == [field.name for field in fields(Profile)]


def test_a_verdict_is_exported_with_its_words() -> None:
    exported = json.loads(to_json(profiles.overvecht()))
    row = exported["themes"][1]["tables"][0]["rows"][0]
    assert row["value"]["value"] == 69.9
    assert row["judgements"][0]["word"] == "duidelijk ongunstiger"
    assert row["judgements"][0]["verdict"]["size"] == "duidelijk"
    assert row["judgements"][0]["verdict"]["side"] == "ongunstiger"
    assert row["elderly"]["age"] == "65+"


def test_text_is_readable_and_ends_with_a_line() -> None:
    exported = to_json(profiles.hostile_names())
    assert "'t Zând & <script>" in exported
    assert exported.endswith("}\n")


def test_what_is_no_number_is_refused() -> None:
    profile = profiles.overvecht()
    broken = replace(profile, region=replace(profile.region, adults=float("nan")))
    with pytest.raises(ValueError, match="Out of range"):
        to_json(broken)
