"""What a comparison gives: changes of units, of words inside them, and of duties.

Offsets are half-open and count characters of the text of the act that the side names: ``old``
or ``new``. A side on which the thing does not stand is ``None``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lexparse.records import Modification, NoteBy

ChangeKind = Literal["inserted", "deleted", "changed", "moved", "renumbered"]
DutyKind = Literal[
    "task_added",
    "task_removed",
    "text_changed",
    "deadline_added",
    "deadline_removed",
    "deadline_moved",
    "deadline_kind_changed",
    "deadline_changed",
    "deliverable_changed",
    "result_changed",
    "reporting_changed",
    "body_gained",
    "body_lost",
    "lead_changed",
    "agreement_changed",
    "persons_changed",
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one side stands: its eId, the span of its own wording, and that wording.

    ``position`` counts a unit from 0 in its act's sequence of units; a duty's place has none.
    """

    eid: str | None
    start: int
    stop: int
    text: str
    kind: str | None = None
    num: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words ``old`` that became ``new``; an empty side was not there. Offsets are the act's."""

    old: str
    new: str
    old_start: int
    old_stop: int
    new_start: int
    new_stop: int


@dataclass(frozen=True, slots=True)
class Change:
    """One unit that differs.

    ``changed``: stands in its place with other words (its number may differ too). ``moved``:
    stands elsewhere in the order or under another unit; ``words`` when it was reworded as well.
    ``renumbered``: same place and words, another printed number; units in a row whose numbers
    moved by the same step are one change, ``through`` being the last of them on each side.

    ``printed`` marks a change of marks, spaces and capitals alone. ``by`` are the acts that only
    the new version's notes name for the unit or what it stands in; ``cause`` is the command that
    asked for it.
    """

    kind: ChangeKind
    old: Place | None
    new: Place | None
    words: tuple[WordChange, ...] = ()
    through: tuple[Place, Place] | None = None
    printed: bool = False
    by: tuple[NoteBy, ...] = ()
    cause: Modification | None = None

    @property
    def place(self) -> Place:
        """The new place, or the old one of a unit that is gone."""
        place = self.new or self.old
        assert place  # noqa: S101 (a change has a side)
        return place


@dataclass(frozen=True, slots=True)
class DutyChange:
    """One respect in which who must do what by when differs.

    ``before`` and ``after`` are the two values in words (a deadline's ISO date, a body's
    canonical name); ``days`` are calendar days, positive when the deadline moved later.
    """

    kind: DutyKind
    num: str | None
    old: Place | None
    new: Place | None
    before: str | None = None
    after: str | None = None
    days: int | None = None
    by: tuple[NoteBy, ...] = ()
    cause: Modification | None = None

    @property
    def place(self) -> Place:
        """The new place, or the old one of a task that is gone."""
        place = self.new or self.old
        assert place  # noqa: S101 (a change has a side)
        return place


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two acts, in the order of the new one."""

    changes: tuple[Change, ...] = ()
    duties: tuple[DutyChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changes or self.duties)

    def counts(self) -> dict[str, int]:
        """Return how many changes there are of each kind, the most frequent first."""
        kinds: Counter[str] = Counter(one.kind for one in self.changes)
        kinds.update(one.kind for one in self.duties)
        return dict(kinds.most_common())
