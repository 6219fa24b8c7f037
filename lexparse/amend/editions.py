"""A unit in a new edition: its wording is replaced whole, by quoted wording or an attachment."""

from __future__ import annotations

from lexparse.amend.edit import Edit, Wording, wording_at
from lexparse.amend.job import COUNTED, Carried, Job, one_line
from lexparse.amend.naming import folded
from lexparse.amend.place import Place, RefusedError
from lexparse.amend.rows import row_anew
from lexparse.records import Provision
from lexparse.structure.markers import eid_number, marker
from lexparse.structure.outline import outline
from lexparse.text.span import trimmed

ABOVE = {"stamp", "agreement"}


def new_edition(job: Job) -> Carried:
    """Replace the unit by its new wording. Raises ``RefusedError``."""
    place = job.place()
    if job.one.source is not None:
        return _from_attachment(job, place)
    new = job.wording()
    if place.kind == "act" or not new.text.strip():
        raise RefusedError("not-understood", "a new edition without wording of its own")
    if place.kind == "row":
        return row_anew(job, place, new.text)
    if place.kind == "cell":
        return job.carried(place, Edit(*place.inner, Wording(one_line(new.text))))
    if place.kind in COUNTED or place.unit is None:
        return job.carried(place, number_kept(job, place, new))
    if place.unit.kind == "attachment":
        return job.carried(place, Edit(_below_stamps(place.unit), place.stop, new))
    if place.unit.kind in {"band", "heading", "legend"}:
        raise RefusedError("not-understood", "a part of a table or list in a new edition")
    return job.carried(place, Edit(place.start, _without_notes(place), new))


def number_kept(job: Job, place: Place, new: Wording) -> Edit:
    """A unit's number comes with the new wording of its first line, or stays before it.

    ``36-тармақтың бірінші абзацы`` is quoted with ``36.`` or without; a chapter's heading too.
    """
    printed = job.text[place.start : place.inner.start].strip()
    opening = marker(new.text, 0, len(new.text))
    same = opening and printed and eid_number(opening.num or "-") == eid_number(printed)
    if same or (printed and folded(new.text).startswith(folded(printed))):
        return Edit(place.start, place.inner.stop, new)
    return Edit(*place.inner, new)


def _without_notes(place: Place) -> int:
    """Return where the unit ends without the notes below it: they tell of what was before."""
    stops = [place.inner.stop]
    for below in place.below:
        stops += [one.stop for one in below.walk() if one.kind != "note" and not one.children]
    return max(stops)


def _from_attachment(job: Job, place: Place) -> Carried:
    """The attachment's own stamps stay; what stands below them is replaced."""
    if place.unit is None or place.unit.kind != "attachment":
        raise RefusedError("not-understood", "only a whole attachment comes from an attachment")
    document = job.effect.document
    held = (one for one in outline(document).provisions if one.eid == job.one.source)
    source = next(held, None)
    if source is None:
        raise RefusedError("not-understood", "the attachment with the new wording is not held")
    start = _below_stamps(source)
    new = wording_at(document, *trimmed(document.text, start, source.stop))
    edit = Edit(_below_stamps(place.unit), trimmed(job.text, place.start, place.stop).stop, new)
    return Carried((edit,), place.unit.eid, (start,))


def _below_stamps(unit: Provision) -> int:
    below = [one.start for one in unit.children if one.kind not in ABOVE]
    if not below:
        raise RefusedError("target-missing", "the attachment has no wording")
    return below[0]
