"""Where the target of a command stands, and why one is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lexparse.amend.naming import places_of
from lexparse.records import Provision
from lexparse.text.span import Span


class RefusedError(Exception):
    """A command that cannot be carried out exactly: ``reason`` is a code, the message says why."""

    def __init__(self, reason: str, message: str) -> None:
        """Keep the code beside the message."""
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target stands: ``start, stop`` the whole unit, ``inner`` its wording.

    ``inner`` leaves out what a new wording may leave out: a number, a mark at the end of a line
    that is known by name. ``below`` are the units in it.
    """

    kind: str
    start: int
    stop: int
    inner: Span
    unit: Provision | None = None
    below: tuple[Provision, ...] = ()
    counted: int | None = None

    @property
    def span(self) -> Span:
        """The whole unit."""
        return Span(self.start, self.stop)


def words_in(text: str, place: Place, words: str) -> list[Span]:
    """Return where ``words`` stand in the unit, notes and other acts' wording left out."""
    return places_of(words, text, tuple(own_spans(place)))


def own_spans(place: Place) -> Iterator[Span]:
    """Yield the unit's characters without its notes, cell by cell in a row."""
    at = place.start
    cut = sorted(_cuts(place), key=lambda one: one.start)
    for one in cut:
        if one.start > at:
            yield Span(at, one.start)
        at = max(at, one.stop)
    if place.stop > at:
        yield Span(at, place.stop)


def _cuts(place: Place) -> Iterator[Span]:
    pending = [*place.below, *(place.unit.children if place.unit else ())]
    inside = [one for one in pending if place.start <= one.start and one.stop <= place.stop]
    for over in inside:
        for one in over.walk():
            if one.kind == "note":
                yield Span(one.start, one.stop)
