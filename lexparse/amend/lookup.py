"""The unit that a command speaks of, found in the base act step by step, or a refusal.

A step by printed number is sure where one unit bears it; a step by name, where one unit has that
name. A row that is only counted is never looked up: the next edition may count otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lexparse.amend.counted import alineas, indents, sentences
from lexparse.amend.lines import (
    DIVISIONS,
    HOLDERS,
    columns,
    named_columns,
    named_lines,
    number_of,
    opened,
    rows_of,
    tables,
    unit_place,
)
from lexparse.amend.naming import names_title, same_name
from lexparse.amend.place import Place, RefusedError
from lexparse.records import Provision, Step
from lexparse.text.span import Span


def lookup(text: str, provisions: Sequence[Provision], steps: Sequence[Step]) -> Place:
    """Return the place that ``steps`` lead to. Raises ``RefusedError``."""
    body = tuple(one for one in provisions if one.kind != "attachment")
    stop = max((one.stop for one in body), default=0)
    place = Place("act", 0, stop, Span(0, stop), None, tuple(provisions))
    act = place
    for step in steps:
        find = FINDERS.get(step.kind)
        if find is None:
            raise RefusedError("not-understood", f"a unit of the kind {step.kind} is not looked up")
        found = list(find(text, place, step))
        if not found and step.kind == "carrier":
            # A document named anew is not looked for inside the attachment that came before.
            found = list(find(text, act, step))
        if not found and step.kind == "column" and step.name is not None:
            found = list(named_columns(text, act, place, step))
        place = _only(found, step)
    return place


def _only(found: Iterable[Place], step: Step) -> Place:
    places = list({(one.start, one.stop): one for one in found}.values())
    what = f"«{step.text or step.name or step.eid}»"
    if not places:
        raise RefusedError("target-missing", f"{what} does not stand where the command looks")
    if len(places) > 1:
        raise RefusedError("ambiguous", f"{what} may be any of {len(places)} units")
    return places[0]


# Attachments and what they are called


def _attachments(_: str, over: Place, step: Step) -> Iterator[Place]:
    """By number, by name, or the only one; rules that an act approved are its attachment."""
    held = [one for one in over.below if one.kind == "attachment"]
    if step.num is not None:
        held = [one for one in held if (one.num or "1") == step.num]
    if step.name is not None:
        held = _called(held, step.name)
    elif step.num is None and len(held) > 1:
        raise RefusedError("ambiguous", "which of the attachments is meant is not said")
    yield from map(unit_place, held)


def _called(held: list[Provision], name: str) -> list[Provision]:
    exact = [one for one in held if same_name(one.heading or "", name)]
    return exact or [one for one in held if names_title(name, one.heading or "")]


def _carriers(text: str, over: Place, step: Step) -> Iterator[Place]:
    """A document or list known by its name: an attachment, or a heading with what is below it."""
    found = list(_attachments(text, over, step)) if over.kind == "act" else []
    if found:
        yield from found
    elif over.unit and names_title(step.name or "", over.unit.heading or ""):
        yield over
    else:
        yield from _named_divisions(text, over, step)


# Heads


def _titles(_: str, over: Place, step: Step) -> Iterator[Place]:
    if over.unit and over.unit.kind in DIVISIONS | {"article"}:
        unit = over.unit
        yield Place(step.kind, unit.start, unit.text_stop, Span(unit.text_start, unit.text_stop))
        return
    yield from _run_of(over.below, "title", step)


def _preambles(_: str, over: Place, step: Step) -> Iterator[Place]:
    yield from _run_of(over.below, "preamble", step)


def _run_of(below: Sequence[Provision], kind: str, step: Step) -> Iterator[Place]:
    """Yield each unbroken run of lines of one kind: a title of two lines is one title."""
    at = 0
    while at < len(below):
        stop = at
        while stop < len(below) and below[stop].kind == kind:
            stop += 1
        if stop > at:
            span = Span(below[at].start, below[stop - 1].stop)
            yield Place(step.kind, *span, span, below[at])
        at = max(stop, at + 1)


def _wholes(_: str, over: Place, __: Step) -> Iterator[Place]:
    yield over


# Divisions


def _divisions(text: str, over: Place, step: Step) -> Iterator[Place]:
    kind = "part" if step.kind == "subpart" else step.kind
    found = [one for one in opened(over.below) if one.kind == kind]
    if step.num is not None:
        found = [one for one in found if number_of(one.num) == step.num]
        if step.name is not None:
            found = [one for one in found if same_name(one.heading or "", step.name)]
        if found or step.name is None:
            yield from map(unit_place, found)
            return
    if step.name is not None:
        yield from _named_divisions(text, over, step)
    elif step.num is None:
        yield from map(unit_place, found)


def _named_divisions(text: str, over: Place, step: Step) -> Iterator[Place]:
    """A division by its heading; a band of a table or a heading, with what follows to the next."""
    name = step.name or ""
    for siblings in _levels(over.below):
        for at, one in enumerate(siblings):
            if one.kind in DIVISIONS and same_name(one.heading or "", name):
                yield unit_place(one)
            elif one.kind in {"band", "heading"} and same_name(_words(text, one), name):
                below = _following(siblings, at)
                stop = below[-1].stop if below else one.stop
                inner = Span(one.start, one.stop)
                yield Place(step.kind, one.start, stop, inner, one, tuple(below))


def _words(text: str, unit: Provision) -> str:
    return " ".join(text[unit.start : unit.text_stop].split()) or text[unit.start : unit.stop]


def _following(siblings: Sequence[Provision], at: int) -> list[Provision]:
    found = []
    for one in siblings[at + 1 :]:
        if one.kind == siblings[at].kind:
            break
        found.append(one)
    return found


def _levels(below: Sequence[Provision]) -> Iterator[Sequence[Provision]]:
    """Yield each list of siblings in which a division may stand."""
    yield below
    for one in below:
        if one.kind in HOLDERS:
            yield from _levels(one.children)


def _legends(_: str, over: Place, step: Step) -> Iterator[Place]:
    """The legend with the heading above it; an attachment has one."""
    siblings = list(over.below)
    for at, one in enumerate(siblings):
        if one.kind == "legend":
            yield Place(step.kind, one.start, one.stop, Span(one.start, one.stop), one, (one,))
        elif one.kind == "attachment" and over.kind == "act":
            yield from _legends("", unit_place(one), step)
        elif one.kind == "heading" and step.name and same_name(one.text or "", step.name):
            below = _following(siblings, at)
            if below and not any(unit.kind == "legend" for unit in below):
                span = Span(below[0].start, below[-1].stop)
                yield Place(step.kind, *span, span, one, tuple(below))


# Numbered units


def _articles(_: str, over: Place, step: Step) -> Iterator[Place]:
    yield from (unit_place(one) for one in opened(over.below) if _bears(one, step))


def _bears(unit: Provision, step: Step) -> bool:
    return unit.kind == step.kind and number_of(unit.num) == step.num


def _subparagraphs(text: str, over: Place, step: Step) -> Iterator[Place]:
    if over.kind == "cell":
        yield from _in_cell(text, over, step)
        return
    yield from (unit_place(one) for one in _items(over) if _bears(one, step))


def _items(over: Place) -> Iterator[Provision]:
    """Yield the units below a paragraph that are counted in it, those of its lists among them."""
    pending = [one for one in over.below if over.start <= one.start < over.stop]
    while pending:
        one = pending.pop(0)
        yield one
        if one.kind in {"alinea", "indent", *HOLDERS}:
            pending = [*one.children, *pending]


def _in_cell(text: str, over: Place, step: Step) -> Iterator[Place]:
    """``5-бағанындағы 1) тармақша``: items stand one behind the other in a cell."""
    opening = f"{step.num})"
    starts = [
        at
        for at in _occurrences(text, opening, over.inner)
        if at == over.start or text[:at].rstrip()[-1:] in {";", ".", ",", ":"}
    ]
    for at in starts:
        stop = over.stop
        for later in range(at + len(opening), over.stop):
            number = text[later : later + 6].split(")", maxsplit=1)[0]
            if text[later - 2 : later] in {"; ", ". ", ", "} and number.isdigit():
                stop = later - 1
                break
        yield Place(step.kind, at, stop, Span(at, stop))


def _occurrences(text: str, words: str, span: Span) -> list[int]:
    found, at = [], text.find(words, *span)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1, span.stop)
    return found


# Counted units


def _indents(text: str, over: Place, step: Step) -> Iterator[Place]:
    unit = _counted_in(over)
    lines = indents(unit)
    if step.name is not None:
        yield from named_lines(text, unit.children, step)
        return
    yield from _nth(step, lines, unit)


def _alineas(_: str, over: Place, step: Step) -> Iterator[Place]:
    unit = _counted_in(over)
    for place in _nth(step, alineas(unit), unit):
        below = tuple(one for one in unit.children if place.start <= one.start < place.stop)
        yield Place(step.kind, *place.span, place.inner, unit, below, place.counted)


def _sentences(text: str, over: Place, step: Step) -> Iterator[Place]:
    unit = over.unit
    yield from _nth(step, sentences(text, over.inner), unit, own=False)


def _counted_in(over: Place) -> Provision:
    if over.unit is None:
        raise RefusedError("not-understood", "in which unit to count is not said")
    return over.unit


def _nth(
    step: Step, spans: list[Span], unit: Provision | None, own: bool = True
) -> Iterator[Place]:
    at = int(step.num) - 1 if step.num and step.num.isdigit() else -1
    if 0 <= at < len(spans):
        span = spans[at]
        start = unit.start if own and unit and at == 0 else span.start
        yield Place(step.kind, start, span.stop, span, unit, (), at + 1)


FINDERS: dict[str, Callable[[str, Place, Step], Iterator[Place]]] = {
    "attachment": _attachments,
    "carrier": _carriers,
    "title": _titles,
    "preamble": _preambles,
    "text": _wholes,
    "part": _divisions,
    "subpart": _divisions,
    "chapter": _divisions,
    "section": _divisions,
    "legend": _legends,
    "article": _articles,
    "paragraph": _articles,
    "subparagraph": _subparagraphs,
    "indent": _indents,
    "alinea": _alineas,
    "sentence": _sentences,
    "table": tables,
    "row": rows_of,
    "column": columns,
}
