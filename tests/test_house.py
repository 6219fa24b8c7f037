"""What holds for every file of the project: names, imports, size, locks, no machine's paths."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "lexparse").rglob("*.py")) + sorted((ROOT / "service").rglob("*.py"))
MOST_LINES = 450

# Modules that cost tens of milliseconds to import, and the one door that may open with them.
DOORS = {
    "spacy": ("lexparse/kazakh/language.py",),
    "thinc": ("lexparse/kazakh/language.py",),
    "rich": ("lexparse/cli/",),
    "docx": ("lexparse/export/tracked.py",),
    "ftfy": (),
    "numpy": (),
    "yaml": ("lexparse/grammar/meta.py",),
    "charset_normalizer": (),
}
LIGHT = ("lexparse", "lexparse.cli", "lexparse.extraction")

VAGUE = {"helper", "util", "manager", "manage", "process", "handle", "handler", "data", "info"}

# A folder of one machine: its root, then a name. Spelt so that this file does not hold one.
MACHINE_PATH = re.compile(
    r"(?<![\w.:/])/(?:home|root|Users|work|workspace|tmp|opt|mnt|srv|private)/[\w.]"
    r"|\b[A-Z]:\\[A-Za-z]"
)
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;@]+)$")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def project_files() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("an unpacked archive has no list of its files")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def imported_at_once(tree: ast.Module) -> Iterator[str]:
    """Yield the outermost names of what a module imports when it is itself imported."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        waiting.extend(ast.iter_child_nodes(node))


def names_given(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def words_of(name: str) -> set[str]:
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return {part.lower().removesuffix("s") for part in parts} | {part.lower() for part in parts}


def pins(lock: str) -> dict[str, str]:
    found = (PIN.match(line) for line in (ROOT / lock).read_text("utf-8").splitlines())
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found if pin}


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_heavy_modules_are_imported_in_functions_or_at_their_door(source: Path) -> None:
    name = name_of(source)
    at_once = set(imported_at_once(tree_of(source)))
    astray = [heavy for heavy in at_once & set(DOORS) if not name.startswith(DOORS[heavy] or "-")]
    assert not astray, f"{name} imports {astray} at module level"


@pytest.mark.parametrize("module", LIGHT)
def test_a_light_module_stays_light(module: str) -> None:
    """What the tree of imports hides: a light module that loads a heavy one through another."""
    asked = f"import sys, {module}; print(*sorted(set(sys.modules) & {set(DOORS)!r}))"
    ran = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ran.stdout.strip() == ""


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_a_source_file_stays_short_enough_to_read(source: Path) -> None:
    assert len(source.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_names_are_the_words_of_the_field(source: Path) -> None:
    names = {*names_given(tree_of(source)), *source.relative_to(ROOT).with_suffix("").parts}
    vague = sorted(name for name in names if words_of(name) & VAGUE)
    assert not vague


def test_no_file_speaks_of_one_machine() -> None:
    astray = []
    for path in project_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        hits = (MACHINE_PATH.search(line) for line in text.splitlines())
        astray += [f"{name_of(path)}:{at}" for at, hit in enumerate(hits, 1) if hit]
    assert not astray


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_exact_pins_and_nothing_else(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#") and not PIN.match(line)] == []


def test_the_locks_agree() -> None:
    runtime, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert runtime.items() <= dev.items()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["dependency-groups"]["dev"],
    }
    for lock, lines in asked.items():
        locked = pins(lock)
        for wanted in map(Requirement, lines):
            version = locked.get(canonicalize_name(wanted.name))
            assert version, f"{wanted.name} is not in {lock}: make lock"
            assert wanted.specifier.contains(version, prereleases=True), f"{wanted} in {lock}"


def test_the_changelog_opens_with_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    headings = re.findall(r"^## \[?([^\]\s]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    released = [heading for heading in headings if heading != "Unreleased"]
    assert released[0] == project["project"]["version"]
