"""Annotated amendment pairs: a base act, amending acts, and the text that must come of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexparse.amend.application import Application
from lexparse.amend.consolidation import consolidate
from lexparse.amend.effect import Outcome
from lexparse.amend.version import Version
from lexparse.readers import read
from lexparse.text.normalise import normalise

# A command's record begins behind the number of its line.
NUMBERED = re.compile(r"\A\d+(?:\)|\.)\s+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One command as a reader understood it: the words it begins with, and what must come of it."""

    says: str
    operation: str
    kind: str
    target: str
    outcome: str
    reason: str | None = None
    name: str | None = None
    act: str | None = None

    @property
    def family(self) -> str:
        """The family that it is an example of."""
        return f"{self.operation}/{self.kind}"


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair with everything that its folder holds."""

    name: str
    folder: Path
    about: Mapping[str, Any]
    wanted: tuple[Wanted, ...]

    def version(self, name: str) -> Version:
        """Return one of the pair's acts."""
        return Version.of(read((self.folder / name).read_bytes(), name))

    @property
    def expected(self) -> str:
        """The text that must come of it."""
        name = str(self.about["expected"])
        return read((self.folder / name).read_bytes(), name).text

    def applied(self, *, proposed: bool = False) -> Application:
        """Return what the engine makes of the pair; ``proposed`` accepts untrusted families."""
        as_of = self.about.get("as_of")
        published = {str(k): str(v) for k, v in self.about.get("published", {}).items()}
        acts = [self.version(name) for name in self.about["amending"]]
        base = self.version(str(self.about["base"]))
        return consolidate(base, acts, str(as_of) if as_of else None, published, proposed=proposed)


def pairs_in(folder: Path) -> Iterator[Pair]:
    """Yield the pairs below ``folder`` in the order of their names."""
    for file in sorted(folder.rglob("pair.toml")):
        about = tomllib.loads(file.read_text("utf-8"))
        wanted = tuple(
            Wanted(
                says=one["says"],
                operation=one["operation"],
                kind=one["kind"],
                target=one.get("target") or "",
                outcome=one["outcome"],
                reason=one.get("reason"),
                name=one.get("name"),
                act=one.get("act"),
            )
            for one in about.get("command", [])
        )
        yield Pair(file.parent.name, file.parent, about, wanted)


@dataclass(frozen=True, slots=True)
class Judged:
    """One wanted command with the outcome that answers it, and what is wrong with that."""

    pair: str
    wanted: Wanted
    outcome: Outcome | None
    fault: str | None

    @property
    def misapplied(self) -> bool:
        """Tell whether something was changed that must not be."""
        applied = self.outcome is not None and self.outcome.state == "applied"
        return applied and self.fault is not None


def judge(pair: Pair, application: Application) -> list[Judged]:
    """Answer each wanted command with an outcome: by the place of its words, in order."""
    left = list(application.outcomes)
    judged: list[Judged] = []
    for wanted in pair.wanted:
        outcome = next((one for one in left if _answers(one, wanted)), None)
        outcome = outcome or next((one for one in left if _leads_to(one, wanted)), None)
        if outcome:
            left.remove(outcome)
        else:  # a reader may count the members or units that one command brings
            outcome = next((one.outcome for one in judged if one.wanted.says == wanted.says), None)
        judged.append(Judged(pair.name, wanted, outcome, _fault(wanted, outcome)))
    return judged


def _answers(one: Outcome, wanted: Wanted) -> bool:
    text = one.effect.document.text
    command = one.effect.modification
    says = NUMBERED.sub("", " ".join(normalise(wanted.says)[0].split()))
    return says in " ".join(text[command.start : command.stop].split())


def _leads_to(one: Outcome, wanted: Wanted) -> bool:
    """A reader may cite the line that leads to a command: ``комиссияның құрамына:``."""
    text, command = one.effect.document.text, one.effect.modification
    says = " ".join(normalise(wanted.says)[0].split())
    return any(
        says in " ".join(f"{text[slice(*span)]} {text[command.start : command.stop]}".split())
        for span in command.context[-1:]
    )


def _fault(wanted: Wanted, outcome: Outcome | None) -> str | None:
    if outcome is None:
        return None if wanted.outcome != "applied" else "not read"
    state = {"applied": "applied", "pending": "pending"}.get(outcome.state, "refused")
    if state != wanted.outcome:
        return f"{outcome.state} ({outcome.reason}: {outcome.message})"
    if state == "applied" and outcome.effect.modification.operation != wanted.operation:
        return f"read as {outcome.effect.modification.operation}"
    return None
