"""Alignment by looking a few items ahead: what a version that differs in places needs.

Both sequences are walked side by side; where they part, the nearest place where they meet again
is taken. The outcome counts only where it is proved to be the longest: no item left over on one
side is left over on the other, so each item is kept as often as both sides have it.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

# old position, new position, length: a stretch that is equal on both sides
Run = tuple[int, int, int]
Items = Sequence[Hashable]

REACH = 8  # items looked ahead on both sides together


def align_nearby(old: Items, new: Items) -> list[Run] | None:
    """Return the runs of a longest common subsequence, or ``None`` where it is not proved."""
    runs: list[Run] = []
    gone: set[Hashable] = set()
    come: set[Hashable] = set()
    old_size, new_size = len(old), len(new)
    first = at = to = 0
    while at < old_size and to < new_size:
        if old[at] == new[to]:
            at += 1
            to += 1
            continue
        step = _meeting(old, new, at, to)
        if step is None:
            return None
        runs.append((first, to - at + first, at - first))
        gone.update(old[at : at + step[0]])
        come.update(new[to : to + step[1]])
        first, to = at + step[0], to + step[1]
        at = first
    runs.append((first, to - at + first, at - first))
    gone.update(old[at:])
    come.update(new[to:])
    return runs if gone.isdisjoint(come) else None


def _meeting(old: Items, new: Items, at: int, to: int) -> tuple[int, int] | None:
    """Return the fewest items to pass over on each side until two are the same again."""
    for far in range(1, REACH + 1):
        for passed in range(far + 1):
            one, two = at + far - passed, to + passed
            if one < len(old) and two < len(new) and old[one] == new[two]:
                return far - passed, passed
    left = len(old) - at, len(new) - to
    return left if sum(left) <= REACH else None
