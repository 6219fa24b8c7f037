"""Words replaced, taken out and put in: inside the unit that is named and nowhere else."""

from __future__ import annotations

from lexparse.amend.edit import Edit, Wording
from lexparse.amend.job import COUNTED, FINAL_MARKS, Carried, Job, one_line
from lexparse.amend.naming import places_of
from lexparse.amend.place import Place, RefusedError, words_in
from lexparse.text.span import Span


def words_replaced(job: Job) -> Carried:
    """Put words in the place of others. Raises ``RefusedError``."""
    place = job.place()
    new = Wording(one_line(job.one.new or ""))
    return job.carried(place, *(Edit(*one, new) for one in _sought(job, place, job.one.old or "")))


def _sought(job: Job, place: Place, words: str) -> list[Span]:
    """Return where the words stand: once, or wherever they do if the command says so."""
    if place.kind == "act" and _in_attachments(job, words):
        raise RefusedError("ambiguous", f"«{words}» stands in an attachment too")
    found = words_in(job.text, place, words)
    if not found:
        raise RefusedError("words-missing", f"«{words}» does not stand in the unit")
    if len(found) > 1 and not job.one.everywhere:
        raise RefusedError("words-repeated", f"«{words}» stands {len(found)} times in the unit")
    return found


def _in_attachments(job: Job, words: str) -> bool:
    held = [one for one in job.version.provisions if one.kind == "attachment"]
    return bool(places_of(words, job.text, tuple(Span(one.start, one.stop) for one in held)))


def words_deleted(job: Job) -> Carried:
    """Take words out with one of the spaces around them. Raises ``RefusedError``."""
    place = job.place()
    edits = [_cut(job.text, place, one) for one in _sought(job, place, job.one.old or "")]
    gone = sum(edit.stop - edit.start for edit in edits)
    if gone >= place.stop - place.inner.start and place.kind != "cell":
        raise RefusedError("not-understood", "no word of the unit would be left")
    return job.carried(place, *edits)


def _cut(text: str, place: Place, words: Span) -> Edit:
    behind = text[words.stop : words.stop + 1]
    if text[words.start - 1 : words.start] == " " and behind in {"", " ", "\n", "\t", *FINAL_MARKS}:
        return Edit(words.start - 1, words.stop)
    first = words.start == place.inner.start
    return Edit(words.start, words.stop + 1 if first and behind == " " else words.stop)


def words_added(job: Job) -> Carried:
    """Put words in beside others, or at the end of the unit. Raises ``RefusedError``."""
    place = job.place()
    new = one_line(job.one.new or "")
    position = job.one.position
    if position and position.text is not None:
        (start, stop), *more = _sought(job, place, position.text)
        if more:
            raise RefusedError("words-repeated", f"«{position.text}» stands in the unit twice")
        if position.relation == "before":
            return job.carried(place, Edit(start, start, Wording(f"{new} ")))
        return job.carried(place, Edit(stop, stop, Wording(_spaced(new))))
    at = _end_of_words(job, place)
    return job.carried(place, Edit(at, at, Wording(_spaced(new))))


def _spaced(new: str) -> str:
    return new if new[:1] in FINAL_MARKS else f" {new}"


def _end_of_words(job: Job, place: Place) -> int:
    """Return where the unit's own words end, before its last mark."""
    items = [one for one in place.below if one.kind != "note"]
    if place.kind in {"row", "act", "text"} or (items and place.kind not in COUNTED):
        raise RefusedError("ambiguous", "where the words of a unit with items end is not said")
    at = place.inner.stop
    return at - 1 if at > place.inner.start and job.text[at - 1] in FINAL_MARKS else at
