"""The longest common subsequence of two sequences: what stays where it is.

Most versions differ in places only and are aligned by looking a few items ahead (``nearby``).
Else items that occur once on each side anchor the alignment, and only the gaps between anchors
are aligned item by item. Where items repeat, anchors alone may cost a match or two when one moved
across the repeated ones (``b b b u`` → ``u b b b``); so their result is then held against the
true distance, which is cheap to count, and the whole is aligned where they lost.
"""

from __future__ import annotations

import operator
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from rapidfuzz.distance import Indel, Levenshtein

from lexparse.compare.nearby import Items, Run, align_nearby

# old start, old stop, new start, new stop: what lies between two runs
Gap = tuple[int, int, int, int]
SMALL = 1024  # cells of the matrix below which anchors cost more than they save
# Above it the matrix of moves would take more than 50 MB; Levenshtein's is kept in halves.
LARGE = 400_000_000
LETTERS = 0xD800  # item numbers below it can be spelt as characters, which are compared fastest


def align(old: Items, new: Items) -> list[Run]:
    """Return the runs of a longest common subsequence, in order, as long as they can be."""
    head = _common_head(old, new)
    tail = _common_tail(old, new, head)
    runs = [(0, 0, head)]
    middle = _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    runs += [(at + head, to + head, size) for at, to, size in middle]
    runs.append((len(old) - tail, len(new) - tail, tail))
    return _joined(runs)


def gaps(runs: Iterable[Run], old_size: int, new_size: int) -> Iterator[Gap]:
    """Yield what lies between the runs, before the first and behind the last."""
    at = to = 0
    for old, new, size in (*runs, (old_size, new_size, 0)):
        if old > at or new > to:
            yield at, old, to, new
        at, to = old + size, new + size


def ascending(values: Sequence[int], weights: Sequence[int] | None = None) -> list[int]:
    """Return the indexes of the heaviest ascending subsequence of distinct ``values``.

    A value weighs 1 unless ``weights`` are given.
    """
    # Chains by where they end, each heavier than all that end before it.
    ends: list[int] = []
    totals: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(ends, value)
        total = (totals[at - 1] if at else 0) + (weights[index] if weights else 1)
        before.append(lasts[at - 1] if at else -1)
        stop = at
        while stop < len(totals) and totals[stop] <= total:
            stop += 1
        ends[at:stop], totals[at:stop], lasts[at:stop] = [value], [total], [index]
    return _traced(lasts[-1] if lasts else -1, before)


def _traced(last: int, before: list[int]) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _common_head(old: Items, new: Items) -> int:
    at = 0
    for one, two in zip(old, new, strict=False):
        if one != two:
            break
        at += 1
    return at


def _common_tail(old: Items, new: Items, head: int) -> int:
    size, longest = 0, min(len(old), len(new)) - head
    while size < longest and old[-size - 1] == new[-size - 1]:
        size += 1
    return size


def _middle(old: Items, new: Items) -> list[Run]:
    if not old or not new:
        return []
    if len(old) * len(new) <= SMALL:
        return _exact(old, new)
    nearby = align_nearby(old, new)
    if nearby is not None:
        return nearby
    anchors, repeated = _anchors(old, new)
    if not anchors:
        return _exact(old, new)
    runs = _through(old, new, anchors)
    return runs if not repeated or _is_longest(old, new, runs) else _exact(old, new)


def _anchors(old: Items, new: Items) -> tuple[list[Run], bool]:
    """Return runs of items once on each side that keep their order, and whether others repeat."""
    there = dict(zip(new, range(len(new)), strict=True))
    targets = list(map(there.get, old))
    found = set(targets) - {None}
    repeated = _twice_in_new(new, there, found) | _twice_in_old(targets, found)
    if repeated:
        targets = [None if to in repeated else to for to in targets]
    blocks = _blocks(targets)
    firsts = [to for _, to, _ in blocks]
    if not all(map(operator.lt, firsts, firsts[1:])):
        kept = ascending(firsts, [size for _, _, size in blocks])
        blocks = [blocks[index] for index in kept]
    return blocks, bool(repeated)


def _twice_in_new(
    new: Items, there: dict[Hashable, int], found: set[int | None]
) -> set[int | None]:
    if len(there) == len(new):
        return set()
    twice = {there[item] for item, count in Counter(new).items() if count > 1}
    return found & twice


def _twice_in_old(targets: list[int | None], found: set[int | None]) -> set[int | None]:
    if len(found) == len(targets) - targets.count(None):
        return set()
    return {to for to, count in Counter(targets).items() if count > 1} - {None}


def _blocks(targets: list[int | None]) -> list[Run]:
    """Join positions whose targets follow one another; ``None`` is no target."""
    blocks: list[Run] = []
    first, awaited = 0, -1
    for at, to in enumerate((*targets, None)):
        if to == awaited:
            awaited += 1
            continue
        if awaited >= 0:
            blocks.append((first, awaited - at + first, at - first))
        first, awaited = at, -1 if to is None else to + 1
    return blocks


def _through(old: Items, new: Items, anchors: list[Run]) -> list[Run]:
    """Return the anchors and what the gaps between them hold."""
    runs = list(anchors)
    for at, stop, to, behind in gaps(anchors, len(old), len(new)):
        if stop > at and behind > to:
            here, there = old[at:stop], new[to:behind]
            # Repeated items between two anchors that stayed: most gaps are such.
            inside = [(0, 0, stop - at)] if here == there else _exact(here, there)
            runs += [(at + one, to + two, size) for one, two, size in inside]
    return sorted(runs)


def _is_longest(old: Items, new: Items, runs: list[Run]) -> bool:
    """Tell whether no alignment keeps more; unasked where the count itself would be long."""
    if len(old) * len(new) > LARGE:
        return True
    edits = len(old) + len(new) - 2 * sum(size for _, _, size in runs)
    one, two = _spelt(old, new)
    return Indel.distance(one, two, score_cutoff=edits - 1) >= edits


def _exact(old: Items, new: Items) -> list[Run]:
    """Align item by item, leaving out what only one side has."""
    if len(old) == len(new) == 1:
        return [(0, 0, 1)] if old[0] == new[0] else []
    both = set(old) & set(new)
    if not both:
        return []
    old_at = [at for at, item in enumerate(old) if item in both]
    new_at = [at for at, item in enumerate(new) if item in both]
    one, two = _spelt([old[at] for at in old_at], [new[at] for at in new_at])
    method = Indel if len(one) * len(two) <= LARGE else Levenshtein
    return [
        (old_at[start + k], new_at[to + k], 1)
        for tag, start, stop, to, _ in method.opcodes(one, two)
        if tag == "equal"
        for k in range(stop - start)
    ]


def _spelt(old: Items, new: Items) -> tuple[Items, Items]:
    """Return both with each distinct item as one character, or as a number if there are many."""
    numbers: dict[Hashable, int] = {}
    give = numbers.setdefault
    one, two = ([give(item, len(numbers)) for item in items] for items in (old, new))
    if len(numbers) >= LETTERS:
        return one, two
    return "".join(map(chr, one)), "".join(map(chr, two))


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join runs that follow one another on both sides; drop empty ones."""
    joined: list[Run] = []
    for at, to, size in runs:
        if not size:
            continue
        if joined and (last := joined[-1])[0] + last[2] == at and last[1] + last[2] == to:
            joined[-1] = (last[0], last[1], last[2] + size)
        else:
            joined.append((at, to, size))
    return joined
