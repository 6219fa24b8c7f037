"""Counting hits: what was read against what was annotated, per kind of record and per field."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from lexparse.text.normalise import normalise

Value = Any
ACT_FIELDS = ("kind", "issuer", "date", "number", "title", "status", "registration", "signed_by")
TASK_FIELDS = ("num", "kind", "text", "result", "reporting")
DEADLINE_FIELDS = ("text", "kind", "due", "bound", "rrule", "amount", "unit", "anchor")
RESPONSIBLE_FIELDS = ("name", "kind", "lead", "by_agreement", "persons", "settled")
NOTE_FIELDS = ("event", "target", "by")
REFERENCE_FIELDS = ("kind", "issuer", "date", "number", "title")
MARKUP = re.compile(r"<[^<>]{1,60}>|[*>\\`]")
EDGES = re.compile(r"^[\s.;:,\"«»“”'()-]+|[\s.;:,\"«»“”'()-]+$")


@dataclass(slots=True)
class Score:
    """Hits, false hits and misses; ``missed`` and ``false`` keep what to look at."""

    hits: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1.0 if nothing was read."""
        read = self.hits + len(self.false)
        return self.hits / read if read else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was read; 1.0 if nothing is there."""
        there = self.hits + len(self.missed)
        return self.hits / there if there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Score) -> None:
        """Count ``other`` in."""
        self.hits += other.hits
        self.false += other.false
        self.missed += other.missed


Scores = dict[str, Score]


def fold(value: Value) -> Hashable:
    """Return a value as it is compared: letters normalised, white space and edge marks aside."""
    if isinstance(value, str):
        words = html.unescape(MARKUP.sub(" ", value))
        words = normalise(words)[0]
        return str(EDGES.sub("", " ".join(words.split())).lower())
    if isinstance(value, Mapping):
        return tuple(sorted((key, fold(item)) for key, item in value.items() if item is not None))
    if isinstance(value, (list, tuple)):
        return tuple(fold(item) for item in value)
    return cast("Hashable", value)


def score(parse: Mapping[str, Value], annotated: Mapping[str, Value]) -> Scores:
    """Compare one act's parse (as JSON) with its annotation."""
    scores: Scores = {}
    _score_act(scores, parse["act"], annotated.get("act", {}))
    _score_tasks(scores, parse["tasks"], annotated.get("tasks", []))
    for kind, key, fields in (
        ("organs", _by("abbreviation"), ("abbreviation", "name")),
        ("definitions", _by("kind", "term"), ("meaning",)),
        ("references", _by("kind", "date", "number"), ("issuer", "title")),
        ("notes", _note_key, NOTE_FIELDS),
    ):
        if kind in annotated or kind != "references":
            _score_records(scores, kind, parse[kind], annotated.get(kind, []), key, fields)
    return scores


def _by(*names: str) -> Callable[[Mapping[str, Value]], Hashable]:
    return lambda record: tuple(fold(record.get(name)) for name in names)


def _note_key(record: Mapping[str, Value]) -> Hashable:
    return tuple((by.get("date"), fold(by.get("number"))) for by in record.get("by", []))


def _score_act(scores: Scores, read: Mapping[str, Value], wanted: Mapping[str, Value]) -> None:
    for name in ACT_FIELDS:
        if name in wanted:
            _count(scores, f"act.{name}", _plain(read.get(name)), _plain(wanted[name]))


def _plain(value: Value) -> Value:
    if isinstance(value, Mapping):
        return {k: v for k, v in value.items() if k in {"number", "date"}}
    return None if value == "unknown" else value


def _score_tasks(
    scores: Scores, read: Sequence[Mapping[str, Value]], wanted: Sequence[Mapping[str, Value]]
) -> None:
    for one, other in _matched(scores, "tasks", read, wanted, _task_key, _task_show):
        for name in TASK_FIELDS:
            _count(scores, f"tasks.{name}", one.get(name), other.get(name))
        _score_milestones(scores, one, other)
        _score_responsible(scores, one, other)


def _task_key(task: Mapping[str, Value]) -> Hashable:
    return str(task["eid"])


def _task_show(task: Mapping[str, Value]) -> str:
    return f"{task.get('eid')} {' '.join(str(task.get('text', '')).split())[:90]}"


def _score_milestones(
    scores: Scores, read: Mapping[str, Value], wanted: Mapping[str, Value]
) -> None:
    mine, theirs = list(read.get("milestones", [])), list(wanted.get("milestones", []))
    for at in range(max(len(mine), len(theirs))):
        one = mine[at] if at < len(mine) else {}
        other = theirs[at] if at < len(theirs) else {}
        where = str(wanted.get("eid"))
        _count(
            scores,
            "milestones.deliverable",
            one.get("deliverable"),
            other.get("deliverable"),
            where,
        )
        due, should = one.get("deadline") or {}, other.get("deadline") or {}
        _count(scores, "deadlines", _deadline(due), _deadline(should), where)
        if due and should:
            for name in DEADLINE_FIELDS:
                if name in should or name == "text":
                    _count(scores, f"deadlines.{name}", due.get(name), should.get(name), where)


def _deadline(due: Mapping[str, Value]) -> Value:
    return {k: due.get(k) for k in ("kind", "due", "rrule", "amount", "unit")} if due else None


def _score_responsible(
    scores: Scores, read: Mapping[str, Value], wanted: Mapping[str, Value]
) -> None:
    where = str(wanted.get("eid"))
    pairs = _matched(
        scores,
        "responsible",
        read.get("responsible", []),
        wanted.get("responsible", []),
        lambda who: fold(who.get("name") or who.get("text")),
        lambda who: f"{where} {who.get('name') or who.get('text')}",
    )
    for one, other in pairs:
        for name in RESPONSIBLE_FIELDS:
            _count(
                scores, f"responsible.{name}", one.get(name) or None, other.get(name) or None, where
            )


def _score_records(
    scores: Scores,
    kind: str,
    read: Sequence[Mapping[str, Value]],
    wanted: Sequence[Mapping[str, Value]],
    key: Callable[[Mapping[str, Value]], Hashable],
    fields: Iterable[str],
) -> None:
    for one, other in _matched(scores, kind, read, wanted, key, lambda r: str(key(r))):
        for name in fields:
            if name in other:
                _count(
                    scores,
                    f"{kind}.{name}",
                    _trim(one.get(name)),
                    _trim(other[name]),
                    str(key(other)),
                )


def _trim(value: Value) -> Value:
    """Keep of a nested record what annotations give: a note's path, an act's date and number."""
    if isinstance(value, Mapping):
        return {"path": list(value.get("path", []))}
    if isinstance(value, (list, tuple)):
        return [{k: by.get(k) for k in ("issuer", "date", "number")} for by in value]
    return value


def _matched(
    scores: Scores,
    kind: str,
    read: Sequence[Mapping[str, Value]],
    wanted: Sequence[Mapping[str, Value]],
    key: Callable[[Mapping[str, Value]], Hashable],
    show: Callable[[Mapping[str, Value]], str],
) -> list[tuple[Mapping[str, Value], Mapping[str, Value]]]:
    """Pair records of the same key in order; count what has no partner."""
    found = scores.setdefault(kind, Score())
    left: dict[Hashable, list[Mapping[str, Value]]] = {}
    for record in read:
        left.setdefault(key(record), []).append(record)
    pairs = []
    for record in wanted:
        partners = left.get(key(record))
        if partners:
            pairs.append((partners.pop(0), record))
        else:
            found.missed.append(show(record))
    found.hits += len(pairs)
    found.false += [show(record) for rest in left.values() for record in rest]
    return pairs


def _count(scores: Scores, name: str, read: Value, wanted: Value, where: str = "") -> None:
    found = scores.setdefault(name, Score())
    mine, theirs = fold(read), fold(wanted)
    if mine == theirs:
        found.hits += wanted is not None
        return
    if read is not None:
        found.false.append(f"{where}: {read!r} for {wanted!r}")
    if wanted is not None:
        found.missed.append(f"{where}: {wanted!r}, read {read!r}")


def total(all_scores: Iterable[Scores]) -> Scores:
    """Add the scores of several acts up."""
    added: Scores = {}
    for scores in all_scores:
        for name, one in scores.items():
            added.setdefault(name, Score()).add(one)
    return dict(sorted(added.items()))
