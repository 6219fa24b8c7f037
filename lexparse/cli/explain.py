"""``lexparse explain``: how one sentence or cell is read."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from lexparse.cli import BadInputError
from lexparse.export.plain import plain
from lexparse.grammar import deadline, definition, force, note, reference
from lexparse.grammar.date import DATE
from lexparse.grammar.organ import find_responsible
from lexparse.grammar.predicate import closing_predicate
from lexparse.grammar.subject import find_subjects
from lexparse.kazakh.language import Kazakh
from lexparse.organs.resolver import Resolver
from lexparse.text.normalise import normalise

LONGEST = 20_000
SHOWN = ("start", "stop", "rule", "eid", "text")


def run(arguments: argparse.Namespace) -> int:
    """Print tokens and the rules that fired; return 0, or raise ``BadInputError``."""
    text = normalise(arguments.text)[0].strip()
    if not text:
        raise BadInputError("there is no text to explain; give a sentence in quotes.")
    if len(text) > LONGEST:
        raise BadInputError(f"the text is longer than {LONGEST} characters; give one sentence.")
    tokens, found = list(_tokens(text)), list(_found(text))
    if arguments.format == "json":
        print(json.dumps({"tokens": tokens, "found": found}, ensure_ascii=False, indent=2))
    else:
        _print(tokens, found)
    return 0


def _tokens(text: str) -> Iterator[dict[str, str | None]]:
    language = Kazakh()
    language.add_pipe("kk_morphology")
    for token in language(text):
        if not token.is_space:
            yield {
                "text": token.text,
                "lemma": token.lemma_,
                "pos": token.pos_,
                "case": _feature(token, "Case"),
                "possessive": _feature(token, "Person[psor]"),
                "number": _feature(token, "Number"),
            }


def _feature(token: Any, name: str) -> str | None:
    values = token.morph.get(name)
    return str(values[0]) if values else None


def _found(text: str) -> Iterator[dict[str, Any]]:
    """Yield what every grammar reads in ``text``, with the rule that read it."""
    for kind, record in _records(text):
        yield {
            "kind": kind,
            "rule": record.rule,
            "start": record.start,
            "stop": record.stop,
            "text": text[record.start : record.stop],
            "value": {k: v for k, v in plain(record).items() if k not in SHOWN and v},
        }


def _records(text: str) -> list[tuple[str, Any]]:
    notes = [("note", one) for one in note.find(text, 0, len(text))]
    if notes:
        # The dates of a note are those of the acts that it names: nobody's deadline.
        return notes
    closing = closing_predicate(text, 0, len(text))
    records: list[tuple[str, Any]] = [("predicate", closing)] if closing else []
    dues = deadline.find(text) if closing else deadline.find(text) or deadline.find_in_cell(text)
    records += [("deadline", one) for one in dues]
    records += [("date", one) for one in DATE.find(text) if not _overlaps(one, records)]
    records += [("force", one) for one in force.FORCE.find(text)]
    records += [("reference", one) for one in reference.REFERENCE.find(text)]
    records += [("definition", one) for one in definition.find_aliases(text, 0, len(text))]
    resolver = Resolver()
    if closing:
        bodies = find_subjects(text, 0, len(text), resolver, predicate=closing.kind)
    else:
        bodies = [] if records else find_responsible(text, 0, len(text), resolver)
    return records + [("responsible", one) for one in bodies]


def _overlaps(body: Any, records: list[tuple[str, Any]]) -> bool:
    return any(body.start < one.stop and one.start < body.stop for _, one in records)


VERDICTS = {
    "order": "An order: its subject must act. A task.",
    "assignment": "Laid on the body in the dative. A task.",
    "control": "Control of execution. A task.",
    "passive_order": "Work is ordered without saying of whom. A task without a body.",
    "performed": "The act does this itself. No task.",
    "amendment": "A command that amends another act. No task.",
    "repeal": "A command that repeals. No task.",
    "force": "When the act takes effect. No task.",
    "necessity": "What must be done: in rules of a state body, a standing duty.",
    "present": "What is done: in rules, a standing duty if a state body is the subject.",
    "passive_present": "What is done to something: in rules, a duty only with a deadline.",
    "permission": "A permission. No task.",
    "statement": "A statement. No task.",
}


def _print(tokens: list[dict[str, str | None]], found: list[dict[str, Any]]) -> None:
    """Show the reading first: the verdict, then each rule; the words come last."""
    console = Console(highlight=False)
    closing = next((one for one in found if one["kind"] == "predicate"), None)
    if closing:
        console.print(VERDICTS[closing["value"]["kind"]])
    for one in found:
        values = ", ".join(f"{key} = {value}" for key, value in one["value"].items())
        console.print(f"{one['kind']}: [bold]{one['rule']}[/bold]")
        console.print(f"  «{one['text']}»  {values}", markup=False)
    if not found:
        console.print("No rule reads this text.")
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("text", "lemma", "pos", "case", "possessive", "number"):
        table.add_column(name)
    for token in tokens:
        table.add_row(*(value or "" for value in token.values()))
    console.print(table)
