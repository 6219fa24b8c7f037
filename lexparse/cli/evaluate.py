"""``lexparse evaluate``: what the rules read against what readers annotated."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lexparse.cli import BadInputError
from lexparse.evaluation.annotation import ACTS_VARIABLE, Absent, Annotation, annotated_acts
from lexparse.evaluation.score import Score, Scores, score, total
from lexparse.export.plain import plain
from lexparse.extraction import extract
from lexparse.readers import read
from lexparse.structure.outline import outline

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
    added = total(scores.values())
    _print(arguments, added, scores, absent)
    return 0


def _score(one: Annotation) -> Scores:
    document = read(one.act.read_bytes(), one.act.name)
    return score(plain(extract(outline(document))), one.records)


def _print(
    arguments: argparse.Namespace, added: Scores, scores: dict[str, Scores], absent: list[Absent]
) -> None:
    if arguments.format == "json":
        print(json.dumps({name: _figures(one) for name, one in added.items()}, indent=2))
        return
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
