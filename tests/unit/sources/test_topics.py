from __future__ import annotations

import pytest
import yaml

from wijkprofiel.configuration.definitions import WantedTopic
from wijkprofiel.domain.errors import SourceChangedError
from wijkprofiel.sources.tables import Topic
from wijkprofiel.sources.topics import find_topic, not_found, renamed

POWER = Topic("Appartement_48", "Appartement", path="Energie › Elektriciteit › Naar woningtype")
GAS = Topic("Appartement_56", "Appartement", path="Energie › Aardgas › Naar woningtype")
BARE = Topic("Appartement_56", "Appartement")
HOMES = Topic("Koopwoningen_47", "Koopwoningen", path="Wonen")


def test_the_number_does_not_matter() -> None:
    assert find_topic("t", [POWER, HOMES], [WantedTopic(stam="Koopwoningen")]) is HOMES


def test_a_stem_that_occurs_twice_needs_its_path() -> None:
    with pytest.raises(SourceChangedError, match=r"Appartement_48 .*Appartement_56") as caught:
        find_topic("t", [POWER, GAS], [WantedTopic(stam="Appartement")])
    assert "pad" in str(caught.value.remedy)
    assert "`heet_hier: {Appartement: Appartement_48}` of " in str(caught.value.remedy)


@pytest.mark.parametrize("chosen", ["Inwoners_5", "Inwoners_9"])
def test_a_key_with_its_number_picks_one_of_two_that_are_alike(chosen: str) -> None:
    alike = tuple(
        Topic(key, "Inwoners", "Aantal inwoners", "Bevolking")
        for key in ("Inwoners_5", "Inwoners_9")
    )
    with pytest.raises(SourceChangedError) as caught:
        find_topic("kwb_2024", alike, [WantedTopic(stam="Inwoners")])
    assert caught.value.message == (
        "Onderwerp Inwoners past op meer kolommen van kwb_2024: Inwoners_5 ('Aantal inwoners',"
        " Bevolking), Inwoners_9 ('Aantal inwoners', Bevolking)."
    )
    line = f"heet_hier: {{Inwoners: {chosen}}}"
    assert f"`{line}`" in str(caught.value.remedy)
    names = yaml.safe_load(line)["heet_hier"]
    found = find_topic("kwb_2024", renamed(alike, names), [WantedTopic(stam="Inwoners")])
    assert found is not None
    assert found.key == chosen


def test_what_picks_one_column_leaves_those_of_other_groups() -> None:
    known = renamed((POWER, GAS), {"Appartement": "Appartement_48"})
    wanted = [WantedTopic(stam="Appartement", pad=GAS.path)]
    assert find_topic("t", known, wanted) == GAS


def test_a_name_of_this_table_goes_before_a_column_that_has_our_name_by_chance() -> None:
    known = renamed((HOMES, Topic("Eigen_3", "Eigen")), {"Koopwoningen": "Eigen"})
    found = find_topic("t", known, [WantedTopic(stam="Koopwoningen")])
    assert found is not None
    assert found.key == "Eigen_3"


@pytest.mark.parametrize(
    "path", ["Energie › Aardgas › Naar woningtype", "energie/aardgas/naar woningtype"]
)
def test_the_path_tells_which_one(path: str) -> None:
    assert find_topic("t", [POWER, GAS], [WantedTopic(stam="Appartement", pad=path)]) is GAS


def test_a_copy_without_description_matches_on_the_stem_alone() -> None:
    assert find_topic("t", [BARE], [WantedTopic(stam="Appartement", pad="Energie")]) is BARE


def test_a_topic_may_have_had_several_names() -> None:
    names = [WantedTopic(stam="EigenWoningen"), WantedTopic(stam="Koopwoningen")]
    assert find_topic("t", [HOMES], names) is HOMES


def test_two_names_that_both_exist_are_not_one_topic() -> None:
    names = [WantedTopic(stam="Koopwoningen"), WantedTopic(stam="Appartement")]
    with pytest.raises(SourceChangedError, match="past op meer kolommen"):
        find_topic("t", [HOMES, BARE], names)


def test_no_match_is_none_and_the_error_lists_what_comes_near() -> None:
    wanted = [WantedTopic(stam="Koopwoning")]
    assert find_topic("t", [HOMES, GAS], wanted) is None
    error = not_found("koop", [("t", [HOMES, GAS])], wanted)
    assert error.message == (
        "Indicator koop: onderwerp Koopwoning staat niet in t (Koopwoningen_47 (Wonen))."
    )
