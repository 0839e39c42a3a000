from __future__ import annotations

import pandas as pd
import pytest

from tests.support.small_country import properties
from wijkprofiel.sources.tables import find_column, stem_of, topics_from_properties


@pytest.mark.parametrize(
    ("key", "stem"),
    [
        ("Koopwoningen_40", "Koopwoningen"),
        ("k_0Tot15Jaar_8", "k_0Tot15Jaar"),
        ("ScholenBinnen3Km_109", "ScholenBinnen3Km"),
        ("edu_appl_sci", "edu_appl_sci"),
    ],
)
def test_the_number_of_a_key_is_not_part_of_its_stem(key: str, stem: str) -> None:
    assert stem_of(key) == stem


def test_a_topic_knows_the_groups_around_it() -> None:
    paths = {topic.key: topic.path for topic in topics_from_properties(properties())}
    assert paths["AantalInwoners_5"] == "Bevolking"
    assert paths["k_0Tot15Jaar_8"] == "Bevolking › Leeftijdsgroepen"
    assert paths["Appartement_48"] == "Energie › Elektriciteit"
    assert paths["Appartement_56"] == "Energie › Gas"


def test_stray_blanks_in_titles_do_not_count() -> None:
    rows = [
        {"ID": 0, "ParentID": None, "Type": "Topic", "Key": "A_1 ", "Title": " A  b ", "Unit": ""}
    ]
    (topic,) = topics_from_properties(pd.DataFrame(rows))
    assert (topic.key, topic.title, topic.unit) == ("A_1", "A b", None)


def test_a_column_is_found_by_its_whole_name_or_else_by_its_stem() -> None:
    columns = ["Inwoners", "Inwoners_5", "Huis_6", "Huis_7"]
    assert find_column("Inwoners", columns) == ["Inwoners"]
    assert find_column("Huis", columns) == ["Huis_6", "Huis_7"]
    assert find_column("Tuin", columns) == []
