"""Writes docs/rules.md: every rule of every grammar, with a phrase that it reads.

Rules come from the grammars, phrases from the twins beside them; what is read without patterns
(a plan's row) is listed by the name that its record keeps.
"""

from __future__ import annotations

import ast
import importlib
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lexparse.grammar.rule import Grammar

ROOT = Path(__file__).resolve().parents[1]
GRAMMARS = ROOT / "lexparse" / "grammar"
TWIN = ".examples.toml"
HEAD = """\
# Rules

Written by `make docs` from the grammars and the twins beside them.
A rule's name is what `lexparse explain` prints and what a record keeps in `rule`.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """One grammar: its purpose, its rules in their order, a phrase and its value for each."""

    name: str
    purpose: str
    rules: tuple[str, ...]
    phrases: dict[str, tuple[str, str]] = field(default_factory=dict)
    left: tuple[tuple[str, str], ...] = ()


def sections() -> Iterator[Section]:
    """Yield a section for each module that owns a grammar or has a twin, by name."""
    for source in sorted(GRAMMARS.glob("*.py")):
        module = importlib.import_module(f"lexparse.grammar.{source.stem}")
        twin = _twin(source)
        phrases = dict(_phrases(twin))
        rules = tuple(
            dict.fromkeys([*_rules(module, source.stem), *_without_patterns(source), *phrases])
        )
        if rules:
            left = tuple((case["texts"][0], case["why"]) for case in twin.get("left", ()))
            purpose = (module.__doc__ or "").strip().splitlines()[0]
            yield Section(source.stem, purpose, rules, phrases, left)


def _twin(source: Path) -> dict[str, Any]:
    beside = source.with_name(source.stem + TWIN)
    return tomllib.loads(beside.read_text("utf-8")) if beside.is_file() else {}


def _rules(module: object, name: str) -> Iterator[str]:
    for value in vars(module).values():
        if isinstance(value, Grammar) and _owner(value.name, name):
            yield from (rule.name for rule in value.rules)


def _without_patterns(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        match node:
            case ast.keyword(arg="rule", value=ast.Constant(value=str(name))):
                yield name


def _owner(grammar: str, module: str) -> bool:
    """Tell whether the grammar is the module's own and not one that it imports."""
    home = grammar.replace(" ", "_").replace("-", "_")
    return home == module or not (GRAMMARS / f"{home}.py").is_file()


def _phrases(twin: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    for case in reversed(twin.get("found", [])):
        rules = case.get("rules") or [case["rule"]]
        values = case.get("values") or [case.get("value", {})] * len(rules)
        for rule, value in zip(rules, values, strict=False):
            yield rule, (case["texts"][0], _shown(value))


def _shown(value: dict[str, Any]) -> str:
    return ", ".join(f"{key} = {_plain(part)}" for key, part in value.items())


def _plain(part: object) -> str:
    if isinstance(part, dict):
        return "{" + _shown(part) + "}"
    if isinstance(part, list):
        return "[" + ", ".join(map(_plain, part)) + "]"
    return str(part).lower() if isinstance(part, bool) else str(part)


def page() -> str:
    """Return the whole page."""
    return HEAD + "".join(_section(section) for section in sections())


def _section(section: Section) -> str:
    lines = [f"\n## {section.name}", "", section.purpose, ""]
    for rule in section.rules:
        lines.append(f"- `{rule}`")
        if rule in section.phrases:
            text, value = section.phrases[rule]
            lines.append(f"  <br>{_quoted(text)}" + (f" → `{value}`" if value else ""))
    if section.left:
        lines += ["", "Left alone:", ""]
        lines += [f"- {_quoted(text)}: {why}" for text, why in section.left]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return the phrase on one line, safe in Markdown."""
    folded = " ".join(text.split())
    for mark in "\\`*_[]<>|":
        folded = folded.replace(mark, "\\" + mark)
    return f"“{folded}”"


def main(arguments: list[str]) -> int:
    """Write the page to the file named, or print it."""
    if not arguments:
        sys.stdout.write(page())
        return 0
    Path(arguments[0]).write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
