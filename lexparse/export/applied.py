"""What applying gives, as JSON: the version's records, the outcome of each command, the duties."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lexparse.amend.application import Application
from lexparse.amend.effect import Outcome
from lexparse.amend.reconciliation import Reconciliation
from lexparse.amend.version import Version
from lexparse.compare import compare
from lexparse.export.plain import plain
from lexparse.text.document import Table


def as_text(version: Version) -> str:
    """Return the whole wording; an empty line parts two tables, so that it reads back as it is."""
    blocks = version.document.blocks
    parts: list[str] = []
    for at, block in enumerate(blocks):
        if at and isinstance(block, Table) and isinstance(blocks[at - 1], Table):
            parts.append("\n")
        parts.append(f"{version.text[block.start : block.stop]}\n")
    return "".join(parts)


def as_json(
    base: Version, applied: Application, as_of: str | None, told: Reconciliation | None = None
) -> str:
    """Return what ``lexparse apply --format json`` prints."""
    version = applied.version
    commands = [
        one.effect.modification
        for one in applied.outcomes
        if one.state == "applied" and one.reason is None
    ]
    printed = {
        **plain(version.parse),
        "as_of": as_of,
        "text": version.text,
        "outcomes": [_outcome(one) for one in applied.outcomes],
        "suspensions": plain(version.suspensions),
        "passages": plain(version.passages),
        "repealed_from": version.repealed_from,
        "duties": plain(compare(base.parse, version.parse, commands).duties),
        "reconciliation": plain(told),
    }
    return json.dumps(printed, ensure_ascii=False, indent=2)


def _outcome(one: Outcome) -> Mapping[str, Any]:
    act = one.effect.act
    return {
        "state": one.state,
        "reason": one.reason,
        "message": one.message,
        "by": {
            "id": act.id,
            "kind": act.kind,
            "issuer": act.issuer,
            "date": act.date,
            "number": act.number,
        },
        "since": one.effect.since,
        "eid": one.eid,
        "old": one.old,
        "new": one.new,
        "modification": plain(one.effect.modification),
    }
