"""A modification in time: which act commands it, from which day, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lexparse.records import Act, Force, Modification
from lexparse.text.document import Document

OutcomeState = Literal["applied", "pending", "unresolved", "other_act"]


@dataclass(frozen=True, slots=True)
class Effect:
    """One command of the act ``act``, whose text is ``document``.

    ``force`` is its own rule where the act gives it one, else the act's; ``since`` the ISO date on
    which it takes effect, ``None`` while that hangs on a date that nobody has given.
    """

    modification: Modification
    act: Act
    document: Document
    force: Force | None = None
    since: str | None = None

    @property
    def by(self) -> str:
        """How the commanding act is called: its id, else its number and date."""
        return self.act.id or f"№ {self.act.number or '?'} {self.act.date or ''}".strip()

    @property
    def order(self) -> tuple[str, str, tuple[int, str], int]:
        """Force, adoption, number, place in the act: the order in which effects are carried out.

        An effect without a known day comes where its act was adopted: it cannot come before.
        """
        digits = "".join(filter(str.isdigit, (self.act.number or "").partition("/")[0]))
        number = (int(digits or 0), self.act.number or "")
        adopted = self.act.date or ""
        return self.since or adopted, adopted, number, self.modification.start

    def is_due(self, as_of: str | None) -> bool:
        """Tell whether the effect has come by ``as_of``; without a date every effect will."""
        return as_of is None or (self.since is not None and self.since <= as_of)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an effect.

    ``reason`` is a code (``target-missing``, ``words-repeated``, ``date-pending``, …) and
    ``message`` one sentence; both are null for an effect that was carried out. ``eid`` is the unit
    that was found; ``old`` and ``new`` are the characters that went and came.
    """

    effect: Effect
    state: OutcomeState
    reason: str | None = None
    message: str | None = None
    eid: str | None = None
    old: str | None = None
    new: str | None = None
