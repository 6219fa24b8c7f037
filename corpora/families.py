"""Count each family of operations over pairs: ``python corpora/families.py FOLDER…``.

Prints the figures as they go into ``lexparse/amend/families.toml``. Run it on a set of pairs
before any rule is changed for one of them: afterwards they are no measure of the unseen.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lexparse.amend.families import family_name
from lexparse.evaluation.pairs import Pair, judge, pairs_in


def count(pairs: list[Pair]) -> dict[str, Counter[str]]:
    """Return how many commands of each family came out right, wrong, or were not carried out."""
    found: dict[str, Counter[str]] = {}
    for pair in pairs:
        application = pair.applied(proposed=True)
        judged = judge(pair, application)
        same = application.version.text == pair.expected
        answered = {id(one.outcome) for one in judged}
        for one in judged:
            if one.wanted.outcome != "applied":
                continue
            done = one.outcome if one.outcome and one.outcome.state == "applied" else None
            family = done.effect.modification.family if done else one.wanted.family
            state = "unread" if done is None else "wrong" if one.fault else "right"
            found.setdefault(family_name(family), Counter())[state] += 1
        for outcome in application.outcomes:
            if outcome.state == "applied" and id(outcome) not in answered:
                family = family_name(outcome.effect.modification.family)
                found.setdefault(family, Counter())["wrong"] += 1
        if not same and all(one.fault is None for one in judged):
            print(f"{pair.name}: the text differs; look which command did it", file=sys.stderr)
    return found


if __name__ == "__main__":
    pairs = [pair for folder in sys.argv[1:] for pair in pairs_in(Path(folder))]
    for name, counts in sorted(count(pairs).items()):
        figures = "\n".join(f"{key} = {counts[key]}" for key in ("right", "wrong", "unread"))
        print(f'[[family]]\nname = "{name}"\n{figures}\n')
