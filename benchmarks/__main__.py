"""``make bench``: parse against a tokenizer, growth with length, start-up against an empty one.

Each figure is the median of the rounds' ratios, both sides warm and timed in turn.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import lexparse

ROUNDS = 15
SEED = Path("corpora/seeds/000/act.txt")
SMALL, LARGE = 40_000, 4_000_000


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(work: Callable[[], object], anchor: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median over ``rounds`` of time of ``work`` over time of ``anchor``."""
    for warm in (work, anchor):
        warm()
    return statistics.median(seconds(work) / seconds(anchor) for _ in range(rounds))


def parse_against_tokens() -> float:
    """Whole parse of the plan over ``spacy.blank("xx")`` tokenising the same text."""
    source = SEED.read_bytes()
    text = lexparse.read(source).text
    tokenizer = spacy.blank("xx").tokenizer
    return ratio(lambda: lexparse.parse(source), lambda: tokenizer(text))


def grown(size: int) -> bytes:
    """Return an act of about ``size`` bytes in paragraphs that go on counting."""
    body = [
        f"{number}. Қазақстан Республикасының Қаржы министрлігі 2026 жылғы {number % 28 + 1} "
        "мамырға дейін Қазақстан Республикасының Үкіметіне ұсыныстар енгізсін."
        for number in range(1, size // 280 + 1)
    ]
    head = "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:"
    return "\n\n".join([head, *body]).encode()


def growth() -> float:
    """Time per byte of an act of 4 MB over that of one of 40 KB; 1 is flat."""
    small, large = grown(SMALL), grown(LARGE)
    lexparse.parse(small)
    per_small = statistics.median(seconds(lambda: lexparse.parse(small)) for _ in range(9))
    per_large = min(seconds(lambda: lexparse.parse(large)) for _ in range(2))
    return (per_large / len(large)) / (per_small / len(small))


def start_up() -> float:
    """``lexparse --help`` over ``python -c pass``, whole processes."""
    script = [str(Path(sys.executable).parent / "lexparse"), "--help"]
    empty = [sys.executable, "-c", "pass"]

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    return ratio(lambda: run(script), lambda: run(empty), rounds=11)


def main() -> None:
    """Print every figure with what it is asked to be."""
    for words, asked, figure in (
        ("parse of the plan / spacy.blank('xx') tokens", "<= 3", parse_against_tokens),
        ("time per byte, 4 MB / 40 KB", "about 1", growth),
        ("lexparse --help / python -c pass", "<= 3", start_up),
    ):
        print(f"{words:<48} {figure():6.2f}   asked {asked}")


if __name__ == "__main__":
    main()
