"""How the deadlines and deliverables of one task differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lexparse.compare.changes import DutyChange, Place
from lexparse.records import Deadline, Milestone, Task

DAYS = {"calendar_day": 1, "week": 7}
Milestones = tuple[Milestone, ...]
Pair = tuple[Milestone | None, Milestone | None]


def same_milestones(one: Milestones, two: Milestones) -> bool:
    """Tell whether all deadlines mean the same and all deliverables read the same."""
    if len(one) == len(two) == 1:
        return _same_print(one[0], two[0])
    return len(one) == len(two) and all(map(_same_print, one, two))


def deadline_changes(one: Task, two: Task, old: Place, new: Place) -> Iterator[DutyChange]:
    """Yield the changes of milestones; ``old``, ``new`` stand for a deadline that is not there."""
    for before, after in _paired(one.milestones, two.milestones):
        was = before.deadline if before else None
        is_now = after.deadline if after else None
        spots = _spot(was, old), _spot(is_now, new)
        yield from _deadline(two.num, was, is_now, spots)
        given = before.deliverable if before else None
        asked = after.deliverable if after else None
        if given != asked and _folded(given) != _folded(asked):
            yield DutyChange("deliverable_changed", two.num, *spots, given, asked)


def days_between(one: Deadline, two: Deadline) -> int | None:
    """Return by how many calendar days ``two`` is later than ``one``; ``None`` if unknown."""
    if one.due and two.due:
        return (dt.date.fromisoformat(two.due) - dt.date.fromisoformat(one.due)).days
    counted = one.amount is not None and two.amount is not None
    if not counted or _start(one) != _start(two) or one.unit != two.unit:
        return None
    step = DAYS.get(one.unit or "")
    return step * ((two.amount or 0) - (one.amount or 0)) if step else None


def _same_print(one: Milestone, two: Milestone) -> bool:
    """Most milestones are the same to the letter, which is told soonest."""
    was, now = one.deadline, two.deadline
    if one.deliverable != two.deliverable or was is None or now is None:
        return _same_milestone(one, two)
    same = was.due == now.due and was.text == now.text and was.kind == now.kind
    if same and was.due and was.bound == now.bound and was.anchor is now.anchor is None:
        return was.rrule == now.rrule and was.amount == now.amount
    return _same_milestone(one, two)


def _deadline(
    num: str | None, one: Deadline | None, two: Deadline | None, spots: tuple[Place, Place]
) -> Iterator[DutyChange]:
    if one is None or two is None:
        if two:
            yield DutyChange("deadline_added", num, *spots, None, _words(two))
        if one:
            yield DutyChange("deadline_removed", num, *spots, _words(one), None)
        return
    if _meaning(one) == _meaning(two):
        return
    days = days_between(one, two)
    if days:
        yield DutyChange("deadline_moved", num, *spots, _words(one), _words(two), days)
    if one.kind != two.kind:
        yield DutyChange("deadline_kind_changed", num, *spots, one.kind, two.kind)
    elif not days:
        yield DutyChange("deadline_changed", num, *spots, one.text, two.text)


def _paired(old: Milestones, new: Milestones) -> list[Pair]:
    """Pair by deliverable, then by date, then in order; what is left stands alone."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    left, right = list(old), list(new)
    pairs: list[Pair] = []
    for same in (_same_milestone, _same_deliverable, _same_date, _both):
        for one in list(left):
            two = next((other for other in right if same(one, other)), None)
            if two:
                _drop(left, one)
                _drop(right, two)
                pairs.append((one, two))
    return [*pairs, *((one, None) for one in left), *((None, two) for two in right)]


def _drop(milestones: list[Milestone], one: Milestone) -> None:
    del milestones[next(at for at, other in enumerate(milestones) if other is one)]


def _same_milestone(one: Milestone, two: Milestone) -> bool:
    if _folded(one.deliverable) != _folded(two.deliverable):
        return False
    return _same_date(one, two)


def _same_deliverable(one: Milestone, two: Milestone) -> bool:
    return bool(one.deliverable) and _folded(one.deliverable) == _folded(two.deliverable)


def _same_date(one: Milestone, two: Milestone) -> bool:
    if one.deadline is None or two.deadline is None:
        return one.deadline is two.deadline
    return _meaning(one.deadline) == _meaning(two.deadline)


def _both(_one: Milestone, _two: Milestone) -> bool:
    return True


def _meaning(one: Deadline) -> tuple[object, ...]:
    """What a deadline says, its wording left out unless that is all there is."""
    told = one.due or one.rrule or one.amount is not None
    words = None if told else _folded(one.text)
    return one.kind, one.due, one.bound, one.rrule, one.amount, one.unit, _start(one), words


def _start(one: Deadline) -> tuple[str | None, str]:
    return one.anchor, _folded(one.anchor_text)


def _words(one: Deadline) -> str:
    return one.due or " ".join(one.text.split())


def _spot(one: Deadline | None, task: Place) -> Place:
    return Place(one.eid, one.start, one.stop, one.text, "deadline") if one else task


def _folded(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
