"""Units taken out, renamed and renumbered; members of a composition that come and go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexparse.amend.edit import Edit, Wording
from lexparse.amend.editions import number_kept
from lexparse.amend.job import Carried, Job, around, numbered, one_line
from lexparse.amend.naming import folded
from lexparse.amend.place import Place, RefusedError
from lexparse.records import Provision, Step
from lexparse.structure.markers import eid_number
from lexparse.text.document import CELL_BREAK

KEPT = {"act", "cell", "title", "preamble", "text", "legend", "table"}


def unit_deleted(job: Job) -> Carried:
    """Take a unit out with its number, its lines and what is below it. Raises ``RefusedError``."""
    place = job.place()
    text = job.text
    if place.kind in KEPT:
        raise RefusedError("not-understood", f"a {place.kind} taken out whole")
    inside = text[place.start - 1 : place.start] not in {"", "\n"} or place.kind == "sentence"
    if inside:
        return job.carried(place, _within_line(text, place))
    if place.counted == 1:
        raise RefusedError("not-understood", "the first line bears the number of its unit")
    end = text.find("\n", place.stop)
    return job.carried(place, Edit(place.start, len(text) if end < 0 else end + 1))


def _within_line(text: str, place: Place) -> Edit:
    """Take out a sentence or an item of a cell with the space that parts it from the next."""
    start, stop = place.start, place.stop
    if text[stop : stop + 1] == " ":
        return Edit(start, stop + 1)
    if text[start - 1 : start] != " ":
        raise RefusedError("not-understood", "no word of the unit would be left")
    return Edit(start - 1, stop)


def renamed(job: Job) -> Carried:
    """Give a title or heading its new wording, the number before it kept."""
    place = job.place()
    if place.kind != "title":
        place = job.place((*job.steps, Step(kind="title", text="тақырыбы")))
    new = Wording(one_line(job.one.new or ""))
    return job.carried(place, number_kept(job, place, new))


def renumbered(job: Job) -> Carried:
    """Change the printed number of a unit, nothing else."""
    place = job.place()
    unit = place.unit
    if unit is None or not unit.num or not job.one.units:
        raise RefusedError("not-understood", "a unit without a number")
    number = job.one.units[0].rpartition("_")[2]
    siblings = numbered(around(job.version.provisions, unit).below, unit.kind)
    taken = [one for one in siblings if eid_number(one.num or "") == number]
    if any(one.eid not in job.leaving for one in taken):
        raise RefusedError("unit-exists", f"a unit with the number {number} stands there")
    printed = unit.num.rstrip(").")
    behind = unit.children[0].stop if unit.kind == "row" and unit.children else unit.text_start
    at = job.text.find(printed, unit.start, behind)
    if at < 0:
        raise RefusedError("not-understood", "the number is not printed before the unit")
    return job.carried(place, Edit(at, at + len(printed), Wording(number)))


def member_removed(job: Job) -> Carried:
    """Take out the line that begins with the member's name."""
    place = job.place()
    found = [one for one in _lines(place) if _begins(job.text, one, job.one.old or "")]
    if len(found) != 1:
        reason = "ambiguous" if found else "target-missing"
        raise RefusedError(reason, f"{len(found)} lines begin with «{job.one.old}»")
    end = job.text.find("\n", found[0].stop)
    stop = len(job.text) if end < 0 else end + 1
    return Carried((Edit(found[0].start, stop),), found[0].eid, (None,))


def member_added(job: Job) -> Carried:
    """Put new members behind the last line of the composition."""
    place = job.place()
    lines = list(_lines(place))
    new = (job.one.new or "").strip()
    if not lines or not new or CELL_BREAK in job.text[lines[-1].start : lines[-1].stop]:
        raise RefusedError("not-understood", "the composition is no list of lines")
    end = job.text.find("\n", lines[-1].stop)
    at = len(job.text) if end < 0 else end
    return Carried(
        (Edit(at, at, Wording(f"\n{new}")),),
        place.unit.eid if place.unit else None,
        (job.one.new_start,),
    )


INITIALED = re.compile(
    r"(?:(?P<first>(?:\w\.\s?){1,2})(?P<name>\w{3,})|(?P<last>\w{3,})\s+(?P<behind>(?:\w\.\s?){1,2}))\Z"
)


def _begins(text: str, line: Provision, name: str) -> bool:
    """Tell whether a line begins with a name, given in full or with initials."""
    initialed = INITIALED.match(name.strip())
    return any(
        _is_initialed(text[start : line.stop], initialed)
        if initialed
        else folded(text[start : line.stop]).startswith(folded(name) or " ")
        for start in (line.start, line.text_start)
    )


def _is_initialed(words: str, name: re.Match[str]) -> bool:
    """``Е.С. Қуанышбеков`` is ``Қуанышбеков Ерболат Сапарұлы``."""
    surname = name["name"] or name["last"]
    initials = re.findall(r"\w", name["first"] or name["behind"])
    printed = re.findall(r"[\w-]+", words)[: len(initials) + 1]
    return printed == [surname, *printed[1:]] and all(
        word.startswith(letter) for word, letter in zip(printed[1:], initials, strict=False)
    )


def _lines(place: Place) -> Iterator[Provision]:
    """Yield the lines of a list, its title and notes left out."""
    for over in place.below:
        for one in over.walk():
            if one.kind in {"alinea", "indent", "paragraph", "subparagraph", "row"}:
                yield one
