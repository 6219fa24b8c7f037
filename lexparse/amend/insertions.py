"""Units put in: beside one that is named, where their number belongs, or at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lexparse.amend.counted import alineas, indents, sentences
from lexparse.amend.edit import Edit, Wording, shifted
from lexparse.amend.job import COUNTED, Carried, Job, around, numbered, whole
from lexparse.amend.place import Place, RefusedError
from lexparse.amend.rows import as_rows
from lexparse.records import Provision, Step
from lexparse.structure.markers import eid_number

NUMBERED = {"article", "paragraph", "subparagraph", "row", "chapter", "section", "part"}


def unit_inserted(job: Job) -> Carried:
    """Put new units in. Raises ``RefusedError``."""
    position = job.one.position
    new = job.wording()
    if job.one.source is not None or not new.text.strip():
        raise RefusedError("not-understood", "an insertion without wording of its own")
    if position and position.relation in {"after", "before"}:
        return _beside(job, new, position.steps, position.relation)
    if position and position.relation == "number":
        return _by_number(job, new)
    return _at_end(job, new)


def _beside(job: Job, new: Wording, steps: Sequence[Step], relation: str) -> Carried:
    """Behind (above) a named unit, on a line of its own."""
    if not steps:
        raise RefusedError("not-understood", "the unit to stand beside is not named")
    beside = job.place(steps)
    if beside.kind in {"act", "cell"}:
        raise RefusedError("not-understood", f"a unit beside a {beside.kind}")
    if beside.kind == "sentence":
        at = beside.stop if relation == "after" else beside.start
        words = f" {new.text}" if relation == "after" else f"{new.text} "
        return job.carried(beside, Edit(at, at, Wording(words)))
    if beside.kind in NUMBERED and beside.unit and job.one.units:
        _is_free(
            job, list(numbered(around(job.version.provisions, beside.unit).below, beside.kind))
        )
    new = as_rows(new, beside)
    if relation == "before":
        above = Wording(f"{new.text}\n", new.strips)
        return job.carried(beside, Edit(beside.start, beside.start, above))
    return job.carried(beside, _behind(job, beside, new))


def _is_free(job: Job, siblings: list[Provision]) -> None:
    """Refuse a number that one of the siblings bears; one that is renumbered leaves its own."""
    wanted = {eid.rpartition("_")[2] for eid in job.one.units}
    if any(number in wanted for number, _ in _staying(job, siblings)):
        raise RefusedError("unit-exists", "a unit with the number to be inserted stands there")


def _staying(job: Job, siblings: list[Provision]) -> list[tuple[str, Provision]]:
    """Return the siblings with the numbers that they will have."""
    numbers = [job.leaving.get(one.eid, eid_number(one.num or "")) for one in siblings]
    return [(number, one) for number, one in zip(numbers, siblings, strict=True) if number]


def _behind(job: Job, beside: Place, new: Wording) -> Edit:
    end = job.text.find("\n", beside.stop)
    at = len(job.text) if end < 0 else end
    return Edit(at, at, Wording(f"\n{new.text}", shifted(new, 1)))


def _by_number(job: Job, new: Wording) -> Carried:
    """Behind the unit with the next smaller number, with all that is below it."""
    over = job.place()
    numbers = [eid.rpartition("_")[2] for eid in job.one.units]
    kind = job.one.kind or ""
    if kind in COUNTED:
        return _as_last(job, over, new, numbers[0])
    siblings = list(numbered(over.below, kind))
    if kind == "row" and not siblings:
        siblings = list(numbered(over.below, "paragraph"))
    _is_free(job, siblings)
    staying = _staying(job, siblings)
    before = [(rank(num), one) for num, one in staying if rank(num) < rank(numbers[0])]
    if not before:
        raise RefusedError("target-missing", "no unit with a smaller number stands there")
    if any(rank(numbers[0]) < rank(num) < rank(numbers[-1]) for num, _ in staying):
        raise RefusedError("ambiguous", "a unit stands between the numbers to be inserted")
    beside = whole(max(before, key=lambda pair: pair[0])[1], kind)
    return job.carried(beside, _behind(job, beside, as_rows(new, beside)))


def rank(num: str | None) -> tuple[int, ...]:
    """Return a printed number as what it sorts by: ``8`` before ``8-1`` before ``9``."""
    return tuple(int(part) for part in re.findall(r"\d+", num or "")) or (0,)


def _as_last(job: Job, over: Place, new: Wording, wanted: str) -> Carried:
    """``екінші бөлікпен толықтырылсын``: only where it comes behind all that there are."""
    if over.unit is None:
        raise RefusedError("not-understood", "in which unit to count is not said")
    if job.one.kind == "sentence":
        return _sentence(job, over, new, wanted)
    held = alineas(over.unit) if job.one.kind == "alinea" else indents(over.unit)
    if wanted != str(len(held) + 1):
        raise RefusedError("ambiguous", f"the unit has {len(held)} such parts already")
    return job.carried(over, _behind(job, over, new))


def _sentence(job: Job, over: Place, new: Wording, wanted: str | None = None) -> Carried:
    """Behind the last sentence, or so that it becomes the one that its ordinal says."""
    if over.kind not in COUNTED and any(one.kind != "note" for one in over.below):
        raise RefusedError("ambiguous", "where the sentences of a unit with items end")
    held = sentences(job.text, over.inner)
    ordinal = int(wanted) if wanted and wanted.isdigit() else len(held) + 1
    if not 1 < ordinal <= len(held) + 1:
        raise RefusedError("ambiguous", f"the unit has {len(held)} sentences")
    at = held[ordinal - 2].stop
    return job.carried(over, Edit(at, at, Wording(f" {new.text}")))


def _at_end(job: Job, new: Wording) -> Carried:
    over = job.place()
    kind = job.one.kind
    if over.kind == "act":
        raise RefusedError("not-understood", "where in the act the new unit belongs is not said")
    if kind == "sentence":
        return _sentence(job, over, new)
    if kind == "row":
        rows = _rows(over.below)
        beside = whole(rows[-1], "row") if rows else over
        return job.carried(beside, _behind(job, beside, as_rows(new, beside)))
    if kind not in COUNTED:
        raise RefusedError("not-understood", "where the new unit belongs is not said")
    return job.carried(over, _behind(job, over, new))


def _rows(below: Sequence[Provision]) -> list[Provision]:
    """Return the rows below a place, those in its tables among them."""
    found: list[Provision] = []
    for one in below:
        if one.kind == "row":
            found.append(one)
        elif one.kind in {"table", "legend"}:
            found += _rows(one.children)
    return found
