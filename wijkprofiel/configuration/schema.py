"""JSON Schemas of the configuration, so that an editor completes and checks what is typed.

They describe YAML as an editor reads it (`ja` is text, 2020 a number) and name the themes and
indicators that exist. What only shows beside other files stays with `config check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from wijkprofiel.configuration.aliases import Aliases
from wijkprofiel.configuration.catalogue import Catalogue
from wijkprofiel.configuration.characteristics import ResidentsDefinition
from wijkprofiel.configuration.composition_records import ComposedRecord
from wijkprofiel.configuration.definitions import IndicatorDefinition
from wijkprofiel.configuration.descriptions import DESCRIPTIONS
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
from wijkprofiel.yaml_files.fields import LONGEST_TEXT
from wijkprofiel.yaml_files.kinds import DEFAULTS
from wijkprofiel.yaml_files.layers import BASE

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors' YAML extensions know best."""

SUFFIX = ".schema.json"
_REFERENCE = "#/definitions/"
_FREE_TEXT = {"type": ["string", "number"]}
"""Text may look like a number to an editor: `editie: 2020`."""


def schemas(catalogue: Catalogue) -> dict[str, Schema]:
    """All schemas by the name of their file, without its ending."""
    indicators = {key: each.naam for key, each in catalogue.indicators.items()}
    stories = {key: each.naam for key, each in catalogue.stories.items()}
    return {
        "profielen": _profile(catalogue, indicators),
        "indicatoren": _indicators(catalogue, indicators, stories),
        "verhalen": _stories(indicators),
        "oordeel": _limits(indicators),
        "opmerkingen": _remarks(indicators),
        "themas": _file(ThemeSet),
        "teksten": _layered(Texts),
        "aliassen": _file(Aliases),
        "gebieden": _work_areas(),
        "regios": _file_of_records(ComposedRecord),
        "documenten": _file(OwnDocument),
        "edities": _file(EditionDefinition),
        "import": _file(ImportRecipe),
        "bronnen": _file(Sources),
        "wie_wonen_hier": _file(ResidentsDefinition),
        "hernoemd": _file(Renames),
        "herindelingen": _file(Reorganisations),
    }


def schema_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Name and content of every schema file, the same for the same catalogue."""
    for name, schema in schemas(catalogue).items():
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        yield f"{name}{SUFFIX}", f"{text}\n"


def schema_line(name: str, folder: str) -> str:
    """The comment in a YAML file that points an editor at its schema."""
    return f"# yaml-language-server: $schema={folder}/{name}{SUFFIX}"


def _profile(catalogue: Catalogue, indicators: Mapping[str, str]) -> Schema:
    schema = _file(ProfileDefinition)
    sets = catalogue.theme_sets
    themes = {theme.sleutel: theme.naam for each in sets.values() for theme in each.themas}
    points = {name: indicators[name] for s in catalogue.stories.values() for name in s.candidates}
    _put(schema, "stem", _one_of({key: each.lezer for key, each in catalogue.voices.items()}))
    _put(schema, "themas", _one_of({key: each.naam for key, each in sets.items()}))
    _put(schema, "alleen_themas", _list_of(themes))
    _put(schema, "weglaten", _list_of(indicators))
    choice = schema["definitions"]["PointChoice"]
    _put(choice, "vast", _list_of(points))
    _put(choice, "weg", _list_of(points))
    return schema


def _indicators(
    catalogue: Catalogue, indicators: Mapping[str, str], stories: Mapping[str, str]
) -> Schema:
    schema = _file_of_records(IndicatorDefinition)
    record = schema["definitions"]["IndicatorDefinition"]
    _put(record, "verhaal", _one_of(stories))
    known = sorted(catalogue.theme_sets)
    record["properties"]["themas"]["propertyNames"] = {"enum": known}
    rule, any_of = schema["definitions"]["Together"], _one_of(indicators)
    for weighed in (rule, schema["definitions"]["OtherWeights"]):
        weighed["properties"]["weging"]["propertyNames"] = {"enum": any_of["enum"]}
    _put(rule, "klasse_van", any_of)
    return schema


def _stories(indicators: Mapping[str, str]) -> Schema:
    schema = _file_of_records(Story)
    record = schema["definitions"]["Story"]
    for order in ("volgorde_krachten", "volgorde_zorgen"):
        _put(record, order, _list_of(indicators))
    _put(record, "rij", _one_of(indicators))
    return schema


def _remarks(indicators: Mapping[str, str]) -> Schema:
    schema = _file_of_records(RoundRemark)
    _put(schema["definitions"]["RoundRemark"], "indicatoren", _list_of(indicators))
    return schema


def _work_areas() -> Schema:
    schema = _file_of_records(WorkArea)
    record = schema["definitions"]["WorkArea"]
    _put(record, "bron", record["properties"]["bron"]["anyOf"][0])  # only inline it may be absent
    return schema


def _limits(indicators: Mapping[str, str]) -> Schema:
    schema = _file(JudgementLimits)
    lists = {
        "OpeningLimits": ("nabijheid", "ook_hier", "uiteen"),
        "YoungLimits": ("krachten", "zorgen"),
        "TrendLimits": ("ook_hier", "anders", "in_de_doos"),
    }
    for name in ("inwoners", "huishoudens", "huishoudensgrootte"):
        _put(schema["definitions"]["UnionLimits"], name, _one_of(indicators))
    for record, fields in lists.items():
        for name in fields:
            _put(schema["definitions"][record], name, _list_of(indicators))
    return schema


def _put(record: Schema, field: str, values: Schema) -> None:
    """Replace what a field may hold, and keep its explanation."""
    old = record["properties"][field]
    kept = {key: old[key] for key in ("description",) if key in old}
    record["properties"][field] = {**values, **kept}


def _one_of(names: Mapping[str, str]) -> Schema:
    return {"enum": list(names), "enumDescriptions": list(names.values())}


def _list_of(names: Mapping[str, str]) -> Schema:
    return {"type": "array", "items": _one_of(names)}


def _file(model: type[BaseModel]) -> Schema:
    """A file that is one record."""
    schema = model.model_json_schema(ref_template=f"{_REFERENCE}{{model}}")
    definitions = schema.pop("$defs", {})
    whole = {**schema, "title": model.__name__}
    for name, record in definitions.items():
        record["title"] = name
    for record in (whole, *definitions.values()):
        _explain(record)
    adapted: Schema = _adapted({**whole, "definitions": definitions})
    return {"$schema": DIALECT, **adapted}


def _layered(model: type[BaseModel]) -> Schema:
    """A file that is one record, or with `basis` what differs from another one."""
    schema = _file(model)
    needed = schema.pop("required")
    explained = {"description": DESCRIPTIONS[f"{model.__name__}.{BASE}"]}
    schema["properties"][BASE] = {**_FREE_TEXT, **explained}
    schema["anyOf"] = [{"required": [BASE]}, {"required": needed}]
    definitions, in_lists = schema["definitions"], set(_listed_records(schema))
    for name in definitions.keys() - in_lists:
        definitions[name].pop("required", None)  # a list replaces the other whole
    return schema


def _listed_records(node: Any) -> Iterator[str]:
    """The records that are items of a list."""
    if isinstance(node, list):
        yield from (found for each in node for found in _listed_records(each))
    elif isinstance(node, dict):
        reference = node["items"].get("$ref") if node.get("type") == "array" else None
        if reference is not None:
            yield reference.removeprefix(_REFERENCE)
        yield from (found for each in node.values() for found in _listed_records(each))


def _file_of_records(model: type[BaseModel]) -> Schema:
    """A file of records by key, with what they share under `standaard`."""
    schema = _file(model)
    definitions = schema.pop("definitions")
    record = {key: value for key, value in schema.items() if key not in ("$schema", "required")}
    del record["properties"]["id"]  # the key is the id; what is required may stand in `standaard`
    reference = {"$ref": f"{_REFERENCE}{model.__name__}"}
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {DEFAULTS: reference},
        "additionalProperties": reference,
        "definitions": {**definitions, model.__name__: record},
    }


def _explain(record: Schema) -> None:
    """Dutch explanations instead of docstrings, which are for developers."""
    model = record.pop("title")
    record.pop("description", None)
    for field, schema in record.get("properties", {}).items():
        schema.pop("description", None)
        if text := DESCRIPTIONS.get(f"{model}.{field}"):
            schema["description"] = text


def _adapted(node: Any) -> Any:
    """A schema of values as an editor reads them, without what pydantic adds for developers."""
    if isinstance(node, list):
        return [_adapted(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key not in _DROPPED}
    if kept.get("maxLength") == LONGEST_TEXT:
        del kept["maxLength"]  # nobody comes near it, and every text would have it
    if kept.get("type") == "string" and not kept.keys() & _NARROWING:
        kept |= _FREE_TEXT
        kept.pop("minLength", None)
    return {key: _adapted_part(key, value) for key, value in kept.items()}


def _adapted_part(key: str, value: Any) -> Any:
    if key in ("properties", "definitions", "patternProperties"):
        return {name: _adapted(item) for name, item in value.items()}
    return _adapted(value)


_DROPPED = frozenset({"default", "title"})
_NARROWING = frozenset({"pattern", "enum", "format", "const"})
