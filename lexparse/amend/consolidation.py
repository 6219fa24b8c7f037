"""``consolidate``: a base act and the acts that amend it, in time.

Amending acts may amend and repeal one another. One that was changed before it took effect takes
effect as changed; one that lost force before never does. What it has done by then stays: repeal
of an amending act does not bring the old wording back (Law № 480-V of 6 April 2016, art. 26).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lexparse.amend.addressed import is_addressed
from lexparse.amend.application import Application, apply
from lexparse.amend.effect import Effect, Outcome, OutcomeState
from lexparse.amend.force import effects_of
from lexparse.amend.version import Version

Published = Mapping[str, str]
DEEPEST = 8
# An act is registered and published within some weeks; half a year is twice what was ever met.
PUBLISHED_BY = dt.timedelta(days=183)


def consolidate(
    base: Version,
    acts: Iterable[Version],
    as_of: str | None = None,
    published: Published | None = None,
    *,
    proposed: bool = False,
) -> Application:
    """Return ``base`` as amended by ``acts``.

    ``as_of`` is the ISO date of the version, without it all that is or will be in force is
    carried out. ``published`` gives ISO dates of first official publication by act number;
    ``proposed`` accepts what is otherwise only proposed.
    """
    return _Timeline(tuple(acts), published or {}, proposed).of(base, as_of)


@dataclass(frozen=True)
class _Timeline:
    """All amending acts at hand with their days of publication."""

    acts: Sequence[Version]
    published: Published
    proposed: bool = False
    depth: int = 0

    def of(self, base: Version, as_of: str | None) -> Application:
        """Return a base act with the effects that reach it by ``as_of``."""
        effects: list[Effect] = []
        lost: list[Outcome] = []
        for act in self.acts:
            standing, withdrawn = self._standing(act)
            effects += standing
            lost += withdrawn
        applied = apply(base, effects, as_of, proposed=self.proposed)
        mine = [one for one in lost if is_addressed(one.effect.modification.act, base.parse.act)]
        outcomes = [*map(self._among(as_of), applied.outcomes), *mine]
        outcomes.sort(key=lambda one: one.effect.order[1:])
        return replace(applied, outcomes=tuple(outcomes))

    def _among(self, as_of: str | None) -> Callable[[Outcome], Outcome]:
        """Return what gives a command upon another act at hand the outcome that it has there."""
        there = {
            _place(one): one
            for act in self.acts
            if self.depth < DEEPEST
            for upon in [[one for one in self.acts if one is not act and _reaches(one, act)]]
            if upon
            for one in self._inner(upon).of(act, as_of).outcomes
            if one.state != "other_act"
        }

        def told(one: Outcome) -> Outcome:
            return there.get(_place(one), one) if one.state == "other_act" else one

        return told

    def _inner(self, acts: Sequence[Version]) -> _Timeline:
        return _Timeline(acts, self.published, self.proposed, self.depth + 1)

    def _standing(self, act: Version) -> tuple[list[Effect], list[Outcome]]:
        """Return the effects of ``act`` as other acts left them, and those that they took away."""
        effects = effects_of(act, self._published(act))
        upon = [one for one in self.acts if one is not act and _reaches(one, act)]
        if not upon or self.depth >= DEEPEST:
            return effects, []
        due: list[Effect] = []
        lost: list[Outcome] = []
        for since in sorted({one.since for one in effects}, key=lambda day: day or ""):
            mine = [one for one in effects if one.since == since]
            found = self._as_of(act, upon, since)
            if isinstance(found, str):
                lost += [_withdrawn(one, found) for one in mine]
                continue
            standing = list(effects_of(found, self._published(act)))
            due += [one for one in standing if one.since == since]
            words = {_wording(one) for one in standing}
            lost += [_withdrawn(one, "lost-force") for one in mine if _wording(one) not in words]
        return due, lost

    def _as_of(self, act: Version, upon: Sequence[Version], since: str | None) -> Version | str:
        """Return an amending act as it stood when it took effect, or why it did not."""
        if since is None:
            # Without the day nobody can tell which of two acts of one season came first.
            late = all(_long_after(one, act) for one in upon)
            return act if late else "date-pending"
        found = self._inner(upon).of(act, since)
        if any(one.reason == "date-pending" for one in found.outcomes):
            return "date-pending"
        if any(one.state == "unresolved" for one in found.outcomes):
            return "undecided"
        version = found.version
        if version.repealed_by is not None:
            return "same-day" if version.repealed_from == since else "lost-force"
        return version

    def _published(self, act: Version) -> str | None:
        return self.published.get(act.parse.act.number or "")


def _long_after(one: Version, act: Version) -> bool:
    """Tell whether ``one`` was adopted so late that ``act`` must have been published before."""
    first, then = act.parse.act.date, one.parse.act.date
    if not first or not then:
        return False
    return dt.date.fromisoformat(then) - dt.date.fromisoformat(first) > PUBLISHED_BY


def _reaches(one: Version, act: Version) -> bool:
    """Tell whether ``one`` commands anything of ``act``."""
    return any(
        is_addressed(command.act, act.parse.act)
        for command in one.parse.modifications
        if command.act is not None
    )


def _place(one: Outcome) -> tuple[str, int, str | None]:
    command = one.effect.modification
    path = "__".join(command.target.path) if command.target else None
    return one.effect.by, command.start, path


def _wording(one: Effect) -> str:
    return one.document.text[one.modification.start : one.modification.stop]


WITHDRAWN = {
    "lost-force": "the act lost force, or the command was taken out, before it took effect",
    "same-day": "the act took effect and lost force on one day; which came first is not said",
    "undecided": "another act changes this one by a command that was not carried out",
    "date-pending": "another act changes this one; which takes effect first is not known",
}


def _withdrawn(effect: Effect, reason: str) -> Outcome:
    state: OutcomeState = "pending" if reason == "date-pending" else "unresolved"
    return Outcome(effect, state, reason, WITHDRAWN[reason])
