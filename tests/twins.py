"""The runner of grammar twins: examples loaded from TOML, grammars found beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import lexparse
import lexparse.grammar
from lexparse.grammar.rule import Grammar

FOLDER = Path(lexparse.grammar.__file__).parent


@dataclass(frozen=True)
class Example:
    """One phrase with what it must yield; ``rules`` is empty for a phrase that yields nothing."""

    twin: Twin
    text: str
    rules: list[str]
    values: list[Mapping[str, Any]]
    given: Mapping[str, Any]

    @property
    def id(self) -> str:
        """A short name for the test report."""
        return f"{self.twin.name}: {self.text[:60]}"


class Twin:
    """A grammar and the examples beside it."""

    def __init__(self, file: Path) -> None:
        self.name = file.name.removesuffix(".examples.toml")
        self.module = import_module(f"lexparse.grammar.{self.name}")
        self.grammar: Grammar[Any] = getattr(self.module, self.name.upper())
        examples = tomllib.loads(file.read_text("utf-8"))
        self.found = [e for one in examples.get("found", []) for e in self._examples(one)]
        self.left = [e for one in examples.get("left", []) for e in self._examples(one)]

    def _examples(self, one: Mapping[str, Any]) -> list[Example]:
        rules = one.get("rules") or ([one["rule"]] if "rule" in one else [])
        values = one.get("values") or [one.get("value", {})] * len(rules)
        if len(rules) < len(values) and rules:
            rules = rules * len(values)
        return [Example(self, text, rules, values, one.get("given", {})) for text in one["texts"]]


def twins() -> list[Twin]:
    """Return every twin in the order of its name."""
    return [Twin(file) for file in sorted(FOLDER.glob("*.examples.toml"))]


def find(twin: Twin, text: str, given: Mapping[str, Any]) -> list[Any]:
    """Read ``text`` as the grammar's module does; ``given`` holds what it must know besides."""
    if twin.name == "task":
        # A task is read in its act: an example is an act of a paragraph or two.
        return list(lexparse.parse(text.encode()).tasks)
    reader = getattr(twin.module, "read_example", None)
    if reader:
        return list(reader(text, given))
    return list(twin.grammar.find(text))


def matches(record: Any, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of ``record`` that differ from ``value``; ``{}`` if none does."""
    return {
        name: getattr(record, name)
        for name, wanted in value.items()
        if not _equal(getattr(record, name), wanted)
    }


def _equal(read: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return all(_equal(getattr(read, key), item) for key, item in wanted.items())
    if isinstance(wanted, list):
        pairs = zip(read, wanted, strict=False)
        return len(read) == len(wanted) and all(_equal(a, b) for a, b in pairs)
    # TOML has no null: an empty string says that the field must be empty.
    return read is None if wanted == "" else bool(read == wanted)
