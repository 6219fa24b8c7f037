"""What one command does: its mentions and its verb read together, before the new wording is known.

Case by case: ``4-тармақтың 2) тармақшасы`` (nominative: the target), ``2-тармақта`` (locative: the
scope), ``сөздермен``, ``тармақшамен`` (instrumental: what is put in), ``жолдан кейін`` (ablative:
beside what).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lexparse.grammar.named import Quote
from lexparse.grammar.scope import Chain, Scope, Steps, chained, parent
from lexparse.grammar.target import Mention
from lexparse.records import Position, Reference, Step

BESIDE = re.compile(r"\s*(?:,|және|мен|пен)\s*")


class NotUnderstoodError(Exception):
    """A command that no rule reads to the last word; its message says why."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A modification being read: what is done to ``path``, without the new wording."""

    operation: str
    path: Steps
    act: Reference | None = None
    old: Quote | None = None
    new: Quote | None = None
    position: Position | None = None
    units: Steps = ()
    source: str | None = None
    brings: bool = False
    everywhere: bool = False
    extent: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(slots=True)
class Clause:
    """A command's constituents: chains by role, words, and what else was mentioned."""

    text: str
    scope: Scope
    paths: list[Steps]
    targets: list[Steps] = field(default_factory=list)
    chains: list[tuple[Chain, list[Steps]]] = field(default_factory=list)
    inserted: list[Step] = field(default_factory=list)
    olds: list[Quote] = field(default_factory=list)
    pairs: list[tuple[list[Steps], Quote, Quote]] = field(default_factory=list)
    struck: list[tuple[list[Steps], Quote]] = field(default_factory=list)
    added: list[Quote] = field(default_factory=list)
    quoted: list[tuple[Step, Quote]] = field(default_factory=list)
    before: list[Steps] | None = None
    anchor: tuple[Steps, str | None] | None = None
    side: str | None = None
    source: str | None = None
    brings: bool = False
    everywhere: bool = False
    itself: bool = False
    act: Reference | None = None


def read_clause(text: str, found: list[Mention], scope: Scope, paths: list[Steps]) -> Clause:
    """Sort the mentions of one command by role; ``paths`` are those the chain goes on from.

    Raises ``NotUnderstoodError`` where words are left that no rule reads.
    """
    clause = Clause(text, scope, paths, act=scope.act)
    for part in chained(text, found):
        if isinstance(part, Chain):
            _chain(clause, part)
        else:
            TAKES[part.kind](clause, part)
    return clause


def _chain(clause: Clause, chain: Chain) -> None:
    if chain.case == "ins":
        _put_in(clause, chain)
        return
    before = clause.before
    clause.before = clause.paths
    paths = chain.on(clause.paths)
    if before is not None and _joined_to_last(clause, chain):
        # `тақырыбындағы және 1-тармағындағы`: two places, the second no part of the first.
        paths = [*clause.paths, *chain.on(before)]
        clause.before = before
    if chain.case == "abl":
        if len(paths) != 1 or clause.anchor:
            raise NotUnderstoodError("more than one unit to stand beside")
        clause.anchor = (paths[0], None)
        return
    clause.chains.append((chain, paths))
    clause.paths = paths
    if chain.case in {"nom", "acc"}:
        clause.targets += paths


def _joined_to_last(clause: Clause, chain: Chain) -> bool:
    """Tell whether a chain stands beside the one before it, in the same role."""
    if not clause.chains or chain.case not in {"attr", "loc"}:
        return False
    last = clause.chains[-1][0]
    between = clause.text[last.stop : chain.start]
    return last.case == chain.case and bool(BESIDE.fullmatch(between))


def _put_in(clause: Clause, chain: Chain) -> None:
    """``2-тармақтың 4) тармақшасымен``: the last steps come, those before lead to their place."""
    if len(chain.mentions) > 1:
        clause.paths = Chain(chain.mentions[:-1]).on(clause.paths)
    last = chain.mentions[-1]
    if last.quotes and not last.steps[0].num:
        # `«X» деген жолмен`: the wording stands in the command itself.
        clause.quoted += zip(last.steps, last.quotes, strict=True)
    else:
        clause.inserted += last.steps


def _words(clause: Clause, part: Mention) -> None:
    if part.case in {"nom", "acc"}:
        clause.olds += part.quotes
        return
    if part.case == "abl":
        if len(part.quotes) != 1 or clause.anchor:
            raise NotUnderstoodError("more than one place to stand beside")
        clause.anchor = (
            clause.paths[0] if clause.paths else (),
            part.quotes[0].wording(clause.text),
        )
        return
    if part.case != "ins":
        raise NotUnderstoodError("words in a case that no command has")
    if not clause.olds:
        clause.added += part.quotes
        return
    news = part.quotes * len(clause.olds) if len(part.quotes) == 1 else part.quotes
    if len(news) != len(clause.olds):
        raise NotUnderstoodError("words to replace and their replacements differ in number")
    where = clause.paths
    clause.pairs += [(where, old, new) for old, new in zip(clause.olds, news, strict=True)]
    clause.olds = []


def _act(clause: Clause, part: Mention) -> None:
    clause.act = part.reference
    clause.paths = [()]


def _base(clause: Clause, part: Mention) -> None:
    clause.paths = [()]
    clause.itself = part.case == "nom"


def _source(clause: Clause, part: Mention) -> None:
    clause.source = part.num or ""


def _content(clause: Clause, _: Mention) -> None:
    clause.brings = True


def _side(clause: Clause, part: Mention) -> None:
    clause.side = part.case


def _everywhere(clause: Clause, _: Mention) -> None:
    clause.everywhere = True


def _strange(clause: Clause, part: Mention) -> None:
    words = clause.text[part.start : part.stop]
    raise NotUnderstoodError(f"words that no rule reads: «{words[:80]}»")


TAKES: dict[str, Callable[[Clause, Mention], None]] = {
    "words": _words,
    "act": _act,
    "base": _base,
    "source": _source,
    "content": _content,
    "side": _side,
    "everywhere": _everywhere,
    "odd": _strange,
}


def drafts(clause: Clause, kind: str) -> list[Draft]:
    """Return what a command of ``kind`` does. Raises ``NotUnderstoodError``."""
    if clause.anchor and not clause.side:
        _from_which(clause, kind)
    read = READERS.get(kind)
    if read is None:
        raise NotUnderstoodError(f"a command of a kind not read here: {kind}")
    found = [replace(one, act=clause.act) for one in read(clause)]
    if not found:
        raise NotUnderstoodError("a command without a target")
    return found


def _from_which(clause: Clause, kind: str) -> None:
    """``2) тармақшасынан «X» деген сөздер алып тасталсын``: the ablative is the unit itself."""
    path, words = clause.anchor or ((), None)
    if kind != "delete" or words is not None or not clause.olds or clause.targets:
        raise NotUnderstoodError("an ablative without «кейін» or «бұрын»")
    clause.paths, clause.anchor = [path], None


def _position(clause: Clause) -> Position | None:
    if clause.anchor is None or clause.side is None:
        return None
    path, words = clause.anchor
    last = path[-1] if path and words is None else None
    return Position(
        relation="after" if clause.side == "after" else "before",
        path=tuple(one.eid for one in path if one.eid) if last and last.eid else (),
        text=words if words is not None else last.name if last else None,
        steps=path if words is None else (),
    )


def _substitute(clause: Clause) -> list[Draft]:
    if clause.added or clause.pairs or clause.inserted or clause.anchor:
        raise NotUnderstoodError("a new edition with words beside it")
    if clause.olds:
        return [
            Draft("words_replaced", path, old=old, brings=True)
            for path in clause.paths
            for old in clause.olds
        ]
    targets = clause.targets or ([()] if clause.act and not clause.chains else [])
    if clause.source is not None:
        return [Draft("new_edition", path, source=clause.source) for path in targets]
    return [Draft("new_edition", path, brings=True) for path in targets]


def _replace(clause: Clause) -> list[Draft]:
    if not clause.pairs or clause.olds or clause.targets or clause.inserted or clause.anchor:
        raise NotUnderstoodError("words to replace without their replacement")
    return [
        Draft("words_replaced", path, old=old, new=new, everywhere=clause.everywhere)
        for where, old, new in clause.pairs
        for path in where
    ]


def _supplement(clause: Clause) -> list[Draft]:
    if clause.olds or clause.pairs:
        raise NotUnderstoodError("words to replace beside an addition")
    if clause.quoted:
        return _quoted_units(clause)
    if clause.added and not clause.inserted:
        return _words_added(clause)
    if not clause.inserted or clause.added:
        raise NotUnderstoodError("an addition without what is added")
    return _inserted(clause)


def _words_added(clause: Clause) -> list[Draft]:
    if len(clause.added) != 1:
        raise NotUnderstoodError("several additions of words at one place")
    position = _position(clause) or Position(relation="end")
    if not any(clause.paths):
        raise NotUnderstoodError("words added to no unit")
    return [
        Draft("words_added", path, new=clause.added[0], position=position) for path in clause.paths
    ]


def _quoted_units(clause: Clause) -> list[Draft]:
    """``«X» деген сөйлеммен толықтырылсын``: each unit comes with its wording."""
    if clause.inserted or clause.added or clause.brings or len(clause.paths) != 1:
        raise NotUnderstoodError("quoted units with other additions beside them")
    if not clause.paths[0]:
        raise NotUnderstoodError("a quoted unit added to no unit")
    position = _position(clause) or Position(relation="end")
    over = clause.paths[0]
    return [
        Draft(
            "unit_inserted",
            parent(over, step.kind),
            new=quote,
            position=position,
            units=(replace(step, name=None),),
        )
        for step, quote in clause.quoted
    ]


def _add(clause: Clause) -> list[Draft]:
    """``8-1) тармақшасына «X» деген сөздер қосылсын``."""
    if clause.added or clause.pairs or clause.inserted or clause.targets:
        raise NotUnderstoodError("an addition of more than words")
    clause.added, clause.olds = clause.olds, []
    return _words_added(clause)


def _inserted(clause: Clause) -> list[Draft]:
    units = tuple(clause.inserted)
    kinds = {one.kind for one in units}
    if len(kinds) != 1 or len(clause.paths) != 1:
        raise NotUnderstoodError("units of several kinds, or for several places")
    over = parent(clause.paths[0], units[0].kind)
    numbered = all(one.num for one in units)
    position = _position(clause)
    if clause.anchor and clause.anchor[1] is not None:
        raise NotUnderstoodError("a unit inserted beside words")
    if position is None and numbered:
        eids = tuple(one.eid for one in units if one.eid)
        position = Position(relation="number", path=eids)
    position = position or Position(relation="end")
    brings = clause.source is None
    return [
        Draft(
            "unit_inserted",
            over,
            position=position,
            units=units,
            source=clause.source,
            brings=brings,
        )
    ]


def _delete(clause: Clause) -> list[Draft]:
    if clause.added or clause.pairs or clause.inserted or clause.anchor or clause.brings:
        raise NotUnderstoodError("a deletion with an addition beside it")
    if clause.olds and clause.targets:
        raise NotUnderstoodError("units and words deleted by one verb")
    if clause.olds:
        if not any(clause.paths) and not clause.everywhere:
            raise NotUnderstoodError("words deleted from no unit")
        return [
            Draft("words_deleted", path, old=old, everywhere=clause.everywhere)
            for path in clause.paths
            for old in clause.olds
        ]
    return [Draft("unit_deleted", path) for path in clause.targets]


def _rename(clause: Clause) -> list[Draft]:
    named = clause.added or [new for _, _, new in clause.pairs]
    if len(named) == 1 and clause.itself and not (clause.targets or clause.pairs):
        title = Step(kind="title", eid="title_1", text="атауы", strength="strong")
        return [Draft("renamed", (title,), new=named[0])]
    if len(named) != 1 or not (clause.targets or clause.pairs):
        raise NotUnderstoodError("a new name without a target")
    if clause.pairs:
        (where, old, new) = clause.pairs[0]
        return [Draft("words_replaced", path, old=old, new=new) for path in where]
    return [Draft("renamed", path, new=named[0]) for path in clause.targets]


def _renumber(clause: Clause) -> list[Draft]:
    """``6 және 7-тармақтар тиісінше 7 және 8-тармақтар болып есептелсін``."""
    groups = [paths for chain, paths in clause.chains if chain.case == "nom"]
    olds, news = groups[::2], groups[1::2]
    if not olds or [len(paths) for paths in olds] != [len(paths) for paths in news]:
        raise NotUnderstoodError("old and new numbers do not pair off")
    pairs = [
        pair for old, new in zip(olds, news, strict=True) for pair in zip(old, new, strict=True)
    ]
    if any(old[-1].kind != new[-1].kind for old, new in pairs):
        raise NotUnderstoodError("a unit turned into one of another kind")
    return [Draft("renumbered", old, units=(new[-1],)) for old, new in pairs]


def _include(clause: Clause) -> list[Draft]:
    return [Draft("member_added", path, brings=True) for path in clause.paths if path]


READERS: dict[str, Callable[[Clause], list[Draft]]] = {
    "substitute": _substitute,
    "replace": _replace,
    "supplement": _supplement,
    "add": _add,
    "delete": _delete,
    "rename": _rename,
    "renumber": _renumber,
}
