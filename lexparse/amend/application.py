"""``apply``: a base act and effects in, the version of a day and what came of each effect out.

A pure function. What holds of it: effects that cannot be carried out exactly change nothing and
say why; characters that no effect names stay as they are; the same effects in any order give the
same version.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lexparse.amend.addressed import is_addressed
from lexparse.amend.batch import carry_out
from lexparse.amend.effect import Effect, Outcome
from lexparse.amend.noted import already
from lexparse.amend.version import Version


@dataclass(frozen=True, slots=True)
class Application:
    """The version that came of it, and the outcome of every effect in the order of its act."""

    version: Version
    outcomes: tuple[Outcome, ...]

    @property
    def complete(self) -> bool:
        """Tell whether every effect on this act was carried out."""
        return all(one.state in {"applied", "other_act"} for one in self.outcomes)


def apply(
    base: Version,
    effects: Iterable[Effect],
    as_of: str | None = None,
    *,
    proposed: bool = False,
) -> Application:
    """Return the version in force on ``as_of`` (ISO date), or with all that is or will be.

    An effect whose day is not known is pending as of any day, and carried out without one.
    Families that have not earned trust are only proposed, unless ``proposed`` accepts them.
    """
    version = base
    outcomes: list[Outcome] = []
    due: list[Effect] = []
    for effect in sorted(effects, key=lambda one: one.order):
        outcome = _aside(base, effect) or _waits(effect, as_of) or already(base, effect)
        if outcome:
            outcomes.append(outcome)
        else:
            due.append(effect)
    for _, group in groupby(due, key=lambda one: (one.since, one.order[:3])):
        version, came = _carry_out(version, list(group), proposed)
        outcomes += came
    outcomes.sort(key=lambda one: (one.effect.order[1:], one.effect.order[0]))
    return Application(version, tuple(outcomes))


def _carry_out(
    version: Version, effects: Sequence[Effect], proposed: bool
) -> tuple[Version, list[Outcome]]:
    if version.repealed_by is not None:
        message = "the act had lost force before"
        return version, [Outcome(one, "unresolved", "lost-force", message) for one in effects]
    return carry_out(version, effects, proposed=proposed)


def _aside(base: Version, effect: Effect) -> Outcome | None:
    """Return the outcome of what was not read or speaks of another act."""
    one = effect.modification
    addressed = is_addressed(one.act, base.parse.act)
    if addressed is False:
        return Outcome(effect, "other_act", "other-act", "the command speaks of another act")
    if one.state == "unresolved":
        message = one.reason or "the command was not understood"
        return Outcome(effect, "unresolved", "not-understood", message)
    if addressed is None:
        message = "whether the command speaks of this act cannot be told from number and date"
        return Outcome(effect, "unresolved", "other-act", message)
    return None


def _waits(effect: Effect, as_of: str | None) -> Outcome | None:
    if effect.is_due(as_of):
        return None
    if effect.since is None:
        message = "the day on which it takes effect hangs on a date that is not known"
        return Outcome(effect, "pending", "date-pending", message)
    message = f"it takes effect on {effect.since}"
    return Outcome(effect, "pending", "not-in-force", message)
