"""From an act's rules of force to the day on which each of its commands takes effect."""

from __future__ import annotations

from collections.abc import Mapping

from lexparse.amend.effect import Effect
from lexparse.amend.version import Version
from lexparse.grammar.force import resolve
from lexparse.records import Act


def effects_of(version: Version, published: str | None = None) -> list[Effect]:
    """Return the commands of an amending act with their days.

    ``published`` is the ISO date of its first official publication, if that is known.
    """
    act = version.parse.act
    days = known_days(act, published)
    found = []
    for one in version.parse.modifications:
        force = resolve(one.force, days) if one.force else None
        since = force.date if force and force.state == "resolved" else None
        found.append(Effect(one, act, version.document, force, since))
    return found


def known_days(act: Act, published: str | None) -> Mapping[str, str]:
    """Return the days from which force may be counted."""
    days = {"signing": act.date or "", "publication": published or ""}
    if act.registration and act.registration.date:
        days["registration"] = act.registration.date
    return {event: day for event, day in days.items() if day}
