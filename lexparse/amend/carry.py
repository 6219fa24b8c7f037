"""From a modification to the edits that carry it out, one function an operation.

None of them guesses: what is not there, is there twice, or would change the shape of a table is
refused with its reason.
"""

from __future__ import annotations

from collections.abc import Callable

from lexparse.amend.editions import new_edition
from lexparse.amend.insertions import unit_inserted
from lexparse.amend.job import Carried, Job
from lexparse.amend.place import RefusedError
from lexparse.amend.removals import (
    member_added,
    member_removed,
    renamed,
    renumbered,
    unit_deleted,
)
from lexparse.amend.words import words_added, words_deleted, words_replaced


def suspended(job: Job) -> Carried:
    """A suspended unit keeps its wording; it only has to be there."""
    return job.carried(job.place())


OPERATIONS: dict[str, Callable[[Job], Carried]] = {
    "new_edition": new_edition,
    "words_replaced": words_replaced,
    "words_deleted": words_deleted,
    "words_added": words_added,
    "unit_inserted": unit_inserted,
    "unit_deleted": unit_deleted,
    "unit_repealed": unit_deleted,
    "renamed": renamed,
    "renumbered": renumbered,
    "member_added": member_added,
    "member_removed": member_removed,
    "suspended": suspended,
    "act_repealed": suspended,
}


def carry(job: Job) -> Carried:
    """Return the edits that carry the modification out. Raises ``RefusedError``."""
    read = OPERATIONS.get(job.one.operation or "")
    if read is None:
        raise RefusedError("not-understood", "an operation that is not carried out by itself")
    return read(job)
