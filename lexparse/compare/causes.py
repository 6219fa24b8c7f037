"""What asked for a change: the command that names the unit, and the acts that its notes name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from lexparse.compare.changes import Change, DutyChange
from lexparse.records import Modification, Note, NoteBy, Parse

# Who signed, printed and registered an act; the note of the unit around them is not about them.
UNCOMMANDED = {"signature", "proofreaders", "requisite", "publication"}
Changed = TypeVar("Changed", Change, DutyChange)


@dataclass(frozen=True, slots=True)
class Causes:
    """Commands and newly noted acts by the eId of the unit that they name."""

    commands: dict[str, Modification]
    noted: dict[str, tuple[NoteBy, ...]]

    @classmethod
    def of(cls, old: Parse, new: Parse, commands: Iterable[Modification]) -> Causes:
        """Return the causes that ``commands`` and the notes of ``new`` alone name."""
        named = {"__".join(one.target.path): one for one in commands if one.target}
        return cls(named, _noted(old.notes, new.notes))

    def named(self, one: Changed) -> Changed:
        """Return ``one`` with the causes that name its unit, or else the nearest around it.

        What was only printed anew has no cause, nor has what no command speaks of.
        """
        if not (self.commands or self.noted) or one.place.kind in UNCOMMANDED:
            return one
        if isinstance(one, Change) and one.printed:
            return one
        eids = [place.eid or "" for place in (one.new, one.old) if place]
        cause = next((self.commands[eid] for eid in _outward(eids) if eid in self.commands), None)
        by = next((self.noted[eid] for eid in _outward(eids) if eid in self.noted), ())
        return replace(one, cause=cause, by=by) if cause or by else one


def _noted(old: Iterable[Note], new: Iterable[Note]) -> dict[str, tuple[NoteBy, ...]]:
    """Return the newly named acts by unit; none for a unit whose notes are all old.

    Such a unit is not given the acts that a note on the whole act names: its own note says that
    others changed it.
    """
    before = {(_target(note), _act(by)) for note in old for by in note.by}
    noted: dict[str, tuple[NoteBy, ...]] = {}
    for note in new:
        fresh = tuple(by for by in note.by if (_target(note), _act(by)) not in before)
        for eid in {_target(note), note.eid or ""}:
            noted[eid] = (*noted.get(eid, ()), *fresh)
    return noted


def _target(note: Note) -> str:
    return "__".join(note.target.path) if note.target else ""


def _act(by: NoteBy) -> tuple[str | None, str | None]:
    return by.date, by.number


def _outward(eids: Iterable[str]) -> Iterable[str]:
    """Yield each eId and those around it, the whole act last."""
    for eid in eids:
        steps = eid.split("__")
        yield from ("__".join(steps[:size]) for size in range(len(steps), 0, -1))
    yield ""
