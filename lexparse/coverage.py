"""How much of the operative part the rules account for, and what they leave."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from lexparse.grammar.task import Statement
from lexparse.records import Finding, Provision, Record
from lexparse.structure.formulas import ENACTING
from lexparse.structure.walk import ITEM_KINDS

OPERATIVE = ITEM_KINDS | {"quoted", "row", "band"}
EMPTY = Finding(
    code="no-operative-part",
    severity="warning",
    message="The text has no operative part: no paragraph, article or table was found.",
)
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the operative part, in the smallest unit that holds it."""

    start: int
    stop: int
    eid: str


def measure(
    text: str,
    provisions: tuple[Provision, ...],
    statements: Iterable[Statement],
    records: Iterable[Record],
) -> tuple[float, list[Finding]]:
    """Return the share of operative characters read by a rule, 0 to 1, and the rest as findings.

    ``statements`` account for whole units, ``records`` (definitions, cited acts) for their spans.
    White space does not count. Where nothing enacts, what stands before is no preamble but text
    that nobody read. A text without an operative part has coverage 0 and says so.
    """
    read = _merged([(s.start, s.stop) for s in statements] + [(r.start, r.stop) for r in records])
    whole = left = 0
    findings: list[Finding] = []
    for unit in (*_operative(provisions), *_unenacted(text, provisions)):
        size = _size(text, unit.start, unit.stop)
        whole += size
        for start, stop in _outside(unit, read):
            gap = _size(text, start, stop)
            left += gap
            if gap > 1:
                findings.append(_finding(text, start, stop, unit.eid))
    if not whole:
        return 0.0, [EMPTY]
    return round(1 - left / whole, 4), findings


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


def _unenacted(text: str, provisions: tuple[Provision, ...]) -> Iterator[Unit]:
    """Yield preamble text behind which nothing is enacted and no unit follows."""
    preamble = [one for one in provisions if one.kind == "preamble"]
    body = any(one.kind in OPERATIVE | {"article", "chapter"} for one in provisions)
    if body or any(ENACTING.search(text[one.start : one.stop]) for one in preamble):
        return
    for one in preamble:
        yield Unit(one.start, one.stop, one.eid)


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
    first = bisect_right(read, (unit.start, unit.start)) - 1
    for start, stop in (read[i] for i in range(max(first, 0), len(read))):
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
    shown = shorten(text[start:stop], 80, placeholder="…")
    return Finding(
        code="not-understood",
        severity="warning",
        message=f"No rule reads this text: «{shown}»",
        start=start,
        stop=stop,
        eid=eid,
    )
