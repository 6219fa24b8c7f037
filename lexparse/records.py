"""The records that lexparse gives: plain frozen values, each with the evidence it rests on.

Field names are those of ``record-schema.json``. Offsets ``start``, ``stop`` are half-open and
count characters of ``Document.text``; ``rule`` is the readable name of the rule that read the
value; ``eid`` the provision it stands in (Akoma Ntoso). Dates are ISO 8601 strings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Settled = Literal["exact", "legend", "inflected", "spelling", "suspected", "unresolved"]
Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has besides its meaning: where it was read and by which rule."""

    start: int = 0
    stop: int = 0
    rule: str | None = None
    eid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """Something that was not understood, repaired, or needs a person's eye."""

    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """A unit of the act; ``text`` is its own wording without that of its children.

    ``text_start``, ``text_stop`` are the span of ``text``; ``start``, ``stop`` that of the
    whole unit with its number, heading and children. A ``form`` is a blank to be filled in:
    nothing in it is a task.
    """

    eid: str
    kind: str
    num: str | None = None
    heading: str | None = None
    text: str | None = None
    text_start: int = 0
    text_stop: int = 0
    form: bool = False
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield this unit and every unit below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Force(Record):
    """When something takes effect: a rule, and its resolution where that is known.

    ``kind`` as in ``Deadline`` (``date`` or ``relative``); ``not_before`` and ``date`` are ISO
    dates; ``state`` is ``pending`` while the rule hangs on a date that the text does not give.
    """

    text: str | None = None
    kind: str | None = None
    amount: int | None = None
    unit: str | None = None
    anchor: str | None = None
    bound: str | None = None
    not_before: str | None = None
    date: str | None = None
    state: Literal["resolved", "pending", "inactive", "unknown"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Record):
    """By when: a date, a period, a recurrence (RFC 5545 ``rrule``) or a count from an anchor.

    ``due`` is the day itself or the last day of the period; ``amount`` counts ``unit``s from
    ``anchor`` (an ``event`` is quoted in ``anchor_text``).
    """

    text: str
    kind: Literal[
        "date", "month", "quarter", "half_year", "year", "recurring", "relative", "continuous"
    ]
    due: str | None = None
    bound: Literal["on", "by", "within", "after"] | None = None
    rrule: str | None = None
    amount: int | None = None
    unit: Literal["calendar_day", "working_day", "week", "month", "year", "hour"] | None = None
    anchor: (
        Literal["signing", "publication", "registration", "receipt", "force", "event"] | None
    ) = None
    anchor_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One deadline of a task with what is due by it."""

    deadline: Deadline | None
    deliverable: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A body that a printed name may mean, for a person to choose."""

    name: str | None
    why: str | None
    organ: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible(Record):
    """Who must act: ``text`` as printed, ``name`` canonical, ``organ`` the registry's id.

    ``suspected`` and ``unresolved`` go to review and keep ``organ`` null until a person agrees.
    """

    text: str
    kind: Literal["organ", "group", "akimat", "post", "person"]
    organ: str | None = None
    name: str | None = None
    lead: bool = False
    by_agreement: bool = False
    persons: tuple[str, ...] = ()
    settled: Settled = "unresolved"
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Record):
    """Who must do what by when."""

    num: str | None
    kind: Literal["plan_row", "instruction", "control", "duty"]
    text: str
    result: str | None = None
    reporting: str | None = None
    milestones: tuple[Milestone, ...] = ()
    responsible: tuple[Responsible, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry(Record):
    """A line of the act's own legend of abbreviations."""

    abbreviation: str
    name: str
    organ: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Record):
    """A term and its meaning; a short name (``бұдан әрі - X``) is an ``alias``."""

    term: str
    meaning: str | None
    kind: Literal["definition", "alias"]
    scope: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Record):
    """Another act that is cited, or one of its provisions."""

    text: str | None = None
    id: str | None = None
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    title: str | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a target: a unit's kind, and the number, ordinal or name it is printed by.

    ``eid`` is its part of an eId where it has one (``para_4``; a row known by name has none);
    ``text[start:stop]`` the printed words.
    """

    kind: str
    num: str | None = None
    name: str | None = None
    eid: str | None = None
    text: str | None = None
    strength: Literal["strong", "medium", "weak"] | None = None
    start: int = 0
    stop: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The unit that a modification or a note speaks of, as steps of an eId.

    ``path`` holds the steps that have an eId; ``steps`` all of them, outermost first, with what
    was printed. The last of ``steps`` is the unit meant: by name where it has no eId.
    """

    path: tuple[str, ...] = ()
    text: str | None = None
    carrier: str | None = None
    strength: Literal["strong", "medium", "weak"] | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where new wording goes: beside ``path``, at the end, or where its number belongs.

    ``text`` is the quoted name or words that it goes after or before.
    """

    relation: Literal["after", "before", "end", "number"]
    path: tuple[str, ...] = ()
    text: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Modification(Record):
    """A command that changes another act (Akoma Ntoso's kinds).

    ``operation`` is finer than ``action`` (``words_replaced``); ``kind`` is the kind of unit that
    is changed or that an insertion brings; ``family`` joins the two, and what is applied unasked
    is decided family by family. ``old`` and ``new`` are
    wordings without their quotation marks, read from ``old_start``…``new_stop``; ``source`` is
    the attachment of the amending act that holds the new wording. ``units`` are the eIds that an
    insertion brings or a renumbering gives. ``since`` and ``until`` bound a suspension,
    ``extent`` narrows it. ``reason`` says why a command was not understood. ``context`` holds the
    spans of the lines above that named the act, its rules or the unit.
    """

    action: str
    act: Reference | None = None
    target: Target | None = None
    old: str | None = None
    new: str | None = None
    force: Force | None = None
    state: str = "unresolved"
    operation: str | None = None
    kind: str | None = None
    family: str | None = None
    position: Position | None = None
    units: tuple[str, ...] = ()
    source: str | None = None
    everywhere: bool = False
    extent: str | None = None
    since: str | None = None
    until: str | None = None
    reason: str | None = None
    context: tuple[tuple[int, int], ...] = ()
    old_start: int = 0
    old_stop: int = 0
    new_start: int = 0
    new_stop: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBy:
    """One act that an editorial note names, with its effect where the note gives it."""

    issuer: str | None
    date: str | None
    number: str | None
    force: Force | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """An editorial note: which unit was changed how, by which acts.

    ``readings`` holds both dates where a printed date can be read two ways.
    """

    target: Target | None
    event: str | None
    by: tuple[NoteBy, ...] = ()
    readings: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """State registration of a normative act by the Ministry of Justice."""

    number: str
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The act itself: identity, status and force.

    ``joint`` holds the other issuers of a joint act with the dates and numbers they gave it.
    """

    id: str | None = None
    adilet_id: str | None = None
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    title: str | None = None
    language: str | None = None
    status: Literal["in_force", "repealed", "unknown"] = "unknown"
    repealed_by: Reference | None = None
    registration: Registration | None = None
    joint: tuple[Reference, ...] = ()
    signed_by: str | tuple[str, ...] | None = None
    force: Force | None = None
    coverage: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """All that one document says: what ``lexparse parse --format json`` prints."""

    act: Act
    provisions: tuple[Provision, ...] = ()
    tasks: tuple[Task, ...] = ()
    organs: tuple[LegendEntry, ...] = ()
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    modifications: tuple[Modification, ...] = ()
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
