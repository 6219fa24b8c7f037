"""What an act says: structure in, records out, and what was not understood counted.

What holds afterwards: every record's span lies in the text and, but for tasks put together from
a table row, ``text[start:stop]`` is what the rule matched; every unit of the operative part is
either read by a rule or listed as a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lexparse.coverage import measure
from lexparse.grammar import definition, note, reference
from lexparse.grammar.amending import APPROVAL, Leftover
from lexparse.grammar.amendment import read_amendment
from lexparse.grammar.commencement import COMMENCEMENT
from lexparse.grammar.header import Given, identify, identities
from lexparse.grammar.legend import read_legend
from lexparse.grammar.plan import column_roles, continued_roles, read_plan
from lexparse.grammar.task import LIST_TITLE, Scope, Statement, read_unit
from lexparse.organs.resolver import Resolver
from lexparse.records import (
    Act,
    Definition,
    Finding,
    Force,
    LegendEntry,
    Modification,
    Note,
    Parse,
    Provision,
    Reference,
    Responsible,
    Target,
    Task,
)
from lexparse.structure.markers import LEVELS
from lexparse.structure.outline import Outline
from lexparse.structure.walk import units
from lexparse.text.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """The statements of the operative part with the tasks and findings among them."""

    statements: tuple[Statement, ...]
    tasks: tuple[Task, ...]
    findings: tuple[Finding, ...]


def extract(outline: Outline, given: Given | None = None) -> Parse:
    """Return the records of ``outline``; ``given`` fills what the text does not say of itself."""
    document = outline.document
    text, provisions = document.text, outline.provisions
    if document.language != "kk":
        return _foreign(outline, given)
    notes = _notes(text, provisions)
    act, identity_findings = identify(outline, notes, given)
    legend = read_legend(text, provisions)
    definitions = _definitions(text, provisions)
    year = int(act.date[:4]) if act.date else None
    resolver = Resolver(legend, definitions, used=_used(text, legend))
    reading = _read(
        text, provisions, Scope(resolver, year, duties=False, issuer=act.issuer, since=act.date)
    )
    references = _references(text, provisions, act, notes)
    references.sort(key=lambda one: one.start)
    modifications, unread = _amendments(text, provisions, reading.statements, references)
    modifications = _timed(text, provisions, modifications, act)
    coverage, gaps = measure(
        text, provisions, reading.statements, (*definitions, *references, *modifications)
    )
    return Parse(
        act=replace(act, coverage=coverage),
        provisions=provisions,
        tasks=reading.tasks,
        organs=tuple(resolver.legend),
        definitions=tuple(definitions),
        references=tuple(references),
        modifications=tuple(modifications),
        notes=tuple(notes),
        findings=(
            *document.findings,
            *identity_findings,
            *reading.findings,
            *_doubts(reading.tasks),
            *unread,
            *gaps,
        ),
    )


def _foreign(outline: Outline, given: Given | None) -> Parse:
    """An act that is not in Kazakh gives its structure and language, and no records."""
    act, findings = identify(outline, [], given)
    told = Finding(
        code="language-not-read",
        severity="warning",
        message="The text is not Kazakh in Cyrillic letters, so no tasks were read from it.",
    )
    return Parse(
        act=act,
        provisions=outline.provisions,
        findings=(*outline.document.findings, *findings, told),
    )


LOCAL_PLACES = {"Облыс": "облысының", "Қала": "қаласының", "Аудан": "ауданының"}
RIGHTS = re.compile(r"құқықтар|өкілеттіктер", re.IGNORECASE)
NOTED = {"note", "paragraph", "subparagraph", "alinea", "indent"}


def _notes(text: str, provisions: Iterable[Provision]) -> list[Note]:
    """Return the notes, and the units in whose place a note stands (``2) алып тасталды - …``)."""
    return [
        _placed(one, unit)
        for provision in provisions
        for unit in provision.walk()
        if unit.kind in NOTED
        for one in note.find(text, unit.text_start, unit.text_stop)
    ]


def _placed(one: Note, unit: Provision) -> Note:
    """Give a note its unit's eId, and its target the path from the act's root.

    A note names its target as seen from the attachment that it stands in: ``4-тармақ`` under
    ``att_1`` is ``att_1__para_4``; ``Жоспарға`` is the attachment itself.
    """
    steps = tuple(unit.eid.split("__"))
    outer = tuple(step for step in steps if step.startswith("att_"))
    target = one.target or Target()
    if unit.kind != "note":
        path = steps
    elif target.path and target.path[0].startswith("att_"):
        path = target.path
    else:
        path = outer + target.path
    return replace(one, eid=unit.eid, target=replace(target, path=path))


def _definitions(text: str, provisions: Iterable[Provision]) -> list[Definition]:
    found: list[Definition] = []
    for provision in provisions:
        for unit in provision.walk():
            if unit.text_stop > unit.text_start and unit.kind != "quoted":
                found += _unit_definitions(text, unit)
    return sorted(found, key=lambda one: (one.start, one.stop))


def _unit_definitions(text: str, unit: Provision) -> list[Definition]:
    terms: list[Definition] = []
    if definition.DEFINITIONS_LEAD.search(text, unit.text_start, unit.text_stop):
        for item in unit.children:
            terms += [
                replace(one, eid=item.eid)
                for one in definition.find_terms(text, item.text_start, item.stop)
            ]
    aliases = definition.find_aliases(text, unit.text_start, unit.text_stop)
    return terms + [replace(one, eid=unit.eid) for one in aliases]


def _references(
    text: str, provisions: Iterable[Provision], act: Act, notes: list[Note]
) -> list[Reference]:
    """Return the acts cited anywhere but in notes and quoted wording, the act itself left out."""
    found: list[Reference] = []
    noted = {one.eid for one in notes}
    own = identities(act)
    for provision in provisions:
        for unit in provision.walk():
            aside = unit.kind in {"note", "quoted"} or unit.eid in noted
            if aside or unit.text_stop <= unit.text_start:
                continue
            hits = reference.REFERENCE.find(text, unit.text_start, unit.text_stop)
            found += [
                replace(_local(one, act.issuer), eid=unit.eid)
                for one in hits
                if (one.number, one.date) not in own
            ]
    return found


def _local(one: Reference, issuer: str | None) -> Reference:
    """``Облыс әкімінің № 9-143 шешімі`` in an act of Almaty's akim is that akim's own."""
    if not (one.issuer and issuer) or " " not in one.issuer:
        return one
    place, _, post = one.issuer.partition(" ")
    own = place in LOCAL_PLACES and issuer.endswith(f"{LOCAL_PLACES[place]} {post}")
    return replace(one, issuer=issuer) if own else one


def _used(text: str, legend: list[LegendEntry]) -> frozenset[str]:
    """Return the legend's abbreviations that the act uses outside the legend."""
    if not legend:
        return frozenset()
    first, last = legend[0].start, legend[-1].stop
    outside = text[:first] + text[last:]
    return frozenset(entry.abbreviation for entry in legend if entry.abbreviation in outside)


def _read(text: str, provisions: tuple[Provision, ...], scope: Scope) -> Reading:
    statements: list[Statement] = []
    tasks: list[Task] = []
    findings: list[Finding] = []
    for provision in provisions:
        inside = replace(
            scope,
            duties=provision.kind == "attachment",
            listing=bool(LIST_TITLE.search(provision.heading or "")),
        )
        for unit, heading in units([provision]):
            # What stands under `Кеңестің құқықтары` may be done; nobody must do it.
            duties = inside.duties and not RIGHTS.search(heading)
            statements += read_unit(text, unit, replace(inside, duties=duties))
        columns: dict[int, str] = {}
        for table in _tables(provision):
            columns = column_roles(table) or continued_roles(table, columns)
            plan = read_plan(text, table, columns, scope)
            tasks += plan.tasks
            findings += plan.findings
            statements += _table_statements(table, columns, plan.tasks)
    tasks += [statement.task for statement in statements if statement.task]
    tasks.sort(key=lambda task: (task.start, task.stop))
    return Reading(tuple(statements), tuple(tasks), tuple(findings))


def _tables(provision: Provision) -> list[Provision]:
    if provision.form:
        return []
    here = [provision] if provision.kind == "table" else []
    return here + [table for child in provision.children for table in _tables(child)]


def _table_statements(
    table: Provision, columns: dict[int, str], tasks: tuple[Task, ...]
) -> list[Statement]:
    """Rows that became tasks, or all rows of a table that is no plan, are accounted for."""
    if not columns:
        return [Statement(table.start, table.stop, "listing", "a table that is no plan", table.eid)]
    return [Statement(t.start, t.stop, "plan_row", "a row of a plan", t.eid or "") for t in tasks]


def _amendments(
    text: str,
    provisions: tuple[Provision, ...],
    statements: Iterable[Statement],
    references: list[Reference],
) -> tuple[list[Modification], list[Finding]]:
    """Return what the act changes in others, and a finding for each line that says nothing read.

    A command recognised as one whose parts were not read stays, unresolved, with its text.
    """
    commands = [one for one in statements if one.kind in {"amendment", "repeal"}]
    attachments = [one for one in provisions if one.kind == "attachment"]
    starts = sorted(one.start for one in commands)
    found: dict[Modification, None] = {}
    read: list[Span] = []
    findings: list[Finding] = []
    named: Reference | None = None
    gathered: tuple[str, ...] = ()
    for unit, _ in units(provisions):
        if unit.eid.partition("__")[0] in gathered:
            continue
        approves = APPROVAL.search(text, unit.text_start, unit.text_stop)
        if not approves and bisect_left(starts, unit.start) == bisect_left(starts, unit.stop):
            continue
        others = [one for one in attachments if not one.start <= unit.start < one.stop]
        amendment = read_amendment(text, unit, references, others, named)
        gathered += amendment.attachments
        named = next((one.act for one in amendment.modifications[::-1] if one.act), named)
        found |= dict.fromkeys(amendment.modifications)
        read += [Span(one.start, one.stop) for one in amendment.modifications]
        if amendment.modifications:  # a lead that no command follows is itself not understood
            read += amendment.contexts
        findings += [_unread(one, unit) for one in amendment.leftovers]
    seen = {(one.start, one.stop) for one in found}
    unread = [
        _unresolved(one, references)
        for one in commands
        if (one.start, one.stop) not in seen
        and not any(one.start < span.stop and span.start < one.stop for span in read)
    ]
    return sorted([*found, *unread], key=lambda one: (one.start, one.stop)), findings


def _timed(
    text: str, provisions: tuple[Provision, ...], found: list[Modification], act: Act
) -> list[Modification]:
    """Give each modification the rule of force of the unit it stands in, else the act's."""
    if not found:
        return found
    own = [
        (span, one.force or Force(state="unknown", text=one.text, start=one.start, stop=one.stop))
        for unit, _ in units(provisions)
        for one in COMMENCEMENT.find(text, unit.text_start, unit.text_stop)
        for eid in one.units
        for span in [_extent(provisions, eid)]
    ]
    return [
        replace(
            one,
            force=next((f for span, f in own if span is None or _holds(span, one)), act.force),
        )
        for one in found
    ]


def _holds(span: Span, one: Modification) -> bool:
    return span.start <= one.start < span.stop


def _extent(provisions: tuple[Provision, ...], eid: str) -> Span | None:
    """Return where a unit stands, to the next unit of its kind or of one above it.

    ``None`` for a unit that is not there: then no command's time is known.
    """
    everything = [one for root in provisions for one in root.walk()]
    unit = next((one for one in everything if one.eid == eid), None)
    if unit is None:
        return None
    outer = LEVELS.get(unit.kind, 0)
    following = (
        one.start
        for one in everything
        if one.start > unit.start and one.num and 0 < LEVELS.get(one.kind, 0) <= outer
    )
    return Span(unit.start, next(following, max(one.stop for one in provisions)))


def _unresolved(statement: Statement, references: list[Reference]) -> Modification:
    return Modification(
        start=statement.start,
        stop=statement.stop,
        rule=statement.rule,
        eid=statement.eid,
        action="unresolved",
        act=_first_reference(statement, references),
        state="unresolved",
    )


def _unread(line: Leftover, unit: Provision) -> Finding:
    return Finding(
        code="not-understood",
        severity="warning",
        message=f"This line of an amending unit is no command that is read: «{line.text}»",
        start=line.start,
        stop=line.stop,
        eid=unit.eid,
    )


def _first_reference(statement: Statement, references: list[Reference]) -> Reference | None:
    at = bisect_left(references, statement.start, key=lambda one: one.start)
    found = references[at] if at < len(references) else None
    return found if found and found.start < statement.stop else None


def _doubts(tasks: Iterable[Task]) -> list[Finding]:
    """One finding for each body that a person must settle."""
    return [_doubt(who) for task in tasks for who in task.responsible if _is_doubtful(who)]


def _is_doubtful(who: Responsible) -> bool:
    return who.settled in {"suspected", "unresolved"}


def _doubt(who: Responsible) -> Finding:
    return Finding(
        code="body-unresolved",
        severity="warning",
        message=f"«{who.text}» is a body that the act does not explain; it needs a person.",
        start=who.start,
        stop=who.stop,
        eid=who.eid,
    )
