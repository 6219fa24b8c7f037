"""Which task of the new act is which task of the old one.

A task stays with its unit; several tasks of one unit are told apart by their wording, and a task
whose unit is gone is looked for by its wording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from rapidfuzz.distance import Indel

from lexparse.records import Task

SIMILAR = 0.4  # of the words of two tasks of one unit


Units = dict[str | None, list[Task]]
Same = Callable[[Task, Task], bool]


@dataclass(slots=True)
class Matched:
    """Counterparts that differ, and tasks that have none."""

    pairs: list[tuple[Task, Task]] = field(default_factory=list)
    gone: list[Task] = field(default_factory=list)
    come: list[Task] = field(default_factory=list)


def match(
    old: Sequence[Task], new: Sequence[Task], followed: Mapping[str, str | None], same: Same
) -> Matched:
    """Match tasks, and keep of the pairs those that are not the ``same``.

    ``followed`` gives the new eId of units that do not keep theirs.
    """
    matched = Matched()
    one_here, more_here = _by_unit(old)
    one_there, more_there = _by_unit(new)
    for eid, task in one_here.items():
        target = followed.get(eid or "", eid)
        other = one_there.pop(target, None)
        if other is None:
            _match_unit([task], more_there.pop(target, []), matched)
        elif not same(task, other):
            matched.pairs.append((task, other))
    for eid, tasks in more_here.items():
        target = followed.get(eid or "", eid)
        single = one_there.pop(target, None)
        _match_unit(tasks, [single] if single else more_there.pop(target, []), matched)
    matched.come += [*one_there.values(), *chain(*more_there.values())]
    _match_wording(matched)
    matched.pairs = [pair for pair in matched.pairs if not same(*pair)]
    return matched


def _by_unit(tasks: Sequence[Task]) -> tuple[dict[str | None, Task], Units]:
    """Return the tasks that are alone in their unit, and those of the other units."""
    alone = dict(zip([task.eid for task in tasks], tasks, strict=True))
    units: Units = {}
    if len(alone) < len(tasks):
        counts = Counter(task.eid for task in tasks)
        for task in tasks:
            if counts[task.eid] > 1:
                units.setdefault(task.eid, []).append(task)
                alone.pop(task.eid, None)
    return alone, units


def _match_unit(old: list[Task], new: list[Task], matched: Matched) -> None:
    """The likest first; where one task is left on each side it is the same one reworded."""
    likeness = [
        (-_likeness(one, two), abs(at - to), at, to)
        for at, one in enumerate(old)
        for to, two in enumerate(new)
    ]
    olds, news = dict(enumerate(old)), dict(enumerate(new))
    for least, _, at, to in sorted(likeness):
        alone = len(olds) == len(news) == 1
        if at in olds and to in news and (-least >= SIMILAR or alone):
            matched.pairs.append((olds.pop(at), news.pop(to)))
    matched.gone += olds.values()
    matched.come += news.values()


def _likeness(one: Task, two: Task) -> float:
    return Indel.normalized_similarity(one.text.split(), two.text.split())


def _match_wording(matched: Matched) -> None:
    if not (matched.gone and matched.come):
        return
    there = {" ".join(task.text.split()): task for task in reversed(matched.come)}
    for task in list(matched.gone):
        other = there.pop(" ".join(task.text.split()), None)
        if other:
            matched.pairs.append((task, other))
            matched.gone = [one for one in matched.gone if one is not task]
            matched.come = [one for one in matched.come if one is not other]
