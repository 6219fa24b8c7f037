"""What the base act's own notes say of an amending act: that its change is in the text already."""

from __future__ import annotations

from lexparse.amend.carry import carry
from lexparse.amend.edit import Edit
from lexparse.amend.effect import Effect, Outcome
from lexparse.amend.job import Job
from lexparse.amend.naming import folded
from lexparse.amend.place import RefusedError
from lexparse.amend.version import Version
from lexparse.records import Note

GONE = {"unit_deleted", "unit_repealed", "member_removed", "words_deleted"}
MISSING = {"target-missing", "words-missing"}


def already(base: Version, effect: Effect) -> Outcome | None:
    """Return the outcome of an effect that a note of the base names as made, ``None`` if none does.

    Where the text does not show what the command asks for (a later act may have changed it
    again, or the note runs ahead of force), the effect is disputed and nothing is changed.
    """
    note = next((one for one in base.parse.notes if _names(one, effect)), None)
    if note is None:
        return None
    if _shows(base, effect, note):
        return Outcome(
            effect, "applied", "already", "the text holds it; its note says so", note.eid
        )
    message = "a note says that it was made, and the text does not show it"
    return Outcome(effect, "unresolved", "disputed", message, note.eid)


def _names(note: Note, effect: Effect) -> bool:
    path = note.target.path if note.target else ()
    target = effect.modification.target
    mine = (target.path if target else ()) + effect.modification.units[:1]
    act = (effect.act.date, effect.act.number)
    return path == mine[: len(path)] and any((by.date, by.number) == act for by in note.by)


def _shows(base: Version, effect: Effect, note: Note) -> bool:
    """Tell whether the text is as it would be after the command."""
    one = effect.modification
    try:
        found = carry(Job(base, effect))
    except RefusedError as refused:
        gone = one.operation in GONE and refused.reason in MISSING
        return gone or refused.reason == "unit-exists" or _stands(base, effect)
    text = base.document.text
    if one.operation in GONE and note.eid == found.eid:
        return True  # the note stands in the unit's place
    return all(_is_made(text, edit) for edit in found.edits)


def _is_made(text: str, edit: Edit) -> bool:
    """Tell whether the new words stand where the edit would put them."""
    stop = edit.stop if edit.stop > edit.start else edit.start + len(edit.new.text)
    return text[edit.start : stop] == edit.new.text


def _stands(base: Version, effect: Effect) -> bool:
    """Tell whether the new wording stands where the old one is missing."""
    one = effect.modification
    if one.operation not in {"words_replaced", "words_added", "new_edition"} or not one.new:
        return False
    steps = one.target.steps if one.target else ()
    if one.operation == "new_edition":
        steps = steps[:-1]
    try:
        place = Job(base, effect).place(steps)
    except RefusedError:
        return False
    return folded(one.new) in folded(base.document.text[place.start : place.stop])
