"""The commands of one act that take effect on one day, carried out on one version at once.

All targets are looked up in the version as it was before: an act numbers its commands by the text
that it amends. What holds afterwards:

1. a command that was refused changed nothing, and no other command depends on it;
2. commands that contradict each other are all refused;
3. every numbered unit that no command names stands in the new version with the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lexparse.amend.carry import carry
from lexparse.amend.edit import Edit, Wording
from lexparse.amend.effect import Effect, Outcome
from lexparse.amend.families import family_name, is_trusted
from lexparse.amend.insertions import rank
from lexparse.amend.job import Carried, Job
from lexparse.amend.place import RefusedError
from lexparse.amend.version import Suspension, Version
from lexparse.records import Modification, Provision

SHIFTING = {"unit_deleted", "unit_inserted", "unit_repealed"}


class ProposedError(RefusedError):
    """A command of a family that is not carried out by itself; ``found`` is what it would do."""

    def __init__(self, family: str, found: Carried) -> None:
        """Name the family."""
        super().__init__("proposed", f"«{family}» is proposed and not carried out by itself")
        self.found = found


LEAVING = {"renumbered", "unit_deleted", "unit_repealed"}
Done = dict[int, Carried | RefusedError]


def carry_out(
    version: Version, effects: Sequence[Effect], *, proposed: bool = True
) -> tuple[Version, list[Outcome]]:
    """Return the version after the effects of one act and day, and what came of each.

    Without ``proposed`` the families that have not earned trust are looked up and shown, and
    change nothing.
    """
    done = _carried(version, effects, proposed)
    after = _after(version, effects, done)
    if after is None:
        return _one_by_one(version, effects, proposed)
    outcomes = [_outcome(version, effects[at], found) for at, found in sorted(done.items())]
    late = _waiting(effects, done)
    if not late:
        return after, outcomes
    after, again = carry_out(after, [effects[at] for at in late], proposed=proposed)
    for at, outcome in zip(late, again, strict=True):
        outcomes[at] = outcome
    return after, outcomes


def _one_by_one(
    version: Version, effects: Sequence[Effect], proposed: bool
) -> tuple[Version, list[Outcome]]:
    """Find the command that disturbs its neighbours: it is refused, the others carried out."""
    outcomes: list[Outcome] = []
    for effect in effects:
        done = _carried(version, [effect], proposed)
        after = _after(version, [effect], done)
        if after is None:
            done = {0: RefusedError("disturbs", "the change would move or hide other units")}
        outcomes.append(_outcome(version, effect, done[0]))
        version = after or version
    return version, outcomes


def _carried(version: Version, effects: Sequence[Effect], proposed: bool) -> Done:
    """Return the edits of each effect, or why it is refused.

    What is only proposed sets no number free, and still contradicts what it contradicts.
    """
    untrusted = {
        at
        for at, one in enumerate(effects)
        if not proposed and not is_trusted(one.modification.family)
    }
    leaving = _leaving(version, [one for at, one in enumerate(effects) if at not in untrusted])
    done: Done = {}
    for at, effect in enumerate(effects):
        try:
            done[at] = carry(Job(version, effect, leaving))
        except RefusedError as refused:
            done[at] = refused
    for at in _contradicting(effects, done):
        done[at] = RefusedError("contradictory", "another command of the act says otherwise")
    for at in _between_numbers(effects, done):
        done[at] = RefusedError("ambiguous", "by its old number or by its new one is not said")
    for at in _miscounted(effects, done):
        done[at] = RefusedError("ambiguous", "counted before or after the act's other changes")
    for at in untrusted:
        found = done[at]
        if isinstance(found, Carried):
            done[at] = ProposedError(family_name(effects[at].modification.family), found)
    return done


def _leaving(version: Version, effects: Iterable[Effect]) -> dict[str, str | None]:
    """Return the units whose numbers the effects set free, with the new number of each."""
    found: dict[str, str | None] = {}
    for effect in effects:
        one = effect.modification
        if one.operation in LEAVING:
            try:
                place = Job(version, effect).place()
            except RefusedError:
                continue
            number = one.units[0].rpartition("_")[2] if one.units else None
            found[place.unit.eid if place.unit else ""] = number
    return found


# What commands of one act do to each other


def _edits(done: Done) -> list[tuple[Edit, int]]:
    return [
        (edit, at)
        for at, found in done.items()
        if isinstance(found, Carried)
        for edit in found.edits
    ]


def _contradicting(effects: Sequence[Effect], done: Done) -> set[int]:
    """Return the effects that change the same characters in different ways."""
    found: set[int] = set()
    reached: tuple[Edit, int] | None = None
    for edit, at in sorted(_edits(done), key=lambda one: (one[0].start, one[0].stop)):
        if reached and _overlap(reached[0], edit) and reached[0] != edit:
            found |= {reached[1], at}
        if reached is None or edit.stop >= reached[0].stop:
            reached = (edit, at)
    return found | _doubled(effects, done) | _into_what_goes(effects, done)


def _into_what_goes(effects: Sequence[Effect], done: Done) -> set[int]:
    """Return insertions into a unit that the act deletes, with the deletion.

    A sibling may come behind a unit that goes.
    """
    gone = {
        one.eid: at
        for at, one in done.items()
        if isinstance(one, Carried) and one.eid and not one.counted
        if effects[at].modification.operation in {"unit_deleted", "unit_repealed"}
    }
    found: set[int] = set()
    for at, one in done.items():
        new = effects[at].modification
        if new.operation != "unit_inserted" or not isinstance(one, Carried):
            continue
        for eid, by in gone.items():
            target = effects[by].modification.target
            sibling = one.eid == eid and target and target.steps[-1].kind == new.kind
            if f"{one.eid}__".startswith(f"{eid}__") and not sibling:
                found |= {at, by}
    return found


def _overlap(one: Edit, other: Edit) -> bool:
    if one.start == one.stop or other.start == other.stop:
        # Behind a unit that goes, something may come.
        inner = other if other.start == other.stop else one
        outer = one if inner is other else other
        return outer.start < inner.start < outer.stop - (not outer.new.text)
    return one.start < other.stop and other.start < one.stop


def _doubled(effects: Sequence[Effect], done: Done) -> set[int]:
    """Return insertions of one and the same number."""
    seen: dict[tuple[str, ...], int] = {}
    found: set[int] = set()
    for at, effect in enumerate(effects):
        one = effect.modification
        if one.operation != "unit_inserted" or not isinstance(done.get(at), Carried):
            continue
        path = one.target.path if one.target else ()
        for unit in one.units:
            first = seen.setdefault((*path, unit), at)
            if first != at and effects[first].modification.new != one.new:
                found |= {first, at}
    return found


def _miscounted(effects: Sequence[Effect], done: Done) -> set[int]:
    """Return targets known by an ordinal that another command of the act may have shifted."""
    shifts: list[tuple[str, int, Modification]] = []
    for at, found in done.items():
        one = effects[at].modification
        if isinstance(found, Carried) and found.counted and one.operation in SHIFTING:
            shifts.append((*found.counted, one))
    doubted: set[int] = set()
    for at, found in done.items():
        if not isinstance(found, Carried) or not found.counted:
            continue
        unit, ordinal = found.counted
        one = effects[at].modification
        for other, shifted, by in shifts:
            apart = (by.start, by.stop) != (one.start, one.stop)
            if other == unit and shifted < ordinal and apart and by.start < one.start:
                doubted.add(at)
    return doubted


def _between_numbers(effects: Sequence[Effect], done: Done) -> set[int]:
    """Return commands on a unit whose number the same act has given or taken above."""
    doubted: set[int] = set()
    numbered: set[str] = set()
    for at, found in sorted(done.items()):
        if not isinstance(found, Carried) or not found.eid:
            continue
        one = effects[at].modification
        if one.operation == "renumbered":
            over = found.eid.rpartition("__")[0]
            numbered |= {found.eid, f"{over}__{one.units[0]}" if over else one.units[0]}
        elif one.operation != "unit_inserted" and any(
            found.eid == eid or found.eid.startswith(f"{eid}__") for eid in numbered
        ):
            doubted.add(at)
    return doubted


def _waiting(effects: Sequence[Effect], done: Done) -> list[int]:
    """Return the effects whose target another command of the same act has just put in."""
    come = {
        (*(one.target.path if one.target else ()), unit)
        for at, found in done.items()
        if isinstance(found, Carried) and (one := effects[at].modification).target
        for unit in one.units
    }
    late = []
    for at, found in done.items():
        one = effects[at].modification
        if isinstance(found, RefusedError) and found.reason == "target-missing":
            paths = [one.target.path if one.target else ()]
            paths += [one.position.path] if one.position else []
            if any(path[: len(unit)] == unit for path in paths for unit in come):
                late.append(at)
    return late


# The version afterwards


def _after(version: Version, effects: Sequence[Effect], done: Done) -> Version | None:
    """Return the version with all edits made; ``None`` if a unit that none names was disturbed."""
    placed: dict[Edit, tuple[int, int | None]] = {}
    for at, found in done.items():
        if isinstance(found, Carried):
            for edit, source in zip(found.edits, found.at, strict=True):
                placed.setdefault(edit, (at, source))
    changed = version
    if placed:
        order = sorted(placed, key=lambda edit: _order(edit, effects[placed[edit][0]]))
        edits = tuple(_after_deletions(order))
        sources = [placed[edit][1] for edit in order]
        changed = version.edited(edits, effects[0].by, sources)
        moved = {found.eid for found in done.values() if isinstance(found, Carried)}
        if _disturbed(version, changed, edits, moved):
            return None
    for at, found in sorted(done.items()):
        if isinstance(found, Carried):
            changed = _marked(changed, effects[at], found)
    return changed


def _order(edit: Edit, effect: Effect) -> tuple[int, int, tuple[int, ...], int]:
    """Sort by place; units that come to one place stand by number, else as commanded."""
    units = effect.modification.units if edit.start == edit.stop else ()
    number = rank(units[0].rpartition("_")[2]) if units else ()
    return edit.start, edit.stop, number, effect.modification.start


def _after_deletions(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Let what comes behind a unit that goes stand on the line below."""
    gone: Edit | None = None
    for edit in edits:
        if gone and edit.start == edit.stop and gone.start < edit.start == gone.stop - 1:
            words = Wording(f"{edit.new.text[1:]}\n")
            yield Edit(gone.stop, gone.stop, words)
            continue
        yield edit
        if not edit.new.text:
            gone = edit


def _marked(version: Version, effect: Effect, found: Carried) -> Version:
    """Record what changes no word: a suspension, the end of the act."""
    one = effect.modification
    if one.operation == "suspended":
        since = one.since or effect.since
        mark = Suspension(found.eid, since, one.until, effect.by, one.extent)
        return replace(version, suspensions=(*version.suspensions, mark))
    if one.operation == "act_repealed":
        return version.ended(effect.act, effect.since)
    return version


def _disturbed(
    old: Version, new: Version, edits: Sequence[Edit], changed: Iterable[str | None]
) -> bool:
    """Tell whether a numbered unit outside the edits is gone or has other words."""
    before, after = _wordings(old.provisions), _wordings(new.provisions)
    inside = tuple(f"{eid}__" for eid in changed if eid)
    for eid, unit in before.items():
        touched = any(one.start <= unit.stop and unit.start <= one.stop for one in edits)
        if touched or eid.startswith(inside):
            continue
        if eid not in after or after[eid].text != unit.text:
            return True
    return False


def _wordings(provisions: Iterable[Provision]) -> dict[str, Provision]:
    return {
        unit.eid: unit
        for one in provisions
        for unit in one.walk()
        if unit.num and unit.kind not in {"alinea", "indent", "cell"}
    }


def _outcome(version: Version, effect: Effect, found: Carried | RefusedError) -> Outcome:
    if isinstance(found, ProposedError):
        shown = _outcome(version, effect, found.found)
        return replace(shown, state="unresolved", reason=found.reason, message=str(found))
    if isinstance(found, RefusedError):
        return Outcome(effect, "unresolved", found.reason, str(found))
    text = version.document.text
    old = "\n".join(text[edit.start : edit.stop] for edit in found.edits)
    new = "\n".join(edit.new.text for edit in found.edits)
    return Outcome(effect, "applied", eid=found.eid, old=old.strip("\n"), new=new.strip("\n"))
