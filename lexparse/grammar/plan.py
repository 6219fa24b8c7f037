"""Plan rows: a table whose columns say what, by when, who, with what result.

Literal column heads: ``Іс-шаралардың атауы``, ``Тапсырманың атауы``; ``Орындау мерзімі``;
``Аяқтау нысаны``; ``Түпкі нәтиже``; ``Жауапты мемлекеттік орган``, ``Орындаушы``; ``№``, ``Р/с``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lexparse.grammar import deadline as deadlines
from lexparse.grammar.organ import find_responsible
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
    "number": re.compile(r"^\W*(?:р\W*с|№|реттік|рет)\W*(?:№|р/с|нөмірі?|саны?)?\W*$|^№$", re.I),
}
WORK_HEAD = re.compile(r"шара|тапсырма|жұмыс|міндет", re.I)
# Heads are tried in this order: `Орындау мерзімі` is a deadline, not an executor.
ORDER = (
    "number", "period", "deadline", "reporting", "form", "responsible", "result", "money", "measure",
)  # fmt: skip
DITTO = re.compile(r"\s*(?:[-/\"'«»”“,.]\s*){2,}$|\s*[\"«»”“]\s*$")
DASHED = re.compile(r"\W*$")
# The forms by which a measure ends; behind one, a second deliverable may follow unspaced.
FORM_WORD = (
    r"(?:заң(?:ы|дар)?|жобасы|жарлық|жарлығы|қаулы(?:сы)?|бұйры(?:қ|ғы|қтары)|шешім(?:і)?|өкім(?:і)?|"
    r"ақпарат(?:ы)?|есеп|хаттама(?:сы)?|ереже|қағидалары?|акті(?:сі|лер)?|НҚА|енгізу|ұсыныс(?:тар)?)"
)
LOWER_GLUE = re.compile(r"(?<=[а-яәіңғүұқөһ])(?=[А-ЯӘІҢҒҮҰҚӨҺ])|(?<=НҚА)(?=[А-Я])")
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
    above: dict[int, Provision] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def column_roles(text: str, table: Provision) -> dict[int, str]:
    """Return the role of each column by its head; ``{}`` if the table is no plan."""
    heads = _heads(text, table)
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
    named = any(WORK_HEAD.search(heads.get(c, "")) for c, role in roles.items() if role == "measure")
    wanted = {"deadline", "responsible"}
    is_plan = "measure" in found and (wanted <= found or (named and wanted & found))
    return roles if is_plan else {}


def read_plan(
    text: str,
    table: Provision,
    columns: dict[int, str],
    resolver: Resolver,
    year: int | None = None,
) -> PlanReading:
    """Return the tasks of ``table``, one for each data row, by the roles of its columns."""
    plan = _Plan(text, columns, resolver, year)
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


def _heads(text: str, table: Provision) -> dict[int, str]:
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
    milestones, hidden = _milestones(plan, row, cells)
    result = next((cell for cell in cells.get("result", []) if cell is not hidden), None)
    yield Task(
        start=row.start,
        stop=row.stop,
        rule="a row of a plan",
        eid=row.eid,
        num=row.num,
        kind="plan_row",
        text=plan.text[start : measure.stop],
        result=_words(result),
        reporting=_words(next(iter(cells.get("reporting", [])), None)),
        milestones=milestones,
        responsible=_responsible(plan, row, cells.get("responsible", [])),
    )


def _cells(plan: _Plan, row: Provision) -> dict[str, list[Provision]]:
    """Return the row's cells by role; a ditto mark is the cell above."""
    cells: dict[str, list[Provision]] = {}
    for cell in row.children:
        column = int(cell.num or 0)
        if (cell.text or "").strip() and DITTO.match(cell.text or "") and column in plan.above:
            cell = plan.above[column]
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
) -> tuple[tuple[Milestone, ...], Provision | None]:
    """Pair deadlines with completion forms; the second value is a result cell that hid one."""
    dues = [due for cell in cells.get("deadline", []) for due in _dues(plan, cell)]
    if not dues:
        dues = [due for cell in cells.get("period", []) for due in _dues(plan, cell)]
    form = next((cell for cell in cells.get("form", []) if _words(cell)), None)
    paired = _paired(plan, row, dues, form)
    for result in cells.get("result", []):
        if hidden := _hidden(plan, result):
            return (*paired, hidden), result
    return paired, None


def _dues(plan: _Plan, cell: Provision) -> list[Deadline]:
    found = deadlines.find_in_cell(plan.text, cell.start, cell.stop, year=plan.year)
    return [replace(due, eid=cell.eid) for due in found]


def _paired(
    plan: _Plan, row: Provision, dues: list[Deadline], form: Provision | None
) -> tuple[Milestone, ...]:
    if len(dues) <= 1 or form is None:
        due = dues or ([None] if form else [])
        return tuple(Milestone(deadline=d, deliverable=_words(form)) for d in due)
    parts = split_forms(form.text or "", len(dues))
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


def split_forms(words: str, count: int) -> list[str] | None:
    """Split completion forms that stand unparted in one cell into ``count``; ``None`` if unsure.

    ``ЗаңЗаңға тәуелді актілер`` -> ``Заң`` | ``Заңға тәуелді актілер``.
    """
    for breaks in (_semicolons(words), _glued(words), _behind_forms(words), _form_on_form(words)):
        if len(breaks) == count - 1:
            edges = [0, *breaks, len(words)]
            return [words[a:b].strip(" ;") for a, b in zip(edges, edges[1:], strict=False)]
    return None


def _semicolons(words: str) -> list[int]:
    return [match.end() for match in re.finditer(r";\s*(?=\S)", words)]


def _glued(words: str) -> list[int]:
    return [match.start() for match in LOWER_GLUE.finditer(words)]


def _behind_forms(words: str) -> list[int]:
    pattern = rf"\b{FORM_WORD}(?=\s*[«\"]|заңға\s|\s+[А-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһ])"
    return [match.end() for match in re.finditer(pattern, words, re.IGNORECASE)]


def _form_on_form(words: str) -> list[int]:
    """Break where a form begins right behind another: ``бұйрықақпараттық жүйе``."""
    pattern = r"\b(?:бұйрық|бұйрығы|қаулы|қаулысы|жарлық|заң|өкім|шешім)(?=ақпарат|қаулы|бұйрық|есеп|хат|тізбе)"
    return [match.end() for match in re.finditer(pattern, words, re.IGNORECASE)]


def _hidden(plan: _Plan, result: Provision) -> Milestone | None:
    """A result cell that opens with a deadline hides a second dated obligation."""
    found = deadlines.find_in_cell(plan.text, result.start, result.stop, year=plan.year)
    if not found or found[0].start != result.start or found[0].kind not in {"date", "month"}:
        return None
    rest = HIDDEN.match(plan.text[found[0].stop : result.stop])
    if rest is None:
        return None
    return Milestone(deadline=replace(found[0], eid=result.eid), deliverable=rest["form"].strip())


def _responsible(
    plan: _Plan, row: Provision, cells: list[Provision]
) -> tuple[Responsible, ...]:
    found = [
        replace(who, eid=cell.eid)
        for cell in cells
        for who in find_responsible(plan.text, cell.start, cell.stop, plan.resolver)
    ]
    return tuple(replace(who, lead=not at) for at, who in enumerate(found))
