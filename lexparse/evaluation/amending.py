"""What applying makes of annotated pairs, command by command and text by text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lexparse.evaluation.pairs import Pair, judge


@dataclass(slots=True)
class Applied:
    """Counts over pairs: texts that are as expected, commands as annotated, wrong applications."""

    pairs: int = 0
    same: int = 0
    commands: int = 0
    right: int = 0
    misapplied: int = 0

    @property
    def parsed(self) -> float:
        """Share of the commands that came out as a reader decided; 1.0 of none."""
        return self.right / self.commands if self.commands else 1.0


def evaluate_pairs(pairs: Iterable[Pair], *, proposed: bool = False) -> Applied:
    """Apply each pair and count; ``proposed`` accepts families that have not earned trust."""
    found = Applied()
    for pair in pairs:
        application = pair.applied(proposed=proposed)
        judged = judge(pair, application)
        answered = {id(one.outcome) for one in judged}
        done = [one for one in application.outcomes if one.state == "applied"]
        found.pairs += 1
        found.same += application.version.text == pair.expected
        found.commands += len(judged)
        found.right += sum(one.fault is None for one in judged)
        found.misapplied += sum(one.misapplied for one in judged)
        found.misapplied += sum(id(one) not in answered for one in done)
    return found
