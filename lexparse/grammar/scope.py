"""The path that a command's target stands on: steps put together by depth and by case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lexparse.grammar.carrier import nominative
from lexparse.grammar.target import DEPTH, Mention, Strength
from lexparse.kazakh.morphology import analyse
from lexparse.records import Reference, Step, Target

Steps = tuple[Step, ...]
HOLDERS = frozenset({"attachment", "carrier"})
DIVISIONS = frozenset({"part", "subpart", "chapter", "section"})
COUNTED = frozenset({"indent", "alinea", "sentence"})
ACT_LEFT = re.compile(r"(?:[қк]аулы|бұйры|жарлы|шешім|өкім)", re.IGNORECASE)
STRENGTH = {"weak": 0, "medium": 1, "strong": 2}
LEADING = frozenset({"gen", "attr"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What the context lines above a command have set: the base act and the path inside it.

    ``doubt`` says why nothing below may be taken as understood.
    """

    act: Reference | None = None
    path: Steps = ()
    doubt: str | None = None


@dataclass(slots=True)
class Chain:
    """Mentions that lead from one to the next: ``15-тармақтың 34) тармақшасы``."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def case(self) -> str:
        """The case of the last word: the role of the whole."""
        return self.mentions[-1].case

    @property
    def start(self) -> int:
        """Where the chain begins."""
        return self.mentions[0].start

    @property
    def stop(self) -> int:
        """Where the chain ends."""
        return self.mentions[-1].stop

    def on(self, paths: Iterable[Steps]) -> list[Steps]:
        """Return the paths that this chain gives from ``paths``: one for each unit listed."""
        found = list(paths)
        for order, mention in enumerate(self.mentions):
            found = [
                (*path, step) if order else placed(path, step)
                for path in found
                for step in mention.steps
            ]
        return list(dict.fromkeys(found))


def chained(text: str, found: list[Mention]) -> list[Mention | Chain]:
    """Join the mentions of units that lead into one another, other mentions left as they are."""
    joined: list[Mention | Chain] = []
    for mention in found:
        if mention.kind not in {"step", "carrier"}:
            joined.append(mention)
            continue
        last = joined[-1] if joined else None
        if isinstance(last, Chain) and _leads(text, last.mentions[-1], mention):
            last.mentions.append(mention)
        else:
            joined.append(Chain([mention]))
    return joined


def _leads(text: str, outer: Mention, inner: Mention) -> bool:
    if text[outer.stop : inner.start].strip():
        return False
    deeper = depth_of(outer) < depth_of(inner)
    if outer.case in LEADING:
        return True
    # `7-бабы 2-тармағының`: the nominative leads on to a smaller unit beside it.
    of_rules = outer.case == "dat" and inner.steps[0].kind == "attachment"
    # `қағидалары 6-тармағының`: the rules lead on to a numbered unit without a genitive.
    numbered = all(one.num for one in inner.steps)
    return of_rules or (outer.case == "nom" and deeper and (outer.kind == "step" or numbered))


def depth_of(mention: Mention) -> float:
    """Return how deep the units of ``mention`` lie."""
    return DEPTH.get(mention.steps[0].kind, 6.1)


def placed(path: Steps, step: Step) -> Steps:
    """Return ``path`` down to where ``step`` belongs, with ``step`` at its end.

    A bare ``1-қосымша`` below rules that an act approved may be theirs or the act's own.
    """
    if step.kind == "attachment" and step.name is None and path and path[0].name:
        return (*path[:1], replace(step, strength="weak"))
    if step.kind == "attachment" and not (step.num or step.name) and path:
        holder = path[0].kind == "attachment"
        return path[:1] if holder else (step,)
    depth = DEPTH.get(step.kind, 6.1)
    return (*(one for one in path if DEPTH.get(one.kind, 6.1) < depth), step)


def parent(path: Steps, kind: str) -> Steps:
    """Return the unit of ``path`` that takes in a new unit of ``kind``."""
    depth = DEPTH.get(kind, 6.1)
    kept = list(path)
    while kept and kept[-1].kind not in HOLDERS:
        below = DEPTH.get(kept[-1].kind, 6.1)
        if kept[-1].kind != kind and (kind in COUNTED or below < depth):
            break
        kept.pop()
    return tuple(kept)


def scope_after(text: str, found: list[Mention], scope: Scope) -> Scope:
    """Return the scope that a context line sets: what it mentions, put on top of ``scope``.

    What was not read casts its doubt on all below, until an act or its rules are named anew.
    """
    found = [_held(one) if one.kind == "source" else one for one in found]
    acts = [one for one in found if one.kind == "act"]
    odd = [one for one in found if one.kind == "odd"]
    if len(acts) > 1 or any(ACT_LEFT.search(text, one.start, one.stop) for one in odd):
        return Scope(doubt="the act to be amended was not read")
    if any(one.kind in {"odd", "words", "side"} for one in found):
        return replace(scope, doubt="a context line was not understood")
    if acts:
        scope = Scope(acts[0].reference)
    elif any(one.kind == "base" for one in found):
        scope = Scope(scope.act)
    for chain in chained(text, found):
        if isinstance(chain, Chain):
            scope = _narrowed(scope, chain)
    return scope


def _held(source: Mention) -> Mention:
    """``1-қосымшаға сәйкес … қағидаларында``: the rules are the act's own attachment."""
    eid = f"att_{source.num or 1}"
    step = Step(
        kind="attachment",
        num=source.num,
        eid=eid,
        strength="strong",
        start=source.start,
        stop=source.stop,
    )
    return replace(source, kind="step", case="gen", steps=(step,))


def _narrowed(scope: Scope, chain: Chain) -> Scope:
    if any(len(one.steps) > 1 for one in chain.mentions):
        return replace(scope, doubt="a context of several units")
    fresh = chain.mentions[0].approved
    doubt = None if fresh and scope.act else scope.doubt
    return Scope(scope.act, chain.on([() if fresh else scope.path])[0], doubt)


def target_of(text: str, path: Steps) -> Target:
    """Return the target that ``path`` leads to."""
    holder = next((one for one in reversed(path) if one.kind in HOLDERS and one.name), None)
    units = [one for one in path if one.kind not in HOLDERS or one.num]
    return Target(
        path=_eids(path),
        text=_printed(text, units) if units else holder.name if holder else None,
        carrier=holder.name if holder else None,
        strength=_weakest(units or list(path)),
        steps=path,
    )


def _eids(path: Steps) -> tuple[str, ...]:
    # A title is the act's own unless its division stands before it.
    headed = bool(path) and path[-1].kind in {"title", "text"}
    if headed and any(one.eid is None for one in path[:-1] if one.kind not in HOLDERS):
        return ()
    kept = [one for one in path[:-1] if headed or one.kind not in DIVISIONS]
    return tuple(one.eid for one in (*kept, *path[-1:]) if one.eid)


def _weakest(steps: list[Step]) -> Strength:
    ranked = [one.strength for one in steps if one.strength]
    return min(ranked, key=STRENGTH.__getitem__) if ranked else "strong"


def _printed(text: str, steps: list[Step]) -> str:
    """Return the printed words of the steps that stand in one line, the last one put upright."""
    first = steps[-1]
    for one in reversed(steps[:-1]):
        if one.stop > first.start or "\n" in text[one.stop : first.start]:
            break
        first = one
    last = steps[-1]
    if text[first.stop : last.start].count(" ") > 12:
        first = last
    printed = text[first.start : last.stop]
    return nominative(printed, _case(printed))


def _case(printed: str) -> str:
    read = analyse(printed.rpartition(" ")[2].rpartition("-")[2])
    return "attr" if read.attributive else (read.case or "Nom").lower()
