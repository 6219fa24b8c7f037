"""How much of the operative part the rules account for, and what they leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lexparse.grammar.task import Statement
from lexparse.records import Definition, Finding, Provision
from lexparse.structure.walk import ITEM_KINDS

OPERATIVE = ITEM_KINDS | {"quoted", "row", "band"}
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the operative part, in the smallest unit that holds it."""

    start: int
    stop: int
    eid: str


def measure(
    text: str,
    provisions: Iterable[Provision],
    statements: Iterable[Statement],
    definitions: Iterable[Definition],
) -> tuple[float, list[Finding]]:
    """Return the share of operative characters read by a rule, 0 to 1, and the rest as findings.

    White space does not count. An act without operative text is wholly covered.
    """
    read = _merged(
        [(s.start, s.stop) for s in statements] + [(d.start, d.stop) for d in definitions]
    )
    whole = left = 0
    findings: list[Finding] = []
    for unit in _operative(provisions):
        size = _size(text, unit.start, unit.stop)
        whole += size
        for start, stop in _outside(unit, read):
            gap = _size(text, start, stop)
            left += gap
            if gap > 1:
                findings.append(_finding(text, start, stop, unit.eid))
    return (round(1 - left / whole, 4) if whole else 1.0), findings


def _operative(provisions: Iterable[Provision]) -> Iterator[Unit]:
    for provision in provisions:
        if provision.form:
            continue
        if provision.kind in OPERATIVE:
            own = provision if provision.kind == "row" else None
            start = own.start if own else provision.text_start
            stop = own.stop if own else provision.text_stop
            if stop > start:
                yield Unit(start, stop, provision.eid)
        if provision.kind not in {"row", "legend"}:
            yield from _operative(provision.children)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], stop))
        else:
            merged.append((start, stop))
    return merged


def _outside(unit: Unit, read: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = unit.start
    for start, stop in read:
        if stop <= at:
            continue
        if start >= unit.stop:
            break
        if start > at:
            yield at, start
        at = max(at, stop)
    if at < unit.stop:
        yield at, unit.stop


def _size(text: str, start: int, stop: int) -> int:
    return len(SPACE.sub("", text[start:stop]))


def _finding(text: str, start: int, stop: int, eid: str) -> Finding:
    words = " ".join(text[start:stop].split())
    shown = words if len(words) <= 80 else words[:77] + "…"
    return Finding(
        code="not-understood",
        severity="warning",
        message=f"No rule reads this text: «{shown}»",
        start=start,
        stop=stop,
        eid=eid,
    )
