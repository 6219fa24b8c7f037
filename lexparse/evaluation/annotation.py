"""Annotated acts: what a reader decided an act says, loaded and compared with what rules read.

An annotation's textual fields are the act's own characters: a quote, a pair of first and last
words, a quote with its count (``nth``), or a span ``[start, stop]`` of the act's file where the
file itself is not part of the project. All four come out of ``load`` as plain strings.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ACTS_VARIABLE = "LEXPARSE_ACTS"
ACTS_DEFAULT = "../shared/acts"
BLIND = "blind"
TEXTUAL = frozenset({"text", "result", "reporting", "deliverable", "term", "meaning", "title"})
Tree = Any


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated act: where its text lies and the records a reader decided on."""

    name: str
    act: Path
    records: Mapping[str, Tree]
    constructed: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """An annotation whose act is not on this machine."""

    name: str
    act: Path


def acts_folder() -> Path:
    """Return where the outside acts lie: ``LEXPARSE_ACTS``, by default ``../shared/acts``."""
    return Path(os.environ.get(ACTS_VARIABLE, ACTS_DEFAULT))


def annotated_acts(folder: Path) -> Iterator[Annotation | Absent]:
    """Yield every annotated act below ``folder`` in the order of its name.

    Acts that rule writers do not read (``blind/``) come only when their own folder is asked for.
    """
    for file in sorted(folder.rglob("records*.json")):
        if BLIND in file.relative_to(folder).parts:
            continue
        records = json.loads(file.read_text("utf-8"))
        act = _act_of(file, records)
        name = file.parent.name if file.stem == "records" else file.stem.removeprefix("records.")
        if not act.is_file():
            yield Absent(name, act)
            continue
        source = act.read_text("utf-8-sig")
        constructed = bool(records.get("about", {}).get("constructed"))
        yield Annotation(name, act, _resolved(records, source), constructed)


def _act_of(file: Path, records: Mapping[str, Tree]) -> Path:
    beside = [path for path in file.parent.glob("act.*") if path.suffix in {".txt", ".md"}]
    return beside[0] if beside else acts_folder() / str(records["about"]["source"])


def _resolved(tree: Tree, source: str, key: str = "") -> Tree:
    if key == "about":
        return tree
    if isinstance(tree, dict) and "quote" in tree:
        return _joined(tree["quote"], source)
    if isinstance(tree, dict):
        return {name: _resolved(value, source, name) for name, value in tree.items()}
    if isinstance(tree, list) and key in TEXTUAL:
        return _joined(tree, source)
    if isinstance(tree, list):
        return [_resolved(value, source) for value in tree]
    return tree


def _joined(quote: Tree, source: str) -> str:
    if isinstance(quote, str):
        return quote
    first, last = quote
    if isinstance(first, int):
        return source[first:last]
    start = source.index(first)
    return source[start : source.index(last, start) + len(last)]
