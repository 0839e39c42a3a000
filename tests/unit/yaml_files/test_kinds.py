"""A file in the wrong place is named, and never taken to pieces."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from tests.unit.configuration.test_schema import schema_of
from wijkprofiel.configuration.aliases import Aliases
from wijkprofiel.configuration.characteristics import ResidentsDefinition
from wijkprofiel.configuration.checking import check_configuration
from wijkprofiel.configuration.composition_records import ComposedRecord
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.editions import EditionDefinition, ImportRecipe
from wijkprofiel.configuration.limits import JudgementLimits
from wijkprofiel.configuration.own_documents import OwnDocument
from wijkprofiel.configuration.profiles import ProfileDefinition
from wijkprofiel.configuration.remarks import RoundRemark
from wijkprofiel.configuration.renames import Renames
from wijkprofiel.configuration.reorganisations import Reorganisations
from wijkprofiel.configuration.sources import Sources
from wijkprofiel.configuration.texts import Texts
from wijkprofiel.configuration.themes import Story, ThemeSet
from wijkprofiel.configuration.work_areas import WorkArea
from wijkprofiel.yaml_files.kinds import KINDS, misplaced
from wijkprofiel.yaml_files.loader import load
from wijkprofiel.yaml_files.paths import SHIPPED_CONFIGS, SearchPath

MODELS: dict[str, type[BaseModel]] = {
    "profielen": ProfileDefinition,
    "documenten": OwnDocument,
    "edities": EditionDefinition,
    "import": ImportRecipe,
    "themas": ThemeSet,
    "indicatoren": IndicatorDefinition,
    "verhalen": Story,
    "opmerkingen": RoundRemark,
    "wie_wonen_hier": ResidentsDefinition,
    "oordeel": JudgementLimits,
    "aliassen": Aliases,
    "teksten": Texts,
    "bronnen": Sources,
    "gebieden": WorkArea,
    "regios": ComposedRecord,
    "hernoemd": Renames,
    "herindelingen": Reorganisations,
}
OURS = [
    path for path in sorted(SHIPPED_CONFIGS.rglob("*.yaml")) if path.name != "nieuw_profiel.yaml"
]
KIND_OF = {path: schema_of(path) for path in OURS}


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_known_by_keys_that_it_has(name: str) -> None:
    assert MODELS.keys() == KINDS.keys()
    assert KINDS[name].keys <= MODELS[name].model_fields.keys()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_every_file_of_ours_is_what_its_place_says_and_nothing_else(path: Path) -> None:
    data, kind = load(path).data, KIND_OF[path]
    assert misplaced("x.yaml", data, kind) is None
    for other in KINDS.keys() - {kind}:
        problem = misplaced("x.yaml", data, other)
        assert problem is not None
        assert problem.message.startswith(f"dit is {KINDS[kind].name} en hoort niet hier; ")


@pytest.mark.parametrize(
    ("file", "folder", "says"),
    [
        ("indicatoren/bevolking.yaml", "themas", "dit is een bestand met indicatoren"),
        ("import/kwb_2024.yaml", "edities", "dit is een recept"),
        ("profielen/overvecht.yaml", "indicatoren", "dit is een profielbestand"),
    ],
)
def test_it_is_one_mistake_however_much_is_in_it(
    tmp_path: Path, file: str, folder: str, says: str
) -> None:
    target = tmp_path / folder / "eigen.yaml"
    target.parent.mkdir()
    target.write_bytes((SHIPPED_CONFIGS / file).read_bytes())
    (problem,) = check_configuration(SearchPath((tmp_path, SHIPPED_CONFIGS))).problems
    assert problem.file == str(target)
    assert says in problem.message


def test_what_the_message_says_to_do_works(tmp_path: Path) -> None:
    """The file of indicators goes to the folder that the message names."""
    target = tmp_path / "indicatoren" / "bevolking.yaml"
    target.parent.mkdir()
    target.write_bytes((SHIPPED_CONFIGS / "indicatoren/bevolking.yaml").read_bytes())
    assert not check_configuration(SearchPath((tmp_path, SHIPPED_CONFIGS))).problems
