"""``lexparse evaluate``: what the rules read against what readers annotated."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lexparse.amend.families import families
from lexparse.cli import BadInputError
from lexparse.evaluation.amending import Applied, evaluate_pairs
from lexparse.evaluation.annotation import ACTS_VARIABLE, Absent, Annotation, annotated_acts
from lexparse.evaluation.commands import Commanding, commanding_acts, score_commands
from lexparse.evaluation.pairs import pairs_in
from lexparse.evaluation.score import Score, Scores, score, total
from lexparse.export.plain import plain
from lexparse.extraction import extract
from lexparse.readers import read
from lexparse.structure.outline import outline

PAIRED = ("amendments", "held-out")
HEAD = (
    f"{'kind or field':<28}{'precision':>10}{'recall':>9}{'F1':>9}"
    f"{'hits':>7}{'false':>7}{'missed':>8}"
)


def run(arguments: argparse.Namespace) -> int:
    """Print one line for each kind and field; return 0."""
    folder = Path(arguments.path)
    if not folder.is_dir():
        raise BadInputError(f"{folder} is no folder; give the folder of annotated acts.")
    scores: dict[str, Scores] = {}
    absent: list[Absent] = []
    for one in annotated_acts(folder):
        if isinstance(one, Absent):
            absent.append(one)
        else:
            scores[one.name] = _score(one)
    if not scores:
        raise BadInputError(
            f"{folder} holds no annotated act whose text is at hand; set {ACTS_VARIABLE} "
            "to the folder of the texts."
        )
    for commanding in commanding_acts(folder / "commands"):
        if isinstance(commanding, Commanding):
            scores[f"commands {commanding.name}"] = score_commands(commanding)
    added = total(scores.values())
    applied = {name: evaluate_pairs(pairs_in(folder / name)) for name in PAIRED}
    if arguments.format == "json":
        told = {name: _figures(one) for name, one in added.items()}
        pairs = {name: plain(one) for name, one in applied.items() if one.pairs}
        print(json.dumps(told | {"pairs": pairs, "families": _families()}, indent=2))
        return 0
    _print(arguments, added, scores, absent)
    _print_applied(applied)
    return 0


def _score(one: Annotation) -> Scores:
    document = read(one.act.read_bytes(), one.act.name)
    return score(plain(extract(outline(document))), one.records)


def _print(
    arguments: argparse.Namespace, added: Scores, scores: dict[str, Scores], absent: list[Absent]
) -> None:
    print(HEAD)
    for name, one in added.items():
        print(
            f"{name:<28}{one.precision:>10.3f}{one.recall:>9.3f}{one.f1:>9.3f}"
            f"{one.hits:>7}{len(one.false):>7}{len(one.missed):>8}"
        )
    print(f"{len(scores)} acts")
    if absent:
        print(f"{len(absent)} annotated acts are absent; set {ACTS_VARIABLE} to their folder:")
        print(", ".join(one.name for one in absent))
    if arguments.misses:
        _print_misses(scores)


def _print_applied(applied: dict[str, Applied]) -> None:
    """Print what applying makes of the pairs, and which families are carried out unasked."""
    for name, one in applied.items():
        if one.pairs:
            print(
                f"{name}: {one.pairs} pairs, {one.same} texts as expected; "
                f"{one.commands} commands, {one.parsed:.1%} as annotated, "
                f"{one.misapplied} misapplied"
            )
    print(f"{'family of operations':<42}{'right':>7}{'wrong':>7}{'unread':>8}")
    for family in families().values():
        told = "carried out" if family.trusted else "proposed"
        print(f"{family.name:<42}{family.right:>7}{family.wrong:>7}{family.unread:>8}  {told}")


def _families() -> list[dict[str, object]]:
    return [{**plain(one), "trusted": one.trusted} for one in families().values()]


def _print_misses(scores: dict[str, Scores]) -> None:
    for act, kinds in scores.items():
        for name, one in sorted(kinds.items()):
            for words in one.missed:
                print(f"{act}: {name} missed {words}")
            for words in one.false:
                print(f"{act}: {name} false {words}")


def _figures(one: Score) -> dict[str, float | int]:
    return {
        "precision": round(one.precision, 4),
        "recall": round(one.recall, 4),
        "f1": round(one.f1, 4),
        "hits": one.hits,
        "false": len(one.false),
        "missed": len(one.missed),
    }
