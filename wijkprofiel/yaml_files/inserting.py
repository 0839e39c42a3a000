"""Put a line into YAML that somebody wrote, and keep all else as they wrote it.

The places come from YAML's own parser; what stands between them, remarks and blank lines, stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

import yaml

Keys: TypeAlias = Sequence[str]
Value: TypeAlias = "str | Sequence[str] | Mapping[str, Value]"

_PLAIN = re.compile(r"\w[\w.-]*")


def written(value: Value) -> str:
    """A value on one line; what could mean something else to YAML is put between quotes."""
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{written(key)}: {written(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(written, value))}]"


def has(text: str, keys: Keys) -> bool:
    """Whether there is something under these keys."""
    return _node(text, keys) is not None


def with_value(text: str, keys: Keys, value: Value) -> str:
    """The text with this value under these keys, in the place of one on one line if any was there.

    Args:
        keys: all but the last have to be there.
    """
    node = _node(text, keys)
    if node is not None:
        return text[: node.start_mark.index] + written(value) + text[_end(text, node) :]
    parent = _mapping(text, keys[:-1])
    entry = f"{written(keys[-1])}: {written(value)}"
    if parent.flow_style:
        return _inside(text, parent, entry)
    return _after(text, parent, [f"{_indent(parent)}{entry}"])


def with_items(text: str, keys: Keys, items: Sequence[str]) -> str:
    """The text with these items at the end of a list, as far as they are not in it.

    Args:
        keys: all but the last have to be there; a list that is not there is begun.
    """
    node = _node(text, keys)
    if node is None:
        parent = _mapping(text, keys[:-1])
        if parent.flow_style:
            return with_value(text, keys, items)
        indent = _indent(parent)
        lines = [f"{indent}  - {written(item)}" for item in items]
        return _after(text, parent, [f"{indent}{written(keys[-1])}:", *lines])
    assert isinstance(node, yaml.SequenceNode)
    known = {each.value for each in node.value}
    new = [written(item) for item in items if item not in known]
    if not new:
        return text
    if node.flow_style:
        return _inside(text, node, ", ".join(new))
    return _after(text, node, [f"{' ' * node.start_mark.column}- {item}" for item in new])


def with_block(text: str, block: str) -> str | None:
    """The text with these lines at its end; None where it is no block that they can stand in.

    Args:
        block: entries of the outermost mapping, or remarks.
    """
    bare = text.rstrip()
    after = f"{bare}\n\n{block}" if bare else block
    try:
        before = yaml.compose(text, Loader=yaml.SafeLoader)
        yaml.compose(after, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    is_block = isinstance(before, yaml.MappingNode) and not before.flow_style
    return after if before is None or is_block else None


def with_remarks(before: str, after: str, remark: str) -> str:
    """The later text with a remark behind every line that the earlier one does not have."""
    old, new = before.split("\n"), after.split("\n")
    matched = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {match.b + n for match in matched for n in range(match.size)}
    return "\n".join(
        line if number in kept or not line else f"{line}  # {remark}"
        for number, line in enumerate(new)
    )


def _inside(text: str, node: yaml.CollectionNode, entry: str) -> str:
    """One more at the end of what stands between brackets; a last comma may stay where it is."""
    if node.value:
        end = _end(text, _last(node))
        return f"{text[:end]}, {entry}{text[end:]}"
    start = node.start_mark.index + 1
    return text[:start] + entry + text[start:]


def _after(text: str, node: yaml.Node, lines: Sequence[str]) -> str:
    """Lines after the last one of a block."""
    end = text.find("\n", _end(text, node))
    before, rest = (text + "\n", "") if end < 0 else (text[: end + 1], text[end + 1 :])
    return before + "".join(f"{line}\n" for line in lines) + rest


def _mapping(text: str, keys: Keys) -> yaml.MappingNode:
    node = _node(text, keys)
    assert isinstance(node, yaml.MappingNode)
    return node


def _indent(node: yaml.MappingNode) -> str:
    return " " * int(node.start_mark.column)


def _node(text: str, keys: Keys) -> yaml.Node | None:
    found: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    for key in keys:
        entries = found.value if isinstance(found, yaml.MappingNode) else []
        found = next((value for name, value in entries if name.value == key), None)
    return found


def _last(node: yaml.CollectionNode) -> yaml.Node:
    last: yaml.Node | tuple[yaml.Node, yaml.Node] = node.value[-1]
    return last[1] if isinstance(last, tuple) else last


def _end(text: str, node: yaml.Node) -> int:
    """Where a value ends; that of a block is told as where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return _end(text, _last(node))
    return len(text[: node.end_mark.index].rstrip())
