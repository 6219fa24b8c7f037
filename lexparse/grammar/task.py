"""Tasks in running text: instructions with their lists, control clauses, standing duties.

Literal forms: ``X … қамтамасыз етсін.``; ``X: 1) …ды; 2) …ды қамтамасыз етсін`` (the shared
predicate stands only at the end of the last item); ``X-ке … ұсынылсын``; ``орындалуын бақылау
X-ке жүктелсін``; ``Уәкілетті орган жыл сайын … жібереді``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lexparse.grammar import deadline as deadlines
from lexparse.grammar.predicate import PREDICATE, Predicate, closing_predicate, sentences
from lexparse.grammar.rule import Grammar
from lexparse.grammar.subject import find_partners, find_subjects
from lexparse.organs.resolver import Resolver
from lexparse.records import Deadline, Milestone, Provision, Responsible, Task
from lexparse.structure.walk import ITEM_KINDS, last_words, lead_ins
from lexparse.text.span import Span

# The rules of the predicates that make a task, and that of plan rows.
TASK = Grammar(
    "task",
    Task,
    tuple(
        rule
        for rule in PREDICATE.rules
        if rule.name
        in {
            "someone shall act",
            "something is laid on someone",
            "control of execution is laid on someone",
            "work is ordered of nobody by name",
            "someone does",
            "someone must",
            "something is done",
        }
    ),
)
ORDERS = {"order", "assignment", "passive_order"}
DUTIES = {"present", "passive_present", "necessity"}
# A unit under one of these is the amending act's command, not work for anybody.
COMMANDS = {"amendment", "repeal"}


# A note that stands where the unit stood: `2) алып тасталды - ҚР Үкіметінің …`.
GONE = re.compile(
    r"\W*(?:алып|алынып)\s+тасталды|\W*күші(?:н)?\s+жой(?:ыл)?ды|\W*алынып тасталған", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one unit says: the span that a predicate accounts for and the task, if it is one."""

    start: int
    stop: int
    kind: str
    rule: str
    eid: str
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a lead-in hands down to its items.

    ``year`` and ``since`` (ISO) are the act's own: no deadline of it falls before its date.
    ``listing`` says that the attachment is a list by its title: entries need no predicate.
    """

    resolver: Resolver
    year: int | None
    duties: bool
    issuer: str | None = None
    since: str | None = None
    listing: bool = False
    responsible: tuple[Responsible, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    predicate: Predicate | None = None


def read_unit(text: str, unit: Provision, scope: Scope) -> Iterator[Statement]:
    """Yield what ``unit`` and the units below it say, in document order."""
    if command := _command(text, unit):
        yield Statement(unit.start, unit.stop, command.kind, command.rule, unit.eid)
        return
    said = scope
    for lead, items in lead_ins(unit):
        if items:
            found = _read_list(text, lead, items, scope)
        else:
            own = said if lead.kind == "alinea" else scope
            found = _read_sentences(text, lead, lead.text_start, lead.text_stop, own)
        for statement in found:
            # `8. Әкім … шешсін.` and a block below it: `… жұмысты күшейтсін`, of the same akim.
            if statement.task and statement.task.responsible and not items:
                said = replace(said, responsible=statement.task.responsible)
            yield statement


def _command(text: str, unit: Provision) -> Predicate | None:
    """Return the predicate that makes the whole unit a command to amend or repeal.

    The lead-in says so (``мынадай өзгеріс енгізілсін:``), or it only names the place
    (``№ 310 қаулысында:``) and a command follows below it.
    """
    own = closing_predicate(text, unit.text_start, unit.text_stop)
    if own and own.kind in COMMANDS:
        return own
    leads = text[unit.text_start : unit.text_stop].rstrip().endswith((":", ";"))
    if own or not leads:
        return None
    below = (c for c in unit.children if c.kind in ITEM_KINDS)
    return next((found for child in below if (found := _command(text, child))), None)


def _read_list(
    text: str, unit: Provision, items: list[Provision], scope: Scope
) -> Iterator[Statement]:
    heads = sentences(text, unit.text_start, unit.text_stop)
    for start, stop in heads[:-1]:
        yield from _read_sentence(text, unit, start, stop, scope)
    start, stop = heads[-1]
    own = closing_predicate(text, start, stop)
    shared = closing_predicate(text, *last_words(items[-1])) or scope.predicate
    if own and own.kind in {"performed", "force", "statement", "permission"}:
        yield Statement(unit.start, items[-1].stop, own.kind, own.rule, unit.eid)
        return
    predicate = own or shared
    inner = replace(
        scope,
        predicate=predicate,
        responsible=_lead_subjects(text, start, stop, scope, predicate),
        deadlines=_deadlines(text, start, stop, scope) or scope.deadlines,
    )
    if predicate and predicate.kind in DUTIES:
        yield from _read_duty(text, unit, start, items[-1].stop, inner, predicate)
        return
    kind, rule = (
        (predicate.kind, predicate.rule) if predicate else ("list", "a list under a lead-in")
    )
    yield Statement(unit.start, stop, kind, rule, unit.eid)
    for item in items:
        yield from _read_item(text, item, inner)


def _lead_subjects(
    text: str, start: int, stop: int, scope: Scope, predicate: Predicate | None
) -> tuple[Responsible, ...]:
    """Return whom a lead-in names: its case tells, whatever predicate closes the last item."""
    found = _subjects(text, start, stop, scope, predicate)
    if not found and predicate and predicate.kind in ORDERS:
        found = tuple(find_subjects(text, start, stop, scope.resolver, predicate="order"))
    return found or scope.responsible


def _read_item(text: str, item: Provision, scope: Scope) -> Iterator[Statement]:
    """An item is one task, its nested list included; its own predicate goes before the shared."""
    if GONE.match(text, item.text_start, item.stop):
        yield Statement(item.start, item.stop, "note", "a note in place of a unit", item.eid)
        return
    own = closing_predicate(text, *last_words(item)) or closing_predicate(
        text, item.text_start, item.text_stop
    )
    predicate = own or scope.predicate
    if predicate is None:
        yield Statement(item.start, item.stop, "list", "an item of a list", item.eid)
        return
    if predicate.kind not in ORDERS | {"control"}:
        yield Statement(item.start, item.stop, predicate.kind, predicate.rule, item.eid)
        return
    who = _own_subjects(text, item, scope, own)
    if not who:
        # `1) … комитетімен бірлесіп, …`: the item adds to those whom its lead-in names.
        partners = find_partners(text, item.text_start, item.stop, scope.resolver)
        who = (*scope.responsible, *partners)
    inner = replace(scope, responsible=who)
    yield _statement(text, item, item.text_start, item.stop, inner, predicate)


def _own_subjects(
    text: str, item: Provision, scope: Scope, own: Predicate | None
) -> tuple[Responsible, ...]:
    """Only an item with a predicate of its own can have a subject of its own."""
    if own is None or own.kind not in ORDERS:
        return ()
    return _subjects(text, item.text_start, item.text_stop, scope, own)


def _read_sentences(
    text: str, unit: Provision, start: int, stop: int, scope: Scope
) -> Iterator[Statement]:
    said = scope
    told = False
    for first, behind in sentences(text, start, stop):
        for read in _read_sentence(text, unit, first, behind, said):
            statement = read
            if read.task and told:
                # The number is that of the unit's first task; the second shares its eId.
                statement = replace(read, task=replace(read.task, num=None))
            told = told or statement.task is not None
            # `… дайындасын. Белгіленген тәртіппен … бекітсін.`: the subject is not said again.
            if statement.task and statement.task.responsible and not said.responsible:
                # Those with whom the subject acts (`X-пен бірлесіп`) act in this sentence only.
                together = {one.start for one in find_partners(text, first, behind, scope.resolver)}
                subject = (w for w in statement.task.responsible if w.start not in together)
                said = replace(said, responsible=tuple(subject))
            yield statement


def _read_sentence(
    text: str, unit: Provision, start: int, stop: int, scope: Scope
) -> Iterator[Statement]:
    if GONE.match(text, start, stop):
        yield Statement(unit.start, stop, "note", "a note in place of a unit", unit.eid)
        return
    predicate = closing_predicate(text, start, stop) or scope.predicate
    if predicate is None:
        if scope.listing:
            yield Statement(unit.start, stop, "listing", "an entry of a list", unit.eid)
        return
    if predicate.kind in DUTIES:
        yield from _read_duty(text, unit, start, stop, scope, predicate)
        return
    if predicate.kind not in ORDERS | {"control"}:
        yield Statement(start, stop, predicate.kind, predicate.rule, unit.eid)
        return
    who = _subjects(text, start, stop, scope, predicate)
    if not who and predicate.kind == "order":
        # Only an active order has a subject that may go unsaid.
        who = scope.responsible
    yield _statement(text, unit, start, stop, replace(scope, responsible=who), predicate)


def _read_duty(
    text: str, unit: Provision, start: int, stop: int, scope: Scope, predicate: Predicate
) -> Iterator[Statement]:
    """A duty needs a body that acts or, in the passive, a deadline.

    ``stop`` may lie behind the lead-in: the list is part of the duty, the body is in its head.
    """
    who: tuple[Responsible, ...] = ()
    if predicate.kind != "passive_present":
        head_stop = min(stop, max(start, unit.text_stop))
        who = _subjects(text, start, head_stop, scope, predicate)
    due = _deadlines(text, start, stop, scope)
    is_duty = scope.duties and (who or (predicate.kind == "passive_present" and due))
    if not is_duty:
        yield Statement(start, stop, predicate.kind, predicate.rule, unit.eid)
        return
    inner = replace(scope, responsible=who, deadlines=due)
    yield _statement(text, unit, start, stop, inner, predicate)


def _subjects(
    text: str, start: int, stop: int, scope: Scope, predicate: Predicate | None
) -> tuple[Responsible, ...]:
    kind = predicate.kind if predicate else "order"
    found = find_subjects(text, start, stop, scope.resolver, predicate=kind, issuer=scope.issuer)
    return tuple(found)


def _statement(
    text: str, unit: Provision, start: int, stop: int, scope: Scope, predicate: Predicate
) -> Statement:
    due = _deadlines(text, start, stop, scope) or scope.deadlines
    task = Task(
        start=start,
        stop=stop,
        rule=predicate.rule,
        eid=unit.eid,
        num=unit.num if unit.kind in {"paragraph", "subparagraph", "point", "article"} else None,
        kind=_task_kind(predicate.kind),
        text=text[start:stop].strip(),
        milestones=tuple(Milestone(deadline=replace(d, eid=unit.eid)) for d in due),
        responsible=tuple(replace(who, eid=unit.eid) for who in scope.responsible),
    )
    span = Span(unit.start if start == unit.text_start else start, stop)
    return Statement(span.start, span.stop, predicate.kind, predicate.rule, unit.eid, task)


def _deadlines(text: str, start: int, stop: int, scope: Scope) -> tuple[Deadline, ...]:
    # A standing duty's `15 наурызға дейін` is of every year, not of the act's.
    found = deadlines.find(text, start, stop, year=scope.year, standing=scope.duties)
    return tuple(plausible(one, scope.since) for one in found)


# Attachments that are lists by their title: lists of acts, compositions, amounts, norms, tables.
LIST_TITLE = re.compile(
    r"тізбе|тізім|құрам|мөлшер|норма|кесте|квота|лимит|көлем|тапсырма|сметасы|бөліну|үлес|баға"
    r"|ставка|саны\b|құрылым",
    re.IGNORECASE,
)
STATED_YEAR = re.compile(r"\d{4}")


def plausible(deadline: Deadline, since: str | None) -> Deadline:
    """Take back a year that the text does not state where it puts the deadline before the act."""
    completed = deadline.due and not STATED_YEAR.search(deadline.text)
    if completed and since and (deadline.due or "") < since:
        return replace(deadline, due=None)
    return deadline


def _task_kind(predicate: str) -> Literal["control", "duty", "instruction"]:
    if predicate == "control":
        return "control"
    return "duty" if predicate in DUTIES else "instruction"
