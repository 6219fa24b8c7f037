"""What holds of applying whatever the commands are: five hundred random sequences and more."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from lexparse.amend.application import Application
from lexparse.amend.consolidation import consolidate
from lexparse.amend.edit import Edit, Wording, splice, strips_of
from lexparse.amend.effect import Outcome
from lexparse.amend.version import Version
from lexparse.compare import compare
from lexparse.records import Provision
from tests.amend.drafts import ACTS, Command, amending, base

BASE = base()
UNITS = {one.eid: one for root in BASE.provisions for one in root.walk()}


def act(number: int, commands: list[Command]) -> Version:
    return amending(number, commands)


def drafted(commands: list[list[Command]]) -> list[Version]:
    return [act(number, mine) for number, mine in enumerate(commands, 1)]


def applied(acts: list[Version]) -> Application:
    return consolidate(BASE, acts)


def brief(one: Outcome) -> tuple[object, ...]:
    return one.effect.by, one.effect.modification.start, one.state, one.reason, one.eid


@settings(max_examples=500, deadline=None)
@given(ACTS, st.randoms(use_true_random=False))
def test_any_sequence_of_commands(commands: list[list[Command]], chance: random.Random) -> None:
    """Deterministic, in any order of arrival, reversible, and nothing outside a target changes."""
    acts = drafted(commands)
    once = applied(acts)
    shuffled = acts[:]
    chance.shuffle(shuffled)
    again = applied(shuffled)
    assert again.version.text == once.version.text
    assert [*map(brief, again.outcomes)] == [*map(brief, once.outcomes)]
    assert once.version.reverted().text == BASE.text
    _untouched_stands(once)
    _every_command_has_an_outcome(acts, once)


def _untouched_stands(found: Application) -> None:
    """Every unit that no applied command found stands in the version with its words, in order."""
    changed = [one.eid or "" for one in found.outcomes if one.state == "applied"]
    kept = [
        unit
        for unit in UNITS.values()
        if unit.text and not any(_touches(eid, unit) for eid in changed)
    ]
    text, at = found.version.text, 0
    for unit in sorted(kept, key=lambda one: one.start):
        place = text.find(unit.text or "", at)
        assert place >= 0, unit.eid
        at = place


def _touches(eid: str, unit: Provision) -> bool:
    own = unit.eid == eid or unit.eid.startswith(f"{eid}__")
    return own or eid.startswith(f"{unit.eid}__") or not eid


def _every_command_has_an_outcome(acts: list[Version], found: Application) -> None:
    commanded = sum(len(one.parse.modifications) for one in acts)
    assert len(found.outcomes) == commanded
    for one in found.outcomes:
        assert (one.state == "applied") or (one.reason and one.message)


@settings(max_examples=120, deadline=None)
@given(ACTS)
def test_a_command_that_is_refused_changes_nothing(commands: list[list[Command]]) -> None:
    """Without the refused commands the acts give the same version."""
    acts = drafted(commands)
    found = applied(acts)
    refused = {
        (one.effect.by, one.effect.modification.start)
        for one in found.outcomes
        # What contradicts another is refused because of it; alone it would be carried out.
        if one.state != "applied" and one.reason not in {"contradictory", "ambiguous", "disturbs"}
    }
    kept = [one for one in found.outcomes if _place(one) not in refused]
    again = consolidate(BASE, [_without(one, refused) for one in acts])
    assert again.version.text == found.version.text
    assert len(again.outcomes) == len(kept)


def _place(one: Outcome) -> tuple[str, int]:
    return one.effect.by, one.effect.modification.start


def _without(one: Version, refused: set[tuple[str, int]]) -> Version:
    """Return an amending act that does not command what was refused."""
    from dataclasses import replace

    parse = one.parse
    by = parse.act.id or ""
    left = tuple(m for m in parse.modifications if (by, m.start) not in refused)
    return replace(one, known=replace(parse, modifications=left))


@settings(max_examples=120, deadline=None)
@given(ACTS)
def test_compare_finds_what_was_applied_and_no_more(commands: list[list[Command]]) -> None:
    """Nothing differs if nothing was applied; each difference lies in a unit that was found."""
    found = applied(drafted(commands))
    compared = compare(BASE.parse, found.version.parse)
    done = [one for one in found.outcomes if one.state == "applied" and one.old != one.new]
    assert bool(compared.changes) == bool(done)
    named = {one.eid or "" for one in done}
    for change in compared.changes:
        eids = [place.eid or "" for place in (change.old, change.new) if place]
        assert any(_near(eid, target) for eid in eids for target in named), eids


def _near(eid: str, target: str) -> bool:
    """Tell whether a unit lies in the target, holds it, or came to stand beside it."""
    beside = eid.rpartition("__")[0] == target.rpartition("__")[0]
    return beside or eid.startswith(target) or target.startswith(eid)


STRIPS = list(strips_of(BASE.document.blocks))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(range(len(STRIPS))), st.integers(0, 4)), max_size=6))
def test_edits_taken_back_restore_text_and_layout(picks: list[tuple[int, int]]) -> None:
    """Lines and rows taken out, put in, replaced or reworded come back as they were."""
    edits = [_edit(at, how) for at, how in sorted(dict(picks).items())]
    edited, back = splice(BASE.document, edits)
    restored, _ = splice(edited, back)
    assert restored.text == BASE.document.text
    assert [s for s, _ in strips_of(restored.blocks)] == [s for s, _ in STRIPS]


def _edit(at: int, how: int) -> Edit:
    strip, table = STRIPS[at]
    line = "9.\t|\tа\t|\tб\t|\tв\t|\tг" if table is not None else "жаңа жол"
    whole = BASE.document.text[strip.start : strip.stop]
    return [
        Edit(strip.start, strip.stop + 1),
        Edit(strip.stop, strip.stop, Wording(f"\n{line}")),
        Edit(strip.start, strip.start, Wording(f"{line}\n")),
        Edit(strip.start, strip.stop, Wording(whole.replace("а", "о"))),
        Edit(strip.start + 1, strip.start + 1, Wording("Қ")),
    ][how]
