"""Annotated commands of outside amending acts, by span, against the modifications that are read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexparse.evaluation.annotation import Absent, acts_folder
from lexparse.evaluation.score import Score, Scores, fold
from lexparse.extraction import extract
from lexparse.readers import read
from lexparse.records import Modification
from lexparse.structure.outline import outline
from lexparse.text.document import Document

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Commanding:
    """An act of which a reader has annotated every command that changes another act."""

    name: str
    act: Path
    records: tuple[Record, ...]


def commanding_acts(folder: Path) -> Iterator[Commanding | Absent]:
    """Yield the acts whose commands are annotated in ``folder``."""
    for file in sorted(folder.glob("commands.*.json")):
        tree = json.loads(file.read_text("utf-8"))
        name = file.stem.removeprefix("commands.")
        act = acts_folder() / str(tree["about"]["source"])
        if act.is_file():
            yield Commanding(name, act, tuple(tree["modifications"]))
        else:
            yield Absent(name, act)


def score_commands(one: Commanding) -> Scores:
    """Return how well the commands of one act were read, as a whole and field by field."""
    document = read(one.act.read_bytes(), one.act.name)
    source = one.act.read_text("utf-8-sig")
    left = [m for m in extract(outline(document)).modifications if m.action != "unresolved"]
    scores: Scores = {name: Score() for name in ("modifications", *FIELDS)}
    for wanted in one.records:
        if wanted["operation"] == "unresolved":
            continue
        found = next((m for m in left if _answers(document, m, wanted)), None)
        if found is None:
            scores["modifications"].missed.append(_show(wanted, source))
            continue
        left.remove(found)
        scores["modifications"].hits += 1
        for name, read_as in FIELDS.items():
            _count(scores[name], read_as(document, found), _wanted(name, wanted, source))
    scores["modifications"].false += [f"{m.operation} {m.target and m.target.text}" for m in left]
    return scores


def _answers(document: Document, one: Modification, wanted: Record) -> bool:
    start, stop = document.origin.extent(one.start, one.stop)
    first, last = wanted["text"]
    same_place = start < last and first < stop
    return same_place and one.operation == wanted["operation"] and _same_act(one, wanted)


def _same_act(one: Modification, wanted: Record) -> bool:
    act = wanted.get("act") or {}
    number = one.act.number if one.act else None
    return fold(number) == fold(act.get("number"))


def _show(wanted: Record, source: str) -> str:
    first, last = wanted["text"]
    return f"{wanted['operation']} {wanted['target']} «{' '.join(source[first:last].split())[:80]}»"


def _path(_: Document, one: Modification) -> str | None:
    """Return the printed path; a unit known by its name has the path of what it stands in."""
    steps = [step for step in one.target.path if step] if one.target else []
    if one.operation == "unit_inserted" and one.units and not one.units[0].startswith("sent"):
        steps = [*(step for step in steps if not step.startswith("part_")), one.units[0]]
    return "__".join(steps) or None


def _old(_: Document, one: Modification) -> str | None:
    return one.old


def _new(_: Document, one: Modification) -> str | None:
    return one.new if one.source is None else None


FIELDS = {
    "modifications.target": _path,
    "modifications.old": _old,
    "modifications.new": _new,
}


def _wanted(name: str, wanted: Record, source: str) -> str | None:
    value = wanted[name.partition(".")[2]]
    if isinstance(value, list):
        return source[value[0] : value[1]]
    return str(value) if value else None


def _count(score: Score, read_as: str | None, wanted: str | None) -> None:
    if _folded(read_as) == _folded(wanted):
        score.hits += wanted is not None
        return
    if read_as is not None:
        score.false.append(f"{read_as[:90]!r} for {(wanted or '')[:90]!r}")
    if wanted is not None:
        score.missed.append(f"{wanted[:90]!r}, read {(read_as or '')[:90]!r}")


def _folded(words: str | None) -> str:
    """Return words as they are compared: tables as their letters, whatever their marks."""
    return "".join(filter(str.isalnum, str(fold(words or ""))))
