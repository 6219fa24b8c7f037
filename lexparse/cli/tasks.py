"""``lexparse tasks``: who must do what by when, as a readable table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from textwrap import shorten

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lexparse.cli import BadInputError
from lexparse.cli.source import acts, beside, read_act
from lexparse.export.citation import cite
from lexparse.export.plain import as_json
from lexparse.extraction import extract
from lexparse.records import Deadline, Parse, Responsible, Task
from lexparse.structure.outline import outline

DOUBT = {"suspected", "unresolved"}
NARROW = 100
SHOWN = 140
WIDE = 140


def run(arguments: argparse.Namespace) -> int:
    """Print a table for each act and say where the records are."""
    console = Console(width=None if sys.stdout.isatty() else WIDE, highlight=False)
    total = acts_read = 0
    saved: set[str] = set()
    for path in acts(arguments.paths):
        parse = extract(outline(read_act(str(path))), beside(str(path)))
        acts_read += 1
        total += len(parse.tasks)
        if parse.tasks:
            show(console, path, parse, arguments.limit)
        if arguments.records:
            _save(Path(arguments.records), _record_name(path, saved), parse)
    console.print(f"Tasks: {total}. Acts: {acts_read}.")
    if arguments.records:
        console.print(f"Records: {arguments.records} (one JSON file for each act)")
    return 0


def show(console: Console, path: Path, parse: Parse, limit: int) -> None:
    """Print one act's tasks as a table, ``limit`` rows of it; 0 prints all."""
    act = parse.act
    table = Table(
        title=_title(path, parse),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        leading=1,
    )
    table.add_column("where", ratio=2)
    table.add_column("what", ratio=5)
    table.add_column("by when", ratio=3)
    table.add_column("who", ratio=4)
    shown = parse.tasks[:limit] if limit else parse.tasks
    for task in shown:
        table.add_row(cite(task.eid), _what(task), _when(task), _who(task))
    console.print(table)
    left = len(parse.tasks) - len(shown)
    more = f", {left} more tasks" if left else ""
    console.print(f"coverage {act.coverage:.1%}, {len(parse.findings)} findings{more}\n")


def _title(path: Path, parse: Parse) -> str:
    act = parse.act
    number = f"№ {act.number}" if act.number else "number not stated"
    words = shorten(act.title or act.issuer or path.parent.name, NARROW, placeholder="…")
    return f"{act.kind or 'act'} {number}, {act.date or 'date not stated'}: {words}"


def _what(task: Task) -> str:
    return shorten(task.text, SHOWN, placeholder="…")


def _when(task: Task) -> str:
    lines = []
    for one in task.milestones:
        due = _due(one.deadline) if one.deadline else "no date"
        lines.append(f"{due}: {one.deliverable}" if one.deliverable else due)
    return "\n".join(lines)


def _due(deadline: Deadline) -> str:
    return deadline.due or " ".join(deadline.text.split())


def _who(task: Task) -> Text:
    words = Text()
    for at, one in enumerate(task.responsible):
        words.append(", " if at else "")
        words.append(_name(one), style="bold" if one.lead else "")
        if one.settled in DOUBT:
            words.append(" ?", style="yellow")
    return words


def _name(one: Responsible) -> str:
    name = one.name or " ".join(one.text.split())
    persons = f" ({', '.join(one.persons)})" if one.persons and one.kind != "person" else ""
    return name + persons


def _record_name(path: Path, taken: set[str]) -> str:
    """Return a name for the records of ``path`` that no act before it has, and take it.

    In a folder of acts each is called ``act.txt``, so it goes by its folder.
    """
    own = path.resolve().parent.name if path.stem == "act" else path.stem
    name = next(one for one in _numbered(own) if one not in taken)
    taken.add(name)
    return name


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{at}" for at in count(2))


def _save(folder: Path, name: str, parse: Parse) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.json").write_text(as_json(parse) + "\n", "utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInputError(f"{folder} cannot be written: {reason}; choose another.") from error
