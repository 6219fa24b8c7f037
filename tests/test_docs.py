"""The docs are held to the code: every command, option, record field and rule is described."""

from __future__ import annotations

import argparse
import dataclasses
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from lexparse import records
from lexparse.cli import parser
from lexparse.compare import changes

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s#]+)(?:#[^)]*)?\)")


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one of its level."""
    found = re.search(rf"^## `?{re.escape(heading)}`?$(.*?)(?=^## |\Z)", text, re.M | re.S)
    return found[1] if found else ""


def commands() -> dict[str, argparse.ArgumentParser]:
    return {
        name: command
        for action in parser()._actions  # noqa: SLF001  argparse has no public list
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
        for name, command in action.choices.items()
    }


def options(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:  # noqa: SLF001
        if isinstance(action, argparse._HelpAction):  # noqa: SLF001
            continue
        if action.option_strings:
            yield max(action.option_strings, key=len)
        else:
            shown = action.metavar or action.dest
            yield shown if isinstance(shown, str) else shown[0]


def record_kinds() -> dict[str, type]:
    return {
        name: kind
        for module in (records, changes)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
    }


def tool(name: str) -> ModuleType:
    """Return the script of that name in ``tools/``."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", commands())
def test_a_command_and_its_options_are_described(name: str) -> None:
    described = section(page("docs/commands.md"), name)
    assert described, f"docs/commands.md lacks the heading ## `{name}`"
    lacking = [word for word in options(commands()[name]) if f"`{word}" not in described]
    assert not lacking


def test_no_command_is_described_that_does_not_exist() -> None:
    headings = re.findall(r"^## `(\w+)`$", page("docs/commands.md"), re.M)
    assert set(headings) == set(commands())


@pytest.mark.parametrize("name", commands())
def test_every_choice_of_an_option_is_described(name: str) -> None:
    described = section(page("docs/commands.md"), name)
    for action in commands()[name]._actions:  # noqa: SLF001
        for choice in action.choices or ():
            assert f"`{choice}`" in described


@pytest.mark.parametrize("name", record_kinds())
def test_every_field_of_a_record_is_described(name: str) -> None:
    described = section(page("docs/records.md"), name)
    assert described, f"docs/records.md lacks the heading ## {name}"
    kind = record_kinds()[name]
    shared = {one.name for one in dataclasses.fields(records.Record)}
    inherited = shared if kind is not records.Record and issubclass(kind, records.Record) else set()
    fields = {one.name for one in dataclasses.fields(kind)} - inherited
    assert not [field for field in sorted(fields) if f"`{field}`" not in described]


def test_the_page_of_rules_is_current() -> None:
    """When this fails: ``make docs``."""
    assert page("docs/rules.md") == tool("rules_page").page()


def test_the_table_of_families_is_current() -> None:
    """When this fails: ``make docs``."""
    assert page("docs/amendments.md") == tool("families_page").page(page("docs/amendments.md"))


def test_every_rule_is_on_the_page_of_rules() -> None:
    text = page("docs/rules.md")
    named = [rule for part in tool("rules_page").sections() for rule in part.rules]
    assert named
    assert not [rule for rule in named if f"- `{rule}`\n" not in text]


def test_the_readme_opens_with_the_two_commands() -> None:
    """A newcomer sees how to run and how to test before anything else is explained."""
    block = re.search(r"^```\w*\n(.*?)^```", page("README.md"), re.M | re.S)
    assert block
    commands_shown = [line.split("#")[0].strip() for line in block[1].splitlines()]
    assert commands_shown == ["make run", "make test"]


def test_every_make_target_named_in_the_docs_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", page("Makefile"), re.M))
    for name in ("README.md", "CONTRIBUTING.md", "corpora/README.md", "models/README.md"):
        named = set(re.findall(r"`make ([a-z-]+)", page(name)))
        assert named <= targets, name


def test_every_make_target_says_what_it_does() -> None:
    phony = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)$", page("Makefile"), re.M)
    assert phony
    for target in phony[1].replace("\\", " ").split():
        assert re.search(rf"^{target}:.*## \S", page("Makefile"), re.M), target


@pytest.mark.parametrize(
    "source",
    [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")), *sorted(ROOT.glob("*/README.md"))],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_links_between_pages_lead_somewhere(source: Path) -> None:
    targets = [hit["target"] for hit in LINK.finditer(source.read_text("utf-8"))]
    inside = [target for target in targets if "://" not in target]
    assert not [target for target in inside if not (source.parent / target).exists()]
