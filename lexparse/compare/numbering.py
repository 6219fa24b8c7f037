"""Units whose wording and order stayed while their eId did not.

An unnumbered unit is counted, so its eId moves whenever one is put before it: no change. A
printed number that moved is a renumbering; another unit around it is a move.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import ne, sub

from lexparse.compare.changes import Change
from lexparse.compare.nearby import Run
from lexparse.compare.pairing import Pairing
from lexparse.compare.units import Holder, Units


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units that follow one another on both sides; ``stays``: what they stand in is the same."""

    at: int
    to: int
    size: int
    stays: bool


def readdressed(old: Units, new: Units, pairing: Pairing) -> list[Stretch]:
    """Return the units that ``pairing`` keeps in place under another eId."""
    found: list[Stretch] = []
    for at, to, size in pairing.runs:
        for first, behind in _other_eids(old, new, at, to, size):
            found += _by_holder(old, new, pairing, (at + first, to + first, behind - first))
    return found


def renumberings(old: Units, new: Units, stretches: Iterable[Stretch]) -> Iterator[Change]:
    """Yield one change for each stretch of units whose numbers moved by one step."""
    for one in stretches:
        if one.stays:
            before = [unit.num for unit in old.items[one.at : one.at + one.size]]
            after = [unit.num for unit in new.items[one.to : one.to + one.size]]
            if before != after:
                for first, last in _steady(before, after):
                    yield _renumbered(old, new, one, first, last)


def _renumbered(old: Units, new: Units, one: Stretch, first: int, last: int) -> Change:
    old_first, new_first = old.place(one.at + first), new.place(one.to + first)
    if first == last:
        return Change("renumbered", old_first, new_first)
    through = old.place(one.at + last), new.place(one.to + last)
    return Change("renumbered", old_first, new_first, through=through)


def _other_eids(old: Units, new: Units, at: int, to: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield where eIds differ inside a run, as half-open stretches."""
    before, after = old.eids[at : at + size], new.eids[to : to + size]
    if before == after:
        return
    differ = map(ne, before, after)
    first = 0
    for flag, group in groupby(differ):
        behind = first + len(list(group))
        if flag:
            yield first, behind
        first = behind


def _by_holder(old: Units, new: Units, pairing: Pairing, run: Run) -> Iterator[Stretch]:
    """Part a stretch where either side's units begin to stand in something else."""
    at, to, size = run
    borders = {0, size, *_borders(old, at, size), *_borders(new, to, size)}
    for first, behind in pairwise(sorted(borders)):
        stays = _same_holder(old.holder(at + first), new.holder(to + first), pairing)
        yield Stretch(at + first, to + first, behind - first, stays)


def _borders(units: Units, at: int, size: int) -> list[int]:
    first = bisect_right(units.held_from, at)
    behind = bisect_left(units.held_from, at + size)
    return [position - at for position in units.held_from[first:behind]]


def _steady(before: list[str | None], after: list[str | None]) -> list[tuple[int, int]]:
    """Return first and last of each stretch whose numbers differ by the same step.

    ``3, 4, 5`` → ``4, 5, 6`` is one stretch; a number that is no plain figure is one by itself,
    and one that stayed is none.
    """
    try:
        steps = list(map(sub, _figures(after), _figures(before)))
    except ValueError:
        return [
            (k, k) for k, (one, two) in enumerate(zip(before, after, strict=True)) if one != two
        ]
    found, at = [], 0
    for step, group in groupby(steps):
        behind = at + len(list(group))
        if step:
            found.append((at, behind - 1))
        at = behind
    return found


def _figures(nums: list[str | None]) -> list[int]:
    """Return plain figures, ``3`` and ``3)`` alike; ``ValueError`` for ``2-1`` and for none."""
    return [int((num or "").rstrip(")")) for num in nums]


def _same_holder(one: Holder | None, two: Holder | None, pairing: Pairing) -> bool:
    """Tell whether two units stand in counterparts: ``att_2`` may have become ``att_3``."""
    while one and two:
        if one.position is not None and two.position is not None:
            return pairing.counterpart(one.position) == two.position
        if one.kind != two.kind:
            return False
        one, two = one.outer, two.outer
    return _is_top(one) and _is_top(two)


def _is_top(holder: Holder | None) -> bool:
    """A table that stands by itself is no other place than the act."""
    return holder is None or holder.kind in {"table", "legend"}
