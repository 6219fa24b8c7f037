"""A version of an act: its text and structure, and which act put which of its characters there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lexparse.amend.edit import Edit, splice
from lexparse.extraction import extract
from lexparse.grammar.header import Given
from lexparse.records import Act, Parse, Provision, Reference
from lexparse.structure.outline import outline
from lexparse.text.document import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters ``text[start:stop]`` of a version that the act ``by`` put there.

    ``at`` is where they stand in that act's text, ``None`` where they were put together.
    """

    start: int
    stop: int
    by: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Suspension:
    """A unit (or, with ``eid`` null, the act) that has no effect from ``since`` to ``until``.

    Dates are ISO; ``until`` is the first day after, null while no end is known. ``extent`` narrows
    it to some persons or matters.
    """

    eid: str | None
    since: str | None
    until: str | None
    by: str
    extent: str | None = None

    def covers(self, day: str) -> bool:
        """Tell whether the suspension holds on ``day``."""
        return (self.since or "") <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Version:
    """One wording of an act. ``given`` is the identity that its text does not state.

    ``undo`` holds the edits that take the last change back, then the one before, and so on.
    """

    document: Document
    provisions: tuple[Provision, ...]
    given: Given | None = None
    passages: tuple[Passage, ...] = ()
    undo: tuple[tuple[Edit, ...], ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    repealed_by: Reference | None = None
    repealed_from: str | None = None
    known: Parse | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, document: Document, given: Given | None = None) -> Version:
        """Return the version that ``document`` witnesses."""
        return cls(document, outline(document).provisions, given)

    @cached_property
    def parse(self) -> Parse:
        """The records of this wording."""
        if self.known is not None:
            return self.known
        found = extract(outline(self.document), self.given)
        if self.repealed_by is None:
            return found
        act = replace(found.act, status="repealed", repealed_by=self.repealed_by)
        return replace(found, act=act)

    @property
    def text(self) -> str:
        r"""The whole wording, table rows with their cells parted by ``\t|\t``."""
        return self.document.text

    def ended(self, act: Act, since: str | None) -> Version:
        """Return the version as repealed by ``act`` from ``since`` on; its wording stays."""
        by = Reference(
            id=act.id, kind=act.kind, issuer=act.issuer, date=act.date, number=act.number
        )
        return replace(self, repealed_by=by, repealed_from=since, known=None)

    def edited(self, edits: Sequence[Edit], by: str, at: Sequence[int | None]) -> Version:
        """Return the version after ``edits`` of the act ``by``.

        ``at`` tells for each edit where its wording stands in that act.
        """
        document, back = splice(self.document, edits)
        passages = [*_kept(self.passages, edits)]
        passages += [
            Passage(one.start, one.stop, by, place)
            for one, place in zip(back, at, strict=True)
            if one.stop > one.start
        ]
        passages.sort(key=lambda one: (one.start, one.stop))
        return replace(
            self,
            document=document,
            provisions=outline(document).provisions,
            passages=tuple(passages),
            undo=(back, *self.undo),
            known=None,
        )

    def reverted(self) -> Version:
        """Return the version without the changes that were made to its wording."""
        document = self.document
        for edits in self.undo:
            document, _ = splice(document, edits)
        return Version.of(document, self.given)


def _kept(passages: Sequence[Passage], edits: Sequence[Edit]) -> Iterator[Passage]:
    """Yield what ``edits`` leave of ``passages``, moved to where it stands after them."""
    for one in passages:
        start, by = one.start, 0
        for edit in edits:
            if edit.stop <= start and (edit.start < start or edit.stop < one.stop):
                by += edit.growth
                continue
            if edit.start >= one.stop:
                break
            if edit.start > start:
                yield _part(one, start, edit.start, by)
            start = max(start, edit.stop)
            by += edit.growth
        if start < one.stop:
            yield _part(one, start, one.stop, by)


def _part(one: Passage, start: int, stop: int, by: int) -> Passage:
    at = None if one.at is None else one.at + start - one.start
    return Passage(start + by, stop + by, one.by, at)
