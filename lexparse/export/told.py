"""The differences of two acts in plain words, one change a line, cited as a lawyer cites."""

from __future__ import annotations

from collections.abc import Iterator

from lexparse.compare.changes import Change, Comparison, DutyChange, Place
from lexparse.export.citation import cite
from lexparse.records import NoteBy

SHOWN = 120
DUTIES = {
    "task_added": "task added",
    "task_removed": "task removed",
    "text_changed": "task reworded",
    "deadline_added": "deadline added",
    "deadline_removed": "deadline removed",
    "deadline_moved": "deadline moved",
    "deadline_kind_changed": "kind of deadline changed",
    "deadline_changed": "deadline changed",
    "deliverable_changed": "deliverable changed",
    "result_changed": "result changed",
    "reporting_changed": "reporting changed",
    "body_gained": "body gained",
    "body_lost": "body lost",
    "lead_changed": "lead changed",
    "agreement_changed": "agreement changed",
    "persons_changed": "persons changed",
}


def as_lines(compared: Comparison) -> str:
    """Return one line for each change, duties first; one sentence where nothing differs."""
    if not compared:
        return "The two acts do not differ."
    return "\n".join((*map(_duty, compared.duties), *_units(compared)))


def _units(compared: Comparison) -> Iterator[str]:
    return map(_unit, compared.changes)


def _duty(one: DutyChange) -> str:
    what = DUTIES[one.kind]
    if one.days is not None:
        what += f" by {one.days:+d} days"
    if one.before is None and one.after is None:
        value = _quoted(one.place.text)
    else:
        value = " → ".join(_short(side) if side else "-" for side in (one.before, one.after))
    return f"{_where(one.old, one.new)}: {what}: {value}{_by(one.by)}"


def _unit(one: Change) -> str:
    where = _where(one.old, one.new)
    if one.kind == "renumbered":
        last = f" to {_where(*one.through)}" if one.through else ""
        return f"{where}{last}: renumbered{_by(one.by)}"
    kind = "changed in print only" if one.printed else one.kind
    words = "; ".join(_change(word.old, word.new) for word in one.words)
    return f"{where}: {kind}: {words or _quoted(one.place.text)}{_by(one.by)}"


def _change(old: str, new: str) -> str:
    if not old.strip() and not new.strip():
        return "spaces"
    if not new:
        return f"{_quoted(old)} deleted"
    return f"{_quoted(new)} inserted" if not old else f"{_quoted(old)} → {_quoted(new)}"


def _where(old: Place | None, new: Place | None) -> str:
    places = dict.fromkeys(cite(place.eid) for place in (old, new) if place)
    return " → ".join(places)


def _by(acts: tuple[NoteBy, ...]) -> str:
    named = ", ".join(f"№ {act.number} of {act.date}" for act in acts)
    return f" (by {named})" if named else ""


def _quoted(text: str) -> str:
    return f"«{_short(text)}»"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
