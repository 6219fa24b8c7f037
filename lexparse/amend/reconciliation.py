"""Three witnesses compared: the commands, the official text, and the notes in it.

The notes say which unit was changed by which act; a command says what was changed; the text says
what stands. An official consolidated text is a witness and not the truth: where it differs from
what the commands give, the difference is named and shown, and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lexparse.amend.application import Application
from lexparse.amend.consolidation import consolidate
from lexparse.amend.effect import Outcome
from lexparse.amend.naming import folded
from lexparse.amend.version import Version
from lexparse.compare import Change, compare
from lexparse.organs.capital import borne_since
from lexparse.records import Note, NoteBy, Parse, Provision

DisagreementKind = Literal[
    "our_error",
    "source_defect",
    "note_ahead_of_force",
    "act_not_held",
    "unspecified_set",
    "editions_disagree",
    "unexplained",
]
ASIDE = {"note", "stamp", "signature", "requisite", "status", "agreement", "proofreaders"}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that the witnesses say differently.

    ``eid`` is the unit; ``ours`` what the commands give, ``official`` what the official text has;
    ``by`` the act that a note names for it; ``message`` one sentence.
    """

    kind: DisagreementKind
    eid: str | None
    message: str
    ours: str | None = None
    official: str | None = None
    by: NoteBy | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Rows that a note without rows may speak of, each with the evidence for it."""

    note: Note
    by: NoteBy
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What agrees and what does not; ``missing`` are acts that notes name and nobody holds."""

    agreed: int
    disagreements: tuple[Disagreement, ...]
    hypotheses: tuple[Hypothesis, ...]
    missing: tuple[NoteBy, ...]


def reconcile(
    base: Version,
    acts: Sequence[Version],
    official: Version,
    as_of: str | None = None,
    published: Mapping[str, str] | None = None,
) -> Reconciliation:
    """Compare ``base`` as amended by ``acts`` with an ``official`` consolidated text of it."""
    applied = consolidate(base, acts, as_of, published)
    witnesses = _Witnesses(base, acts, official, applied)
    return Reconciliation(
        agreed=sum(1 for _ in witnesses.agreeing()),
        disagreements=tuple(witnesses.disagreements()),
        hypotheses=tuple(witnesses.hypotheses()),
        missing=tuple(witnesses.missing()),
    )


@dataclass(frozen=True)
class _Witnesses:
    base: Version
    acts: Sequence[Version]
    official: Version
    applied: Application

    @property
    def ours(self) -> Parse:
        return self.applied.version.parse

    @property
    def theirs(self) -> Parse:
        return self.official.parse

    def missing(self) -> Iterator[NoteBy]:
        """Yield the acts that the notes name and that are not at hand, each once."""
        seen = set()
        for note in self.theirs.notes:
            for by in note.by:
                if not self._held(by) and (by.date, by.number) not in seen:
                    seen.add((by.date, by.number))
                    yield by

    def _held(self, by: NoteBy) -> bool:
        return any(_is_act(by, one) for one in self.acts)

    def agreeing(self) -> Iterator[Outcome]:
        """Yield the commands that were carried out and stand so in the official text."""
        changed = {eid for one in self._differences() for eid in _eids(one)}
        for one in self.applied.outcomes:
            if one.state == "applied" and not any(_under(eid, one.eid) for eid in changed):
                yield one

    def _differences(self) -> list[Change]:
        """Return where the two texts differ, notes, stamps and mere print left out."""
        found = compare(self.ours, self.theirs).changes
        return [
            one
            for one in found
            if one.kind != "renumbered" and not one.printed and one.place.kind not in ASIDE
        ]

    def disagreements(self) -> Iterator[Disagreement]:
        for one in self._differences():
            yield self._told(one)
        yield from self._uncommanded()

    def _told(self, one: Change) -> Disagreement:
        eid = one.place.eid
        note, by = self._note_of(eid or "")
        kind, message = self._why(one, note, by)
        return Disagreement(
            kind,
            eid,
            message,
            one.old.text if one.old else None,
            one.new.text if one.new else None,
            by,
        )

    def _note_of(self, eid: str) -> tuple[Note | None, NoteBy | None]:
        """Return the nearest note on a unit or on what it stands in, and its last act."""
        best: Note | None = None
        reach = -1
        for note in self.theirs.notes:
            path = "__".join(note.target.path) if note.target else ""
            if note.by and (not path or _under(eid, path)) and len(path) > reach:
                best, reach = note, len(path)
        return best, best.by[-1] if best else None

    def _why(
        self, one: Change, note: Note | None, by: NoteBy | None
    ) -> tuple[DisagreementKind, str]:
        if note is None or by is None:
            return self._unnoted(one)
        named = f"№ {by.number} of {by.date}"
        if not self._held(by):
            return "act_not_held", f"the note names {named}, which is not at hand"
        mine = [
            outcome
            for outcome in self.applied.outcomes
            if _is_by(by, outcome) and _speaks_of(outcome, one)
        ]
        if mine:
            return _commanded(mine, one, named)
        if _of_all(note):
            return "unspecified_set", f"the note names {named} and no unit; no command of it does"
        return "source_defect", f"the note names {named}, which commands nothing here"

    def _unnoted(self, one: Change) -> tuple[DisagreementKind, str]:
        if any(outcome.eid and _speaks_of(outcome, one) for outcome in self.applied.outcomes):
            return "source_defect", "a command changed the unit and no note of the text says so"
        return "unexplained", "the texts differ here, and neither a note nor a command says why"

    def _uncommanded(self) -> Iterator[Disagreement]:
        """Yield the notes that name a held act for a unit which it does not touch."""
        for note in self.theirs.notes:
            for by in note.by:
                if _of_all(note) or not self._held(by) or note.target is None:
                    continue
                path = "__".join(note.target.path)
                mine = [one for one in self.applied.outcomes if _is_by(by, one)]
                touched = [one for one in mine if _under(one.eid or _target(one), path)]
                if not touched and not any(_under(path, one.eid) for one in mine if one.eid):
                    message = (
                        f"the note names № {by.number} of {by.date}, which commands nothing here"
                    )
                    yield Disagreement("source_defect", path, message, by=by)

    def hypotheses(self) -> Iterator[Hypothesis]:
        """Yield, for each note without units, the rows that its acts may have changed."""
        for note in self.theirs.notes:
            if not _of_all(note) or not note.by:
                continue
            rows = tuple(self._rows(note))
            if rows:
                yield Hypothesis(note, note.by[-1], rows)

    def _rows(self, note: Note) -> Iterator[tuple[str, str]]:
        """Yield the rows of the plan with why each may be meant, the surest reason first."""
        path = "__".join(note.target.path) if note.target else ""
        commanded = {
            one.eid
            for one in self.applied.outcomes
            if one.state == "applied" and any(_is_by(by, one) for by in note.by)
        }
        before = {row.eid: _wording(row) for row in _all_rows(self.base.provisions)}
        adopted = self.theirs.act.date
        for row in _all_rows(self.official.provisions):
            if not _under(row.eid, path):
                continue
            if row.eid in commanded:
                yield row.eid, "a command of the act changes it"
            elif row.eid in before and before[row.eid] != _wording(row):
                yield row.eid, "its wording differs from the earlier edition"
            elif row.eid not in before and before:
                yield row.eid, "the earlier edition does not hold it"
            elif adopted and (late := borne_since(_wording(row), adopted)):
                yield row.eid, f"it names {late[0]}, a name borne since {late[1]}"


def _commanded(mine: list[Outcome], one: Change, named: str) -> tuple[DisagreementKind, str]:
    """Return why a unit differs that commands of a held act speak of."""
    if any(outcome.state == "pending" and _is_ahead(outcome, one) for outcome in mine):
        return "note_ahead_of_force", f"{named} is in the text, not yet known to be in force"
    nearest = max(mine, key=lambda outcome: len(outcome.eid or _target(outcome)))
    if nearest.state == "unresolved":
        return "our_error", f"a command of {named} was not carried out: {nearest.message}"
    return "source_defect", f"the text is not what {named} commands"


def _is_act(by: NoteBy, one: Version) -> bool:
    act = one.parse.act
    return (by.date, by.number) == (act.date, act.number)


def _is_by(by: NoteBy, one: Outcome) -> bool:
    return (by.date, by.number) == (one.effect.act.date, one.effect.act.number)


def _of_all(note: Note) -> bool:
    """Tell whether a note names a whole plan, list or act as changed, and no unit of it."""
    path = note.target.path if note.target else ()
    whole = not path or (len(path) == 1 and path[0].startswith("att_"))
    return whole and note.event not in {"substitution", "repeal"}


def _target(one: Outcome) -> str:
    target = one.effect.modification.target
    return "__".join(target.path) if target else ""


def _eids(one: Change) -> set[str]:
    return {place.eid or "" for place in (one.old, one.new) if place}


def _under(eid: str | None, path: str | None) -> bool:
    return bool(eid and path) and (eid == path or str(eid).startswith(f"{path}__"))


def _speaks_of(one: Outcome, change: Change) -> bool:
    """Tell whether a command's unit is the one that differs, holds it or lies in it."""
    mine = one.eid or _target(one)
    if not mine:
        return False
    return any(_under(eid, mine) or _under(mine, eid) for eid in _eids(change))


def _is_ahead(one: Outcome, change: Change) -> bool:
    """Tell whether the official text has the wording of a command that is not in force."""
    new, shown = (folded(words or "") for words in (one.effect.modification.new, _shown(change)))
    return bool(shown) and (shown in new or new in shown)


def _shown(change: Change) -> str:
    return change.new.text if change.new else ""


def _all_rows(provisions: Iterable[Provision]) -> Iterator[Provision]:
    for root in provisions:
        yield from (one for one in root.walk() if one.kind == "row" and one.children)


def _wording(row: Provision) -> str:
    return " ".join(cell.text or "" for cell in row.children)
