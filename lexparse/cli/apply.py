"""``lexparse apply``: an act and the acts that amend it to the version of a day."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable

from lexparse.amend.application import Application
from lexparse.amend.consolidation import consolidate
from lexparse.amend.effect import Outcome
from lexparse.amend.reconciliation import Reconciliation, reconcile
from lexparse.amend.version import Version
from lexparse.cli import BadInputError
from lexparse.cli.source import beside, read_act
from lexparse.export.applied import as_json, as_text

UNRESOLVED = 3


def run(arguments: argparse.Namespace) -> int:
    """Print the version; return 0 if all was carried out, 3 if not, or raise ``BadInputError``."""
    official = [arguments.official] if arguments.official else []
    names = [arguments.base, *arguments.amending, *official]
    if names.count("-") > 1:
        raise BadInputError("standard input holds one act; give the others as files.")
    if arguments.as_of:
        _date(arguments.as_of, "--as-of")
    base, *acts = [_version(name) for name in names]
    witness = acts.pop() if official else None
    published = _published(arguments.published, acts)
    applied = consolidate(
        base, acts, arguments.as_of, published, proposed=arguments.accept_proposed
    )
    told = reconcile(base, acts, witness, arguments.as_of, published) if witness else None
    if arguments.format == "text":
        print(as_text(applied.version), end="")
    else:
        print(as_json(base, applied, arguments.as_of, told))
    if told:
        _tell(told)
    return _report(applied, zip(arguments.amending, acts, strict=True))


def _version(name: str) -> Version:
    return Version.of(read_act(name), beside(name) if name != "-" else None)


def _published(pairs: list[str], acts: list[Version]) -> dict[str, str]:
    """Return the days of publication by number. Raises ``BadInputError``."""
    published = {}
    numbers = {act.parse.act.number for act in acts}
    for pair in pairs:
        number, equals, day = pair.rpartition("=")
        if not equals:
            raise BadInputError(
                f"--published {pair} is no NUMBER=DATE; write it as 236=2023-03-28."
            )
        if number not in numbers:
            raise BadInputError(f"--published {pair}: no amending act bears the number {number}.")
        published[number] = _date(day, f"--published {pair}")
    return published


def _date(day: str, what: str) -> str:
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:
        raise BadInputError(f"{what}: {day} is no date; write it as 2022-04-29.") from None


def _report(applied: Application, acts: Iterable[tuple[str, Version]]) -> int:
    """Tell what was not carried out on standard error; return the exit code."""
    mine = [one for one in applied.outcomes if one.state != "other_act"]
    left = [one for one in mine if one.state != "applied"]
    for one in left:
        print(_line(one), file=sys.stderr)
    idle = [name for name, act in acts if not _amends(act, mine)]
    for name in idle:
        print(f"{name}: commands nothing of this act", file=sys.stderr)
    print(f"{len(mine) - len(left)} of {len(mine)} commands carried out", file=sys.stderr)
    return UNRESOLVED if left or idle else 0


def _tell(told: Reconciliation) -> None:
    """Tell on standard error where the official text says otherwise."""
    for one in told.disagreements:
        print(f"official text: {one.kind} [{one.eid}]: {one.message}", file=sys.stderr)
    for missing in told.missing:
        print(
            f"official text: names № {missing.number} of {missing.date}, not given", file=sys.stderr
        )
    print(
        f"official text: agrees on {told.agreed} commands, {len(told.disagreements)} disagreements",
        file=sys.stderr,
    )


def _amends(act: Version, outcomes: list[Outcome]) -> bool:
    return any(one.effect.document is act.document for one in outcomes)


def _line(one: Outcome) -> str:
    effect = one.effect
    command = effect.modification
    words = " ".join(effect.document.text[command.start : command.stop].split())
    shown = words if len(words) <= 100 else f"{words[:99]}…"
    return f"{one.state}: № {effect.act.number or '?'}: {one.reason}: {one.message}: «{shown}»"
