"""What a new version does to the duties: tasks, deadlines, deliverables and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lexparse.compare.changes import DutyChange, DutyKind, Place
from lexparse.compare.deadlines import deadline_changes, same_milestones
from lexparse.compare.tasks import match
from lexparse.records import Parse, Responsible, Task


def duty_changes(
    old: Parse, new: Parse, followed: Mapping[str, str | None] | None = None
) -> list[DutyChange]:
    """Return how duties differ, in the order of the new act, lost tasks first.

    ``followed`` gives the new eId of units that do not keep theirs, ``None`` for one that is
    gone.
    """
    matched = match(old.tasks, new.tasks, followed or {}, _same)
    found = [DutyChange("task_removed", one.num, place(one), None) for one in matched.gone]
    found += [DutyChange("task_added", one.num, None, place(one)) for one in matched.come]
    for one, two in matched.pairs:
        found += _changes(one, two)
    return sorted(found, key=lambda one: (one.new is not None, one.place.start))


def place(task: Task) -> Place:
    """Return where ``task`` stands."""
    return Place(task.eid, task.start, task.stop, task.text, task.kind, task.num)


def _same(one: Task, two: Task) -> bool:
    return (
        one.text == two.text
        and one.result == two.result
        and one.reporting == two.reporting
        and same_milestones(one.milestones, two.milestones)
        and _same_bodies(one.responsible, two.responsible)
    )


def _same_bodies(one: tuple[Responsible, ...], two: tuple[Responsible, ...]) -> bool:
    if len(one) == len(two) == 1:
        return _same_body(one[0], two[0])
    return len(one) == len(two) and all(map(_same_body, one, two))


def _same_body(one: Responsible, two: Responsible) -> bool:
    return (
        one.text == two.text
        and one.organ == two.organ
        and one.name == two.name
        and one.lead == two.lead
        and one.by_agreement == two.by_agreement
        and one.persons == two.persons
    )


def _changes(one: Task, two: Task) -> Iterator[DutyChange]:
    yield from _wording(one, two, "text_changed", one.text, two.text)
    yield from deadline_changes(one, two, place(one), place(two))
    yield from _wording(one, two, "result_changed", one.result, two.result)
    yield from _wording(one, two, "reporting_changed", one.reporting, two.reporting)
    if not _same_bodies(one.responsible, two.responsible):
        yield from _bodies(one, two)


def _wording(
    one: Task, two: Task, kind: DutyKind, before: str | None, after: str | None
) -> Iterator[DutyChange]:
    if before != after and folded(before) != folded(after):
        yield DutyChange(kind, two.num, place(one), place(two), before, after)


def folded(text: str | None) -> str:
    """Return ``text`` with single spaces and small letters: how it was set does not count."""
    return " ".join((text or "").split()).casefold()


def _bodies(one: Task, two: Task) -> Iterator[DutyChange]:
    before = {_body(who): who for who in one.responsible}
    after = {_body(who): who for who in two.responsible}
    for body, who in before.items():
        if body not in after:
            yield DutyChange("body_lost", two.num, _spot(who), place(two), _name(who), None)
    for body, who in after.items():
        if body not in before:
            yield DutyChange("body_gained", two.num, place(one), _spot(who), None, _name(who))
    yield from _leads(one, two, before, after)
    for body in before.keys() & after.keys():
        yield from _terms(before[body], after[body], two.num)


def _leads(
    one: Task, two: Task, before: dict[str, Responsible], after: dict[str, Responsible]
) -> Iterator[DutyChange]:
    led = {body: who for body, who in before.items() if who.lead}
    leads = {body: who for body, who in after.items() if who.lead}
    if led.keys() == leads.keys():
        return
    old = next((_spot(who) for body, who in led.items() if body not in leads), place(one))
    new = next((_spot(who) for body, who in leads.items() if body not in led), place(two))
    yield DutyChange("lead_changed", two.num, old, new, _names(led), _names(leads))


def _terms(one: Responsible, two: Responsible, num: str | None) -> Iterator[DutyChange]:
    old, new = _spot(one), _spot(two)
    if one.by_agreement != two.by_agreement:
        yield DutyChange("agreement_changed", num, old, new, _agreement(one), _agreement(two))
    if tuple(map(folded, one.persons)) != tuple(map(folded, two.persons)):
        before, after = (", ".join(who.persons) or None for who in (one, two))
        yield DutyChange("persons_changed", num, old, new, before, after)


def _body(who: Responsible) -> str:
    return who.organ or folded(who.name or who.text)


def _name(who: Responsible) -> str:
    return who.name or " ".join(who.text.split())


def _names(bodies: dict[str, Responsible]) -> str | None:
    return ", ".join(map(_name, bodies.values())) or None


def _agreement(who: Responsible) -> str:
    return f"{_name(who)}, by agreement" if who.by_agreement else f"{_name(who)}, bound"


def _spot(who: Responsible) -> Place:
    return Place(who.eid, who.start, who.stop, who.text, who.kind)
