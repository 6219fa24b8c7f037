"""Plan rows: a table whose columns say what, by when, who, with what result.

Literal column heads: ``Іс-шаралардың атауы``, ``Тапсырманың атауы``; ``Орындау мерзімі``;
``Аяқтау нысаны``; ``Түпкі нәтиже``; ``Жауапты мемлекеттік орган``, ``Орындаушы``; ``№``, ``Р/с``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lexparse.grammar import deadline as deadlines
from lexparse.grammar.deliverable import split_deliverables
from lexparse.grammar.organ import find_responsible
from lexparse.grammar.periodicity import combine
from lexparse.grammar.task import Scope, plausible
from lexparse.organs.resolver import Resolver
from lexparse.records import Deadline, Finding, Milestone, Provision, Responsible, Task

ROLE = {
    # A service life (`Қызмет ету мерзімі`) or a term of storage is no deadline.
    "deadline": re.compile(
        r"(?:орында|аяқта|атқар|іске\s+асыр|жүзеге\s+асыр|өткіз|ұсын|тапсыр|енгіз)\w*\s+(?:мерзім|уақыт|күн)"
        r"|^\W*мерзім\w*(?:\s*\(.*)?\W*$|^\W*(?:орындалу|бақылау)\s+мерзім",
        re.I,
    ),
    "period": re.compile(r"кезең|мерзімділі", re.I),
    "form": re.compile(r"(?:аяқта|орында|нәтиже)\S*\s+(?:нысан|түр|форма)|нысаны\b", re.I),
    "result": re.compile(r"нәтиже|индикатор|көрсеткіш", re.I),
    "responsible": re.compile(r"жауапты|орындаушы|орындауға|атқаруш", re.I),
    "reporting": re.compile(r"есеп|ескерт|бақылау\s+нысан", re.I),
    "money": re.compile(r"қаржы|қаражат|шығын|шығыс|сома|көлем|теңге|баға", re.I),
    "measure": re.compile(r"атауы|шара|тапсырма|жұмыс|мазмұн|қызмет|бағыт|міндет", re.I),
    "number": re.compile(r"^\W*(?:р\W*с|№|рет(?:тік)?)\W*(?:№|р/с|нөмірі?|саны?)?\W*$|^№$", re.I),
}
WORK_HEAD = re.compile(r"шара|тапсырма|жұмыс|міндет", re.I)
# Heads are tried in this order: `Орындау мерзімі` is a deadline, not an executor.
ORDER = (
    "number", "period", "deadline", "reporting", "form", "responsible", "result", "money",
    "measure",
)  # fmt: skip
DITTO = re.compile(r"\s*(?:[-/\"'«»”“,.]\s*){2,}$|\s*[\"«»”“]\s*$")
DASHED = re.compile(r"\W*$")
HIDDEN = re.compile(r"\s*[,;:-]?\s*(?P<form>\S.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The tasks of a plan table and what in it was not understood."""

    tasks: tuple[Task, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Plan:
    text: str
    columns: dict[int, str]
    resolver: Resolver
    year: int | None
    since: str | None
    above: dict[int, Provision] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def column_roles(table: Provision) -> dict[int, str]:
    """Return the role of each column by its head; ``{}`` if the table is no plan."""
    heads = _heads(table)
    roles = {column: role for column, words in heads.items() if (role := _role(words))}
    widths = _widths(table)
    if "measure" not in roles.values():
        free = [c for c in widths if roles.get(c) is None]
        if free and {"deadline", "responsible"} <= set(roles.values()):
            roles[max(free, key=lambda c: widths[c])] = "measure"
    last = max(widths, default=0)
    if last and last not in roles and not heads.get(last, "").strip():
        roles[last] = "reporting"
    found = set(roles.values())
    # `Жабдықтың атауы` with one such column is a list; `Іс-шаралар` with one is a plan.
    named = any(
        WORK_HEAD.search(heads.get(c, "")) for c, role in roles.items() if role == "measure"
    )
    wanted = {"deadline", "responsible"}
    is_plan = "measure" in found and (wanted <= found or (named and wanted & found))
    return roles if is_plan else {}


def read_plan(
    text: str,
    table: Provision,
    columns: dict[int, str],
    scope: Scope,
) -> PlanReading:
    """Return the tasks of ``table``, one for each data row, by the roles of its columns."""
    plan = _Plan(text, columns, scope.resolver, scope.year, scope.since)
    if not columns:
        return PlanReading()
    tasks = tuple(task for row in table.children if row.kind == "row" for task in _task(plan, row))
    return PlanReading(tasks, tuple(plan.findings))


def continued_roles(table: Provision, before: dict[int, str]) -> dict[int, str]:
    """Return the roles of the table above for one that goes on without a head of its own.

    A section's name or a page end parts a plan into several tables of the same columns.
    """
    if any(row.kind == "head" and not _is_figures(row) for row in table.children):
        return {}
    width = max((len(row.children) for row in table.children), default=0)
    return before if before and width >= max(before) - 1 else {}


def _heads(table: Provision) -> dict[int, str]:
    heads: dict[int, list[str]] = {}
    for row in table.children:
        if row.kind == "head" and not _is_figures(row):
            for cell in row.children:
                words = heads.setdefault(int(cell.num or 0), [])
                if cell.text and cell.text not in words:
                    words.append(cell.text)
        elif row.kind == "row":
            break
    return {column: " ".join(words) for column, words in heads.items()}


def _is_figures(row: Provision) -> bool:
    return all((cell.text or "").strip(" .").isdigit() for cell in row.children if cell.text)


def _role(words: str) -> str | None:
    return next((role for role in ORDER if ROLE[role].search(words)), None)


def _widths(table: Provision) -> dict[int, int]:
    widths: dict[int, int] = {}
    for row in table.children:
        if row.kind == "row":
            for cell in row.children:
                column = int(cell.num or 0)
                widths[column] = widths.get(column, 0) + len(cell.text or "")
    return widths


def _task(plan: _Plan, row: Provision) -> Iterator[Task]:
    cells = _cells(plan, row)
    measures = [cell for cell in cells.get("measure", []) if (cell.text or "").strip(" -")]
    if not measures:
        return
    measure = measures[0]
    start = _behind_number(plan.text, measure, row.num)
    result = next(iter(cells.get("result", [])), None)
    hidden = _hidden(plan, result) if result else None
    yield Task(
        start=row.start,
        stop=row.stop,
        rule="a row of a plan",
        eid=row.eid,
        num=row.num,
        kind="plan_row",
        text=plan.text[start : measure.stop],
        result=_outcome(plan, result, hidden),
        reporting=_words(next(iter(cells.get("reporting", [])), None)),
        milestones=_milestones(plan, row, cells) + ((hidden,) if hidden else ()),
        responsible=_responsible(plan, cells.get("responsible", [])),
    )


def _cells(plan: _Plan, row: Provision) -> dict[str, list[Provision]]:
    """Return the row's cells by role; a ditto mark or a merged cell is the cell above."""
    cells: dict[str, list[Provision]] = {}
    printed_columns = {int(cell.num or 0) for cell in row.children}
    last = max(printed_columns, default=0)
    for column, merged in plan.columns.items():
        # A cell merged with the row above stands only there.
        if column not in printed_columns and column < last and column in plan.above:
            cells.setdefault(merged, []).append(plan.above[column])
    for printed in row.children:
        column = int(printed.num or 0)
        ditto = (printed.text or "").strip() and DITTO.match(printed.text or "")
        cell = plan.above.get(column, printed) if ditto else printed
        plan.above[column] = cell
        if role := plan.columns.get(column):
            cells.setdefault(role, []).append(cell)
    return cells


def _behind_number(text: str, cell: Provision, num: str | None) -> int:
    if not num:
        return cell.start
    found = re.compile(rf"{re.escape(num)}\s*[.)]\s*").match(text, cell.start, cell.stop)
    return found.end() if found and found.end() < cell.stop else cell.start


def _words(cell: Provision | None) -> str | None:
    if cell is None or not cell.text or DASHED.match(cell.text):
        return None
    return cell.text


def _milestones(
    plan: _Plan, row: Provision, cells: dict[str, list[Provision]]
) -> tuple[Milestone, ...]:
    """Pair the row's deadlines with its completion forms."""
    dues = [due for cell in cells.get("deadline", []) for due in _wanted(plan, row, cell)]
    periods = [due for cell in cells.get("period", []) for due in _dues(plan, cell)]
    recurring = next((period for period in periods if period.kind == "recurring"), None)
    if recurring:
        dues = [combine(recurring, due) for due in dues]
    dues = dues or periods
    form = next((cell for cell in cells.get("form", []) if _words(cell)), None)
    return _paired(plan, row, dues, form)


def _wanted(plan: _Plan, row: Provision, cell: Provision) -> list[Deadline]:
    """Return the deadlines of a cell whose column holds nothing else; words unread are said."""
    dues = _dues(plan, cell)
    if not dues and _words(cell):
        plan.findings.append(
            Finding(
                code="deadline-not-read",
                severity="warning",
                message=f"Row {row.num}: no deadline was read in «{cell.text}».",
                start=cell.start,
                stop=cell.stop,
                eid=cell.eid,
            )
        )
    return dues


def _dues(plan: _Plan, cell: Provision) -> list[Deadline]:
    found = deadlines.find_in_cell(plan.text, cell.start, cell.stop, year=plan.year)
    return [replace(plausible(due, plan.since), eid=cell.eid) for due in found]


def _paired(
    plan: _Plan, row: Provision, dues: list[Deadline], form: Provision | None
) -> tuple[Milestone, ...]:
    if len(dues) <= 1 or form is None:
        if not dues:
            return (Milestone(deadline=None, deliverable=_words(form)),) if form else ()
        return (
            (Milestone(deadline=dues[0], deliverable=_words(form)),)
            if not dues[1:]
            else tuple(Milestone(deadline=due) for due in dues)
        )
    parts = split_deliverables(form.text or "", len(dues))
    if parts is None:
        plan.findings.append(
            Finding(
                code="deliverables-not-paired",
                severity="warning",
                message=f"Row {row.num}: {len(dues)} deadlines, but the completion forms "
                "cannot be told apart; each deadline shows the whole cell.",
                start=form.start,
                stop=form.stop,
                eid=row.eid,
            )
        )
        parts = [form.text or ""] * len(dues)
    return tuple(
        Milestone(deadline=due, deliverable=part) for due, part in zip(dues, parts, strict=True)
    )


def _hidden(plan: _Plan, result: Provision) -> Milestone | None:
    """A deadline that opens a result cell, or a part of it, hides a second dated obligation."""
    for due in deadlines.find_in_cell(plan.text, result.start, result.stop, year=plan.year):
        opens = due.start == result.start or plan.text[: due.start].rstrip().endswith(";")
        rest = HIDDEN.match(plan.text[due.stop : result.stop])
        if opens and rest and due.kind in {"date", "month"}:
            return Milestone(
                deadline=replace(due, eid=result.eid), deliverable=rest["form"].strip()
            )
    return None


def _outcome(plan: _Plan, result: Provision | None, hidden: Milestone | None) -> str | None:
    """Return the expected result without the obligation that its cell hides."""
    if hidden is None or hidden.deadline is None or result is None:
        return _words(result)
    return plan.text[result.start : hidden.deadline.start].strip(" ;") or None


def _responsible(plan: _Plan, cells: list[Provision]) -> tuple[Responsible, ...]:
    found = [
        replace(who, eid=cell.eid)
        for cell in cells
        for who in find_responsible(plan.text, cell.start, cell.stop, plan.resolver)
    ]
    return tuple(replace(who, lead=not at) for at, who in enumerate(found))
