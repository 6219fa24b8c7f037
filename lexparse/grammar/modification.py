"""Commands to typed modifications, as a grammar: every operation with its phrases beside it.

The unit that commands is read line by line in ``amendment.py``.

Left alone: tasks, approvals, notes.
"""

from __future__ import annotations

from dataclasses import dataclass

from lexparse.grammar.amendment import read_commands
from lexparse.grammar.drafted import RULES, UNREAD
from lexparse.grammar.reference import REFERENCE
from lexparse.records import Modification, Provision


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation by the name that a record's ``rule`` bears."""

    name: str


@dataclass(frozen=True, slots=True)
class ModificationGrammar:
    """All operations; ``find`` reads a text as one operative unit of an amending act."""

    name: str
    rules: tuple[Operation, ...]

    def find(self, text: str) -> list[Modification]:
        """Return the modifications that ``text`` commands."""
        unit = Provision(eid="para_1", kind="paragraph", start=0, stop=len(text))
        return read_commands(text, unit, REFERENCE.find(text))


MODIFICATION = ModificationGrammar(
    "modification", (*map(Operation, RULES.values()), Operation(UNREAD))
)
